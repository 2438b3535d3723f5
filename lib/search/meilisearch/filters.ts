import type { EngineQuery } from '../engine';
import type { FacetName } from '../schema';
import type { IndexedApp } from './indexed-app';

type Filters = Omit<EngineQuery, 'q' | 'sort' | 'match' | 'limit' | 'offset'>;

type Field = keyof IndexedApp;

/** Text in a filter expression: only a quote ends it, and after a backslash not even that. */
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const is = (field: Field, value: string) => `${field} = ${quoted(value)}`;
const compare = (field: Field, operator: '>=' | '<=', value: number) => `${field} ${operator} ${value}`;

/** Expressions that must all hold; those of one facet can be left out, to count what its other choices would leave. */
export function filterOf(query: Filters, without?: FacetName): string[] {
  const { category, subcategory, platform, price, minPrice, maxPrice, minRating, age, developer, accessibility } =
    query;
  const expressions: (string | false | undefined)[] = [
    category !== undefined && without !== 'category' && is('category', category),
    // A subcategory belongs to its category.
    subcategory !== undefined && without !== 'category' && is('subcategory', subcategory),
    platform !== undefined && without !== 'platform' && is('platforms', platform),
    price !== undefined && without !== 'price' && is('priceKind', price),
    minPrice !== undefined && compare('price', '>=', minPrice),
    maxPrice !== undefined && compare('price', '<=', maxPrice),
    minRating !== undefined && without !== 'minRating' && compare('averageRating', '>=', minRating),
    age !== undefined && without !== 'age' && compare('ageRating', '<=', age),
    developer !== undefined && is('developerSlug', developer),
    ...(accessibility ?? []).map((flag) => is('accessibility', flag)),
  ];
  return expressions.filter((expression) => typeof expression === 'string');
}

/** Facets that something has been chosen of. */
export const chosenFacets = ({ category, subcategory, platform, price, minRating, age }: Filters): FacetName[] =>
  (
    [
      ['category', category ?? subcategory],
      ['platform', platform],
      ['price', price],
      ['minRating', minRating],
      ['age', age],
    ] as const
  ).flatMap(([name, value]) => (value === undefined ? [] : [name]));
