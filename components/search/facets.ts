import { fromSnake } from '@/components/ui/format';
import { facetChoices } from '@/components/store/list-choices';
import type { FacetName, Facets } from '@/lib/search/schema';
import { formatMoney } from '@/lib/money';
import { type FilterName, filtersOf, type SearchValues } from './address';

export type FacetOption = {
  value: string;
  label: string;
  /** How many apps would be left. */
  count: number;
  isOn: boolean;
  /** Nothing would be left. */
  isIdle: boolean;
};

export type Facet = { name: FacetName; label: string; options: FacetOption[] };

type Category = { slug: string; name: string };

/** What the search can be narrowed by, with how many apps each choice would leave. */
export function facetsOf(categories: Category[], counts: Partial<Facets>, values: SearchValues): Facet[] {
  return facetChoices(categories).map(({ name, label, options }) => ({
    name,
    label,
    options: options.slice(1).map((option) => {
      const count = counts[name]?.[option.value] ?? 0;
      const isOn = values[name] === option.value;
      return { ...option, count, isOn, isIdle: count === 0 && !isOn };
    }),
  }));
}

type ActiveFilter = {
  name: FilterName;
  label: string;
  /** Whether one of the choices stands for it. */
  isChoice: boolean;
};

type Known = { categories: Category[]; developer?: string; currency: string };

/** The filters that are on, by name; what no option stands for is said as it is. */
export function activeFilters({ categories, developer, currency }: Known, values: SearchValues): ActiveFilter[] {
  const choices = facetChoices(categories);
  const amount = (minor: string) => formatMoney({ amountMinor: Number(minor), currency });
  const labels: Partial<Record<FilterName, (value: string) => string>> = {
    subcategory: (value) => `Subcategory: ${value}`,
    developer: (value) => `By ${developer ?? value}`,
    minPrice: (value) => `${amount(value)} and up`,
    maxPrice: (value) => `Up to ${amount(value)}`,
    accessibility: (value) => value.split(',').map(fromSnake).join(', '),
  };
  return filtersOf(values).map((name) => {
    const value = values[name] ?? '';
    const choice = choices.find((one) => one.name === name);
    const option = choice?.options.find((one) => one.value === value);
    const label = option?.label ?? labels[name]?.(value) ?? `${choice?.label}: ${value}`;
    return { name, label, isChoice: option !== undefined };
  });
}

/** Where they stand below each other, the long list of categories comes last. */
export const shortFirst = (facets: Facet[]) => [
  ...facets.filter(({ name }) => name !== 'category'),
  ...facets.filter(({ name }) => name === 'category'),
];

/** In a line what leads somewhere comes before what does not. */
export const usefulFirst = (options: FacetOption[]) => [
  ...options.filter(({ isIdle }) => !isIdle),
  ...options.filter(({ isIdle }) => isIdle),
];
