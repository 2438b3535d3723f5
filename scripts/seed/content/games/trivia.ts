import type { Grammar } from '../types';

export const trivia: Grammar = {
  slug: 'games-trivia',
  hooks: [
    'Questions written and checked by people.',
    'The answer comes with a reason.',
    'No question about celebrities you have never heard of.',
    'Ten questions, four minutes.',
  ],
  extras: [
    'table mode | teams on one phone',
    'doubt button | challenge a question, get an answer',
    'topics | switch off what bores you',
    'daily ten | compare with a friend',
    'offline pack | five thousand questions',
  ],
  closers: [
    'You knew that.',
    'Wrong answers are the fun ones.',
    'New questions on Mondays.',
    'Sources under every answer.',
  ],
  fixes: [
    '2,000 new questions.',
    'Corrected a lake.',
    'Fairer scoring in table mode.',
    'Fixed the answer everybody complained about.',
    'Doubts are answered within a day.',
  ],
  praise: [
    'questions that make you think, not guess',
    'our Thursday ritual',
    'explanations after each answer are great',
    'the {feature} <settles/settle> everything',
    'no silly power-ups',
  ],
  gripes: [
    'some answers are out of date',
    'too US-centred',
    'the {feature} <favours/favour> the fast',
    'questions repeat',
    'wish there were more science',
  ],
  settings: ['every Thursday', 'in the pub', 'with my flatmates', 'at breakfast', 'on road trips'],
  apps: `
= The Thursday Quiz | A pub quiz in your pocket | beer | free
~ Eight rounds, every Thursday at eight, read by a human being with a cold.
+ live reader | the same voice for everyone
+ picture round | cropped cruelly
# quiz, pub quiz, live
@ Round 3, 20:14, 61/80, Picture, Team
= Roughly Right | Estimate everything | gauge | $1.99
~ How heavy is a cloud? Get within a factor of two and you are brilliant.
+ factor of two | a score for good guessing
+ how to guess | the reasoning, after
# estimation, numbers, quiz
@ 500 t, ×1.4, Cloud, Good, Why
= Atlas Obscurely | Places, from odd angles | globe | free
~ Guess the country from a bus ticket.
+ bus tickets | and bin lids, and stamps
# geography, quiz, places
@ Bin lid, Chile?, 3 left, Streak 8, Map
= Before or After | Put history in order | hourglass | free
~ Was Oxford older than the Aztecs? Lay the cards on the line.
+ the line | it gets crowded
# history, timeline, quiz
@ 1096, After, Line 14, Oxford, Slip
= True, Sadly | Facts that should be lies | badge-check | $0.99
~ Two statements, one of them sadly true.
+ sources | so you can prove it at dinner
# true or false, facts, quiz
@ True, Otters, Streak 11, Source, Sadly
= Name That Smell | A quiz for the nose | soup | free
~ Words for smells, and what makes them. Surprisingly hard.
+ scratchless | imagination only
# senses, quiz, odd
@ Petrichor, Rain, 6/10, Yeast, Next
= Song in Four Notes | Less is harder | music | $1.99
~ Public-domain tunes, played badly on a toy piano.
+ toy piano | one note more costs a point
# music quiz, melody, guess
@ 4 notes, +1, Toy piano, 80 pts, Got it
`,
};
