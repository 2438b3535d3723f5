import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Event } from '@/lib/events/events';
import type { AnyHandler } from '@/lib/events/handler';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/ids';
import { buyApp } from '@/lib/purchases/buy-app';
import { requestDownload } from '@/lib/downloads/request-download';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase, type CreatedApp } from '@/tests/factories';
import { type RunningWorker, runWorker } from '@/worker';
import { analyticsHandlers } from './handlers';

const database = testDatabase();
const workers: RunningWorker[] = [];

afterAll(() => Promise.all(workers.map((worker) => worker.stop())));

const [foldPurchases, foldDeliveries] = analyticsHandlers as [AnyHandler, AnyHandler];

const completed = (purchaseId: string): Event => ({
  id: newId(),
  type: 'purchase.completed',
  occurredAt: new Date(),
  payload: { purchaseId },
});

async function figures(app: { id: string }) {
  const [row] = await database.sql`
    select (select downloads::int from app_stats where app_id = ${app.id}) as stats,
      coalesce((select sum(downloads)::int from app_downloads_daily where app_id = ${app.id}), 0) as daily,
      coalesce((select sum(deliveries)::int from app_downloads_daily where app_id = ${app.id}), 0) as deliveries,
      coalesce((select sum(units)::int from app_revenue_daily where app_id = ${app.id}), 0) as units,
      coalesce((select sum(gross_minor)::int from app_revenue_daily where app_id = ${app.id}), 0) as gross,
      coalesce((select sum(commission_minor)::int from app_revenue_daily where app_id = ${app.id}), 0) as commission`;
  return row;
}

async function buy({ app, price }: CreatedApp) {
  const actor = await createActor(database.db);
  const ctx = database.ctx({ actor });
  const expected = { amountMinor: price.amountMinor, currency: price.currency };
  const answer = await buyApp(ctx, { idempotencyKey: newId(), body: { appId: app.id, priceId: price.id, expected } });
  return { ctx, purchaseId: JSON.parse(answer.body).purchase.id as string };
}

describe('folding purchases', () => {
  test('counts downloads, units, gross and commission on the UTC day and country of the purchase', async () => {
    const product = await createApp(database.db, { prices: [{ amountMinor: 1000 }] });
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await buy(product)).purchaseId);
    await database.sql`update purchases set purchased_at = '2026-03-01T23:59:59.999Z', country = 'GB' where id = ${ids[0] ?? ''}`;
    await foldPurchases.run(database.ctx(), ids.map(completed));
    expect(await figures(product.app)).toEqual({
      stats: 3,
      daily: 3,
      deliveries: 0,
      units: 3,
      gross: 3000,
      commission: 450,
    });
    const rows =
      await database.sql`select day::text, country, downloads from app_downloads_daily where app_id = ${product.app.id} order by day`;
    expect([...rows]).toEqual([
      { day: '2026-03-01', country: 'GB', downloads: 1 },
      { day: new Date().toISOString().slice(0, 10), country: 'US', downloads: 2 },
    ]);
  });

  test('a free app has downloads and no revenue', async () => {
    const product = await createApp(database.db);
    const { purchaseId } = await buy(product);
    await foldPurchases.run(database.ctx(), [completed(purchaseId)]);
    expect(await figures(product.app)).toMatchObject({ stats: 1, daily: 1, units: 0 });
  });

  test('buying again after a refund is revenue, but no second download', async () => {
    const product = await createApp(database.db, { prices: [{ amountMinor: 1000 }] });
    const actor = await createActor(database.db);
    const user = { id: actor.userId };
    const first = await createPurchase(
      database.db,
      { user, ...product },
      { status: 'refunded', refundedAt: new Date() },
    );
    await sleep(2);
    const second = await createPurchase(database.db, { user, ...product });
    await foldPurchases.run(database.ctx(), [completed(second.id)]);
    expect(await figures(product.app)).toMatchObject({ stats: 0, units: 1 });
    await foldPurchases.run(database.ctx(), [completed(first.id)]);
    expect(await figures(product.app)).toMatchObject({ stats: 1, daily: 1, units: 2 });
  });

  test('the same events delivered to several workers at once, in any order, count once', async () => {
    const products: CreatedApp[] = [];
    for (let i = 0; i < 5; i += 1) products.push(await createApp(database.db));
    const events: Event[] = [];
    for (const product of products)
      for (let i = 0; i < 6; i += 1) events.push(completed((await buy(product)).purchaseId));
    const shuffled = [...events].sort(() => Math.random() - 0.5);
    const halves = [events.slice(0, 20), shuffled.slice(10), [...events].reverse(), shuffled];
    await Promise.all(halves.map((batch) => foldPurchases.run(database.ctx(), batch)));
    for (const product of products) expect(await figures(product.app)).toMatchObject({ stats: 6, daily: 6 });
  });

  test('an app without a row of statistics gets one', async () => {
    const product = await createApp(database.db);
    await database.sql`delete from app_stats where app_id = ${product.app.id}`;
    const { purchaseId } = await buy(product);
    await foldPurchases.run(database.ctx(), [completed(purchaseId)]);
    expect(await figures(product.app)).toMatchObject({ stats: 1 });
  });
});

