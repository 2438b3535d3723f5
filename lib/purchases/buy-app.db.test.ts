import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as schema from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { createActor, createApp, createPaymentMethod, createPurchase, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { buyApp } from './buy-app';
import type { BuyAppBody } from './schema';

const database = testDatabase();

beforeAll(async () => {
  await database.db.insert(schema.settings).values({ key: 'taxRates', value: { DE: 0.19 }, updatedAt: new Date() });
});

const paid = { prices: [{ amountMinor: 499, currency: 'USD' }] };
const newKey = () => `key-${newId()}`;

type Product = Awaited<ReturnType<typeof createApp>>;

const bodyFor = ({ app, price }: Product, more: Partial<BuyAppBody> = {}): BuyAppBody => ({
  appId: app.id,
  priceId: price.id,
  expected: { amountMinor: price.amountMinor, currency: price.currency },
  ...more,
});

async function buyer(options: Parameters<typeof createActor>[1] = {}) {
  const actor = await createActor(database.db, options);
  const ctx = (overrides: Partial<Ctx> = {}) => database.ctx({ actor, ...overrides });
  const buy = (body: BuyAppBody, idempotencyKey: string | null = newKey(), overrides: Partial<Ctx> = {}) =>
    buyApp(ctx(overrides), { idempotencyKey, body });
  return { actor, ctx, buy };
}

/** What went wrong, as a program sees it. */
async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { status: error.status, code: error.code, ...error.extras.members, retryAfter: error.extras.retryAfterSeconds };
}

async function state(userId: string, appId: string) {
  const [row] = await database.sql`
    select
      (select count(*)::int from purchases where user_id = ${userId} and app_id = ${appId}) as purchases,
      (select count(*)::int from entitlements where user_id = ${userId} and app_id = ${appId} and is_active) as entitlements,
      (select count(*)::int from sandbox.charges c join purchases p on p.id::text = c.idempotency_key where p.user_id = ${userId} and p.app_id = ${appId}) as charges,
      (select count(*)::int from idempotency_keys where user_id = ${userId}) as keys,
      (select count(*)::int from pgboss.job j join purchases p on p.id::text = j.data->'payload'->>'purchaseId' where p.user_id = ${userId} and p.app_id = ${appId}) as events`;
  return row;
}

const nothing = { purchases: 0, entitlements: 0, charges: 0, keys: 0, events: 0 };
const bought = { purchases: 1, entitlements: 1, charges: 1, keys: 1, events: 1 };

