import { expect, test } from 'vitest';
import { BANDS, bandsOf } from './minhash';
import { comparedText, similarityOf, textHash, trigramsOf } from './text';

const similar = (one: string, other: string) => similarityOf(trigramsOf(one), trigramsOf(other));

test('trigrams: each word lower-cased, two blanks before and one after', () => {
  expect([...trigramsOf('Cat, cat!')]).toEqual(['  c', ' ca', 'cat', 'at ']);
  expect([...trigramsOf("don't")]).toEqual(['  d', ' do', 'don', 'on ', '  t', ' t ']);
  expect(trigramsOf('😀 !!')).toEqual(new Set());
  expect(trigramsOf('снова').size).toBe(6);
  expect(similar('Приложение', 'приложение!')).toBe(1);
});

test('similarity is the share of common trigrams; texts without any are not alike', () => {
  expect(similar('word', 'two words')).toBeCloseTo(4 / 11, 12);
  expect(similar('😀', '😀')).toBe(0);
  expect(similar('', '')).toBe(0);
});

test('the hash sees through case, blanks and punctuation, not through words or emoji', () => {
  const hash = (text: string) => textHash(text).toString('hex');
  expect(hash('  Good   App!! ')).toBe(hash('good app'));
  expect(hash('cafe\u0301')).toBe(hash('café'));
  expect(hash('good app')).not.toBe(hash('goodapp'));
  expect(hash('😀')).not.toBe(hash('😡'));
  expect(hash('...')).not.toBe(hash('!!!'));
  expect(comparedText('A 👍🏽 b')).toBe(comparedText('a 👍🏽, B'));
  expect(textHash('x')).toHaveLength(32);
});

/** Two sets with a Jaccard similarity of close to `similarity`. */
function pair(similarity: number, seed: number): [Set<string>, Set<string>] {
  const size = 120;
  const common = Math.round((2 * size * similarity) / (1 + similarity));
  const shared = Array.from({ length: common }, (_, i) => `${seed} both ${i}`);
  const own = (name: string) => Array.from({ length: size - common }, (_, i) => `${seed} ${name} ${i}`);
  return [new Set([...shared, ...own('one')]), new Set([...shared, ...own('other')])];
}

function shareOfCandidates(similarity: number): number {
  let found = 0;
  for (let seed = 0; seed < 1000; seed += 1) {
    const [one, other] = pair(similarity, seed);
    const bands = new Set(bandsOf(one, 'app'));
    if (bandsOf(other, 'app').some((band) => bands.has(band))) found += 1;
  }
  return found / 1000;
}

test('similar texts share a band, others seldom do', () => {
  expect(shareOfCandidates(0.6)).toBeGreaterThan(0.98);
  expect(shareOfCandidates(0.5)).toBeGreaterThan(0.9);
  expect(shareOfCandidates(0.1)).toBeLessThan(0.04);
  expect(shareOfCandidates(0.05)).toBeLessThan(0.01);
});

test('bands are safe integers, the same every time, and of one app', () => {
  const trigrams = trigramsOf('It crashes on every start since the update.');
  const bands = bandsOf(trigrams, 'one');
  expect(bands).toHaveLength(BANDS);
  expect(bands.every((band) => Number.isSafeInteger(band) && band >= 0)).toBe(true);
  expect(bandsOf(trigrams, 'one')).toEqual(bands);
  expect(bandsOf(trigrams, 'other').some((band) => bands.includes(band))).toBe(false);
  expect(bandsOf(new Set(), 'one')).toEqual([]);
  // What is in the database was computed by this function: to change it is to compute everything anew.
  expect(bands.slice(0, 2)).toMatchInlineSnapshot(`
    [
      3601849263940074,
      7355424395497173,
    ]
  `);
});
