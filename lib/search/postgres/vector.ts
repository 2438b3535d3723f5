import type { SearchDocument } from '../documents';
import { chainsOf, humpsOf, joinedOf, pairsOf, type Unit, unitsOf } from './fold';

// A document as the lexemes of a tsvector. Words are written as they are folded; beside them stand, with characters that no
// word has, ^p, ^ph, ^pho (beginnings of a word outside of the description), ~ (every document), ~c:games and the like (what
// is filtered by) and ~t12 (how popular it is, at least): one index answers for all of them together.

type Weight = 'A' | 'B' | 'C' | 'D';

/** Postgres knows no later position. */
const lastPosition = 16_000;
const positionsPerWord = 6;
/** Words of the description that count as a subtitle where there is none. */
const leadWords = 25;
const gap = 10;
const lowestTier = 6;

export class Vector {
  #positions = new Map<string, string[]>();
  #at = 1;

  add(lexeme: string, weight?: Weight): void {
    const known = this.#positions.get(lexeme) ?? [];
    if (weight && known.length < positionsPerWord) known.push(`${Math.min(this.#at, lastPosition)}${weight}`);
    this.#positions.set(lexeme, known);
  }

  addUnit(unit: Unit, weight: Weight): void {
    if (unit.kind === 'wordless') {
      for (const pair of pairsOf(unit.text)) {
        this.add(pair, weight);
        this.#at += 1;
      }
      return;
    }
    this.add(unit.text, weight);
    this.#at += 1;
  }

  /** What hyphens join is there in its parts and as one word. */
  addUnits(units: readonly Unit[], weightOf: (place: number) => Weight): void {
    let place = 0;
    for (const chain of chainsOf(units)) {
      if (chain.length > 1) this.add(joinedOf(chain), weightOf(place));
      for (const unit of chain) {
        this.addUnit(unit, weightOf(place));
        place += 1;
      }
    }
  }

  /** What follows is another text. */
  end(): void {
    this.#at += gap;
  }

  toString(): string {
    return [...this.#positions]
      .map(([lexeme, positions]) => quote(lexeme) + (positions.length > 0 ? `:${positions.join(',')}` : ''))
      .join(' ');
  }
}

/** A lexeme as tsvector and tsquery read it. */
export const quote = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** What may be written as one word with another. */
const letters = /^\p{L}{2,}$/u;

/** Names that are written apart or together are found either way. */
function addCompounds(vector: Vector, text: string, units: readonly Unit[], weight: Weight): void {
  units.forEach((unit, i) => {
    const next = units[i + 1];
    if (unit.kind === 'word' && next?.kind === 'word' && letters.test(unit.text) && letters.test(next.text))
      vector.add(unit.text + next.text, weight);
  });
  for (const word of text.split(/\s+/)) {
    for (const hump of humpsOf(word)) {
      for (const unit of unitsOf(hump)) if ([...unit.text].length > 1) vector.add(unit.text, weight);
    }
  }
}

function addText(vectors: readonly Vector[], units: readonly Unit[], weight: Weight): void {
  for (const vector of vectors) {
    vector.addUnits(units, () => weight);
    vector.end();
  }
}

const beginningsOf = (unit: Unit): string[] => {
  if (unit.kind !== 'word') return [];
  const characters = [...unit.text];
  return [1, 2, 3].filter((n) => n <= characters.length).map((n) => characters.slice(0, n).join(''));
};

/** Of each half of a power of two that downloads reach: the most popular of very many matches are found by the highest. */
function tiersOf(downloads: number): string[] {
  const highest = Math.floor(2 * Math.log2(Math.max(0, downloads) + 1));
  return Array.from({ length: Math.max(0, highest - lowestTier + 1) }, (_, i) => `~t${lowestTier + i}`);
}

/** What a document is filtered by. */
function tagsOf(document: SearchDocument): string[] {
  return [
    '~',
    ...tiersOf(document.downloads),
    `~c:${document.category}`,
    ...(document.subcategory === null ? [] : [`~s:${document.subcategory}`]),
    ...document.platforms.map((platform) => `~p:${platform}`),
    ...document.accessibility.map((feature) => `~a:${feature}`),
    `~o:${document.developerSlug}`,
    ...(document.price === 0 ? ['~free'] : document.price === null ? [] : ['~paid']),
  ];
}

/** `brief`: name A, developer B, keywords, subtitle and the first words of the description C. `words`: all of it and the description D. */
export function vectorsOf(document: SearchDocument): { brief: string; words: string } {
  const brief = new Vector();
  const words = new Vector();
  const both = [brief, words];
  const name = unitsOf(document.name);
  addText(both, name, 'A');
  for (const vector of both) addCompounds(vector, foldCase(document.name), name, 'A');
  // A normalised query has letters for a sign of rights.
  if (/[™℠]/.test(document.name)) addText(both, unitsOf(document.normalisedName), 'A');
  const developer = unitsOf(document.developer);
  addText(both, developer, 'B');
  const keywords = document.keywords.map(unitsOf);
  for (const keyword of keywords) addText(both, keyword, 'C');
  const subtitle = unitsOf(document.subtitle);
  for (const vector of both) addCompounds(vector, '', subtitle, 'C');
  addText(both, subtitle, 'C');
  const description = unitsOf(document.description);
  const lead = Math.max(0, leadWords - subtitle.length);
  if (subtitle.length === 0) addText([brief], description.slice(0, lead), 'C');
  words.addUnits(description, (place) => (subtitle.length === 0 && place < lead ? 'C' : 'D'));

  const short = [name, developer, ...keywords, subtitle].flat();
  for (const beginning of new Set(short.flatMap(beginningsOf))) words.add(`^${beginning}`);
  for (const beginning of name[0] ? beginningsOf(name[0]) : []) words.add(`^^${beginning}`);
  for (const tag of tagsOf(document)) words.add(tag);
  return { brief: brief.toString(), words: words.toString() };
}

/** Accents go, capitals stay: they are where words were written together. */
const foldCase = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
