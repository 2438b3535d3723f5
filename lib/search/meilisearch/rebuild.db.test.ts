import { afterEach, beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { apps, searchDocuments } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { type FakeMeilisearch, startFakeMeilisearch } from '@/tests/fake-meilisearch';
import { queryOf } from '@/tests/search-documents';
import { indexApps } from '../index-apps';
import { readIndexHealth } from '../index-health';
import { postgresEngine } from '../postgres/engine';
import {
  type MeilisearchClient,
  type MeilisearchOptions,
  openMeilisearch,
  readIndexState,
  writeIndexState,
} from './client';
import { meilisearchEngine } from './engine';
import { keepIndex } from './keep-index';
import { rebuildIndex } from './rebuild';

const database = testDatabase();
const never = new AbortController().signal;

let fake: FakeMeilisearch;
let options: MeilisearchOptions;
let client: MeilisearchClient;

beforeEach(async () => {
  await database.db.update(apps).set({ status: 'hidden' });
  await database.db.delete(searchDocuments);
  fake = await startFakeMeilisearch();
  options = { url: fake.url, indexPrefix: 'test_', searchTimeoutMs: 5_000, taskTimeoutMs: 10_000 };
  client = openMeilisearch(options);
});

afterEach(() => fake.stop());

const add = async (...names: string[]) => {
  for (const name of names) await createApp(database.db, { name });
};
const rebuild = (progress?: (apps: number) => void) =>
  rebuildIndex(database.ctx(), client, { signal: never, ...(progress ? { progress } : {}) });
const keep = () => keepIndex(database.ctx(), client, never);
const names = async (q = '') => {
  const { candidates } = await meilisearchEngine(options).search(database.ctx(), queryOf({ q }));
  return candidates.map(({ name }) => name).sort();
};
const updates = () => fake.tasks.filter(({ type }) => type === 'settingsUpdate').length;

test('a rebuild on an empty server makes an index of all listed apps, and nothing else stays', async () => {
  await add('Apple', 'Pear');
  await createApp(database.db, { name: 'Hidden', status: 'hidden' });
  const seen: number[] = [];
  expect(await rebuild((count) => seen.push(count))).toBe(2);
  expect(await names()).toEqual(['Apple', 'Pear']);
  expect(seen).toEqual([2]);
  expect([...fake.indexes.keys()].sort()).toEqual(['test_apps', 'test_meta']);
});

test('while it rebuilds, every search finds the apps', async () => {
  await add('Apple', 'Pear');
  await rebuild();
  fake.setTaskDelay(30);
  const rebuilding = rebuild();
  const answers: string[][] = [];
  let isDone = false;
  void rebuilding.finally(() => {
    isDone = true;
  });
  while (!isDone) answers.push(await names());
  await rebuilding;
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.filter((answer) => answer.join() !== 'Apple,Pear')).toEqual([]);
});

test('what changes while it rebuilds is not lost', async () => {
  await add('Apple', 'Pear', 'Plum');
  await rebuild();
  fake.setTaskDelay(20);
  let isChanged: Promise<void> | undefined;
  await rebuild(() => {
    isChanged ??= change();
  });
  await isChanged;
  async function change(): Promise<void> {
    const rows = await database.db.update(apps).set({ name: 'Quince' }).where(eq(apps.name, 'Pear')).returning();
    const gone = await database.db.update(apps).set({ status: 'hidden' }).where(eq(apps.name, 'Plum')).returning();
    await add('Cherry');
    // The old index is told, as handlers do.
    await indexApps(
      database.ctx(),
      meilisearchEngine(options),
      [...rows, ...gone].map(({ id }) => id),
    );
  }
  expect(await names()).toEqual(['Apple', 'Cherry', 'Quince']);
});

test('a rebuild that fails leaves the index that there was, and no other', async () => {
  await add('Apple');
  await rebuild();
  await add('Pear');
  fake.failNextTask('documentAdditionOrUpdate', 'no_space_left_on_device');
  await expect(rebuild()).rejects.toMatchObject({ code: 'no_space_left_on_device' });
  expect(await names()).toEqual(['Apple']);
  expect([...fake.indexes.keys()].sort()).toEqual(['test_apps', 'test_meta']);
});

