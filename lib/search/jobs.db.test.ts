import { beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '@/lib/context';
import { logger } from '@/lib/logger';
import { registerJobs, runDueJob } from '@/lib/events/schedule/run-jobs';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { indexEverything, memoryEngine, type MemoryEngine } from '@/tests/search';
import { searchJobsWith, shiftOf } from './jobs';
import { readMaxima } from './maxima';
import { findStale, isBehind } from './stale-documents';

const t = testDatabase();
let other: MemoryEngine | null;
const jobs = searchJobsWith(() => other);
const running = new AbortController().signal;

beforeEach(async () => {
  other = null;
  await t.sql`truncate search_documents, search_maxima, scheduled_jobs`;
  await t.sql`delete from apps`;
});

function run(name: string, signal = running): Promise<string> {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  return job.run(systemContext(name, { db: t.db }), signal);
}

async function createApps(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await createApp(t.db, { stats: { downloads: 10 } })).app.id);
  return ids.sort();
}

const documents = () =>
  t.sql`select app_id as id, version, downloads::int, price_minor::int as price from search_documents order by app_id`;
const indexedIds = async () => (await documents()).map(({ id }) => id);

describe('the hourly refresh', () => {
  test('fills an empty index, and then has nothing to do', async () => {
    const ids = await createApps(3);
    expect(await run('search.refresh')).toBe('3 of 3 apps indexed anew');
    expect(await indexedIds()).toEqual(ids);
    expect(await run('search.refresh')).toBe('0 of 3 apps indexed anew');
  });

  test('writes the apps whose figures or prices changed, in both engines, and no others', async () => {
    const [one, two, three] = (await createApps(3)) as [string, string, string];
    await createApp(t.db, { stats: { downloads: 1_000_000 } });
    await indexEverything(t.ctx());
    const before = await documents();
    other = memoryEngine();
    await t.sql`update app_stats set downloads = 11 where app_id = ${one}`;
    await t.sql`update app_prices set valid_until = now() - interval '1 s' where app_id = ${two}`;
    await t.sql`
      insert into app_prices (id, app_id, country, currency, amount_minor, kind, valid_from, created_at)
      values (gen_random_uuid(), ${two}, '*', 'USD', 499, 'one_time', now() - interval '1 s', now())`;
    expect(await run('search.refresh')).toBe('2 of 4 apps indexed anew');
    expect(other.puts).toEqual([[one, two].sort()]);
    const after = await documents();
    expect(after.find(({ id }) => id === one)).toMatchObject({ downloads: 11, price: 0 });
    expect(after.find(({ id }) => id === two)).toMatchObject({ downloads: 10, price: 499 });
    expect(after.find(({ id }) => id === three)).toEqual(before.find(({ id }) => id === three));
  });

  test('removes what is not listed any more', async () => {
    const [one, two] = (await createApps(2)) as [string, string];
    await indexEverything(t.ctx());
    await t.sql`update apps set status = 'hidden' where id = ${one}`;
    expect(await run('search.refresh')).toMatch(/^1 of 2 apps/);
    expect(await indexedIds()).toEqual([two]);
  });

  test('where the other engine takes nothing it fails, and the next run does what is left', async () => {
    const ids = await createApps(2);
    other = memoryEngine();
    other.problem = 'it is away';
    await expect(run('search.refresh')).rejects.toThrow('it is away');
    expect(await indexedIds()).toEqual([]);
    other.problem = null;
    await run('search.refresh');
    expect([...other.documents.keys()].sort()).toEqual(ids);
    expect(await indexedIds()).toEqual(ids);
  });

  test('keeps the greatest figures of listed apps, and measures all anew when they are quite others', async () => {
    await createApps(2);
    const { app } = await createApp(t.db, {
      status: 'hidden',
      stats: { downloads: 9_999, ratingSum: 40, ratingCount: 10 },
    });
    await run('search.refresh');
    expect(await readMaxima(t.ctx())).toEqual({ ratingCount: 0, downloads: 10 });
    const versions = (await documents()).map(({ version }) => version);
    await t.sql`update apps set status = 'listed' where id = ${app.id}`;
    expect(await run('search.refresh')).toBe('1 of 3 apps indexed anew; the quality of all was measured anew');
    expect(await readMaxima(t.ctx())).toEqual({ ratingCount: 10, downloads: 9_999 });
    const now = new Set((await documents()).map(({ version }) => version));
    expect(versions.some((version) => now.has(version))).toBe(false);
  });

  test('stops after the page in hand when it is told to, and says that it is not done', async () => {
    await createApps(1);
    await expect(run('search.refresh', AbortSignal.abort())).rejects.toThrow('stopped after 1 apps');
  });
});

