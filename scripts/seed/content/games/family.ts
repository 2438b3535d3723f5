import type { Grammar } from '../types';

export const family: Grammar = {
  slug: 'games-family',
  hooks: [
    'Rules that a six-year-old can explain to a grandfather.',
    'One device is enough; everybody gets a corner.',
    'Nobody is out. Ever.',
    'Fifteen minutes, then somebody must put the potatoes on.',
  ],
  extras: [
    'handicap | the young ones get a head start, secretly',
    'big buttons | for very small and very old fingers',
    'spoken rules | in twelve languages',
    'team mode | adults against everybody else',
    'sulk timer | a pause that nobody has to explain',
  ],
  closers: [
    'Play nicely.',
    'No shop, no chat, no strangers.',
    'Tested on three families and a dog.',
    'Then play it again without the tablet.',
  ],
  fixes: [
    'The sulk timer can be longer.',
    'Two more teams.',
    'Fixed a joke nobody understood.',
    'Faster rounds for impatient uncles.',
    'New cards for the holidays.',
  ],
  praise: [
    'three generations laughing at one table',
    'the six-year-old beat all of us',
    'rainy holiday saved',
    'the {feature} <is/are> hilarious',
    'fair for all ages',
  ],
  gripes: [
    'only four players',
    'questions repeat after a few evenings',
    'the {feature} <is/are> too loud',
    'needs a bigger tablet',
    'grandma could not read the small text',
  ],
  settings: [
    'at Christmas',
    'with three generations',
    'on rainy holidays',
    'at the kitchen table',
    'in the camper',
    'with cousins',
  ],
  apps: `
= Whose Turn Is It | Sixty quick games for any table | users | $3.99
~ Draw, guess, hum, balance. The app says whose turn it is, and it is always right.
+ hum it | somebody's uncle will surprise you
+ secret handicap | tuned quietly as you play
# family, party, quick games
@ Round 8, Hum it, Grandpa, 0:30, Balance
= Treasure at Home | Make a treasure hunt in ten minutes | map | $2.99
~ Photograph seven hiding places; the app writes the riddles.
+ riddle writer | by age, rhyming if you must
+ print a map | with burnt edges
# treasure hunt, birthday, kids
@ Clue 3, Teapot, Map, 7 of 7, Age 6
= The Great Sock War | Throw, dodge, fold | shirt | free
~ Your living room is the arena, the phone is the referee.
+ referee | listens for thumps
# active, kids, silly
@ Red 4, Thump!, Half time, Fold, Blue 3
= Draw My Dinner | One draws, all guess, nobody eats | pencil | free
~ A drawing game about food, with a timer shaped like an egg.
+ egg timer | cracks at the end
# drawing, guess, family
@ Egg 0:12, Spaghetti?, Point, Round 2, Soup
= Grandmaster Gran | A quiz about your own family | heart | $2.99
~ You write the questions. Who broke the window in 1984?
+ photo round | zoomed in far too close
# quiz, family, photos
@ 1984?, Photo 3, Gran leads, Zoom, True
= Sleepy Sheep Relay | Whisper, tiptoe, do not laugh | cloud | free
~ The phone listens. The quieter team wins.
+ quiet meter | even a snort counts
# quiet game, kids, team
@ 12 dB, Snort!, Team B, Tiptoe, 2–2
= Build a Boat Together | Four fingers, one raft | sailboat | $1.99
~ Everybody holds a plank. Let go at the wrong time and you are all wet.
+ hold the plank | trust exercise with splash
# co-op, family, physics
@ Plank 6, Hold!, Splash, River, Raft
= Odd Uncle Out | Find who does not belong | glasses | free
~ Eight uncles, one impostor. Look at the moustaches.
+ moustache library | forty kinds
# spot the difference, humour
@ Uncle 5, Moustache, 3 wrong, Found, Hat
= Weather or Not | Guess, bet beans, look out of the window | sun | free
~ Will it rain by four? Will the cat come in? Bet beans on tomorrow.
+ beans | the only currency
# prediction, family, daily
@ 12 beans, Rain by 4?, Cat, Odds 3:1, Won
`,
};
