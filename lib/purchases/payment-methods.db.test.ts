import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { createActor, createPaymentMethod, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { addPaymentMethod } from './add-payment-method';
import { chooseDefaultPaymentMethod } from './choose-default-payment-method';
import { listPaymentMethods } from './payment-methods';
import { removePaymentMethod } from './remove-payment-method';

const database = testDatabase();

async function person() {
  const actor = await createActor(database.db);
  const ctx = () => database.ctx({ actor });
  const defaults = async () => (await listPaymentMethods(ctx())).filter((method) => method.isDefault);
  return { actor, ctx, user: { id: actor.userId }, defaults };
}

describe('payment methods', () => {
  test('who has stored none pays with the sandbox card, which cannot be removed', async () => {
    const { ctx } = await person();
    const implicit = { id: 'sandbox:ok', provider: 'sandbox', label: 'Test card', isDefault: true };
    expect(await listPaymentMethods(ctx())).toMatchObject([implicit]);
    expect(await chooseDefaultPaymentMethod(ctx(), 'sandbox:ok')).toMatchObject(implicit);
    await expect(removePaymentMethod(ctx(), 'sandbox:ok')).rejects.toMatchObject({ status: 404 });
  });

  test('the first one is the default; a later one only when asked', async () => {
    const { ctx, defaults } = await person();
    const first = await addPaymentMethod(ctx(), { token: 'sandbox:ok' });
    expect(first.isDefault).toBe(true);
    expect((await addPaymentMethod(ctx(), { token: 'sandbox:expired_card' })).isDefault).toBe(false);
    const third = await addPaymentMethod(ctx(), { token: 'sandbox:card_declined', isDefault: true });
    expect(await defaults()).toEqual([third]);
    expect(await listPaymentMethods(ctx())).toHaveLength(3);
  });

  test('the same card twice, also at once, is one method', async () => {
    const { ctx } = await person();
    const added = await Promise.all(Array.from({ length: 10 }, () => addPaymentMethod(ctx(), { token: 'sandbox:ok' })));
    expect(new Set(added.map((method) => method.id)).size).toBe(1);
    expect(await listPaymentMethods(ctx())).toEqual([added[0]]);
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
    expect((await listPaymentMethods(ctx())).map((method) => method.id)).toEqual(['sandbox:ok']);
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
  });
});
