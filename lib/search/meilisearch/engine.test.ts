import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '@/lib/context';
import { logger } from '@/lib/logger';
import { type FakeMeilisearch, startFakeMeilisearch } from '@/tests/fake-meilisearch';
import { documentOf, queryOf } from '@/tests/search-documents';
import { searchEngineContract } from '@/tests/search-engine-contract';
import type { SearchDocument } from '../documents';
import { type MeilisearchOptions, openMeilisearch, writeIndexState } from './client';
import { meilisearchEngine } from './engine';
import { indexFormat } from './indexed-app';
import { applySettings } from './settings';

const apiKey = 'the key of the fake';
const servers: FakeMeilisearch[] = [];

/** A context whose database nobody may ask. */
const ctx: Ctx = {
  db: new Proxy({}, { get: () => expect.fail('the database was asked') }) as Ctx['db'],
  actor: { kind: 'anonymous' },
  now: new Date(),
  requestId: 'request',
  log: logger(),
};

async function start(): Promise<{ fake: FakeMeilisearch; options: MeilisearchOptions }> {
  const fake = await startFakeMeilisearch({ apiKey });
  servers.push(fake);
  return {
    fake,
    options: { url: fake.url, apiKey, indexPrefix: 'test_', searchTimeoutMs: 5_000, taskTimeoutMs: 5_000 },
  };
}

/** An index with settings, marked as whole. */
async function prepareIndex(options: MeilisearchOptions): Promise<void> {
  const client = openMeilisearch(options);
  await applySettings(client, client.apps);
  await writeIndexState(client, { settings: 'of the test', format: indexFormat, builtAt: ctx.now.toISOString() });
}

afterAll(() => Promise.all(servers.map((server) => server.stop())));

searchEngineContract('Meilisearch (the fake)', async () => {
  const { fake, options } = await start();
  await prepareIndex(options);
  fake.setTaskDelay(2);
  return { engine: meilisearchEngine(options), ctx, prepare: async () => undefined };
});

describe('beyond the contract,', () => {
  let fake: FakeMeilisearch;
  let options: MeilisearchOptions;

  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const apps = (count: number, values: Partial<SearchDocument> = {}): SearchDocument[] =>
    Array.from({ length: count }, (_, i) => documentOf({ id: id(i), name: `Orchard ${i}`, downloads: i, ...values }));
  const asked = (path: string) => fake.requests.filter((request) => request === path).length;

  beforeEach(async () => {
    ({ fake, options } = await start());
    await prepareIndex(options);
  });

  test('a search with filters is one request, however many facets are counted', async () => {
    const engine = meilisearchEngine(options);
    await engine.put(ctx, apps(3));
    fake.requests.length = 0;
    await engine.search(ctx, queryOf({ q: 'orchard', category: 'tools', price: 'free', age: 12, minRating: 0 }));
    expect(fake.requests).toEqual(['POST /multi-search']);
  });

  test('documents are put at most 1,000 a call, and are there when the promise says so', async () => {
    const engine = meilisearchEngine(options);
    fake.setTaskDelay(20);
    fake.requests.length = 0;
    await engine.put(ctx, apps(2_001));
    expect(asked('POST /indexes/test_apps/documents')).toBe(3);
    expect(fake.indexes.get('test_apps')?.documents.size).toBe(2_001);
    await engine.remove(
      ctx,
      apps(1_500).map((app) => app.id),
    );
    expect(asked('POST /indexes/test_apps/documents/delete-batch')).toBe(2);
    expect(fake.indexes.get('test_apps')?.documents.size).toBe(501);
  });

  test('a failed task is a failed put, and the reason is said', async () => {
    const engine = meilisearchEngine(options);
    fake.failNextTask('documentAdditionOrUpdate', 'no_space_left_on_device');
    await expect(engine.put(ctx, apps(1))).rejects.toMatchObject({
      name: 'TaskFailed',
      code: 'no_space_left_on_device',
    });
    await engine.put(ctx, apps(1));
  });

  test('removing from a server that has lost the index succeeds: nothing finds them', async () => {
    fake.empty();
    await meilisearchEngine(options).remove(ctx, [id(1)]);
  });

  test('an index that was never filled answers nothing, and gives no versions', async () => {
    const engine = meilisearchEngine(options);
    fake.empty();
    await engine.put(ctx, apps(1));
    await expect(engine.search(ctx, queryOf())).rejects.toThrow();
    fake.indexes.delete('test_meta');
    await expect(engine.versions(ctx)[Symbol.asyncIterator]().next()).rejects.toThrow('does not hold the apps');
  });

  test('a server that hangs is given up', async () => {
    const engine = meilisearchEngine({ ...options, searchTimeoutMs: 200 });
    fake.setFault('hang');
    await expect(engine.search(ctx, queryOf())).rejects.toThrow('has failed');
  }, 1_000);

  test('a wrong key is refused', async () => {
    const engine = meilisearchEngine({ ...options, apiKey: 'another' });
    await expect(engine.search(ctx, queryOf())).rejects.toThrow('The provided API key is invalid.');
    await expect(engine.put(ctx, apps(1))).rejects.toThrow('The provided API key is invalid.');
  });

  test('totals stop at what can be paged through, and say so', async () => {
    const engine = meilisearchEngine(options);
    const index = fake.indexes.get('test_apps');
    if (index === undefined) throw new Error('no index');
    for (const app of apps(10_001)) index.documents.set(app.id, { ...app });
    expect(await engine.search(ctx, queryOf({ limit: 1 }))).toMatchObject({ total: 10_000, isTotalCapped: true });
  });

  test('versions come in the order of ids, over more than one page', async () => {
    const engine = meilisearchEngine(options);
    const index = fake.indexes.get('test_apps');
    for (const app of apps(10_500).reverse()) index?.documents.set(app.id, { ...app });
    const ids: string[] = [];
    for await (const one of engine.versions(ctx)) ids.push(one.id);
    expect(ids).toEqual(apps(10_500).map((app) => app.id));
  });

  test('pages of a sort go on over the hits that it orders', async () => {
    const engine = meilisearchEngine(options);
    await engine.put(ctx, apps(1_010));
    const page = (offset: number, limit: number) =>
      engine.search(ctx, queryOf({ q: 'orchard', sort: 'popular', offset, limit }));
    const first = await page(0, 990);
    const across = await page(990, 15);
    const last = await page(1_005, 100);
    const ids = [first, across, last].flatMap(({ candidates }) => candidates.map((one) => one.id));
    expect([first, across, last].map(({ candidates }) => candidates.length)).toEqual([990, 15, 5]);
    expect(new Set(ids).size).toBe(1_010);
  });
});
