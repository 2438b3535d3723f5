import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { updateOrganization } from '@/lib/accounts/organizations/update-organization';
import { giveApp, publishTexts } from '@/lib/catalog/publish-listing';
import { setOneTimePrices } from '@/lib/catalog/set-prices';
import { hideAppsOf, raiseAgeRating, setAppStatus } from '@/lib/catalog/take-down';
import { type Ctx, inTransaction } from '@/lib/context';
import { subscriptionsOf } from '@/lib/events/consume';
import { type Event, type EventType, fromMessage } from '@/lib/events/events';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { messageOf, until } from '@/tests/events/messages';
import { createActor, createApp, createOrganization } from '@/tests/factories';
import { memoryEngine, type MemoryEngine } from '@/tests/search';
import { type RunningWorker, runWorker } from '@/worker';
import { searchHandlersWith } from './handlers';
import { indexApps } from './index-apps';
import { normalise } from './text';
import { postgresEngine } from './postgres/engine';

const t = testDatabase();
const workers: RunningWorker[] = [];

let other: MemoryEngine;
beforeEach(() => {
  other = memoryEngine();
});
afterAll(() => Promise.all(workers.map((worker) => worker.stop())));

const handlers = searchHandlersWith(() => other);

const event = (type: EventType, payload: Record<string, unknown>): Event =>
  ({ id: newId(), type, occurredAt: new Date(), payload }) as Event;
const appChanged = (appId: string) => event('app.changed', { appId });

async function handle(...events: Event[]): Promise<void> {
  for (const handler of handlers) {
    const mine = events.filter(({ type }) => type === handler.event);
    if (mine.length > 0) await handler.run(t.ctx({ now: new Date() }), mine);
  }
}

/** Ids that Postgres finds by these words, all of them. */
async function find(words: string): Promise<string[]> {
  const query = { q: normalise(words), sort: 'relevance', match: 'all', limit: 50, offset: 0 } as const;
  return (await postgresEngine.search(t.ctx(), query)).candidates.map(({ id }) => id);
}

const act = <T>(work: (ctx: Parameters<typeof setAppStatus>[0]) => Promise<T>) => inTransaction(t.ctx(), work);

/** Events of a type that were published about something. */
async function published(type: EventType, id: string): Promise<Event[]> {
  const rows = await t.sql`
    select data from pgboss.job where name = ${type} and ${id} in (data #>> '{payload,appId}', data #>> '{payload,organizationId}')`;
  return rows.flatMap(({ data }) => fromMessage(type, data) ?? []);
}

