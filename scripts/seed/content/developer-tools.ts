import type { Grammar } from './types';

export const developerTools: Grammar = {
  slug: 'developer-tools',
  hooks: [
    'It starts in under a second and stays under 100 MB.',
    'Keyboard first. The mouse is welcome but never needed.',
    'No account, no telemetry, no "upgrade to unlock" in the middle of a diff.',
    'Plain files on disk, readable with anything else.',
    'Written in the evenings by people who use it during the day.',
  ],
  extras: [
    'themes | light, dark, and one for projectors',
    'command palette | every action by name',
    'vim keys | the twenty that matter, done properly',
    'CLI | the same thing from a terminal, for scripts',
    'proxy support | works behind the kind of network you have at work',
    'portable settings | one TOML file, check it in',
  ],
  closers: [
    'The file formats are documented and will not change under you.',
    'Bug reports with a stack trace get answered first.',
    'One purchase covers every machine you own.',
    'Licences for classrooms are free.',
  ],
  fixes: [
    'Fixed a hang when a file changes while it is being read.',
    'UTF-16 files with a byte order mark open correctly.',
    'Search is 4× faster in folders with many small files.',
    'Fewer wake-ups on battery.',
    'Fixed: copying from the terminal dropped trailing spaces.',
    'Certificates issued with ECDSA keys are accepted.',
  ],
  praise: [
    'fast, boring, dependable',
    'the {feature} alone is worth the price',
    'opens a 2 GB log without blinking',
    'finally a tool that respects my keyboard',
    'found a bug in production within ten minutes of installing it',
  ],
  gripes: [
    'font rendering on my external monitor is off',
    'the {feature} <needs/need> a config option',
    'memory grows if I leave it open over the weekend',
    'no ARM build for a long time',
    'the shortcuts clash with my window manager',
  ],
  settings: ['at work', 'on a Linux laptop', 'over SSH', 'for embedded work', 'in class', 'on three machines'],
  apps: `
= Gitlark | A small, fast window on your repository | git-branch | $14.99
~ Stage a line, split a commit, find the change that broke it. Gitlark shows history as a story you can edit before anybody else reads it.
+ line staging | pick lines with the keyboard, not whole hunks
+ commit splitter | turn one messy commit into three clean ones
+ bisect guide | says good, says bad, finds the culprit
# git, version control, diff, commit
@ main, 3 staged, fix: retry twice, bisect 4/7, origin
= Portside | See what is listening on your machine | plug | free
~ Which process holds port 3000? Portside knows, shows the tree it belongs to, and ends it politely.
+ port list | live, with the folder the process was started in
+ polite stop | term first, kill only if you insist
# ports, network, processes, localhost
@ :3000, node, :5432, Stop, listening
= Quern | SQL client that stays out of your data's way | database | $19.99
~ Write a query, see the plan beside it, keep the result as a tab. Quern never changes a row without showing you the statement first.
+ plan view | the slow node is red and says why
+ safe edit | cell edits become SQL you approve
+ saved snippets | with parameters that remember their last value
# sql, database, postgres, query
@ SELECT, 1,204 rows, 38 ms, Plan, orders
= Logjam | Read logs the size of films | scroll-text | $9.99
~ Drop in a file of any size. Logjam indexes while you scroll, folds stack traces, and turns "what happened at 14:03" into one keystroke.
+ trace folding | a hundred lines of stack become one
+ time jump | type a time, land there
+ pattern groups | lines that differ only in numbers become one row
# logs, viewer, debugging, tail
@ ERROR, 14:03:22, 412 similar, follow, worker-2
= Restless | An HTTP client you can check in | send | free
~ Requests are text files beside your code. Restless runs them, keeps the answers, and diffs today's against last week's.
+ text requests | reviewable, mergeable, greppable
+ answer diff | what changed since the last time it worked
+ chains | use a value from one answer in the next request
# http, api, rest, client
@ GET /orders, 200, 84 ms, Diff, Body
= Hexapod | Hex editor with a sense of structure | binary | $6.99
~ Describe a format in ten lines and Hexapod colours the bytes, names the fields and tells you where the file lies.
+ grammars | PNG, ELF, ZIP and sixty more built in
+ byte diff | two files, aligned, differences in colour
# hex, binary, reverse engineering
@ 0x1A40, u32, IHDR, offset, CRC ok
= Cronicle Desk | Understand and test cron expressions | calendar-cog | free
~ Type an expression, read it in English, see the next fifty runs on a calendar, daylight saving included.
+ next runs | on a calendar, with the two hours that do not exist
+ plain words | "at 04:05 on every second Sunday"
# cron, schedule, jobs
@ */15 * * * *, Next run, Sunday, UTC, 04:05
= Regexile | Regular expressions, drawn | regex | $2.99
~ Paste an expression and Regexile draws the railway it describes. Run a train through it to see where your text derails.
+ railway view | every branch visible, no memorising
+ slow warning | spots expressions that explode
+ test table | examples that must and must not match
# regex, text, pattern, test
@ ^[a-z]+, match 3, group 2, explodes, Test
= Clipstack | A clipboard with a memory | clipboard-list | $4.99
~ The last thousand things you copied, searchable, with code formatted and secrets forgotten after a minute.
+ secret sense | keys and passwords are dropped by themselves
+ paste as | plain, Markdown, escaped, base64
# clipboard, history, snippets
@ 12:41, snippet, #FF8800, Paste as, Pinned
= Yardstick | Measure pixels on any screen | ruler | $3.99
~ Hold a key, move the pointer, read distances, colours and contrast. Let go and it is gone.
+ contrast check | passes or fails, with the number
+ snap lines | finds the edges by itself
# pixel, ruler, design, contrast
@ 24 px, 4.6 : 1, #1D2A1F, Edge, AA
= Tinker Terminal | A terminal for tablets | square-terminal | $7.99
~ A real shell, SSH with hardware keys, split panes, and a keyboard row with the keys that tablets forgot.
+ session keeper | comes back where you were after the train tunnel
+ key row | tab, escape, arrows, and what you put there
+ file bridge | drag files between host and tablet
# terminal, ssh, shell, tablet
@ ssh build-4, ~/src, top, split, 22:10
= Schema Sketch | Draw a database, get the migration | table-properties | $8.99/mo t14
~ Boxes and lines on one side, SQL on the other; change either. When the team changes the schema, the drawing follows.
+ two-way editing | the picture and the SQL never disagree
+ migration diff | the statements between then and now
# schema, erd, sql, migration
@ users, 1 → n, orders, NOT NULL, Diff
= Mockingbird API | Fake servers for honest tests | bird | free
~ Describe answers, delays and failures in a file. Mockingbird serves them, remembers what was asked, and fails your test when a call is missing.
+ bad weather | slow, cut off, twice, in the wrong order
+ recorder | learn answers from a real server once
# mock, api, testing, http
@ 503, delay 2 s, /payments, recorded, 4 calls
= Palette Null | Colour blindness while you design | eye | $1.99
~ A lens over any window that shows it as other eyes see it.
+ live lens | eight kinds of vision, at full speed
# accessibility, colour, design
@ Deutan, Lens, Before, After, Grey
= Semver Sentry | Know what an update will break | shield-alert | $3.99/mo t7
~ Sentry reads the changelogs of everything you depend on, and the code that you call, and says which updates are boring.
+ boring list | safe to merge, with the reason
+ call map | where your code touches what changed
# dependencies, updates, semver
@ 14 boring, 2 risky, 3.1.0, breaking, Merge
= JSON Orchard | Grow, prune and query JSON | braces | $2.49
~ A tree view that copes with a million nodes, a query line with completion, and a table for the parts that are really tables.
+ query line | paths with completion and history
+ table view | arrays of objects as columns you can sort
# json, viewer, query
@ $.items[3], 1.2 M nodes, Table, null, Copy path
= Packet Porch | Watch what your app says to the world | radio-tower | $11.99
~ A local proxy for phones and laptops with a list you can read, filters you can remember and a button to break things on purpose.
+ break button | drop, delay or change one answer
+ device pairing | a code on the phone, nothing to install by hand
# proxy, network, debugging
@ 204, api.example, 18 kB, Break, TLS 1.3
= Keycap Coach | Learn the shortcuts you keep missing | keyboard | free
~ Watches (locally) which menu items you click, then teaches you the shortcut at the moment it would have helped.
+ gentle nudge | three times, then never again
+ practice minute | a minute a day with your own misses
# shortcuts, keyboard, productivity
@ ⌘⇧K, missed 9×, Practice, 3 learned, Today
= Buildlight | A lamp for your pipeline | traffic-cone | $0.99
~ One coloured dot in the menu bar for all your builds. Red tells you who and what; green says nothing at all.
+ one dot | worst state wins
+ who and what | last change before it broke
# ci, build, status, pipeline
@ Green, #4182 failed, main, 6 min, Retry
= Doctape | Record a terminal, write the docs | video | $5.99
~ Run the commands once. Doctape turns them into steps with output, removes your typos and redacts your tokens.
+ typo trim | only what worked ends up in the docs
+ rerun check | tells you when the documented steps stop working
# documentation, terminal, recording
@ Step 3, $ make, redacted, Export, 48 s
`,
};
