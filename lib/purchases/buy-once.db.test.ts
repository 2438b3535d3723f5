import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { idempotencyKeys } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { guardPayments, type Payments } from '@/lib/payments/guard';
import type { PaymentProvider } from '@/lib/payments/provider';
import { sandboxProvider } from '@/lib/payments/sandbox';
import { logger } from '@/lib/logger';
import { createActor, createApp, type CreatedApp } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { type BuyResult, buyApp } from './buy-app';
import { getPurchase } from './resolve-purchase';
import { recordCharge, settlePurchase } from './settle-purchase';

const database = testDatabase();
const paid = { prices: [{ amountMinor: 499, currency: 'USD' }] };
const newKey = () => `key-${newId()}`;
const never = () => new Promise<never>(() => {});

/** The sandbox at the end of a line that can be cut. */
function line(overrides: (sandbox: PaymentProvider) => Partial<PaymentProvider>): Payments {
  const sandbox = sandboxProvider(database.db);
  return guardPayments({ ...sandbox, ...overrides(sandbox) }, { timeoutMs: 100, log: logger() });
}

const good = () => line(() => ({}));
const lostBefore = () => line(() => ({ charge: never, retrieveByKey: never }));
const lostAfter = () => line((sandbox) => ({ charge: async (...args) => sandbox.charge(...args).then(never), retrieveByKey: never }));

async function scene(options: Parameters<typeof createApp>[1] = paid) {
  const product = await createApp(database.db, options);
  const actor = await createActor(database.db);
  const { app, price }: CreatedApp = product;
  const body = { appId: app.id, priceId: price.id, expected: { amountMinor: price.amountMinor, currency: price.currency } };
  const start = new Date();
  const at = (seconds: number, overrides: Partial<Ctx> = {}) =>
    database.ctx({ actor, now: new Date(start.getTime() + seconds * 1000), ...overrides });
  const buy = (key: string, payments: Payments = good(), seconds = 0, wish = body) =>
    buyApp(at(seconds), { idempotencyKey: key, body: wish }, payments);
  const look = (id: string, seconds: number, payments: Payments = good()) => getPurchase(at(seconds), id, payments);
  const counts = async () => {
    const [row] = await database.sql`
      select count(*)::int as purchases, count(*) filter (where p.status = 'completed')::int as completed,
        (select count(*)::int from entitlements e where e.user_id = ${actor.userId} and e.is_active) as entitlements,
        (select count(*)::int from sandbox.charges c join purchases q on q.id::text = c.idempotency_key where q.user_id = ${actor.userId}) as charges,
        (select count(*)::int from pgboss.job j join purchases q on q.id::text = j.data->'payload'->>'purchaseId' where q.user_id = ${actor.userId}) as events,
        (select coalesce(sum(l.amount_minor), 0)::int from ledger_entries l join purchases q on q.id = l.purchase_id where q.user_id = ${actor.userId} and l.account = 'provider:clearing') as booked
      from purchases p where p.user_id = ${actor.userId}`;
    return row;
  };
  return { product, actor, body, at, buy, look, counts };
}

const once = { purchases: 1, completed: 1, entitlements: 1, charges: 1, events: 1, booked: 499 };

async function settled(attempts: Promise<BuyResult>[]) {
  const results = await Promise.allSettled(attempts);
  const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const refusals = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (result.reason instanceof AppError) return [result.reason];
    throw result.reason;
  });
  return { answers, codes: new Set(refusals.map((error) => `${error.status} ${error.code}`)), refusals };
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const [result] = await Promise.allSettled([attempt]);
  if (result.status === 'fulfilled') return 'no refusal';
  if (result.reason instanceof AppError) return `${result.reason.status} ${result.reason.code}`;
  throw result.reason;
}

