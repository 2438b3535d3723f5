import type { Grammar } from './types';

export const travel: Grammar = {
  slug: 'travel',
  hooks: [
    'Works where roaming does not.',
    'We pay for our own coffee and our own beds.',
    'Everything you need for tomorrow is on one screen.',
    'No "top ten". There are eleven good ones, or four.',
    'Written by people who live there.',
  ],
  extras: [
    'offline guide | text, map and phrases',
    'trip log | where you were, for you alone',
    'documents | tickets and passports behind a lock',
    'fellow travellers | share a plan with a link',
    'local time | and when it is polite to call home',
  ],
  closers: ['Have a good trip.', 'Tell us what has closed; we go and look.', 'Nobody pays to be in it.', 'Bring less.'],
  fixes: [
    'Timetables for the summer season.',
    'Boarding passes open without a connection.',
    'Fixed trips that cross the date line.',
    'Eighteen new towns in the south.',
    'Maps take a third less space.',
    "Currency of the day, also yesterday's.",
  ],
  praise: [
    'got us through eleven countries',
    'the offline part saved our holiday',
    'recommendations by someone with taste',
    'the {feature} made changing trains fun',
    'like having a friend in every town',
  ],
  gripes: [
    "prices in the guide are last year's",
    'offline part was not offline in the mountains',
    'the {feature} only covers big cities',
    'booking sent me to a website anyway',
    'too heavy on battery',
  ],
  settings: ['in Portugal', 'on an interrail trip', 'with two kids', 'on business', 'alone', 'on our honeymoon'],
  apps: `
= Itinerant | The whole trip in one line | route | $2.99/mo t14
~ Forward your tickets. Itinerant lays trains, beds and ferries on one line and says when to leave for each.
+ leave by | walking included, queues included
+ what if late | the next way, already looked up
+ offline wallet | tickets, codes, addresses
# itinerary, trip, planner, tickets
@ Leave 08:10, Ferry 09:00, What if late, Bed: Ana, Day 3
= Sleeper | Night trains of the world | bed | $3.99
~ Which carriage, which bunk, which side has the lake at sunrise.
+ bunk guide | drawings of real compartments
+ sunrise side | by date and direction
# night train, sleeper, rail, travel
@ Car 14, Bunk 3, Lake side, 06:12, Quiet
= Bagweight | Pack for the airline you fly | luggage | $0.99
~ Limits of two hundred airlines, a list by weather, and the honest weight of your shoes.
+ real weights | four thousand things, weighed
# packing, luggage, airline, list
@ 7.4 of 8 kg, Shoes 780 g, Rain, List, Cabin
= Tongue-Tied | Fifty phrases that open doors | languages | $1.99
~ Please, sorry, the bill, and the sentence that makes old ladies smile. Forty languages, said slowly.
+ smile phrase | one per country, tested
+ show it | in letters large enough for a taxi
# phrases, language, travel, audio
@ Obrigada, Slow, Show it, 12 of 50, Smile
= Hut to Hut | Beds in the mountains | tent | free
~ Which hut has room, who cooks, and whether the pass is open.
+ bed radar | asks forty huts at once
+ warden's note | snow, bridge, soup
# mountain huts, hiking, alps, beds
@ 4 beds, Pass open, Soup, 2,310 m, Ask
= Layover Lab | Six hours in a strange airport | plane | $1.49
~ Where to sleep, shower and see a tree. Or: the tram, the square, the cake, and back in time.
+ out and back | with an hour in reserve, always
# layover, airport, transit
@ 6 h 20, Tram 4, Cake, Back by 15:10, Shower
= Visa Versa | Do I need one? | book-user | free
~ Your passport, their border, today's rules, with the link to the law.
+ stopover rules | the ones that catch people
# visa, passport, border, entry
@ 90 days, No visa, Stopover, Rule, 6 months
= Slowboat | Ferries, freighters and river steamers | ship | $4.99
~ Timetables of four hundred lines, and how to ask a captain.
+ freighter cabins | who takes passengers this month
+ deck plan | where it does not vibrate
# ferry, boat, timetable, freighter
@ Dep. 21:30, Cabin 4, Deck plan, Calm, 14 h
= Citywalk Aloud | A friend who talks while you walk | headphones | $1.99/mo t7
~ Stories begin when you reach the corner. Eighty towns, told by a baker, a priest, a former thief.
+ corner stories | by place, in any order
+ bench breaks | knows where to sit
# audio guide, walk, city, stories
@ Corner 9, The thief, Bench, 4 min, Porto
= Campfire Map | Where you may sleep outside | flame | $2.99
~ Legal, tolerated, forbidden; water, wood, wind.
+ law layer | by valley, with the fine
# camping, wild camping, map
@ Tolerated, Water 80 m, Wind W, Fine 50, Pin
= Souk | What should it cost? | coins | $0.99
~ Taxi, rug, tea. What locals pay, what tourists pay, and the number to smile at.
+ smile number | a good price for both
# prices, haggling, market
@ Taxi 40, Smile 55, Tea 3, Local, Rug
= Motel Logic | A bed within thirty minutes | bed-double | free
~ You are tired, the child is asleep. Three clean rooms down the road, one button.
+ quiet side | ask for it before you arrive
# motel, hotel, road trip, tonight
@ 14 min, Quiet side, 62.00, Late key, Book
= Bicycle Customs | Take your bike on any train | bike | $1.99
~ Rules, tickets, hooks and the one conductor who says no.
+ hook count | how many are left on the 8:14
# bike, train, rules, tour
@ 2 hooks, 8:14, Ticket 6, Car 5, Rule
= Postcard Proof | Real postcards from your pictures | mail | free
~ Printed near the address, in the post the same afternoon, with a proper stamp.
+ my handwriting | write one alphabet, keep it
# postcard, print, photos
@ To Gran, Stamp, Tomorrow, Handwriting, Send
= Expat Folder | Moving abroad, in order | folder | $5.99
~ Register, insure, deregister, and the one stamp you cannot get without the other stamp.
+ stamp order | for thirty countries
# moving abroad, expat, papers
@ Step 4 of 19, Stamp, Office 2, Bring 3, Open 9–11
= Kids in Tow | Travel with small people | baby | $1.99
~ Playgrounds on the way, places with high chairs, and how long the queue is for the dinosaurs.
+ next swing | always within ten minutes
# kids, family, travel, playground
@ Swing 400 m, High chair, Queue 20, Nap, Dino
= Lake Finder | Where can we swim? | waves | free
~ Clean, open, shady, and with the water temperature of this morning.
+ this morning | measured, not modelled
# swimming, lake, beach, water
@ 21.4°, Clean, Shade, 6 km, Jetty
= Museum After Five | What is open late today | landmark | free
~ Late openings, free evenings, and one picture worth the detour.
+ one picture | with five lines on why
# museum, art, evening, city
@ Till 21:00, Free, Room 4, One picture, Thu
= Jetlag Jo | Arrive awake | sunrise | $2.99
~ Light, dark, coffee, nap: a plan that begins three days before.
+ coffee clock | when it helps and when it hurts
# jet lag, sleep, flight
@ Light 07:00, No coffee, Nap 20, Day −2, Awake
`,
};
