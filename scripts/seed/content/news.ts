import type { Grammar } from './types';

export const news: Grammar = {
  slug: 'news',
  hooks: [
    'There is an end to it. You will see a line, and that was the news.',
    'Corrections stand at the top, not at the bottom.',
    'No autoplay, no "you will not believe".',
    'Edited by people with names and telephone numbers.',
    'Fact first, opinion labelled.',
  ],
  extras: [
    'listen | the whole edition read in eleven minutes',
    'corrections page | what we got wrong this week',
    'topic mute | nothing about it until you say so',
    'text only | for slow lines and tired eyes',
    'share without tracking | a clean link',
  ],
  closers: [
    'Write to the editor. The editor writes back.',
    'Our accounts are public, to the cent.',
    'Independent since the first issue.',
    'Thank you for reading to the end.',
  ],
  fixes: [
    'The evening edition arrives on time in every time zone.',
    'Pictures no longer move the text.',
    'Text-only mode is half the size.',
    'Fixed a headline that was shown twice.',
    'Widgets update without opening the app.',
    'Search understands dates.',
  ],
  praise: [
    'I read the news and then I stop, wonderful',
    'no clickbait at all',
    'local stories nobody else covers',
    'the {feature} <is/are> what keeps me informed and sane',
    'calm and well written',
  ],
  gripes: [
    'not enough from outside the capital',
    'too many notifications in the first week',
    'the {feature} <mixes/mix> opinion and report',
    'sometimes a day late',
    'search finds nothing older than a month',
  ],
  settings: [
    'with my coffee',
    'since the election',
    'on the bus',
    'every evening',
    'as a teacher',
    'in the countryside',
  ],
  apps: `
= Evening Edition | The day, once, at six | newspaper | $3.99/mo t14
~ Twelve stories, ranked by what will still matter next week. Delivered at six, finished by half past.
+ one edition | nothing before six, nothing after
+ last week's tomorrow | what became of the stories
+ twelve | never thirteen
# news, daily, digest, calm
@ 18:00, 12 stories, 26 min, Then what?, The end
= Parish Pump | Local news, street by street | megaphone | free
~ Planning notices, lost cats, and what the council decided while nobody looked. Written by neighbours, checked by an editor.
+ notice reader | council papers in plain words
+ street radius | as near as you like
# local, news, council, neighbourhood
@ Mill Lane, Planning, Lost cat, 400 m, Council
= Both Sides Brief | One event, read from five places | scale | $2.99/mo
~ The same morning in Delhi, Lagos, Warsaw, Lima and Ohio. What each front page thought was the story.
+ side by side | headlines translated, wording compared
+ missing facts | what only one paper mentions
# world news, comparison, media
@ Lagos, Warsaw, Missing, 5 views, Wording
= Wire Room | Agency copy for people in a hurry | radio | $7.99/mo t7
~ The raw wires with filters that a desk editor would draw up. For newsrooms and the incurably curious.
+ desk filters | place, name, beat, urgency
+ embargo clock | ticks where you can see it
# wire, agency, breaking, newsroom
@ URGENT, 14:02, Filter 3, Embargo, Desk
= Graphs of the Day | News without adjectives | chart-no-axes-combined | free
~ Seven charts each morning. The source is under each, and the axis begins where it should.
+ tap for numbers | the table behind every line
# charts, data, news, statistics
@ Chart 3, Source, Rents +4 %, Table, 2015–26
= Kids' Courier | News for eight to twelve | backpack | $2.49/mo
~ What happened, why, and what children asked about it. No gore and no baby talk.
+ ask the desk | real questions, answered on Fridays
+ word of the week | from today's paper
# kids, news, school, current affairs
@ Ask, Friday, Volcano, Word, 6 min
= Good Grief Gazette | Only things that got better | sun | free
~ A vaccine, a river with fish again, a law that worked. Reported as strictly as bad news.
+ still true | revisits good news a year later
# good news, positive, world
@ Fish are back, Still true?, 5 stories, Law, 2025
= Longwave Podcasts | Spoken reporting, hand-picked | podcast | $1.99/mo
~ Five episodes a week out of five thousand. Someone listened to all of it so that you need not.
+ why this one | two lines by the person who chose it
# podcast, reporting, curated
@ Why this?, 48 min, Pick 4, Queue, Tue
= Ballot Box | Elections explained, anywhere | vote | free
~ Who may vote, how it is counted, what the result does. A page per election, ready before the night.
+ what if | move seats, see who governs
# elections, politics, results
@ Seats 61, What if, Threshold, Count, 21:00
= Climate Ledger | What was promised, what was done | thermometer-sun | free
~ Governments and firms, targets and measured figures, in two columns.
+ two columns | promise left, number right
# climate, emissions, promises
@ −12 %, Promised, Measured, 2030, Ledger
= Obit | Lives, told well | flower-2 | $1.49/mo
~ One remarkable life a day: beekeepers, spies, a woman who mapped caves.
+ lifeline | the century on one line, theirs on another
# obituaries, biography, history
@ 1931–2026, Caves, Lifeline, 9 min, Kept
`,
};
