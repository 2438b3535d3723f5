import type { Grammar } from '../types';

export const board: Grammar = {
  slug: 'games-board',
  hooks: [
    'Against a friend, a stranger, or a patient machine.',
    'A turn takes a minute; a game takes a coffee.',
    'No coins, no chests. A board and somebody across it.',
    'The rules are taught by playing, not by reading.',
  ],
  extras: [
    'play by mail | a turn a day, with a nudge',
    'pass and play | on one tablet',
    'undo | when both agree',
    'ten levels | from toddler to club champion',
    'analysis | where it turned, shown as a curve',
    'colour-blind sets | shapes as well as colours',
  ],
  closers: [
    'Your move.',
    'Tournaments on the first Sunday.',
    'Sit down, we have kept you a chair.',
    'One price, no pieces sold separately.',
  ],
  fixes: [
    'The machine resigns when it should.',
    'Clocks survive a lost connection.',
    'Fixed a draw that was a win.',
    'New wooden set.',
    'Faster matching after ten at night.',
    'Rules in Polish.',
  ],
  praise: [
    'finally the real rules',
    'plays a clever game without cheating',
    'my grandfather and I play every day, 900 km apart',
    'the {feature} made me a better player',
    'a beautiful board and no casino nonsense',
  ],
  gripes: [
    'the machine is too easy even on ten',
    'people leave when they are losing',
    'the {feature} <drains/drain> the battery',
    'waiting for opponents takes ages in my time zone',
    'pieces are hard to tell apart',
  ],
  settings: [
    'with my grandfather',
    'on the plane',
    'at the café',
    'in our games club',
    'by mail',
    'late in the evening',
  ],
  apps: `
= Quiet Chess | Chess with the volume down | crown | free
~ No ratings on the screen, no emotes, no confetti. Two people, sixty-four squares, and a handshake.
+ hidden ratings | matched fairly, never shown
+ why that move | the machine explains in a sentence
+ slow clock | three days a move, if you like
# chess, board, strategy, two player
@ Nf3, White, 3 days, Why?, Handshake
= Stones & Rivers | A territory game older than writing | circle-dot | $3.99
~ Black, white, a grid, and four thousand years of opinions. With lessons that start on a very small board.
+ small boards | five, seven, nine, then nineteen
+ river view | who owns what, as water
# go, baduk, weiqi, territory
@ 9 × 9, Black 14, River, Atari, Pass
= Harbour Traders | Fill ships, sink prices | ship | $4.99
~ A trading game for two to five. Everybody owns part of every ship, which is the problem.
+ shared ships | load it or leave it
+ price tide | sell early, or sell to nobody
# trading, euro, board, multiplayer
@ Ship 3, Cocoa 7, Sell, Round 4, Tide
= Backgammon Boulevard | Fair dice, at last | dices | free
~ The dice are rolled in front of a witness: every game's numbers can be checked afterwards.
+ dice proof | sealed before, opened after
+ doubling cube | and a teacher for it
# backgammon, dice, board
@ 6–4, Double?, Proof, Pip 112, Bar
= Hexwood | Place a tile, grow a forest | trees | $3.99
~ A peaceful tile layer in which foxes want edges and owls want depth.
+ animal wishes | small goals with whiskers
# tiles, cosy, forest, puzzle
@ Tile 31, Fox edge, Owl, 88 pts, Grow
= Mancala Market | Seeds, pits, and a clever aunt | egg | $0.99
~ Six ways to play it, from five countries, and Aunt Ama, who has never lost.
+ Aunt Ama | talks while she wins
# mancala, oware, seeds, board
@ Pit 4, 12 seeds, Ama, Capture, Turn
= Ludo Without Tears | For families with small children | dices | free
~ Nobody is sent home. They are invited to tea.
+ tea table | a kinder way to lose a turn
# ludo, family, kids, dice
@ Red 3, Tea!, Roll, Home 2, Mum
= Castles of Tin | A deck, a board, an argument | castle | $5.99
~ Build towers on each other's land and tax the staircase.
+ staircase tax | small, constant, infuriating
# castle, strategy, board
@ Tower 3, Tax 2, Tin 14, Round 6, Build
= Twelve Men's Morris | Mills, moved and broken | grid-3x3 | $0.99
~ Cut into church pews for a reason: it takes a minute to learn and a sermon to play.
+ pew mode | silent, one hand
# morris, mill, classic
@ Mill!, 9 left, Fly, White, Pew
= Ricochet Abbey | Monks who cannot stop walking | church | $2.99
~ They slide until a wall says no. Find the shortest way for brother Anselm.
+ puzzle hour | everybody gets the same abbey
# sliding, robots, puzzle, board
@ 7 moves, Anselm, Wall, Hour, Best 6
= Archipelago Duel | Two players, nine islands | tree-palm | free
~ Bid with secret boats. The wind decides ties, and you own a bit of the wind.
+ secret boats | revealed together
# bluff, two player, islands
@ Island 5, 3 boats, Wind, Reveal, 5–4
= Dominoes on the Stoop | Loud tiles, friendly talk | square | free
~ Four around a table, four ways to score, and a slam you can hear next door.
+ the slam | harder when you mean it
# dominoes, tiles, multiplayer
@ 6–6, Slam!, Block, 85, Partner
`,
};
