import type { Grammar } from '../types';

export const simulation: Grammar = {
  slug: 'games-simulation',
  hooks: [
    'It runs while you watch and stops when you do not.',
    'Every machine in it works the way the real one does.',
    'Nothing can be bought with money, everything with patience.',
    'There is a notebook for your mistakes.',
  ],
  extras: [
    'sandbox | everything unlocked, nothing at stake',
    'time lapse | a year in a minute, to be proud of',
    'real units | kilowatts, litres, kilometres an hour',
    'scenarios | thirty, from tea-break to winter',
    'ledger | where the money went',
  ],
  closers: [
    'Take your time.',
    'Sandbox included.',
    'Made with the help of people who do this for a living.',
    'Offline, complete, quiet.',
  ],
  fixes: [
    'Traffic chooses other routes when it should.',
    'The ledger adds up.',
    'New scenario: the hard winter.',
    'Fixed cows on the roof.',
    'Time lapse can be exported.',
    'Faster with large towns.',
  ],
  praise: [
    'hours vanish',
    'the little details are wonderful',
    'best simulation on a tablet',
    'the {feature} <is/are> so well done',
    'my kid learned what a mortgage is',
  ],
  gripes: [
    'the tutorial explains too little',
    'gets slow when the town is big',
    'the {feature} <stops/stop> making sense later',
    'money is too easy',
    'needs more maps',
  ],
  settings: ['on Sundays', 'on a tablet', 'for weeks now', 'with my father', 'when I cannot sleep'],
  apps: `
= Signalbox | Run a railway junction by hand | train-front | $4.99
~ Forty levers, bells in code, and the 7:42, which is always late. Set the road, clear the signal, do not crash anything.
+ lever frame | interlocked exactly as in 1932
+ bell codes | three pause one means trouble
+ real junctions | six of them, with their real timetables
# trains, railway, signals, simulation
@ 7:42, Lever 18, Bell 3-1, Clear, Junction
= Dairy Diary | A year on a small farm | milk | free
~ Thirty cows with names, one tractor with moods, and the milk price on Mondays.
+ cow moods | they know who milked them
+ hay weather | cut or wait
# farm, cows, simulation
@ Berta, 24 l, Hay?, Monday 38 ct, Calf
= Lockkeeper | Water, boats, patience | sailboat | $2.99
~ Raise them, lower them, talk to them. A summer beside a canal.
+ real water | litres are litres
# canal, boats, relax
@ Up, 3.2 m, Narrowboat, Wait, Gate
= Night Shift at the Observatory | Point, wait, note | telescope | $3.99
~ One telescope, twelve requests, clouds from the west.
+ queue craft | what to look at before it sets
# astronomy, simulation, calm
@ M31, Cloud W, 40 min, Request 9, Log
= Town of Nine Streets | A very small city builder | building | $5.99
~ Nine streets, no more. Make them good.
+ street mood | from shop signs to washing lines
+ one bus | decide where it goes
# city builder, small, strategy
@ Street 6, Mood 82, Bus, Bakery, 412 people
= Apiary | Keep bees, honestly | flower | $3.99
~ Swarms, mites, honey, stings. Written with a beekeeper who is never satisfied.
+ hive sounds | learn to hear a missing queen
# bees, nature, simulation
@ Hive 3, Queen?, 4 kg, Mites 2 %, Linden
= Control Tower Lite | Twelve planes, one runway | plane | free
~ Draw their paths, keep your voice calm.
+ radio voice | they repeat what you mean
# airport, planes, atc
@ Runway 27, Hold, Flight 31, Wind 8, Land
= Bakery at 4 a.m. | Dough, ovens, first customers | croissant | $1.99
~ The city sleeps. You have three hours and one good oven.
+ oven plan | heat falls, so order matters
# bakery, management, calm
@ 04:10, Rye, Oven 230°, 06:00, First
= Container Yard | Cranes, stacks, storms | package | $2.99
~ What is at the bottom is what they want.
+ wind limit | the crane sways as it must
# crane, port, logistics
@ Stack 14, Wind 9, Bottom, Ship 2, Lift
= Theatre Company | Put on twelve plays and survive | drama | $4.99
~ Cast them, feed them, keep the two leads apart.
+ rehearsals | chemistry is a number, sadly
# theatre, management, story
@ Act 2, Chemistry 61, Leads!, Sold 180, Prompt
= Reef | Grow an ocean in a week | fish | free
~ Add one thing at a time and live with it.
+ food web | drawn as it happens
# ocean, ecosystem, sandbox
@ Coral 12, Shark, Web, Day 4, 26°
= Lighthouse Radio | Talk ships through fog | radio | $1.99
~ You see dots, they hear your voice.
+ fog horn | last resort, everyone jumps
# radio, fog, ships
@ Fog, Vessel 4, Horn, Heading 210, Safe
= Plumber's Apprentice | Pipes that obey physics | wrench | free
~ Pressure, air, and an angry customer on the fourth floor.
+ bleed valve | hear the difference
# plumbing, physics, simulation
@ 2.1 bar, Leak!, Floor 4, Valve, Paid
`,
};
