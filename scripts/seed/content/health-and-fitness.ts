import type { Grammar } from './types';

export const healthAndFitness: Grammar = {
  slug: 'health-fitness',
  hooks: [
    'It is patient. If you miss a week, it starts where you are.',
    'No body shaming, no before and after.',
    'Health data stays on the device unless you send it to somebody.',
    'Written with two physiotherapists and a great many beginners.',
    'A minute to learn, and quiet afterwards.',
  ],
  extras: [
    'watch app | everything you need without the phone',
    'health link | reads and writes what you allow, nothing else',
    'voice cues | short, and they duck your music',
    'rest days | planned, and defended',
    'no equipment | or whatever you have, ticked once',
    'weekly letter | three sentences about how it went',
  ],
  closers: [
    'Talk to a doctor before you begin if you are unsure.',
    'Be kind to your knees.',
    'Everything you log can be exported or erased.',
    'We would rather you went outside.',
  ],
  fixes: [
    'Heart rate reconnects after leaving the pool.',
    'Fixed pace spikes under bridges.',
    'New: plans for people who work nights.',
    'Voice cues in Portuguese and Japanese.',
    'Workouts survive a dead battery.',
    'Charts start at zero, as charts should.',
  ],
  praise: [
    'down eight kilos and up two flights of stairs',
    'ran my first ten kilometres at fifty-three',
    'the {feature} <keeps/keep> me honest without nagging',
    'my back has stopped hurting',
    'simple enough that I actually use it',
  ],
  gripes: [
    'GPS wandered through the lake again',
    'drains the watch battery',
    'the {feature} <resets/reset> when I change the plan',
    'the voice cannot be turned off completely',
    'needs more for people over sixty',
  ],
  settings: [
    'every morning',
    'after my operation',
    'with a bad knee',
    'on the treadmill',
    'during pregnancy',
    'for half a year',
  ],
  apps: `
= Softstep | Couch to five kilometres, kindly | footprints | $3.99
~ Twelve weeks, three runs a week, and a voice that never says "push". If Wednesday was too much, Friday already knows.
+ honest plan | changes after every run, in both directions
+ talk test | asks you to speak a sentence, slows you if you cannot
+ injury detour | weeks of walking that still count
# running, couch to 5k, beginner, plan
@ Week 4, Run 3, 6:40 /km, Talk test, 2.8 km
= Stillwater | Meditation with less talking | droplets | $4.99/mo t7
~ One bell, one breath, one sentence. Stillwater gets quieter the longer you use it, until it is only a bell.
+ fading guide | fewer words every week
+ two-minute well | for corridors and car parks
+ evening tide | breathing that slows with the light
# meditation, breathing, calm, mindfulness
@ 10 min, Bell, Day 40, Evening, Breathe
= Ironbook | Lift, log, leave | dumbbell | $5.99
~ The notebook from the gym bag, with plates calculated and last week's numbers where you need them.
+ plate maths | what to put on the bar, drawn
+ last time | always beside today's set
+ deload sense | notices three bad sessions
# gym, strength, weights, log
@ 5 × 5, 82.5 kg, Last time, Rest 2:00, Squat
= Backlog | Ten minutes for an aching back | person-standing | $2.49/mo t7
~ Seven movements, chosen by where it hurts today. For people who sit, stand, lift or carry children.
+ pain map | tap where, say how much
+ chair set | nobody in the office will notice
# back pain, stretching, physio, posture
@ Lower left, 4/10, Chair set, 9 min, Day 12
= Lap Counter Club | Swim, and let the watch count | waves | $2.99
~ Lengths, strokes, rest, and drills that fit on a wrist. The club is for Sundays.
+ stroke sense | knows when you switched to breaststroke
+ pool board | today's set on one screen, in big letters
# swimming, laps, pool, watch
@ 1,850 m, Set 3, Stroke 18, Rest 0:20, Pool 25
= Night Owl's Sleep | Sleep better on shifts | moon-star | $3.99
~ Other sleep apps think you go to bed at ten. This one asks when your shift ends.
+ light plan | when to wear sunglasses at breakfast
+ nap budget | how long, how late
# sleep, shift work, night, rest
@ Shift ends 06:00, Nap 20, Dark 08:30, 6 h 10, Plan
= Hilltop | Walks that make you stronger | mountain | free
~ Choose a hill near you. Hilltop turns it into a training plan with a view.
+ hill finder | by height, steepness and café
+ slow climb | pace by breath, not by watch
# walking, hills, hiking, fitness
@ 124 m, Beacon Hill, Week 2, View, 48 min
= Pelvic Floor Plan | Five discreet minutes a day | circle-dot | $4.99
~ For after birth, after surgery, after fifty. Clear instructions, no pink, no jokes.
+ silent cues | a tap on the wrist, nothing on the screen
+ midwife notes | what is normal, what is not
# pelvic floor, postnatal, exercise
@ Week 3, Hold 5 s, Silent, Notes, 4 of 5
= Salt & Water | Drink enough, not more | glass-water | free
~ A glass that empties with the heat, your size and what you did today. One tap fills it.
+ heat sense | a warm day is another glass
# water, hydration, reminder
@ 1.4 l, 27°, One glass, Today, Enough
= Tabata Tin | Twenty on, ten off | timer-reset | $0.99
~ The interval timer with the biggest numbers you have ever seen.
+ across the room | readable from six metres
+ custom rounds | named, saved, shared as a link
# interval, tabata, hiit, timer
@ 00:20, Round 6, REST, 8 rounds, Go
= Yoga for Stiff People | Nobody here can touch their toes | flower | $3.49/mo t7
~ Eighty classes with blocks, belts and walls. The teacher is stiff too.
+ honest reach | shows where most people get to
+ joint notes | what to leave out with which knee
# yoga, flexibility, beginner, stretching
@ Class 14, Wall, 22 min, Block, Left hip
= Menologue | Make sense of the menopause | heart-pulse | $2.99
~ Sleep, heat, mood, cycle: two taps a day, and after six weeks a page worth taking to the doctor.
+ doctor page | your pattern on one sheet
+ heat map | literally
# menopause, symptoms, cycle, health
@ Day 38, Heat ×3, Doctor page, Sleep, Pattern
= Paceline | Cycling numbers without the noise | bike | $6.99
~ Power, heart, climb, wind. Paceline shows the two that matter for this kilometre.
+ wind line | what the headwind cost you
+ climb cards | length, steepness, where it eases
# cycling, bike, power, ride
@ 214 W, 4.1 %, Headwind, 38 km, Climb 2
= Quit Ticker | The last cigarette was 4 days ago | cigarette-off | free
~ A number that grows, a wave that passes, and somebody to text at two in the morning.
+ wave timer | most cravings last under five minutes
+ money jar | what it would have cost
# quit smoking, habit, health
@ 4 d 6 h, Wave 3:10, 41.00, Text Leo, Longest
= Balance Beam | Stay steady after sixty-five | scale | $1.99
~ Eight minutes a day at the kitchen counter. Fewer falls, more stairs.
+ counter set | something to hold on to, always
+ steady score | one foot, eyes open, how long
# seniors, balance, falls, exercise
@ 22 s, Left, Counter, Week 6, Steady
= Mindful Meals | Eat slower | salad | $1.99
~ Twenty quiet minutes with a plate. A soft tap when you gulp.
+ fork tap | from the watch, not from the phone
# eating, mindful, habit
@ 18 min, Slow, Tap, Lunch, Calm
= Kettle Logic | One kettlebell, one hundred sessions | weight | $4.99
~ A plan that needs a bell and a square metre, built so that Tuesday does not ruin Thursday.
+ form check | camera view with two lines drawn on you
+ square metre | no session needs more
# kettlebell, strength, home workout
@ 16 kg, Swing 10, Form, Session 31, Rest
= First Trimester | Forty weeks, one calm page each | baby | $3.99
~ What is happening, what is normal, what to ask. Written by midwives in four countries.
+ ask list | questions gathered for the next visit
+ kick count | later, when you need it
# pregnancy, baby, midwife, weeks
@ Week 11, Ask list, Plum, Visit 2, Normal
= Breathe at Altitude | Know how you are acclimatising | cloud | $2.99
~ Morning numbers, evening headache, a curve that says go on, wait, or go down.
+ go or wait | an answer, with its reason
# altitude, mountaineering, oxygen
@ 3,840 m, 86 %, Wait, Day 4, Headache 2
= Stretch Break | Five stretches, no mat | accessibility | free
~ Rings at a good moment (not in a meeting) and takes three minutes.
+ good moment | looks at the calendar first
# stretching, desk, break, office
@ 3 min, Neck, Not now, 15:20, Done
= Rowhouse | Workouts for the rowing machine | rows-3 | $4.49/mo t14
~ Stroke rate by sound, splits by colour, and a river that moves past at your speed.
+ river rows | real rivers, filmed from the boat
+ split bands | green is the plan, amber is pride
# rowing, erg, training, cardio
@ 24 spm, 2:05 /500, Neckar, 5 k, Green
= Juggle Fit | Fitness with three balls | circle-ellipsis | $0.99
~ You laugh, you bend down a great deal, and after a month you can juggle.
+ drop count | fewer is the only score
# juggling, coordination, fun
@ 3 balls, 41 catches, Drops 12, Day 9, Try
= Migraine Ledger | Find your triggers with numbers | brain | $3.99
~ Log an attack with your eyes closed: it works by taps and voice. Later it looks for what came before.
+ eyes-closed log | taps and voice, screen black
+ trigger odds | how sure it is, in percent
# migraine, headache, diary, triggers
@ Attack 14, Odds 71 %, Rain, Dark, Report
= Desk Treadmill Diary | Walk while you work, count it right | monitor | $1.99
~ Because arms that do not swing fool every step counter.
+ belt sync | speed from the belt, steps from the feet
# treadmill, walking, desk, steps
@ 2.1 km/h, 6,240, Call mode, Today, Belt
`,
};
