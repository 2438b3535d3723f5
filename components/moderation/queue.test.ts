import { expect, test } from 'vitest';
import type { QueueItem } from '@/lib/moderation/schema';
import { neighbourOf, withoutGone } from './use-queue';

const items = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, position: index + 1 }) as QueueItem);

test('what is decided leaves the queue at once and the others move up', () => {
  const left = withoutGone(items, new Set(['b']));
  expect(left.map(({ id, position }) => [id, position])).toEqual([
    ['a', 1],
    ['c', 2],
    ['d', 3],
  ]);
});

test('what the store did not agree to comes back to its place', () => {
  expect(withoutGone(items, new Set())).toEqual(items);
});

test('moving begins at the first and stops at both ends', () => {
  expect(neighbourOf(items, null, 1)).toBe('a');
  expect(neighbourOf(items, 'b', 1)).toBe('c');
  expect(neighbourOf(items, 'b', -1)).toBe('a');
  expect([neighbourOf(items, 'd', 1), neighbourOf(items, 'a', -1), neighbourOf([], null, 1)]).toEqual([
    null,
    null,
    null,
  ]);
});
