import type { Grammar } from '../types';

export const strategy: Grammar = {
  slug: 'games-strategy',
  hooks: [
    'No clock, no clan, no castle on fire when you wake up.',
    'The enemy plays by your rules and explains its moves afterwards.',
    'A campaign fits into a week of evenings.',
    'Four kinds of units. You will not need more.',
    'Losing is a lesson with a map.',
  ],
  extras: [
    'hot seat | two players, one tablet, honour',
    'play by mail | a turn when you find the time',
    'map maker | and eight thousand maps by others',
    'undo one turn | marked in the chronicle',
    'chronicle | your war, written like a bad history book',
    'weekly challenge | same map, same start',
  ],
  closers: [
    'Plan, then regret.',
    'One purchase, all maps.',
    'Best with tea.',
    'Designed on paper first; the paper is included.',
  ],
  fixes: [
    'The enemy defends its bridges.',
    'Chronicle mentions your cousin.',
    'Fog of war looks like fog.',
    'Fixed a siege without walls.',
    'Turns are 40% faster.',
    'New map: the salt flats.',
  ],
  praise: [
    'deep but learnable',
    'the opponent punishes mistakes properly',
    'one more turn until four in the morning',
    'the {feature} <is/are> brilliant',
    'plays wonderfully by mail',
  ],
  gripes: [
    'late game takes too long per turn',
    'AI forgets its left flank',
    'the {feature} <needs/need> a tooltip',
    'no save during battle',
    'map maker is fiddly on phones',
  ],
  settings: ['by mail with a friend', 'on long evenings', 'on a tablet', 'on the train', 'in hot seat'],
  apps: `
= Small Empires | Conquer eleven villages | castle | $6.99
~ A strategy game on the scale of a walk: everybody you command has a name, and most of them have fields.
+ names | lose Otto, and Otto's farm stands empty
+ harvest truce | nobody fights in August
+ parley | buy, beg, marry
# strategy, turn based, villages
@ Turn 31, Otto, Truce, 6 villages, Parley
= Supply Line | War is mostly bread | truck | $4.99
~ You never fire a shot. You decide who eats.
+ carts and rails | mud is the enemy
# logistics, war, strategy
@ 14 carts, Mud, Bread 3 d, Rail, Front
= Hexarchy of Bees | Six hives, one meadow | hexagon | free
~ Scout, dance, swarm. A four-player war in which nobody dies for long.
+ dance orders | up to three moves ahead
# bees, hex, multiplayer
@ Hive 4, Dance, Clover, Swarm, 61
= Border Town | Hold the bridge with words | flag | $3.99
~ Two armies want to cross. You have a toll booth.
+ toll book | everyone owes somebody
# diplomacy, choices, strategy
@ Toll 4, Colonel, Day 9, Bridge, Owe
= Tower of Babble | Tower defence by committee | building-2 | free
~ Each tower speaks another language; put them where they understand each other.
+ talking towers | neighbours multiply
# tower defence, strategy
@ Wave 18, Greek tower, ×3, Gate, Talk
= Cold Harbour | A submarine and a secret | anchor | $5.99
~ Listen, plot, hold your breath. The screen is a chart; the rest is sound.
+ hydrophone | learn the ships by ear
+ paper plot | draw where they must be
# submarine, stealth, simulation
@ Bearing 214, Plot, 60 m, Silent, Contact
= Nine Days' Queen | Rule badly, leave well | crown | $2.99
~ You have nine days. Make two friends.
+ two friends | the only score
# choices, court, strategy
@ Day 4, Council, Friend?, Seal, Duke
= Ant Logic | A million tiny decisions | bug | $1.99
~ You only draw scents. They do the rest.
+ scents | food, danger, follow, forget
# ants, emergent, strategy
@ 4,120 ants, Scent, Food, Rain, Forget
= Castle on Credit | Build now, pay in knights | landmark | free
~ The bank is polite. The bank has trebuchets.
+ the bank | always remembers
# castle, economy, humour
@ Debt 240, Wall, Knight, Rate 4 %, Siege
= Redoubt | Dig, wait, hold | shield | $2.99
~ A night, a trench line, and what is coming.
+ digging | earth you move stays moved
# defence, trench, tactics
@ 03:10, Dig, Flank, Flare, Hold
= Orbital Parliament | Politics on a space station | orbit | $3.99
~ Vote on air.
+ air budget | every law breathes
# politics, space, strategy
@ Air 14 d, Motion, 31–28, Faction, Vote
= The Slow War | One order a day, for a summer | mail-open | free
~ Twelve players, ninety turns, letters in between.
+ letters | that can be intercepted
# play by mail, diplomacy, multiplayer
@ Day 41, Order, Letter, Ally?, Coast
= Kraken & Company | Manage a sea monster | ship | $1.99
~ It needs ships. Insurance needs an explanation.
+ tentacles | eight workers, one appetite
# comedy, management, strategy
@ Ship 9, Hungry, Claim, Tentacle 6, Storm
`,
};
