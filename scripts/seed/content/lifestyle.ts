import type { Grammar } from './types';

export const lifestyle: Grammar = {
  slug: 'lifestyle',
  hooks: [
    'It does one thing and then suggests you put the phone down.',
    'Warm, slow, and free of exclamation marks.',
    'Made for people, not for streaks.',
    'You can use it for years without meeting a pop-up.',
    'We made it for our own kitchen wall.',
  ],
  extras: [
    'reminders | that wait for a good moment',
    'photo diary | one picture a day, no filters',
    'home screen widget | the next thing, nothing else',
    'shared lists | with the people you live with',
    'quiet mode | nothing on Sundays',
    'backup | a file you can keep anywhere',
  ],
  closers: [
    'Live a little.',
    'We read every letter, even the ones about commas.',
    'No account required, ever.',
    'Made slowly in {town}.',
  ],
  fixes: [
    'Reminders keep their time when you travel.',
    'Photos load faster in long diaries.',
    'Fixed a widget that showed yesterday.',
    'New colours, chosen by daylight.',
    'You can now reorder everything.',
    'Better with screen readers throughout.',
  ],
  praise: [
    'it has become a small ritual',
    'our flat is actually tidy',
    'the {feature} <makes/make> me smile every morning',
    'simple, pretty, useful, in that order',
    'gave it to my mother and she uses it more than I do',
  ],
  gripes: [
    'reminders come at the wrong time',
    'pretty but a bit slow',
    'the {feature} <needs/need> more choice',
    'I would pay once, but not every month',
    'lost my data when I changed phones',
  ],
  settings: ['at home', 'with my husband', 'on Sunday mornings', 'in our new flat', 'since spring', 'every evening'],
  apps: `
= Chore Weather | Housework as a forecast | broom | $2.49/mo t7
~ Bathroom: clouding over. Kitchen: sunny until Thursday. Everybody in the flat sees the same sky and picks what to clear.
+ fair sky | shares by effort, not by count
+ storm warning | the day before guests arrive
# chores, household, cleaning, family
@ Kitchen, Sunny, Storm Thu, Leo's turn, Done
= Plantsitter | Water the right plant on the right day | leaf | $2.99
~ A photo tells it what you have; the window and the season tell it when. Plantsitter is stern about overwatering.
+ window light | measures it once with the camera
+ holiday notes | a sheet for the neighbour
+ leaf doctor | spots, curls and what they mean
# plants, watering, houseplants, reminder
@ Monstera, In 3 days, North window, Leaf doctor, 14 plants
= Mantelpiece | A family calendar that hangs on the wall | house | $3.99/mo t14
~ One tablet in the kitchen, everybody's colours, and the question "who picks up Mia?" answered in large letters.
+ who picks up | the open ones are red until somebody taps
+ week at a glance | readable from the door
+ supper line | what we eat, under what we do
# family, calendar, organiser, home
@ Who picks up?, Mia 15:30, Supper, Week 24, Dad
= Wardrobe Census | Wear what you own | shirt | $3.99
~ Photograph it once, then let it suggest. Most people wear a fifth of their clothes; the census shows you the rest.
+ cost per wear | the coat was a bargain after all
+ rain and meeting | outfits by weather and calendar
# wardrobe, clothes, outfits, style
@ Coat, 0.84 a wear, Rain, 61 items, Not since May
= Housemates | Rent, rota and rules without rows | key-round | free
~ Who paid, who cleaned, who ate the yoghurt. A small constitution for shared flats.
+ house rules | proposed, voted, pinned
+ rota wheel | skips whoever is away
# flatmates, shared flat, rent, chores
@ Rent paid, Bins: Ola, Vote 3–1, Yoghurt, Away
= Slow Post | Letters that take as long as they should | send | $0.99/mo
~ Write to a friend in another city. It arrives in three days, because that is how far it is.
+ real distance | on foot, by mail coach or by ship
+ sealing wax | pick a colour, press a thumb
# letters, friends, slow, writing
@ Arrives Thursday, To Inga, Wax, By ship, Write
= Dream Register | Write it down before it goes | cloud-moon | $1.99
~ Mumble into the dark. In the morning it is text, and after a year it is a strange, honest book.
+ dark talk | starts when you lift the phone
+ recurring cast | who keeps turning up
# dreams, diary, sleep, journal
@ 04:12, The stairs, Cast, Register, Mumble
= Gift Shelf | Presents, noticed early | gift | $1.99
~ She mentions a teapot in March. Note it, and in December you are a genius.
+ noticed in March | one tap from anywhere
+ price watch | waits until it is reasonable
# gifts, birthday, ideas, list
@ Teapot, Mum, 12 Dec, Noticed, Bought
= Moonwise | The moon, as a calendar | moon | $2.99
~ Phase, rise, set and where to look. For gardeners, anglers, photographers and people with large dogs.
+ sightline | where it rises behind which roof
+ garden days | for those who swear by it
# moon, calendar, phases, garden
@ Waxing, 19:42, 84 %, Rise, Garden day
= Nestling | The first year, in small notes | baby | $2.99/mo t7
~ Feed, sleep, nappy: one hand, one thumb, half asleep. By week three it tells you when the next nap is due.
+ one-thumb log | in the dark, in two seconds
+ nap forecast | from your baby, not from a book
+ two parents | the night shift can see the day
# baby, sleep, feeding, tracker
@ Nap 13:10, Left 8 min, Night, Day 38, Forecast
= Paint Chip | Choose wall colours in your own light | paint-roller | $1.99
~ Point at the wall, change the colour, wait until evening and look again.
+ evening check | reminds you to look at dusk
# paint, wall, colour, interior
@ Chalk 4, Dusk, North wall, Keep, 2.4 l
= Mending Basket | Repair more, throw away less | scissors | free
~ A hole, a hem, a loose leg. Short films by people who mend for a living.
+ stitch finder | photograph the damage
+ basket | what waits, with the thread you need
# mending, sewing, repair, sustainable
@ Elbow, Darning, 12 min, Basket 5, Thread
= Vow | Plan a small wedding | gem | $9.99
~ Under sixty guests, one room, no nonsense. Vow keeps the list, the money and the aunts.
+ aunt map | who must not sit beside whom
+ three numbers | guests, money, days
# wedding, planner, guests
@ 48 guests, 61 days, Table 4, Aunt map, Cake
= Pawprint | Everything about your dog on one page | paw-print | $1.49/mo
~ Vaccines, weight, the good vet and the bad kibble. Sitters get a link with what they need.
+ sitter link | walks, treats, fears, phone numbers
+ weight curve | honest about the sausage
# dog, pet, vet, tracker
@ Biscuit, 12.4 kg, Vaccine May, Sitter, Walk 2
= Tidy Ten | Ten things a day | trash-2 | free
~ Put ten things where they belong. That is all. It works.
+ room roulette | chooses for you
# tidy, declutter, home, habit
@ 6 of 10, Hall, Roulette, Day 19, Done
= Stitchmarker | Knitting patterns that count for you | spool | $4.99
~ Tap per row, and it knows you are in the decrease. Charts glow where your needles are.
+ glowing chart | this row, this stitch, no ruler
+ yarn stash | metres left, and what they could become
# knitting, crochet, pattern, counter
@ Row 48, k2tog, Stash, Left sleeve, 112 sts
= Old Photos Aloud | Ask the family, record the answer | image | $2.99
~ Show grandmother a picture, press record. The story stays with the face.
+ face stories | tap a face, hear who it was
# family, photos, stories, memory
@ 1958, Who is this?, 3 min, Aunt Rosa, Play
= Perfume Diary | Remember what you smelled | spray-can | $1.99
~ First minute, first hour, end of day, in your own words.
+ three notes | opened, worn, gone
# perfume, scent, diary
@ Fig, Hour 1, Sample 22, Dry, Keep
`,
};
