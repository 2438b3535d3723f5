import type { Grammar } from './types';

export const foodAndDrink: Grammar = {
  slug: 'food-drink',
  hooks: [
    'Tested in a kitchen with one good knife and a bad oven.',
    'The screen stays on while your hands are wet.',
    'No life story before the recipe.',
    'Grams and cups, your choice, converted properly.',
    'It knows what is in season where you live.',
  ],
  extras: [
    'cook mode | one step at a time, in type you read from the sink',
    'timers | several at once, named after what is in the pan',
    'shopping list | sorted by aisle, shared at home',
    'scaling | for two, for twelve, with sane numbers of eggs',
    'allergens | hidden for good once you name them',
    'meal plan | drag to Tuesday',
  ],
  closers: [
    'Eat well.',
    'Recipes are yours: export them as text at any time.',
    'Tell us what failed. We cook it again.',
    'Made in {town}, tasted everywhere.',
  ],
  fixes: [
    'Timers ring through silent mode if you allow it.',
    'Half an egg is now rounded like a cook would.',
    'New: pressure cooker times at altitude.',
    'Fixed the list that lost ticks when two people shop.',
    'Import works on 200 more recipe sites.',
    'Bigger steps in cook mode on small phones.',
  ],
  praise: [
    'dinner is decided before I am hungry',
    'we waste so much less food',
    'the {feature} <is/are> pure genius in a small kitchen',
    'every recipe I tried worked the first time',
    'my bread finally has holes',
  ],
  gripes: [
    'too few vegetarian ideas',
    'the {feature} <mixes/mix> up cups and grams',
    'timer did not ring once and the cake was gone',
    'photos are lovely but the steps are small',
    'wants my location for no reason',
  ],
  settings: [
    'every Sunday',
    'for a family of five',
    'in my tiny kitchen',
    'for meal prep',
    'as a beginner',
    'in our shared flat',
  ],
  apps: `
= Crumb | Bread, by the clock and by hand | croissant | $4.99
~ Tell Crumb when you want to eat. It counts back through proofing, folding and the fridge, and rings when the dough needs you.
+ backwards clock | from breakfast to first mix
+ starter diary | rise, smell and temper of your sourdough
+ flour maths | hydration without a calculator
# bread, sourdough, baking, timer
@ Fold 2, 78 %, Bake 07:10, Starter, Rye
= Larder | Know what you have, cook what you have | refrigerator | $2.99/mo t7
~ Scan the receipt when you come home. Larder keeps the shelf, warns before things turn and suggests supper from what is left.
+ receipt scan | forty items in one photo
+ eat me first | what turns next, with three ideas
+ two-person list | ticks appear on both phones at once
# pantry, recipes, food waste, shopping list
@ Eat first, Leeks, 2 days, 41 items, Supper
= Umami Index | What goes with what | blend | $3.99
~ Start with one ingredient and follow the lines. Four thousand pairings, from obvious to brave.
+ bravery dial | from safe to "are you sure"
+ bridge finder | the third thing that joins two others
# flavour, pairing, ingredients, cooking
@ Beetroot, Bridge, Dill, Brave 4, Try
= Pour Slowly | A coach for filter coffee | coffee | $2.99
~ Put the phone beside the scale. It hears the water, times the bloom and tells you what to change tomorrow.
+ pour trace | your stream drawn as a line
+ next cup | one change at a time, never two
# coffee, brewing, pour over, timer
@ Bloom 0:45, 240 g, Next: finer, 92°, Trace
= Supper for One | Small pans, no leftovers | utensils | $1.99
~ Three hundred dinners for exactly one person, with half-onions planned into tomorrow.
+ half-onion plan | what is left today is in Thursday
+ one pan | never more than two things to wash
# cooking, single, quick, dinner
@ 18 min, Half onion, Thursday, One pan, Cook
= Cellar Notes | Remember the wines you liked | wine | $3.99
~ Photograph the label, say two words, done. In the shop, Cellar Notes knows whether you would like the one in your hand.
+ two words | that is all a note needs
+ shop answer | yes, no, or "you had it in Lyon"
+ drink window | bottles that should not wait
# wine, cellar, tasting, notes
@ 2018, "Smoky, kind", Drink soon, 64 bottles, Lyon
= Spice Rack Roulette | Dinner from three random spices | dices | free
~ Spin. It picks from the jars you own and gives you a dish that needs exactly those.
+ my jars | tick them once
# spices, random, dinner, recipes
@ Sumac, Cumin, Fennel, Spin, Cook it
= Tavola | Restaurant tables, booked by a person | concierge-bell | free
~ You say where and when. Tavola rings the restaurant in its own language and tells you what they said.
+ plan B | two other places asked at the same time
+ said nicely | allergies and prams mentioned for you
# restaurant, booking, table, travel
@ 20:15, Confirmed, Plan B, 4 people, By the window
= Ferment Friend | Kraut, kimchi, kefir, safely | test-tube | $2.99
~ Salt by weight, days by temperature, a photo every morning, and a straight answer to "is this mould?".
+ is it mould | compare with two hundred honest photos
+ burp bell | because jars explode
# fermentation, kimchi, kraut, kefir
@ Day 6, 2.2 % salt, Burp, 19°, Photo
= The Leftover Game | Cook against the fridge | chef-hat | free
~ You have a courgette, some rice and twenty minutes. Points for using things up.
+ point rules | double for anything past its best
+ street table | compare with neighbours
# leftovers, game, cooking
@ +40, Courgette, 20 min, Rank 3, Play
= Plattenteller | Plan a dinner for ten, calmly | list-checks | $4.99
~ Three courses, one oven, one cook. It lays all steps on a single line and tells you what to do now.
+ one line | everything in order, backwards from eight o'clock
+ oven Tetris | what fits with what, at which heat
# dinner party, planner, menu, timing
@ 18:40 Peel, Oven 180°, Course 2, 10 guests, Now
= Tea Drawer | Leaves, water, minutes | leaf | $0.99
~ Fifty teas, and yours. Tap one, it asks how hot, then leaves you alone for two minutes and ten seconds.
+ second steep | remembers how long the first was
# tea, timer, steep
@ Sencha, 2:10, 75°, Second, Drawer
= Menu Lens | Read menus in forty languages | scan-text | $2.49/mo
~ Not a word-by-word translation: Menu Lens says what the dish is, how it is eaten, and whether there is pork in it.
+ dish cards | what it is, how it comes
+ diet glass | greys out what you do not eat
# menu, translate, travel, allergy
@ Bacalhau, Contains fish, Dish card, Grey, Menu
= Spoonfed | First foods, month by month | baby | $3.99
~ From the first carrot to eating with the family. Shapes, sizes, allergens, and what to do when they spit it out.
+ allergen steps | one at a time, three days each
+ safe cuts | how to cut it at six, nine, twelve months
# baby, weaning, first foods
@ Month 7, Carrot, Egg day 2, Safe cut, Tried 31
= Smokehouse Log | Fire, wood, meat, time | flame | $5.99
~ A probe chart, a log of wood and weather, and the patience to wait for the stall to pass.
+ stall watch | says when to wait and when to wrap
+ wood book | what you burned and how it tasted
# bbq, smoker, grill, thermometer
@ 71°, Stall, Cherry wood, 9 h, Wrap
= Kilojoule | Count calories without shame | apple | free
~ Grey numbers, no red. Log in words ("two slices with cheese") and look at weeks, not days.
+ word log | type it as you would say it
+ week view | days are noisy
# calories, nutrition, diet, food log
@ Two slices, 1,840, Week, Log, Lunch
= Bar Cart | Cocktails from the bottles you have | martini | $2.99
~ Eleven bottles make forty drinks. Bar Cart knows which twelfth bottle makes nineteen more.
+ next bottle | what to buy for the most new drinks
+ dry page | as good without alcohol
# cocktails, drinks, bar, recipes
@ 40 drinks, Next: vermouth, Stir, Dry, Shake
`,
};
