import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { defineHandler, SomeFailed } from '@/lib/events/handler';
import { PurchaseMissing, settlePaymentEvent } from './payment-events';
import { uuids } from '@/lib/sql';

const tellBuyers = defineHandler({
  name: 'purchases.notify_completed',
  event: 'purchase.completed',
  batchSize: 100,
  async handle(ctx, events) {
    const ids = events.map((event) => event.payload.purchaseId);
    const rows = await ctx.db.execute<{ id: string; user_id: string; app_id: string; name: string }>(sql`
      select p.id, p.user_id, p.app_id, a.name from purchases p join apps a on a.id = p.app_id
      where p.id = any(${uuids(ids)}) and p.status = 'completed' and p.period_number = 0
      order by p.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'purchase_completed' as const,
        data: { appId: row.app_id, app: row.name },
        href: `/purchases/${row.id}`,
      })),
    );
  },
});

const tellRefunded = defineHandler({
  name: 'purchases.notify_refunded',
  event: 'purchase.refunded',
  batchSize: 100,
  async handle(ctx, events) {
    const ids = events.map((event) => event.payload.purchaseId);
    const rows = await ctx.db.execute<{ id: string; user_id: string; app_id: string; name: string }>(sql`
      select p.id, p.user_id, p.app_id, a.name from purchases p join apps a on a.id = p.app_id
      where p.id = any(${uuids(ids)}) and p.status = 'refunded' order by p.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'purchase_refunded' as const,
        data: { appId: row.app_id, app: row.name },
        href: `/purchases/${row.id}`,
      })),
    );
  },
});

/** How somebody paid goes with their account; what they bought and the books stay. A purchase in flight keeps its token. */
const forgetHowErasedPaid = defineHandler({
  name: 'purchases.forget_payment_methods',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`delete from payment_methods where user_id = any(${people})`);
    await db.execute(sql`
      update purchases set payment_token = null
      where user_id = any(${people}) and status <> 'pending' and payment_token is not null`);
    await db.execute(sql`
      delete from idempotency_keys where user_id = any(${people}) and recovery_point = 'finished'`);
  },
});

/** What the payment provider said by itself. */
const settleEvents = defineHandler({
  name: 'purchases.settle_payment_event',
  event: 'payment.event_received',
  batchSize: 1,
  async handle(ctx, events) {
    for (const event of events) {
      try {
        await settlePaymentEvent(ctx, event.payload.paymentEventId);
      } catch (error) {
        // Expected, and tried again: said in a line, without where in the code.
        if (error instanceof PurchaseMissing) throw new SomeFailed(new Map([[event.id, error.message]]));
        throw error;
      }
    }
  },
});

/** News about what was bought, what the provider says, and what an erased account leaves behind. */
export const purchaseHandlers = [settleEvents, tellBuyers, tellRefunded, forgetHowErasedPaid];
