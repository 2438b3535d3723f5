import { expect, test } from 'vitest';
import { byGroup, measuresOf, ndcg, percentile, recall, reciprocalRank } from './measures';

const judged = (ranked: number[], grades: number[], kind = 'k') => ({ kind, source: 's', ranked, grades });

test('the reciprocal rank is of the first answer that is worth anything, among ten', () => {
  expect(reciprocalRank(judged([0, 0, 1, 1], [1, 1]))).toBeCloseTo(1 / 3);
  expect(reciprocalRank(judged([...Array(10).fill(0), 1], [1]))).toBe(0);
});

test('nDCG is 1 in the best order, and greater gains count more', () => {
  expect(ndcg(judged([3, 2, 0, 1], [1, 2, 3]))).toBeCloseTo(
    (7 + 3 / Math.log2(3) + 1 / Math.log2(5)) / (7 + 3 / Math.log2(3) + 0.5),
  );
  expect(ndcg(judged([3, 2, 1], [1, 2, 3]))).toBe(1);
  expect(ndcg(judged([0], [0]))).toBe(0);
});

test('recall counts what should be found whether or not the catalogue has it', () => {
  expect(recall(judged([1, 0], [1, 1]))).toBe(0.5);
});

test('measures are means, by kind', () => {
  const all = [judged([1], [1], 'a'), judged([0, 1], [1], 'a'), judged([0], [1], 'b')];
  expect(byGroup(all, 'kind')).toEqual({
    a: { n: 2, mrr10: 0.75, ndcg10: expect.closeTo(0.8155, 3), recall10: 1 },
    b: { n: 1, mrr10: 0, ndcg10: 0, recall10: 0 },
  });
  expect(measuresOf(all).n).toBe(3);
});

test('percentiles are of the nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([percentile(values, 0.5), percentile(values, 0.99)]).toEqual([50, 99]);
});
