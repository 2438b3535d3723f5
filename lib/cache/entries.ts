/**
 * Everything that is cached, in one list. Up to `freshMs` a value is answered as it is; up to `staleMs` it is answered
 * and made anew behind the answer; after that nobody sees it again. Ages count from when the value was made, in
 * whichever process that was.
 */
export const cacheEntries = {
  /** lib/catalog/hot-apps.ts: an app as its page and `GET /apps/{id}` show it, by reference and country; its translations. */
  app: { freshMs: 2_000, staleMs: 15_000 },
  /** lib/catalog/hot-apps.ts: the first versions of an app. */
  versions: { freshMs: 5_000, staleMs: 30_000 },
  /** lib/reviews: the first reviews of an app, by app and size of the page; its ratings, by range and app. */
  reviews: { freshMs: 2_000, staleMs: 15_000 },
  /** lib/search/similar.ts: similar apps and those bought together, by app and country. */
  similar: { freshMs: 30_000, staleMs: 300_000 },
  /** lib/catalog/hot-apps.ts: first pages of lists of apps, by filters, order and country. */
  lists: { freshMs: 5_000, staleMs: 30_000 },
  /** lib/catalog/hot-apps.ts: Today and its collections, by country. */
  today: { freshMs: 5_000, staleMs: 30_000 },
  /** lib/catalog/hot-apps.ts: categories with their counts. */
  categories: { freshMs: 30_000, staleMs: 300_000 },
  /** lib/moderation/reviews/transparency.ts: what is published about moderation. */
  transparency: { freshMs: 60_000, staleMs: 600_000 },
} as const satisfies Record<string, { freshMs: number; staleMs: number }>;

export type CacheEntry = keyof typeof cacheEntries;
