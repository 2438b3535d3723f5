import { and, eq } from 'drizzle-orm';
import { purchases } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { declined, type PurchaseRow, toAnswer } from './answer';
import { chargePurchase } from './charge-purchase';
import { lastAttempt, takeLease } from './idempotency';
import { abandonedAfterMs } from './rules';
import type { PurchaseAnswer } from './schema';
import { countOutcome, failPurchase } from './settle-purchase';

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
    await resolve(ctx, row, payments);
    row = await find();
  }
  if (row.status === 'failed') throw declined(row);
  return toAnswer(row);
}

async function resolve(ctx: Ctx, row: PurchaseRow, payments: Payments): Promise<void> {
  const keyId = row.idempotencyKeyId;
  const attemptedAt = keyId ? await lastAttempt(ctx, keyId) : null;
  if (keyId && !(await takeLease(ctx, keyId))) return;
  try {
    const answer = await chargePurchase(ctx, row, payments, 'look', attemptedAt);
    if (answer !== null) return;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unavailable') return;
    throw error;
  }
  const lastTry = Math.max(row.createdAt.getTime(), attemptedAt?.getTime() ?? 0);
  if (ctx.now.getTime() - lastTry < abandonedAfterMs || (keyId && !(await takeLease(ctx, keyId)))) return;
  countOutcome(await inTransaction(ctx, (tx) => failPurchase(tx, row.id, 'abandoned')), row.country);
}
