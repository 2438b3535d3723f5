import { and, eq } from 'drizzle-orm';
import { purchases } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { declined, type PurchaseRow, toAnswer } from './answer';
import { chargePurchase } from './charge-purchase';
import { lastAttempt, takeLease } from './idempotency';
import { abandonedAfterMs } from './rules';
import type { PurchaseAnswer } from './schema';

/**
 * One of my purchases as it stands. One that was left pending is brought to its end first, without charging anything:
 * finished when the provider was paid, failed as `abandoned` when it knows nothing a minute after the last attempt.
 * Throws 402 `payment_declined`, 404 `not_found`.
 */
export async function getPurchase(
  ctx: Ctx,
  purchaseId: string,
  payments: Payments = storePayments(),
): Promise<PurchaseAnswer> {
  const { userId } = requireUser(ctx);
  const find = async () => {
    const [row] = await ctx.db
      .select()
      .from(purchases)
      .where(and(eq(purchases.id, purchaseId), eq(purchases.userId, userId)));
    if (!row) throw new AppError('not_found', 'not_found');
    return row;
  };
  let row = await find();
  if (row.status === 'pending') {
    await resolvePending(ctx, row, payments);
    row = await find();
  }
  if (row.status === 'failed') throw declined(row);
  return toAnswer(ctx, row);
}

/**
 * Brings a pending purchase as far as it goes: paid, it is finished; a minute after the last attempt to charge, the
 * provider is told that there shall be none, and it has failed. One that somebody else works on is left to them. True when
 * this has brought it to its end.
 */
export async function resolvePending(ctx: Ctx, row: PurchaseRow, payments: Payments): Promise<boolean> {
  const keyId = row.idempotencyKeyId;
  const attemptedAt = keyId ? await lastAttempt(ctx, keyId) : null;
  if (keyId && !(await takeLease(ctx, keyId))) return false;
  const lastTry = Math.max(row.createdAt.getTime(), attemptedAt?.getTime() ?? 0);
  const isAbandoned = ctx.now.getTime() - lastTry >= abandonedAfterMs;
  try {
    const answer = await chargePurchase(ctx, row, payments, isAbandoned ? 'end' : 'look', attemptedAt);
    return answer !== null && answer.status !== 202;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unavailable') return false;
    throw error;
  }
}
