import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { guardPayments, type Payments } from '@/lib/payments/guard';
import { stripeProvider } from '@/lib/payments/stripe';
import { createActor, createApp, createPaymentMethod, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { type FakeStripe, startFakeStripe } from '@/tests/fake-stripe';
import { bodyFor, codeOf, newKey, paid } from '@/tests/purchases';
import { addPaymentMethod } from './add-payment-method';
import { buyApp } from './buy-app';
import { chooseDefaultPaymentMethod } from './choose-default-payment-method';
import { listPaymentMethods } from './payment-methods';
import { removePaymentMethod } from './remove-payment-method';
import { setUpPaymentMethod } from './set-up-payment-method';

const database = testDatabase();

async function person() {
  const actor = await createActor(database.db);
  const ctx = () => database.ctx({ actor });
  const defaults = async () => (await listPaymentMethods(ctx())).items.filter((method) => method.isDefault);
  return { actor, ctx, user: { id: actor.userId }, defaults };
}

describe('payment methods', () => {
  test('who has stored none pays with the sandbox card, which cannot be removed', async () => {
    const { ctx } = await person();
    const implicit = { id: 'sandbox:ok', provider: 'sandbox', label: 'Test card', isDefault: true };
    expect(await listPaymentMethods(ctx())).toMatchObject({ items: [implicit], isSandbox: true });
    await expect(removePaymentMethod(ctx(), 'sandbox:ok')).rejects.toMatchObject({ status: 404 });
  });

  test('the sandbox card, once chosen, is kept and stays the default when another is added', async () => {
    const { ctx } = await person();
    const chosen = await Promise.all([1, 2, 3].map(() => chooseDefaultPaymentMethod(ctx(), 'sandbox:ok')));
    expect(new Set(chosen.map(({ id }) => id)).size).toBe(1);
    expect(chosen[0]).toMatchObject({ provider: 'sandbox', label: 'Test card', isDefault: true });
    const other = await addPaymentMethod(ctx(), { token: 'sandbox:expired_card', isDefault: false });
    expect((await listPaymentMethods(ctx())).items).toEqual([chosen[0], other]);
    await chooseDefaultPaymentMethod(ctx(), other.id);
    expect(await chooseDefaultPaymentMethod(ctx(), 'sandbox:ok')).toEqual(chosen[0]);
  });

  test('the first one is the default; a later one only when asked', async () => {
    const { ctx, defaults } = await person();
    const first = await addPaymentMethod(ctx(), { token: 'sandbox:ok' });
    expect(first.isDefault).toBe(true);
    expect((await addPaymentMethod(ctx(), { token: 'sandbox:expired_card' })).isDefault).toBe(false);
    const third = await addPaymentMethod(ctx(), { token: 'sandbox:card_declined', isDefault: true });
    expect(await defaults()).toEqual([third]);
    expect((await listPaymentMethods(ctx())).items).toHaveLength(3);
  });

  test('the same card twice, also at once, is one method', async () => {
    const { ctx } = await person();
    const added = await Promise.all(Array.from({ length: 10 }, () => addPaymentMethod(ctx(), { token: 'sandbox:ok' })));
    expect(new Set(added.map((method) => method.id)).size).toBe(1);
    expect((await listPaymentMethods(ctx())).items).toEqual([added[0]]);
  });

  test('a token the provider does not know is 422', async () => {
    const { ctx } = await person();
    await expect(addPaymentMethod(ctx(), { token: 'visa' })).rejects.toMatchObject({
      status: 422,
      code: 'payment_method_unknown',
    });
  });

  test('20 are enough', async () => {
    const { ctx, user } = await person();
    for (let i = 0; i < 20; i += 1)
      await createPaymentMethod(database.db, user, { token: `sandbox:card-${i}`, isDefault: i === 0 });
    await expect(addPaymentMethod(ctx(), { token: 'sandbox:ok' })).rejects.toMatchObject({
      status: 409,
      code: 'too_many_payment_methods',
    });
  });

  test('choosing a default by several requests at once leaves exactly one', async () => {
    const { ctx, user, defaults } = await person();
    const methods: { id: string }[] = [];
    for (let i = 0; i < 4; i += 1) methods.push(await createPaymentMethod(database.db, user, { isDefault: i === 0 }));
    await Promise.all([...methods, ...methods].map((method) => chooseDefaultPaymentMethod(ctx(), method.id)));
    expect(await defaults()).toHaveLength(1);
  });

  test('removing the default makes the newest of the others the default; removing the last brings the sandbox card back', async () => {
    const { ctx, user, defaults } = await person();
    const old = await createPaymentMethod(database.db, user, { isDefault: false, createdAt: new Date(1_000) });
    const newer = await createPaymentMethod(database.db, user, { isDefault: false, createdAt: new Date(2_000) });
    const chosen = await createPaymentMethod(database.db, user, { isDefault: true, createdAt: new Date(0) });
    await removePaymentMethod(ctx(), chosen.id);
    expect((await defaults()).map((method) => method.id)).toEqual([newer.id]);
    await removePaymentMethod(ctx(), old.id);
    await removePaymentMethod(ctx(), newer.id);
    expect((await listPaymentMethods(ctx())).items.map((method) => method.id)).toEqual(['sandbox:ok']);
    await expect(removePaymentMethod(ctx(), newer.id)).rejects.toMatchObject({ status: 404 });
  });

  test("somebody else's are not there, and stay as they are", async () => {
    const { ctx } = await person();
    const owner = await createUser(database.db);
    const foreign = await createPaymentMethod(database.db, owner);
    for (const ref of [foreign.id, newId(), 'sandbox:expired_card']) {
      await expect(removePaymentMethod(ctx(), ref)).rejects.toMatchObject({ status: 404 });
      await expect(chooseDefaultPaymentMethod(ctx(), ref)).rejects.toMatchObject({ status: 404 });
    }
    const [row] = await database.sql`select is_default, deleted_at from payment_methods where id = ${foreign.id}`;
    expect(row).toEqual({ is_default: true, deleted_at: null });
  });

  test('a visitor has none', async () => {
    await expect(listPaymentMethods(database.ctx())).rejects.toMatchObject({ status: 401 });
    await expect(addPaymentMethod(database.ctx(), { token: 'sandbox:ok' })).rejects.toMatchObject({ status: 401 });
    await expect(removePaymentMethod(database.ctx(), newId())).rejects.toMatchObject({ status: 401 });
    await expect(chooseDefaultPaymentMethod(database.ctx(), newId())).rejects.toMatchObject({ status: 401 });
    await expect(setUpPaymentMethod(database.ctx())).rejects.toMatchObject({ status: 401 });
  });

  test('the sandbox has no page to add one on', async () => {
    const { ctx } = await person();
    expect(await codeOf(setUpPaymentMethod(ctx()))).toBe('404 not_found');
  });
});

describe('payment methods of a store with Stripe', () => {
  let fake: FakeStripe;
  beforeAll(async () => {
    fake = await startFakeStripe();
  });
  afterAll(() => fake.stop());
  const stripe = (timeoutMs = 10_000): Payments =>
    guardPayments(stripeProvider(fake.settings), { timeoutMs, log: logger() });

  /** Goes to the provider's page, gives a card there, and comes back. */
  async function reference(ctx: Parameters<typeof setUpPaymentMethod>[0]): Promise<string> {
    const { url } = await setUpPaymentMethod(ctx, stripe());
    const answer = await fetch(url, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}${back.hash}`).toBe('http://localhost:3000/account#payment');
    return back.searchParams.get('setup') ?? '';
  }

  test('there are none until one is added on Stripe’s page; it is kept once, and pays', async () => {
    const { ctx } = await person();
    expect(await listPaymentMethods(ctx(), stripe())).toEqual({ items: [], isSandbox: false });
    const token = await reference(ctx());
    const added = await Promise.all([1, 2, 3].map(() => addPaymentMethod(ctx(), { token }, stripe())));
    expect(added[0]).toMatchObject({ provider: 'stripe', label: 'Visa •••• 4242', isDefault: true });
    expect(await listPaymentMethods(ctx(), stripe())).toEqual({ items: [added[0]], isSandbox: false });
    const buy = async (more: { paymentMethodId?: string }) => {
      const body = bodyFor(await createApp(database.db, paid), more);
      return (await buyApp(ctx(), { idempotencyKey: newKey(), body }, stripe())).status;
    };
    expect(await buy({})).toBe(201);
    expect(await buy({ paymentMethodId: added[0]?.id ?? '' })).toBe(201);
  });

  test("somebody else's reference, a test card and nonsense are 422, and nothing is kept", async () => {
    const { ctx } = await person();
    const foreign = await reference((await person()).ctx());
    for (const token of [foreign, 'sandbox:ok', 'cs_test_none', 'cus_1/pm_card_visa']) {
      expect(await codeOf(addPaymentMethod(ctx(), { token }, stripe()))).toBe('422 payment_method_unknown');
    }
    expect((await listPaymentMethods(ctx(), stripe())).items).toEqual([]);
  });

  test('only what Stripe can charge is offered, chosen and paid with', async () => {
    const { ctx, user } = await person();
    const card = await createPaymentMethod(database.db, user);
    const product = await createApp(database.db, paid);
    expect(await codeOf(chooseDefaultPaymentMethod(ctx(), card.id, stripe()))).toBe('404 not_found');
    for (const paymentMethodId of [card.id, 'sandbox:ok', undefined]) {
      const buying = buyApp(ctx(), { idempotencyKey: newKey(), body: bodyFor(product, { paymentMethodId }) }, stripe());
      expect(await codeOf(buying)).toBe('422 payment_method_unknown');
    }
    const added = await addPaymentMethod(ctx(), { token: await reference(ctx()) }, stripe());
    expect((await listPaymentMethods(ctx(), stripe())).items).toEqual([added]);
    // Chosen as default while the store had its sandbox: the one that Stripe can charge pays all the same.
    await chooseDefaultPaymentMethod(ctx(), card.id);
    expect((await listPaymentMethods(ctx(), stripe())).items).toEqual([added]);
    const { status } = await buyApp(ctx(), { idempotencyKey: newKey(), body: bodyFor(product) }, stripe());
    expect(status).toBe(201);
  });

  test("somebody else's card is 422 for me", async () => {
    const owner = await person();
    const added = await addPaymentMethod(owner.ctx(), { token: await reference(owner.ctx()) }, stripe());
    const { ctx } = await person();
    const [row] = await database.sql`select token from payment_methods where id = ${added.id}`;
    const product = await createApp(database.db, paid);
    for (const paymentMethodId of [added.id, row?.token as string]) {
      const buying = buyApp(ctx(), { idempotencyKey: newKey(), body: bodyFor(product, { paymentMethodId }) }, stripe());
      expect(await codeOf(buying)).toBe('422 payment_method_unknown');
    }
  });

  test('while Stripe is away adding is 503, and nothing is kept', async () => {
    const { ctx } = await person();
    const token = await reference(ctx());
    fake.trouble(/checkout\/sessions/, 'hang');
    expect(await codeOf(addPaymentMethod(ctx(), { token }, stripe(100)))).toBe('503 payments_unavailable');
    fake.trouble(/customers/, 'down');
    expect(await codeOf(setUpPaymentMethod(ctx(), stripe()))).toBe('503 payments_unavailable');
    expect((await listPaymentMethods(ctx(), stripe())).items).toEqual([]);
    expect(await addPaymentMethod(ctx(), { token }, stripe())).toMatchObject({ isDefault: true });
  });
});
