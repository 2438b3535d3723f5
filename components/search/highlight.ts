export type Piece = { text: string; isMatch: boolean };

// Written without spaces between words: a word may begin anywhere.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const clusters = /\P{M}\p{M}*|\p{M}+/gu;

/** Without accents and case; upper case first, so that "ß" is "SS" and both sigmas are one. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase();

// Piece by piece, as texts are: the last sigma of a word is another letter than the one within it.
const foldAll = (text: string) => (text.match(clusters) ?? []).map(fold);

const wordsOf = (query: string) =>
  foldAll(query)
    .join('')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length > 1 || unspaced.test(word));

/** Cuts a text into what a query's words begin and the rest; one letter alone marks nothing. */
export function highlight(text: string, query: string): Piece[] {
  const words = wordsOf(query);
  if (text === '' || words.length === 0) return [{ text, isMatch: false }];
  const parts = text.match(clusters) ?? [];
  const folded = parts.map(fold);
  const whole = folded.join('');
  // The cluster that each place of `whole` comes from.
  const clusterAt = folded.flatMap((part, index) => Array<number>(part.length).fill(index));
  const marked = new Set<number>();
  for (const word of words) {
    const isUnspaced = unspaced.test(word);
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      if (!isUnspaced && at > 0 && wordCharacter.test(whole.charAt(at - 1))) continue;
      for (let place = at; place < at + word.length; place += 1) marked.add(clusterAt[place] ?? -1);
    }
  }
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    const isMatch = marked.has(index);
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += part;
    else pieces.push({ text: part, isMatch });
  }
  return pieces;
}
