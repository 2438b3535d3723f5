import type { Grammar } from '../types';

export const sportsGames: Grammar = {
  slug: 'games-sports',
  hooks: [
    'Easy to play, rude to your friends.',
    'One thumb aims, the other regrets.',
    'Seasons are twelve matches long.',
    'No licences, so the names are better.',
  ],
  extras: [
    'local league | up to eight friends, one table',
    'replay theatre | from the angle that hurts',
    'create a club | crest, chant, grumpy president',
    'quick match | three minutes',
    'fair play | no boosts for sale',
  ],
  closers: ['Fair play.', 'Kick-off whenever.', 'All teams in the box.', 'The referee is also learning.'],
  fixes: [
    'Goalkeepers can see.',
    'New stadium in the rain.',
    'Fixed offside. We think.',
    'Seasons save after each match.',
    'Chants in four languages.',
  ],
  praise: [
    'simple, fast, funny',
    'local league with friends is unbeatable',
    'tight controls',
    'the {feature} <is/are> a joy',
    'three-minute matches are perfect',
  ],
  gripes: [
    'goalkeeper is blind',
    'ball physics feel floaty',
    'the {feature} <is/are> unfair in the final',
    'too few teams',
    'no way to skip replays',
  ],
  settings: ['with my brothers', 'on the tram', 'with a pad', 'in the lunch break', 'at the youth club'],
  apps: `
= Pub League | Football for bad knees | trophy | free
~ Eleven regulars, one pitch with a slope, and a team talk you write yourself.
+ the slope | second half is downhill
+ team talk | choose three words
+ pie stand | morale, in pastry
# football, soccer, league
@ 2–1, Slope, 71', Pie, Half time
= Perfect Arc | Basketball with one gesture | target | free
~ Draw the throw. The net makes the sound.
+ streak net | burns from ten
# basketball, arcade, throw
@ 14 in a row, Swish, Corner, 3 pts, Wind
= Kingpin Lanes | Ten pins, heavy balls | circle | $1.99
~ Oil patterns, hook, and a shoe smell we could not simulate.
+ oil map | learns where you play
# bowling, pins, sport
@ 7–10 split, Hook, 184, Frame 9, Strike
= Crease | Ice hockey from above | snowflake | $2.99
~ Slide, shove, apologise in Canadian.
+ real ice | slows as the period goes on
# hockey, ice, multiplayer
@ 3–2, Power play, 04:10, Puck, Sorry
= Table Tennis Tantrum | Spin that you can feel | gamepad-2 | $2.99
~ The paddle is your phone, the table is online, the tantrum is yours.
+ swing sense | topspin from the wrist
# table tennis, motion, versus
@ 11–9, Topspin, Let, Match point, Rage
= Ski Jump '76 | Wind, crouch, nerve | mountain | $0.99
~ Two thumbs, eight seconds, a jury.
+ the jury | one of them is always a mean one
# ski jump, winter, retro
@ 118 m, 18.5, Wind +0.4, K-point, Land
= Street Petanque | Boules, gravel, pastis optional | circle-dot | free
~ Point or shoot. Everyone has an opinion.
+ real gravel | no two bounces alike
# boules, petanque, relaxed
@ 9–7, Shoot, 31 cm, Gravel, Measure
= Sumo Saturday | Push, slap, slip | person-standing | free
~ Six seconds of enormous effort.
+ tachiai | the first half-second decides
# sumo, fighting, two player
@ East 8–3, Slap, Edge!, Salt, Bout
= Fencing by Post | A duel, one move a day | swords | $1.99
~ Attack, parry, feint; sealed in an envelope.
+ envelopes | opened together at noon
# fencing, turn based, friends
@ Feint, Noon, 4–4, Sealed, Touch
`,
};
