import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, toPage } from './cursor';

it('a cursor comes back as it was made, for its own list only', () => {
  const cursor = encodeCursor('apps', [12, 'x']);
  expect(decodeCursor('apps', cursor, [z.number(), z.string()])).toEqual([12, 'x']);
  expect(() => decodeCursor('reviews', cursor, [z.number(), z.string()])).toThrow(/cursor/);
  expect(() => decodeCursor('apps', cursor, [z.string()])).toThrow(/cursor/);
});

it('a page has a cursor only when there is more', () => {
  const page = (rows: number[]) =>
    toPage(
      rows,
      2,
      (row) => `after ${row}`,
      (row) => row,
    );
  expect(page([1, 2, 3])).toEqual({ items: [1, 2], nextCursor: 'after 2' });
  expect(page([1, 2])).toEqual({ items: [1, 2], nextCursor: null });
  expect(page([])).toEqual({ items: [], nextCursor: null });
});
