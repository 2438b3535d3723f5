import type { Random } from '@/lib/catalog/artwork/random';
import { angryEmoji, emoji } from './slots';

const contractions: readonly [RegExp, string][] = [
  [/\b(d)o not\b/gi, "$1on't"],
  [/\b(d)oes not\b/gi, "$1oesn't"],
  [/\b(d)id not\b/gi, "$1idn't"],
  [/\b(c)an ?not\b/gi, "$1an't"],
  [/\b(w)ill not\b/gi, "$1on't"],
  [/\b(i)s not\b/gi, "$1sn't"],
  [/\b(h)as not\b/gi, "$1asn't"],
  [/\bI have (been|tried|had|it)\b/g, "I've $1"],
  [/\bI am\b/g, "I'm"],
  [/\b(i)t is (?=\w)/gi, "$1t's "],
  [/\b(t)hat is (?=\w)/gi, "$1hat's "],
];

/** A slip of two thumbs: letters swapped, doubled or missing, an apostrophe forgotten. */
function slip(random: Random, text: string): string {
  const at = random.int(1, Math.max(1, text.length - 3));
  const letters = /[a-z]{2}/.test(text.slice(at, at + 2));
  if (!letters) return text.replace("n't", 'nt');
  const kind = random.int(0, 3);
  const [one = '', two = ''] = text.slice(at, at + 2);
  const middle = kind === 0 ? two + one : kind === 1 ? one + one + two : kind === 2 ? two : one + two;
  return text.slice(0, at) + middle + text.slice(at + 2);
}

/** The same words as somebody on a phone would type them. */
export function casual(random: Random, written: string, rating: number): string {
  let text = written;
  if (random.chance(0.6)) for (const [pattern, short] of contractions) text = text.replace(pattern, short);
  const hand = random.weighted({ neat: 64, lower: 12, slips: 14, loud: 5, hasty: 5 }, 'neat');
  if (hand === 'lower') text = text.toLowerCase().replace(/\.$/, '');
  if (hand === 'slips') for (let i = random.int(1, 3); i > 0; i -= 1) text = slip(random, text);
  if (hand === 'loud')
    text = text
      .replace(/\.$/, '!!!')
      .replace(/\b(never|love|great|crashes|all|best|worst|nothing|finally)\b/i, (word) => word.toUpperCase());
  if (hand === 'hasty') text = text.replaceAll('. ', random.chance(0.5) ? ', ' : '... ').replace(/\.$/, '');
  if (random.chance(0.07)) text = `${text} ${random.pickFrom(rating >= 3 ? emoji : angryEmoji, '')}`;
  return text;
}
