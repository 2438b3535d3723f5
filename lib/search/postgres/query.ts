import { synonymsOf } from '../synonyms';
import { chainsOf, foldedOf, joinedOf, pairsOf, unitsOf } from './fold';
import { smallWords } from './small-words';
import { quote } from './vector';

/** After every character there is. */
export const lastCharacter = '\u{10ffff}';

/** More words than anybody types; of what is pasted the first ones are looked for. */
const mostWords = 16;
/** Of longer queries it is not asked whether two words are one. */
const mostJoined = 5;
/** Beginnings up to this length are lexemes of their own, because very many words begin so. */
const shortPrefix = 3;

/** A word of a query. */
export type Term = {
  text: string;
  /** Perhaps only begun. */
  isPrefix: boolean;
  isWord: boolean;
  /** Other words that are as good, or nearly. */
  others: string[];
  /** Of words that were typed with hyphens between them, and are one: each of them. */
  parts?: string[];
};

export type Parsed = {
  /** What names are compared with. */
  folded: string;
  typed: string;
  terms: Term[];
};

/** The terms that a partial match is made of. */
export function tellingTerms(terms: readonly Term[]): Term[] {
  const telling = terms.filter(({ text }) => !smallWords.has(text));
  return telling.length > 0 ? telling : [...terms];
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('');

/** What was typed as terms; none where it is punctuation alone. */
export function parse(q: string): Parsed {
  const typed = cut(q.toWellFormed().replaceAll('\0', ''), 200);
  const chains = chainsOf(unitsOf(typed));
  const terms = chains.flatMap((chain, i): Term[] => {
    const [unit] = chain;
    if (!unit) return [];
    const isPrefix = i === chains.length - 1 && !/\s$/.test(q);
    const joined = joinedOf(chain);
    if (chain.length > 1) {
      return [{ text: joined, isPrefix, isWord: true, others: othersOf(joined), parts: chain.map(({ text }) => text) }];
    }
    if (unit.kind === 'pictogram') return [{ text: unit.text, isPrefix: false, isWord: false, others: [] }];
    if (unit.kind === 'wordless') {
      const pairs = pairsOf(unit.text);
      // The last letter begins a pair of its own in a document, unless it is the last there too.
      const asked = pairs.length > 1 ? pairs.slice(0, -1) : pairs;
      return asked.map((text) => ({ text, isPrefix: pairs.length === 1, isWord: false, others: [] }));
    }
    return [{ text: unit.text, isPrefix, isWord: true, others: othersOf(unit.text) }];
  });
  return { folded: cut(foldedOf(typed), 200), typed, terms: distinct(terms).slice(0, mostWords) };
}

function distinct(terms: readonly Term[]): Term[] {
  const byText = new Map<string, Term>();
  // Of a word that is typed twice the last is the one that may only be begun.
  for (const term of terms) if (!byText.has(term.text) || !term.isPrefix) byText.set(term.text, term);
  return [...byText.values()];
}

/** The singular or plural, and synonyms of both. */
function othersOf(word: string): string[] {
  const forms = [word, ...numbersOf(word)];
  const others = new Set(forms.flatMap((form) => [form, ...(synonymsOf.get(form) ?? [])]));
  others.delete(word);
  return [...others];
}

/** A singular's plural, a plural's singular. */
function numbersOf(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  if (/(?:ch|sh|x|ss)es$/.test(word)) return [word.slice(0, -2)];
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`];
  if (/[^siu]s$/.test(word)) return [word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:ch|sh|x|ss)$/.test(word)) return [`${word}es`];
  return word.endsWith('s') ? [] : [`${word}s`];
}

const isShort = ({ text, isWord }: Term) => isWord && [...text].length <= shortPrefix;

/** A term as a part of a tsquery over `words`. */
export function termQuery(term: Term): string {
  const ways = [quote(term.text), ...term.others.map(quote)];
  if (term.isPrefix) ways.push(isShort(term) ? quote(`^${term.text}`) : `${quote(term.text)}:*`);
  return `(${ways.join(' | ')})`;
}

/** A tsquery over `brief` for what has all the terms there, or where `weight` says. */
export const briefQuery = (terms: readonly Term[], weight: 'A' | '' = '') =>
  terms
    .map((term) => {
      const ways = [quote(term.text), ...term.others.map(quote)].map((way) => way + (weight && `:${weight}`));
      if (term.isPrefix) ways.push(`${quote(term.text)}:*${weight}`);
      return `(${ways.join(' | ')})`;
    })
    .join(' & ');

/** A tsquery for documents that have all the terms. */
export const allQuery = (terms: readonly Term[]): string => terms.map(termQuery).join(' & ');

/** A word that was typed with hyphens, in its parts. */
const apartQuery = ({ parts = [], isPrefix }: Term) =>
  parts.map((part, i) => quote(part) + (isPrefix && i === parts.length - 1 ? ':*' : '')).join(' & ');

/** The same with two that stand together written as one word, or one with hyphens as several; null where none can be. */
export function joinedQuery(terms: readonly Term[]): string | null {
  if (terms.length > mostJoined) return null;
  const parts = terms.map(termQuery);
  const ways = terms.flatMap((term, i) => {
    const next = terms[i + 1];
    const apart = term.parts
      ? [`(${[...parts.slice(0, i), apartQuery(term), ...parts.slice(i + 1)].join(' & ')})`]
      : [];
    if (!next || !term.isWord || !next.isWord) return apart;
    const joined = quote(term.text + next.text) + (next.isPrefix ? ':*' : '');
    return [...apart, `(${[...parts.slice(0, i), joined, ...parts.slice(i + 2)].join(' & ')})`];
  });
  return ways.length > 0 ? `(${ways.join(' | ')})` : null;
}

/** Names that are the query but for a space. */
export function joinedNames({ folded, terms }: Parsed): string[] {
  const words = folded.split(' ');
  if (words.length > mostJoined || words.length !== terms.flatMap(({ parts }) => parts ?? ['']).length) return [];
  return words
    .slice(1)
    .map((_, i) => [...words.slice(0, i), `${words[i]}${words[i + 1]}`, ...words.slice(i + 2)].join(' '));
}

/** How the words of a document may be those of the query: from equal ones down to synonyms. */
export type Way = { term: number; grade: number; query: (weight: 'A' | 'B' | 'C' | '') => string };

export function waysOf(terms: readonly Term[], withStems: boolean): Way[] {
  return terms.flatMap((term, i): Way[] => [
    ...(withStems && stemOf(term) !== null
      ? [{ term: i, grade: 0.5, query: (weight: string) => `${quote(stemOf(term) ?? '')}:*${weight}` }]
      : []),
    { term: i, grade: 1, query: (weight) => `${quote(term.text)}${weight && `:${weight}`}` },
    ...(term.isPrefix ? [{ term: i, grade: 0.9, query: (weight: string) => `${quote(term.text)}:*${weight}` }] : []),
    ...(term.others.length > 0
      ? [
          {
            term: i,
            grade: 0.7,
            query: (weight: string) => term.others.map((other) => quote(other) + (weight && `:${weight}`)).join(' | '),
          },
        ]
      : []),
  ]);
}

/** Words of this length are known by their beginnings in other forms, and often in other languages. */
const stemmed = 6;

/** The beginning that a long word shares with its other forms; null of a short one. */
export function stemOf({ text, isWord }: Term): string | null {
  const letters = [...text];
  return isWord && letters.length >= stemmed
    ? letters.slice(0, Math.max(5, Math.ceil(letters.length * 0.6))).join('')
    : null;
}

/** Lexemes by which one can tell in how many documents a term is: their sum, at most. */
export function countedLexemes(term: Term): { lexemes: string[]; prefix: string | null } {
  const lexemes = [term.text, ...term.others];
  if (!term.isPrefix) return { lexemes, prefix: null };
  return isShort(term) ? { lexemes: [...lexemes, `^${term.text}`], prefix: null } : { lexemes, prefix: term.text };
}
