// How words find documents, in a simple form of what Meilisearch documents: prefix of the last word, typos by length,
// synonyms, phrases in quotes, words forbidden by a minus, and the ranking rules over them.
import type { Row } from './filter';

export type MatchSettings = {
  searchableAttributes: string[];
  rankingRules: string[];
  synonyms: Record<string, string[]>;
  typoTolerance: { enabled: boolean; minWordSizeForTypos: { oneTypo: number; twoTypos: number } };
};

type Term = { text: string; isLast: boolean };
type Query = { terms: Term[]; phrases: string[][]; forbidden: string[] };

/** Of one document: how many words are there, with how many typos, in how important an attribute, how exactly. */
export type Match = { words: number; typos: number; attribute: number; inexact: number };

const han = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}/u;

export function tokenise(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
  return words.flatMap((word) => (han.test(word) ? [...word] : [word]));
}

export function readQuery(q: string): Query {
  const phrases: string[][] = [];
  const forbidden: string[] = [];
  const rest = q
    .replace(/"([^"]*)"?/g, (_, phrase: string) => {
      phrases.push(tokenise(phrase));
      return ' ';
    })
    .replace(/(^|\s)-(\S+)/g, (_, before: string, word: string) => {
      forbidden.push(...tokenise(word));
      return before;
    });
  const words = tokenise(rest).slice(0, 10);
  const terms = words.map((text, i) => ({ text, isLast: i === words.length - 1 && !/\s$/.test(rest) }));
  return { terms, phrases: phrases.filter((phrase) => phrase.length > 0), forbidden };
}

/** Changes, omissions, additions and swaps of neighbours. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const get = (i: number, j: number) => rows[i]?.[j] ?? 0;
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(get(i - 1, j) + 1, get(i, j - 1) + 1, get(i - 1, j - 1) + cost);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, get(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return get(a.length, b.length);
}

function allowedTypos(word: string, { enabled, minWordSizeForTypos }: MatchSettings['typoTolerance']): number {
  if (!enabled || word.length < minWordSizeForTypos.oneTypo) return 0;
  return word.length < minWordSizeForTypos.twoTypos ? 1 : 2;
}

/** Typos between what was typed and a word, null when it is another word. */
function typosOf(
  { text, isLast }: Term,
  word: string,
  settings: MatchSettings,
): { typos: number; isExact: boolean } | null {
  if (word === text) return { typos: 0, isExact: true };
  if (settings.synonyms[text]?.includes(word)) return { typos: 0, isExact: false };
  if (isLast && word.startsWith(text)) return { typos: 0, isExact: false };
  const allowed = allowedTypos(text, settings.typoTolerance);
  if (allowed === 0) return null;
  const compared = isLast && word.length > text.length ? [word, word.slice(0, text.length)] : [word];
  const typos = Math.min(
    ...compared.filter((one) => Math.abs(one.length - text.length) <= allowed).map((one) => distance(text, one)),
  );
  return typos <= allowed ? { typos, isExact: false } : null;
}

const textOf = (value: unknown): string => [value].flat().join(' . ');

function hasPhrase(words: string[], phrase: string[]): boolean {
  return words.some((_, i) => phrase.every((word, j) => words[i + j] === word));
}

/** Null when the document is not found. With `last` words may be missing from the end on, but not all. */
export function match(
  row: Row,
  { terms, phrases, forbidden }: Query,
  settings: MatchSettings,
  strategy: string,
  attributes: readonly string[] = settings.searchableAttributes,
): Match | null {
  const texts = attributes.map((attribute) => tokenise(textOf(row[attribute] ?? '')));
  if (forbidden.some((word) => texts.some((words) => words.includes(word)))) return null;
  if (!phrases.every((phrase) => texts.some((words) => hasPhrase(words, phrase)))) return null;
  const result: Match = { words: 0, typos: 0, attribute: 0, inexact: 0 };
  for (const term of terms) {
    let best: { typos: number; attribute: number; isExact: boolean } | null = null;
    texts.forEach((words, attribute) => {
      for (const word of words) {
        const found = typosOf(term, word, settings);
        if (found !== null && (best === null || found.typos < best.typos)) best = { ...found, attribute };
        else if (found?.isExact && best?.typos === 0 && !best.isExact) best = { ...found, attribute: best.attribute };
      }
    });
    const hit = best as { typos: number; attribute: number; isExact: boolean } | null;
    if (hit === null) {
      if (strategy === 'all' || result.words === 0) return null;
      break;
    }
    result.words += 1;
    result.typos += hit.typos;
    result.attribute += hit.attribute;
    result.inexact += hit.isExact ? 0 : 1;
  }
  return result;
}

export type Found = { row: Row; match: Match };

function byField(field: string, direction: string): (a: Found, b: Found) => number {
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => {
    const [x, y] = [a.row[field], b.row[field]];
    if (x == null || y == null) return Number(x == null) - Number(y == null);
    if (x === y) return 0;
    return (x as number | string) < (y as number | string) ? -sign : sign;
  };
}

/** The order of the ranking rules. */
export function compare(rules: readonly string[], sort: readonly string[]): (a: Found, b: Found) => number {
  const orders = rules.flatMap((rule): ((a: Found, b: Found) => number)[] => {
    if (rule === 'words') return [(a, b) => b.match.words - a.match.words];
    if (rule === 'typo') return [(a, b) => a.match.typos - b.match.typos];
    if (rule === 'attribute' || rule === 'attributeRank') return [(a, b) => a.match.attribute - b.match.attribute];
    if (rule === 'exactness') return [(a, b) => a.match.inexact - b.match.inexact];
    const fields = rule === 'sort' ? sort : [rule];
    return fields.flatMap((one) => {
      const [field = '', direction = ''] = one.split(':');
      return direction === 'asc' || direction === 'desc' ? [byField(field, direction)] : [];
    });
  });
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** 0..1; comparable within one answer. */
export function rankingScore({ match: found }: Found, wordCount: number, attributes: number): number {
  if (wordCount === 0) return 1;
  const share = found.words / wordCount;
  return share / (1 + 0.3 * found.typos + (0.2 * found.attribute) / attributes + 0.05 * found.inexact);
}
