import { expect, test } from 'vitest';
import type { QueueItem } from '@/lib/moderation/schema';
import { movedUp, neighbourOf, withInserted, withMarks } from './use-queue';

const items = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, position: index + 1 }) as QueueItem);

test('what is decided leaves the queue at once and the others move up', () => {
  const left = movedUp(items, new Set(['b']));
  expect(left.map(({ id, position }) => [id, position])).toEqual([
    ['a', 1],
    ['c', 2],
    ['d', 3],
  ]);
});

test('what the store did not agree to comes back to its place', () => {
  expect(movedUp(items, new Set())).toEqual(items);
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

test('moving passes over what is gone', () => {
  const gone = new Set(['b', 'c']);
  expect(neighbourOf(items, 'a', 1, gone)).toBe('d');
  expect(neighbourOf(items, 'b', 1, gone)).toBe('d');
  expect(neighbourOf(items, 'd', -1, gone)).toBe('a');
  expect(neighbourOf(items, null, 1, new Set(['a']))).toBe('b');
});

test('what is taken back comes to its own place, once, and not before its page was read', () => {
  const pages = (nextCursor: string | null) => ({
    pages: [
      { items: [{ id: 'a' }, { id: 'c' }], nextCursor: 'x' },
      { items: [{ id: 'e' }, { id: 'g' }], nextCursor },
    ],
    pageParams: [null, 'x'],
  });
  const idsAfter = (id: string, nextCursor: string | null) =>
    withInserted(pages(nextCursor), { id }, (one, other) => one.id < other.id).pages.map((page) =>
      page.items.map((item) => item.id).join(''),
    );
  expect(idsAfter('b', null)).toEqual(['abc', 'eg']);
  expect(idsAfter('e', null)).toEqual(['ac', 'eg']);
  expect(idsAfter('h', null)).toEqual(['ac', 'egh']);
  expect(idsAfter('h', 'y')).toEqual(['ac', 'eg']);
});

test('marks that change nothing are the same marks', () => {
  const marks = new Set(['a']);
  expect(withMarks(marks, ['a'], true)).toBe(marks);
  expect(withMarks(marks, [], false)).toBe(marks);
  expect([...withMarks(marks, ['b'], true)]).toEqual(['a', 'b']);
});
