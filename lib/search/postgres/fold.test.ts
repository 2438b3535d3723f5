import { expect, test } from 'vitest';
import { foldedOf, headOf, humpsOf, pairsOf, unitsOf } from './fold';
import { allQuery, joinedNames, joinedQuery, parse, stemOf, tellingTerms } from './query';

test.each([
  ['Café  Crème', 'cafe creme'],
  ["Dunkin' Donuts", 'dunkin donuts'],
  ['What’s New', 'whats new'],
  ['STAR WARS™: FORCE', 'star wars force'],
  ['Straße & Łódź', 'strasse lodz'],
  ['İstanbul', 'istanbul'],
  ['Plants vs. Zombies 2', 'plants vs zombies 2'],
  ['東京天気', '東京天気'],
  ['ガイド', 'ガイド'],
  ['한글 지도', '한글 지도'],
  ['Run ❤️', 'run ❤'],
  ['!!!', '!!!'],
])('%j is compared as %j', (text, folded) => {
  expect(foldedOf(text)).toBe(folded);
});

test('a head ends at a colon, a dash or a bracket', () => {
  expect(headOf('Solo: a card game')).toBe('solo');
  expect(headOf('Photo Lab – pictures')).toBe('photo lab');
  expect(headOf('(Un)plugged')).toBe('un plugged');
});

test('scripts without spaces are read in pairs, and words in humps', () => {
  expect(pairsOf('天気予')).toEqual(['天気', '気予', '予']);
  expect(humpsOf('BlueChat')).toEqual(['Blue', 'Chat']);
  expect(humpsOf('HTMLViewer2')).toEqual(['HTML', 'Viewer', '2']);
  expect(humpsOf('plain')).toEqual([]);
  expect(unitsOf('Line天気🇫🇷').map(({ kind }) => kind)).toEqual(['word', 'wordless', 'pictogram']);
});

test('only the last word is perhaps begun, and not when a space is behind it', () => {
  expect(parse('photo edi').terms.map(({ isPrefix }) => isPrefix)).toEqual([false, true]);
  expect(parse('photo edi ').terms.at(-1)?.isPrefix).toBe(false);
});

test('a query is made of lexemes alone, whatever was typed', () => {
  for (const q of ["a' | 'b", 'a:*A & !b', '\\', '<->']) {
    expect(allQuery(parse(q).terms)).toMatch(/^$|^\([^()]*\)( & \([^()]*\))*$/);
  }
  expect(allQuery(parse("x'); drop").terms)).toBe("('x') & ('drop' | 'drops' | 'drop':*)");
});

test('what hyphens join is one word, or its parts', () => {
  const { folded, terms } = parse('my e-mail');
  expect(folded).toBe('my e mail');
  expect(terms.map(({ text, parts }) => [text, parts])).toEqual([
    ['my', undefined],
    ['email', ['e', 'mail']],
  ]);
  expect(joinedQuery(terms)).toContain("'e' & 'mail':*");
  expect(joinedNames(parse('wi-fi'))).toEqual(['wifi']);
  expect(parse('a - b').terms.map(({ text }) => text)).toEqual(['a', 'b']);
});

test('singular and plural have the same synonyms', () => {
  const ways = (q: string) => [...(parse(q).terms[0]?.others ?? []), q].sort();
  expect(ways('songs')).toEqual(ways('song'));
  expect(ways('recipe')).toEqual(ways('recipes'));
});

test('names may be written with a space less', () => {
  expect(joinedNames(parse('face book lite'))).toEqual(['facebook lite', 'face booklite']);
  expect(joinedNames(parse('天気 予報'))).toEqual(['天気予報']);
  expect(joinedNames(parse('notes'))).toEqual([]);
});

test('partial matches do without small words, unless there are no others', () => {
  expect(tellingTerms(parse('widget de uso').terms).map(({ text }) => text)).toEqual(['widget', 'uso']);
  expect(tellingTerms(parse('to be or').terms)).toHaveLength(3);
  expect(parse('convertidor').terms.map(stemOf)).toEqual(['convert']);
});
