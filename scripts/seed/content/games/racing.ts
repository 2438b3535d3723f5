import type { Grammar } from '../types';

export const racing: Grammar = {
  slug: 'games-racing',
  hooks: [
    'Races are short, rivalries are long.',
    'Brake late, but brake.',
    'No fuel timers, no crates, no gems.',
    'Runs at sixty frames on a phone from five years ago.',
  ],
  extras: [
    'ghosts | of friends, or of yourself on a good day',
    'tilt, touch or pad | and a real wheel, if you own one',
    'photo mode | mud included',
    'time trial | one track a week for everyone',
    'split screen | on tablets and televisions',
  ],
  closers: [
    'See you at the finish.',
    'All cars are earned by driving.',
    'Drive carefully afterwards.',
    'New track every month, free.',
  ],
  fixes: [
    'New track: the ferry dock.',
    'Fairer collisions.',
    'Fixed the shortcut. You know which one.',
    'Wheel support.',
    'Ghosts are half the size.',
  ],
  praise: [
    'handling is superb',
    'finally a racer without timers',
    'split screen with my daughter, what a joy',
    'the {feature} <makes/make> it',
    'tracks are gorgeous',
  ],
  gripes: [
    'opponents cheat on the last lap',
    'steering by tilt is imprecise',
    'the {feature} <crashes/crash> on start',
    'too few cars',
    'online is empty at night',
  ],
  settings: ['with a gamepad', 'in split screen', 'on the sofa', 'every lunch break', 'with my brother'],
  apps: `
= Gravel & Glory | Rally stages you can smell | car | $6.99
~ Forty stages in six countries, one co-driver, and pace notes that are sometimes wrong.
+ co-driver | trust her, or fix the notes
+ service park | twenty minutes, one mechanic, choose
# rally, racing, cars, stages
@ Stage 14, L4 over crest, 03:12, Notes, Mud
= Soapbox Sunday | Downhill in things with wheels | blocks | free
~ Build it from a bathtub, race it down the village.
+ garage | anything with weight rolls
+ village lanes | hens have right of way
# soapbox, downhill, build
@ Bathtub, 61 km/h, Hens!, Brakes?, 2nd
= Tram Grand Prix | The slowest racing game in the world | train-front | $1.99
~ Points, bells, passengers. Overtaking is a matter of planning.
+ points race | switch or be switched
# tram, racing, humour
@ Line 6, Points, Bell, +2 passengers, 18 km/h
= Velodrome | Tactics at two hundred beats | bike | $3.99
~ Sprint, keirin, pursuit. Slipstreams you can feel, legs you can lose.
+ leg meter | spend it once
# cycling, track, racing
@ Lap 3, Slipstream, Legs 41 %, Sprint, Keirin
= Moonbuggy Derby | One sixth of the grip | moon | free
~ Jumps last four seconds. Plan your landing.
+ low gravity | corners are negotiations
# moon, buggy, racing
@ Air 4.1 s, Crater, 1/6 g, 3rd, Dust
= Paper Plane Cup | Fold, throw, steer | send | free
~ Office corridors, open windows, one printer with a draught.
+ folding table | wings decide the race
# paper plane, flying, racing
@ Corridor, Draught, Fold B, 41 m, Window
= Longship Sprint | Row, drum, ram | ship | $2.99
~ Everybody taps to the drum. Early is as bad as late.
+ drum | up to six rowers
# rowing, vikings, multiplayer
@ Stroke 28, Drum, Ram!, Fjord, 1st
= Drift Club Kyushu | Sideways, politely | car-front | $4.99
~ Mountain passes at night, judged on line, smoke and manners.
+ three judges | one of them likes smoke
# drift, cars, japan
@ Pass 4, 92 pts, Smoke, Line, Bow
= Pigeon Post Derby | Across the Channel with a letter | bird | free
~ Wind, hawks, chimneys, home.
+ homing sense | a warm tug in the thumb
# birds, racing, flight
@ 88 km, Hawk!, Tailwind, Home, 4th
`,
};
