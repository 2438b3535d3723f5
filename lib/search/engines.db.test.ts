import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { metrics } from '@/lib/metrics';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { type FakeMeilisearch, startFakeMeilisearch } from '@/tests/fake-meilisearch';
import { queryOf } from '@/tests/search-documents';
import type { SearchEngine } from './engine';
import { engines, setEngines, withEngine } from './engines';
import { indexApps } from './index-apps';
import { openMeilisearch } from './meilisearch/client';
import { meilisearchEngine } from './meilisearch/engine';
import { keepIndex } from './meilisearch/keep-index';
import { postgresEngine } from './postgres/engine';

const database = testDatabase();
const never = new AbortController().signal;
const halfOpenAfterMs = 400;
/** More than 300 ms, so that a slow machine does not count as a slow server. */
const slowMs = 600;

let fake: FakeMeilisearch;

beforeAll(async () => {
  const { app } = await createApp(database.db, { name: 'Lighthouse' });
  await indexApps(database.ctx(), postgresEngine, [app.id]);
});

beforeEach(async () => {
  fake = await startFakeMeilisearch();
  const options = { url: fake.url, indexPrefix: 'test_', searchTimeoutMs: 1_500, taskTimeoutMs: 10_000 };
  await keepIndex(database.ctx(), openMeilisearch(options), never);
  const ctx = database.ctx();
  setEngines({ primary: meilisearchEngine(options), fallback: postgresEngine, slowMs, halfOpenAfterMs, log: ctx.log });
});

afterEach(async () => {
  setEngines(null);
  await fake.stop();
});

async function find() {
  const ctx = database.ctx();
  const started = performance.now();
  const { answer, engine, degraded } = await withEngine(ctx, (one) => one.search(ctx, queryOf({ q: 'lighthouse' })));
  const ms = performance.now() - started;
  return { names: answer.candidates.map(({ name }) => name), engine, degraded, ms };
}

const byMeilisearch = { names: ['Lighthouse'], engine: 'meilisearch', degraded: false };
const byPostgres = { names: ['Lighthouse'], engine: 'postgres', degraded: true };

async function breaker(): Promise<number | undefined> {
  const { values } = await metrics.circuitBreakerState.get();
  return values.find(({ labels }) => labels.name === 'meilisearch')?.value;
}

async function findTimes(count: number) {
  for (let i = 0; i < count; i += 1) expect(await find()).toMatchObject(byPostgres);
}

const asked = () => fake.requests.filter((request) => request === 'POST /multi-search').length;

test('Meilisearch answers where it is configured', async () => {
  expect(await find()).toMatchObject(byMeilisearch);
  expect(engines()).toMatchObject({ primary: { name: 'meilisearch' }, fallback: { name: 'postgres' } });
  expect(await breaker()).toBe(0);
});

test('without MEILISEARCH_URL Postgres is the only engine, and nothing is degraded', async () => {
  setEngines(null);
  expect(engines()).toEqual({ primary: postgresEngine, fallback: null });
  expect(await find()).toMatchObject({ ...byPostgres, degraded: false });
});

test('killed: Postgres answers at once, Meilisearch is left alone after 3 failures and asked again later', async () => {
  await fake.kill();
  await findTimes(3);
  expect(await breaker()).toBe(1);
  await fake.restart();
  const before = asked();
  await findTimes(5);
  expect(asked()).toBe(before);
  await sleep(halfOpenAfterMs + 50);
  expect(await find()).toMatchObject(byMeilisearch);
  expect(await breaker()).toBe(0);
});

test('a trial that fails leaves it alone for as long again', async () => {
  await fake.kill();
  await findTimes(3);
  await sleep(halfOpenAfterMs + 50);
  await findTimes(1);
  await fake.restart();
  await findTimes(1);
  await sleep(halfOpenAfterMs + 50);
  expect(await find()).toMatchObject(byMeilisearch);
});

test('hung: a search waits no longer than the limit, and after three nobody waits at all', async () => {
  fake.setFault('hang');
  for (let i = 0; i < 3; i += 1) {
    const { ms, ...rest } = await find();
    expect(rest).toEqual(byPostgres);
    expect(ms).toBeGreaterThan(slowMs - 50);
    expect(ms).toBeLessThan(slowMs + 400);
  }
  expect(await breaker()).toBe(1);
  expect((await find()).ms).toBeLessThan(slowMs);
});

test('while one search tries whether it answers again, others do not wait for it', async () => {
  fake.setFault('hang');
  await findTimes(3);
  await sleep(halfOpenAfterMs + 50);
  const trial = find();
  await sleep(20);
  expect(await breaker()).toBe(0.5);
  expect((await find()).ms).toBeLessThan(slowMs / 2);
  expect(await trial).toMatchObject(byPostgres);
  expect(await breaker()).toBe(1);
});

test('slow: answers that come late are failures, and are used where they come before those of Postgres', async () => {
  const late: SearchEngine = {
    ...meilisearchEngine({ url: fake.url, indexPrefix: 'test_' }),
    search: async (...args) => {
      await sleep(150);
      return meilisearchEngine({ url: fake.url, indexPrefix: 'test_' }).search(...args);
    },
  };
  const later: SearchEngine = {
    ...postgresEngine,
    search: async (...args) => {
      await sleep(1_000);
      return postgresEngine.search(...args);
    },
  };
  setEngines({ primary: late, fallback: later, slowMs: 100, halfOpenAfterMs, log: database.ctx().log });
  for (let i = 0; i < 3; i += 1) expect(await find()).toMatchObject(byMeilisearch);
  expect(await breaker()).toBe(1);
  expect(await find()).toMatchObject(byPostgres);
});

test('errors and refusals are failures', async () => {
  fake.setFault('error');
  await findTimes(3);
  expect(await breaker()).toBe(1);
});

test.each([
  ['its volume', () => fake.empty()],
  ['its documents', () => fake.indexes.get('test_apps')?.documents.clear()],
])('emptied of %s: Postgres answers until the worker has filled it again', async (_, empty) => {
  empty();
  await findTimes(4);
  const options = { url: fake.url, indexPrefix: 'test_' };
  await keepIndex(database.ctx(), openMeilisearch(options), never);
  await sleep(halfOpenAfterMs + 50);
  expect(await find()).toMatchObject(byMeilisearch);
});

test('a failure of both is an error', async () => {
  await fake.kill();
  const ctx = database.ctx();
  const both = withEngine(ctx, async (engine) => {
    throw new Error(`no answer from ${engine.name}`);
  });
  await expect(both).rejects.toThrow('no answer from postgres');
});

test.each(['killed', 'hung', 'emptied'])('200 searches at once are all answered while it is %s', async (fate) => {
  const searches = Array.from({ length: 200 }, async (_, i) => {
    await sleep(i * 2);
    return find();
  });
  await sleep(150);
  if (fate === 'killed') await fake.kill();
  else if (fate === 'hung') fake.setFault('hang');
  else fake.empty();
  const answers = await Promise.all(searches);
  expect(answers.filter(({ names }) => names.join() !== 'Lighthouse')).toEqual([]);
  expect(new Set(answers.map(({ degraded }) => degraded))).toContain(true);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5_000);
});
