import type { Grammar } from '../types';

export const card: Grammar = {
  slug: 'games-card',
  hooks: [
    'Cards you can read, animations you can skip.',
    'Deals are shuffled fairly, and you may check.',
    'One hand for playing, one for the tea.',
    'It remembers every game and judges none.',
  ],
  extras: [
    'left hand | the fan turns round',
    'big indexes | for eyes that wear glasses',
    'statistics | per game, per year, erasable',
    'undo | as many as you like, marked with a dot',
    'offline | the plane is where cards belong',
    'card backs | forty, drawn by one person',
  ],
  closers: [
    'Shuffle up.',
    'No coins. It is not that kind of card game.',
    'Rules by people who argue about rules.',
    'New deal every midnight.',
  ],
  fixes: [
    'Autoplay stops before it ruins your plan.',
    'Larger pips.',
    'Fixed a missing nine.',
    'Bidding hints are less smug.',
    'Two new card backs.',
    'Landscape on small phones.',
  ],
  praise: [
    'the one that lives on my first screen',
    'readable, quick, and not a single advert',
    'the bots play like my aunts',
    'the {feature} <is/are> exactly right',
    'taught my kids three games with it',
  ],
  gripes: [
    'bidding hints are wrong sometimes',
    'partner bot throws aces away',
    'the {feature} animation takes too long',
    'wish there was online play',
    'statistics were reset',
  ],
  settings: [
    'with my morning tea',
    'on the underground',
    'in hospital',
    'with three friends',
    'before sleep',
    'since 2024',
  ],
  apps: `
= Patience, Please | Thirty solitaires, one calm table | spade | free
~ The famous ones, the forgotten ones, and one that has been won four times since 1870.
+ winnable deals | or let fate decide
+ the hard drawer | eight games that nobody should play
# solitaire, patience, cards, klondike
@ 7 × 7, Winnable, Undo ·, Hard drawer, 04:12
= Skat am Sonntag | Three players, thirty-two cards | club | $2.99
~ Bidding, null, ramsch: the club rules, the pub rules, and yours.
+ house rules | kitchen table, saved as a link
+ bid coach | says what the hand is worth, afterwards
# skat, cards, german, bidding
@ 18, Grand, Contra, Null, Sunday
= Deckwright | Build a deck, climb a tower | layers | $7.99
~ Two hundred cards, no two towers alike, and a dragon that builds its deck while you build yours.
+ rival dragon | takes the cards you leave
+ smith | hammer two cards into one
# deck building, roguelike, cards, tower
@ Floor 11, Hammer, Energy 3, Dragon, Relic
= Canasta with Carmen | Learn from the best aunt | heart | free
~ She explains while you play, and forgives the first ten mistakes.
+ Carmen's tips | short, sharp, right
# canasta, cards, learn
@ Wild, Meld, Carmen, 1,240, Pile
= Tarot de Village | Trumps, kings and a dog | crown | $1.99
~ The French game with the long bids, for four people who have the whole evening.
+ the dog | six cards that decide everything
# tarot, tricks, cards
@ Garde, Trump 18, Dog, Petit!, Bout
= Liar's Lantern | Bluffing in the dark | lamp | free
~ Four players, two lanterns, and a card you have not looked at.
+ your own card | everybody sees it but you
# bluff, party, cards
@ "Low", Lantern, Call it, Round 3, Lie
= Golf & Garbage | Quick card games for two | flag | free
~ Ten games that fit between two stops.
+ best of ten | a different game each time
# two player, quick, cards
@ Stop 2, 6–4, Golf, Swap, Next
= Hanafuda House | Flower cards, season by season | flower | $2.99
~ Twelve months of four cards each. Koi-koi, with a room that changes as you win.
+ the room | opens a screen at every win
# hanafuda, koi koi, flower cards
@ Koi-koi, March, Crane, 7 pts, Moon
= Rummy Railway | Sets, runs and stations | train-front | free
~ Lay a run, lay a track. First to the coast wins.
+ track laying | runs become rails
# rummy, cards, train
@ Run 5, Coast, Joker, 3 left, Track
= Cribbage Corner | Fifteen two, fifteen four | diamond | $1.99
~ With the board, the pegs, and the muttering.
+ muggins | say it first
# cribbage, pegs, cards
@ 15–2, Peg 61, Crib, Muggins, Nobs
`,
};
