import type { Grammar } from './types';

export const photoAndVideo: Grammar = {
  slug: 'photo-video',
  hooks: [
    'Your originals are never touched.',
    'No faces are uploaded anywhere, not even to us.',
    'It opens straight to the camera, because light does not wait.',
    'There is no beautify button.',
    'Made by a wedding photographer and a physicist.',
  ],
  extras: [
    'RAW | in and out, with lens data',
    'batch | do it to four hundred pictures while you eat',
    'contact sheet | printed like in the old days',
    'watermark | small, or none, never ours',
    'histogram | large and honest',
    'album links | expire when you say',
  ],
  closers: [
    'Go outside, it is nearly evening.',
    'Pictures stay in your library; we only add.',
    'Questions about lenses answered at length.',
    'All edits are reversible, always.',
  ],
  fixes: [
    'RAW files of forty newer cameras.',
    'Exports keep the time zone.',
    'Half the memory in large batches.',
    'Fixed green frames at the start of clips.',
    'Shutter sound can be switched off where the law allows.',
    'Sharper thumbnails.',
  ],
  praise: [
    'my pictures look like I remember the day',
    'fast even with 60 megapixel files',
    'the {feature} alone replaced two other apps',
    'finally an editor that is not made of filters',
    'prints came out perfect',
  ],
  gripes: [
    'export loses the location',
    'slow on anything over 48 megapixels',
    'the {feature} <hides/hide> behind three taps',
    'crashed in the middle of a wedding',
    'storage fills up with previews',
  ],
  settings: [
    'at weddings',
    'on trips',
    'with a mirrorless camera',
    'for our family album',
    'at concerts',
    'on my phone',
  ],
  apps: `
= Halftone Darkroom | Develop photographs, slowly | image | $8.99
~ Dodge, burn, tone, wait. Halftone brings back the four controls that ever mattered and leaves the other ninety out.
+ dodge and burn | with a hand-shaped shadow that you move
+ paper grades | five, named and numbered as they were
+ test strip | six exposures of the same inch
# photo editor, black and white, darkroom, film
@ Grade 3, Test strip, Dodge, Sepia, 1/8 s
= Goldie | Know when the light is good | sunset | $2.99
~ Golden hour, blue hour, and where the sun will stand between which houses. Goldie rings ten minutes before.
+ street shadow | your street at any minute of the year
+ cloud odds | will it burn, and how red
# golden hour, light, photography, sun
@ 20:41, West 284°, Odds 70 %, Bridge, In 10 min
= Splice Kitchen | Cut films on the bus home | film | $4.99/mo t7
~ Trim with a thumb, lay the sound, export before your stop. A real editor that forgot to be complicated.
+ one-hand timeline | everything within reach of a thumb
+ sound first | cut to words, pictures follow
+ rough share | a small file for opinions
# video editor, cut, montage, clips
@ 00:14:08, Cut, Sound, Scene 3, Export
= One Second Diary | A second a day makes a year | calendar | $1.99
~ Choose a second from today. On the last day of December you have six minutes and five seconds, and you will cry a little.
+ second picker | suggests, does not insist
+ missing days | filled by a black frame or by kindness
# video diary, one second, year, memories
@ Day 214, 1.0 s, Lake, Year 2026, Play
= Negative Space | Scan old film with a phone | camera | $6.99
~ Put the strip on a lamp, hold still. Negative Space finds the frames, turns them round and takes the orange out.
+ frame finder | a strip of six in one shot
+ dust brush | dust leaves, grain stays
+ film stocks | knows eighty kinds of orange
# film, negatives, scanner, slides
@ Strip 4, Frame 12A, 1987, Dust, 35 mm
= Burst Judge | Pick the best of twenty | target | $1.99
~ Twenty almost equal pictures, one winner. Eyes open, hands still, nobody behind aunt Clara.
+ eye check | who blinked, in which
+ duel | two at a time until one is left
# burst, select, best photo, cull
@ 3 of 20, Blink, Duel, Winner, Clara
= Longwalk Timelapse | Hours into seconds, steadily | hourglass | $3.99
~ Interval, exposure ramp, battery. Longwalk keeps the light even from noon until the stars.
+ holy grail ramp | day into night without a flicker
+ battery plan | says whether it will last
# timelapse, interval, sunset, stars
@ 8 s, 412 frames, ISO 800, Ramp, 3 h left
= Family Reel | Old tapes, new evenings | cassette | $2.49/mo
~ Send nothing away. Connect the old camera, press play, and Family Reel cuts the tape where the scene changes.
+ scene cut | finds birthdays by the candles
+ who is who | name a face once
# tape, digitise, family, video
@ Tape 9, 1994, Candles, Scene 14, Mum
= Straight Lines | Make buildings stand up | building | $2.99
~ Perspective, keystone, horizon. Tap two lines that should be straight.
+ two lines | that is the whole interface
# perspective, architecture, correction
@ 2 lines, −3.1°, Level, Facade, Done
= Two Minute Picture | Instant pictures that take their time | camera | $1.99
~ Shake it if you like. The picture comes in two minutes, with whatever the chemistry felt like today.
+ moody chemistry | cold days are blue
+ shelf | stand them up, move them around
# instant camera, retro, photo
@ 1:40, Cold day, Shelf, 8 left, Shake
= Subtitle Bench | Write subtitles people can read | captions | $7.99
~ Listen, type, nudge. Bench watches reading speed, line breaks and the second when a face speaks.
+ reading speed | amber when it is too much
+ shot snap | never over a cut
# subtitles, captions, srt, video
@ 00:41.2, 17 cps, Snap, Line 2, Export
= Album for Two | A private album for faraway couples | heart | $0.99/mo
~ One picture a day each. You see hers when you have sent yours.
+ fair swap | no peeking
# couples, private, album, distance
@ Day 61, Sent, Waiting, Lisbon, 21:04
= Macro Meadow | Get close | flower | $2.99
~ Focus stacking in your hand: ten shots, ten distances, one very sharp beetle.
+ hand stack | corrects for your breathing
+ name it | insects and flowers, offline
# macro, focus stacking, insects
@ 10 of 10, Beetle, 2.1×, Stack, Hold
= Passport Booth | ID photos that get accepted | book-user | $0.99
~ Rules of ninety countries, checked before you pay the counter.
+ rule check | head size, shadow, eyes, background
+ print sheet | six on a postcard
# passport photo, id, visa
@ 35 × 45, Shadow, OK, Sheet, Visa
= Lightmeter Louis | A light meter for old cameras | gauge | $1.99
~ Incident, spot, and the sunny sixteen rule for when the battery dies.
+ zone dots | put the shadow where you want it
# light meter, film camera, exposure
@ f/5.6, 1/125, ISO 400, Zone III, Spot
= Glue & Paper | Photo books that a person looks at | book | free
~ Lay out the year. Before it is printed, somebody here looks at every page and asks about the thumb.
+ real eyes | a human check for every book
+ year pick | four hundred out of nine thousand
# photo book, print, album
@ Page 24, Thumb?, 412 picked, Linen, Order
= Steady Eddie | Walk and film without a gimbal | video | $3.99
~ Smooths steps, keeps horizons, leaves the edges alone.
+ step filter | knows the rhythm of your walk
# stabiliser, video, smooth
@ Smooth 60, Horizon, 4K, Before, After
= Nightjar Camera | Photograph the dark | moon | $3.99
~ Stars, streets, fireflies. Long exposures added up on the device until there is more light than noise.
+ star stack | still stars, still trees
+ trail mode | or let them draw circles
# night, stars, long exposure, camera
@ 4 min, Stack 32, Trail, f/1.8, Fireflies
= Slow Camera | Twenty-four exposures a week | aperture | free
~ That is all you get. You see them on Sunday.
+ Sunday post | a contact sheet with your coffee
# film, disposable, camera, weekly
@ 17 left, Sunday, Roll 9, Sheet, Wind
= Storyboarder's Mate | Plan a film in boxes | panels-top-left | $5.99
~ Draw badly, arrange well. Shots, lenses, timing, and an animatic for the producer.
+ animatic | with your own mumbling as sound
+ shot list | sorted by location and light
# storyboard, film, shots, planning
@ Shot 22, 35 mm, 4 s, INT. KITCHEN, Animatic
`,
};
