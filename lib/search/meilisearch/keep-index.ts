import { sql } from 'drizzle-orm';
import { MeilisearchRequestError } from 'meilisearch';
import type { Ctx } from '@/lib/context';
import { codeOf, type MeilisearchClient, readIndexState, writeIndexState } from './client';
import { indexFormat } from './indexed-app';
import { rebuildIndex } from './rebuild';
import { applySettings, wantedSettings } from './settings';

/**
 * Gives the index what it lacks: the settings of this release, or all of its apps, where the server is new, lost them, or
 * knows them in the form of an older release. Says what it did. For the worker, at its start and ever again.
 */
export async function keepIndex(ctx: Ctx, client: MeilisearchClient, signal: AbortSignal): Promise<string> {
  try {
    const [state, settings, documents] = await Promise.all([
      readIndexState(client),
      wantedSettings(client),
      countDocuments(client),
    ]);
    if (
      state === null ||
      state.format !== indexFormat ||
      documents === null ||
      (documents === 0 && (await hasApps(ctx)))
    ) {
      const apps = await rebuildIndex(ctx, client, { signal });
      return `index filled with ${apps} apps`;
    }
    if (state.settings === settings) return 'nothing to do';
    await applySettings(client, client.apps);
    await writeIndexState(client, { ...state, settings });
    return 'settings applied';
  } catch (error) {
    if (!(error instanceof MeilisearchRequestError)) throw error;
    return 'Meilisearch does not answer';
  }
}

/** Null where there is no such index. */
export async function countDocuments({ writing, apps }: MeilisearchClient): Promise<number | null> {
  try {
    return (await writing.index(apps).getStats()).numberOfDocuments;
  } catch (error) {
    if (codeOf(error) === 'index_not_found') return null;
    throw error;
  }
}

async function hasApps({ db }: Ctx): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(
    sql`select exists (select from apps where status = 'listed') as has`,
  );
  return row?.has ?? false;
}
