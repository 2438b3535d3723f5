import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { env } from '@/lib/env';
import { listedIdsAfter } from './documents';
import { indexApps } from './index-apps';
import { refreshMaxima } from './maxima';
import { meilisearchOptions, openMeilisearch } from './meilisearch/client';
import { rebuildIndex } from './meilisearch/rebuild';
import { postgresEngine } from './postgres/engine';
import { refreshTerms } from './postgres/terms';
import { reconcile } from './reconcile';

const batchSize = 1_000;

export type Reindexing = {
  signal: AbortSignal;
  /** So many of all apps are in the index of an engine. */
  onProgress(engine: 'postgres' | 'meilisearch', done: number, total: number): void;
};

/**
 * Makes the documents of all listed apps anew from their rows: in Postgres each in place, in Meilisearch, where there is
 * one, in a new index that is swapped in. Searches go on. For operators. Gives the number of apps.
 */
export async function reindex(ctx: Ctx, { signal, onProgress }: Reindexing): Promise<number> {
  const total = await countListed(ctx);
  await refreshMaxima(ctx);
  const apps = await fillPostgres(ctx, signal, (done) => onProgress('postgres', done, total));
  const options = meilisearchOptions(env());
  if (options === null) return apps;
  const progress = (done: number) => onProgress('meilisearch', done, total);
  return rebuildIndex(ctx, openMeilisearch(options), { signal, progress });
}

async function fillPostgres(ctx: Ctx, signal: AbortSignal, progress: (done: number) => void): Promise<number> {
  let done = 0;
  let afterId: string | null = null;
  do {
    signal.throwIfAborted();
    const ids: string[] = await listedIdsAfter(ctx, afterId, batchSize);
    await indexApps(ctx, postgresEngine, ids);
    done += ids.length;
    progress(done);
    afterId = ids.length < batchSize ? null : (ids.at(-1) ?? null);
  } while (afterId !== null);
  // Takes out what is no longer listed.
  await reconcile(ctx, postgresEngine, signal);
  await refreshTerms(ctx);
  return done;
}

async function countListed({ db }: Ctx): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from apps where status = 'listed'`);
  return row?.n ?? 0;
}
