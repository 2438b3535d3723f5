import { describe, expect, test } from 'vitest';
import { eraseMe } from '@/lib/accounts/erase-me';
import { type Ctx, inTransaction } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createUser, PASSWORD } from '@/tests/factories';
import { codeOf, newKey, once, purchaseTests, refusal } from '@/tests/purchases';
import { refundTests } from '@/tests/refunds';
import { completePurchases } from './complete-purchases';
import { completeRefunds } from './refunds/complete-refunds';

const database = testDatabase();
const { scene, good, lostAfter, lostBefore } = purchaseTests(database);
const { bought, deaf } = refundTests(database);

const erase = (ctx: Ctx) => eraseMe(ctx, { password: PASSWORD, reviews: 'keep' });

const isErased = async (userId: string) =>
  (await database.sql`select erased_at is not null as gone from users where id = ${userId}`)[0]?.gone;

async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const waiting = await database.sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return waiting.length;
    })
    .toBeGreaterThan(0);
}

describe('an account', () => {
  test.each([
    ['charged', lostAfter],
    ['never charged', lostBefore],
  ])('whose purchase is pending stays until that has ended; it was %s', async (_, payments) => {
    await createUser(database.db, { roles: ['admin'] });
    const { buy, at, actor, counts } = await scene();
    await buy(newKey(), payments());
    const [purchase] = await database.sql`select id from purchases where user_id = ${actor.userId}`;
    expect(await refusal(erase(at(1)))).toMatchObject({
      status: 409,
      code: 'purchase_pending',
      purchaseId: purchase?.id,
    });
    expect(await isErased(actor.userId)).toBe(false);
    await completePurchases(at(120), AbortSignal.timeout(10_000), good());
    await erase(at(121));
    expect(await isErased(actor.userId)).toBe(true);
    expect(await counts()).toMatchObject(payments === lostAfter ? once : { completed: 0, charges: 0 });
  });

  test('that is being erased buys nothing any more', async () => {
    const { buy, at, actor, counts } = await scene();
    let buying = Promise.resolve('nothing');
    await inTransaction(at(0), async (tx) => {
      await erase(tx);
      buying = codeOf(buy(newKey()));
      await somebodyWaits();
    });
    expect(await buying).toBe('401 not_signed_in');
    expect(await isErased(actor.userId)).toBe(true);
    expect(await counts()).toMatchObject({ purchases: 0, charges: 0 });
  });

  test('whose refund is under way may go: the money goes back all the same', async () => {
    const { ask, at, actor, traces } = await bought();
    expect((await ask(60, deaf())).status).toBe(202);
    await erase(at(61));
    expect(await isErased(actor.userId)).toBe(true);
    await database.sql`update refunds set locked_at = null`;
    await completeRefunds(at(120), undefined, good());
    expect(await traces()).toMatchObject({ status: 'refunded', given: 1, owned: false });
  });
});