describe('one key', () => {
  test.each([['paid', paid, once], ['free', {}, { ...once, charges: 0, booked: 0 }]])(
    '50 requests at once for a %s app buy once; all that are answered get the same bytes',
    async (_, options, expected) => {
      const { buy, counts } = await scene(options);
      const key = newKey();
      const { answers, codes } = await settled(Array.from({ length: 50 }, () => buy(key)));
      expect(answers.length).toBeGreaterThan(0);
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
      expect(answers.filter((answer) => !answer.isReplayed)).toHaveLength(1);
      for (const code of codes) expect(code).toBe('409 purchase_in_progress');
      expect(await counts()).toEqual(expected);
      const replay = await buy(key);
      expect(replay).toEqual({ status: 201, body: answers[0]?.body, isReplayed: true });
    },
  );

  test('another body is refused, and nothing is written', async () => {
    const { body, buy, counts } = await scene();
    const key = newKey();
    await buy(key);
    const other = await scene();
    expect(await codeOf(buy(key, good(), 0, { ...other.body }))).toBe('422 idempotency_key_reused');
    expect(await codeOf(buy(key, good(), 0, { ...body, expected: { amountMinor: 1, currency: 'USD' } }))).toBe('422 idempotency_key_reused');
    expect(await counts()).toEqual(once);
  });

  test('of another person is another key', async () => {
    const [one, two] = [await scene(), await scene()];
    const key = newKey();
    expect((await one.buy(key)).isReplayed).toBe(false);
    expect((await two.buy(key)).isReplayed).toBe(false);
  });

  test('quoted and bare is the same key', async () => {
    const { buy } = await scene();
    const key = newKey();
    await buy(key);
    expect((await buy(`"${key}"`)).isReplayed).toBe(true);
  });
});

describe('different keys', () => {
  test.each([['paid', paid, once], ['free', {}, { ...once, charges: 0, booked: 0 }]])(
    '50 requests at once for one %s app buy once',
    async (_, options, expected) => {
      const { buy, counts } = await scene(options);
      const { answers, codes, refusals } = await settled(Array.from({ length: 50 }, () => buy(newKey())));
      expect(answers.map((answer) => answer.status)).toEqual([201]);
      for (const code of codes) expect(['409 purchase_in_progress', '409 already_owned']).toContain(code);
      const { id } = JSON.parse(answers[0]?.body ?? '').purchase;
      for (const error of refusals) expect([undefined, id]).toContain(error.extras.members?.purchaseId);
      expect(await counts()).toEqual(expected);
    },
  );

  test('while a purchase is pending another key is told so, and the id', async () => {
    const { buy, counts } = await scene();
    const { purchase } = JSON.parse((await buy(newKey(), lostBefore())).body);
    const [result] = await Promise.allSettled([buy(newKey())]);
    const error = result.status === 'rejected' ? (result.reason as AppError) : null;
    expect(error).toMatchObject({ code: 'purchase_in_progress', extras: { members: { purchaseId: purchase.id }, retryAfterSeconds: 1 } });
    expect(await counts()).toMatchObject({ purchases: 1, charges: 0 });
  });
});

