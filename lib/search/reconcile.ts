import type { Ctx } from '@/lib/context';
import { buildDocuments, listedIdsAfter } from './documents';
import type { SearchEngine } from './engine';
import { indexApps } from './index-apps';
import { readMaxima } from './maxima';

const pageSize = 1_000;

export type Reconciled = {
  /** Listed apps. */
  documents: number;
  /** Listed apps that the engine did not know, apps it should not have known, and documents of another version. */
  missing: number;
  extra: number;
  different: number;
};

/**
 * Compares every document of an engine with one made now, and mends what is missing, too much or different. Both sides
 * come in the order of ids, a page at a time, so that memory does not grow with the catalogue. Throws when it is stopped
 * before its end, and what the engine throws.
 */
export async function reconcile(ctx: Ctx, engine: SearchEngine, signal: AbortSignal): Promise<Reconciled> {
  const maxima = await readMaxima(ctx);
  const result: Reconciled = { documents: 0, missing: 0, extra: 0, different: 0 };
  const known = engine.versions(ctx)[Symbol.asyncIterator]();
  let wrong: string[] = [];
  const mend = async (atLeast: number) => {
    if (wrong.length < atLeast) return;
    await indexApps(ctx, engine, wrong);
    wrong = [];
  };
  const addExtra = async (id: string) => {
    result.extra += 1;
    wrong.push(id);
    await mend(pageSize);
  };

  try {
    let next = await known.next();
    let afterId: string | null = null;
    do {
      if (signal.aborted) throw new Error('stopped before its end');
      const ids: string[] = await listedIdsAfter(ctx, afterId, pageSize);
      for (const { id, version } of await buildDocuments(ctx, maxima, ids)) {
        for (; !next.done && next.value.id < id; next = await known.next()) await addExtra(next.value.id);
        const theirs = !next.done && next.value.id === id ? next.value.version : null;
        if (theirs !== null) next = await known.next();
        result.documents += 1;
        if (theirs === version) continue;
        result[theirs === null ? 'missing' : 'different'] += 1;
        wrong.push(id);
      }
      await mend(pageSize);
      afterId = ids.length < pageSize ? null : (ids.at(-1) ?? null);
    } while (afterId !== null);
    for (; !next.done; next = await known.next()) await addExtra(next.value.id);
    await mend(1);
  } finally {
    await known.return?.();
  }
  return result;
}