test('a rebuild that is stopped leaves the index that there was', async () => {
  await add('Apple');
  await rebuild();
  const stopping = AbortSignal.abort(new Error('stopped'));
  await expect(rebuildIndex(database.ctx(), client, { signal: stopping })).rejects.toThrow('stopped');
  expect(await names()).toEqual(['Apple']);
});

test('two at once both end, with one whole index', async () => {
  await add('Apple', 'Pear');
  await Promise.all([rebuild(), rebuild()]);
  expect(await names()).toEqual(['Apple', 'Pear']);
  expect([...fake.indexes.keys()].sort()).toEqual(['test_apps', 'test_meta']);
});

test('an index that a killed process left behind is deleted, one in the making is not', async () => {
  await rebuild();
  const index = fake.indexes.get('test_apps');
  if (index === undefined) throw new Error('no index');
  const longAgo = new Date(Date.now() - 7 * 3_600_000).toISOString();
  fake.indexes.set('test_apps_old', { ...index, uid: 'test_apps_old', createdAt: longAgo });
  fake.indexes.set('test_apps_new', { ...index, uid: 'test_apps_new' });
  fake.indexes.set('other_apps_old', { ...index, uid: 'other_apps_old', createdAt: longAgo });
  await rebuild();
  expect([...fake.indexes.keys()].sort()).toEqual(['other_apps_old', 'test_apps', 'test_apps_new', 'test_meta']);
});

test('the worker fills a new server, and one that was emptied; then there is nothing to do', async () => {
  await add('Apple');
  expect(await keep()).toBe('index filled with 1 apps');
  expect(await keep()).toBe('nothing to do');
  fake.empty();
  expect(await keep()).toBe('index filled with 1 apps');
  fake.indexes.get('test_apps')?.documents.clear();
  expect(await keep()).toBe('index filled with 1 apps');
  expect(await names()).toEqual(['Apple']);
});

test('settings are applied when they are others, and only then', async () => {
  await add('Apple');
  await keep();
  const before = updates();
  const state = await readIndexState(client);
  if (state === null) throw new Error('no state');
  await writeIndexState(client, { ...state, settings: 'of an older release' });
  expect(await keep()).toBe('settings applied');
  expect(updates()).toBe(before + 1);
  expect(await keep()).toBe('nothing to do');
  expect(updates()).toBe(before + 1);
});

test('documents in the form of another release are made anew', async () => {
  await add('Apple');
  await keep();
  const state = await readIndexState(client);
  if (state === null) throw new Error('no state');
  await writeIndexState(client, { ...state, format: 0 });
  expect(await keep()).toBe('index filled with 1 apps');
});

test('a server that is away is waited for', async () => {
  await fake.kill();
  expect(await keep()).toBe('Meilisearch does not answer');
  await fake.restart();
  expect(await keep()).toBe('index filled with 0 apps');
});

test('its health says how much of the catalogue is in it, whether it has its settings, and what failed last', async () => {
  const ctx = database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });
  const health = () => readIndexHealth(ctx, options);
  await add('Apple', 'Pear');
  expect(await health()).toMatchObject({ state: 'trouble', detail: expect.stringContaining('not been filled') });
  await keep();
  expect(await health()).toEqual({
    name: 'Search',
    engine: 'Meilisearch 1.50.0',
    state: 'ok',
    detail: '2 of 2 apps in the index, settings applied.',
  });
  fake.failNextTask('documentAdditionOrUpdate', 'no_space_left_on_device');
  const { app } = await createApp(database.db);
  await expect(indexApps(ctx, meilisearchEngine(options), [app.id])).rejects.toThrow();
  expect((await health()).detail).toMatch(/last failed task .*: no_space_left_on_device\.$/);
  fake.setFault('error');
  expect(await health()).toMatchObject({ state: 'away', detail: expect.stringContaining('Postgres does') });
});

test('the health of the Postgres index counts too, and only admins may look', async () => {
  const { app } = await createApp(database.db, { name: 'Apple' });
  const ctx = database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });
  await indexApps(ctx, postgresEngine, [app.id]);
  expect(await readIndexHealth(ctx, null)).toEqual({
    name: 'Search',
    engine: 'Postgres',
    state: 'ok',
    detail: '1 of 1 apps in the index.',
  });
  await expect(readIndexHealth(database.ctx(), null)).rejects.toMatchObject({ code: 'not_signed_in' });
});
