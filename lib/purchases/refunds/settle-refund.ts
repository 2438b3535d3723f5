import { eq, sql } from 'drizzle-orm';
import { entitlements, ledgerEntries, purchases, refunds } from '@/db/schema';
import { notify } from '@/lib/accounts/notify';
import { type Ctx, inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { isId, newId } from '@/lib/ids';
import type { PaymentEvent } from '@/lib/payments/provider';
import type { PurchaseRow } from '../answer';
import type { TxCtx } from '../purchase-rows';
import { type Held, lockRefund } from './refund-rows';

/** Writes down that the provider gave the money back, before anything is made of it. Twice is a no-op. */
export async function recordRefund(ctx: Ctx, refundId: string, providerRefundId: string | null): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { refund } = await lockRefund(tx, refundId);
    if (refund.status !== 'approved') {
      tx.log.error(
        { refundId, status: refund.status },
        'the provider gave money back that the store did not want to give',
      );
      return;
    }
    if (refund.recoveryPoint !== 'requested') return;
    await tx.db.update(refunds).set({ recoveryPoint: 'refunded', providerRefundId }).where(eq(refunds.id, refundId));
  });
}

/** The provider keeps the money: the refund is refused, nothing is booked and the app stays theirs. Twice is a no-op. */
export async function recordRefusal(ctx: Ctx, refundId: string, code: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { refund, purchase } = await lockRefund(tx, refundId);
    if (refund.status !== 'approved') return;
    if (refund.recoveryPoint !== 'requested') {
      tx.log.error({ refundId, code }, 'the provider takes a refund back that was given: look at its books');
      return;
    }
    await tx.db
      .update(refunds)
      .set({ status: 'refused', decidedBy: null, decidedAt: tx.now, note: `provider: ${code}`, lockedAt: null })
      .where(eq(refunds.id, refundId));
    tx.log.error({ refundId, purchaseId: purchase.id, code }, 'the provider refused a refund');
    if (purchase.status === 'completed') await tellRefused(tx, purchase);
  });
}

/**
 * Finishes a refund whose money went back: purchase refunded, entitlement revoked, the sale's ledger entries reversed,
 * event `purchase.refunded`, in one transaction. A charge without a sale has nothing of that to undo. Request, completer
 * and webhook all call this; twice is a no-op.
 */
export async function settleRefund(ctx: Ctx, refundId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const held = await lockRefund(tx, refundId);
    if (held.refund.recoveryPoint !== 'refunded') return;
    if (held.purchase.status === 'completed') await undoSale(tx, held);
    await tx.db
      .update(refunds)
      .set({ recoveryPoint: 'finished', finishedAt: tx.now, lockedAt: null })
      .where(eq(refunds.id, refundId));
  });
}

/**
 * Makes true what the provider says of a refund, which `key` names. Twice is a no-op. False when it is none of ours.
 */
export async function settleRefundEvent(ctx: Ctx, event: PaymentEvent): Promise<boolean> {
  const { type, key, reference, declineCode } = event;
  if ((type !== 'refund.succeeded' && type !== 'refund.refused') || key === null || !isId(key)) return false;
  const [known] = await ctx.db.select({ id: refunds.id }).from(refunds).where(eq(refunds.id, key));
  if (!known) return false;
  if (type === 'refund.refused') {
    await recordRefusal(ctx, key, declineCode ?? 'refused');
  } else {
    await recordRefund(ctx, key, reference);
    await settleRefund(ctx, key);
  }
  return true;
}

async function undoSale(ctx: TxCtx, { refund, purchase }: Held): Promise<void> {
  await ctx.db.update(purchases).set({ status: 'refunded', refundedAt: ctx.now }).where(eq(purchases.id, purchase.id));
  await revoke(ctx, purchase);
  await reverse(ctx, refund.id, purchase.id);
  await publish(ctx, { type: 'purchase.refunded', payload: { purchaseId: purchase.id, refundId: refund.id } });
}

/** What a later period of the same subscription pays for stays. */
async function revoke(ctx: TxCtx, { id, originalPurchaseId, periodNumber }: PurchaseRow): Promise<void> {
  const original = originalPurchaseId ?? id;
  await ctx.db
    .update(entitlements)
    .set({ isActive: false, revokedAt: ctx.now })
    .where(
      sql`${entitlements.purchaseId} in (${id}, ${original}) and ${entitlements.isActive} and not exists (
        select from purchases later
        where later.original_purchase_id = ${original} and later.period_number > ${periodNumber} and later.status = 'completed'
      )`,
    );
}

/** The exact opposite of what the sale booked; nothing where it booked nothing. */
async function reverse(ctx: TxCtx, refundId: string, purchaseId: string): Promise<void> {
  const booked = await ctx.db.select().from(ledgerEntries).where(eq(ledgerEntries.transactionId, purchaseId));
  if (booked.length === 0) return;
  await ctx.db.insert(ledgerEntries).values(
    booked.map((entry) => ({
      ...entry,
      id: newId(ctx.now),
      transactionId: refundId,
      amountMinor: -entry.amountMinor,
      createdAt: ctx.now,
    })),
  );
}

export async function tellRefused(ctx: TxCtx, { id, userId, appId }: PurchaseRow): Promise<void> {
  const [app] = await ctx.db.execute<{ name: string }>(sql`select name from apps where id = ${appId}`);
  if (!app) return;
  await notify(ctx, { userId, kind: 'refund_refused', data: { appId, app: app.name }, href: `/purchases/${id}` });
}
