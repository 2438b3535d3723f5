import type { Grammar } from '../types';

export const action: Grammar = {
  slug: 'games-action',
  hooks: [
    'One more run, then bed. (It will not be one more run.)',
    'Controls fit two thumbs or any controller.',
    'Every hit is your fault, and you will know why.',
    'Runs last about twelve minutes.',
    'No energy, no timers, no shop between you and the next attempt.',
  ],
  extras: [
    'daily seed | the same run for everybody, once',
    'controller support | every button can be moved',
    'assist options | slower, more hearts, no shame',
    'replays | share the impossible one',
    'boss rush | for when you are angry',
    '60 frames | on five-year-old phones',
  ],
  closers: [
    'Good luck. You will need less of it each time.',
    "Beat the developers' times; they are not that good.",
    'New arena every season, free.',
    'One purchase, whole game.',
  ],
  fixes: [
    'The third boss telegraphs its charge.',
    'Input lag down by a frame.',
    'Dodging no longer cancels a heal.',
    'New arena and two new enemies.',
    'Fixed falling through the floor of the foundry.',
    'Leaderboards without cheaters. Mostly.',
  ],
  praise: [
    'the bosses are hard but fair',
    'best dodge roll on a phone',
    'runs perfectly with my controller',
    'the {feature} <makes/make> every run different',
    'music that makes you play better',
  ],
  gripes: [
    'touch controls cover half the screen',
    'difficulty jumps at the second boss',
    'the {feature} <is/are> overpowered',
    'lost my save after the update',
    'too short for the price',
  ],
  settings: [
    'with a controller',
    'on the train',
    'after work',
    'on a tablet',
    'between lectures',
    'for a week straight',
  ],
  apps: `
= Rooftop Courier | Run, jump, deliver, do not spill | zap | $3.99
~ Nine hundred rooftops, one bowl of soup. Rooftop Courier is a parkour game in which the fastest line is rarely the driest.
+ soup physics | it sloshes, it cools, it counts
+ city seasons | rain in autumn, laundry in spring
+ ghost couriers | race the line of a friend
# parkour, runner, action, city
@ District 4, 01:42, Soup 88 %, Ghost, Roofs
= Ember Knights' Folly | Sword fights you can lose gracefully | flame | free
~ Parry, riposte, apologise. A duelling game with eleven weapons and a crowd that knows good manners.
+ parry window | as wide as you dare
+ the crowd | throws roses or cabbages
# sword, duel, fighting, parry
@ Round 2, Parry!, Rapier, Roses 14, Bout
= Hull Breach | Hold the station for one more minute | rocket | $4.99
~ Three corridors, a welding torch and something scratching at the door. Weld, run, shoot, weld.
+ weld or shoot | you have two hands, choose
+ four-crew mode | shout at people you love
# shooter, space, survival, co-op
@ 06:12, Door B 41 %, Weld, O₂, Wave 9
= Paper Tigers | Cut-out heroes in a pop-up world | cat | free
~ Fold the scenery to make a bridge, tear it to make a trap.
+ fold and tear | the level is made of paper
+ scissors boss | exactly what you fear
# platformer, paper, action
@ Page 7, Fold, Tear, 3 stars, Scissors
= Slipstream Owls | Dive, bank, snatch | bird | $1.99
~ You are an owl. The mouse is fast, the barn is small, and the night is beautiful.
+ silent dive | noise is the only enemy
# flight, owl, night, arcade
@ Barn 3, Mouse, Silent, Moon, 12 caught
= Gutter & Gold | A thief's night on the roofs | moon | $2.99
~ Listen at chimneys, swing on ropes, take only what shines. Guards have routines, and cats.
+ chimney ear | hear the room before you enter
+ clean hands | a medal for touching nobody
# stealth, thief, action
@ Manor, 3 guards, Cat!, Gold 410, Clean
= Thumbwar Legends | Four thumbs, one phone | hand | free
~ Put the phone on the table. Two players, ten seconds, no mercy.
+ forty arenas | ice, honey, escalator
# two player, versus, party
@ 2–1, Honey, Thumb!, Round 4, Rematch
= Mecha Gardener | Prune the future with lasers | sprout | $5.99
~ The hedge has become sentient. You have a walking greenhouse with rockets.
+ graft shop | put a rose on your rocket
+ greenhouse view | transparent cockpit, opaque weather
# mech, shooter, plants
@ Hedge 4, Heat 71 %, Graft, Rose rocket, Prune
= Tumble Guard | Fall on purpose | shield | free
~ A knight with a very large shield and no legs to speak of. Gravity does the rest.
+ shield surf | stairs are your friend
# physics, knight, casual, action
@ Tower 12, Roll, Stairs, 00:31, Gem
= Static Bloom | A bullet storm with a heartbeat | sparkles | $2.99
~ Every pattern is a song; if you can hear it, you can dodge it.
+ pattern songs | learn by ear
+ graze meter | closer is braver is better
# bullet hell, arcade, rhythm
@ Song 5, Graze ×41, No hit, 148 bpm, Bloom
= Canal Raiders | Speedboats and bad decisions | ship | free
~ Low bridges, tight bends, and a crew that throws fish.
+ fish launcher | slippery, silly, effective
# boats, chase, arcade
@ Bridge!, Fish ×6, Lap 2, Turbo, Lock 3
= Nine Lives Left | An action game about dying well | skull | $3.99
~ Each life has another body: a cook, a diver, a bear. Use each death to open the next door.
+ nine bodies | each can do one thing
# platformer, puzzle, action
@ Life 6, Bear, Door, Cook, Again
= Signal Runner 88 | Outrun the dawn on a broken bike | bike | $0.99
~ Neon, cassette, speed. It ends when the sun comes up.
+ dawn line | a wall of light behind you
# runner, neon, retro
@ 05:12, 214 km/h, Dawn, Tape B, Gap
= Brawl at the Bakery | Flour, rolling pins, honour | croissant | free
~ Four bakers want one oven. Sixteen fights, all before six in the morning.
+ flour cloud | nobody sees, everybody swings
# brawler, beat em up, comedy
@ 05:40, Rolling pin, Flour!, Oven, Combo 9
`,
};
