import { z } from 'zod';
import { appCard, appFilters, appSorts } from '@/lib/catalog/schema';
import { pageQuery } from '@/lib/pagination';

/** Control characters are spaces. */
const withoutControls = (q: string) => q.replace(/\p{Cc}/gu, ' ');

export const searchQuery = z
  .strictObject({
    q: z.string().max(200).transform(withoutControls).default(''),
    ...appFilters,
    sort: z.enum(['relevance', ...appSorts]).optional(),
    ...pageQuery,
  })
  .refine((query) => query.sort !== 'relevance' || query.q.trim() !== '', {
    path: ['sort'],
    message: 'relevance needs q',
  })
  .refine(({ minPrice = 0, maxPrice = minPrice }) => minPrice <= maxPrice, {
    path: ['maxPrice'],
    message: 'is less than minPrice',
  });

export const facetNames = ['category', 'platform', 'price', 'minRating', 'age'] as const;

export const searchResults = z.object({
  items: z.array(appCard),
  /** Apps that match some of the words; apart from `items`, first page only. */
  partial: z.array(appCard),
  /** `category`, `platform`, `price`, `minRating`, `age`: how many apps each choice would leave, other filters kept. */
  facets: z.record(z.enum(facetNames), z.record(z.string(), z.number().int())),
  /** Apps that match all words; at least so many where `isTotalCapped`. */
  total: z.number().int(),
  isTotalCapped: z.boolean(),
  engine: z.enum(['meilisearch', 'postgres']),
  /** The configured engine is away, and Postgres answers in its place. */
  degraded: z.boolean(),
  nextCursor: z.string().nullable(),
});

export const suggestQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).transform(withoutControls),
  country: appFilters.country,
});

export const suggestions = z.object({
  apps: z.array(
    appCard.pick({
      id: true,
      slug: true,
      name: true,
      subtitle: true,
      developer: true,
      iconUrl: true,
      color: true,
      rating: true,
    }),
  ),
  queries: z.array(z.string()),
});

export const popularQueries = z.object({ items: z.array(z.string()) });

export type FacetName = (typeof facetNames)[number];
export type Facets = Record<FacetName, Record<string, number>>;
export type SearchQuery = z.infer<typeof searchQuery>;
export type SearchResults = z.infer<typeof searchResults>;
export type Suggestions = z.infer<typeof suggestions>;
