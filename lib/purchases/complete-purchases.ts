import { and, eq, lt, sql } from 'drizzle-orm';
import { idempotencyKeys, purchases } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { PurchaseRow } from './answer';
import { leaseFreeBefore } from './idempotency';
import { resolvePending } from './resolve-purchase';
import { abandonedAfterMs } from './rules';

const batchSize = 50;

/**
 * Takes up purchases that were left behind: a process died, or an answer was lost. Those that are older than a minute and
 * in nobody's hands are finished where the provider was paid, else they fail. Several may run at once: what one has in
 * hand the others pass over. Gives how many reached their end.
 */
export async function completePurchases(
  ctx: Ctx,
  signal: AbortSignal,
  payments: Payments = storePayments(),
): Promise<number> {
  let ended = 0;
  let after: PurchaseRow | undefined;
  while (!signal.aborted) {
    const batch = await leftBehind(ctx, after);
    for (const row of batch) {
      if (signal.aborted) return ended;
      if (await resolvePending(ctx, row, payments)) ended += 1;
    }
    after = batch.at(-1);
    if (batch.length < batchSize) break;
  }
  return ended;
}

async function leftBehind(ctx: Ctx, after: PurchaseRow | undefined): Promise<PurchaseRow[]> {
  const old = new Date(ctx.now.getTime() - abandonedAfterMs);
  const rows = await ctx.db
    .select({ purchase: purchases })
    .from(purchases)
    .leftJoin(idempotencyKeys, eq(idempotencyKeys.id, purchases.idempotencyKeyId))
    .where(
      and(
        eq(purchases.status, 'pending'),
        lt(purchases.createdAt, old),
        after
          ? sql`(${purchases.createdAt}, ${purchases.id}) > (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
        sql`(${idempotencyKeys.lockedAt} is null or ${idempotencyKeys.lockedAt} <= ${leaseFreeBefore(ctx).toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(purchases.createdAt, purchases.id)
    .limit(batchSize)
    .for('update', { of: purchases, skipLocked: true });
  return rows.map(({ purchase }) => purchase);
}