describe('buying', () => {
  test('a free app is owned at once, without a charge and without ledger entries', async () => {
    const product = await createApp(database.db);
    const { actor, buy } = await buyer();
    const answer = await buy(bodyFor(product));
    const { purchase, receipt } = JSON.parse(answer.body);
    expect(answer).toMatchObject({ status: 201, isReplayed: false });
    expect(purchase).toMatchObject({ status: 'completed', appId: product.app.id, amountMinor: 0, currency: 'USD' });
    expect(receipt).toBeNull();
    expect(await state(actor.userId, product.app.id)).toEqual({ ...bought, charges: 0 });
    expect(await database.sql`select from ledger_entries where transaction_id = ${purchase.id}`).toHaveLength(0);
  });

  test('a paid app is charged once and booked on balanced accounts', async () => {
    const product = await createApp(database.db, { prices: [{ amountMinor: 499, currency: 'EUR', country: 'DE' }] });
    const { actor, buy } = await buyer({ country: 'DE' });
    const answer = await buy(bodyFor(product));
    expect(answer.status).toBe(201);
    const { id } = JSON.parse(answer.body).purchase;
    expect(await state(actor.userId, product.app.id)).toEqual(bought);
    const entries = await database.sql`select account, amount_minor::int, currency from ledger_entries where transaction_id = ${id} order by account`;
    expect([...entries]).toEqual([
      { account: `organization:${product.app.organizationId}:payable`, amount_minor: -357, currency: 'EUR' },
      { account: 'provider:clearing', amount_minor: 499, currency: 'EUR' },
      { account: 'store:commission', amount_minor: -62, currency: 'EUR' },
      { account: 'tax:payable:DE', amount_minor: -80, currency: 'EUR' },
    ]);
    const [charge] = await database.sql`select amount_minor::int, currency, status from sandbox.charges where idempotency_key = ${id}`;
    expect(charge).toEqual({ amount_minor: 499, currency: 'EUR', status: 'succeeded' });
  });

  test('an organisation above the threshold pays the full commission', async () => {
    const product = await createApp(database.db, paid);
    const { organizationId } = product.app;
    const transactionId = newId();
    const earner = await createUser(database.db);
    const earlier = await createPurchase(database.db, { user: earner, ...product });
    const createdAt = new Date(Date.UTC(new Date().getUTCFullYear() - 1, 5, 1));
    const row = { transactionId, purchaseId: earlier.id, organizationId, currency: 'USD', createdAt };
    await database.db.insert(schema.ledgerEntries).values([
      { ...row, id: newId(), account: 'provider:clearing', amountMinor: 100_000_000 },
      { ...row, id: newId(), account: `organization:${organizationId}:payable`, amountMinor: -100_000_000 },
    ]);
    const { buy } = await buyer();
    const { purchase } = JSON.parse((await buy(bodyFor(product))).body);
    const [entry] = await database.sql`select amount_minor::int from ledger_entries where transaction_id = ${purchase.id} and account = 'store:commission'`;
    expect(entry?.amount_minor).toBe(-149);
  });

  test('a visitor cannot buy', async () => {
    const product = await createApp(database.db);
    expect(await refusal(buyApp(database.ctx(), { idempotencyKey: newKey(), body: bodyFor(product) }))).toMatchObject({ status: 401 });
  });

  test('without a key, or with a short one, nothing happens', async () => {
    const product = await createApp(database.db);
    const { actor, buy } = await buyer();
    expect(await refusal(buy(bodyFor(product), null))).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    expect(await refusal(buy(bodyFor(product), 'short'))).toMatchObject({ status: 400, code: 'idempotency_key_invalid' });
    expect(await state(actor.userId, product.app.id)).toEqual(nothing);
  });

  test('an app answers to its slug and its bundle id', async () => {
    const { buy } = await buyer();
    for (const ref of ['slug', 'bundleId'] as const) {
      const product = await createApp(database.db);
      expect((await buy(bodyFor(product, { appId: product.app[ref] }))).status).toBe(201);
    }
  });

  test('what is unknown, not listed or not for sale in my country is 404, and nothing is written', async () => {
    const { actor, buy } = await buyer();
    const elsewhere = await createApp(database.db, { prices: [{ country: 'DE' }] });
    const hidden = await createApp(database.db, { status: 'hidden' });
    const future = await createApp(database.db, { prices: [{ validFrom: new Date(Date.now() + 60_000) }] });
    for (const product of [elsewhere, hidden, future]) {
      expect(await refusal(buy(bodyFor(product)))).toMatchObject({ status: 404 });
      expect(await state(actor.userId, product.app.id)).toEqual(nothing);
    }
    expect(await refusal(buy(bodyFor(elsewhere, { appId: newId() })))).toMatchObject({ status: 404 });
    expect(await refusal(buy(bodyFor(elsewhere, { appId: 'no-such-app' })))).toMatchObject({ status: 404 });
  });

  test('what I own is 409 with its purchase, also when the app is hidden since', async () => {
    const product = await createApp(database.db);
    const { actor, buy } = await buyer();
    const { purchase } = JSON.parse((await buy(bodyFor(product))).body);
    const expected = { status: 409, code: 'already_owned', purchaseId: purchase.id };
    expect(await refusal(buy(bodyFor(product)))).toMatchObject(expected);
    await database.db.update(schema.apps).set({ status: 'hidden' }).where(eq(schema.apps.id, product.app.id));
    expect(await refusal(buy(bodyFor(product)))).toMatchObject(expected);
    expect(await state(actor.userId, product.app.id)).toEqual({ ...bought, charges: 0 });
  });

  test('a refunded app can be bought again', async () => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    const now = new Date();
    await createPurchase(database.db, { user: { id: actor.userId }, ...product }, { status: 'refunded', refundedAt: now });
    expect((await buy(bodyFor(product))).status).toBe(201);
  });
});

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
    await database.db.update(schema.appPrices).set({ validUntil: now }).where(eq(schema.appPrices.id, product.price.id));
    const next = { ...product.price, id: newId(), amountMinor: 599, validFrom: now, validUntil: null };
    await database.db.insert(schema.appPrices).values(next);
    const key = newKey();
    expect(await refusal(buy(bodyFor(product), key))).toMatchObject({ code: 'price_changed', price: { id: next.id, amountMinor: 599 } });
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
    expect(await refusal(inJapan.buy(bodyFor({ ...product, price: everywhere! })))).toMatchObject({ code: 'price_changed' });
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

