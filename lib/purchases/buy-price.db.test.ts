import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { bodyFor, bought, newKey, nothing, paid, purchaseTests, refusal } from '@/tests/purchases';

const database = testDatabase();
const { buyer, state } = purchaseTests(database);

describe('the price', () => {
  test.each([
    ['another amount', { expected: { amountMinor: 498, currency: 'USD' } }],
    ['another currency', { expected: { amountMinor: 499, currency: 'EUR' } }],
    ['another price row', { priceId: newId() }],
  ])('%s than the one in force is 409 with the one in force', async (_, wrong) => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    expect(await refusal(buy(bodyFor(product, wrong)))).toMatchObject({
      status: 409,
      code: 'price_changed',
      price: { id: product.price.id, amountMinor: 499, currency: 'USD', kind: 'one_time' },
    });
    expect(await state(actor.userId, product.app.id)).toEqual(nothing);
  });

  test('a price that changed between looking and buying is not charged; the same key then buys at the new one', async () => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    const now = new Date();
    await database.db
      .update(schema.appPrices)
      .set({ validUntil: now })
      .where(eq(schema.appPrices.id, product.price.id));
    const next = { ...product.price, id: newId(), amountMinor: 599, validFrom: now, validUntil: null };
    await database.db.insert(schema.appPrices).values(next);
    const key = newKey();
    expect(await refusal(buy(bodyFor(product), key))).toMatchObject({
      code: 'price_changed',
      price: { id: next.id, amountMinor: 599 },
    });
    expect((await buy(bodyFor({ ...product, price: next }), key)).status).toBe(201);
    expect(await state(actor.userId, product.app.id)).toEqual(bought);
  });

  test("the price of the account's country counts, the general one elsewhere", async () => {
    const product = await createApp(database.db, {
      prices: [
        { amountMinor: 499, currency: 'USD' },
        { amountMinor: 300, currency: 'JPY', country: 'JP' },
      ],
    });
    const [everywhere, japan] = product.prices;
    const inJapan = await buyer({ country: 'JP' });
    const inBrazil = await buyer({ country: 'BR' });
    expect(await refusal(inJapan.buy(bodyFor({ ...product, price: everywhere! })))).toMatchObject({
      code: 'price_changed',
    });
    expect((await inJapan.buy(bodyFor({ ...product, price: japan! }))).status).toBe(201);
    expect((await inBrazil.buy(bodyFor({ ...product, price: everywhere! }))).status).toBe(201);
  });
});

describe('subscriptions', () => {
  const monthly = { amountMinor: 499, kind: 'subscription', period: 'P1M' };

  test('the first period is charged and expires by the calendar', async () => {
    const product = await createApp(database.db, { prices: [{ ...monthly, validFrom: new Date(0) }] });
    const { actor, buy } = await buyer();
    await buy(bodyFor(product), newKey(), { now: new Date('2027-01-31T12:00:00Z') });
    const [row] = await database.db.select().from(schema.purchases).where(eq(schema.purchases.userId, actor.userId));
    expect(row).toMatchObject({ amountMinor: 499, kind: 'subscription', expiresAt: new Date('2027-02-28T12:00:00Z') });
    expect((await state(actor.userId, product.app.id))?.charges).toBe(1);
  });

  test('a first one starts with its trial and costs nothing; a second one does not', async () => {
    const product = await createApp(database.db, { prices: [{ ...monthly, trialDays: 7 }] });
    const { actor, buy } = await buyer();
    const now = new Date();
    const { purchase } = JSON.parse((await buy(bodyFor(product), newKey(), { now })).body);
    expect(purchase.amountMinor).toBe(0);
    const [row] = await database.db.select().from(schema.purchases).where(eq(schema.purchases.id, purchase.id));
    expect(row?.expiresAt).toEqual(new Date(now.getTime() + 7 * 86_400_000));
    await database.sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${purchase.id}`;
    expect(JSON.parse((await buy(bodyFor(product))).body).purchase.amountMinor).toBe(499);
    expect((await state(actor.userId, product.app.id))?.charges).toBe(1);
  });
});
