import { describe, expect, test } from 'vitest';
import { activeFilters, facetsOf, usefulFirst } from './facets';

const categories = [
  { slug: 'games', name: 'Games' },
  { slug: 'travel', name: 'Travel' },
  { slug: 'weather', name: 'Weather' },
];
const counts = {
  category: { travel: 12, weather: 3 },
  price: { free: 10, paid: 5 },
  platform: { web: 2 },
  minRating: { '4': 1 },
  age: {},
};

describe('the facets of a search', () => {
  const facets = facetsOf(categories, counts, { q: 'tide', category: 'games', price: 'free' });
  const options = (name: string) => facets.find((facet) => facet.name === name)?.options ?? [];

  test('say of each choice how many apps it would leave', () => {
    expect(facets.map(({ label }) => label)).toEqual(['Category', 'Price', 'Rating', 'Platform', 'Age']);
    expect(options('price')).toEqual([
      { value: 'free', label: 'Free', count: 10, isOn: true, isIdle: false },
      { value: 'paid', label: 'Paid', count: 5, isOn: false, isIdle: false },
    ]);
  });

  test('cannot be chosen where nothing would be left, and can always be taken back', () => {
    expect(options('category').map(({ value, isOn, isIdle }) => [value, isOn, isIdle])).toEqual([
      ['games', true, false],
      ['travel', false, false],
      ['weather', false, false],
    ]);
    expect(options('age').every(({ isIdle }) => isIdle)).toBe(true);
    expect(options('minRating').find(({ value }) => value === '4.5')?.isIdle).toBe(true);
  });

  test('show in a line first what leads somewhere, each part in its own order', () => {
    const { options: shown } = facetsOf(categories, { ...counts, category: { weather: 1 } }, {})[0] ?? { options: [] };
    expect(usefulFirst(shown).map(({ value }) => value)).toEqual(['weather', 'games', 'travel']);
  });
});

test('a filter that is on is named, also one that no choice stands for', () => {
  const known = { categories, currency: 'USD' };
  expect(activeFilters(known, { q: 'tide', category: 'gone', minRating: '3.7', platform: 'ios' })).toEqual([
    { name: 'category', label: 'Category: gone', isChoice: false },
    { name: 'platform', label: 'iOS', isChoice: true },
    { name: 'minRating', label: 'Rating: 3.7', isChoice: false },
  ]);
  const linked = { developer: 'linen-press', minPrice: '100', maxPrice: '500', accessibility: 'larger_text,captions' };
  const labels = (developer?: string) => activeFilters({ ...known, developer }, linked).map(({ label }) => label);
  expect(labels()).toEqual(['By linen-press', '$1.00 and up', 'Up to $5.00', 'Larger text, Captions']);
  expect(labels('Linen Press')).toContain('By Linen Press');
});
