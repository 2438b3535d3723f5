import type { Grammar } from './types';

export const magazines: Grammar = {
  slug: 'magazines',
  hooks: [
    'Every issue since the first is in the archive.',
    'Laid out for the screen, by the people who lay out the paper.',
    'Paid for by readers, so nobody else gets a say.',
    'An issue has a last page. You will reach it.',
  ],
  extras: [
    'offline issues | download on the wifi at home',
    'read aloud | by the authors, where they agreed',
    'clippings | cut out and keep, with the date',
    'light type | or dark, or the one for tired eyes',
  ],
  closers: [
    'Subscribers of the paper edition read free: enter your number.',
    'Letters to the editor have a button.',
    'We pay our writers properly. Thank you for paying us.',
  ],
  fixes: [
    'Downloads continue in the background.',
    'The archive can be searched by author.',
    'Fixed double pages on foldables.',
    'Captions can be switched off for a clean look.',
    'Old issues load their missing photographs.',
  ],
  praise: [
    'the best forty minutes of my week',
    'photographs that deserve a bigger screen',
    'I read it cover to cover, on a phone',
    'the {feature} <is/are> lovely',
    'cancelled two other subscriptions, kept this one',
  ],
  gripes: [
    'old issues take ages to load',
    'signing in with my print subscription did not work',
    'the {feature} <shows/show> the wrong page sometimes',
    'one issue was a week late',
    'text is too small on the phone',
  ],
  settings: ['on Saturday morning', 'with breakfast', 'on the ferry', 'since issue 4', 'in the bath', 'on a tablet'],
  apps: `
= Slow Rail Quarterly | Long journeys, told from the window seat | train-front | $2.99/mo t14
~ Four issues a year about trains that take their time: night sleepers, mail trains, and one line in the north with three passengers.
+ window maps | follow the line while you read
+ sounds of the line | two minutes from every station
# trains, travel, magazine, photography
@ Issue 14, Night Sleeper, Window map, 38 pages, Archive
= The Allotment | A magazine for people with soil under their nails | carrot | $1.99/mo
~ What to sow this week, who won the pumpkin, and why your neighbour's beans are better.
+ this week | from the weather at your plot
+ seed swap | small ads, for free
# gardening, vegetables, magazine
@ Week 23, Beans, Swap, Letters, Pumpkin
= Kerb | Architecture at walking speed | building | $3.99/mo
~ A doorway, a bus stop, a housing block from 1961. Kerb looks at the buildings nobody photographs.
+ walk the issue | a route past everything in it
+ drawings | plans you can zoom into
# architecture, city, magazine, design
@ Issue 31, Bus stop, Route 4 km, Plan, 1961
= Tide & Timber | Wooden boats and those who build them | sailboat | $29.99/yr
~ Steam-bent ribs, copper rivets, long winters. A magazine that smells of cedar, as far as that is possible.
+ plans library | lines you may actually build
+ yard visits | one a month, on film
# boats, woodworking, sailing, magazine
@ Clinker, Yard visit, Plans, Issue 52, Cedar
= Pocket Physics | One idea, twelve pages, every fortnight | atom | $2.49/mo t7
~ Why ice is slippery. What a kilogram is. How bees see. Each issue is one question answered properly.
+ try it | an experiment with things from the kitchen
+ footnotes | for those who want the equation
# science, physics, magazine, learning
@ Why ice slips, 12 pages, Try it, No. 88, Footnote
= Stitch & Stone | Craft from twenty countries | gem | $1.99/mo
~ A spoon carver in Gotland, a dyer in Oaxaca, a stonemason who is twenty-two.
+ pattern pull-out | one project an issue, at real size
# craft, makers, magazine, patterns
@ Spoon, Pull-out, Indigo, No. 17, Makers
= Northern Shorts | New short fiction, first Friday | book-open-text | $2.99/mo
~ Six stories a month from writers you have not heard of yet.
+ first lines | choose tonight's story by its first sentence
+ writer's note | after the story, never before
# fiction, short stories, magazine
@ "The ferry left", 18 min, June, Note, Six
= Loudhailer | Football from the cheap seats | megaphone | free
~ Lower leagues, long coach trips, and a pie review. Written by supporters, edited by nobody.
+ pie table | ranked, contested, updated
# football, fanzine, supporters
@ Pie 8/10, Away end, No. 140, League Two, Rain
= Ohrwurm | A music magazine with ears | audio-lines | $1.49/mo
~ You read about the bridge and hear the bridge. Interviews with instruments in reach.
+ listen while reading | the bar in question, not a clip of the chorus
# music, magazine, interviews
@ Bar 24, Interview, Play bar, Issue 9, Organ
`,
};
