import { expect, test } from 'vitest';
import { changeCounts, listDiff, shortened, sideOf, wordDiff } from './text-diff';

const text = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');

test.each([
  ['Tide tables for small boats', 'Tide tables and weather for boats'],
  ['', 'Something new'],
  ['All of it\ngoes', ''],
  ['One\n\nTwo  spaces', 'One\nTwo spaces'],
  ['Grüße aus Köln', 'Viele Grüße aus Köln'],
  ['りんごを食べる', 'りんごを売る'],
])('both sides of %j → %j are whole', (before, after) => {
  const pieces = wordDiff(before, after);
  expect(text(sideOf(pieces, 'before'))).toBe(before);
  expect(text(sideOf(pieces, 'after'))).toBe(after);
});

test('only the words that changed are marked', () => {
  const pieces = wordDiff('Tide tables for small boats', 'Tide tables for large boats');
  expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'small' },
    { kind: 'added', text: 'large' },
  ]);
  expect(changeCounts(pieces)).toEqual({ added: 1, removed: 1 });
});

test('what did not change is one piece, and nothing is none', () => {
  expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  expect(wordDiff('', '')).toEqual([]);
});

test('two long texts that share nothing are compared as wholes', () => {
  const of = (letter: string) => Array.from({ length: 2_000 }, (_, i) => `${letter}${i}`).join(' ');
  expect(wordDiff(of('a'), of('b'))).toEqual([
    { kind: 'removed', text: of('a') },
    { kind: 'added', text: of('b') },
  ]);
}, 2_000);

test('a long stretch without changes is shortened, the changes never', () => {
  const long = 'word '.repeat(400);
  const pieces = wordDiff(`${long}old ${long}`, `${long}new ${long}`);
  const short = shortened(pieces);
  expect(text(short).length).toBeLessThan(500);
  expect(short.filter(({ kind }) => kind !== 'same')).toEqual(pieces.filter(({ kind }) => kind !== 'same'));
  expect(short[0]?.text.startsWith('…')).toBe(true);
  expect(short.at(-1)?.text.endsWith('…')).toBe(true);
});

test('of a list it is said what came, what stayed and what went, each once', () => {
  expect(listDiff(['camera', 'location', 'camera'], ['location', 'contacts'])).toEqual([
    { kind: 'same', text: 'location' },
    { kind: 'added', text: 'contacts' },
    { kind: 'removed', text: 'camera' },
  ]);
});
