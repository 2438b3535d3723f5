import type { StoryScene } from '@/lib/catalog/artwork/spec';

interface CollectionText {
  kind: 'story' | 'list';
  title: string;
  subtitle: string;
  body: string;
  hue?: number;
  scene?: StoryScene;
  apps: readonly string[];
}

/** What the store's editors wrote. */
export const collectionTexts: readonly CollectionText[] = [
  {
    kind: 'story',
    title: 'Knowing when the water comes',
    subtitle: 'Two sailors, one island, and an app that works where there is no signal',
    body: `The harbour of Dingle dries out twice a day. If you are late, you sit in the mud and wait, and everybody on the pier can see you. "We have been seen," says one of the two people behind **Tern**.

Their app answers one question, *can I get in?*, and answers it without a connection. There are other apps in this story, for wind, for waves, for the hour the storm arrives. What they share is modesty: they say how sure they are.

Pack a coat anyway.`,
    hue: 220,
    scene: 'harbour',
    apps: ['Tern', 'Brolly', 'Windsock', 'Thunderhead', 'Swell Diary', 'Lake Finder'],
  },
  {
    kind: 'story',
    title: 'Games that do not mind if you stop',
    subtitle: 'No timers, no lives, no shop: eight games for tired evenings',
    body: `Somewhere along the way, games learned to beg. These do not. They begin when you begin, they wait while you answer the door, and they are still there on Thursday.

Start with **Foldaway** if you like to think, with **Noodle Stand** if you like to listen, and with **Knot Today** if you would like to do neither.`,
    hue: 165,
    scene: 'shapes',
    apps: [
      'Foldaway',
      'Noodle Stand',
      'Knot Today',
      'Duckling Parade',
      'Patience, Please',
      'Silt',
      'Hexwood',
      'Bubble Wrapper',
    ],
  },
  {
    kind: 'story',
    title: 'The kitchen is the point',
    subtitle: 'Bread, leftovers, and what to do with half an onion',
    body: `A good kitchen app is read from two metres away by somebody with wet hands. We cooked with eleven of them for a month. These six are the ones that got flour on them.

**Crumb** counts backwards from breakfast. **Larder** knows about the leeks. And **Supper for One** is the first cookbook that understands what half an onion means.`,
    hue: 45,
    scene: 'table',
    apps: ['Crumb', 'Larder', 'Supper for One', 'Umami Index', 'Plattenteller', 'Pour Slowly'],
  },
  {
    kind: 'story',
    title: 'Forty levers and a late train',
    subtitle: 'How Signalbox became a hit without a single explosion',
    body: `Nobody expected a simulation of a wooden hut beside a railway to be played by anyone except those who had worked in one. It turns out that many people long for a job in which, if you follow the rules, nothing bad happens.

We asked around for other games with that feeling.`,
    hue: 25,
    scene: 'city',
    apps: [
      'Signalbox',
      'Lockkeeper',
      'Night Shift at the Observatory',
      'Lighthouse Radio',
      'Town of Nine Streets',
      'Apiary',
    ],
  },
  {
    kind: 'story',
    title: 'Run slower',
    subtitle: 'The gentle school of getting fit',
    body: `The voice says: "If you cannot say a whole sentence, walk." That is the most radical sentence in a fitness app this year.

There is a new kind of trainer: no streaks, no pictures of stomachs, plans that go backwards as easily as forwards.`,
    hue: 140,
    scene: 'hills',
    apps: ['Softstep', 'Stillwater', 'Backlog', 'Hilltop', 'Balance Beam', 'Yoga for Stiff People'],
  },
  {
    kind: 'story',
    title: 'One page for today',
    subtitle: 'Planning apps that know when the day is full',
    body: `A list of three hundred things is not a plan. The apps here have a limit, and they are proud of it: one page, three cards, six hours.`,
    hue: 80,
    scene: 'garden',
    apps: ['Daybook', 'Tick & Tack', 'Kanbanana', 'Sunday Review', 'Calends', 'Focus Barn'],
  },
  {
    kind: 'story',
    title: 'Whose light is on?',
    subtitle: 'Apps for people within shouting distance',
    body: `Three hundred metres is a strange distance. Close enough to borrow a ladder, far enough never to have spoken. **Porchlight** and its neighbours try to change that, each with fewer features than the last.`,
    hue: 290,
    scene: 'city',
    apps: ['Porchlight', 'Second Chance', 'Parish Pump', 'Stacks Near Me', 'Gather Round', 'Allotment Talk'],
  },
  {
    kind: 'story',
    title: 'Look up',
    subtitle: 'The sky, for beginners',
    body: `It is free, it is above you, and on a clear evening it explains itself. Six apps with red screens and long patience.`,
    hue: 265,
    scene: 'orbit',
    apps: ['Sternwarte', 'Sky Almanac', 'Nordic Night', 'Moonwise', "Cloudspotter's Card", 'Idle Telescope'],
  },
  {
    kind: 'story',
    title: 'Ink that behaves like ink',
    subtitle: 'Drawing tools for people who miss the smell',
    body: `A brush that needs a minute to dry sounds like a bug. In **Inkwell Studio** it is the reason to be there. We visited the makers of five drawing apps and asked each what they had left out.`,
    hue: 335,
    scene: 'shapes',
    apps: ['Inkwell Studio', 'Blockprint', 'Frame by Fred', 'Chalkline', 'Pixel Parlour', 'Grotesk'],
  },
  {
    kind: 'story',
    title: 'A bed in the mountains',
    subtitle: 'Maps, huts and the courage to turn round',
    body: `The best feature of a mountain app is the one that tells you to go home. **Ridgewalk** has it, and it is not shy.`,
    hue: 195,
    scene: 'hills',
    apps: ['Ridgewalk', 'Hut to Hut', 'Pilgrim', 'Breathe at Altitude', 'Campfire Map', 'Snow Report, Honestly'],
  },
  {
    kind: 'list',
    title: 'New to the store? Start here',
    subtitle: 'Ten free apps that half of our readers kept',
    body: '',
    apps: [
      'Matinee',
      'Torchlight Plus',
      'Quiet Chess',
      'Tally Ho',
      'Porchlight',
      'QR, Please',
      'Lantern Reader',
      'The Thursday Quiz',
      'Stack the Cats',
      'Noodle Stand',
    ],
  },
  {
    kind: 'list',
    title: 'Pay once',
    subtitle: 'No subscription: worth every cent',
    body: '',
    apps: [
      'Tern',
      'Latchkey',
      'Daybook',
      'Crumb',
      'Signalbox',
      'Gitlark',
      'Halftone Darkroom',
      'Kanji Garden',
      'Small Empires',
      'Loopyard',
      'Inkwell Studio',
      'Foldaway',
    ],
  },
  {
    kind: 'list',
    title: 'For small hands',
    subtitle: 'No advertising, no shop, no tricks',
    body: '',
    apps: [
      'Pip the Postman',
      'The Night Zoo',
      'My First Band',
      'Puddle Jumpers',
      'Teddy Clinic',
      'Little Harbourmaster',
      'Feelings Boat',
      'Phonics Farm',
    ],
  },
  {
    kind: 'list',
    title: 'Read something longer',
    subtitle: 'Novels in letters, evenings with an end',
    body: '',
    apps: [
      'Evening Edition',
      'Lantern Reader',
      'Pagewright',
      'The Long Novel',
      'Northern Shorts',
      'Pocket Physics',
      'Underline',
      'Shelf & Spine',
    ],
  },
  {
    kind: 'list',
    title: 'Tools of our trade',
    subtitle: 'What the people who build this store have open',
    body: '',
    apps: ['Gitlark', 'Quern', 'Logjam', 'Restless', 'Portside', 'Hexapod', 'Regexile', 'Packet Porch'],
  },
  {
    kind: 'list',
    title: 'Four players, one sofa',
    subtitle: 'Games for a table full of people',
    body: '',
    apps: [
      'Whose Turn Is It',
      'Improv Box',
      'Thumbwar Legends',
      'The Great Sock War',
      'Harbour Traders',
      'Clueless Cousin',
      'The Thursday Quiz',
    ],
  },
];
