import { eq } from 'drizzle-orm';
import { purchases } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { answerOnce, type BuyResult, keyReused } from './answer-once';
import type { BuyAnswer } from './answer';
import { chargePurchase } from './charge-purchase';
import { findKey, fingerprintOf, type KnownKey, parseIdempotencyKey, takeLease } from './idempotency';
import type { BuyAppBody } from './schema';
import { inProgress, startPurchase } from './start-purchase';

type BuyInput = { idempotencyKey: string | null; body: BuyAppBody };

const maxRounds = 5;

const accountChanged = () =>
  new AppError('conflict', 'account_changed', {
    detail: 'You are signed in as somebody else now. Reload the page.',
  });

/**
 * Gets or buys an app for the signed-in person, exactly once for each idempotency key; each phase is a transaction of
 * its own, so call it outside of one. Publishes `purchase.completed`. Answers 201, 202 (outcome unknown) or 402; throws
 * 400 `idempotency_key_missing`, `idempotency_key_invalid`, 404 `not_found`, 409 `purchase_in_progress`, `already_owned`,
 * `price_changed`, `account_changed`, 422 `idempotency_key_reused`, `payment_method_unknown`, 429 `rate_limited`, 503 `payments_unavailable`.
 */
export async function buyApp(
  ctx: Ctx,
  { idempotencyKey, body }: BuyInput,
  payments: Payments = storePayments(),
): Promise<BuyResult> {
  const { userId } = requireUser(ctx);
  if (body.accountId !== undefined && body.accountId !== userId) throw accountChanged();
  if ('rollback' in ctx.db) throw new Error('buying needs transactions of its own');
  await takeFromLimit(ctx, 'purchaseRequests', userId);
  const key = parseIdempotencyKey(idempotencyKey);
  const fingerprint = fingerprintOf('POST', '/api/v1/purchases', body);
  const work = async () => {
    for (let round = 0; round < maxRounds; round += 1) {
      const known = await findKey(ctx, userId, key);
      const result = known
        ? (replay(known, fingerprint) ?? (await resume(ctx, known, payments)))
        : await begin(ctx, { userId, key, fingerprint, body }, payments);
      if (result) return result;
    }
    throw inProgress(null);
  };
  const look = async () => {
    const known = await findKey(ctx, userId, key);
    const result = known && replay(known, fingerprint);
    if (result) return result;
    throw inProgress(known?.purchaseId ?? null);
  };
  return answerOnce({ userId, key, fingerprint }, { work, look });
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
  const answer = finished ?? (await chargePurchase(ctx, purchase, payments, 'new'));
  return answer && { ...answer, isReplayed: false };
}

/** The answer of a key that is finished; throws 422 `idempotency_key_reused` for another body. */
function replay(known: KnownKey, fingerprint: string): BuyResult | null {
  if (known.fingerprint !== fingerprint) throw keyReused();
  return known.response && { ...(known.response as BuyAnswer), isReplayed: true };
}

/** Takes up what was left behind; null when somebody was faster. */
async function resume(ctx: Ctx, known: KnownKey, payments: Payments): Promise<BuyResult | null> {
  if (known.isLeased) throw inProgress(known.purchaseId);
  if (!(await takeLease(ctx, known.id))) return null;
  const [purchase] = await ctx.db.select().from(purchases).where(eq(purchases.idempotencyKeyId, known.id));
  if (!purchase) throw new Error(`idempotency key ${known.id} has no purchase`);
  const answer = await chargePurchase(ctx, purchase, payments, 'again');
  return answer && { ...answer, isReplayed: false };
}
