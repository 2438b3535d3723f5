import { createHash } from 'node:crypto';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Control characters, byte order marks, and the marks that turn the direction of what follows (U+202A–E, U+2066–9).
const unwanted = /[\p{Cc}\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/u;
const unwantedAll = new RegExp(unwanted, 'gu');
const unwantedOfLines = /[^\P{Cc}\n]|[\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/gu;
const plain = /^[\x20-\x7e]*$/;

/** At most `limit` code points, as Postgres counts them, cut between graphemes where there is room for one. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let codePoints = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    codePoints += [...segment].length;
    // Letters with hundreds of marks exist: then it is cut inside.
    if (codePoints > limit) return end > 0 ? text.slice(0, end).trimEnd() : [...segment].slice(0, limit).join('');
    end = index + segment.length;
  }
  return text;
}

/** One line of text: no control characters, single spaces, at most `limit` code points. */
export function cleanLine(text: string, limit: number): string {
  const known = plain.test(text) ? text : text.toWellFormed().replace(unwantedAll, ' ').normalize('NFC');
  return truncate(known.replace(/\s+/g, ' ').trim(), limit);
}

/**
 * Text of several lines: `\n` between them, no other control characters, no more than one empty line at a time. Spaces at
 * the end of a line stay: in Markdown they say that it ends there.
 */
export function cleanLines(text: string, limit: number): string {
  const known = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unwantedOfLines, '');
  return truncate(
    known
      .replace(/^[^\S\n]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .trimEnd(),
    limit,
  );
}

/** What tells developers apart: the same for "ACME  Ltd." and "Acme ltd." */
export const developerKey = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

const slugLength = 80;
// An address that looks like an id would be taken for one.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The Latin letters and digits of a text as a slug; empty where it has none. */
export function slugOf(text: string): string {
  const lower = text.toLowerCase();
  const latin = plain.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/[ßæœøđðþłı]/g, (letter) => letters[letter] ?? '')
        .replace(/[\u0300-\u036f’]/g, '');
  const slug = latin
    .replace(/['.]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (uuid.test(slug)) return `app-${slug}`;
  if (slug.length <= slugLength) return slug;
  const word = slug.lastIndexOf('-', slugLength);
  return slug.slice(0, word > slugLength / 2 ? word : slugLength).replace(/-$/, '');
}

/** Where an app lives: by its name, or by its bundle id where the name is mostly in letters that no address has. */
export function appSlugOf(name: string, bundleId: string): string {
  const count = (letters: RegExp) => name.match(letters)?.length ?? 0;
  const isLatin = count(/[\p{Script=Latin}\d]/gu) * 2 >= count(/[\p{L}\p{N}]/gu);
  const ofName = isLatin ? slugOf(name) : '';
  return ofName || slugOf(bundleId.replaceAll('.', '-')) || `app-${shortHash(bundleId, 8)}`;
}

/** Short and the same every time: tells apart what would otherwise have the same slug or id. */
export const shortHash = (text: string, length: number) =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 24)}`)
    .toString(36)
    .padStart(18, '0')
    .slice(-length);
