import { platformNames } from '@/components/ui/format';
import type { FacetName } from '@/lib/search/schema';
import type { Choice } from './list-controls';

const sort: Choice = {
  name: 'sort',
  label: 'Sort by',
  options: [
    { value: '', label: 'Most popular' },
    { value: 'rating', label: 'Best rated' },
    { value: 'newest', label: 'Newest' },
    { value: 'price', label: 'Lowest price' },
  ],
};

const price: Choice = {
  name: 'price',
  label: 'Price',
  options: [
    { value: '', label: 'Any price' },
    { value: 'free', label: 'Free' },
    { value: 'paid', label: 'Paid' },
  ],
};

const minRating: Choice = {
  name: 'minRating',
  label: 'Rating',
  options: [
    { value: '', label: 'Any rating' },
    { value: '3', label: '3 stars and up' },
    { value: '4', label: '4 stars and up' },
    { value: '4.5', label: '4.5 stars and up' },
  ],
};

const platform: Choice = {
  name: 'platform',
  label: 'Platform',
  options: [
    { value: '', label: 'Any platform' },
    ...Object.entries(platformNames).map(([value, label]) => ({ value, label })),
  ],
};

const age: Choice = {
  name: 'age',
  label: 'Age',
  options: [
    { value: '', label: 'Any age' },
    ...[4, 9, 12, 16].map((years) => ({
      value: String(years),
      label: years === 4 ? 'For everyone' : `Up to ${years}+`,
    })),
  ],
};

export const categoryChoices: Choice[] = [sort, price, minRating, platform, age];

/** Search sorts by how well an app fits, unless told otherwise; without words there is nothing to fit. */
export function searchSort(hasWords: boolean): Choice {
  if (!hasWords) return sort;
  const [, ...others] = sort.options;
  return {
    ...sort,
    options: [{ value: '', label: 'Best match' }, { value: 'popular', label: 'Most popular' }, ...others],
  };
}

/** What a search can be narrowed by; the first option of each is the one without a parameter. */
export function facetChoices(categories: { slug: string; name: string }[]): (Choice & { name: FacetName })[] {
  const category: Choice = {
    name: 'category',
    label: 'Category',
    options: [
      { value: '', label: 'All categories' },
      ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
  };
  return [
    { ...category, name: 'category' },
    { ...price, name: 'price' },
    { ...minRating, name: 'minRating' },
    { ...platform, name: 'platform' },
    { ...age, name: 'age' },
  ];
}
