import type { Grammar } from './types';

export const reference: Grammar = {
  slug: 'reference',
  hooks: [
    'The whole work is on your device: search is instant and private.',
    'Every entry is signed and dated.',
    'Written for people who read the footnotes.',
    'Opens to the search box, keyboard up.',
    'Nothing in it was written to be found by a search engine.',
  ],
  extras: [
    'offline | all of it, pictures too',
    'citations | copied in six styles',
    'favourites | with your own remark',
    'history | what you looked up, and when',
    'entry of the day | in a widget, if you like',
  ],
  closers: [
    'Errors are corrected within the week, with thanks by name.',
    'A new edition every autumn.',
    'Sources are listed in full.',
    'Look things up.',
  ],
  fixes: [
    'Autumn edition: 1,100 new entries.',
    'Search tolerates two typing mistakes.',
    'Fixed cross-references in the letter Q.',
    'Faster first start.',
    'Pictures can be enlarged.',
    'Copying keeps italics.',
  ],
  praise: [
    'on my home screen for two years',
    'settles arguments at dinner',
    'complete, quick, and no nonsense',
    'the {feature} <is/are> gold for my studies',
    'works in the reading room without wifi',
  ],
  gripes: [
    'download is huge',
    'missing entries for newer terms',
    'the {feature} could explain itself better',
    'search is too literal',
    'needs dark mode',
  ],
  settings: ['at university', 'for crosswords', 'in the field', 'with my pupils', 'at dinner', 'as a translator'],
  apps: `
= Compendium | An encyclopaedia in one file | library | $9.99
~ Sixty thousand short articles by people who know, for people who want to. Reads like a book, searches like a machine.
+ reading paths | from "tulip" to "stock market" in five steps
+ signed articles | who wrote it, and why them
+ spring and autumn | two editions a year
# encyclopedia, knowledge, offline
@ Tulip, Path 3, Signed, Autumn ed., See also
= Treeline | Name that tree | trees | $3.99
~ Bark, leaf, bud, silhouette. Four small questions, one tree, winter included.
+ winter key | buds and bark, when there are no leaves
+ leaf photo | a second opinion, offline
# trees, nature, identify, leaves
@ Alder, Winter key, Bud, Bark, 88 % sure
= Fold & Knot | Four hundred knots, animated | ribbon | $2.99
~ Tie along with the rope in your hands; it waits for you.
+ turn it round | see it from the side you are on
+ what for | climbing, fishing, parcels
# knots, rope, sailing, climbing
@ Bowline, Step 3, Turn, Parcel, Strong
= Unit Cellar | Every unit anybody ever used | scale | $0.99
~ Stones, ells, firkins and light-nanoseconds. Type it as you would say it.
+ old markets | what a bushel was in which town
# units, converter, history
@ 3 ells, 2.06 m, Firkin, Lübeck, Convert
= Lexis Portuguese | A dictionary with the tune | languages | $6.99
~ 120,000 words, Lisbon and São Paulo, spoken by two people each.
+ two voices | hear both sides of the ocean
+ verb wheel | every tense on one dial
# dictionary, portuguese, english, verbs
@ saudade, Voice BR, Verb wheel, noun f., Hear
= Mushroom Caution | Foraging, with fear | sprout | $4.99
~ It will tell you what it might be, what it might be instead, and what that would do to you.
+ deadly twin | always shown first
+ expert list | real people near you who check baskets
# mushrooms, foraging, fungi, identify
@ Parasol?, Deadly twin, Do not eat, Expert 4 km, Ring
= Sky Almanac | Sun, moon and planets for any day | orbit | $1.99
~ Rise, set, transit, eclipse, tide. Back to 1600, on to 2400.
+ any day | your grandmother's birthday, for instance
# almanac, astronomy, ephemeris
@ 12 Aug 2026, Eclipse, Rise 05:51, Jupiter, 1931
= Quotable & Checked | Quotations with proof | quote | free
~ He never said that. Here is who did, where, and on which page.
+ never said | six hundred famous mistakes
# quotes, sources, citations
@ Never said, 1887, p. 41, Checked, Source
= Heraldica | Read coats of arms | shield | $3.99
~ Point at a shield over a door. Heraldica reads it aloud in the old words and then in ours.
+ blazon to picture | type the words, get the shield
# heraldry, arms, history
@ Gules, a lion or, Draw, Town hall, Chief
= Legal in Plain | Laws in sentences you can read | scale | $2.99/mo
~ The paragraph on the left, what it means on the right, what courts made of it below.
+ what courts said | three cases, one line each
# law, legal, plain language
@ § 573, In plain, 3 cases, Tenant, Deadline
= Morse & More | Codes people used to speak | radio | free
~ Morse, flags, semaphore, Braille, and the whistles of one island.
+ ear trainer | from four letters to forty
# morse, codes, semaphore, braille
@ · − −, 12 wpm, Flags, Semaphore, Listen
= Periodic Pantry | Elements, where you meet them | flask-conical | $1.99
~ Tin is in the can (it is not). Every element by where you touched it today.
+ touched today | a list that grows with your day
# chemistry, elements, periodic table
@ Sn 50, Not tin, Touched, Rare, 118
= Baby Name Ledger | Names, by year and place | baby | $1.99
~ How many, where, since when. And how it sounds when shouted across a playground.
+ playground test | plays it loudly
+ sibling match | goes with the one you have
# baby names, popularity, meaning
@ Edda, 212 in 2025, Shout, Match, Rising
= Font Finder's Notebook | What typeface is that? | type | $2.99
~ Photograph a sign. Notebook compares the g, the R and the ampersand, and says how sure it is.
+ telltale letters | shows what gave it away
# fonts, identify, typography
@ 82 % sure, R, ampersand, Sign, Similar
= Street Latin | Read inscriptions | landmark | $1.99
~ Churches, bridges, gravestones: take a picture, fill in the gaps, hear it spoken.
+ gap filler | worn letters, with likelihood
# latin, inscriptions, translate
@ D.M., Gap 2, Bridge, Hear, 1624
`,
};
