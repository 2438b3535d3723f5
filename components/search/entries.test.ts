import { beforeEach, expect, test, vi } from 'vitest';
import { commitAddress, keepTop, nameEntry, recallPlace, replaceAddress, typeAddress } from './entries';

type Entry = { state: Record<string, unknown> | null; href: string };
let entries: Entry[];
let at: number;

const present = () => entries[at] as Entry;
const addresses = () => entries.map(({ href }) => href);

beforeEach(() => {
  entries = [{ state: { __NA: true }, href: '/search?q=tide' }];
  at = 0;
  vi.stubGlobal('history', {
    get state() {
      return present().state;
    },
    // As the router has it: what it does not know yet gets its own mark.
    replaceState(state: Entry['state'], _: string, href = present().href) {
      entries[at] = { state: { ...state, __NA: true }, href };
    },
    pushState(state: Entry['state'], _: string, href: string) {
      entries = [...entries.slice(0, at + 1), { state: { ...state, __NA: true }, href }];
      at += 1;
    },
    back() {
      at -= 1;
    },
  });
  vi.stubGlobal('location', {
    get pathname() {
      return present().href.split('?')[0];
    },
    get search() {
      return present().href.replace(/^[^?]*/, '');
    },
  });
});

test('typing adds one entry, however long it goes on', () => {
  for (const q of ['c', 'ch', 'che']) typeAddress(`/search?q=${q}`);
  expect(addresses()).toEqual(['/search?q=tide', '/search?q=che']);
});

test('a search that is meant is one entry, with nothing of the typing beside it', () => {
  for (const q of ['c', 'ch', 'chess']) typeAddress(`/search?q=${q}`);
  commitAddress('/search?q=chess');
  typeAddress('/search?q=go');
  commitAddress('/search?q=go+game');
  expect(addresses()).toEqual(['/search?q=tide', '/search?q=chess', '/search?q=go+game']);
});

test('the way back from words that are only typed leads to the last search that was meant', () => {
  commitAddress('/search?q=coffee');
  for (const q of ['coffee+x', 'coffee+xx']) typeAddress(`/search?q=${q}`);
  history.back();
  expect(present().href).toBe('/search?q=coffee');
  typeAddress('/search?q=coffee+y');
  expect(addresses()).toEqual(['/search?q=tide', '/search?q=coffee', '/search?q=coffee+y']);
});

test('the same search again is no second entry, also after typing and back', () => {
  commitAddress('/search?q=tide');
  expect(addresses()).toEqual(['/search?q=tide']);
  typeAddress('/search?q=tid');
  typeAddress('/search?q=tide');
  commitAddress('/search?q=tide');
  expect(at).toBe(0);
  typeAddress('/search?q=tides');
  commitAddress('/search?q=tides');
  commitAddress('/search?q=tides');
  expect(addresses()).toEqual(['/search?q=tide', '/search?q=tides']);
});

test('a filter on what is being typed is an entry of its own, another order is none', () => {
  typeAddress('/search?q=chess');
  replaceAddress('/search?q=chess&sort=newest');
  commitAddress('/search?q=chess&sort=newest&price=free');
  expect(addresses()).toEqual([
    '/search?q=tide',
    '/search?q=chess&sort=newest',
    '/search?q=chess&sort=newest&price=free',
  ]);
});

test('the way back from an app leads to what had been typed', () => {
  typeAddress('/search?q=chess');
  history.pushState({}, '', '/apps/checkmate');
  history.back();
  expect(present().href).toBe('/search?q=chess');
  commitAddress('/search?q=chess+club');
  expect(addresses().slice(0, 2)).toEqual(['/search?q=tide', '/search?q=chess+club']);
});

test('a place is remembered of its entry and its search alone', () => {
  const name = nameEntry();
  keepTop(name, 1200);
  expect(recallPlace()).toMatchObject({ top: 1200 });
  commitAddress('/search?q=chess');
  expect(recallPlace()).toBeUndefined();
  keepTop(name, 0);
  commitAddress('/search?q=tide');
  expect(recallPlace()).toBeUndefined();
  at = 0;
  expect(recallPlace()).toMatchObject({ top: 1200 });
  typeAddress('/search?q=tides');
  expect(recallPlace()).toBeUndefined();
});
