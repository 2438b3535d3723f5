import { functionWords } from './function-words';

/** What a text is taken apart into: n-grams of words, of the shapes of words, and of letters; each has buckets of its own. */
export const groupNames = ['words', 'shapes', 'letters'] as const;
export type Group = (typeof groupNames)[number];
export const bucketsOf: Record<Group, number> = { words: 1 << 17, shapes: 1 << 17, letters: 1 << 17 };

/** Sparse counts: which buckets, and how often. */
export type Bag = { buckets: Uint32Array; counts: Float32Array };
/** `known` are buckets of pairs of words, by which a text is told to be like those of training. */
export type Features = Record<Group, Bag> & { known: Uint32Array };

export const KNOWN_BUCKETS = 1 << 19;
/** A body has no more. */
const MAX_LENGTH = 4000;

const TOKEN = /[\p{L}\p{N}]+(?:'\p{L}+)?|[^\s\p{L}\p{N}]/gu;

const scratch: Record<Group, Float32Array> = {
  words: new Float32Array(bucketsOf.words),
  shapes: new Float32Array(bucketsOf.shapes),
  letters: new Float32Array(bucketsOf.letters),
};

const step = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

function hashOf(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = step(h, text.charCodeAt(i));
  return h;
}

function shapeOf(token: string): string {
  const lower = token.toLowerCase();
  if (functionWords.has(lower)) return lower;
  if (/^\p{N}/u.test(token)) return '#';
  if (!/^\p{L}/u.test(token)) return token;
  if (token !== lower && /^\p{Lu}/u.test(token)) return token.length > 1 && token === token.toUpperCase() ? 'XX' : 'Xx';
  const ending = /(?:ing|ed|ly|s)$/.exec(lower)?.[0];
  return ending === undefined ? `x${Math.min(4, lower.length >> 1)}` : `-${ending}`;
}

/** Counts into the scratch array and takes them out again, so that the next text finds zeros. */
function collect(group: Group, fill: (add: (hash: number) => void) => void): Bag {
  const counts = scratch[group];
  const mask = counts.length - 1;
  const seen: number[] = [];
  fill((hash) => {
    const bucket = finish(hash) & mask;
    if (counts[bucket] === 0) seen.push(bucket);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  });
  const buckets = Uint32Array.from(seen);
  const found = Float32Array.from(buckets, (bucket) => counts[bucket] ?? 0);
  for (const bucket of seen) counts[bucket] = 0;
  return { buckets, counts: found };
}

/** N-grams of 1 to `longest` tokens; those of several may begin or end with the text. */
function gramsOf(hashes: Uint32Array, longest: number, add: (hash: number, length: number) => void): void {
  const edge = 0x5e5e5e5e;
  for (let from = -1; from < hashes.length; from += 1) {
    let h = 0x811c9dc5;
    for (let length = 1; length <= longest && from + length <= hashes.length + 1; length += 1) {
      h = step(finish(h), hashes[from + length - 1] ?? edge);
      const isEdgeAlone = length === 1 && from === -1;
      if (!isEdgeAlone) add(h + length, length);
    }
  }
}

/** Takes a text apart. Letters keep their case, words do not. */
export function featuresOf(body: string): Features {
  const text = body.slice(0, MAX_LENGTH).normalize('NFC').replace(/’/g, "'").replace(/[“”]/g, '"');
  const tokens = text.match(TOKEN) ?? [];
  const lower = Uint32Array.from(tokens, (token) => finish(hashOf(token.toLowerCase(), 0x1234567)));
  const shapes = Uint32Array.from(tokens, (token) => finish(hashOf(shapeOf(token), 0x7654321)));
  const line = ` ${text.replace(/\s+/g, ' ').trim()} `;
  const known = new Set<number>();
  gramsOf(lower, 2, (hash, length) => {
    if (length === 2) known.add(finish(hash ^ 0x3c6ef372) & (KNOWN_BUCKETS - 1));
  });
  return {
    words: collect('words', (add) => gramsOf(lower, 2, add)),
    shapes: collect('shapes', (add) => gramsOf(shapes, 4, add)),
    letters: collect('letters', (add) => {
      for (let from = 0; from + 2 <= line.length; from += 1) {
        let h = step(0x811c9dc5, line.charCodeAt(from));
        const until = Math.min(line.length, from + 6);
        for (let at = from + 1; at < until; at += 1) {
          h = step(h, line.charCodeAt(at));
          add(h + at - from);
        }
      }
    }),
    known: Uint32Array.from(known),
  };
}
