import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetRecent, searchesKey } from '@/components/layout/forget-recent';
import { clearSearches, dropSearch, keepSearch, readSearches } from './recent-searches';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the latest search is first, each is there once, and five are enough', () => {
  for (const words of ['one', 'two', 'three', ' two ', 'TWO', 'four', 'five', 'six', '  ']) keepSearch(words);
  expect(readSearches()).toEqual(['six', 'five', 'four', 'TWO', 'three']);
});

test('one is taken away, and all are', () => {
  keepSearch('tide');
  keepSearch('chess');
  expect(dropSearch('Tide')).toEqual(['chess']);
  expect(clearSearches()).toEqual([]);
  expect(kept.has(searchesKey)).toBe(false);
});

test('signing out forgets them', () => {
  keepSearch('tide');
  forgetRecent();
  expect(readSearches()).toEqual([]);
});

test.each(['{', '"text"', '{"a":1}', '[1,null,{"q":"x"},"  "]'])('nonsense in the storage is no search: %s', (text) => {
  kept.set(searchesKey, text);
  expect(readSearches()).toEqual([]);
});

test('a browser that keeps nothing has none, and nothing fails', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSearch('tide');
  expect(readSearches()).toEqual([]);
  expect(clearSearches()).toEqual([]);
});
