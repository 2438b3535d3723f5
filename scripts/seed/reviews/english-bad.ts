import { phrases } from '../phrases';

/** Sentences of unhappy and of divided reviews in English; slots as in english-good.ts, `{version}` is the newest. */
export const openers = phrases(`
Was great until the last update. | Disappointed. | I really wanted to like it. | No. | Not what I expected.
Sorry, but no. | Used to be my favourite. | What happened? | Installed, opened, closed, deleted.
Where do I start. | I gave it {time}. | Not worth the space on {device}. | Good idea, bad app.
I regret this one. | Do not update to {version}. | Broken on {device}. | Frustrating. | Looks nice and that is it.
Third time I try it, third time I delete it. | I have been patient. | Hmm. | Very mixed. | Not for me.
Avoid for now. | It had potential. | {Person} recommended it, I do not know why. | Since {version} nothing works.
Waste of time. | I expected more after the reviews here. | Ok at first, then it all fell apart.
Great screenshots. The app, less so. | I rarely give one star. | Almost deleted my account over this. | Meh.`);

export const problems = phrases(`
It crashes as soon as I open it. | It crashes every second time. | Lost all my data after the update.
It signs me out all the time. | Notifications come hours late. | Drains the battery like crazy.
Super slow on {device}. | Support never answered. | Wrote to support {time} ago, nothing.
The new layout is terrible. | Too many taps for everything. | Sync is broken.
It froze in the middle of things and everything was gone. | Half of the buttons do nothing.
It forgets my settings. | The text is far too small. | Way too expensive for what it does.
I can not find how to cancel. | It asks for things it should not need. | Search finds nothing.
No tablet version, just a stretched phone app. | Only works half the time.
Nothing but a white screen on {device}. | The update broke the one thing I use. | Feels unfinished.
Spelling mistakes everywhere in my language. | It keeps asking me to rate it. Here you go.
Restoring my purchase does not work. | Worked for two days, then never again. | It gets hot.
Everything is hidden in menus. | It double counts everything. | Fonts are unreadable in the dark mode.
Takes ages to load. | Buggy since {version}. | The old version was so much better.
You need an account for the simplest thing. | It just stops. No message, nothing. | No way to export.
Times are wrong by an hour. | Rotating the phone kills it. | Backup did not restore.`);

export const featureProblems = phrases(`
The {feature} <does/do> not work at all. | The {feature} <is/are> a joke.
The {feature} only <works/work> when <it feels/they feel> like it.
Bought it for the {feature} and <it does/they do> nothing on {device}.
The {feature} <is/are> broken since {version}. | I can not get the {feature} to work.
The {feature} <crashes/crash> the whole app. | The {feature} <looks/look> nothing like the pictures.
The {feature} <sounds/sound> great on paper. | The {feature} <is/are> so slow it is useless.
Where did the {feature} go? | Why did you change the {feature}? | The {feature} <needs/need> work.
Even the {feature} <is/are> wrong half the time. | The {feature} <was/were> the only reason I had it.
The {feature} never <remembers/remember> anything. | Nobody explains how the {feature} <works/work>.
The {feature} <freezes/freeze> after a minute. | The {feature} <is/are> fine, the rest is not.
The {feature} <hides/hide> behind three menus.`);

export const closers = phrases(`
Uninstalled. | Refund please. | Please fix. | Will change my rating when it is fixed. | One star until then.
Back to {other}. | Deleted. | Shame. | Such a pity. | Never again. | Do better. | I want the old version back.
Not recommended. | Save your money. | Going back to pen and paper. | Two stars for the idea. | Asked for a refund.
Please test on {device}. | I will wait for the next update. | Fix it and I am back. | Hope somebody reads this.
Disappointing. | Keep looking. | Sad. | Are you even testing this?`);

export const middles = phrases(`
It is okay. | Good idea, average execution. | Does what it should, more or less. | Not bad, not great.
Three stars, for now. | Nice start. | I like it and I do not. | Half of it is great.
Mixed feelings after {time}. | It is fine {setting}. | Decent. | There is a good app in there somewhere.
I want to love it. | For the price it is alright. | Works for me, {person} hates it. | Has its moments.
Could be so much better. | Used it for {time}, then forgot about it. | Pretty but thin. | Solid basics.`);

export const buts = phrases(`
But {gripe}. | However, {gripe}. | On the other hand, {gripe}. | Unfortunately {gripe}. | My problem: {gripe}.
The catch: {gripe}. | Sadly {gripe}. | What bothers me: {gripe}. | Too bad that {gripe}. | Downside: {gripe}.`);

export const shortBad = phrases(`
Crashes | Does not open | Not working | Useless | Deleted | Waste of money | Bad update | Too slow | Buggy | meh
👎 | Disappointing | Broken since {version} | Want my money back | no | Keeps crashing | Terrible on {device}
It was better before | Boring | Overpriced | Not for me | Login does not work | Worst update ever | garbage | Nope
Freezes all the time | why??? | {Feature} broken | Uninstalled after a day | do not buy`);

export const shortMiddle = phrases(`
Ok | It is fine | So so | Could be better | Average | Not bad | Good but buggy | Nice idea | Decent | okay I guess
3 stars | Needs work | Fine for free | Half good | Works most of the time | Pretty but slow | not there yet
Alright | Mostly good`);

export const titlesBad = phrases(`
Disappointed | Crashes | Not worth it | Broken | Bad update | Do not buy | What a shame | Lost my data | Too slow
No thanks | Used to be good | Please fix | {Feature} broken | Unusable on {device} | Expected more | Frustrating
Support? | Deleted it | Since {version} nothing works | Overpriced | One star | Half finished | Buggy | Not again
Sorry, no | Waste | Why?`);

export const titlesMiddle = phrases(`
Okay | Good idea | Could be great | Mixed feelings | Almost | Not bad | Promising | Half good | Needs polish
Fine | Three stars | Nice, but | Average | Good with flaws | Waiting for the next update | So-so | Decent
Getting there`);
