import { phrases } from '../seed/phrases';

/** Apps that reviews are written about: what they are called, what they have, where they are used. */
export const subjects: readonly {
  name: string;
  noun: string;
  features: readonly string[];
  settings: readonly string[];
}[] = [
  ['Leafnote', 'notes app', 'search | folders | handwriting | offline mode | tags', 'in meetings | on the train'],
  [
    'Tidal Run',
    'running app',
    'route map | interval timer | heart rate screen | weekly plan',
    'every morning | on trails',
  ],
  [
    'Pocket Ledger',
    'budget app',
    'categories | bank import | monthly chart | shared accounts',
    'at the shop | with my partner',
  ],
  ['Kettle', 'recipe app', 'shopping list | timer | portions | photo import', 'in the kitchen | on Sundays'],
  ['Starfield Post', 'mail app', 'snooze | swipe gestures | filters | signatures', 'at work | on my phone'],
  ['Brickfall', 'puzzle game', 'daily level | undo | leaderboard | hints', 'on the bus | before bed'],
  ['Harbour', 'weather app', 'radar | wind arrows | widget | alerts', 'when sailing | before I cycle'],
  ['Lumen', 'photo editor', 'curves | presets | layers | batch export', 'after a trip | for my shop'],
  ['Parlez', 'language course', 'flash cards | speaking exercises | streaks | stories', 'at lunch | with my daughter'],
  ['Quiet Hours', 'sleep app', 'alarm | rain sounds | sleep graph | bedtime reminder', 'at night | on night shifts'],
  ['Gearbox', 'car log', 'fuel chart | service reminders | trip export | photos of receipts', 'at the pump | for work'],
  ['Orchard TV', 'streaming app', 'downloads | subtitles | watch list | casting', 'on flights | in the evening'],
].map(([name = '', noun = '', features = '', settings = '']) => ({
  name,
  noun,
  features: phrases(features),
  settings: phrases(settings),
}));

/** What paid people and farms write: praise of everything and of nothing in particular, the name again and again. */
export const paid = {
  openers: phrases(`
This is the best {noun} I have ever used in my life. | {name} is simply the best. | Wow, {name} is amazing!
I am so impressed with {name}! | If you are looking for a {noun}, look no further than {name}.
{name} has completely changed my life. | I highly recommend {name} to everyone. | Best {noun} ever, must download!
I never write reviews but {name} deserves it. | Everyone should install {name} right now.
I recently downloaded {name} and I could not be happier. | What an incredible {noun}! | Five stars are not enough for {name}.
My friends told me to try {name} and they were so right. | {name} exceeded all of my expectations.`),
  middles: phrases(`
The developers did an excellent job with this wonderful app. | Everything works perfectly and looks beautiful.
It is very easy to use and very helpful for all people. | All the features are awesome and very useful.
The quality is outstanding and the support team is amazing. | You will not regret it, trust me.
It is worth every single penny. | It is user friendly, fast and reliable. | No other {noun} even comes close to {name}.
My whole family loves {name} so much. | I use it every day and it never disappoints me.
The design is gorgeous and the experience is fantastic. | Thank you {name} team for this great product.
It has everything you could ever want from a {noun}. | I cannot imagine my life without {name} anymore.
Very good app nice work keep it up. | Super app for everybody in the world.`),
  closers: phrases(`
Download it now! | Highly recommended! | I will definitely recommend it to all my friends and family.
Ten out of ten! | Do not hesitate, just get it! | Love it, love it, love it! | Keep up the great work!
You have to try {name} today! | Thank you so much! | Simply the best! | Must have app!!!
I will be using {name} for many years to come. | Give it a try and you will love it too!`),
};

