import { expect, test } from 'vitest';
import { auc, aucInterval, precisionAndRecall } from './measures';

test('the area is how often a positive scores higher, ties counted half, and null without one of them', () => {
  expect(auc([1, 2, 3, 4], [false, false, true, true])).toBe(1);
  expect(auc([1, 2, 3, 4], [true, true, false, false])).toBe(0);
  expect(auc([1, 1, 1], [true, false, true])).toBe(0.5);
  expect(auc([1, 2, 2, 3], [false, true, false, true])).toBe(0.875);
  expect(auc([1, 2], [true, true])).toBeNull();
});

test('its interval holds it, and is the same every time', () => {
  const scores = Array.from({ length: 60 }, (_, i) => (i * 7) % 60);
  const labels = scores.map((score, i) => score + ((i * 13) % 40) > 50);
  const [low, high] = aucInterval(scores, labels) ?? [1, 0];
  const value = auc(scores, labels) ?? 0;
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(aucInterval(scores, labels)).toEqual([low, high]);
});

test('precision is null where nothing was found, recall where there is nothing to find', () => {
  expect(precisionAndRecall([true, true, false], [true, false, true])).toEqual({ precision: 0.5, recall: 0.5 });
  expect(precisionAndRecall([false, false], [true, false])).toEqual({ precision: null, recall: 0 });
  expect(precisionAndRecall([true], [false])).toEqual({ precision: 0, recall: null });
});
