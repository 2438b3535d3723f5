import type { Grammar } from './types';

export const weather: Grammar = {
  slug: 'weather',
  hooks: [
    'It says how sure it is.',
    'Four public models, compared; your place in the middle.',
    'Location stays on the phone: we ask for a square, not for you.',
    'No video of a presenter.',
  ],
  extras: [
    'rain bar | the next hour, minute by minute',
    'warnings | official ones, at once, and nothing else at night',
    'watch face | wind, rain, temperature',
    'station list | real thermometers near you',
    'history | what the day was like, back to 1950',
  ],
  closers: [
    'Take a coat.',
    'Forecast data from national weather services; thank you, taxpayers.',
    'When we are wrong, the app says so the next morning.',
    'No location is ever stored.',
  ],
  fixes: [
    'Rain bar refreshes every five minutes.',
    'New station data for the Alps and Hokkaido.',
    'Fixed Fahrenheit in widgets.',
    'Wind arrows point where it goes. Or comes from. You choose.',
    'Warnings are read aloud.',
    'Less battery in the background.',
  ],
  praise: [
    'right when three others were wrong',
    'hung the washing out with confidence',
    'shows how sure it is, which I love',
    'the {feature} got me home dry',
    'beautiful and quick to read',
  ],
  gripes: [
    'said sun, got hail',
    'widget is an hour behind',
    'the {feature} <is/are> not available in my country',
    'location keeps jumping to the next town',
    'radar stutters',
  ],
  settings: ['on the coast', 'for gardening', 'on my bike commute', 'up in the hills', 'at sea', 'as a roofer'],
  apps: `
= Brolly | Will I get wet? | umbrella | $1.99
~ Yes, no, or "take it with you". Brolly answers for your way to work and your way back, and nothing else.
+ way there, way back | two answers, one glance
+ dry window | the best forty minutes for the dog
+ sure or not | in percent, kept honest by yesterday
# rain, weather, forecast, umbrella
@ Yes, 17:40, Dry 45 min, 80 % sure, Way back
= Isobar | Weather for people who like maps | wind | $24.99/yr t14
~ Pressure, fronts, soundings and the four models side by side, on a map that moves like water.
+ model quarrel | where they disagree, in purple
+ soundings | tap anywhere, see the column of air
+ front tracker | when it passes over your roof
# weather map, models, pressure, wind
@ 1013 hPa, Front 18:00, Model 3, Sounding, Purple
= Frostline | Tonight's frost, by garden | snowflake | $2.99
~ The valley freezes, the hill does not. Frostline learns the difference between your thermometer and theirs.
+ bed-by-bed | cover the dahlias, leave the kale
# frost, garden, temperature, alert
@ −1.2°, Cover, 04:00, Dahlias, Valley
= Windsock | Wind for kites, drones and paragliders | wind | $3.99/mo t7
~ Now, gusts, and the hour it turns. Spots rated by people who fly there.
+ go, wait, no | for your wing, your weight
+ turn hour | when sea breeze wins
# wind, paragliding, kite, drone
@ 14 kn, Gust 19, Go, Turns 15:00, Spot 3
= Thunderhead | How far is that storm? | zap | $1.99
~ Strikes on a map and a number that shrinks. Get off the water at ten kilometres.
+ off the water | an alarm that is early on purpose
# lightning, storm, thunder, radar
@ 12 km, Closer, Off the water, Strike, 40/min
= Pollen Post | Sneezing season, street by street | flower | $1.49/mo
~ Birch, hazel, grass: what is in the air, what bothers you, and which side of the park to jog on.
+ my sneezes | two taps a day find your culprit
# pollen, allergy, hay fever
@ Birch high, My sneezes, East side, Mask, Low Thu
= Swell Diary | Waves for people with jobs | waves | $3.99/mo
~ Height, period, wind and your calendar. It tells you which morning to call in sick.
+ worth it | by your own ratings of past mornings
# surf, waves, swell, tide
@ 1.4 m, 11 s, Worth it, Thu 06:30, Offshore
= Barometer 1860 | A brass barometer, exact | gauge | $0.99
~ Tap the glass. The sensor in your phone is better than anything they had.
+ tendency | rising, and how fast
# barometer, pressure, weather
@ 1008, Rising, Tap, Fair, 3 h
= Sundial | Sun, shade and UV on your terrace | sun | $2.99
~ Draw the house and the neighbour's tree. Sundial knows when the table is in the shade.
+ table time | sun from 11:20 to 14:05
+ burn minutes | for your skin, today
# sun, shade, uv, terrace
@ 11:20, UV 7, Burn 18 min, Tree, Table
= Snow Report, Honestly | Is it worth the drive? | mountain | $1.99/mo
~ Webcams, stations and people already up there. No resort writes a line of it.
+ honest depth | at the top, the middle and the car park
# snow, ski, avalanche, depth
@ 62 cm, Wet, Car park 4, Drive 1:50, Wait
= Weather Then | What was it like that day? | history | $1.49
~ Your wedding, the summer of '76, last Tuesday. Temperature, rain, and the wind that took the tent.
+ that day | anywhere, since 1950
# weather history, climate, archive
@ 4 July 1976, 31.2°, Dry 21 d, Compare, Place
= Cloudspotter's Card | Name the cloud, collect it | cloud | free
~ Ten kinds, and all their moods. Look up, take a picture, fill the card.
+ mood board | mackerel, anvil, mare's tail
# clouds, identify, nature
@ Altocumulus, 6 of 10, Anvil, Rare, Look up
= Nordic Night | Aurora, when and where | sparkles | $2.99
~ Only wakes you if it is dark, clear and green.
+ wake me | three conditions, all or nothing
# aurora, northern lights, alert
@ Kp 6, Clear, 01:20, North, Sleep
`,
};
