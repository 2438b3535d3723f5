import { and, eq, sql } from 'drizzle-orm';
import { purchases, refunds } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import type { PurchaseRow } from '../answer';
import { endAsFailed, lockPurchase, type TxCtx } from '../purchase-rows';
import { findRefund } from './refund-rows';

export type StrayCharge = {
  purchaseId: string;
  provider: string;
  paymentId: string;
  /** What was captured. */
  amountMinor: number;
  currency: string;
  /** `abandoned`, `already_owned`: why the purchase cannot be completed. */
  why: string;
};

/**
 * Sends the money of a charge that must not be straight back: of a purchase that had failed, or that cannot be finished
 * and fails now, and any payment beside the one that a purchase has. It inserts an approved refund that `completeRefunds`
 * brings to the provider; no ledger entry was or is booked, nothing is published, and an error is logged for the
 * operator. In the caller's transaction, where there is one. Gives the refund's id, the same one again when called
 * twice; null for the payment that a completed or refunded purchase has, which is no stray.
 */
export async function refundStrayCharge(ctx: Ctx, charge: StrayCharge): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const { purchaseId, provider, paymentId, why } = charge;
    const purchase = await lockPurchase(tx, purchaseId);
    if (!purchase) throw new Error(`purchase ${purchaseId} is gone`);
    const isItsOwn = purchase.provider === provider && purchase.providerPaymentId === paymentId;
    const isSold = purchase.status === 'completed' || purchase.status === 'refunded';
    if (isSold && isItsOwn) return null;
    if (!isItsOwn && (isSold || purchase.providerPaymentId !== null)) return refundSecondCharge(tx, purchase, charge);
    const existing = await findRefund(tx, purchaseId);
    if (existing) return existing.id;
    if (purchase.status === 'pending') await endAsFailed(tx, purchase, why);
    await tx.db.update(purchases).set({ provider, providerPaymentId: paymentId }).where(eq(purchases.id, purchaseId));
    const id = await sendBack(tx, purchase, charge, `charged although it must not be: ${why}`);
    tx.log.error({ ...charge, refundId: id }, 'charged although it must not be: the money goes back');
    return id;
  });
}

/** A refund is of one payment, and a purchase has one: the second gets a failed purchase of its own to go back from. */
async function refundSecondCharge(ctx: TxCtx, first: PurchaseRow, charge: StrayCharge): Promise<string | null> {
  const { provider, paymentId, amountMinor, currency } = charge;
  if (amountMinor === 0) {
    ctx.log.error({ ...charge }, 'charged for what costs nothing: give the payment back by hand');
    return null;
  }
  const row: PurchaseRow = {
    ...first,
    id: newId(ctx.now),
    amountMinor,
    currency,
    status: 'failed',
    provider,
    providerPaymentId: paymentId,
    declineCode: 'charged_twice',
    idempotencyKeyId: null,
    originalPurchaseId: null,
    periodNumber: 0,
    createdAt: ctx.now,
    purchasedAt: null,
    expiresAt: null,
    refundedAt: null,
  };
  const inserted = await ctx.db
    .insert(purchases)
    .values(row)
    .onConflictDoNothing({
      target: [purchases.provider, purchases.providerPaymentId],
      where: sql`provider_payment_id is not null`,
    })
    .returning({ id: purchases.id });
  if (inserted.length === 0) return findRefundOfPayment(ctx, charge);
  const id = await sendBack(ctx, row, charge, `charged twice for purchase ${first.id}`);
  ctx.log.error({ ...charge, refundId: id }, 'charged twice for one purchase: the second payment goes back');
  return id;
}

/** Null where the payment is what another purchase was bought with: the provider mixes them up. */
async function findRefundOfPayment(ctx: TxCtx, charge: StrayCharge): Promise<string | null> {
  const [known] = await ctx.db
    .select({ id: purchases.id, declineCode: purchases.declineCode })
    .from(purchases)
    .where(and(eq(purchases.provider, charge.provider), eq(purchases.providerPaymentId, charge.paymentId)));
  if (known?.declineCode === 'charged_twice') return (await findRefund(ctx, known.id))?.id ?? null;
  ctx.log.error({ ...charge, paidFor: known?.id }, 'a payment of one purchase is said to be of another');
  return null;
}

async function sendBack(
  ctx: TxCtx,
  { id: purchaseId, userId }: PurchaseRow,
  { amountMinor, currency }: StrayCharge,
  note: string,
): Promise<string> {
  const id = newId(ctx.now);
  await ctx.db.insert(refunds).values({
    id,
    purchaseId,
    userId,
    amountMinor,
    currency,
    reason: 'OTHER',
    status: 'approved',
    note,
    createdAt: ctx.now,
    decidedAt: ctx.now,
  });
  return id;
}
