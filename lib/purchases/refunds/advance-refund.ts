import type { Ctx } from '@/lib/context';
import type { Payments, Unanswered } from '@/lib/payments/guard';
import type { RefundOutcome } from '@/lib/payments/provider';
import { type Held, type RefundRow, readRefund } from './refund-rows';
import { recordRefund, recordRefusal, settleRefund } from './settle-refund';

/**
 * Brings an approved refund, whose lease the caller holds, as far as it goes: asks the provider, then `refunded`, then
 * `finished`, each a transaction of its own. Without an answer it stays as it is; asked again with the same key, the
 * provider gives nothing back twice. The lease is kept until it runs out, so that nobody asks again at once.
 */
export async function advanceRefund(ctx: Ctx, refundId: string, payments: Payments): Promise<RefundRow> {
  const held = await readRefund(ctx, refundId);
  if (held.refund.status === 'approved' && held.refund.recoveryPoint === 'requested') {
    const answer = await askProvider(ctx, held, payments);
    if (answer.outcome === 'succeeded') await recordRefund(ctx, refundId, answer.refundId);
    else if (answer.outcome === 'refused') await recordRefusal(ctx, refundId, answer.code);
  }
  await settleRefund(ctx, refundId);
  return (await readRefund(ctx, refundId)).refund;
}

async function askProvider(
  ctx: Ctx,
  { refund, purchase }: Held,
  payments: Payments,
): Promise<RefundOutcome | Unanswered> {
  if ('rollback' in ctx.db) throw new Error('the provider is never asked in a transaction');
  const { provider, providerPaymentId } = purchase;
  if (providerPaymentId === null) throw new Error(`refund ${refund.id} is of a purchase without a payment`);
  if (provider !== payments.name) return { outcome: 'refused', code: 'paid_with_another_provider' };
  return payments.refund({
    key: refund.id,
    paymentId: providerPaymentId,
    amountMinor: refund.amountMinor,
    currency: refund.currency,
  });
}
