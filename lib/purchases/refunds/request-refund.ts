import { sql } from 'drizzle-orm';
import { refunds } from '@/db/schema';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { PurchaseRow } from '../answer';
import { judgeRefund } from '../rules';
import type { Refund, RefundReason } from '../schema';
import { advanceRefund } from './advance-refund';
import { lockPurchase, type TxCtx } from '../purchase-rows';
import { findRefund, type RefundRow, refusedByProvider, requireRefundable, takeRefund, toRefund } from './refund-rows';
import { readRefundFacts } from './queries';

const pauseMs = 60_000;

/** 201: the money went back just now. 202: an admin decides, or it is on its way. 200: how it ended. */
type Answer<S> = { status: S; body: { refund: Refund } };
export type RefundAnswer = Answer<200> | Answer<201> | Answer<202>;

/**
 * Asks for the money of one of my purchases back: at once where the rules allow it, else an admin decides. Asked again, it
 * answers what became of it; only what the provider refused may be asked for anew. Each phase is a transaction of its
 * own. Publishes `purchase.refunded`. Throws 404 `not_found`, 409 `nothing_to_refund`, `purchase_in_progress`,
 * `already_refunded`, 429 `rate_limited`.
 */
export async function requestRefund(
  ctx: Ctx,
  { purchaseId, reason }: { purchaseId: string; reason: RefundReason },
  payments: Payments = storePayments(),
): Promise<RefundAnswer> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'purchaseRequests', userId);
  const { row, isMine } = await inTransaction(ctx, (tx) => openRefund(tx, { userId, purchaseId, reason }));
  const mayWork = isMine || (await takeRefund(ctx, row.id));
  return answerOf(mayWork ? await advanceRefund(ctx, row.id, payments) : row, mayWork);
}

function answerOf(row: RefundRow, isJustNow: boolean): RefundAnswer {
  const isUnderWay = row.status === 'pending' || (row.status === 'approved' && row.recoveryPoint !== 'finished');
  const hasGoneBack = row.status === 'approved' && isJustNow;
  const body = { refund: toRefund(row) };
  if (isUnderWay) return { status: 202, body };
  return hasGoneBack ? { status: 201, body } : { status: 200, body };
}

/** The provider is not asked again about the same money within a minute. */
const mayAskAnew = (ctx: Ctx, refund: RefundRow) =>
  refusedByProvider(refund) && ctx.now.getTime() - (refund.decidedAt?.getTime() ?? 0) >= pauseMs;

type Wish = { userId: string; purchaseId: string; reason: RefundReason };

/**
 * The phase `requested`: the refund there is, or a new one as the rules judge it; `isMine` when it is approved and new,
 * with the lease of this request.
 */
export async function openRefund(ctx: TxCtx, wish: Wish): Promise<{ row: RefundRow; isMine: boolean }> {
  // One person's requests take turns: of two at once the second counts the first.
  await ctx.db.execute(sql`select from users where id = ${wish.userId} for no key update`);
  const purchase = await lockPurchase(ctx, wish.purchaseId);
  if (!purchase || purchase.userId !== wish.userId) throw new AppError('not_found', 'not_found');
  const existing = await findRefund(ctx, purchase.id);
  if (existing && !mayAskAnew(ctx, existing)) return { row: existing, isMine: false };
  requireRefundable(purchase);
  const { status } = judgeRefund(await readRefundFacts(ctx, purchase));
  const row = await insertRefund(ctx, purchase, { reason: wish.reason, status });
  return { row, isMine: status === 'approved' };
}

type NewRefund = Pick<typeof refunds.$inferInsert, 'status' | 'reason' | 'decidedBy' | 'note' | 'amountMinor'>;

/** All of what was paid, back; an approved one is in the hand of whoever inserts it. */
export async function insertRefund(
  ctx: TxCtx,
  { id: purchaseId, userId, amountMinor, currency }: PurchaseRow,
  values: Omit<NewRefund, 'amountMinor'>,
): Promise<RefundRow> {
  const isPending = values.status === 'pending';
  const [row] = await ctx.db
    .insert(refunds)
    .values({
      id: newId(ctx.now),
      purchaseId,
      userId,
      amountMinor,
      currency,
      createdAt: ctx.now,
      decidedAt: isPending ? null : ctx.now,
      lockedAt: isPending ? null : sql`now()`,
      ...values,
    })
    .returning();
  return row as RefundRow;
}
