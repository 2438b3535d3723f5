import type { Grammar } from '../types';

export const casino: Grammar = {
  slug: 'games-casino',
  hooks: [
    'Play money only: chips cannot be bought, sold or won.',
    'The odds are printed on the table.',
    'There is a clock on the wall, unlike in the real thing.',
  ],
  extras: [
    'odds glass | tap anything, see the chance',
    'session limit | the lights come on when you said',
    'lessons | what the house never tells you',
    'single player | nobody to impress',
  ],
  closers: [
    'No purchases of any kind inside. 18+.',
    'The house always wins. Here it wins nothing.',
    'If play stops being fun, help lines are listed under "Stop".',
  ],
  fixes: [
    'Odds for side bets.',
    'The clock is larger.',
    'Fixed a push paid as a win.',
    'New lesson: why systems fail.',
    'Calmer lights.',
  ],
  praise: [
    'all the fun and none of the bills',
    'showed me why my system is nonsense',
    'the {feature} <is/are> an education',
    'pretty tables',
  ],
  gripes: [
    'no multiplayer',
    'sounds get annoying',
    'the {feature} <is/are> a bit preachy',
    'chips come back too slowly',
  ],
  settings: ['with friends on Friday', 'instead of the real thing', 'on holiday', 'to learn the odds'],
  apps: `
= Blackjack Homework | Learn basic strategy by heart | spade | $1.99
~ Every hand, the right answer, and what the wrong one costs in the long run.
+ cost of errors | in chips per hundred hands
+ count trainer | slow, fast, in a noisy room
# blackjack, strategy, cards
@ 16 vs 10, Hit, −0.4, Count +2, Shoe
= House Edge | The games, and their arithmetic | dices | free
~ Roulette, craps, keno: play a thousand rounds in a second and look at the curve.
+ thousand rounds | the line that always falls
# roulette, odds, probability
@ 1,000 spins, −27, Red, Curve, Why
= Poker Parlour Solo | Hold'em against nine characters | club | $3.99
~ The dentist folds too much. The widow never bluffs. Learn to read people who do not exist.
+ nine characters | with habits you can find
+ hand notebook | your worst folds, kindly annotated
# poker, holdem, single player
@ Widow raises, Fold?, Pot 340, A♠ K♠, Note
= Penny Pier | A seaside arcade without pennies | ticket | free
~ Pushers, grabbers, and a fortune teller with a cold.
+ coin pusher | honest physics, endless coins
# arcade, coin pusher, pier
@ Tickets 88, Push, Bear, Fortune, Pier
= Bingo at the Legion | Numbers, tea, friendly rivalry | ticket | free
~ Called by a retired postman. Two fat ladies and all.
+ the caller | three hundred calls, all traditional
# bingo, numbers, caller
@ 88, Line!, Card 3, Tea, House
`,
};
