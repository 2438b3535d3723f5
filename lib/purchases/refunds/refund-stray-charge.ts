import { eq } from 'drizzle-orm';
import { purchases, refunds } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { endAsFailed, lockPurchase } from '../purchase-rows';
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
 * and fails now. It inserts an approved refund that `completeRefunds` brings to the provider; no ledger entry was or is
 * booked, nothing is published, and an error is logged for the operator. In the caller's transaction, where there is
 * one. Gives the refund's id, the same one again when called twice; null when the purchase is completed or refunded,
 * whose money is no stray.
 */
export async function refundStrayCharge(ctx: Ctx, charge: StrayCharge): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const { purchaseId, provider, paymentId, amountMinor, currency, why } = charge;
    const purchase = await lockPurchase(tx, purchaseId);
    if (!purchase) throw new Error(`purchase ${purchaseId} is gone`);
    if (purchase.status === 'completed' || purchase.status === 'refunded') {
      if (purchase.providerPaymentId !== paymentId) {
        tx.log.error({ ...charge }, 'charged twice for one purchase: give the second payment back by hand');
      }
      return null;
    }
    const existing = await findRefund(tx, purchaseId);
    if (existing) return existing.id;
    if (purchase.status === 'pending') await endAsFailed(tx, purchase, why);
    await tx.db.update(purchases).set({ provider, providerPaymentId: paymentId }).where(eq(purchases.id, purchaseId));
    const id = newId(tx.now);
    await tx.db.insert(refunds).values({
      id,
      purchaseId,
      userId: purchase.userId,
      amountMinor,
      currency,
      reason: 'OTHER',
      status: 'approved',
      note: `charged although it must not be: ${why}`,
      createdAt: tx.now,
      decidedAt: tx.now,
    });
    tx.log.error({ ...charge, refundId: id }, 'charged although it must not be: the money goes back');
    return id;
  });
}
