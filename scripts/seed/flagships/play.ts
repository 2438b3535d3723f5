/** Listings of the most popular games, written by hand, by the game's name. */
export const play: Record<string, string> = {
  'Duckling Parade': `Eight ducklings. One road, two puddles, a dog, and bread.

Draw a line with your finger, and they follow it. Mostly. Bends are where you lose number seven; bread is where you lose all of them. Bring everybody to the pond, in order, and the mother nods. *That nod is the best reward we know how to make.*

- 160 parades, from the farmyard to the airport
- A shelf of hats
- A lost-and-found: go back for the one you left
- No timers, no lives, nothing to buy

Made by three people and one very patient duck consultant.`,

  'Quiet Chess': `Chess, with the volume turned down.

No rating beside your name. No emotes, no confetti, no "brilliant!!". You sit down, somebody sits down opposite, you play, and at the end you shake hands. You *are* matched by strength; you are just never told the number.

**Play**

- Three days a move, or three minutes a game
- A stranger, a friend by link, or a machine that plays like a person of that level, mistakes included

**Learn**

- After the game the machine picks the three moves that mattered and explains each in one sentence
- A position a day, from games by people you have not heard of

**Rest**

- You may resign by turning the phone over

Free, without advertising, run by a chess club with 4,100 members.`,

  'Patience, Please': `Thirty games of patience on a table that does not shout.

The seven-column one is here, of course. So are the ones your grandmother played, the ones the navy played, and one that has been won four times since 1870. Every deal can be drawn from those that are *known to be winnable*, or left to fate.

- Cards you can read without glasses
- One thumb, either hand
- Undo as often as you want; a small dot remembers
- Statistics per game, or none at all
- Works in the air, underground and in hospital beds

No coins, no quests, no advertising. We make it because we play it.`,

  Foldaway: `You have a sheet of paper and exactly three folds. There is a shape to match. It makes the sound you hope it makes.

**Foldaway** is a puzzle game about creases. They stay. Every fold you make is in the way of the next one, or helps it, and around level forty you will find that the back of the paper has a colour too.

- 220 sheets, folded by hand before they were drawn
- No text, no timer, no moves to buy
- A hint shows the *idea*, never the fold
- The daily sheet: everybody gets the same, at midnight
- A folding table: make one and send it to somebody you like or dislike

> "I have not seen daylight, but I have seen what paper can do." (our tester, age 9)

Complete in one purchase.`,

  'Knot Today': `It is a tangle. Drag a point, watch the rest follow, and stop when nothing crosses.

That is all, and it turns out to be what a head needs at eleven in the evening. Strings are soft and push each other aside. Colours are from real rope. When the last crossing opens, everything relaxes at once, and so do you.

- Three hundred knots, and as many more as you like
- A daily tangle that a whole town undoes together
- Zen mode without an end
- Gentle haptics; perfect without sound`,

  'Noodle Stand': `It is raining. Your stand has six stools, one pot and a paper lantern.

People come in, hang up their coats and order. Get it right, and they tell you something true: about the ferry, about a sister, about why nobody uses the red bridge any more. Get it wrong, and they still stay, because it is raining.

**Noodle Stand** is a cooking game without shouting. Over twelve months the street changes, the menu grows, and two hundred short stories turn into one.

- Forty ingredients and what they do to people
- Regulars who remember what you gave them
- Slow evenings that pay in other ways
- Free. A second street can be bought once; the first one is complete`,

  'Rooftop Courier': `Nine hundred roofs. One bowl of soup. Two minutes, because after that it is cold.

**Rooftop Courier** is a parkour game about carrying something that spills. You can vault, slide, swing and fall; the question is what is left in the bowl. The fastest line is rarely the driest one.

### The city

- Eleven districts on one map without loading
- Seasons: ice in January, laundry in May, fireworks when you least need them
- Customers who open the window, or do not

### The run

- Controls for two thumbs, or any controller, 60 frames on old phones
- Ghosts of your friends, with *their* soup
- A daily order: same roofs, same wind, one try

No energy, no adverts, no soup for sale.`,

  Signalbox: `7:42 from the coast. Late, as always. Behind it the milk, beside it a light engine that wants to cross, and you have forty levers.

**Signalbox** is a railway simulation from the inside of a small wooden house. You do not drive anything. You ask the next box by bell, pull the points, lock them, clear the signal, and write it in the book. If two levers contradict each other, they will not move: the interlocking is exactly as it was in 1932.

- Six junctions with their real timetables
- Bell codes taught by an old hand with a cold
- Fog, cattle, Sundays, a royal train
- A sandbox in which you draw your own junction and find out why nobody built it

*Nobody has ever crashed in a box that followed the rules. You will not follow the rules.*`,

  'The Thursday Quiz': `Every Thursday at eight, a retired teacher named Maureen sits in front of a microphone and reads sixty questions. You answer with your team: on the sofa, in the pub, or spread over three countries.

- **Eight rounds**, live, about an hour, with a break for drinks
- **A picture round**, cropped by somebody cruel
- **One joker** to double a round. You will waste it
- **The doubt button**: challenge a question, and Maureen rules

Missed it? The recording waits until Sunday, without the glory.

Questions are written by people, checked by other people, and never about celebrities' pets. Free, thanks to the 900 pubs that pay to use the big screen.`,

  Crossways: `A crossword of seven by seven, every morning, set by hand.

It is small on purpose. On a good day you finish before the kettle boils; on a bad day the kettle boils twice. Every clue is fair, and when you do not believe it, the **setter's note** shows why.

- British and American spellings, each with its own grid
- *Together mode*: two cursors, one grid, any distance
- No timers unless you ask, no stars, no streaks to lose on holiday
- The archive: every puzzle since the first, with the day's weather

Set by nine people whose names are under their grids. Your subscription pays them.`,

  'Stack the Cats': `They do not want to be stacked. They will be.

Nine breeds with nine centres of gravity. The Persian is wide, the Siamese will not stay, and the kitten climbs up by itself and ruins everything. Go for height, for style or for the longest time without a hiss.

- Physics that know about tails
- A tower a day, shared with everyone
- Two players, one pile, no friendship
- Cat noises recorded in a real kitchen with consent and tuna`,

  'Small Empires': `You rule a village. There are eleven within a day's walk. By winter, one of them should rule the others, and it may as well be you.

In **Small Empires** everybody has a name. You have nineteen people; when Otto goes to war, Otto's field is not ploughed, and if Otto does not return, his sister will remember it at the council. So you talk first, trade second, marry third, and march when the hay is in.

## Systems that fit on a table

- Four kinds of units, twelve buildings, one page of rules
- **Harvest truce**: nobody fights in August. Everybody plans in August
- **Parley** before every battle, and it often works
- Opponents that explain their moves afterwards

## Ways to play

Campaign of nine winters, weekly challenge, hot seat, and by mail with up to six friends. Map maker included.`,

  Deckwright: `A tower with thirty floors, a deck of ten bad cards, and a dragon that is building its own deck from whatever you leave behind.

**Deckwright** is a deck builder in which *refusing a card is a move*. Take the sword, and the dragon gets the flood. Leave the sword, and you will meet it again on floor twenty.

- Two hundred cards, and a smith who hammers two into one
- Five trades: baker, thief, glazier, midwife, ghost
- Towers from a seed, so you can send somebody your disaster
- Twelve levels of difficulty, the last of which is a joke on us

A climb takes forty minutes. It saves between any two cards. No packs, no gems, no season.`,

  'The Lighthouse Ledger': `The keeper is gone. The lamp still turns. The last page of the ledger is in *your* handwriting.

**The Lighthouse Ledger** is a mystery in eleven entries. You have one evening per entry, a lamp that can be pointed at what you want to know, and a tide that opens some rooms only at low water. What you write into the book is what happened. Choose your words.

- About six hours, three endings, no wrong ones
- Painted in gouache, 140 scenes
- Hints in the form of gossip from the village
- Voices in English, German and Portuguese

Best alone, at night, with headphones. Quite good with somebody who grips your arm.`,

  'QR, Please': `Point. Read **where it leads before you go there**. That is the difference.

- The whole address, with suspicious parts in red
- Wifi, contacts, tickets, washing instructions
- Make codes without a watermark that never expire, because a code cannot expire
- Keeps a history on your device, or does not

No camera pictures are stored. No network is used to read a code.`,
};
