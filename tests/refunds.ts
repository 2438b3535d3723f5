import { deliveries } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { requestRefund } from '@/lib/purchases/refunds/request-refund';
import type { RefundReason } from '@/lib/purchases/schema';
import type { TestDatabase } from './database';
import { never, newKey, purchaseTests } from './purchases';

export const hour = 3600;
export const day = 24 * hour;

/** People who bought an app once, and what became of the money. */
export function refundTests(database: TestDatabase) {
  const { scene, line, good } = purchaseTests(database);

  /** The provider does not hear; or hears, and its answer is lost; or keeps the money. */
  const deaf = () => line(() => ({ refund: never }));
  const mute = () => line((sandbox) => ({ refund: async (...args) => sandbox.refund(...args).then(never) }));
  const keeping = () => line(() => ({ refund: async () => ({ outcome: 'refused', code: 'too_old' }) }));

  async function bought(options?: Parameters<typeof scene>[0]) {
    const one = await scene(options);
    const { product, actor, at } = one;
    const answer = JSON.parse((await one.buy(newKey())).body);
    const purchaseId = answer.purchase.id as string;
    const ask = (
      seconds: number,
      payments: Payments = good(),
      reason: RefundReason = 'UNINTENDED_PURCHASE',
      overrides: Partial<Ctx> = {},
    ) => requestRefund(at(seconds, overrides), { purchaseId, reason }, payments);
    const download = (seconds: number) =>
      database.db.insert(deliveries).values({
        id: newId(),
        userId: actor.userId,
        appId: product.app.id,
        versionId: product.version.id,
        country: 'US',
        createdAt: at(seconds).now,
      });
    const [charge] = await database.sql`select provider_payment_id as id from purchases where id = ${purchaseId}`;
    const paymentId = charge?.id as string;
    return { ...one, purchaseId, paymentId, ask, download, traces: () => tracesOf(purchaseId) };
  }

  /** All that a refund touches. */
  async function tracesOf(purchaseId: string) {
    const [row] = await database.sql`
      select p.status,
        (select count(*)::int from refunds where purchase_id = p.id) as rows,
        (select count(*)::int from sandbox.refunds r join sandbox.charges c on c.id = r.charge_id where c.idempotency_key = p.id::text) as given,
        (select coalesce(sum(r.amount_minor), 0)::int from sandbox.refunds r join sandbox.charges c on c.id = r.charge_id where c.idempotency_key = p.id::text) as amount,
        (select coalesce(bool_or(is_active), false) from entitlements where purchase_id = p.id) as owned,
        (select count(distinct transaction_id)::int from ledger_entries where purchase_id = p.id) as bookings,
        (select count(*)::int from (select 1 from ledger_entries where purchase_id = p.id group by account having sum(amount_minor) <> 0) a) as unbalanced,
        (select count(*)::int from pgboss.job j where j.name = 'purchase.refunded' and j.data->'payload'->>'purchaseId' = p.id::text) as events
      from purchases p where p.id = ${purchaseId}`;
    return row;
  }

  /** The lease of whoever worked on it has run out. */
  const leaseEnds = (purchaseId: string) =>
    database.sql`update refunds set locked_at = now() - interval '31 seconds' where purchase_id = ${purchaseId} and locked_at is not null`;

  return { bought, tracesOf, leaseEnds, good, deaf, mute, keeping, line };
}

export const sold = {
  status: 'completed',
  rows: 0,
  given: 0,
  amount: 0,
  owned: true,
  bookings: 1,
  unbalanced: 3,
  events: 0,
};

export const given = {
  status: 'refunded',
  rows: 1,
  given: 1,
  amount: 499,
  owned: false,
  bookings: 2,
  unbalanced: 0,
  events: 1,
};
