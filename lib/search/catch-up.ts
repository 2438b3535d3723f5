import type { Ctx } from '@/lib/context';
import type { SearchEngine } from './engine';
import { indexApps } from './index-apps';
import { refreshMaxima } from './maxima';
import { postgresEngine } from './postgres/engine';
import { refreshTerms } from './postgres/terms';
import { findStale } from './stale-documents';

const pageSize = 5_000;

export type CaughtUp = {
  /** Apps that were looked at, and those whose documents were written or removed. */
  looked: number;
  written: number;
};

type Options = { signal?: AbortSignal; onProgress?: (done: CaughtUp) => void };

/** As `catchUp`, with what goes with it: the greatest figures before it, and the words that typos are looked up in after. */
export async function indexCatalogue(ctx: Ctx, other: SearchEngine | null, options: Options = {}): Promise<CaughtUp> {
  await refreshMaxima(ctx);
  const done = await catchUp(ctx, other, options);
  await refreshTerms(ctx);
  return done;
}

/**
 * Compares the catalogue with what Postgres has indexed of it, a page of ids at a time, and makes both engines know what
 * differs. The other engine comes first: when it fails, Postgres shows the difference still, and the next run ends it.
 * Stops after the page in hand when the signal comes.
 */
export async function catchUp(
  ctx: Ctx,
  other: SearchEngine | null,
  { signal, onProgress }: Options = {},
): Promise<CaughtUp> {
  const done: CaughtUp = { looked: 0, written: 0 };
  let afterId: string | null = null;
  do {
    const look = await findStale(ctx, afterId, pageSize);
    if (other) await indexApps(ctx, other, look.stale);
    await indexApps(ctx, postgresEngine, look.stale);
    done.looked += look.looked;
    done.written += look.stale.length;
    onProgress?.(done);
    afterId = look.lastId;
  } while (afterId !== null && !signal?.aborted);
  return done;
}
