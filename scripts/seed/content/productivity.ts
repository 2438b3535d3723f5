import type { Grammar } from './types';

export const productivity: Grammar = {
  slug: 'productivity',
  hooks: [
    'It starts empty and stays quick.',
    'Everything can be done with the keyboard, and most of it with one hand.',
    'Your things are stored as plain files you can open without us.',
    'There is no score for using it.',
    'We removed a feature for every one we added.',
  ],
  extras: [
    'sync | encrypted on the way and at rest, or over your own server',
    'quick entry | from anywhere, in under a second',
    'Markdown | in and out',
    'calendar feeds | read yours, publish ours',
    'shortcuts | automate any action',
    'templates | save anything as one',
    'printing | because some of us still do',
  ],
  closers: [
    'Now close the app and do the thing.',
    'A year of updates is included; keep what you have for ever.',
    'Two people, no investors.',
    'We use it to make it.',
  ],
  fixes: [
    'Sync no longer waits for large attachments.',
    'Recurring items can skip holidays.',
    'Fixed a duplicate after going offline twice.',
    'Search finds words with accents.',
    'Opens 30% faster.',
    'Undo for everything, even for undo.',
    'Tables can be sorted.',
  ],
  praise: [
    'tried eleven of these, staying with this one',
    'gets out of my way',
    'the {feature} changed how I plan my week',
    'sync has never failed me',
    'I finally reach the end of my list',
  ],
  gripes: [
    'no Windows version is a deal breaker',
    'the {feature} <is/are> buried too deep',
    'sync duplicated a whole list once',
    'subscription is a bit much for what it is',
    'recurring tasks are confusing',
  ],
  settings: ['at work', 'for my thesis', 'with ADHD', 'on three devices', 'in our household', 'every Monday morning'],
  apps: `
= Daybook | One page for today | sun | $4.99
~ Tasks, notes and meetings on a sheet of paper that is replaced at midnight. What you did not do asks politely whether it should move on.
+ midnight question | keep, move or let go, one by one
+ margin notes | write beside the hour it happened
+ paper stack | every day you had, searchable
# planner, day, tasks, notes, journal
@ Tuesday, Call Hanna, 14:00 Review, Let go, Page 201
= Skein | Notes that find each other | network | $3.99/mo t14
~ Write without folders. Skein reads (on your device) what you wrote and lays the three notes beside it that you had forgotten.
+ three beside | related notes, while you type
+ loose ends | notes that nothing points to
+ local index | no words leave your machine
# notes, links, knowledge, writing
@ On rivers, 3 beside, Loose ends, 1,204 notes, Linked
= Tick & Tack | A to-do list with a sense of time | list-checks | $9.99
~ Every task gets a length. Tick & Tack knows your calendar and refuses to let you plan eleven hours into six.
+ honest day | full is full, and it says so
+ length guess | learned from how wrong you were
+ drop zone | what falls off is listed, not lost
# to-do, tasks, time, planning
@ 6 h left, 45 min, Full, Tomorrow, Report
= Inbox Ferry | Carry e-mail across once a day | mail | $2.99/mo t7
~ Mail arrives at nine and at four. In between, the harbour is closed, and people have learned to ring if it burns.
+ two sailings | or three, you set the timetable
+ urgent flare | senders who may break the rule
# email, inbox, batch, focus
@ Next 16:00, 12 waiting, Flare, Harbour, Sent
= Focus Barn | A timer that keeps the door shut | hourglass | $2.99
~ Choose what may come in: one document, one person, no news. The barn door opens when the time is up.
+ barn door | apps and sites, by allow list
+ hay counter | minutes per project, in bales
# focus, timer, pomodoro, blocker
@ 25:00, Door shut, 3 bales, Thesis, Open
= Outliner's Axe | Outlines, fast as thought | list-tree | $12.99
~ Fold, move, cut. An outliner for people who think in lists of lists, with a keyboard it never asks you to leave.
+ one-key moves | whole branches up, down, in, out
+ zoom | any line becomes the page
+ OPML | and Markdown, and plain tabs
# outline, outliner, lists, writing
@ Chapter 2, Zoom, 38 lines, Fold, Move
= Handover | Notes for whoever is next | clipboard-list | free
~ Shifts, stands, school cars: what happened, what is open, what to watch. Signed, dated, done.
+ open items | stay until somebody closes them
# handover, shift, notes, team
@ Night → Early, 2 open, Signed, Pump 3, Watch
= Paper Trail | Scan, name, file | scan-text | $3.99
~ Every letter that comes through the door, photographed once. Paper Trail reads who it is from and when you must answer.
+ answer-by date | found in the text, put in your calendar
+ file name rules | yours, applied for ever
+ shred list | what the law lets you throw away
# scanner, documents, pdf, paperless
@ Tax office, Answer by 14 May, Filed, Shred, 3 pages
= Calends | A calendar in one long line | calendar | $6.99
~ Weeks flow downwards without ending at Sunday. Holidays, moons, other people, all in the margin.
+ endless scroll | from last summer to next
+ squint view | a year as colours
# calendar, weeks, schedule, year
@ Week 24, Dentist, Squint, June, 3 free days
= Whiteboard Left Out Overnight | Shared boards that remember | presentation | $3.49/mo
~ Draw together, walk away. In the morning it is still there, with yesterday's version underneath.
+ underlay | see what it was before you changed it
+ marker smell | not implemented
# whiteboard, drawing, team, remote
@ Yesterday, 3 here, Marker, Sticky, Zoom
= Habit Hedge | Habits that grow like a hedge | sprout | $1.99
~ A gap is a gap, not a reset. Trim what no longer fits, and see how thick it has become since spring.
+ no streaks | only thickness
+ trimming day | once a month, let one go
# habits, routine, tracker
@ Walk, Read, Gap, Thick 71 %, Trim
= Minutewise | Where did the day go? | clock | $4.99/mo t14
~ Watches which document is in front and, in the evening, shows the day as a strip you can colour in.
+ evening strip | two minutes to name the colours
+ private by design | titles never leave the machine
# time tracking, automatic, report
@ 9:10–10:40, Proposal, Mail 52 min, Strip, Friday
= Listicle | Lists for people who love lists | list | free
~ Packing, pantry, films, names for a dog. Copy one, tick it, and next time it is ready again.
+ reset to fresh | ticks off, list stays
+ borrow a list | from four thousand strangers
# lists, checklist, packing, shopping
@ Camping, 14 of 30, Borrow, Reset, Torch
= Ghostwriter's Cabin | A place to write long things | tree-pine | $14.99
~ A page, a lamp, a fire if you insist. Chapters, notes and the count, and nothing that blinks.
+ chapter cards | lay the book out on the floor
+ word lamp | dims when you have done enough
+ manuscript export | the way agents want it
# writing, novel, editor, manuscript
@ Chapter 9, 48,210, Cards, Lamp, Draft 2
= Meeting Debris | Action items, extracted | messages-square | $5.99/mo t7
~ Paste the notes, or let it listen. Out come who, what and by when, and a message to each.
+ who-what-when | three columns, nothing more
+ chase-up | asks on the day before
# meeting, notes, actions, tasks
@ Ines: draft, By Friday, 4 items, Chase, Sent
= Snooze Drawer | Put things away until they matter | archive | $0.99
~ A drawer for links, mails and thoughts, each with a date on it.
+ smart dates | "when it snows", "after the exam"
# reminder, snooze, later
@ After the exam, 3 today, Link, Drawer, Again
= Rowan Tables | Spreadsheets for the rest of us | table-properties | $5.99
~ Tables that know what a date is, a phone, a person. Sums where you expect them, formulas when you ask.
+ typed columns | no more dates that become numbers
+ card view | the same table, seen as cards
# spreadsheet, table, database
@ Guests, 48 rows, Sum 1,204, Cards, Date
= Kanbanana | A board with three columns and no more | kanban | $1.99/mo
~ To do, doing, done. The second column holds three cards. That is the method.
+ three-card rule | the fourth one bounces
+ done wall | a year of it, as wallpaper
# kanban, board, tasks
@ Doing 3/3, Done 118, Bounce, To do, Board
= Sunday Review | An hour a week to look up | compass | $1.49/mo t30
~ Twelve questions in the same order every week. Your answers from a year ago appear beside them.
+ a year ago | the same question, your other self
# review, weekly, reflection, journal
@ Question 4, Last year, 38 weeks, Keep, Stop
= Clipper's Desk | Save the web as it was | paperclip | $2.99
~ A page, its pictures, its date. Still readable when the site has gone.
+ as it was | text, layout, proof of the day
+ desk piles | sort by dragging, not by tags
# web clipper, archive, save
@ Saved 12 Mar, Pile 3, Offline, Original, Note
= Voicepost | Think aloud, read later | mic | $3.99
~ Walk and talk. Voicepost takes out the "ehm", finds the paragraphs and keeps the recording, in case.
+ walk mode | ignores wind, dogs and trams
+ ehm filter | gone, unless you liked them
# voice notes, transcription, dictation
@ 6 min, 840 words, Walk, Ehm ×41, Read
= Formulaire | Forms without a subscription | file-text | free
~ Ask ten questions, send a link, get a table. No logo, no limit, no "powered by".
+ table out | answers as rows, live
# forms, survey, questions
@ 48 answers, Question 3, Link, Table, Close
= Rota for Two | Who picks up, who cooks | users | free
~ A week for two working parents that fits on one screen.
+ swap in one tap | with a reason, or without
# family, week, rota
@ Mon: you, Swap, Cook, Thu 17:00, Free
= Plain Mail Merge | Letters to two hundred people | mails | $9.99
~ A table, a letter, a preview of every single one before it leaves.
+ see every one | page through them all
# mail merge, letters, newsletter
@ 1 of 200, Dear Ada, Preview, Missing 2, Send
= Deadline Lighthouse | See it coming | lightbulb | $1.99
~ One beam per deadline. The closer it is, the faster it turns.
+ beam | visible from across the desk
# deadline, countdown, project
@ 12 days, Grant, Beam, Draft due, 3 lights
= Remote Control Room | All your computers on one screen | monitor | $19.99
~ For the person in the family who fixes everything. Your keyboard, their screen, and a button they press to let you in.
+ let-in button | big, green, theirs
+ slow line mode | readable at 200 kbit/s
# remote desktop, support, screen
@ Dad's laptop, Let in, 38 ms, Slow, End
= Cue Card | Speak without notes | captions | $2.99
~ Your text rolls as you talk. Stop, and it stops.
+ voice follow | listens and waits
# teleprompter, speech, presentation
@ 02:10, Follow, Pause, Cue 4, Bigger
= Tidytab | Close the tabs, keep the thought | layers | $1.49
~ Forty tabs become one card with a name. Open it again when it is about that.
+ session card | named by what it was for
# browser, tabs, sessions
@ 41 tabs, Lisbon trip, Card, Reopen, Today
`,
};
