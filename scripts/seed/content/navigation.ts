import type { Grammar } from './types';

export const navigation: Grammar = {
  slug: 'navigation',
  hooks: [
    'Maps are on the device. The satellites are free.',
    'Instructions come in the words a passenger would use.',
    'It sips battery, because you will need the phone when you arrive.',
    'We check routes by walking them.',
    'Your trips are not kept anywhere but with you.',
  ],
  extras: [
    'offline maps | by region, updated monthly',
    'spoken directions | short, with landmarks',
    'breadcrumb trail | the way back, always',
    'car display | and a view for handlebars',
    'GPX and KML | in and out',
    'share my way | a link that dies when you arrive',
  ],
  closers: [
    'Keep your eyes on the road.',
    'Map data by volunteers. We give back a tenth of what we earn.',
    'Found a wrong path? Press and hold, tell us, fixed by Friday.',
    'Look up now and then. The view is part of it.',
  ],
  fixes: [
    'Reroutes in half the time.',
    'Street names are pronounced as locals do, in more cities.',
    'New: avoid cobbles.',
    'Fixed a compass that pointed at the car.',
    'Tunnels no longer end the trip.',
    'Smaller map downloads.',
  ],
  praise: [
    'got us home through fog and roadworks',
    'works where there is no signal at all',
    'the {feature} <is/are> what every map should have',
    'routes feel like a local picked them',
    'battery lasted the whole day',
  ],
  gripes: [
    'sent me down a closed road',
    'downloads of larger regions fail at ninety percent',
    'the {feature} <is/are> hard to read in the sun',
    'voice talks over my music',
    'could use traffic data',
  ],
  settings: ['on my bike', 'at sea', 'with a caravan', 'in the Alps', 'on foot in a new city', 'every working day'],
  apps: `
= Tern | Tide tables for small boats | waves | $6.99
~ High and low water for the harbour you really use, worked out on the device, so that it still answers behind the headland.
+ tide clock | slack water as a clock face, the safe window shaded
+ keel line | type your draught, see when the bar is passable
+ nine thousand ports | predictions to 2040, no signal needed
# tide, boat, harbour, sailing, kayak
@ Skerra Harbour, HW 14:20, Slack, Bar open, 4.1 m
= Backroads | The quiet way there | bike | $3.99
~ Routes for bicycles that would rather take ten minutes longer than share the road with a lorry.
+ calm slider | from "direct" to "only birds"
+ surface line | gravel, cobbles, mud after rain
# cycling, route, bike, quiet roads
@ 31 km, Calm 4, Gravel, Lane End, +8 min
= Stepfree | Routes without stairs | accessibility | free
~ Wheelchairs, prams, suitcases, sore knees. Lifts that work today, kerbs that are really lowered.
+ lift status | from the operators and from people standing there
+ slope limit | nothing above the percent you choose
# wheelchair, step free, accessible, route
@ Lift OK, 3 %, Kerb, 640 m, Platform 2
= Last Mile Map | Find the actual door | door-open | $1.99
~ Deliveries, visits, emergencies: where the entrance is, which bell, where to stop for two minutes.
+ door notes | written by those who found it
+ stop spots | legal for five minutes
# delivery, entrance, address, courier
@ Bell 14, Rear gate, Stop 5 min, Note, Found
= Ridgewalk | Mountain maps for people on foot | mountain | $19.99/yr t14
~ Contours you can feel, paths graded by walkers, and a line that says when you will be at the hut.
+ hut time | your pace, this slope, today's snow
+ bail-out ways | the quickest way off, from anywhere
+ slope shading | where it is steep enough to slide
# hiking, mountains, topo, map
@ Hut 15:40, 2,240 m, Bail out, T3, Contours
= Parkwise | Where did I leave the car? | square-parking | free
~ Remembers without being asked, counts down the ticket, and knows which side is swept on Thursday.
+ level memory | floor and row, from a photo
# parking, car, ticket, reminder
@ Level 3, Row F, 24 min, Sweep Thu, Walk
= Caravan Compass | Roads wide enough for home | caravan | $24.99/yr
~ Length, height, weight: type it once. Low bridges, weak bridges and hairpins go away.
+ low bridge | two hundred metres before it is too late to turn
+ night spots | legal, level, quiet
# caravan, motorhome, rv, route
@ 3.10 m, 7.2 t, Night spot, Bridge, 214 km
= Metro Pocket | Underground maps that fit in a hand | train-front-tunnel | $0.99
~ Ninety cities. Which carriage, which exit, how long between trains, with no signal below ground.
+ best carriage | step out at the stairs
+ night lines | when the last one really goes
# metro, subway, transit, map
@ Line 4, Carriage 2, Exit C, 3 min, Last 00:41
= Geobreak | Leave a message in a place | map-pinned | free
~ A note under a bridge, a riddle at a bench. Only people who go there can read it.
+ seals | opened by a date, a tide or a password
# geocaching, notes, treasure, map
@ Bridge, Sealed, 12 found, Riddle, 80 m
= Convoy | Drive together, stay together | car | $1.99
~ Three cars, one trip. See who is behind, agree on a stop, and end at the same petrol station.
+ one-tap stop | hungry, toilet, fuel
# road trip, group, cars, location
@ Car 2 +4 km, Stop?, Fuel, 3 cars, Meet
= Drift Chart | A skipper's chart plotter | ship | $49.99/yr t14
~ Vector charts, routes, tides and an anchor watch that does not cry wolf.
+ anchor watch | learns the swing of this boat
+ passage plan | tide gates drawn on the route
+ logbook | writes itself, signed by you
# chart plotter, sailing, boat, ais
@ WP 4, 5.2 kn, Anchor OK, Gate 16:10, Log
= Pilgrim | The long path, stage by stage | footprints | $4.99
~ Eleven old ways across Europe with beds, fountains and the baker who opens at five.
+ bed board | places left tonight, told by pilgrims
+ stamp page | collect them on screen as well
# pilgrimage, walking, stages, hostel
@ Stage 12, 24 km, Beds 6, Fountain, Stamp
= Blue Dot Indoors | Maps of big buildings | building-2 | free
~ Hospitals, stations, fairs. Blue Dot finds the ward, the gate, and the toilet that is not broken.
+ room search | by name, number or "where they X-ray"
# indoor, hospital, station, map
@ Ward 7B, Lift C, 2 min, X-ray, Gate
`,
};
