import { createHash } from 'node:crypto';

// What pg_trgm holds for letters and digits in a database of a UTF-8 locale.
const WORD = /[\p{Alphabetic}\p{Nd}]+/gu;
const beyondFirstPlane = /[\ud800-\udfff]/;

/** A body as it is scored: NFC, trimmed. */
export const trimmedBody = (body: string): string => body.normalize('NFC').trim();

/** A body as copies are recognised: lower case, words of letters and digits only, single blanks. Emoji stay. */
export function comparedText(body: string): string {
  const lower = trimmedBody(body).toLowerCase();
  const words = lower.match(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu);
  return words === null ? lower.replace(/\s+/g, ' ') : words.join(' ');
}

/** SHA-256 of `comparedText`: equal for copies that differ in case, blanks or punctuation only. */
export function textHash(body: string): Buffer {
  return createHash('sha256').update(comparedText(body)).digest();
}

/** The trigrams of pg_trgm: each word of letters and digits, lower-cased, two blanks before it and one after. */
export function trigramsOf(body: string): Set<string> {
  const found = new Set<string>();
  for (const word of trimmedBody(body).toLowerCase().match(WORD) ?? []) {
    // Slicing is what takes the time: letters outside the first plane need it by letter.
    const letters = beyondFirstPlane.test(word) ? [' ', ' ', ...word, ' '] : `  ${word} `;
    for (let at = 0; at + 3 <= letters.length; at += 1) {
      const three = letters.slice(at, at + 3);
      found.add(typeof three === 'string' ? three : three.join(''));
    }
  }
  return found;
}

/** Jaccard similarity 0..1; 0 where neither has any. */
export function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const trigram of small) if (large.has(trigram)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
