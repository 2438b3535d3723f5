/** Listings of the most popular tools for work, learning and making, written by hand, by the app's name. */
export const craft: Record<string, string> = {
  Mouthful: `You did not learn your first language from a table of verbs. **Mouthful** starts with your mouth.

On day one you order a coffee, get the wrong change, and say so. You repeat after people who live there, at their speed, then you answer, then you interrupt. Only when you ask *why is it "del" and not "de el"?* does the grammar come out, and then it is short.

### How it works

1. **Shadow**: speak along with somebody until your tongue stops tripping
2. **Answer**: they ask, you reply, in four seconds, as in life
3. **Street**: a market, a platform, a landlord, with noise and impatience

### What is inside

- Spanish, Italian, Portuguese, French, German, Turkish and Japanese
- 140 street scenes filmed where they happen
- An accent mirror that shows the sound you made beside the one you meant
- Nothing to collect and nobody to beat

Your recordings stay on the device and are deleted after the lesson unless you keep them.`,

  'Kanji Garden': `2,136 characters are too many for a list. They are about right for a garden.

In **Kanji Garden** each character is a plant. New ones need water the next day, then three days later, then in a week, and one day they stand on their own. Where you confuse two, a weed grows between them; pulling it means drawing both until your hand knows the difference.

- **Stroke sand**: draw with a finger and feel the order, with the corrections of a real teacher
- **Look-alike beds**: 未 and 末, 土 and 士, side by side until they are strangers
- **Radical map**: the parts that come back, each with a story you can change
- **Readings in sentences**, never alone

Twelve minutes a day keep about a thousand plants alive. The app tells you when to stop.

Made in Osaka and Leeds. Bought once; the garden is yours.`,

  'Lantern Reader': `Save an article from anywhere. **Lantern** takes away what blinks, keeps what was written, and tells you honestly how long it takes, measured on how *you* read.

Each morning there is a pile of five, the oldest first. What you have not opened after a month goes quietly to the attic, so the list stays a pleasure and does not turn into a debt.

- Reads aloud, with pauses where a person would breathe
- Highlights you can take with you as plain text
- Works on trains, in cellars and in the mountains
- No recommendations. You know what you want to read`,

  Stillwater: `Other meditation apps talk. **Stillwater** stops.

In the first week a voice leads you through ten minutes. In the second it leaves gaps. By the third month there is a bell at the start, a bell at the end, and nothing in between. That is the course, and it is the only one.

**Also in the water**

- *Two-minute wells* for corridors, car parks and the moment before the meeting
- *Evening tide*: breathing that slows with the light outside your window
- A diary of one word a day, if you like

There are no streaks. If you were away for a year, the app says good evening.

Seven days free. Free for good if you cannot pay: write to us, no questions asked.`,

  Softstep: `You do not need to be able to run to start running. **Softstep** begins with walking, and it means it.

Three times a week for twelve weeks, a calm voice goes with you. After each run you say how it was, in one word, and the plan changes. Too much on Wednesday? Friday already knows. It goes *backwards* as easily as forwards, and nobody calls it failing.

## What is different

- **The talk test**: it asks you to say a sentence. If you cannot, you are too fast
- **Injury detour**: weeks of walking or cycling that still count
- **No map of strangers**, no leader board, no badges for pain
- Works with a watch, or without, or on a treadmill

## Who made it

A physiotherapist who hates running, and a runner who had to stop for two years.`,

  'Splice Kitchen': `A film editor for people who have a phone, a thumb and eleven minutes.

**Splice Kitchen** puts the timeline at the bottom, where your thumb is, and the picture everywhere else. Pull to trim. Tap to cut. Hold to hear. The first rough cut of a birthday takes one bus ride.

### Sound first

Real editors cut to sound, so we start there: mark the sentences that matter, and the pictures follow. Wind goes down, voices come up, and music steps aside when somebody speaks.

### When it gets serious

- Six video and eight sound tracks, proxies made in the background
- Colour by three wheels and one honest scope
- Subtitles you can correct by reading
- Exports a project that desktop editors open

The free week includes everything and leaves no watermark.`,

  'Halftone Darkroom': `There are ninety sliders in the usual editor. In a darkroom there were four things: time, grade, and two hands. **Halftone Darkroom** gives you those back.

Make a test strip: six exposures of the same inch. Choose one. Hold your hand over the sky while the rest comes up. Tone it, or do not. Ten minutes later there is one picture, and it is *yours*.

- Works on RAW, JPEG and scans, always on a copy
- Five papers, modelled from sheets we exposed and measured
- Dodge and burn with real penumbra, by finger or pen
- A contact sheet for each day, with your grease-pencil marks
- Prints at the size you choose, with a border that is straight

For the impatient there is a button called **Good enough**. It is quite good.`,

  'Inkwell Studio': `Ink runs. It pools at the end of a line, skips on rough paper, and goes pale when the nib is dry. **Inkwell Studio** does all of this while you draw, and it is the only thing it does.

## Tools

- **Pens** you cut yourself: width, slit, angle, flex
- **Brushes** from one hair to a wash that needs a minute to dry
- **Paper**: forty sheets, scanned one by one, with tooth you can feel in the line
- **Water**: a clean brush that moves what has not dried

## A quiet studio

The tools slide away when the pen comes near. Undo goes back to the first mark, even next week. Layers exist and can be ignored.

## For work

SVG of the outlines, PSD with layers, PDF at any size, and a time-lapse of how it came to be.

One price, no brush shop.`,

  Gitlark: `History is written by the people who rebase. **Gitlark** is a small, fast window on a repository in which the history is something you can *edit before you show it*.

- Stage single lines with the keyboard
- Split a commit in two by dragging lines to the left or to the right
- Reorder, squash and reword on a board, with a preview of the result and one undo for the whole thing
- Bisect as a conversation: good, bad, do not know

**Fast** means: the first paint in 200 ms on a repository with a million commits. **Small** means: 14 MB, no background service, no account.

It reads and writes with the git you have installed, including your hooks, your config and your strange aliases. Nothing is kept anywhere else.

Runs on Linux, macOS and Windows with one licence.`,

  Loopyard: `Every song I like began as a mistake. **Loopyard** keeps the mistakes.

Plug in, tap, play. While you play, the last ten minutes are always there, so when the wrong chord turns out to be the right one, you walk back and take it. Six tracks, each with its own length, so nothing lines up unless you want it to.

**On stage**: big buttons, pedal support, and a lock that keeps your sleeve from ending the set.

**At home**: overdub, half-time, reverse, and three pedals without names.

**In the computer**: every layer as a file, in time, with what you played before you pressed record.

Latency is under 6 ms on anything from the last four years. There is a list on our site, with the exceptions.`,

  Latchkey: `One phrase opens **Latchkey**. Behind it, everything else: passwords, recovery codes, the alarm at your mother's house.

It is one encrypted file. Put it where you keep files: on a stick, on your server, in any cloud. There is no account with us, so there is nothing with us that could be stolen.

### What it does

- Fills in sites and apps, and refuses on the site that only *looks* right
- Makes passwords that are long, or that can be read over the telephone
- Checks for leaks by sending five characters of a fingerprint, never the password
- Keeps passkeys, with export

### The emergency envelope

Name two people. If one of them asks for the key, you have as many days as you chose to say no. After that, they can open it. Nobody likes to think about it; do it once.

Audited every spring, with the full report on our website. Bought once, for all your devices.`,

  Tern: `**Tern** knows the tide for the harbour you really use, and it works it out on your phone, so that it still answers behind the headland where there is no signal.

Type in your draught, and the chart of numbers turns into a sentence: *the bar is passable from 11:40 until 15:10, best at half past one*.

- **Nine thousand ports** in sixty countries, predicted to 2040
- **Tide clock**: slack water as a clock face, the safe window shaded
- **Keel line**: height over the sill with a margin you choose
- **Springs and neaps** at a glance for the next month, for planning and for mussels
- **Weather and pressure** correct the height when there is a connection, and the app says by how much

Made on an island with a five-metre tide by two people who have been stuck in the mud.

*Tern does not replace official tide tables or your eyes.*`,

  Ridgewalk: `The path on the map says two hours. It does not know that you carry a child, that there was snow on Tuesday, or that you stop for every marmot. **Ridgewalk** does.

## Before

Draw a line or choose one of eleven thousand. Ridgewalk walks it for you: height, exposure, water, huts with beds tonight, and the hour at which you should turn round.

## On the way

The map is on the device and so is the search. *Hut time* is corrected with each kilometre. If the cloud comes down, **bail-out ways** shows the quickest safe way off from exactly where you are.

## In winter

Slope shading from 30°, the bulletin of the local avalanche service, and a beep if you walk towards what is both steep and warm.

One subscription covers all mountains. The first fourteen days are free, enough for one good week.`,
};
