import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import {
  appReports,
  idempotencyKeys,
  ledgerEntries,
  paymentMethods,
  purchases,
  reviews,
  wishlistItems,
} from '@/db/schema';
import { eraseMe } from '@/lib/accounts/erase-me';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/ids';
import { addPaymentMethod } from '@/lib/purchases/add-payment-method';
import { buyApp } from '@/lib/purchases/buy-app';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createReview, PASSWORD } from '@/tests/factories';
import { bodyFor, newKey, paid } from '@/tests/purchases';
import { type RunningWorker, runWorker } from '@/worker';

const t = testDatabase();
const workers: RunningWorker[] = [];

afterAll(() => Promise.all(workers.map((worker) => worker.stop())));

/** Every table of the store that holds the text in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await t.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await t.sql.unsafe(`select exists(select from ${name} x where x::text ilike $1) as found`, [
      `%${text}%`,
    ]);
    if (row?.found) found.push(name);
  }
  return found;
}

test('after an account was erased no table names its person, and what they paid is still in the books', async () => {
  const [name, email] = ['Hermengarde Quillfeather', 'hermengarde@quillfeather.example'];
  const actor = await createActor(t.db, { name, email });
  const { userId } = actor;
  const ctx = t.ctx({ actor });
  const item = await createApp(t.db, paid);
  const wished = await createApp(t.db);
  await addPaymentMethod(ctx, { token: 'sandbox:ok' });
  const bought = await buyApp(ctx, { idempotencyKey: newKey(), body: bodyFor(item) });
  expect(bought.status).toBe(201);
  const body = `${name} was here.`;
  const review = await createReview(t.db, { user: { id: userId }, app: item.app }, { body });
  const at = { createdAt: new Date() };
  await t.db.insert(wishlistItems).values({ userId, appId: wished.app.id, ...at });
  await t.db.insert(appReports).values({ id: newId(), appId: wished.app.id, userId, reason: 'scam', ...at });
  expect(await tablesWith(email)).toContain('public.users');

  await eraseMe(ctx, { password: PASSWORD, reviews: 'delete' });
  const worker = runWorker({ db: t.db, databaseUrl: t.url, log: logger() });
  workers.push(worker);
  await worker.ready;
  const left = async () => (await t.db.select().from(paymentMethods).where(eq(paymentMethods.userId, userId))).length;
  const isReviewGone = async () =>
    (await t.db.select().from(reviews).where(eq(reviews.id, review.id)))[0]?.deletedAt !== null;
  const wishes = async () => (await t.db.select().from(wishlistItems).where(eq(wishlistItems.userId, userId))).length;
  while ((await left()) + (await wishes()) > 0 || !(await isReviewGone())) await sleep(100);

  expect(await tablesWith(email)).toEqual([]);
  expect(await tablesWith('quillfeather')).toEqual([]);
  expect(await t.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, userId))).toEqual([]);
  expect(await t.db.select().from(appReports)).toMatchObject([{ userId: null, reason: 'scam' }]);
  const [purchase] = await t.db.select().from(purchases).where(eq(purchases.userId, userId));
  expect(purchase).toMatchObject({ status: 'completed', amountMinor: 499, paymentToken: null });
  const books = await t.db
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.purchaseId, purchase?.id ?? ''));
  expect(books.reduce((sum, { amountMinor }) => sum + Math.max(amountMinor, 0), 0)).toBe(499);
});
