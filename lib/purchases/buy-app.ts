import { eq } from 'drizzle-orm';
import { purchases } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { takeFromLimit } from '@/lib/rate-limit';
import type { BuyAnswer } from './answer';
import { chargePurchase } from './charge-purchase';
import { findKey, fingerprintOf, type KnownKey, parseIdempotencyKey, takeLease } from './idempotency';
import type { BuyAppBody } from './schema';
import { countOutcome } from './settle-purchase';
import { inProgress, startPurchase } from './start-purchase';

type BuyInput = { idempotencyKey: string | null; body: BuyAppBody };

export type BuyResult = BuyAnswer & { isReplayed: boolean };

const maxRounds = 5;

/**
 * Gets or buys an app for the signed-in person, exactly once for each idempotency key; each phase is a transaction of
 * its own, so call it outside of one. Publishes `purchase.completed`. Answers 201, 202 (outcome unknown) or 402; throws
 * 400 `idempotency_key_missing`, `idempotency_key_invalid`, 404 `not_found`, 409 `purchase_in_progress`, `already_owned`,
 * `price_changed`, 422 `idempotency_key_reused`, `payment_method_unknown`, 429 `rate_limited`, 503 `payments_unavailable`.
 */
export async function buyApp(
  ctx: Ctx,
  { idempotencyKey, body }: BuyInput,
  payments: Payments = storePayments(),
): Promise<BuyResult> {
  const { userId } = requireUser(ctx);
  if ('rollback' in ctx.db) throw new Error('buying needs transactions of its own');
  await takeFromLimit(ctx, 'purchaseRequests', userId);
  const key = parseIdempotencyKey(idempotencyKey);
  const fingerprint = fingerprintOf('POST', '/api/v1/purchases', body);
  for (let round = 0; round < maxRounds; round += 1) {
    const known = await findKey(ctx, userId, key);
    const result = known
      ? await resume(ctx, known, fingerprint, payments)
      : await begin(ctx, { userId, key, fingerprint, body }, payments);
    if (result) return result;
  }
  throw inProgress(null);
}

/** Null when the same key was claimed at the same moment. */
async function begin(
  ctx: Ctx,
  wish: Parameters<typeof startPurchase>[1],
  payments: Payments,
): Promise<BuyResult | null> {
  const started = await startPurchase(ctx, wish, payments);
  if (!started) return null;
  const { purchase, finished } = started;
  if (finished) countOutcome(finished, purchase.country);
  const answer = finished ?? (await chargePurchase(ctx, purchase, payments, 'new'));
  return answer && { ...answer, isReplayed: false };
}

/** Replays what is finished and takes up what was left behind; null when somebody was faster. */
async function resume(ctx: Ctx, known: KnownKey, fingerprint: string, payments: Payments): Promise<BuyResult | null> {
  if (known.fingerprint !== fingerprint) {
    throw new AppError('unprocessable', 'idempotency_key_reused', {
      detail: 'This Idempotency-Key was sent with another body.',
    });
  }
  if (known.response) return { ...(known.response as BuyAnswer), isReplayed: true };
  if (known.isLeased) throw inProgress(known.purchaseId);
  if (!(await takeLease(ctx, known.id))) return null;
  const [purchase] = await ctx.db.select().from(purchases).where(eq(purchases.idempotencyKeyId, known.id));
  if (!purchase) throw new Error(`idempotency key ${known.id} has no purchase`);
  const answer = await chargePurchase(ctx, purchase, payments, 'again');
  return answer && { ...answer, isReplayed: false };
}