describe('what is indexed of a change', () => {
  test('an app is found under its new name and no longer under the old one, in both engines', async () => {
    const { app } = await createApp(t.db, { name: 'Quokka Notes' });
    await handle(appChanged(app.id));
    expect(await find('quokka notes')).toEqual([app.id]);
    await t.sql`update apps set name = 'Wombat Diary' where id = ${app.id}`;
    await handle(appChanged(app.id));
    expect(await find('wombat diary')).toEqual([app.id]);
    expect(await find('quokka notes')).toEqual([]);
    expect(other.documents.get(app.id)).toMatchObject({ name: 'Wombat Diary' });
  });

  test('an app that is hidden is not found any more, and is found again when it is listed', async () => {
    const { app } = await createApp(t.db, { name: 'Numbat Radio' });
    await handle(appChanged(app.id));
    for (const status of ['hidden', 'listed', 'removed'] as const) {
      await act((ctx) => setAppStatus(ctx, app.id, status));
      const news = await published('app.status_changed', app.id);
      await handle(...news.slice(-1));
      expect(await find('numbat radio')).toEqual(status === 'listed' ? [app.id] : []);
      expect(other.documents.has(app.id)).toBe(status === 'listed');
    }
  });

  test('all listed apps of an organisation are found under its new name', async () => {
    const organization = await createOrganization(t.db, { name: 'Bilby House' });
    const apps: string[] = [];
    for (const status of ['listed', 'listed', 'hidden'] as const) {
      apps.push((await createApp(t.db, { organizationId: organization.id, status })).app.id);
    }
    await handle(event('organization.changed', { organizationId: organization.id }));
    expect((await find('bilby house')).sort()).toEqual(apps.slice(0, 2).sort());
    await t.sql`update organizations set name = 'Dunnart Press' where id = ${organization.id}`;
    await handle(event('organization.changed', { organizationId: organization.id }));
    expect((await find('dunnart press')).sort()).toEqual(apps.slice(0, 2).sort());
    expect(await find('bilby house')).toEqual([]);
    expect([...other.documents.keys()].sort()).toEqual(apps.slice(0, 2).sort());
  });

  test('of an organisation with very many apps the first thousand are indexed at once, the others right after', async () => {
    const { app } = await createApp(t.db, { name: 'Antechinus' });
    await t.sql`
      insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at)
      select gen_random_uuid(), organization_id, 'com.many.app-' || n, 'many-' || n, 'Many ' || n, category_slug, 'listed', now(), now()
      from apps, generate_series(1, 1200) n where id = ${app.id}`;
    await handle(event('organization.changed', { organizationId: app.organizationId }));
    expect(other.documents.size).toBe(1_000);
    const rest = await t.sql`select data from pgboss.job where name = 'app.changed'
      and data #>> '{payload,appId}' in (select id::text from apps where organization_id = ${app.organizationId})`;
    expect(rest).toHaveLength(201);
    await handle(...rest.flatMap(({ data }) => fromMessage('app.changed', data) ?? []));
    expect(other.documents.size).toBe(1_201);
    const [row] =
      await t.sql`select count(*)::int as n from search_documents where organization_id = ${app.organizationId}`;
    expect(row?.n).toBe(1_201);
    await t.sql`delete from apps where organization_id = ${app.organizationId} and id <> ${app.id}`;
  });

  test('an app that is gone by then, or never was, is no reason to fail', async () => {
    await handle(appChanged(newId()), event('app.status_changed', { appId: newId(), status: 'hidden' }));
    await handle(event('organization.changed', { organizationId: newId() }));
  });
});

describe('an event', () => {
  test('is handled in Postgres once, however often it comes and by however many at once', async () => {
    const { app } = await createApp(t.db, { name: 'Potoroo' });
    const news = appChanged(app.id);
    await Promise.all([1, 2, 3, 4].map(() => handle(news)));
    const marks = await t.sql`select handler from processed_events where event_id = ${news.id}`;
    expect(marks).toEqual([{ handler: 'search.postgres.app.changed' }]);
    expect(await find('potoroo')).toEqual([app.id]);
  });

  test('many at once about the same apps, in any order, leave the newest state', async () => {
    const apps: string[] = [];
    for (let i = 0; i < 6; i += 1) apps.push((await createApp(t.db, { name: `Quoll ${i}` })).app.id);
    const rounds = Array.from({ length: 12 }, async (_, round) => {
      for (const id of apps) await t.sql`update apps set subtitle = ${`round ${round}`} where id = ${id}`;
      await handle(...[...apps].sort(() => Math.random() - 0.5).map(appChanged));
    });
    await Promise.all(rounds);
    const rows = await t.sql`
      select a.subtitle, d.subtitle as indexed, d.app_id from apps a join search_documents d on d.app_id = a.id where a.id = any(${apps})`;
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(row.indexed).toBe(row.subtitle);
      expect(other.documents.get(row.app_id)?.subtitle).toBe(row.subtitle);
    }
  });

  test('that the other engine does not take fails, with Postgres up to date, and is taken when it comes again', async () => {
    const { app } = await createApp(t.db, { name: 'Bettong' });
    const subscription = subscriptionsOf(handlers, { db: t.db, log: logger() }).find(
      ({ queue }) => queue.name === 'app.changed',
    );
    const message = messageOf({ appId: app.id });
    const deliver = () => subscription?.receive([{ data: message, attempt: 0, priority: 0, sentAt: new Date() }]);
    other.problem = 'the disk is full';
    expect(await deliver()).toEqual([{ result: 'retry', error: 'meilisearch: the disk is full' }]);
    expect(await find('bettong')).toEqual([app.id]);
    other.problem = null;
    expect(await deliver()).toEqual([{ result: 'done' }]);
    expect(other.documents.has(app.id)).toBe(true);
  });
});