describe('a provider without an answer', () => {
  test('is 202; the same key finishes what was charged without charging again', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    const first = await buy(key, lostAfter());
    expect(first.status).toBe(202);
    expect(JSON.parse(first.body).purchase.status).toBe('pending');
    expect(await counts()).toMatchObject({ completed: 0, charges: 1 });
    expect(await buy(key, lostAfter(), 1)).toMatchObject({ status: 202, isReplayed: false });
    expect(await buy(key, good(), 2)).toMatchObject({ status: 201, isReplayed: false });
    expect(await counts()).toEqual(once);
    expect((await buy(key, good(), 3)).isReplayed).toBe(true);
  });

  test('the same key charges what never reached the provider, at the price it was started with', async () => {
    const { buy, counts, product } = await scene();
    const key = newKey();
    expect((await buy(key, lostBefore())).status).toBe(202);
    await database.sql`update app_prices set amount_minor = 999 where id = ${product.price.id}`;
    expect((await buy(key, good(), 1)).status).toBe(201);
    expect(await counts()).toEqual(once);
  });

  test('looking at the purchase finishes it when it was charged', async () => {
    const { buy, look, counts } = await scene();
    const key = newKey();
    const { purchase } = JSON.parse((await buy(key, lostAfter())).body);
    expect((await look(purchase.id, 1)).purchase.status).toBe('completed');
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 2)).toMatchObject({ status: 201, isReplayed: true });
  });

  test('looking never charges, and gives up a minute after the last attempt; the key then answers 402', async () => {
    const { buy, look, counts } = await scene();
    const key = newKey();
    const { purchase } = JSON.parse((await buy(key, lostBefore())).body);
    expect((await look(purchase.id, 50)).purchase.status).toBe('pending');
    expect((await buy(key, lostBefore(), 55)).status).toBe(202);
    for (const seconds of [70, 80, 90, 100, 110]) expect((await look(purchase.id, seconds)).purchase.status).toBe('pending');
    expect((await look(purchase.id, 120, lostBefore())).purchase.status).toBe('pending');
    expect(await codeOf(look(purchase.id, 121))).toBe('402 payment_declined');
    const last = await buy(key, good(), 122);
    expect(last).toMatchObject({ status: 402, isReplayed: true });
    expect(JSON.parse(last.body)).toMatchObject({ code: 'payment_declined', declineCode: 'abandoned' });
    expect(await counts()).toMatchObject({ purchases: 1, completed: 0, charges: 0 });
    expect((await buy(newKey(), good(), 123)).status).toBe(201);
  });

  test('twice in a row stops the calls: 503, nothing written; the same key works later', async () => {
    const { buy, counts } = await scene();
    const broken = line(() => ({ charge: () => Promise.reject(new Error('connection refused')) }));
    for (const other of [await scene(), await scene()]) expect((await other.buy(newKey(), broken)).status).toBe(202);
    const key = newKey();
    expect(await codeOf(buy(key, broken))).toBe('503 payments_unavailable');
    expect(await counts()).toMatchObject({ purchases: 0 });
    expect((await buy(key, good())).status).toBe(201);
    expect(await counts()).toEqual(once);
  });

  test('and a stopped breaker leaves a started purchase to the same key', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    const broken = line(() => ({ charge: () => Promise.reject(new Error('reset')), retrieveByKey: () => Promise.reject(new Error('reset')) }));
    expect((await buy(key, broken)).status).toBe(202);
    expect((await buy(key, broken)).status).toBe(202);
    expect(await codeOf(buy(key, broken))).toBe('503 payments_unavailable');
    expect((await buy(key, good())).status).toBe(201);
    expect(await counts()).toEqual(once);
  });
});