test.each([
  [{ ratingCount: 10, downloads: 100 }, { ratingCount: 10, downloads: 100 }, 0],
  [{ ratingCount: 0, downloads: 0 }, { ratingCount: 5, downloads: 5 }, 0.5],
  [{ ratingCount: 9, downloads: 9 }, { ratingCount: 0, downloads: 99 }, 0.2 + 0.15],
  [{ ratingCount: 1_000, downloads: 1_000_000 }, { ratingCount: 1_001, downloads: 1_001_000 }, 0.00005],
])('from %o to %o an app may win or lose %d of quality', (before, now, shift) => {
  expect(shiftOf(before, now)).toBeCloseTo(shift, 4);
});

describe('the nightly reconciliation', () => {
  test('mends what is missing, too much and different, in both engines, and says how much', async () => {
    const ids = (await createApps(5)) as [string, string, string, string, string];
    await indexEverything(t.ctx());
    other = memoryEngine();
    await run('search.reconcile');
    expect([...other.documents.keys()].sort()).toEqual(ids);

    const [missing, different, hidden] = ids;
    await t.sql`delete from search_documents where app_id = ${missing}`;
    await t.sql`update search_documents set version = repeat('0', 32) where app_id = ${different}`;
    await t.sql`update apps set status = 'removed' where id = ${hidden}`;
    other.documents.delete(different);
    const stranger = { ...other.documents.get(ids[3])!, id: 'ffffffff-0000-7000-8000-000000000000' };
    other.documents.set(stranger.id, stranger);
    expect(await run('search.reconcile')).toBe(
      'postgres: 4 documents, 1 missing, 1 extra, 1 different; meilisearch: 4 documents, 1 missing, 2 extra, 0 different',
    );
    const right = ids.filter((id) => id !== hidden);
    expect(await indexedIds()).toEqual(right);
    expect([...other.documents.keys()].sort()).toEqual(right);
    expect(await run('search.reconcile')).toBe(
      'postgres: 4 documents, 0 missing, 0 extra, 0 different; meilisearch: 4 documents, 0 missing, 0 extra, 0 different',
    );
  });

  test('fills an engine that is empty, more than a page', async () => {
    const [id] = (await createApps(1)) as [string];
    await t.sql`
      insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at)
      select gen_random_uuid(), organization_id, 'com.many.app-' || n, 'many-' || n, 'Many ' || n, category_slug, 'listed', now(), now()
      from apps, generate_series(1, 2100) n where id = ${id}`;
    other = memoryEngine();
    await run('search.reconcile');
    expect(other.documents.size).toBe(2_101);
    expect((await indexedIds()).length).toBe(2_101);
  });

  test('where there is nothing it empties engines', async () => {
    const [id] = (await createApps(1)) as [string];
    await indexEverything(t.ctx());
    await t.sql`update apps set status = 'hidden' where id = ${id}`;
    await run('search.reconcile');
    expect(await indexedIds()).toEqual([]);
  });

  test('stopped before its end it fails, so that it is done again', async () => {
    await expect(run('search.reconcile', AbortSignal.abort())).rejects.toThrow('stopped before its end');
  });
});