/** Smooth sentences with a little of everything, as language models write when asked for a review. */
export const smooth = {
  openers: phrases(`
{name} offers a seamless experience from start to finish. | As a busy professional, I found {name} to be a real game changer.
From the moment I opened {name}, I was struck by its clean interface. | I have been using {name} for a few weeks now, and it has truly transformed my routine.
As someone who has tried many a {noun}, I can say that {name} stands out. | {name} strikes a perfect balance between simplicity and power.
While I was initially skeptical, {name} quickly won me over. | I was pleasantly surprised by how intuitive {name} is.
Unfortunately, my experience with {name} was far from satisfactory. | I had high hopes for {name}, but it ultimately fell short.`),
  middles: phrases(`
The {feature} is both intuitive and powerful, making everyday tasks a breeze. | The attention to detail in the {feature} is truly impressive.
Whether you are a beginner or an expert, the {feature} has something for everyone. | What sets it apart is the thoughtful {feature}, which adds real value.
The interface is sleek and modern, allowing for effortless navigation. | Additionally, the {feature} works flawlessly across all of my devices.
Moreover, the customer support was responsive and friendly. | The {feature} felt clunky and unresponsive, leaving me frustrated.
Despite its promising concept, the {feature} lacks the polish one would expect. | Not only is it visually appealing, but it is also remarkably efficient.
It is clear that the developers put a lot of thought into the user experience.`),
  closers: phrases(`
Overall, {name} is a must-have for anyone looking to elevate their day. | In conclusion, I would wholeheartedly recommend it to anyone.
All in all, a delightful experience that exceeded my expectations. | Overall, I cannot recommend {name} enough.
In short, {name} is well worth the download. | I look forward to seeing what future updates bring.
Overall, I would advise looking elsewhere until these issues are addressed.`),
};

/** Calls to arms by people who never opened the app, and advertisements. */
export const bombs = {
  openers: phrases(`
SHAME on {name}! | Delete {name} now! | Everyone give one star! | I will never support this company.
The whole internet knows what you did. | Boycott {name}! | One star until you apologise. | SCAM SCAM SCAM
They do not deserve your money. | After the news this week I deleted it.`),
  middles: phrases(`
Do not download, do not trust them. | Tell everyone you know to rate it one star. | They hate their own customers.
We will not forget. | This company should be closed. | They lied to all of us. | Zero stars if I could.
Share this with all your friends. | They sold us all out. | Greedy and shameless people run this company.`),
  closers: phrases(`
Stay away! | Worst company ever! | Uninstalled! | Never again! | You have been warned! | Boycott! | Disgusting!`),
};

export const adverts = {
  openers: phrases(`
Use my code {code} and get free coins! | Write to me for cheap followers. | Earn money from home every day!
Get free gems with code {code}. | I got a gift card for this review. | Visit my page for free premium accounts.`),
  middles: phrases(`
Enter {code} when you sign up and we both get a bonus. | It works one hundred percent, I made a lot already.
Five stars so that I get my reward. | No risk, start today. | Ask me how, I answer everyone. | Best prices, fast delivery.`),
  closers: phrases(`
Code {code}! | Do not miss it! | Thanks for the bonus! | Contact me now! | Limited time only!`),
};

/** Everyday remarks of people who use a thing, beside the sentences of the demo store's shoppers. */
export const remarks = phrases(`
Had to restart it once to get the {feature} going. | The {feature} took me a minute to find, it is under settings.
Using it {setting} mostly. | Would be nice if the {feature} remembered what I chose last time.
Since the last update the {feature} loads quicker. | Crashed twice this month but nothing was lost.
The {feature} could do with bigger buttons. | Compared to what I had before it uses less battery.
I pay for it and think the price is ok. | Switched from another {noun} in spring and imported everything in ten minutes.
I only really need the {feature}. | Support answered after two days and it was a setting on my side.
{setting} it does what it should. | The free version is enough for me. | Took one star off because the {feature} needs an account.
Does not work with my old tablet, on the phone it is fine. | Fonts are a bit small for my eyes.
My wife uses the {feature}, I never touch it. | Sync between two phones takes a while, be patient.
The {feature} still has that bug where it jumps back to the top. | Not sure about the new icon.
It asked for my location and I said no, works anyway. | Good enough. | Does the job. | It is fine.
Cancelled the trial, no trouble. | Version before this one was faster to open. | Dark mode please.`);
