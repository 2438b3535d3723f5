import type { Grammar } from './types';

export const sports: Grammar = {
  slug: 'sports',
  hooks: [
    'For people who play, not for people who bet.',
    'Built at the side of a muddy pitch.',
    'Works with gloves on.',
    'It knows the difference between a statistic and a story.',
  ],
  extras: [
    'live ticker | three lines of text, no video to wait for',
    'club colours | pick two, everything follows',
    'season archive | every match since you joined',
    'fixtures feed | into your calendar',
    'printable sheet | for the notice board',
  ],
  closers: [
    'See you on Saturday.',
    'Free for youth teams.',
    'Made by a goalkeeper with time to think.',
    'Rain or shine.',
  ],
  fixes: [
    'Line-ups load before kick-off, not after.',
    'Added the new handball rules.',
    'Fixed tables when two teams are level.',
    'Watch scores sync on the way home.',
    'Larger buttons for cold fingers.',
    'Season change no longer loses captains.',
  ],
  praise: [
    'our whole league uses it now',
    'results within seconds, without betting ads',
    'my serve got measurably better',
    'the {feature} <is/are> brilliant for coaches',
    'better than the official app',
  ],
  gripes: [
    'lower leagues are missing',
    'notifications spoil the match by a minute',
    'the {feature} <loses/lose> data if you leave the app',
    'scoring mistakes cannot be undone',
    'needs more statistics',
  ],
  settings: [
    'as a coach',
    'for our under-twelves',
    'every weekend',
    'in the stadium',
    'in the third division',
    'since I play again',
  ],
  apps: `
= Touchline | Run a football team from the side of the pitch | whistle | $3.99/mo t14
~ Who is coming, who plays where, who owes for the oranges. After the match, minutes and goals are already written down.
+ fair minutes | everybody plays, and you can prove it
+ line-up drag | with a plan B for the flu
+ orange money | small sums, clearly owed
# football, team, coach, line-up
@ 11 of 14, Line-up, 38', Oranges 2.00, Sub
= Second Serve | Find somebody to play tennis with | target | free
~ Your level, your courts, your evenings. Second Serve suggests a partner and asks the court.
+ true level | from results, not from hope
+ court check | booked, wet or free
# tennis, partner, court
@ Level 5.2, Court 3, Thu 18:00, Free, Rematch
= Scoreboard Anywhere | A huge scoreboard on any screen | monitor | $1.99
~ Table tennis to kubb: forty sports with their real rules for serve, sets and time-outs.
+ voice score | "point left"
+ umpire log | for the argument afterwards
# scoreboard, referee, counter
@ 11–9, Set 3, Serve L, Time-out, Log
= Bouldering Beta | Climb better on Tuesdays | mountain | $2.99/mo
~ Film the problem, mark the holds, see what people your height do differently.
+ my height | beta from people built like you
+ skin log | honest rest days
# climbing, bouldering, training
@ 6B, Hold 4, My height, Skin 3/5, Sent
= Regatta Watch | Follow a dinghy race from shore | sailboat | $2.99
~ Phones in dry bags, boats on a map, and grandmothers who finally see who is winning.
+ true order | by distance to the mark, not by hope
# sailing, regatta, race, tracker
@ Boat 14, Mark 2, 3rd, 6.1 kn, Finish
= Cricket Scorebook | Score every ball, on paper's terms | notebook-pen | $4.99
~ Dots, wides and wagon wheels in a book that looks like the one in the pavilion and adds up by itself.
+ wagon wheel | tap where it went
+ tea sheet | averages ready for the speech
# cricket, scoring, scorebook
@ 142/4, Over 31, Wagon, lbw, Tea
= Archer's Ring | Every arrow, plotted | target | $2.99
~ Tap where it hit. After sixty arrows the app knows what your elbow does when you are tired.
+ tired elbow | groups by end, by hour, by wind
# archery, score, training
@ 9 X 8, End 6, Group, 70 m, Elbow
= Chalk Talk | Draw plays that move | clipboard-list | $6.99
~ Draw arrows, press play, and the five run what you drew. Send it before training.
+ moving plays | at the speed they really run
+ quiz the team | who goes where
# basketball, coach, tactics, plays
@ Play 7, Screen, Run it, Quiz, Zone
= Saturday Five | Saturdays at nine | footprints | free
~ Your times, your friends', the hill, and who makes coffee after.
+ same-day age | compared with yourself at thirty
# running, 5k, saturday, park
@ 27:14, Hill, Coffee: Jo, Run 88, Age 61 %
= Darts Counter Deluxe | 501, and the walk to the board | target | $0.99
~ Big sums, checkouts, and a caller from Stoke.
+ the caller | one hundred and eighty
# darts, 501, scorer
@ 121, T20 T11 D14, Leg 3, 180!, Throw
= Ice Times | Rinks, public hours, sharp skates | snowflake | free
~ Where is ice, when is it open, when was it last driven over.
+ fresh ice | minutes since the machine
# skating, rink, hockey
@ Open 14–16, Fresh 8 min, Rink 2, Sharpen, Map
= Club Secretary | Members, fees and the annual meeting | id-card | $7.99/mo t30
~ For the person who does it all, unpaid, on Sunday nights.
+ fee run | reminders in the club's own tone
+ meeting pack | agenda, list, proxies
# club, members, fees, association
@ 214 members, Fee run, AGM, Proxy, Left 3
= Golf Without Numbers | A round, remembered | flag | $3.99
~ Mark the shot you liked, not the score. At the end there are six pictures and one number, if you want it.
+ good shots only | the rest is silence
# golf, round, diary
@ Hole 7, Liked, 6 shots, Wind, Tee
= Judo Grading | Learn the throws for your next belt | person-standing | $4.99
~ Filmed from the mat, both sides, with the words as the examiner says them.
+ both sides | left-handers exist
# judo, belt, martial arts, training
@ O-goshi, Left, Green belt, Slow, Ippon
`,
};
