import { phrases } from './phrases';

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const sentence = (text: string) => (/[.!?…]$/.test(text) ? capital(text) : `${capital(text)}.`);

/** How labels begin that are no noun one could put "the" before: they are quoted instead. */
const noNouns = phrases(`
a year | air is | any | as it | best of | ask the | awake | borrow a | both | compare | cost per | draw a | ears first | eat me | elsewhere
explain it | feet only | follow the | fold and | go or | go, | gone | good shots | hear first | hold the | how to | hum
in | is it | last rates | last used | leave by | light on | line by line | listen while | look inside | mine, | my | name it | near me
never said | no | not a | noticed | off the | on and | once a | one a day | out and | own voice | paste as | pick for
pre-reg | print a | private by | quiz the | rain and | read or | red for | report for | reset to | rough to | rule shown
said nicely | scratchless | see every | shake | show it | sleep by | so far | somebody | sound first | spacing by
still there | still true | sure or | swap in | switch sides | table out | tap for | that | this | three beside | time to
tonight | touched | try it | turn it | turn to | wake me | walk it | walk the | way there | weather of | weather matters
weld or | what | where | while | who | why that | why this | worth it | year in | years to | your own`);

export interface Noun {
  text: string;
  isPlural: boolean;
}

/** A feature's label as a noun that "the" can stand before. */
export function nounOf(label: string): Noun {
  const bare = label.replace(/^the /, '');
  const isQuoted = noNouns.some((start) => bare === start || bare.startsWith(`${start} `)) || /^[A-Z][a-z]/.test(bare);
  if (isQuoted) return { text: `"${bare}" thing`, isPlural: false };
  const head = bare.split(/ (?:of|at|as|from|for|by|with|in|on) /)[0] ?? bare;
  return { text: bare, isPlural: /[^sui]s$/.test(head) };
}

/** Fills `{feature}` and `{Feature}`, and chooses in `<is/are>` by number. */
export function withFeature(template: string, label: string): string {
  const { text, isPlural } = nounOf(label);
  return template
    .replace(/<([^/>]*)\/([^>]*)>/g, (_, one: string, many: string) => (isPlural ? many : one))
    .replaceAll('{feature}', text)
    .replaceAll('{Feature}', capital(text));
}
