import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPaymentMethod } from '@/tests/factories';
import { bodyFor, codeOf, newKey, paid, purchaseTests } from '@/tests/purchases';
import { purchaseHandlers } from './handlers';
import { getPurchaseDetail } from './purchase-detail';

const t = testDatabase();
const { buyer, scene, lostAfter } = purchaseTests(t);

describe('a purchase in detail', () => {
  test('says what was bought, when, of whom, how it was paid and what tax was in it', async () => {
    await t.sql`insert into settings (key, value, updated_at) values ('taxRates', '{"US": 0.25}', now())`;
    const product = await createApp(t.db, paid);
    const { actor, ctx, buy } = await buyer();
    await createPaymentMethod(t.db, { id: actor.userId }, { label: 'My card' });
    const { purchase } = JSON.parse((await buy(bodyFor(product))).body);
    expect(await getPurchaseDetail(ctx(), purchase.id)).toMatchObject({
      ...purchase,
      taxMinor: 100,
      taxRate: 0.25,
      paymentMethod: 'My card',
      period: null,
      isRenewal: false,
      app: { name: product.app.name, bundleId: product.app.bundleId, isListed: true },
      buyer: { name: expect.any(String), email: expect.stringContaining('@') },
    });
  });

  test('of a free app has no payment, and of one that left the store says so', async () => {
    const product = await createApp(t.db);
    const { ctx, buy } = await buyer();
    const { purchase } = JSON.parse((await buy(bodyFor(product))).body);
    await t.sql`update apps set status = 'removed' where id = ${product.app.id}`;
    expect(await getPurchaseDetail(ctx(), purchase.id)).toMatchObject({
      amountMinor: 0,
      taxMinor: null,
      taxRate: null,
      paymentMethod: null,
      app: { isListed: false },
    });
  });

  test('says that no tax was in it, where the country takes none', async () => {
    const { ctx, buy } = await buyer({ country: 'CA' });
    const { purchase } = JSON.parse((await buy(bodyFor(await createApp(t.db, paid)))).body);
    expect(await getPurchaseDetail(ctx(), purchase.id)).toMatchObject({ taxMinor: 0, taxRate: 0 });
  });

  test('is nobody else’s: not there for others, for garbage and for ids of nothing, and 401 for visitors', async () => {
    const { ctx, buy } = await buyer();
    const { purchase } = JSON.parse((await buy(bodyFor(await createApp(t.db)))).body);
    const other = t.ctx({ actor: await createActor(t.db) });
    for (const id of [purchase.id, newId(), 'garbage', "' or 1=1 --"]) {
      expect(await getPurchaseDetail(other, id)).toBeNull();
    }
    expect(await getPurchaseDetail(ctx(), newId())).toBeNull();
    expect(await codeOf(getPurchaseDetail(t.ctx(), purchase.id))).toBe('401 not_signed_in');
  });

  test('brings one that was left pending to its end, paid or not', async () => {
    const cut = await scene();
    await cut.buy(newKey(), lostAfter());
    const [pending] = await t.sql`select id, status from purchases where user_id = ${cut.actor.userId}`;
    expect(pending?.status).toBe('pending');
    expect(await getPurchaseDetail(cut.at(40), pending?.id)).toMatchObject({ status: 'completed' });
  });
});

test('a finished purchase is told once, a renewal and a refunded one not', async () => {
  const handler = purchaseHandlers.find(({ name }) => name === 'purchases.notify_completed');
  const product = await createApp(t.db);
  const { actor, buy } = await buyer();
  const { purchase } = JSON.parse((await buy(bodyFor(product))).body);
  const event = (purchaseId: string) => ({
    id: newId(),
    type: 'purchase.completed' as const,
    occurredAt: new Date(),
    payload: { purchaseId },
  });
  const first = event(purchase.id);
  await Promise.all([handler?.run(t.ctx(), [first]), handler?.run(t.ctx(), [first])]);
  const told = () => t.sql`select kind, data->>'app' as app, href from notifications where user_id = ${actor.userId}`;
  const expected = [{ kind: 'purchase_completed', app: product.app.name, href: `/purchases/${purchase.id}` }];
  expect(await told()).toEqual(expected);
  await t.sql`update purchases set status = 'refunded', refunded_at = now() where id = ${purchase.id}`;
  await handler?.run(t.ctx(), [event(purchase.id)]);
  expect(await told()).toEqual(expected);
});
