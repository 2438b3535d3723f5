import type { Grammar } from './types';

export const entertainment: Grammar = {
  slug: 'entertainment',
  hooks: [
    'Sit down, press one button, be entertained.',
    'No autoplay. When something ends, it ends.',
    'Made by four friends who used to run a cinema.',
    'It is free of advertising because nobody enjoys advertising.',
    'Best on a sofa, fine on a bus.',
  ],
  extras: [
    'big screen | throws to any television nearby',
    'downloads | for flights and cellars',
    'subtitles | with size, colour and position',
    'family profiles | with a door that children cannot open',
    'quiet evenings | dims the interface after dark',
    'watch history | yours to see, export and erase',
  ],
  closers: [
    'New things every Friday.',
    'Missing something? Tell us, we read the letters at lunch.',
    'Works without an account; with one, your lists follow you.',
    'Enjoy the show.',
  ],
  fixes: [
    'Subtitles stay in step after skipping back.',
    'The big-screen connection survives a phone call.',
    'Smaller downloads at the same quality.',
    'Fixed the black frame at the start of some clips.',
    'Lists can be sorted by length, shortest first.',
    'Picture in picture on tablets.',
  ],
  praise: [
    'we argue less about what to watch',
    'my weekend guilty pleasure',
    'the {feature} made my evening',
    'so much charm for such a small app',
    'picks things I would never have found',
  ],
  gripes: [
    'stutters on my older tablet',
    'the selection outside English is thin',
    'asks me to rate it too often',
    'the {feature} <forgets/forget> its settings',
    'wish it worked without a connection',
  ],
  settings: ['on the sofa', 'with the kids', 'on long flights', 'at parties', 'on rainy Sundays', 'with my flatmates'],
  apps: `
= Matinee | What shall we watch? Settled in a minute | clapperboard | free
~ Everybody swipes on their own phone, Matinee finds the film that nobody minds and two people love.
+ sofa vote | up to eight phones, no accounts
+ where it plays | on the services you already pay for
+ short night | films under ninety minutes
# films, watch, vote, movies, tonight
@ 7 of 8 agree, 88 min, The Lighthouse Keeper, Swipe, Tonight
= Small Hours Radio | Strange, lovely radio after midnight | radio | $1.99/mo
~ Forty stations that are at their best when you cannot sleep: shipping forecasts, slow jazz, someone reading maps aloud.
+ dial | a real one, with static between stations
+ somebody's awake | how many others are listening, and where
+ fade to sleep | thirty minutes, then nothing
# radio, night, ambient, talk, sleep
@ 02:14, Maps Aloud, 312 awake, Fade, 98.3
= Improv Box | Party games for people who hate party games | party-popper | $3.99
~ Thirty games that need one phone and no acting talent. The shy ones turn out to be the best.
+ shy mode | you may always pass, invisibly
+ ten-minute host | the app runs the evening
# party, improv, games, group
@ Round 3, Pass it left, 0:45, Shy mode, Next
= Puppetry | Make shadow puppets with your hands | hand-metal | $1.99
~ Point the camera at your hands, and a theatre appears behind them: curtains, moon, forest, applause.
+ hand tracking | ten fingers, two characters, no gloves
+ curtain call | a video of your play, ready to send
# puppets, theatre, kids, camera
@ Act One, Wolf, Moon, Record, Bravo
= Cinephile's Ledger | A diary of films seen | film | $2.99
~ Where, with whom, how it felt walking home. The star rating is optional and hidden by default.
+ walking home | a voice note while it is still warm
+ seat map | the cinemas you know, and your favourite seats
+ double bill | pairs tonight's film with one you loved
# film diary, cinema, movies, log
@ Row F, Saw with Tom, 1974, Voice note, 212 films
= Radio Drama Club | New audio plays every week | theater | $3.49/mo t7
~ Twenty-five-minute plays, written for ears and recorded in rooms that sound like somewhere.
+ headphone mix | voices move around you
+ script view | read along, or learn a part
# audio drama, plays, fiction, radio
@ The Signalman, 25 min, Part 2, Cast, Play
= Fortune Biscuit | One small prophecy a day | cookie | free
~ Crack it, read it, carry on. Written by a novelist in a bad mood and a poet in a good one.
+ paper drawer | keep the ones that came true
# fortune, daily, fun, quote
@ Day 204, Crack, "Call her first", Drawer, Share
= Backlot | Behind the scenes of films we all know | aperture | $2.49/mo
~ How the rain was made, why the horse is in the shot, what the miniature cost. Three short pieces a week.
+ shot by shot | a famous scene taken apart on a time line
+ glossary | best boy, gobo and martini explained
# film making, documentary, behind the scenes
@ Shot 14, Rain rig, 6 min, Glossary, Saved
= Karaoke Kitchen | Sing while the pasta boils | mic-vocal | $4.99
~ Bring your own songs. Karaoke Kitchen takes the voice down, puts the words up, and never gives a score.
+ voice fader | from "with you" to "on your own"
+ key shift | so that you reach the chorus
+ duet lanes | two colours, two phones
# karaoke, singing, lyrics, party
@ −2 keys, Duet, Chorus, Voice 20 %, Queue
= Oddments | A cabinet of curious facts | gem | free
~ Open a drawer. There is an object, a date, and a reason it should not exist.
+ drawers | six hundred of them, no two alike
+ true or tale | one in ten is invented; find it
# facts, curiosities, history, trivia
@ Drawer 118, 1871, True or tale?, Kept 40, Open
= Front Row | Comedy clubs, live from the back of the room | ticket | $4.99/mo t7
~ Three small clubs, two cameras each, every Thursday to Saturday. You hear the glasses.
+ heckle button | claps only
+ new material night | first ten minutes of what will be famous
# comedy, stand up, live, club
@ Live 21:00, The Cellar, 1,140 watching, Clap, Sat
= Telltale Bingo | Bingo cards for everything on television | grid-3x3 | free
~ Crime series, royal weddings, election night. Get the card, shout first.
+ card maker | your family's own clichés
+ sofa league | a season of evenings, one champion
# bingo, television, party, friends
@ "It's quiet", Row!, Season 2, Mum leads, New card
= Magic Table | Learn one card trick a week | wand | $2.99
~ Filmed from above and from the audience, with the secret move slowed to a crawl.
+ two views | yours and theirs
+ angle check | your camera tells you if it shows
# magic, cards, tricks, learn
@ Week 9, Double lift, Angle, Slow, Audience
= Lore Keeper | Remember who everybody is in a long series | network | $1.99
~ Tell it the episode you have reached; it tells you who that man is and nothing that happens later.
+ spoiler line | nothing beyond your episode, ever
+ who is that | search by "the one with the limp"
# series, characters, tv, guide
@ S2 E4, House Varr, Who is that?, Allies, Safe
= Soundtrack Walk | A film score for your walk home | footprints | $0.99
~ Strings when you turn a corner, a drum when you cross the road. The music is made from your steps.
+ scene picker | heist, romance, western, rain
# music, walking, soundtrack, generative
@ Western, 104 bpm, Corner, 1.8 km, Rain
= Idle Telescope | A screensaver that is really out there | orbit | free
~ Live pictures from observatory and harbour cameras, chosen by what is beautiful right now.
+ golden hour | follows sunrise around the world
# live camera, ambient, screensaver, view
@ Atacama, Sunrise, Harbour 9, Live, 05:48
`,
};