describe('payment methods', () => {
  test.each([
    ['sandbox:card_declined', 'card_declined'],
    ['sandbox:insufficient_funds', 'insufficient_funds'],
    ['sandbox:expired_card', 'expired_card'],
  ])('%s is 402 with its code, nothing is owned or charged, and the answer is final for the key', async (paymentMethodId, declineCode) => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    const key = newKey();
    const first = await buy(bodyFor(product, { paymentMethodId }), key);
    expect(first.status).toBe(402);
    expect(JSON.parse(first.body)).toMatchObject({ status: 402, code: 'payment_declined', declineCode });
    const again = await buy(bodyFor(product, { paymentMethodId }), key);
    expect(again).toEqual({ ...first, isReplayed: true });
    expect(await state(actor.userId, product.app.id)).toEqual({ purchases: 1, entitlements: 0, charges: 0, keys: 1, events: 0 });
    expect((await buy(bodyFor(product))).status).toBe(201);
  });

  test('my default is charged, and my own method by its id', async () => {
    const { actor, buy } = await buyer();
    const user = { id: actor.userId };
    await createPaymentMethod(database.db, user, { token: 'sandbox:expired_card' });
    const good = await createPaymentMethod(database.db, user, { token: 'sandbox:ok', isDefault: false });
    const product = await createApp(database.db, paid);
    expect((await buy(bodyFor(product))).status).toBe(402);
    expect((await buy(bodyFor(product, { paymentMethodId: good.id }))).status).toBe(201);
  });

  test('an unknown token, and a method of somebody else, is 422', async () => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    const foreign = await createPaymentMethod(database.db, await createUser(database.db));
    for (const paymentMethodId of ['sandbox:nothing', 'toString', foreign.id, newId()]) {
      expect(await refusal(buy(bodyFor(product, { paymentMethodId })))).toMatchObject({ status: 422, code: 'payment_method_unknown' });
    }
    expect(await state(actor.userId, product.app.id)).toEqual(nothing);
  });
});

describe('limits', () => {
  test('30 new charge attempts a minute; replays and refusals do not count', async () => {
    const { buy } = await buyer();
    const owned = await createApp(database.db);
    await buy(bodyFor(owned));
    for (let i = 0; i < 40; i += 1) await refusal(buy(bodyFor(owned)));
    const product = await createApp(database.db, paid);
    const body = bodyFor(product, { paymentMethodId: 'sandbox:card_declined' });
    const key = newKey();
    for (let i = 0; i < 30; i += 1) expect((await buy(body, i === 0 ? key : newKey())).status).toBe(402);
    expect((await buy(body, key)).isReplayed).toBe(true);
    expect(await refusal(buy(body))).toMatchObject({ status: 429, code: 'rate_limited' });
    const free = await createApp(database.db);
    expect((await buy(bodyFor(free))).status).toBe(201);
  });
});
