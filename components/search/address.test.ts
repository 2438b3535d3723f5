import { describe, expect, test } from 'vitest';
import { searchQuery } from '@/lib/search/schema';
import { filtersOf, hrefOf, isEmptySearch, paramsOf, readAddress, withFilter, withoutFilters } from './address';

const read = (query: string) => {
  const params = new URLSearchParams(query);
  return readAddress((name) => params.get(name));
};

describe('the address of a search', () => {
  test('is read and written alike', () => {
    const href = '/search?q=tide+tables&category=travel&platform=web&price=free&minRating=4.5&age=9&sort=newest';
    expect(hrefOf(read(href.split('?')[1] ?? ''))).toBe(href);
    expect(hrefOf({})).toBe('/search');
  });

  test('has the filters that only links ask for', () => {
    const links =
      'subcategory=trains&developer=linen-press&minPrice=100&maxPrice=500&accessibility=captions%2Ckeyboard';
    const names = ['subcategory', 'developer', 'minPrice', 'maxPrice', 'accessibility'];
    expect(filtersOf(read(links))).toEqual(names);
    expect(read(hrefOf(read(links)).split('?')[1] ?? '')).toEqual(read(links));
    expect(isEmptySearch(read('developer=linen-press'))).toBe(false);
  });

  test('keeps what is typed as text, whatever is in it', () => {
    const q = `"x" AND 1=1 [a TO b] ü & ?q=2#3`;
    expect(read(hrefOf({ q }).split('?')[1] ?? '')).toEqual({ q });
  });

  test.each([
    'price=nonsense',
    'platform=constructor',
    'platform=amiga',
    'minRating=six',
    'minRating=9',
    'minRating=-1',
    'age=99',
    'minPrice=-1',
    'maxPrice=1.5',
    'maxPrice=100000000001',
    `developer=${'x'.repeat(121)}`,
    'age=1e1',
    'accessibility=captions,magic',
    `accessibility=${Array(30).fill('captions')}`,
    'sort=random',
    'sort=relevance',
    'country=USA',
    'q=%20%20',
    'q=a%00b',
    `category=${'x'.repeat(61)}`,
    'cursor=abc',
    'unknown=1',
  ])('leaves out %s', (query) => expect(read(query)).toEqual({}));

  test.each([
    'q=a&sort=relevance',
    'minRating=4.5&age=21',
    'platform=ios&price=paid',
    `q=${'ü'.repeat(300)}`,
    `q=${'🌊'.repeat(150)}`,
    'category=games&country=de',
    'subcategory=trains&developer=linen-press&minPrice=0&maxPrice=100000000000',
    'accessibility=screen_reader,captions',
  ])('asks the API for nothing that it refuses: %s', (query) => {
    const { country, limit, ...values } = paramsOf(read(query), 'US');
    expect([country, limit]).toEqual(['US', '30']);
    expect(searchQuery.safeParse({ country, limit, ...values }).success).toBe(true);
  });

  test('a country alone is no search', () => {
    expect(isEmptySearch(read('country=DE'))).toBe(true);
    expect(isEmptySearch(read('price=free'))).toBe(false);
  });
});

test('filters are set, replaced and taken away one by one, or all; words and order stay', () => {
  const values = withFilter(withFilter({ q: 'tide', sort: 'newest' }, 'price', 'free'), 'age', '9');
  expect(filtersOf(values)).toEqual(['price', 'age']);
  expect(withFilter(values, 'price', 'paid').price).toBe('paid');
  expect(filtersOf(withFilter(values, 'price', ''))).toEqual(['age']);
  expect(withoutFilters(values)).toEqual({ q: 'tide', sort: 'newest' });
});
