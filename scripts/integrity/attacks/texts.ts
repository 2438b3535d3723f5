import type { Random } from '@/lib/catalog/artwork/random';
import { phrases } from '../../seed/phrases';

// What the people of the attack packs write. None of it is in what the shipped model learned from.

export type Subject = { name: string; noun: string; parts: readonly string[] };

export const subjects: readonly Subject[] = [
  ['Tern', 'ferry timetable', 'departure board | delay notice | saved crossings'],
  ['Ballast', 'tax organiser', 'mileage sheet | quarter overview | scanner'],
  ['Hedgerow', 'plant guide', 'leaf camera | flowering calendar | sighting map'],
  ['Chisel', 'woodworking planner', 'cut list | board calculator | joint drawings'],
  ['Second Violin', 'sheet music stand', 'page pedal | markings | setlists'],
  ['Cold Frame', 'allotment diary', 'sowing table | frost warning | rotation plan'],
  ['Parish', 'choir roster', 'absence form | rehearsal list | shared scores'],
  ['Dogleg', 'golf card', 'hole maps | handicap page | weather strip'],
  ['Rookery', 'chess trainer', 'endgame drills | opening tree | blunder review'],
  ['Towline', 'inland waterway chart', 'lock times | depth layer | mooring notes'],
  ['Inkling', 'writing pad', 'word goal | outline pane | typewriter mode'],
  ['Pressgang', 'print shop client', 'colour proof | order history | paper picker'],
  ['Slipway', 'boat maintenance log', 'engine hours | parts shelf | haul-out list'],
  ['Lathe', 'knitting counter', 'row marker | yarn stash | chart zoom'],
  ['Understudy', 'line learner', 'cue voice | scene loop | script import'],
  ['Gritstone', 'climbing notebook', 'topo viewer | tick list | rain radar'],
].map(([name = '', noun = '', parts = '']) => ({ name, noun, parts: phrases(parts) }));

const openers = phrases(`
Came to this after my old {noun} was abandoned. | My brother-in-law put me on to it. | Third season with it now.
Bought a new phone in June and it moved across without fuss. | I was after something without a subscription.
Mixed feelings. | Mostly content. | Not quite there for me. | Right, a fair word after two months. | Got it for the {part}, stayed for the {part2}.
I open it perhaps twice a week. | For what I do, which is not much, it fits. | Had my doubts.`);
const remarks = phrases(`
The {part} took a while to make sense, then it clicked. | On Tuesday the {part} froze and I had to kill the app.
I wish the {part} could be printed. | The {part} is where it earns its keep. | {name} loses its place when a call comes in.
The text in the {part} is tiny on my old handset. | They moved the {part} in spring and I still reach for the wrong corner.
Exporting from the {part} gives a file that my accountant can read. | The {part} drains the battery if I leave it open overnight.
I compared the {part} with paper for a month: they agreed. | Dark mode makes the {part} hard to read outdoors.
Wrote to them about the {part}, had an answer the same week and a fix a month later. | The {part} works in the cellar, where there is no signal.
My daughter set up the {part} for me and I have managed since. | Sharing the {part} with my neighbour needs an account, which she did not want.
The {part} once showed last year's figures. | I would pay a little more if the {part} synced with the computer.
Between the {part} and the {part2} I prefer the second. | Nothing in the {part} surprised me, and I mean that kindly.
After the autumn update the {part} opens straight away. | It asks for my location when I open the {part}; I said no and it still works.
I keep the {part} on the first screen. | The {part} does not know about half hours. | Two of us use it and the {part} gets muddled then.`);
const closers = phrases(`
Will keep it over the winter. | Four out of five until they mend that. | Worth the few coins it cost.
I shall look around, though. | No regrets. | Perhaps I am too old for it. | Would get it again. | Let us see what the next one brings.
That is all I need from a {noun}. | Back to pencil for now.`);
const shorts = phrases(
  'ok | Good | does the job | works | fine for me | not bad | Nice | could be better | meh | no complaints | useful | too slow',
);

export function fill(random: Random, { name, noun, parts }: Subject, text: string): string {
  const [part = '', part2 = ''] = random.shuffle(parts);
  return text
    .replaceAll('{part2}', part2)
    .replaceAll('{part}', part)
    .replaceAll('{name}', name)
    .replaceAll('{noun}', noun);
}

const line = (random: Random, lines: readonly string[]) => random.pickFrom(lines, '');

/** A shopper's own words, a word or two, or none. */
export function ordinaryText(random: Random, subject: Subject): string {
  const kind = random.weighted({ words: 6, short: 1.5, none: 2.5 }, 'words');
  if (kind === 'none') return '';
  if (kind === 'short') return line(random, shorts);
  const said = random.shuffle(remarks).slice(0, random.int(1, 3));
  const parts = [
    ...(random.chance(0.6) ? [line(random, openers)] : []),
    ...said,
    ...(random.chance(0.4) ? [line(random, closers)] : []),
  ];
  return parts.map((part) => fill(random, subject, part)).join(' ');
}

const shouts = phrases(`
Get rid of it. | What they did is a disgrace. | Gone from my phone. | Nobody should support these people. | You deserve every one of these stars.
Read the papers before you install this. | Shameful. | I hope they go under. | We see you. | Traitors to their own users.
Not a cent more from me. | Off it goes, and so should yours. | Liars, the lot of them. | Remember what they said on Monday.`);

/** Anger in few words, by people who say what others say. */
export const shout = (random: Random): string =>
  random.chance(0.2) ? '' : random.shuffle(shouts).slice(0, random.int(1, 3)).join(' ');

const praise = phrases(`
Really pleased with {name}, it makes everything so much simpler. | I would recommend this {noun} to anybody. | The {part} is brilliant and so easy.
Such a lovely {noun}, well done to the team. | Everything just works and it looks great too. | Best thing on my phone by far.
Been telling all my colleagues about {name}. | The {part} alone is worth it. | Could not ask for a better {noun}. | Very happy customer here.
Smooth, quick and reliable every time. | {name} has saved me hours already. | So glad I found this. | Support is superb as well.
I love how the {part} and the {part2} work together. | Top marks from me.`);

/** Praise by the piece, each a little different. */
export const praiseOf = (random: Random, subject: Subject): string =>
  random
    .shuffle(praise)
    .slice(0, random.int(2, 3))
    .map((sentence) => fill(random, subject, sentence))
    .join(' ');

const templates = `
[I have|I've] [been using|used] {name} for [two|three|six] [weeks|months] and it is [wonderful|excellent|fantastic], the {part} [saves me|gives me back] [so much|a lot of] time every [day|morning|week].
[Honestly|Truthfully] the [finest|best|greatest] {noun} [out there|around|available], the {part} is [superb|brilliant|perfect] and the {part2} [works like a charm|never lets me down|is a joy].
[My friend|My sister|A colleague] [told me about|recommended|showed me] {name} and I am [so happy|very glad|delighted] that I [tried|installed|downloaded] it, the {part} is [amazing|great|incredible].
If you [need|want|are looking for] a [good|decent|proper] {noun} then [get|choose|go for] {name}, its {part} is [easy|simple|a pleasure] to use and it [never crashes|always works|just works].`
  .trim()
  .split('\n');

/** One of four texts, with words changed for others like them. */
export function paraphrase(random: Random, subject: Subject): string {
  const text = line(random, templates).replace(/\[([^\]]+)\]/g, (_, words: string) => line(random, words.split('|')));
  return fill(random, subject, text);
}
