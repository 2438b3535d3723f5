import { sql } from 'drizzle-orm';
import { MeilisearchRequestError } from 'meilisearch';
import { type Ctx, requireRole } from '@/lib/context';
import { env } from '@/lib/env';
import type { Dependency } from '@/lib/health-schema';
import {
  codeOf,
  type MeilisearchClient,
  type MeilisearchOptions,
  meilisearchOptions,
  openMeilisearch,
  readIndexState,
} from './meilisearch/client';
import { countDocuments } from './meilisearch/keep-index';
import { serverVersion, wantedSettings } from './meilisearch/settings';

const name = 'Search';

/** Apps that came and went within the last seconds may be on their way. */
const isNear = (documents: number, listed: number) => Math.abs(documents - listed) <= Math.max(10, listed / 1_000);

const inIndex = (documents: number, listed: number) =>
  `${documents.toLocaleString('en')} of ${listed.toLocaleString('en')} apps in the index`;

/** How the search index is doing: whether all apps are in it, its settings, what failed last. For admins: throws 401, 403. */
export async function readIndexHealth(
  ctx: Ctx,
  options: MeilisearchOptions | null = meilisearchOptions(env()),
): Promise<Dependency> {
  requireRole(ctx, 'admin');
  const [row] = await ctx.db.execute<{ listed: number; documents: number }>(sql`
    select (select count(*)::int from apps where status = 'listed') as listed,
      (select count(*)::int from search_documents) as documents`);
  const { listed = 0, documents = 0 } = row ?? {};
  if (options === null) {
    const state = isNear(documents, listed) ? 'ok' : 'trouble';
    return { name, engine: 'Postgres', state, detail: `${inIndex(documents, listed)}.` };
  }
  try {
    return await ofMeilisearch(openMeilisearch({ ...options, requestTimeoutMs: 2_000 }), listed);
  } catch (error) {
    const isSilent = error instanceof MeilisearchRequestError;
    const reason = isSilent
      ? 'Meilisearch does not answer'
      : `Meilisearch refuses (${codeOf(error) ?? 'no reason given'})`;
    if (!isSilent) ctx.log.warn({ err: error }, 'the health of the search index cannot be read');
    return {
      name,
      engine: 'Meilisearch',
      state: 'away',
      detail: `${reason}; Postgres does, with ${inIndex(documents, listed)}.`,
    };
  }
}

async function ofMeilisearch(client: MeilisearchClient, listed: number): Promise<Dependency> {
  const [version, state, wanted, documents, failures] = await Promise.all([
    serverVersion(client.writing),
    readIndexState(client),
    wantedSettings(client),
    countDocuments(client),
    client.writing.tasks.getTasks({ statuses: ['failed'], indexUids: [client.apps, client.meta], limit: 1 }),
  ]);
  const isFilled = state !== null && documents !== null;
  const isApplied = state?.settings === wanted;
  const [failed] = failures.results;
  const details = [
    isFilled ? inIndex(documents, listed) : 'The index has not been filled yet; a worker does it',
    ...(isFilled ? [isApplied ? 'settings applied' : 'settings of another release; a worker applies them'] : []),
    ...(failed ? [`last failed task ${failed.finishedAt ?? ''}: ${failed.error?.code ?? 'unknown'}`] : []),
  ];
  return {
    name,
    engine: version === null ? 'Meilisearch' : `Meilisearch ${version}`,
    state: isFilled && isApplied && isNear(documents, listed) ? 'ok' : 'trouble',
    detail: `${details.join(', ')}.`,
  };
}
