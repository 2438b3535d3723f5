import { expect, test } from 'vitest';
import { secondsLeft, stillUndoable } from './undo';

test.each([
  [10_000, 10],
  [9_999, 10],
  [9_001, 10],
  [9_000, 9],
  [1, 1],
  [0, 0],
  [-5_000, 0],
])('%d ms before the end %d s are left', (left, seconds) => {
  expect(secondsLeft(50_000 + left, 50_000)).toBe(seconds);
});

test('only what is in time can be taken back, the latest last', () => {
  const all = [{ until: 100 }, { until: 200 }, { until: 300 }];
  expect(stillUndoable(all, 200)).toEqual([{ until: 300 }]);
  expect(stillUndoable(all, 50)).toEqual(all);
});
