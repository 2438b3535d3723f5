import type { MeilisearchOptions } from '@/lib/search/meilisearch/client';

const { env } = process;

/**
 * A real Meilisearch for tests, which make and delete indexes of their own: the one of MEILISEARCH_URL and
 * MEILISEARCH_API_KEY, which vitest.config.ts calls otherwise so that no other test finds it.
 */
export const liveMeilisearch: Pick<MeilisearchOptions, 'url' | 'apiKey' | 'searchTimeoutMs'> | null =
  env.POMONA_TEST_MEILISEARCH_URL
    ? {
        url: env.POMONA_TEST_MEILISEARCH_URL,
        apiKey: env.POMONA_TEST_MEILISEARCH_API_KEY || undefined,
        searchTimeoutMs: 5_000,
      }
    : null;
