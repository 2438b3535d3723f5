import type { Grammar } from '../types';

export const musicGames: Grammar = {
  slug: 'games-music',
  hooks: [
    'Wear headphones.',
    'The beat is in your thumb before it is in your ear.',
    'All music was written for it, with real drummers.',
    'If you cannot clap in time, this is a kind place to learn.',
  ],
  extras: [
    'calibration | five taps, done properly',
    'practice loop | the four bars that beat you',
    'no-fail | for the love of it',
    'your songs | bring a file, get a level',
    'haptics | play with the sound off',
  ],
  closers: ['Louder.', 'New songs monthly, included.', 'Soundtrack free with the game.', 'Play it standing up.'],
  fixes: [
    'Six new songs.',
    'Latency with wireless headphones is measured, not guessed.',
    'Fixed the missing downbeat in track 9.',
    'Hard mode is harder.',
    'Clearer notes for colour-blind players.',
  ],
  praise: [
    'the soundtrack is on my playlist now',
    'timing is spot on',
    'my sense of rhythm improved, really',
    'the {feature} <is/are> addictive',
    'feels great with headphones',
  ],
  gripes: [
    'latency on bluetooth makes it unplayable',
    'too few songs',
    'the {feature} <is/are> unfair on expert',
    'notes are too small on my phone',
  ],
  settings: ['with headphones', 'on the bus', 'after band practice', 'on a tablet', 'every evening'],
  apps: `
= Tap Dance Academy | Your fingers have feet | footprints | $2.99
~ Heel, toe, shuffle. Two fingers on glass, forty routines, one very strict teacher.
+ strict teacher | she hears everything
+ floor choice | wood, tin, wet street
# rhythm, tap dance, music
@ Routine 9, Shuffle, 96 %, Wood, Again
= Bassline Bridge | Walk the low notes | guitar | $3.99
~ Every step is a note; miss one and the bridge has a hole.
+ walking bass | learn how it really goes
# bass, rhythm, jazz
@ Bar 12, Step, 128 bpm, F7, Hole
= Conductor of Crows | Wave, and they sing | bird | $1.99
~ Eighty crows on a wire. Up is loud, left is late, down is the one that cannot sing.
+ wire choir | four voices of crow
# conducting, gesture, music
@ Forte, Crow 61, Wire 3, Left, Bow
= Drumlin | Hills you can hear | mountain | free
~ Roll over the landscape; every bump is a drum.
+ draw a hill | make the next bar
# drums, rhythm, relax
@ Hill 8, 4/4, Roll, Snare, Draw
= Shanty Crew | Pull together, sing together | anchor | free
~ Up to eight phones, one rope, and forty verses about a cook.
+ one rope | off the beat it slips
# shanty, multiplayer, rhythm
@ Heave!, Verse 6, 8 crew, Rope, Cook
= Silent Disco Detective | Guess what they are dancing to | headphones | $0.99
~ Watch the feet, pick the song.
+ feet only | hats are a distraction
# dance, guess, music
@ 3 feet, Salsa?, 0:08, Streak 5, Hat
= Polyrhythm Pets | Three against two, with hamsters | paw-print | free
~ Each hamster runs its own wheel. Keep them all happy.
+ four wheels | it starts with one
# polyrhythm, brain, rhythm
@ 3:2, Wheel 4, Happy, 92, Pip
`,
};