describe('a process that dies', () => {
  /** Postgres refuses the statement that would be next, as if the process had gone before it. */
  async function dyingAt(table: string, event: string, work: () => Promise<void>): Promise<void> {
    await database.sql.unsafe(`
      create or replace function die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
      create trigger die before ${event} on ${table} for each row execute function die()`);
    try {
      await work();
    } finally {
      await database.sql.unsafe(`drop trigger die on ${table}`);
    }
  }

  const points = [
    ['while it charges, before the money moved', null, { charges: 0, recoveryPoint: 'started' }],
    ['after the charge, before writing it down', ['purchases', 'update of provider_payment_id'], { charges: 1, recoveryPoint: 'started' }],
    ['after the charge was written down', ['entitlements', 'insert'], { charges: 1, recoveryPoint: 'charged' }],
    ['in the middle of finishing', ['ledger_entries', 'insert'], { charges: 1, recoveryPoint: 'charged' }],
    ['at the very end', ['idempotency_keys', "update of response_status"], { charges: 1, recoveryPoint: 'charged' }],
  ] as const;

  async function dead(point: (typeof points)[number][1]) {
    const stage = await scene();
    const key = newKey();
    if (point === null) {
      const hanging = guardPayments({ ...sandboxProvider(database.db), charge: never }, { timeoutMs: 600_000, log: logger() });
      stage.buy(key, hanging).catch(() => undefined);
      while ((await stage.counts())?.purchases === 0);
    } else {
      await dyingAt(...point, async () => {
        await expect(stage.buy(key)).rejects.toThrow();
      });
      // The dead give no lease back.
      await database.db.update(idempotencyKeys).set({ lockedAt: stage.at(0).now }).where(eq(idempotencyKeys.userId, stage.actor.userId));
    }
    const [row] = await database.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, stage.actor.userId));
    return { ...stage, key, recoveryPoint: row?.recoveryPoint };
  }

  test.each(points)('%s: the same key waits for the lease, then finishes with one charge', async (_, point, { charges, recoveryPoint }) => {
    const { key, buy, counts, ...left } = await dead(point);
    expect(left.recoveryPoint).toBe(recoveryPoint);
    expect(await counts()).toMatchObject({ purchases: 1, completed: 0, entitlements: 0, charges, events: 0, booked: 0 });
    expect(await codeOf(buy(key, good(), 29))).toBe('409 purchase_in_progress');
    expect(await codeOf(buy(newKey(), good(), 31))).toBe('409 purchase_in_progress');
    const { answers, codes } = await settled(Array.from({ length: 10 }, () => buy(key, good(), 31)));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
    for (const code of codes) expect(code).toBe('409 purchase_in_progress');
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 32)).toMatchObject({ status: 201, isReplayed: true });
  });

  test.each(points.slice(1))('%s: looking at the purchase finishes it, without another charge', async (_, point) => {
    const { look, counts, key, buy } = await dead(point);
    const [row] = await database.sql`select id from purchases where status = 'pending' order by created_at desc limit 1`;
    expect((await look(row?.id, 10)).purchase.status).toBe('pending');
    const answers = await Promise.all(Array.from({ length: 5 }, () => look(row?.id, 31)));
    expect(answers.some((answer) => answer.purchase.status === 'completed')).toBe(true);
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 32)).toMatchObject({ status: 201, isReplayed: true });
  });

  test('in the middle of getting a free app: nothing is left, and the same key gets it', async () => {
    const { buy, counts } = await scene({});
    const key = newKey();
    await dyingAt('entitlements', 'insert', async () => {
      await expect(buy(key)).rejects.toThrow();
    });
    expect(await counts()).toMatchObject({ purchases: 0, entitlements: 0, events: 0 });
    expect((await buy(key)).status).toBe(201);
  });
});

describe('one purchase', () => {
  test('is mine alone', async () => {
    const [mine, other] = [await scene(), await scene()];
    const { purchase } = JSON.parse((await mine.buy(newKey())).body);
    expect((await mine.look(purchase.id, 1)).purchase).toMatchObject({ id: purchase.id, status: 'completed' });
    expect(await codeOf(other.look(purchase.id, 1))).toBe('404 not_found');
    expect(await codeOf(mine.look(newId(), 1))).toBe('404 not_found');
    expect(await codeOf(getPurchase(database.ctx(), purchase.id, good()))).toBe('401 not_signed_in');
  });

  test('settled twice at once by a latecomer is settled once', async () => {
    const { buy, at, counts } = await scene();
    const { purchase } = JSON.parse((await buy(newKey(), lostAfter())).body);
    const rates = { tax: 0, commission: 0.3 };
    const [charge] = await database.sql`select id from sandbox.charges where idempotency_key = ${purchase.id}`;
    const settle = () =>
      inTransaction(at(1), async (tx) => {
        await recordCharge(tx, purchase.id, 'sandbox', charge?.id);
        return settlePurchase(tx, purchase.id, rates);
      });
    const answers = await Promise.all(Array.from({ length: 10 }, settle));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await counts()).toEqual(once);
  });
});
