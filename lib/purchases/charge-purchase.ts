import { type Ctx, inTransaction } from '@/lib/context';
import type { Payments, Unanswered } from '@/lib/payments/guard';
import type { ChargeOutcome, ChargeRequest } from '@/lib/payments/provider';
import { answerOf, type BuyAnswer, type PurchaseRow } from './answer';
import { releaseLease } from './idempotency';
import { saleTerms } from './sale-terms';
import { failPurchase, recordCharge, settlePurchase } from './settle-purchase';
import { paymentsUnavailable } from './start-purchase';

/**
 * `new`: nobody has asked the provider yet. `again`: somebody may have. `look`: find out, but charge nothing. `end`: find
 * out, and see to it that nothing is charged from now on.
 */
export type ChargeMode = 'new' | 'again' | 'look' | 'end';

const giveBack = async (ctx: Ctx, { idempotencyKeyId }: PurchaseRow, attemptedAt: Date | null) => {
  if (idempotencyKeyId) await releaseLease(ctx, idempotencyKeyId, attemptedAt);
};

/**
 * Brings a pending purchase, whose lease the caller holds, to its end: asks the provider, then `charged`, then
 * `finished`, each a transaction of its own. Null when the provider knows nothing and `look` forbids to charge.
 * An unknown outcome leaves it pending (202). Throws 503 `payments_unavailable`. Whatever happens, the lease is given
 * back, so that the same key takes up where this stopped; `attemptedAt` is when somebody last tried to charge.
 */
export async function chargePurchase(
  ctx: Ctx,
  purchase: PurchaseRow,
  payments: Payments,
  mode: ChargeMode,
  attemptedAt: Date | null = ctx.now,
): Promise<BuyAnswer | null> {
  try {
    const answer = await advance(ctx, purchase, payments, mode);
    if (answer === null || answer.status === 202) await giveBack(ctx, purchase, attemptedAt);
    return answer;
  } catch (error) {
    await giveBack(ctx, purchase, attemptedAt).catch(() => undefined);
    throw error;
  }
}

async function advance(
  ctx: Ctx,
  purchase: PurchaseRow,
  payments: Payments,
  mode: ChargeMode,
): Promise<BuyAnswer | null> {
  if (purchase.amountMinor > 0 && purchase.providerPaymentId === null) {
    const outcome = await ask(purchase, payments, mode);
    if (outcome === null) return null;
    if (outcome.outcome === 'unknown' || outcome.outcome === 'processing') return answerOf(ctx, purchase);
    if (outcome.outcome === 'unavailable') throw paymentsUnavailable(outcome.retryAfterSeconds);
    if (outcome.outcome === 'declined') return inTransaction(ctx, (tx) => failPurchase(tx, purchase.id, outcome.code));
    await inTransaction(ctx, (tx) => recordCharge(tx, purchase.id, payments.name, outcome.paymentId));
  }
  const terms = await saleTerms(ctx, purchase.appId, purchase.country);
  return inTransaction(ctx, (tx) => settlePurchase(tx, purchase.id, terms));
}

async function ask(purchase: PurchaseRow, payments: Payments, mode: ChargeMode) {
  // Another provider's money: nobody here can tell.
  if (purchase.provider !== payments.name) return { outcome: 'unknown' } as const;
  const request = chargeRequest(purchase);
  if (mode === 'end') return endOf(request, payments);
  const known = mode === 'new' ? null : await payments.retrieve(request);
  return known !== null || mode === 'look' ? known : payments.charge(request);
}

/** Nobody will charge with this key any more: what was never paid never will be. */
async function endOf(request: ChargeRequest, payments: Payments): Promise<ChargeOutcome | Unanswered> {
  return (await payments.cancel(request)) ?? { outcome: 'declined', code: 'abandoned' };
}

function chargeRequest({ id, amountMinor, currency, paymentToken }: PurchaseRow): ChargeRequest {
  if (paymentToken === null) throw new Error(`purchase ${id} has no payment token`);
  return { key: id, amountMinor, currency, token: paymentToken };
}
