import { expect, test } from 'vitest';
import { analyticsHandlers } from '@/lib/analytics/handlers';
import { openDownload } from '@/lib/downloads/open-download';
import { listLibrary } from '@/lib/downloads/queries';
import { requestDownload } from '@/lib/downloads/request-download';
import type { Event, EventType } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { reviewHandlers } from '@/lib/reviews/handlers';
import { testDatabase } from '@/tests/database';
import { createReview } from '@/tests/factories';
import { newKey, refusal } from '@/tests/purchases';
import { refundTests } from '@/tests/refunds';
import { purchaseHandlers } from '../handlers';
import { libraryQuery } from '../schema';

const database = testDatabase();
const { bought, good } = refundTests(database);
type Bought = Awaited<ReturnType<typeof bought>>;

const handlers = [...purchaseHandlers, ...analyticsHandlers, ...reviewHandlers];

const news = (type: 'purchase.completed' | 'purchase.refunded', purchaseId: string): Event =>
  ({ id: newId(), type, occurredAt: new Date(), payload: { purchaseId, refundId: newId() } }) as Event;

async function hear(...events: Event[]) {
  for (const event of events) {
    for (const handler of handlers)
      if (handler.event === (event.type as EventType)) await handler.run(database.ctx(), [event]);
  }
}

async function figures({ product }: Bought) {
  const [row] = await database.sql`
    select (select downloads::int from app_stats where app_id = ${product.app.id}) as stats,
      (select sum(downloads)::int from app_downloads_daily where app_id = ${product.app.id}) as daily,
      (select sum(units)::int from app_revenue_daily where app_id = ${product.app.id}) as units,
      (select sum(gross_minor)::int from app_revenue_daily where app_id = ${product.app.id}) as gross,
      (select sum(refunded_minor)::int from app_revenue_daily where app_id = ${product.app.id}) as refunded`;
  return row;
}

const isPaid = async (id: string) => (await database.sql`select is_paid from reviews where id = ${id}`)[0]?.is_paid;

test('a refunded purchase is taken out of downloads, and stands in revenue as given back; heard twice it counts once', async () => {
  const one = await bought();
  await hear(news('purchase.completed', one.purchaseId));
  expect(await figures(one)).toEqual({ stats: 1, daily: 1, units: 1, gross: 499, refunded: 0 });
  await one.ask(60);
  const event = news('purchase.refunded', one.purchaseId);
  await hear(event, event);
  expect(await figures(one)).toEqual({ stats: 0, daily: 0, units: 1, gross: 499, refunded: 499 });
});

test('counters stay at zero where there was nothing to take out', async () => {
  const one = await bought();
  await one.ask(60);
  await hear(news('purchase.refunded', one.purchaseId));
  expect(await figures(one)).toMatchObject({ stats: 0, refunded: 499 });
});

test('a refund that never came true corrects nothing', async () => {
  const one = await bought();
  await hear(news('purchase.completed', one.purchaseId));
  const review = await createReview(
    database.db,
    { user: { id: one.actor.userId }, app: one.product.app },
    { isPaid: true },
  );
  await hear(news('purchase.refunded', one.purchaseId));
  expect(await figures(one)).toMatchObject({ stats: 1, daily: 1, refunded: 0 });
  expect(await isPaid(review.id)).toBe(true);
});

test('a review by who got the money back is no buyer’s any more and still counts, until they own the app again', async () => {
  const one = await bought();
  const user = { id: one.actor.userId };
  const app = one.product.app;
  const review = await createReview(database.db, { user, app }, { isPaid: true, rating: 2 });
  const other = await createReview(database.db, { app }, { isPaid: true });
  await database.sql`update app_stats set rating_sum = 6, rating_count = 2 where app_id = ${app.id}`;
  await one.ask(60);
  await hear(news('purchase.refunded', one.purchaseId));
  expect(await isPaid(review.id)).toBe(false);
  expect(await isPaid(other.id)).toBe(true);
  const [stats] =
    await database.sql`select rating_sum::int as sum, rating_count::int as count from app_stats where app_id = ${app.id}`;
  expect(stats).toEqual({ sum: 6, count: 2 });

  await database.sql`update reviews set is_paid = true where id = ${review.id}`;
  await one.buy(newKey(), good(), 120);
  await hear(news('purchase.refunded', one.purchaseId));
  expect(await isPaid(review.id)).toBe(true);
});

test('the person is told once, with the way to their purchase', async () => {
  const one = await bought();
  await one.ask(60);
  const event = news('purchase.refunded', one.purchaseId);
  await hear(event, event);
  const rows = await database.sql`select kind, href from notifications where user_id = ${one.actor.userId}`;
  expect([...rows]).toEqual([{ kind: 'purchase_refunded', href: `/purchases/${one.purchaseId}` }]);
});

test('the app leaves the library, and a link from before opens nothing any more', async () => {
  const one = await bought();
  const library = async () =>
    (await listLibrary(one.at(10), libraryQuery.parse({}))).items.map((item) => item.purchaseId);
  const { url } = await requestDownload(one.at(5), one.product.app.id);
  expect(await library()).toEqual([one.purchaseId]);
  await one.ask(60);
  expect(await library()).toEqual([]);
  expect(await refusal(requestDownload(one.at(70), one.product.app.id))).toMatchObject({ status: 404 });
  const token = decodeURIComponent(url.split('/').at(-1) ?? '');
  const open = openDownload(one.at(70), token, { method: 'GET', headers: new Headers() });
  expect(await refusal(open)).toMatchObject({ status: 404 });
});