test('folding deliveries counts every file handed out', async () => {
  const product = await createApp(database.db);
  const { ctx } = await buy(product);
  for (let i = 0; i < 3; i += 1) await requestDownload(ctx, product.app.id);
  const rows = await database.sql`select id from deliveries where app_id = ${product.app.id}`;
  const events = rows.map(
    (row): Event => ({ id: newId(), type: 'app.downloaded', occurredAt: new Date(), payload: { deliveryId: row.id } }),
  );
  await Promise.all([1, 2].map(() => foldDeliveries.run(database.ctx(), events)));
  expect(await figures(product.app)).toMatchObject({ deliveries: 3, daily: 0 });
});

test('two workers: what was bought and downloaded is counted once, within seconds', async () => {
  const product = await createApp(database.db, { prices: [{ amountMinor: 1000 }] });
  for (const _ of [1, 2]) workers.push(runWorker({ db: database.db, databaseUrl: database.url, log: logger() }));
  await Promise.all(workers.map((worker) => worker.ready));
  for (let i = 0; i < 12; i += 1) {
    const { ctx } = await buy(product);
    await requestDownload(ctx, product.app.id);
  }
  const expected = { stats: 12, daily: 12, deliveries: 12, units: 12, gross: 12_000, commission: 1_800 };
  const deadline = Date.now() + 10_000;
  while (JSON.stringify(await figures(product.app)) !== JSON.stringify(expected) && Date.now() < deadline)
    await sleep(100);
  await sleep(1_500);
  expect(await figures(product.app)).toEqual(expected);
});

test('a worker outlives the loss of all its connections', async () => {
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await sleep(200);
  const product = await createApp(database.db);
  await buy(product);
  const deadline = Date.now() + 10_000;
  while ((await figures(product.app))?.stats !== 1 && Date.now() < deadline) await sleep(100);
  expect(await figures(product.app)).toMatchObject({ stats: 1, daily: 1 });
});

test('a worker stops when it is told to, and takes nothing afterwards', async () => {
  const abort = new AbortController();
  const worker = runWorker({ db: database.db, databaseUrl: database.url, log: logger(), signal: abort.signal });
  await worker.ready;
  abort.abort();
  await worker.stop();
  const connections =
    await database.sql`select from pg_stat_activity where datname = current_database() and application_name = 'pomona-worker'`;
  expect(connections.length).toBeLessThanOrEqual(6);
});

test('a worker without a database waits for it, and can be stopped meanwhile', async () => {
  const worker = runWorker({ db: database.db, databaseUrl: 'postgres://nobody@127.0.0.1:1/none', log: logger() });
  await sleep(300);
  await worker.stop();
  await worker.ready;
});
