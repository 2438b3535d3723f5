import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { buildDocuments, listedIdsAfter, type SearchDocument } from '../documents';
import type { SearchEngine } from '../engine';
import { readMaxima } from '../maxima';
import { reconcile } from '../reconcile';
import { codeOf, done, type MeilisearchClient, TaskFailed, writeIndexState } from './client';
import { engineOn } from './engine';
import { indexFormat } from './indexed-app';
import { applySettings, makeIndex, wantedSettings } from './settings';

const batchSize = 1_000;

/** Batches that the server has not finished; it takes several of them in one go. */
const inHand = 4;

/** An index that no process is filling any more. */
const abandonedMs = 6 * 3_600_000;

type Options = {
  signal: AbortSignal;
  progress?: (apps: number) => void;
};

/**
 * Fills a new index from the current rows and swaps it in: searches find the old one until then. What changes meanwhile
 * is brought after. Two at once do each other no harm. Gives the number of apps.
 */
export async function rebuildIndex(
  ctx: Ctx,
  client: MeilisearchClient,
  { signal, progress }: Options,
): Promise<number> {
  const { writing, apps } = client;
  const started = new Date();
  await deleteAbandoned(client);
  const uid = `${apps}_${newId().replaceAll('-', '')}`;
  const settings = await wantedSettings(client);
  let filled = 0;
  try {
    await applySettings(client, uid);
    filled = await fill(ctx, engineOn({ ...client, apps: uid }), signal, progress);
    await makeIndex(client, apps);
    await done(client, writing.swapIndexes([{ indexes: [apps, uid], rename: false }]));
  } finally {
    // After the swap it is the old one that has this name.
    await done(client, writing.deleteIndex(uid)).catch((error: unknown) => {
      ctx.log.warn({ err: error, index: uid }, 'an index that is no longer needed could not be deleted');
    });
  }
  await writeIndexState(client, { settings, format: indexFormat, builtAt: started.toISOString() });
  await reconcile(ctx, engineOn(client), signal);
  return filled;
}

async function fill(
  ctx: Ctx,
  engine: SearchEngine,
  signal: AbortSignal,
  progress: Options['progress'],
): Promise<number> {
  let count = 0;
  const running: Promise<void>[] = [];
  for await (const documents of documentsNow(ctx, signal)) {
    const put = engine.put(ctx, documents);
    // Whoever waits for it below is told; until then it is no unhandled rejection.
    put.catch(() => undefined);
    running.push(put);
    if (running.length >= inHand) await running.shift();
    count += documents.length;
    progress?.(count);
  }
  await Promise.all(running);
  return count;
}

/** Documents of all listed apps as they are now, in the order of ids. */
async function* documentsNow(ctx: Ctx, signal: AbortSignal): AsyncGenerator<SearchDocument[]> {
  let afterId: string | null = null;
  do {
    signal.throwIfAborted();
    const ids: string[] = await listedIdsAfter(ctx, afterId, batchSize);
    yield await buildDocuments(ctx, await readMaxima(ctx), ids);
    afterId = ids.length < batchSize ? null : (ids.at(-1) ?? null);
  } while (afterId !== null);
}

async function deleteAbandoned(client: MeilisearchClient): Promise<void> {
  const { writing, apps } = client;
  const { results } = await writing.getRawIndexes({ limit: 1_000 });
  for (const { uid, createdAt } of results) {
    if (!uid.startsWith(`${apps}_`) || Date.now() - Date.parse(createdAt) < abandonedMs) continue;
    await done(client, writing.deleteIndex(uid)).catch((error: unknown) => {
      const code = error instanceof TaskFailed ? error.code : codeOf(error);
      if (code !== 'index_not_found') throw error;
    });
  }
}
