import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { guardPayments, type Payments } from '@/lib/payments/guard';
import type { PaymentProvider } from '@/lib/payments/provider';
import { sandboxProvider } from '@/lib/payments/sandbox';
import type { BuyResult } from '@/lib/purchases/answer-once';
import { buyApp } from '@/lib/purchases/buy-app';
import { getPurchase } from '@/lib/purchases/resolve-purchase';
import type { BuyAppBody } from '@/lib/purchases/schema';
import type { TestDatabase } from './database';
import { type CreatedApp, createActor, createApp } from './factories';

/** Options of an app that costs something everywhere. */
export const paid = { prices: [{ amountMinor: 499, currency: 'USD' }] };
export const newKey = () => `key-${newId()}`;
/** Webhooks go nowhere, unless a test brings them. */
export const sandboxNetwork = { deliver: async () => undefined, secret: 'of the sandbox in tests' };
export const never = () => new Promise<never>(() => {});

export const bodyFor = ({ app, price }: CreatedApp, more: Partial<BuyAppBody> = {}): BuyAppBody => ({
  appId: app.id,
  priceId: price.id,
  expected: { amountMinor: price.amountMinor, currency: price.currency },
  ...more,
});

/** What went wrong, as a program sees it. */
export async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return {
    status: error.status,
    code: error.code,
    ...error.extras.members,
    retryAfter: error.extras.retryAfterSeconds,
  };
}

export async function settled(attempts: Promise<BuyResult>[]) {
  const results = await Promise.allSettled(attempts);
  const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const refusals = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (result.reason instanceof AppError) return [result.reason];
    throw result.reason;
  });
  return { answers, codes: new Set(refusals.map((error) => `${error.status} ${error.code}`)), refusals };
}

export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const [result] = await Promise.allSettled([attempt]);
  if (result.status === 'fulfilled') return 'no refusal';
  if (result.reason instanceof AppError) return `${result.reason.status} ${result.reason.code}`;
  throw result.reason;
}

/** What one person's purchases of one app left behind. */
export const nothing = { purchases: 0, entitlements: 0, charges: 0, keys: 0, events: 0 };
export const bought = { purchases: 1, entitlements: 1, charges: 1, keys: 1, events: 1 };

/** The same, for a scene whose app was bought once. */
export const once = { purchases: 1, completed: 1, entitlements: 1, charges: 1, events: 1, booked: 499 };

/** Buyers, payment lines and counts over the database of this file. */
export function purchaseTests(database: TestDatabase) {
  async function buyer(options: Parameters<typeof createActor>[1] = {}) {
    const actor = await createActor(database.db, options);
    const ctx = (overrides: Partial<Ctx> = {}) => database.ctx({ actor, ...overrides });
    const buy = (body: BuyAppBody, idempotencyKey: string | null = newKey(), overrides: Partial<Ctx> = {}) =>
      buyApp(ctx(overrides), { idempotencyKey, body });
    return { actor, ctx, buy };
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

  /** The sandbox at the end of a line that can be cut. */
  function line(overrides: (sandbox: PaymentProvider) => Partial<PaymentProvider>, timeoutMs = 100): Payments {
    const sandbox = sandboxProvider(database.db, sandboxNetwork);
    return guardPayments({ ...sandbox, ...overrides(sandbox) }, { timeoutMs, log: logger() });
  }

  const good = () => line(() => ({}), 10_000);
  const lostBefore = () => line(() => ({ charge: never, retrieve: never, cancel: never }));
  const lostAfter = () =>
    line((sandbox) => ({
      charge: async (...args) => sandbox.charge(...args).then(never),
      retrieve: never,
      cancel: never,
    }));

  async function scene(options: Parameters<typeof createApp>[1] = paid) {
    const product = await createApp(database.db, options);
    const actor = await createActor(database.db);
    const { app, price }: CreatedApp = product;
    const body = {
      appId: app.id,
      priceId: price.id,
      expected: { amountMinor: price.amountMinor, currency: price.currency },
    };
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

  return { buyer, state, line, good, lostBefore, lostAfter, scene };
}
