import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from './meilisearch/filter';
import {
  checkSettings,
  type FakeIndex,
  type IndexSettings,
  listDocuments,
  newIndex,
  type SearchRequest,
  searchIn,
} from './meilisearch/indexes';
import { ApiError, taskQueue } from './meilisearch/tasks';

type Options = {
  apiKey?: string;
  version?: string;
  /** Servers before this rule refuse settings with it. */
  knowsAttributeRank?: boolean;
};

/** `hang`: no answer ever. `error`: 500 for everything. A number: answers come so many milliseconds later. */
type Fault = 'hang' | 'error' | number | null;

type Answer = { status: number; body?: object };

/**
 * A small Meilisearch, written from the published API of version 1.50: indexes, settings, documents, tasks that are done
 * later, search and multi-search with filters, sorts and facets, swaps, keys. Ranking and typos are simpler than the
 * real ones; what it is asked and how it answers is not. Faults can be switched on.
 */
export async function startFakeMeilisearch({ apiKey, version = '1.50.0', knowsAttributeRank = true }: Options = {}) {
  const indexes = new Map<string, FakeIndex>();
  const queue = taskQueue();
  const requests: string[] = [];
  let fault: Fault = null;
  let server: Server = await listen(0);
  const { port } = server.address() as AddressInfo;

  async function listen(on: number): Promise<Server> {
    const one = createServer((request, response) => {
      answer(request, response).catch(() => response.destroy());
    });
    one.listen(on, '127.0.0.1');
    await once(one, 'listening');
    return one;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.method} ${url.pathname}`);
    const body =
      request.method === 'GET' || request.method === 'DELETE' ? undefined : await json(request).catch(() => null);
    if (fault === 'hang') return;
    if (typeof fault === 'number') await sleep(fault);
    let result: Answer;
    try {
      if (fault === 'error') throw new ApiError(500, 'internal', 'An internal error has occurred.');
      authorise(request, url);
      result = route(request.method ?? 'GET', url, body);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      result = { status: error.status, body: error.body };
    }
    response.writeHead(result.status, { 'content-type': 'application/json' });
    response.end(result.body === undefined ? '' : JSON.stringify(result.body));
  }

  function authorise(request: IncomingMessage, url: URL): void {
    if (apiKey === undefined || url.pathname === '/health') return;
    const given = request.headers.authorization;
    if (given === undefined) {
      throw new ApiError(
        401,
        'missing_authorization_header',
        'The Authorization header is missing. It must use the bearer authorization method.',
      );
    }
    if (given !== `Bearer ${apiKey}`) throw new ApiError(403, 'invalid_api_key', 'The provided API key is invalid.');
  }

  function required(uid: string): FakeIndex {
    const index = indexes.get(uid);
    if (index === undefined) throw new ApiError(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  const accepted = (type: string, uid: string | null, details: object, work: () => void): Answer => ({
    status: 202,
    body: queue.enqueue(type, uid, details, work),
  });

  function route(method: string, { pathname, searchParams }: URL, body: unknown): Answer {
    const [top, uid, part, rest] = pathname.split('/').slice(1).map(decodeURIComponent);
    if (top === 'health') return { status: 200, body: { status: 'available' } };
    if (top === 'version') return { status: 200, body: { commitSha: '', commitDate: '', pkgVersion: version } };
    if (top === 'multi-search')
      return {
        status: 200,
        body: { results: multiSearch(body as { queries: (SearchRequest & { indexUid: string })[] }) },
      };
    if (top === 'swap-indexes') return swap(body as { indexes: [string, string] }[]);
    if (top === 'tasks')
      return uid === undefined ? { status: 200, body: queue.list(searchParams) } : oneTask(Number(uid));
    if (top !== 'indexes') throw new ApiError(404, 'not_found', 'No such route.');
    if (uid === undefined)
      return method === 'POST' ? create(body as { uid: string; primaryKey?: string }) : list(searchParams);
    if (part === undefined) return method === 'DELETE' ? drop(uid) : { status: 200, body: info(required(uid)) };
    if (part === 'settings')
      return method === 'PATCH'
        ? configure(uid, body as Partial<IndexSettings>)
        : { status: 200, body: required(uid).settings };
    if (part === 'stats') {
      return {
        status: 200,
        body: { numberOfDocuments: required(uid).documents.size, isIndexing: false, fieldDistribution: {} },
      };
    }
    if (part === 'search') return { status: 200, body: searchIn(required(uid), body as SearchRequest) };
    if (part === 'documents') return documents(method, uid, rest, searchParams, body);
    throw new ApiError(404, 'not_found', 'No such route.');
  }

  const info = ({ uid, primaryKey, createdAt, updatedAt }: FakeIndex) => ({ uid, primaryKey, createdAt, updatedAt });

  function list(query: URLSearchParams): Answer {
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 20);
    const results = [...indexes.values()].slice(offset, offset + limit).map(info);
    return { status: 200, body: { results, offset, limit, total: indexes.size } };
  }

  function create({ uid, primaryKey }: { uid: string; primaryKey?: string }): Answer {
    return accepted('indexCreation', uid, { primaryKey }, () => {
      if (indexes.has(uid)) throw new ApiError(409, 'index_already_exists', `Index \`${uid}\` already exists.`);
      indexes.set(uid, newIndex(uid, primaryKey));
    });
  }

  const drop = (uid: string): Answer =>
    accepted('indexDeletion', uid, {}, () => {
      required(uid);
      indexes.delete(uid);
    });

  function configure(uid: string, settings: Partial<IndexSettings>): Answer {
    checkSettings(settings, knowsAttributeRank);
    return accepted('settingsUpdate', uid, settings, () => {
      const index = indexes.get(uid) ?? newIndex(uid);
      indexes.set(uid, index);
      index.settings = { ...index.settings, ...settings };
    });
  }

  function multiSearch({ queries }: { queries: (SearchRequest & { indexUid: string })[] }) {
    return queries.map(({ indexUid, ...request }, i) => {
      try {
        return { indexUid, ...searchIn(required(indexUid), request) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        throw new ApiError(400, error.code, `Inside \`.queries[${i}]\`: ${error.message}`);
      }
    });
  }

  function swap(swaps: { indexes: [string, string] }[]): Answer {
    return accepted('indexSwap', null, { swaps }, () => {
      for (const { indexes: names } of swaps) {
        const [one, other] = names.map(required) as [FakeIndex, FakeIndex];
        indexes.set(names[0], { ...other, uid: names[0] });
        indexes.set(names[1], { ...one, uid: names[1] });
      }
    });
  }

  function oneTask(uid: number): Answer {
    const task = queue.tasks[uid];
    if (task === undefined) throw new ApiError(404, 'task_not_found', `Task \`${uid}\` not found.`);
    return { status: 200, body: task };
  }

  function documents(
    method: string,
    uid: string,
    rest: string | undefined,
    query: URLSearchParams,
    body: unknown,
  ): Answer {
    if (method === 'POST' && rest === 'delete-batch') {
      const ids = body as string[];
      return accepted('documentDeletion', uid, { providedIds: ids.length }, () => {
        const index = required(uid);
        for (const id of ids) index.documents.delete(id);
      });
    }
    if (method === 'POST') {
      const rows = body as Row[];
      return accepted('documentAdditionOrUpdate', uid, { receivedDocuments: rows.length }, () => {
        const index = indexes.get(uid) ?? newIndex(uid, query.get('primaryKey'));
        indexes.set(uid, index);
        for (const row of rows) index.documents.set(String(row.id), row);
      });
    }
    if (method === 'DELETE') return accepted('documentDeletion', uid, {}, () => required(uid).documents.clear());
    if (rest === undefined) return { status: 200, body: listDocuments(required(uid), query) };
    const row = required(uid).documents.get(rest);
    if (row === undefined) throw new ApiError(404, 'document_not_found', `Document \`${rest}\` not found.`);
    return { status: 200, body: row };
  }

  return {
    url: `http://127.0.0.1:${port}`,
    indexes,
    tasks: queue.tasks,
    /** Method and path of what was asked, in order. */
    requests,
    setFault: (now: Fault) => {
      fault = now;
    },
    /** Every task waits and works so long. */
    setTaskDelay: queue.setDelay,
    /** The next task of a type (`documentAdditionOrUpdate`, `settingsUpdate` …) fails. */
    failNextTask: queue.failNext,
    /** Everything is gone, as after a start with an empty volume. */
    empty: () => indexes.clear(),
    /** Connections break and nobody listens, until `restart`. */
    async kill() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
    async restart() {
      server = await listen(port);
    },
    async stop() {
      await queue.idle();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FakeMeilisearch = Awaited<ReturnType<typeof startFakeMeilisearch>>;
