import type { Grammar } from '../types';

export const casual: Grammar = {
  slug: 'games-casual',
  hooks: [
    'Play it for one minute or for forty.',
    'One finger. That is the whole tutorial.',
    'There is a little story, if you look at the background.',
    'It waits for you. Nothing withers while you are away.',
    'Pleasant on the ears, too.',
  ],
  extras: [
    'zen mode | no score, no end',
    'one thumb | works in a crowded tram',
    'tiny download | smaller than a photograph',
    "friends' ghosts | see how far they got",
    'seasons | it snows when it snows',
    'silent play | nothing lost with the sound off',
  ],
  closers: [
    'Come back whenever.',
    'No lives to wait for.',
    'Made in a caravan near {town}.',
    'It is a nice little game. We hope it does you good.',
  ],
  fixes: [
    'A new hat for the duck.',
    'Fixed the level that could not be won.',
    'Smoother on small phones.',
    'Zen mode remembers its colours.',
    'It is autumn now.',
    'Sixteen more levels.',
  ],
  praise: [
    'so soothing, I play it before sleep',
    'cute without being sticky',
    'one of those games you keep for years',
    'the {feature} <gets/get> me every time',
    'perfect for five minutes in a queue',
  ],
  gripes: [
    'repetitive after a week',
    'level 40 is impossible',
    'the {feature} <lags/lag> on my phone',
    'too many notifications by default',
    'progress did not move to my new phone',
  ],
  settings: ['in queues', 'on the tram', 'with a baby on my arm', 'in the break', 'before sleep', "at the doctor's"],
  apps: `
= Duckling Parade | Lead them home without losing one | egg | free
~ Draw a line, they follow it. Mostly. A game about attention, bread and puddles.
+ follow the line | bends are where you lose them
+ hat shelf | ducks in hats
+ lost and found | go back for number seven
# ducks, cute, casual, line
@ 7 of 8, Puddle, Hat, Pond 12, Bread
= Noodle Stand | Serve soup, hear stories | soup | free
~ Guests come in from the rain. Get the order right and they tell you something true.
+ true stories | two hundred short ones
+ rain lamp | slow evenings pay better
# cooking, time management, cosy
@ Order 14, Extra egg, Rain, Story 31, Lantern
= Pebble Skipper | Flick stones across a lake | circle | $0.99
~ Choose a stone, choose a light, flick. The record is fifty-one and belongs to a girl in Turku.
+ stone pocket | flat ones are rare
# skipping stones, relax, arcade
@ 18 skips, Flat, Dusk, Best 34, Lake
= Stack the Cats | Higher, fluffier, angrier | cat | free
~ They do not want to be stacked. They will be.
+ nine breeds | nine centres of gravity
# cats, stacking, physics
@ 11 cats, Wobble, Persian, 3.2 m, Hiss
= Tidepool Tycoon | A very small seaside business | shell | free
~ Rent out buckets. Hire a crab. Look at the sea.
+ crab staff | sideways but honest
# idle, seaside, tycoon
@ 14 buckets, Crab 3, High tide, 212/h, Shell
= Bubble Wrapper | Pop. | circle-dot | free
~ It is bubble wrap. It never runs out.
+ the last one | always a bit tougher
# bubble wrap, relax, pop
@ 1,204 pops, Sheet 18, Last one, Pop, Again
= Lemon Squeezer | Match, squeeze, refresh | cherry | free
~ Three of a kind make juice; four make a fountain; five make the neighbours complain.
+ fountain | aim it
+ recipe jars | a reason to want limes
# match three, fruit, juice
@ Level 61, Fountain, 14 left, Lime jar, 3 stars
= Slow Snail Racing | Bet on patience | turtle | free
~ Races take a day. Check in, cheer, put down a leaf.
+ leaf lanes | shape the race with salad
# snail, idle, racing
@ Day 2, 3rd, Leaf, 41 cm, Cheer
= Kite Over Kobe | One string, endless sky | wind | $1.99
~ Hold to climb, let go to dance.
+ thermals | drawn as birds
# kite, endless, relax
@ 214 m, Thermal, Red kite, Dusk, Let go
= Paperboy Again | Throw, miss, apologise | newspaper | free
~ Twenty houses, one arm, and Mrs Petrova's greenhouse.
+ greenhouse | it will happen
# throw, arcade, retro
@ 14/20, Greenhouse!, Sunday, Dog, Tip
= Marble Mountain Post | Roll the mail downhill | mountain | $2.99
~ Build a marble run from the top of a village to the bottom, with a bell at the end.
+ village physics | roofs, gutters, washing lines
# marble run, physics, build
@ Bell!, Gutter, 01:12, Roof 3, Marble
= Yarn & Yeti | Roll up a sleepy monster | snowflake | free
~ Pull the thread, unwind the yeti, knit a scarf. Repeat until everybody is warm.
+ unravelling | oddly satisfying
# puzzle, knitting, cute
@ Scarf 9, Unwind, Yeti, Cold, Wool
= Pond Life Idle | Something is always hatching | fish | free
~ Leave it alone for a day. That is the strategy.
+ while you slept | a letter from the pond
# idle, pond, frogs
@ 41 frogs, Hatched 6, Letter, Reed, Day 12
= Chimney Swifts | Tap to turn, sunset to sunset | sunset | $0.99
~ A flock behind you, chimneys before you, and no way to stop.
+ the flock | copies you, a beat late
# birds, endless, arcade
@ 61 swifts, Chimney, Dusk, Turn, Best 118
= Toast Master | Golden, not black | sandwich | free
~ A game about one lever.
+ breads of the world | each burns differently
# reaction, toast, silly
@ Rye, 0.2 s, Golden, Burnt 4, Brioche
`,
};