test('what changes while the other engine is told is told again', async () => {
  const [still, moving, vanishing] = [await createApp(t.db), await createApp(t.db), await createApp(t.db)];
  let changes = 0;
  other.onPut = async () => {
    changes += 1;
    if (changes > 2) return;
    await t.sql`update apps set subtitle = ${`change ${changes}`} where id = ${moving.app.id}`;
    if (changes === 2) await t.sql`update apps set status = 'hidden' where id = ${vanishing.app.id}`;
    // What was hidden before the second call is put by nobody.
    await t.sql`update apps set subtitle = ${`change ${changes}`} where id = ${vanishing.app.id}`;
  };
  await indexApps(t.ctx(), other, [still.app.id, moving.app.id, vanishing.app.id]);
  expect(other.documents.get(moving.app.id)?.subtitle).toBe('change 2');
  expect(other.documents.has(vanishing.app.id)).toBe(false);
  expect(other.puts.map((ids) => ids.length)).toEqual([3, 2, 1]);
});

describe('commands say what they changed', () => {
  test('texts, prices, ages and owners of an app', async () => {
    const { app } = await createApp(t.db);
    const id = app.id;
    const count = async () => (await published('app.changed', id)).length;
    const price = { country: '*', currency: 'USD', amountMinor: 99 };
    await act((ctx) => publishTexts(ctx, id, { description: 'New', promotionalText: '', translations: {} }));
    expect(await count()).toBe(1);
    expect(await act((ctx) => setOneTimePrices(ctx, id, [price]))).toBe(true);
    expect(await count()).toBe(2);
    expect(await act((ctx) => setOneTimePrices(ctx, id, [price]))).toBe(false);
    expect(await count()).toBe(2);
    await act((ctx) => raiseAgeRating(ctx, id, 16));
    expect(await count()).toBe(3);
    const to = (await createOrganization(t.db)).id;
    expect(await act((ctx) => giveApp(ctx, id, { from: to, to }))).toBe(false);
    expect(await act((ctx) => giveApp(ctx, id, { from: app.organizationId, to }))).toBe(true);
    expect(await count()).toBe(4);
    await act((ctx) => hideAppsOf(ctx, to));
    expect(await published('app.status_changed', id)).toHaveLength(1);
  });

  test('the name of an organisation, and nothing where it stays', async () => {
    const actor = await createActor(t.db);
    const { id } = await createOrganization(t.db, { ownerId: actor.userId });
    const ctx: Ctx = t.ctx({ actor });
    await updateOrganization(ctx, id, { description: 'We make things' });
    expect(await published('organization.changed', id)).toHaveLength(0);
    await updateOrganization(ctx, id, { name: 'Another name' });
    await updateOrganization(ctx, id, { name: 'Another name' });
    expect(await published('organization.changed', id)).toHaveLength(1);
  });
});

test('with a worker, a change is found within two seconds of its commit', async () => {
  const worker = runWorker({ db: t.db, databaseUrl: t.url, log: logger() });
  workers.push(worker);
  await worker.ready;
  const { app } = await createApp(t.db, { name: 'Woylie' });
  const waits: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    await act((ctx) => publishTexts(ctx, app.id, { description: `woylie${i}`, promotionalText: '', translations: {} }));
    const committed = Date.now();
    await until(async () => (await find(`woylie${i}`)).includes(app.id));
    waits.push(Date.now() - committed);
    await sleep(20);
  }
  expect(waits.sort((a, b) => a - b)[18]).toBeLessThan(2_000);
});
