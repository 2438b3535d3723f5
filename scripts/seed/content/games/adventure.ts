import type { Grammar } from '../types';

export const adventure: Grammar = {
  slug: 'games-adventure',
  hooks: [
    'You cannot lose. You can only be wrong in interesting ways.',
    'About six hours, longer if you talk to everybody.',
    'Every object has a sentence, and all of them are worth reading.',
    'There are hints, written as gossip.',
    'Play it with somebody on the same sofa.',
  ],
  extras: [
    'hint gossip | asks how much help you want',
    'chapter select | after the first ending',
    'voice acting | in three languages',
    'notebook | fills itself, you may scribble',
    'one-hand play | for trains and babies',
    'two endings | or is it three',
  ],
  closers: [
    'A story with an end.',
    'No combat. One argument.',
    'Written, drawn and composed by six people in a farmhouse.',
    'The first chapter is a demo worth playing on its own.',
  ],
  fixes: [
    'The ferryman no longer repeats himself.',
    'Hints start gentler.',
    'Fixed a lost key in chapter three.',
    'Spanish and Turkish voices.',
    'Text can be larger than we ever imagined.',
    'The cat can be stroked in every room.',
  ],
  praise: [
    'I cried at the end and I do not cry at phones',
    'every room looks like a painting',
    'played it in one sitting',
    'the {feature} <is/are> such a clever idea',
    'dialogue that is actually funny',
  ],
  gripes: [
    'one puzzle in chapter two makes no sense',
    'walking is too slow',
    'the {feature} glitched and I had to restart the chapter',
    'ends just as it gets going',
    'too much reading for my son',
  ],
  settings: ['with my partner', 'over one weekend', 'in bed', 'on a tablet', 'during the holidays', 'with headphones'],
  apps: `
= The Lighthouse Ledger | A mystery in eleven entries | lightbulb | $6.99
~ The keeper is gone, the lamp still turns, and the last page of the ledger is in your handwriting.
+ ledger | what you write changes what happened
+ tides | some rooms exist only at low water
+ lamp room | point the light at what you want to know
# mystery, lighthouse, story, adventure
@ Entry 9, Low water, Lamp, Keeper?, Page
= Moss Folk | Very small people, very large garden | sprout | $4.99
~ A snail is transport, a raindrop is a catastrophe. Walk from the shed to the pond; it takes a summer.
+ snail caravan | slow, reliable, opinionated
+ weather matters | you plan around drops
# exploration, tiny, garden, cosy
@ Snail, Shed 40 m, Raindrop!, Pond, Moss
= Postbox at the End | Deliver the last letters of a town | mail | $3.99
~ The valley will be flooded. Forty-one letters, forty-one doors, and you may read them.
+ read or not | nobody will know but the ending
# story, letters, walking
@ 12 of 41, Door, Read?, Valley, Thursday
= Salt Road | A caravan across a white desert | sun | $7.99
~ Water, songs, debts. You lead nine people and a camel with a memory.
+ songs | the only map there is
+ camp talk | who sits beside whom decides
# survival, caravan, desert, story
@ Day 14, Water 6, Song 3, Debt, Camp
= Aunt Vera's Attic | Find what she hid | house | free
~ One attic, a lifetime of boxes. Put the objects in order and her story tells itself.
+ right order | a box opens when a year is complete
# hidden object, story, puzzle
@ 1957, Box 4, Ribbon, Order, Vera
= Undersong | An opera you walk through | music | $5.99
~ Below the city somebody is singing. Each level is an aria, and you are the orchestra.
+ orchestra | step here, the strings come in
# music, exploration, art
@ Aria 3, Strings, Below, Echo, Descend
= The Interpreter | Translate between two worlds | languages | $4.99
~ They speak, you choose what it meant. Peace is a matter of prepositions.
+ prepositions | the smallest words decide
+ both ears | replay what they really said
# language, dialogue, choices
@ "over" or "above", Treaty, Both ears, Day 3, Silence
= Hotel Meridian | Twelve guests, one morning, no breakfast | concierge-bell | $3.99
~ You run the desk. Everybody lies about a small thing, and one about a large one.
+ key wall | who is out, who says so
# detective, hotel, mystery
@ Room 12, Key missing, 07:40, Lie, Desk
= Otterly Lost | A cub finds the sea | waves | $2.99
~ Swim, slide, squeak. A gentle journey down a river with forty animals to meet.
+ squeak | it means something different to everyone
# animals, river, kids, adventure
@ Bend 7, Squeak, Heron, Slide, Sea
= Redacted | Read the files. Black out the truth. | file-text | $2.99
~ You are the censor. What you leave readable becomes history.
+ black pen | what is gone stays gone
# documents, choices, dystopia
@ File 88, Black pen, History, Clause, Sign
= The Orchard Between | A ghost story that is not scary | apple | $3.99
~ Two children, one hundred years apart, in the same tree.
+ two times | carve here, read there
# ghost, story, family, puzzle
@ 1926, 2026, Carve, Swing, Apple
= Cartographer's Debt | Draw the map to survive it | compass | $4.99
~ What you draw becomes true. What you forget, falls away.
+ true ink | coasts obey you
+ erasers | cost more than gold
# map, drawing, exploration
@ Sheet 6, Ink 40, Coast, Forget, North
= Night Ferry to Oslo | A short game about a long goodbye | ship | $1.99
~ Ninety minutes, seven cabins, and the person you hoped not to meet.
+ real clock | the ferry leaves, with or without you
# story, short, romance
@ 23:10, Cabin 7, Deck, Ticket, Ask
`,
};
