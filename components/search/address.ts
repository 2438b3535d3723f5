import { platformNames } from '@/components/ui/format';
import { accessibilityFlags } from '@/lib/catalog/rules';
import type { FacetName } from '@/lib/search/schema';

/** Facets, and what only links ask for. */
export type FilterName = FacetName | 'subcategory' | 'developer' | 'minPrice' | 'maxPrice' | 'accessibility';
export type SearchValues = Partial<Record<'q' | FilterName | 'sort' | 'country', string>>;

const filterNames: readonly FilterName[] = [
  'category',
  'subcategory',
  'developer',
  'platform',
  'price',
  'minPrice',
  'maxPrice',
  'minRating',
  'age',
  'accessibility',
];
const names = ['q', ...filterNames, 'sort', 'country'] as const;
const mostLetters = 200;
const mostMinor = 100_000_000_000;
export const pageSize = '30';

const flags: ReadonlySet<string> = new Set(accessibilityFlags);
const isMinor = (value: string) => /^\d{1,12}$/.test(value) && Number(value) <= mostMinor;

/** What the API takes: nonsense in an address is left out, and the page is shown without it. */
const accepts: Record<keyof SearchValues, (value: string) => boolean> = {
  q: () => true,
  category: (value) => value.length <= 60,
  subcategory: (value) => value.length <= 60,
  developer: (value) => value.length <= 120,
  platform: (value) => Object.hasOwn(platformNames, value),
  price: (value) => value === 'free' || value === 'paid',
  minPrice: isMinor,
  maxPrice: isMinor,
  minRating: (value) => /^\d(\.\d{1,2})?$/.test(value) && Number(value) <= 5,
  age: (value) => /^\d{1,2}$/.test(value) && Number(value) <= 21,
  accessibility: (value) => value.split(',').every((flag) => flags.has(flag)) && value.length <= 200,
  sort: (value) => ['relevance', 'popular', 'rating', 'newest', 'price'].includes(value),
  country: (value) => /^[A-Za-z]{2}$/.test(value),
};

/** The search that an address asks for. */
export function readAddress(get: (name: string) => string | null | undefined): SearchValues {
  const values: SearchValues = {};
  for (const name of names) {
    const raw = get(name);
    if (raw === null || raw === undefined || raw.includes('\0')) continue;
    const value = name === 'q' ? raw.slice(0, mostLetters).toWellFormed().trim() : raw;
    if (value !== '' && accepts[name](value)) values[name] = value;
  }
  if (values.sort === 'relevance' && values.q === undefined) delete values.sort;
  return values;
}

/** The address of a search, always in the same order. */
export function hrefOf(values: SearchValues): string {
  const query = new URLSearchParams();
  for (const name of names) if (values[name]) query.set(name, values[name].toWellFormed());
  const text = query.toString();
  return text ? `/search?${text}` : '/search';
}

/** What the API is asked for the first page of a search. */
export function paramsOf(values: SearchValues, country: string): Record<string, string> {
  return { ...values, country, limit: pageSize };
}

/** Whether there is nothing to look for: no words, no filter, no order. */
export const isEmptySearch = ({ country: _, ...values }: SearchValues) =>
  Object.values(values).every((value) => !value);

/** The filters that are on, in the order of `filterNames`. */
export const filtersOf = (values: SearchValues) => filterNames.filter((name) => values[name] !== undefined);

/** The same search with a filter set, or without it where `value` is empty. */
export function withFilter(values: SearchValues, name: FilterName, value: string): SearchValues {
  const { [name]: _, ...others } = values;
  return value === '' ? others : { ...others, [name]: value };
}

export function withoutFilters(values: SearchValues): SearchValues {
  let left = values;
  for (const name of filterNames) left = withFilter(left, name, '');
  return left;
}
