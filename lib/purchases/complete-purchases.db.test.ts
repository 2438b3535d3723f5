import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { codeOf, newKey, once, purchaseTests } from '@/tests/purchases';
import { completePurchases } from './complete-purchases';

const database = testDatabase();
const { scene, good, line, lostAfter, lostBefore } = purchaseTests(database);
const { signal } = new AbortController();

const failed = { ...once, completed: 0, entitlements: 0, charges: 0, events: 0, booked: 0 };

async function left(payments = lostAfter()) {
  const stage = await scene();
  const key = newKey();
  expect((await stage.buy(key, payments)).status).toBe(202);
  const complete = (seconds: number, by = good()) => completePurchases(stage.at(seconds), signal, by);
  return { ...stage, key, complete };
}

describe('purchases left behind', () => {
  test('the charged one is finished, and its key answers as if nothing had happened', async () => {
    const { complete, counts, buy, key } = await left();
    expect(await complete(59)).toBe(0);
    expect(await complete(61)).toBe(1);
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 62)).toMatchObject({ status: 201, isReplayed: true });
    expect(await complete(200)).toBe(0);
  });

  test('the one that was never charged fails, and no late request can charge it any more', async () => {
    const { complete, counts, buy, key, body } = await left(lostBefore());
    expect(await complete(100)).toBe(1);
    expect(await counts()).toEqual(failed);
    expect(await buy(key, good(), 101)).toMatchObject({ status: 402, isReplayed: true });
    const [row] = await database.sql`select id, decline_code from purchases where app_id = ${body.appId}`;
    expect(row?.decline_code).toBe('abandoned');
    const late = { key: row?.id, amountMinor: 499, currency: 'USD', token: 'sandbox:ok' };
    expect(await good().charge(late)).toEqual({ outcome: 'declined', code: 'canceled' });
    expect((await buy(newKey(), good(), 102)).status).toBe(201);
    expect(await counts()).toMatchObject({ charges: 1, entitlements: 1 });
  });

  test('what a provider without an answer knows is asked again, and nothing is decided meanwhile', async () => {
    const { complete, counts } = await left();
    const silent = lostBefore();
    expect(await complete(100, silent)).toBe(0);
    expect(await counts()).toMatchObject({ purchases: 1, completed: 0, charges: 1 });
    expect(await complete(200)).toBe(1);
    expect(await counts()).toEqual(once);
  });

  test('a payment that the bank still works on is not given up', async () => {
    const { buy, at, counts } = await scene();
    let isDone = false;
    const slow = line((sandbox) => ({
      charge: async (...args) => {
        await sandbox.charge(...args);
        return { outcome: 'processing' };
      },
      cancel: async (...args) => (isDone ? sandbox.cancel(...args) : { outcome: 'processing' }),
    }));
    expect((await buy(newKey(), slow)).status).toBe(202);
    expect(await completePurchases(at(1000), signal, slow)).toBe(0);
    isDone = true;
    expect(await completePurchases(at(2000), signal, slow)).toBe(1);
    expect(await counts()).toEqual(once);
  });

  test('what somebody works on is left to them', async () => {
    const { complete, actor, at, counts } = await left();
    await database.sql`update idempotency_keys set locked_at = ${at(80).now.toISOString()} where user_id = ${actor.userId}`;
    expect(await complete(100)).toBe(0);
    expect(await complete(111)).toBe(1);
    expect(await counts()).toEqual(once);
  });

  test('five completers and the buyer at once make one purchase of it', async () => {
    const { complete, counts, buy, key } = await left();
    const [answer] = await Promise.all([
      codeOf(buy(key, good(), 100)),
      ...Array.from({ length: 5 }, () => complete(100)),
    ]);
    expect(['no refusal', '409 purchase_in_progress']).toContain(answer);
    await complete(200);
    expect(await counts()).toEqual(once);
  });

  test('one whose key is gone with its account is finished too', async () => {
    const { complete, counts, actor } = await left();
    await database.sql`delete from idempotency_keys where user_id = ${actor.userId}`;
    expect(await complete(100)).toBe(1);
    expect(await counts()).toEqual(once);
  });

  test('more than a batch, and none twice', async () => {
    const stage = await scene();
    expect((await stage.buy(newKey(), lostAfter())).status).toBe(202);
    await database.sql`
      with people as (
        insert into users (id, email, name, country, created_at)
        select gen_random_uuid(), 'left-' || n || '-' || gen_random_uuid() || '@example.com', 'Left', 'US', now()
        from generate_series(1, 119) n returning id)
      insert into purchases (id, user_id, app_id, price_id, amount_minor, currency, country, kind, status, provider, payment_token, created_at)
      select gen_random_uuid(), people.id, p.app_id, p.price_id, p.amount_minor, p.currency, p.country, p.kind, 'pending', 'sandbox', 'sandbox:ok', p.created_at
      from people, purchases p where p.app_id = ${stage.body.appId}`;
    expect(await completePurchases(stage.at(100), signal, good())).toBe(120);
    expect(await completePurchases(stage.at(100), signal, good())).toBe(0);
  });
});
