import type { Grammar } from './types';

export const kids: Grammar = {
  slug: 'kids',
  hooks: [
    "No advertising, no shop, no links out. The parents' corner is behind a sum.",
    'It works in aeroplane mode, which is where you will need it.',
    'There is nothing to win and nothing to lose.',
    'Made by parents of five children between them.',
    'Ages three to seven, and anyone who still likes ladybirds.',
  ],
  extras: [
    'sleepy end | the app yawns after the time you set',
    'two players | side by side on one tablet',
    'no reading needed | everything speaks, in nine languages',
    'left hands | buttons that move to the other side',
    'grown-up page | what they did and what to do away from the screen',
  ],
  closers: [
    'We store nothing about your child. Not even a name.',
    'Everything is in the box. There will never be anything to buy inside.',
    'Draw us something! We hang it up.',
    'Then put the tablet away and go and find a real one.',
  ],
  fixes: [
    'The frog jumps a little lower, as requested by frogs.',
    'New songs in Swedish and Turkish.',
    'Fixed: the train sometimes left without the driver.',
    'Quieter on first start.',
    'Older tablets run it smoothly again.',
    "The parents' corner is harder for clever four-year-olds.",
  ],
  praise: [
    'twenty minutes of peace on the ferry',
    'no ads, no tricks, worth every cent',
    'she giggles at the {feature} every single time',
    'my son learned to wait his turn with it',
    'calm colours, calm music, calm child',
  ],
  gripes: [
    'over too quickly for a six-year-old',
    'the music cannot be switched off separately',
    'my toddler found the settings',
    'the {feature} <is/are> a bit fiddly for little fingers',
    'needs an update for the new tablet',
  ],
  settings: [
    'with my daughter',
    'on car journeys',
    'in kindergarten',
    "at grandma's",
    'in the waiting room',
    'with twins',
  ],
  apps: `
= Pip the Postman | Deliver letters through a small town | mailbox | $2.99
~ Sort by colour, by number, by house. Everyone Pip meets has a word to say and a dog to avoid.
+ sorting table | colours first, letters later
+ doorbells | each house answers differently
# kids, sorting, town, preschool
@ House 7, Red letter, Ring, Dog!, Pip
= Puddle Jumpers | Splash, count, splash | cloud-rain | $1.99
~ Boots on. Jump into three puddles, then five, then as many as there are ducks.
+ boot box | choose two that do not match
+ rain button | light, heavy, cats and dogs
# counting, kids, rain, toddlers
@ 5 puddles, Boots, Splash, Duck, Rain
= My First Band | Six animals, six instruments | drum | $2.99
~ Whatever you tap, it sounds good. The bear keeps time.
+ bear beat | keeps everybody together
+ concert | plays back what they made, with a curtain
# music, kids, instruments, animals
@ Bear, Drum, Fox fiddle, Concert, Again
= Snip & Stick | Paper scissors without the scissors | scissors | $2.99
~ Cut, fold, glue and hang it on the line. Paper that crackles.
+ fold sounds | crackle, crease, tear
+ wash line | hang up today's pictures
# craft, paper, creative, kids
@ Fold, Star, Glue, Line, Blue paper
= The Night Zoo | Who is awake after dark? | squirrel | $3.99
~ Carry a torch through the zoo at night. Owls turn, bats swing, and something in the pond is snoring.
+ torch | follows a finger, sways like a torch
+ true facts | one sentence per animal, all of them true
# animals, night, kids, bedtime
@ Owl, Torch, Pond, Shh, Bat
= Feelings Boat | Talk about moods with an otter | sailboat | free
~ Is the sea calm or stormy today? Otter asks, listens, and knows what helps.
+ weather of me | choose a sea, get a word for it
+ what helps | a hug, a drum, a quiet corner
# feelings, emotions, kids, calm
@ Stormy, Otter, Hug, Calm, Today
= Number Bakery | Add with buns | cake | $1.99
~ Three buns and two buns and one that fell down. The queue of mice is patient.
+ mouse queue | orders that grow with the child
# numbers, adding, kids, maths
@ 3 + 2, Mouse, Buns, Oven, Served
= Build a Bug | Legs, wings, feelers, go | bug | $2.99
~ Put together a beetle that never existed and watch it walk the way its legs tell it to.
+ real walking | six legs walk differently from eight
+ bug jar | keep forty of them
# bugs, build, creative, kids
@ 8 legs, Wings, Walk, Jar, Zig
= Teddy Clinic | Make the bear better | stethoscope | $2.99
~ A plaster, a thermometer, a cup of tea. For children who are going to see a doctor, or want to be one.
+ listening tube | every toy has another heartbeat
+ brave card | with the child's own drawing
# doctor, kids, pretend play
@ Bear, 37.2°, Plaster, Heartbeat, Brave
= Shadow Match | Which shadow is the rabbit's? | contrast | free
~ Ninety shadows, three sizes of trick.
+ turn it | shadows move with the sun
# shapes, matching, puzzle, kids
@ Rabbit, Turn, 12 of 90, Sun, Yes
= Sleepy Digger | Machines that go to bed | truck | $1.99
~ One last hole, one last load, lights out. The quietest app about excavators.
+ one last hole | there are exactly five
# digger, trucks, bedtime, toddlers
@ Last hole, Lights, Load, Night, Beep
= Letter Soup | The alphabet, cooked | soup | $1.99
~ Stir, fish out an A, hear what it says. The spoon remembers which ones are hard.
+ stirring | round and round, it is the best part
# alphabet, letters, phonics, kids
@ A, Stir, Spoon, M says mmm, Taste
= Little Harbourmaster | Boats in, boats out | ship | $3.99
~ Ferry first, then the tug, then the very small red one. A gentle first strategy game.
+ signal flags | that mean what they really mean
+ tide | comes in whether you like it or not
# boats, harbour, kids, puzzle
@ Ferry, Tide, Flag B, Red boat, Berth 2
= Gogo's Garden | Plant, wait, wonder | sprout | $2.99
~ Real days pass. Plant on Monday, look on Thursday. Children learn that Thursday exists.
+ real days | beans take six, pumpkins take forty
+ watering friends | a cousin can help
# garden, plants, patience, kids
@ Day 6, Bean, Water, Worm, Thursday
= Odd Socks | A memory game with laundry | shirt | free
~ Find the pair. There is always one too many.
+ wind | moves the line when you wait too long
# memory, matching, kids, socks
@ Stripes, Pair 4, Wind, Odd one, Peg
= Tell Me a Map | Draw your way to school | map | $1.99
~ Big tree, scary dog, sweet shop. Children draw the map in their heads, and then walk it.
+ walk it | the map follows you outside, with a grown-up
# maps, drawing, kids, walk
@ Big tree, Dog, Start, Sweet shop, Walk
`,
};
