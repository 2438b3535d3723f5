import type { Grammar } from './types';

export const music: Grammar = {
  slug: 'music',
  hooks: [
    'Low latency, no login, and a tuner that tells the truth.',
    'Plug in, and it sounds good before you touch a knob.',
    'Made by a band that needed it.',
    'All sounds were recorded by us, in a room with a carpet.',
    'It gets out of the way when you count in.',
  ],
  extras: [
    'MIDI | in, out, clock and learn',
    'Audio export | WAV, FLAC and stems',
    'metronome | accents, odd bars, and a voice that counts',
    'background play | and with other audio apps',
    'left-handed | every instrument turns round',
    'practice log | minutes, not streaks',
  ],
  closers: [
    'Turn it up.',
    'Your recordings are WAV files in a folder. Take them.',
    'Requests for tunings are usually granted within the week.',
    'Sound pours out of small apps, too.',
  ],
  fixes: [
    'Latency down to 5 ms on recent devices.',
    'Fixed a click at loop ends.',
    'The tuner holds still on low B.',
    'Bluetooth pedals are recognised after sleep.',
    'Set lists can be printed.',
    'Undo for a whole take.',
  ],
  praise: [
    'wrote half an album in it',
    'my students use nothing else',
    'zero latency, great sounds, fair price',
    'the {feature} <is/are> ridiculous fun',
    'rock solid on stage',
  ],
  gripes: [
    'bluetooth headphones lag too much',
    'it crackles with the screen off',
    'the {feature} <needs/need> an undo',
    'no pedal support yet',
    'exports are limited to one format',
  ],
  settings: ['at rehearsals', 'on stage', 'with my guitar', 'for choir', 'at three in the morning', 'with my pupils'],
  apps: `
= Loopyard | Build songs out of mistakes | repeat-2 | $9.99
~ Tap, play, tap. Loopyard keeps everything you did and lets you walk back to the accident that was better than the plan.
+ accident lane | the last ten minutes, always recorded
+ six pedals | overdub, reverse, half-time, and three with no name
+ stem export | each layer as a file
# looper, recording, guitar, live
@ Loop 3, 92 bpm, Overdub, Accident, Stems
= Choirmaster | Rehearse your part anywhere | music-3 | $3.99/mo t14
~ Your voice loud, the others soft, and the score turning its own pages. Choirs buy one licence for all.
+ part mixer | alto up, tenor down
+ page listener | turns when you get there
+ breath marks | the conductor writes once, all singers see it
# choir, singing, rehearsal, score
@ Alto, Bar 41, Breathe, Psalm, 3 new
= Fretboard Fox | See every chord on the neck | guitar | $4.99
~ Any tuning, any number of strings. Ask for a chord, get the shapes a hand can really reach.
+ reach filter | for small hands and big ones
+ next chord | the shape that moves least
# guitar, chords, fretboard, tuning
@ Am7, Shape 3, DADGAD, Reach, Next
= Tapehead | Four tracks and a hiss | cassette-tape | $5.99
~ A cassette four-track with everything that was wrong with it, switchable.
+ bounce | three tracks into one, no way back
+ wow & flutter | a knob from "new" to "left in the car"
# four track, tape, recording, lofi
@ Track 2, Bounce, Hiss 30 %, Rec, Side B
= Metronomad | A metronome that travels light | timer | $0.99
~ Big beat, haptic pulse, odd metres, and a ramp that gets you faster without noticing.
+ sneaky ramp | one beat a minute, every minute
+ wrist pulse | for when you cannot hear a click
# metronome, practice, tempo
@ 7/8, 112, Ramp +1, Pulse, Tap
= Field Recorder One | Sound, in the pocket | mic | $7.99
~ Gain before you knew you needed it: the five seconds before you press record are already there.
+ five seconds before | kept in memory, always
+ place notes | map, wind and what you heard
# recorder, field recording, audio, sound
@ −12 dB, 00:05 pre, Wind, Birch wood, 96 kHz
= Drone & Bourdon | Tones to practise against | waves | $1.99
~ One steady note, warm as a shruti box. Intonation becomes something you feel.
+ pure intervals | just, meantone, or the piano's compromise
# drone, intonation, practice, tuning
@ D, 415 Hz, Just, Fifth, Hold
= Beatbox Bakery | Drum machines, freshly baked | drum | $6.99
~ Sixteen pads, sixteen steps, and a row of ovens that slowly change what you made.
+ ovens | swing, dirt, chance, and burn
+ pattern shelf | forty-eight loaves
# drum machine, beats, sequencer
@ Step 9, Swing 58, Chance, Loaf 12, 124
= Setlist Sheriff | What are we playing next? | list-music | $2.99
~ Keys, tempos, who starts, and how long until the bar closes. The whole band sees the same line.
+ time left | the set shrinks by itself
+ big next | readable from behind a drum kit
# setlist, band, gig, lyrics
@ Next: Dust, Key E, 14 min left, Drums start, Encore
= Vinyl Index | Your records, in order at last | disc-3 | $3.99
~ Photograph the spine of a whole shelf; Vinyl Index reads them from left to right.
+ spine scan | sixty records in one photo
+ pick for me | by mood, by decade, by dust
# vinyl, records, collection, catalogue
@ Shelf 2, 1973, Dusty, 611 LPs, Play side B
= Synthling | A first synthesizer | sliders-horizontal | $3.99
~ One oscillator, one filter, a big wave on the screen. Turn it and hear what the words mean.
+ big wave | see the sound you hear
+ lessons | twelve, five minutes each
# synth, learning, sound design
@ Saw, Cutoff, Lesson 4, Wave, Hold
= Sightline | Read music at sight, daily | eye | $2.49/mo
~ Four bars you have never seen, at your level, listened to and marked.
+ mic check | hears notes and rhythm on any instrument
+ four bars | never the same again
# sight reading, score, practice
@ 4 bars, Level 6, Heard 92 %, F clef, Again
= Lyric Drawer | Words that might be songs | pencil | $1.99
~ Half-lines from the bus, rhymes that are not in dictionaries, and syllables that count themselves.
+ near rhymes | orange has eleven
+ hum to page | melody beside the line
# lyrics, songwriting, rhymes
@ "Harbour lights", 8 syl., Near, Hum, Draft 3
= Kalimba Pocket | Seventeen tines under your thumbs | piano | free
~ A warm little instrument with no settings to speak of.
+ tine tuner | file them flat or sharp
# kalimba, thumb piano, instrument
@ C, 17 tines, Tune, Warm, Play
= Breakfast Belt | Spin the globe, hear a station | globe | free
~ Put a finger on a town and listen to what they are hearing for breakfast.
+ morning line | always where it is seven in the morning
+ saved dials | ten, like in an old car
# radio, world, music, stations
@ Dakar, 07:12, 94.5, Saved 3, Spin
= Pitchfork Tuner | Tune pianos, patiently | audio-waveform | $29.99
~ For people who do it for a living: stretch curves, inharmonicity, and unisons you can see standing still.
+ still unisons | the picture stops when the strings agree
+ stretch curves | measured from this very piano
# piano tuning, tuner, strobe
@ A4 440.0, Stretch, Unison, Key 49, Still
= Stem Splitter Shed | Take songs apart to learn them | split | $4.99/mo t7
~ Voice, drums, bass, rest. Slower without the mud, in the key you can sing.
+ four stems | computed on your device
+ learn loop | two bars, again, five percent faster
# stems, practice, slow down, transcribe
@ Bass only, 70 %, Loop 2 bars, −3, Learn
= Gig Map | Small concerts near you | map-pin | free
~ Back rooms, churches, boats. If fewer than two hundred people fit, it is in here.
+ hear first | thirty seconds of everyone who plays tonight
# concerts, gigs, live music, map
@ Tonight 20:30, The Boat, Hear, 6 €, 1.2 km
= Ambient Engine | Endless quiet music for work | infinity | $1.49/mo
~ It never repeats, it never peaks, and it slows down when you do.
+ typing sense | a little livelier while you write
# ambient, focus, generative, work
@ Fog, 41 min, Typing, Slow, Volume 20
= Bandroom | Who can rehearse on Tuesday? | calendar-check | free
~ Five people, five jobs. Bandroom finds the night, books the room, and brings the song list.
+ night finder | asks everyone once
# band, rehearsal, planning
@ Tue 19:00, 4 of 5, Room 2, Songs, Book
`,
};
