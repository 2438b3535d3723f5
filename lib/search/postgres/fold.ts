/** Scripts that put no spaces between words: read in pairs of letters. */
const wordless =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u30fc';

const unitPattern = new RegExp(
  `[${wordless}][${wordless}\\p{M}]*|\\p{RI}\\p{RI}|\\p{Extended_Pictographic}|(?:(?![${wordless}])[\\p{L}\\p{N}])(?:(?![${wordless}])[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
);
const wordlessPattern = new RegExp(`^[${wordless}]`, 'u');
const pictogram = /^[\p{RI}\p{Extended_Pictographic}]/u;

const hyphen = /^[-\u2010\u2011]$/;

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** A word is longer than this in no language; addresses and keys are cut. */
const longest = 60;

/** A run of letters and digits, a run of a script without spaces, or a pictogram. */
export type Unit = {
  text: string;
  kind: 'word' | 'wordless' | 'pictogram';
  /** There is nothing but a hyphen between it and the word before. */
  isHyphenated: boolean;
};

/** Lower case without accents; signs of rights are not letters. */
export function foldLetters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[™℠©®]/g, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05c7\u0640]/g, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter)
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .normalize('NFC');
}

/** What a text is made of, in its order, without accents, case and punctuation. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  const folded = foldLetters(text);
  let end = 0;
  for (const { 0: found, index } of folded.matchAll(unitPattern)) {
    const isHyphenated = units.at(-1)?.kind === 'word' && hyphen.test(folded.slice(end, index));
    end = index + found.length;
    if (pictogram.test(found)) units.push({ text: found, kind: 'pictogram', isHyphenated: false });
    else if (wordlessPattern.test(found)) units.push({ text: found, kind: 'wordless', isHyphenated: false });
    else units.push({ text: [...found].slice(0, longest).join(''), kind: 'word', isHyphenated });
  }
  return units;
}

/** Words with those that hyphens join to them: "check", "in", "app" of "check-in app" as [[check, in], [app]]. */
export function chainsOf(units: readonly Unit[]): Unit[][] {
  const chains: Unit[][] = [];
  for (const unit of units) {
    const chain = chains.at(-1);
    if (unit.isHyphenated && chain) chain.push(unit);
    else chains.push([unit]);
  }
  return chains;
}

/** A chain as one word: "email" of "e-mail". */
export const joinedOf = (chain: readonly Unit[]): string =>
  [...chain.map(({ text }) => text).join('')].slice(0, longest).join('');

/** What names are compared by: units with single spaces between them; the text itself where it has none. */
export function foldedOf(text: string): string {
  const units = unitsOf(text);
  if (units.length === 0) return text.toWellFormed().toLowerCase().replaceAll('\0', '').trim();
  return units.map((unit) => unit.text).join(' ');
}

/** The name without what comes behind a colon, a dash or a bracket: "Solo" of "Solo: a card game". */
export function headOf(name: string): string {
  const [head = ''] = name.split(/[:：(（[【|•–—-]/u, 1);
  return unitsOf(head).length > 0 ? foldedOf(head) : foldedOf(name);
}

/** Pairs of letters that stand together, and the last one alone, so that each letter begins something. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

/** "blueChat" and "HTMLViewer2" in their parts; empty where there is only one. */
export function humpsOf(text: string): string[] {
  const parts = text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
  return parts.length > 1 ? parts : [];
}
