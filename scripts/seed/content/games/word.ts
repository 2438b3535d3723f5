import type { Grammar } from '../types';

export const word: Grammar = {
  slug: 'games-word',
  hooks: [
    'A dictionary with taste: no abbreviations, no rude surprises.',
    'British or American, you choose, and it is not cross about it.',
    'Play alone, or with somebody far away.',
    'Ninety seconds or a whole evening.',
  ],
  extras: [
    'word of the day | with where it comes from',
    'two dictionaries | and a way to argue',
    'dyslexia type | and letter spacing',
    'play by post | a turn when you have time',
    'six languages | each with its own letters',
  ],
  closers: [
    'Mind your language.',
    'Every word can be looked up where it lies.',
    'No boosters.',
    'Made by a crossword setter and her brother.',
  ],
  fixes: [
    '412 words added, one removed.',
    'Swedish letters.',
    'Fixed the score of Q.',
    'Archive back to the first puzzle.',
    'Sharing without spoilers.',
    'Hyphens, finally.',
  ],
  praise: [
    'part of my morning now',
    'I learn a word a day',
    'fair dictionary, finally',
    'the {feature} <is/are> delightful',
    'playing with my mum across the ocean',
  ],
  gripes: [
    'refuses perfectly good words',
    'accepts nonsense words',
    'the {feature} <is/are> too easy',
    'archive costs extra',
    'streak was lost while travelling',
  ],
  settings: ['with breakfast', 'with my mother', 'on the train', 'in the evening', 'as a teacher', 'in French'],
  apps: `
= Crossways | A small crossword every morning | grid-3x3 | $1.99/mo t14
~ Seven by seven, set by hand, fair to the last clue. Finished before the kettle boils, on a good day.
+ setter's note | why that clue is fair
+ archive | every puzzle since the first
+ together mode | two cursors, one grid
# crossword, daily, words, clues
@ 7 Down, Kettle, 04:12, Setter, No. 812
= Lettercairn | Stack letters, make words, do not fall | mountain | free
~ Each word holds up the next. Long words are heavy; vowels are smooth.
+ stone weights | Z is a boulder
# words, stacking, physics
@ 9 stones, QUARTZ, Wobble, Vowel, 214
= Anagrammar | Same letters, other meaning | repeat | $2.99
~ Turn a sentence into another sentence. Six hundred pairs, some of them rude about each other.
+ ghost letters | faint, if you ask
# anagram, sentences, puzzle
@ LISTEN, SILENT, Pair 88, Ghost, 11
= Ladder to Zebra | One letter at a time | key | free
~ From COLD to WARM in four. From ANT to ZEBRA in thirteen, with a trick.
+ shortest way | shown when you give up
# word ladder, letters, puzzle
@ COLD, CORD, WARM, 4 steps, Trick
= Rhyme Crime | A detective story in couplets | search | $1.99
~ Choose the rhyme, change the culprit.
+ couplets | the wrong rhyme hangs the wrong man
# rhyme, story, detective
@ Couplet 9, Knife / life, Alibi, Butler, Turn
= Babelfit | Find the word in three languages | languages | free
~ Cognates, borrowings and accidents.
+ accidents | same word, other animal
# languages, match, vocabulary
@ Gift / poison, 3 of 3, Accident, Round 6, Fit
= Tiny Telegram | Say it in ten words | send | free
~ Cut the message, keep the meaning. Paid by the word in 1912 shillings.
+ clerk | raises an eyebrow at adverbs
# editing, words, history
@ 10 words, 2s 4d, Clerk, STOP, Arrive
= Synonymous Sam | He never says the same thing twice | message-circle | $0.99
~ Sam needs another word for "nice". Sam always needs another word for "nice".
+ shades | agreeable is not pleasant
# synonyms, vocabulary, game
@ Nice 41, Shade, Sam, Agreeable, Next
= Spelling Bee Garden | Seven flowers, one bee | flower | free
~ Visit letters, come home with words. The middle flower must be in all of them.
+ pollen | rare words bloom for a week
# spelling, letters, daily
@ 7 letters, 31 words, Pollen, Middle E, Bee
= Unwritten Laws of Spelling | Tiles, but the board has opinions | blocks | $3.99
~ Squares move, bridges open, and a river takes your Q.
+ river | carries tiles downstream
# tiles, words, board
@ River, 42 pts, Bridge, Q gone, Turn 8
= Proverb Parlour | Finish the saying | quote | free
~ A stitch in time; a bird in the hand; and what they say in Finnish instead.
+ elsewhere | the same thought from far away
# proverbs, quiz, language
@ A stitch…, Finnish, 8/10, Elsewhere, Next
= Clueless Cousin | Describe it without saying it | users | $1.99
~ Five forbidden words and a cousin who has never seen a toaster.
+ buzzer | somebody loves it too much
# party, describe, guess
@ Toaster, Buzz!, 5 words, Team 2, 0:40
`,
};
