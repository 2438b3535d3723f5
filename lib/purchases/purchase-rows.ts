import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { purchases } from '@/db/schema';
import { afterCommit, type Ctx } from '@/lib/context';
import { metrics } from '@/lib/metrics';
import { answerOf, type BuyAnswer, type PurchaseRow } from './answer';
import { finishKey } from './idempotency';

export type TxCtx = Ctx & { db: Tx };

/** The purchase, locked until the transaction ends; null where there is none of that id. */
export async function lockPurchase(ctx: TxCtx, purchaseId: string): Promise<PurchaseRow | null> {
  const [row] = await ctx.db.select().from(purchases).where(eq(purchases.id, purchaseId)).for('update');
  return row ?? null;
}

/** Ends a locked pending purchase as failed, with its answer stored under its key. */
export async function endAsFailed(ctx: TxCtx, pending: PurchaseRow, declineCode: string): Promise<BuyAnswer> {
  const failed = { status: 'failed', declineCode };
  await ctx.db.update(purchases).set(failed).where(eq(purchases.id, pending.id));
  countOutcome(ctx, 'failed', pending.country);
  const answer = await answerOf(ctx, { ...pending, ...failed });
  if (pending.idempotencyKeyId) await finishKey(ctx, pending.idempotencyKeyId, answer);
  return answer;
}

/** Counts a purchase that has reached its end, once that is committed. */
export const countOutcome = (ctx: TxCtx, status: 'completed' | 'failed', country: string) =>
  afterCommit(ctx.db, () => metrics.purchases.inc({ status, country }));