describe('an index that is empty or behind', () => {
  const dueJobs = async () =>
    (await t.sql`select name from scheduled_jobs where next_run_at <= now() order by name`).map(({ name }) => name);

  test('is filled soon after the first start of a worker', async () => {
    const ids = await createApps(2);
    await registerJobs(t.db, jobs);
    expect(await dueJobs()).toEqual([]);
    expect(await run('search.watch')).toBe('apps are missing; they are being indexed');
    expect(await dueJobs()).toEqual(['search.refresh']);
    expect(await runDueJob({ db: t.db, jobs, log: logger(), signal: running })).toBe(true);
    expect(await indexedIds()).toEqual(ids);
    expect(await run('search.watch')).toBe('nothing is missing');
    expect(await dueJobs()).toEqual([]);
  });

  test('is behind while the apps that came last are missing, and not for others’ sake', async () => {
    const ids = await createApps(3);
    await createApp(t.db, { status: 'draft' });
    await indexEverything(t.ctx());
    expect(await isBehind(t.ctx())).toBe(false);
    await t.sql`delete from search_documents where app_id = ${ids[2] ?? ''}`;
    expect(await isBehind(t.ctx())).toBe(true);
  });

  test('of a store without apps is no work for anybody', async () => {
    await registerJobs(t.db, jobs);
    expect(await run('search.watch')).toBe('nothing is missing');
    expect(await dueJobs()).toEqual([]);
  });
});

test('the comparison finds each kind of change in one app, and none where nothing changed', async () => {
  const [id] = (await createApps(1)) as [string];
  const { stale } = await findStale(t.ctx(), null, 10);
  expect(stale).toEqual([id]);
  await indexEverything(t.ctx());
  expect(await findStale(t.ctx(), null, 10)).toEqual({ stale: [], looked: 1, lastId: null });
  const changes = [
    () => t.sql`update apps set name = 'Another' where id = ${id}`,
    () => t.sql`update apps set slug = 'another-one' where id = ${id}`,
    () => t.sql`update apps set subtitle = 'Another' where id = ${id}`,
    () => t.sql`update apps set description = 'Another' where id = ${id}`,
    () => t.sql`update apps set keywords = '{another}' where id = ${id}`,
    () => t.sql`update apps set subcategory_slug = category_slug where id = ${id}`,
    () => t.sql`update apps set platforms = '{ios}' where id = ${id}`,
    () => t.sql`update apps set age_rating = 18 where id = ${id}`,
    () => t.sql`update apps set accessibility = '{captions}' where id = ${id}`,
    () => t.sql`update apps set released_at = released_at - interval '1 day' where id = ${id}`,
    () => t.sql`update apps set last_released_at = last_released_at + interval '1 s' where id = ${id}`,
    () =>
      t.sql`update organizations set name = 'Another' where id = (select organization_id from apps where id = ${id})`,
    () =>
      t.sql`update organizations set verified_domain = 'v.example', verified_at = now() where id = (select organization_id from apps where id = ${id})`,
    () => t.sql`update app_prices set amount_minor = 1 where app_id = ${id}`,
    () => t.sql`update app_prices set valid_until = now() - interval '1 s' where app_id = ${id}`,
    () => t.sql`update app_stats set imported_downloads = 1 where app_id = ${id}`,
    () => t.sql`update app_stats set rating_sum = 4, rating_count = 1 where app_id = ${id}`,
    () => t.sql`update app_stats set rating_sum = 5 where app_id = ${id}`,
    () => t.sql`update app_stats set day7_retention = 0.5 where app_id = ${id}`,
    () => t.sql`update apps set status = 'hidden' where id = ${id}`,
  ];
  for (const [i, change] of changes.entries()) {
    await change();
    expect((await findStale(t.ctx(), null, 10)).stale, `change ${i}`).toEqual([id]);
    await indexEverything(t.ctx());
    expect((await findStale(t.ctx(), null, 10)).stale, `after change ${i}`).toEqual([]);
  }
});
