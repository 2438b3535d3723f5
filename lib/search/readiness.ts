import { env } from '@/lib/env';
import { meilisearchOptions, openMeilisearch, readIndexState } from './meilisearch/client';

const timeoutMs = 1_000;

/** Null where Postgres is the only engine; `degraded` where Meilisearch is away or not filled, and Postgres answers in its place. */
export async function searchReadiness(options = meilisearchOptions(env())): Promise<'ok' | 'degraded' | null> {
  if (options === null) return null;
  try {
    const state = await readIndexState(openMeilisearch({ ...options, requestTimeoutMs: timeoutMs }));
    return state === null ? 'degraded' : 'ok';
  } catch {
    return 'degraded';
  }
}
