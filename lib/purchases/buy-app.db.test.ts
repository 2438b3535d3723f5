import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createPaymentMethod, createPurchase, createUser } from '@/tests/factories';
import { bodyFor, bought, newKey, nothing, paid, purchaseTests, refusal } from '@/tests/purchases';
import { buyApp } from './buy-app';

const database = testDatabase();
const { buyer, state } = purchaseTests(database);

beforeAll(async () => {
  await database.db.insert(schema.settings).values({ key: 'taxRates', value: { DE: 0.19 }, updatedAt: new Date() });
});

describe('buying', () => {
  test('a free app is owned at once, without a charge and without ledger entries', async () => {
    const product = await createApp(database.db);
    const { actor, buy } = await buyer();
    const answer = await buy(bodyFor(product));
    const { purchase, receipt } = JSON.parse(answer.body);
    expect(answer).toMatchObject({ status: 201, isReplayed: false });
    expect(purchase).toMatchObject({ status: 'completed', appId: product.app.id, amountMinor: 0, currency: 'USD' });
    expect(receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{86}$/);
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
    const entries =
      await database.sql`select account, amount_minor::int, currency from ledger_entries where transaction_id = ${id} order by account`;
    expect([...entries]).toEqual([
      { account: `organization:${product.app.organizationId}:payable`, amount_minor: -357, currency: 'EUR' },
      { account: 'provider:clearing', amount_minor: 499, currency: 'EUR' },
      { account: 'store:commission', amount_minor: -62, currency: 'EUR' },
      { account: 'tax:payable:DE', amount_minor: -80, currency: 'EUR' },
    ]);
    const [charge] =
      await database.sql`select amount_minor::int, currency, status from sandbox.charges where idempotency_key = ${id}`;
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
    const [entry] =
      await database.sql`select amount_minor::int from ledger_entries where transaction_id = ${purchase.id} and account = 'store:commission'`;
    expect(entry?.amount_minor).toBe(-149);
  });

  test('a visitor cannot buy', async () => {
    const product = await createApp(database.db);
    expect(await refusal(buyApp(database.ctx(), { idempotencyKey: newKey(), body: bodyFor(product) }))).toMatchObject({
      status: 401,
    });
  });

  test('for the account that the page was loaded as, and for no other', async () => {
    const product = await createApp(database.db, paid);
    const { actor, buy } = await buyer();
    const other = await createUser(database.db);
    const wrong = bodyFor(product, { accountId: other.id });
    expect(await refusal(buy(wrong))).toMatchObject({ status: 409, code: 'account_changed' });
    for (const id of [actor.userId, other.id]) expect(await state(id, product.app.id)).toEqual(nothing);
    expect(await buy(bodyFor(product, { accountId: actor.userId }))).toMatchObject({ status: 201 });
    expect(await state(actor.userId, product.app.id)).toEqual(bought);
  });

  test('without a key, or with a short one, nothing happens', async () => {
    const product = await createApp(database.db);
    const { actor, buy } = await buyer();
    expect(await refusal(buy(bodyFor(product), null))).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    expect(await refusal(buy(bodyFor(product), 'short'))).toMatchObject({
      status: 400,
      code: 'idempotency_key_invalid',
    });
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
    await createPurchase(
      database.db,
      { user: { id: actor.userId }, ...product },
      { status: 'refunded', refundedAt: now },
    );
    expect((await buy(bodyFor(product))).status).toBe(201);
  });
});

describe('payment methods', () => {
  test.each([
    ['sandbox:card_declined', 'card_declined'],
    ['sandbox:insufficient_funds', 'insufficient_funds'],
    ['sandbox:expired_card', 'expired_card'],
  ])(
    '%s is 402 with its code, nothing is owned or charged, and the answer is final for the key',
    async (paymentMethodId, declineCode) => {
      const product = await createApp(database.db, paid);
      const { actor, buy } = await buyer();
      const key = newKey();
      const first = await buy(bodyFor(product, { paymentMethodId }), key);
      expect(first.status).toBe(402);
      expect(JSON.parse(first.body)).toMatchObject({ status: 402, code: 'payment_declined', declineCode });
      const again = await buy(bodyFor(product, { paymentMethodId }), key);
      expect(again).toEqual({ ...first, isReplayed: true });
      expect(await state(actor.userId, product.app.id)).toEqual({
        purchases: 1,
        entitlements: 0,
        charges: 0,
        keys: 1,
        events: 0,
      });
      expect((await buy(bodyFor(product))).status).toBe(201);
    },
  );

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
      expect(await refusal(buy(bodyFor(product, { paymentMethodId })))).toMatchObject({
        status: 422,
        code: 'payment_method_unknown',
      });
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
