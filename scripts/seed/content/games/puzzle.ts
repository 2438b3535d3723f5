import type { Grammar } from '../types';

export const puzzle: Grammar = {
  slug: 'games-puzzle',
  hooks: [
    'No timer, no moves to buy, no music that hurries.',
    'Each rule is shown once, without a word.',
    'You will put it down, and the answer will come in the shower.',
    'Two hundred puzzles, each made by hand and named.',
    'It starts easy and does not stay there.',
  ],
  extras: [
    'hint that teaches | shows the idea, not the move',
    'daily puzzle | same for everybody at midnight',
    'undo for ever | back to the beginning, if need be',
    'pencil marks | for those who think on the page',
    'puzzle maker | send a mean one to a friend',
    'no text | nothing to translate, nothing to read',
  ],
  closers: [
    'Think slowly.',
    'Free updates with new worlds, until we run out of ideas.',
    'If you solve number 188, write to us.',
    'Complete. Nothing to buy inside.',
  ],
  fixes: [
    'Twenty new puzzles.',
    'Number 72 had two solutions. Now it has one.',
    'Hints come in three sizes.',
    'Dragging feels better on tablets.',
    "Fixed the daily puzzle on New Year's Day.",
    'Your undo history survives a restart.',
  ],
  praise: [
    'clever in a way that makes me feel clever',
    'level 88 took me four days and I loved it',
    'no timers, no lives, bliss',
    'the {feature} <is/are> such a fresh idea',
    'hints that teach instead of solving',
  ],
  gripes: [
    'some levels have only one weird solution',
    'too short, I finished it in two evenings',
    'the {feature} <is/are> explained badly',
    'hints should be free from the start',
    'gets very hard very fast',
  ],
  settings: ['with my coffee', 'on the underground', 'in bed', 'with my son', 'on flights', 'instead of scrolling'],
  apps: `
= Foldaway | Fold paper until it fits | send | $3.99
~ One sheet, a shape to match, and exactly enough folds. It makes the sound you hope for.
+ real creases | they stay, and they matter
+ two-sided sheets | the back has a colour, too
+ fold budget | never one too many
# paper, folding, puzzle, origami
@ Sheet 44, 3 folds, Crease, Match, Back
= Knot Today | Untangle, one strand at a time | infinity | free
~ Drag a point, watch the rest follow. Nothing crosses, nothing tears.
+ soft strings | they push each other aside
# untangle, knots, relax
@ 14 crossings, Strand, Level 61, Loose, Hint
= Mirror, Mortar | Light through old stone | gem | $4.99
~ Turn mirrors in a ruined chapel until the morning reaches the altar.
+ morning light | the sun moves while you think
+ coloured glass | adds, takes, mixes
# light, mirrors, puzzle
@ Chapel 3, Beam, Glass, 07:40, Altar
= Sum of Parts | Numbers that want company | calculator | free
~ Push ones together until everybody is ten.
+ shy numbers | primes stand alone
# numbers, math, puzzle
@ 7 + 3, Ten!, Shy 5, Level 31, 12 moves
= Little Locksmith | Two hundred locks, no keys | key | $2.99
~ Feel the pins, hear the click. Each lock is a logic puzzle wearing brass.
+ pin feel | through the fingertips, literally
+ patron notes | who sits behind the door
# locks, logic, puzzle
@ Pin 4, Click, Door 88, Brass, Note
= Nonograma Norte | Pictures by numbers, drawn by painters | grid-3x3 | $1.99
~ Six hundred grids that turn into real pictures, not into blobs.
+ painters' set | landscapes in twenty by twenty
+ mistake-free mode | it never tells, you never know
# nonogram, picross, grid, logic
@ 20 × 20, 4 1 3, Lake, 61 %, Mark
= Cargo Cats | Pack the van, mind the tails | cat | free
~ Boxes are square. Cats are liquid. Use that.
+ liquid cats | they fill what is left
# packing, cats, puzzle
@ Van 9, Pour cat, Tail!, 100 %, Box
= Silt | A river in your hands | waves | $4.99
~ Dig, dam, let go. Water solves what you cannot.
+ real water | it finds the way you forgot
# water, physics, puzzle, calm
@ Valley 12, Dam, Flow, Mill, Dig
= Sixteen Bridges | Join the islands, cross nothing | route | free
~ An old kind of puzzle on a new archipelago with ferries and one very rude swan.
+ swan rule | no bridge may pass her nest
# bridges, hashi, logic
@ Island 5, Swan, 16 left, Ferry, Daily
= Turnstile | Sort a crowd with three doors | door-open | $1.99
~ Left, right, wait. The crowd is patient until it is not.
+ polite queue | they let each other in
# sorting, logic, queue
@ Crowd 40, Left, Wait, Door C, 3 stars
= Ghost Floorplan | Walk through the walls that are not there | ghost | $3.99
~ Only one side of the house obeys the map.
+ two houses | what you move here, moves there
# maze, perspective, puzzle
@ Hall, Not there, Upstairs, Key, Move
= Tessel | Tiles that agree with their neighbours | hexagon | $2.99
~ Turn hexagons until every edge is at peace.
+ edge peace | a hum when it is right
# tiles, rotate, pattern
@ 37 tiles, Hum, Edge, Rotate, Calm
= Elevator Etiquette | Everybody off at the right floor | building | free
~ The dog first, the cake last, and never the two bosses alone together.
+ people rules | learned by watching
# elevator, logic, humour
@ Floor 9, Cake, Bosses!, 6 moves, Ding
= Cipher Tea | A code a day with biscuits | cookie | $0.99
~ Caesar to Vigenère, in letters from a retired spy with opinions on shortbread.
+ spy's letters | a story in ninety ciphers
# cipher, codes, daily
@ Day 41, Shift 7, Letter, Crack, Tea
= Gravity Is a Suggestion | Turn the room, not the ball | rotate-cw | $2.99
~ Four directions of down, one marble, and furniture.
+ furniture | falls too
# gravity, rotation, marble
@ Room 18, Left is down, Sofa, 4 turns, Out
= Box of Suns | Slide the light home | sun | free
~ Seven suns, seven nests, one wall too many.
+ night mode | solve it by shadows
# sliding, sokoban, puzzle
@ 7 suns, 18 moves, Nest, Shadow, Undo
= Wordless | Follow the arrows nobody drew | signpost | $1.99
~ Pictures point at each other. Find the order.
+ pointing hands | and glances, and spilled milk
# order, observation, puzzle
@ Picture 6, Glance, Order, Milk, 1–9
= The Clockmaker's Wife | Repair what he left | clock | $5.99
~ Forty clocks, each a machine you can open, each with a letter inside.
+ open machines | every gear is real
+ letters | in the order you repair
# gears, mechanical, story, puzzle
@ Clock 14, Gear 32, Letter, Tick, Spring
= Dot Matrix Dreams | Connect, print, repeat | printer | free
~ A line that may not cross itself, printed loudly.
+ printer song | each solution has a tune
# line, connect, puzzle
@ Page 30, Line, 64 dots, Print, Song
= Hedgehog's Dilemma | Close, but not too close | heart | free
~ Put them together so that everybody is warm and nobody is pricked.
+ warmth map | it is a delicate thing
# logic, animals, placement
@ 5 warm, Ouch!, Night 12, Leaf, Close
`,
};
