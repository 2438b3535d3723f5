/** Listings of the most popular apps for every day, written by hand, by the app's name. */
export const everyday: Record<string, string> = {
  Matinee: `It is half past eight. Somebody wants something funny, somebody has seen everything, and the youngest must be in bed by ten. **Matinee** ends the discussion in about a minute.

Open a round, show the code, and everybody swipes on their own phone. Nobody sees who said no to what. As soon as there is a film that nobody minds and at least two people love, all phones light up.

### What makes it fair

- **Up to eight people**, no accounts, no names if you do not want them
- **Only what you can watch tonight**, on the services you already pay for
- **Length is a promise**: choose "short night" and nothing over ninety minutes appears
- **The quiet veto**: each person has one, and it is anonymous

### What we do not do

We do not know what you watch afterwards. Rounds are deleted at midnight, and there is no advertising, because the app is paid for by the two cinemas we run.`,

  'Torchlight Plus': `A torch. It is on before your thumb has left the screen.

- Drag up for bright, down for dim. It remembers.
- Double tap for **red**, which keeps your night vision and lets other people sleep.
- Hold for **SOS**, with the screen flashing as well.

There is no account, no advertising, and no reason for a torch to know your contacts. The whole app is smaller than this picture of it.`,

  Brolly: `Most weather apps answer questions you did not ask. **Brolly** answers one: *will I get wet?*

Tell it when you leave and when you come back. In the morning it says yes, no, or "take it with you"; in the afternoon it looks again, because forecasts change their minds. That is the app.

### A little more, if you must

- **Way there, way back**: two answers on one small widget, readable while tying your shoes
- **Dry window**: the best forty minutes between now and dusk, for the dog, the washing or the run
- **Sure or not**: every answer has a percentage, and on Sundays Brolly shows you how often it was right

Forecasts come from four public weather services, compared on our server by map square. Your position never leaves the phone; we only learn that *somebody* in a square of five kilometres has wet feet.

One price. No subscription, because rain is free.`,

  'Aisle Nine': `You write "eggs, cumin, bin bags". **Aisle Nine** puts them in the order in which you will walk past them.

It learns the shop by watching you tick. After two visits it knows that the eggs are behind the wine and that you always forget the bin bags until the till. It works in every supermarket of the world, because nobody had to enter it beforehand.

**For households**

- Tick on one phone, gone on the other. No second milk.
- "We are out of cumin", said in the direction of the kitchen tablet, is enough.
- Sunday's recipes add what is missing and leave out what you have.

**For the forgetful**

- Things you buy every nine days appear on the eighth.
- A photograph can be an item ("this one, not the other one").

Your lists are stored on your devices and, encrypted, between them. We cannot read them and would not know what to do with your cumin.`,

  Saltcellar: `Money is the thing couples argue about after the dishes. **Saltcellar** is a budget for two people who share a table but not a wallet.

## Mine, yours, ours

Every account and every purchase belongs to one of three pots. Split rent by income, groceries by half, and the dog by heart. Who paid is written down; who *owes* is worked out on the first of the month, once, and settled with one transfer.

## Payday is the start

On payday every coin gets a job: rent, food, the trip in June, the roof one day. What is left is yours to waste, without a line in any list. Presents go into a **quiet category**, where the other one sees a total and no details.

## Plain things done well

- Import from any bank that exports a file, with rules that learn from your corrections
- A low-water mark three weeks ahead, so the car insurance is never a surprise
- Works offline; syncs encrypted from device to device

First fourteen days free, then one subscription for both of you.`,

  'Tally Ho': `Five friends, one house by the sea, eleven receipts. **Tally Ho** writes down who paid for the ferry and finds the *fewest payments* that put everything straight at the end.

- Add an expense in two taps, even without signal
- **Odd shares** are allowed: Ana had no wine, Ben came two nights late, the baby eats nothing
- Any currency, converted at the rate of that day and not of the day you settle
- Friends join by a link and need no app and no account

At the end, it says: Ana gives Ben 41.20, Carla gives Dev 12.00. Done. Then it asks whether you would like to forget the whole thing, and does.`,

  Crumb: `Bread is mostly waiting, and **Crumb** is very good at waiting.

Say when you want to eat. Crumb counts backwards through cooling, baking, shaping, folding and the fridge, and tells you when to start. If your kitchen is warm, it tells you to hurry; if you are late, it finds the plan that still ends in bread.

### In the tin

- **Forty-two formulas**, from a no-knead pot loaf to a three-day rye, each tested in an oven as bad as yours
- **A starter diary** with rise, smell and temper. Photograph the jar, and it draws the line
- **Flour maths**: change the hydration, scale to two loaves, swap the wholemeal, and keep the percentages right
- **Hands-free**: large steps, a screen that stays on, timers that say what they are for

### What it does not have

Videos of somebody else's perfect crumb. Yours will be fine.`,

  Larder: `A third of what people buy to eat is thrown away. **Larder** makes that visible, and then smaller.

Come home, photograph the receipt, and forty items stand on the shelf with a likely date. What turns next is at the top, with three ideas for supper that use it up.

- **Eat me first**: one glance before you go shopping
- **Supper from what is there**: recipes that need nothing else, or at most one thing
- **Two people, one shelf**: use the last egg, and the other phone knows
- **A monthly letter**: what you saved, what you binned, no moralising

Larder reads receipts in nine languages on your device. The picture is deleted once the list is right.`,

  Porchlight: `Remember knowing your neighbours? **Porchlight** is a lamp you can switch on from your pocket.

Light on means: I am home, I have time, the soup is warm. People within three hundred metres see it and come round, or do not. After an hour, or whenever you like, it goes out.

There is no feed to scroll. There are no strangers from across the city, no business posts, no arguments about parking at two in the morning, because *everything closes between nine and seven*.

**Also on the street**

- A tool shed: who has a ladder, a drill, a cake tin
- A notice board with ten notices. The eleventh pushes out the first
- "Have you seen our cat", which goes to everybody at once

Run by a small foundation. Every street has a keeper whose name you know.`,

  'Evening Edition': `News is not supposed to be a tap you cannot turn off. **Evening Edition** arrives once a day, at six, and has an end.

Twelve stories, chosen by what will still matter next week. Each says what happened, what is not known yet, and what became of it last time. You will be finished by half past six.

- *One edition.* Nothing before six, nothing after. If something truly cannot wait, there is a single line, twice a year at most
- **Last week's tomorrow**: we go back to what we told you and say what came of it
- Read it, or listen: thirty-one minutes, by a human being
- Corrections at the top, where you see them

We have forty thousand readers and no advertisers. That is the whole business model.`,

  Daybook: `**Daybook** is one page for today.

Tasks on the left, hours on the right, and a margin for everything else. At midnight the page is turned. For each thing you did not do, Daybook asks one question: *keep, move, or let go?* You will be surprised how much you let go.

## Why only one page?

Because a list of three hundred things is not a plan. Tomorrow exists, and you can put things there, but it stays folded until tomorrow.

## Details for people who care

- Type "call Hanna thu 3pm", and it knows
- Meetings come from the calendars you already have, read-only
- Every page you ever had is kept, searchable and printable
- Plain text underneath, in a folder you choose

Bought once. We have made it for six years and use it every day.`,

  Plantsitter: `Most houseplants die of too much love. **Plantsitter** is stern about watering.

Take a picture; it says what you have. Hold the phone to the window; it measures the light that really arrives. From then on it tells you which plant wants what today, and far more often it tells you to leave them alone.

- **2,400 plants**, with their ordinary names in eleven languages
- **Leaf doctor**: spots, curls, crisp edges and the small white things, with pictures of each
- **Holiday notes**: a sheet for the neighbour, with photographs and no Latin
- **Seasons**: the same fern drinks half as much in December

No forum, no shop, no pot advertising. Just wet or dry.`,

  'Chore Weather': `**Kitchen:** sunny until Thursday. **Bathroom:** clouding over. **Hall:** storm warning, guests on Saturday.

In *Chore Weather*, your home has a forecast. Rooms cloud over at the speed they really get dirty, and everybody you live with sees the same sky. Nobody is assigned anything; people pick what bothers them, and the app counts **effort, not tasks**. After a month you will know who has been cleaning the oven.

- Fair sky: shares by minutes and by awfulness
- Children get weather they can clear: a shelf, a basket, a dog
- Storm warning the evening before visitors
- A monthly truce in which nothing counts

Seven days free. One subscription for the household, however many you are.`,

  Itinerant: `Forward your confirmations, and **Itinerant** lays the journey on one line: train, bed, ferry, bed, the friend in between.

It knows that the platform is nine minutes from the tram, that the ferry closes early, and that you walk slowly with the pram. So it does not say when the train goes; it says *when you must leave*.

### When things go wrong

Your train is late. Itinerant has already looked up the next connection, knows whether the hotel keeps the desk open, and writes the message to Ana for you.

### When there is no signal

Everything is on the phone: tickets with their codes, addresses in the local script, and a map of the last kilometre.

### When it is over

The line stays, with your pictures on it. Or you delete it. We keep nothing.`,
};
