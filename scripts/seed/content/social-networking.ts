import type { Grammar } from './types';

export const socialNetworking: Grammar = {
  slug: 'social-networking',
  hooks: [
    'Nothing is sorted by what makes you angry.',
    'There are no followers here, so there is nobody to impress.',
    'You can leave with everything you wrote.',
    'Moderated by people who are paid and named.',
  ],
  extras: [
    'quiet hours | from nine to seven, for everybody',
    'block | means block, on every device',
    'export | letters, pictures, people, as files',
    'encrypted rooms | end to end, verified by a word',
    'small groups | up to forty, because more is a crowd',
  ],
  closers: [
    'House rules are one page long. Please read them.',
    'We make money from members, not from looking at them.',
    'Say hello.',
    'Report button: answered within four hours, day and night.',
  ],
  fixes: [
    'Messages arrive in order after a tunnel.',
    'Quiet hours follow your time zone.',
    'Reports can have screenshots.',
    'Fixed names with apostrophes.',
    'Groups can have two hosts.',
    'Voice messages can be read as text.',
  ],
  praise: [
    'met three actual neighbours in a week',
    'feels like the internet I remember',
    'no ads, no arguments',
    'the {feature} brought our group back together',
    'my teenager and I both like it, a miracle',
  ],
  gripes: [
    'nobody from my town is on it yet',
    'messages arrive late on my phone',
    'got spam on the first day',
    'the {feature} <needs/need> better privacy settings',
    'cannot delete my account from the app',
  ],
  settings: [
    'in our village',
    'with old school friends',
    'for our choir',
    'after moving',
    'with my sister abroad',
    'in a small town',
  ],
  apps: `
= Porchlight | Neighbours, within shouting distance | lamp | free
~ Switch the light on when you have time. People nearby see it, and come round or do not.
+ light on | for an hour, or until the soup is gone
+ shouting distance | three hundred metres, no more
+ tool shed | who has a ladder
# neighbours, local, community
@ Light on, Mara, 120 m, Ladder, Until 8
= Pigeonpost | Messages that are not a chat | send | free
~ One message a day to each person. You write differently when you cannot correct yourself.
+ one a day | choose your words
+ loft | everything ever sent to you, in order
# messages, slow, friends
@ From Ade, Sent today, Loft, Tomorrow, 61 letters
= Table for Eight | Dinner with strangers, safely | utensils | $4.99/mo
~ Eight people who have never met, one long table, a dish from each. Hosts are checked, guests are rated by hosts only.
+ seat plan | somebody you will like on one side
+ safe home | a tap when you are
# dinner, meet, people, city
@ Thu 19:30, Seat 5, Bring bread, Safe home, 8 of 8
= Same Page | Penfriends who read the same book | book-open | free
~ Pick a book, get a partner at the same chapter, write when you stop.
+ chapter lock | nothing from further on
# penpal, books, reading, letters
@ Ch. 6, From Osaka, Lock, Write, Page 188
= Gather Round | Plan anything with a group | tent | free
~ When, where, who brings what, who pays. One link, no accounts, gone after a month.
+ when-table | the three dates that hurt least
+ bring list | no more eleven potato salads
# group, event, planning, poll
@ Sat 14, 9 of 12, Salad: Jo, Link, Gone in 30 d
= Commonplace | A forum with edges | message-circle | $1.99/mo t14
~ Rooms of forty people about one thing each: bees, brass bands, Brutalism. Full is full; start another.
+ full rooms | forty, then a door opens next to it
+ long posts | with footnotes, if you like
# forum, community, hobby, discussion
@ Bees, 38 of 40, Footnote, New room, Today
= Far Kin | Families across time zones | globe | $2.49/mo t30
~ It is breakfast there. Far Kin knows who is awake, who called last, and whose birthday it already is.
+ awake now | from phones that say so, nothing else
+ turn to call | kindly keeps count
# family, time zones, calls
@ Awake: Lola, 07:10, Your turn, Birthday, Call
= Two Truths Cafe | Ice breakers that work | coffee | free
~ For teams, classes and blind dates: four questions nobody has asked you before.
+ no small talk | or we give you another
# ice breaker, questions, party
@ Question 3, Pass, Your turn, Team, Ha
= Allotment Talk | Gardeners, by soil and weather | sprout | free
~ People who have your clay and your frost, not California's sun.
+ soil match | same ground, same problems
# gardening, community, soil
@ Clay, −2° tonight, Match 41, Slugs, Seeds
= Signal Fire | Tell them you are safe | flame | free
~ One button for storms, floods and late trains. Everybody who cares sees green.
+ one button | works on the last bar of signal
# safety, family, emergency, check in
@ Safe, 6 of 7, Waiting: Tom, 02:14, Green
= Bandmates Wanted | Musicians near you, heard first | guitar | free
~ Thirty seconds of how you play. Nobody sees your haircut until they liked the sound.
+ ears first | sound, then words, then faces
# musicians, band, local
@ Bass, 0:30, 3 km, Liked, Jam
= Kudos Jar | Thank people at work | heart | $0.99/mo
~ A note in the jar, read out on Friday.
+ Friday reading | aloud, by whoever is last
# team, thanks, feedback
@ 14 notes, Friday, From anon, Read, Jar
= Walkie Club | Walk and talk, apart | footprints | $1.49/mo
~ Two people, two cities, the same forty minutes. You talk while you walk.
+ paired pace | it tells you when the other climbs
# walking, talking, friends
@ 40 min, With Ro, Climbing, Thu, 3.1 km
= Elder Line | Video calls with one button | phone | $3.99/mo t30
~ A tablet that rings, a button that answers, a picture of who it is. Set up by you, from afar.
+ one button | nothing else on the screen
+ gentle watch | tells you if nobody touched it since yesterday
# seniors, video call, family
@ Anna calls, Answer, Today 2, Quiet since 9, Photos
`,
};
