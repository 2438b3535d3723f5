import { describe, expect, test } from 'vitest';
import { fromLocal, slugOf, toLocal } from './words';

describe('an address from a title', () => {
  test.each([
    ['Crème brûlée!', 'creme-brulee'],
    ['  Games & such — 2026 ', 'games-such-2026'],
    ['ＡＢＣ', 'abc'],
    ['りんご', ''],
    ['---', ''],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

test('a moment survives the field of the browser’s own time', () => {
  const iso = '2026-11-21T07:30:00.000Z';
  expect(fromLocal(toLocal(iso))).toBe(iso);
  expect([toLocal(null), fromLocal(''), fromLocal('half typed')]).toEqual(['', null, null]);
});
