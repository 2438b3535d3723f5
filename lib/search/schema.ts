import { z } from 'zod';
import { appCard, appFilters, appSorts } from '@/lib/catalog/schema';
import { pageQuery } from '@/lib/pagination';

export const searchQuery = z
  .strictObject({
    q: z.string().max(200).default(''),
    ...appFilters,
    sort: z.enum(['relevance', ...appSorts]).optional(),
    ...pageQuery,
  })
  .refine((query) => query.sort !== 'relevance' || query.q.trim() !== '', {
    path: ['sort'],
    message: 'relevance needs q',
  });

export const searchResults = z.object({
  items: z.array(appCard),
  /** Apps that match some of the words; apart from `items`, first page only. */
  partial: z.array(appCard),
  facets: z.record(z.string(), z.record(z.string(), z.number().int())),
  total: z.number().int(),
  engine: z.string(),
  degraded: z.boolean(),
  nextCursor: z.string().nullable(),
});

export const suggestQuery = z.strictObject({ q: z.string().trim().min(1).max(100), country: appFilters.country });

export const suggestions = z.object({
  apps: z.array(
    appCard.pick({ id: true, slug: true, name: true, subtitle: true, iconUrl: true, color: true, rating: true }),
  ),
  queries: z.array(z.string()),
});

export type SearchQuery = z.infer<typeof searchQuery>;
export type SearchResults = z.infer<typeof searchResults>;
export type Suggestions = z.infer<typeof suggestions>;
