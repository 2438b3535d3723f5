import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError, type Task } from 'meilisearch';
import type { Env } from '@/lib/env';

export type MeilisearchOptions = {
  url: string;
  apiKey?: string | undefined;
  /** Begins the name of every index, so that a server can be shared. */
  indexPrefix: string;
  /** No search takes longer: what has not answered by then is given up. */
  searchTimeoutMs?: number;
  /** Nor any other request. */
  requestTimeoutMs?: number;
  /** A task may wait for many others. */
  taskTimeoutMs?: number;
};

export type MeilisearchClient = {
  /** For searches, which somebody waits for. */
  asking: Meilisearch;
  /** For everything else. */
  writing: Meilisearch;
  /** The index that is searched. */
  apps: string;
  /** Says which settings the index has, and that all apps are in it. */
  meta: string;
  taskTimeoutMs: number;
};

/** The one row of the meta index; not there while the index has never been filled. */
export type IndexState = { id: string; settings: string; format: number; builtAt: string };

export const stateId = 'apps';

/** Null where the store has no Meilisearch. */
export function meilisearchOptions(
  settings: Pick<Env, 'MEILISEARCH_URL' | 'MEILISEARCH_API_KEY' | 'MEILISEARCH_INDEX_PREFIX'>,
): MeilisearchOptions | null {
  const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey, MEILISEARCH_INDEX_PREFIX: indexPrefix } = settings;
  return url === undefined ? null : { url, apiKey, indexPrefix };
}

export function openMeilisearch(options: MeilisearchOptions): MeilisearchClient {
  const { url: host, apiKey, indexPrefix } = options;
  const { searchTimeoutMs = 1_000, requestTimeoutMs = 30_000, taskTimeoutMs = 120_000 } = options;
  const config = apiKey === undefined ? { host } : { host, apiKey };
  return {
    asking: new Meilisearch({ ...config, timeout: searchTimeoutMs }),
    writing: new Meilisearch({ ...config, timeout: requestTimeoutMs }),
    apps: `${indexPrefix}apps`,
    meta: `${indexPrefix}meta`,
    taskTimeoutMs,
  };
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : undefined;

export class TaskFailed extends Error {
  readonly code: string;

  constructor({ uid, type, status, error }: Task) {
    super(`Meilisearch task ${uid} (${type}) ${status}: ${error?.message ?? 'no reason given'}`);
    this.name = 'TaskFailed';
    this.code = error?.code ?? status;
  }
}

/** Waits until the server has done it; throws `TaskFailed` when it did not. */
export async function done({ taskTimeoutMs }: MeilisearchClient, enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask({ timeout: taskTimeoutMs, interval: 20 });
  if (task.status !== 'succeeded') throw new TaskFailed(task);
}

/** Null: the index has not been filled yet, or the server has lost it. */
export async function readIndexState({ writing, meta }: MeilisearchClient): Promise<IndexState | null> {
  try {
    return await writing.index(meta).getDocument<IndexState>(stateId);
  } catch (error) {
    if (['index_not_found', 'document_not_found'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}

export async function writeIndexState(client: MeilisearchClient, state: Omit<IndexState, 'id'>): Promise<void> {
  const { writing, meta } = client;
  await done(client, writing.index(meta).addDocuments([{ id: stateId, ...state }], { primaryKey: 'id' }));
}
