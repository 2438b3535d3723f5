import { eq } from 'drizzle-orm';
import { idempotencyKeys, type purchases } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { problemBody } from '@/lib/problem';
import { signReceipt } from './receipts/sign-receipt';
import type { Purchase, PurchaseAnswer } from './schema';

export type PurchaseRow = typeof purchases.$inferSelect;

/** The answer to a request that buys: `body` is JSON, exactly as it goes out. */
export type BuyAnswer = { status: 201 | 202 | 402; body: string };

export function toPurchase(row: PurchaseRow): Purchase {
  return {
    id: row.id,
    status: row.status as Purchase['status'],
    appId: row.appId,
    amountMinor: row.amountMinor,
    currency: row.currency,
    country: row.country,
    kind: row.kind as Purchase['kind'],
    createdAt: row.createdAt.toISOString(),
    purchasedAt: row.purchasedAt?.toISOString() ?? null,
    refundedAt: row.refundedAt?.toISOString() ?? null,
    declineCode: row.declineCode,
  };
}

/** With the receipt signed anew; what is pending or failed has none. */
export async function toAnswer(ctx: Ctx, row: PurchaseRow): Promise<PurchaseAnswer> {
  const hasReceipt = row.status === 'completed' || row.status === 'refunded';
  return { purchase: toPurchase(row), receipt: hasReceipt ? await signReceipt(ctx, row.id) : null };
}

const detailOfDecline: Record<string, string> = {
  card_declined: 'The card was declined. Try another one.',
  insufficient_funds: 'The card has insufficient funds. Try another one.',
  expired_card: 'The card has expired. Try another one.',
  already_owned: 'You own this app already. The payment goes back to you.',
  charged_twice: 'You were charged twice for one purchase. This second payment goes back to you.',
  canceled: 'The payment was canceled. Nothing was charged; try again.',
  abandoned: 'The payment was never made. Nothing was charged; try again.',
};

/** 402 `payment_declined` with the decline code. */
export function declined(row: PurchaseRow): AppError {
  const declineCode = row.declineCode ?? 'card_declined';
  return new AppError('payment_required', 'payment_declined', {
    detail: detailOfDecline[declineCode] ?? 'The payment was declined. Try another way to pay.',
    members: { declineCode, purchaseId: row.id },
  });
}

/** What a request that buys is told of this purchase as it stands. */
export async function answerOf(ctx: Ctx, row: PurchaseRow): Promise<BuyAnswer> {
  if (row.status === 'failed') return { status: 402, body: JSON.stringify(problemBody(declined(row), ctx.requestId)) };
  return { status: row.status === 'pending' ? 202 : 201, body: JSON.stringify(await toAnswer(ctx, row)) };
}

/** The same of one that somebody else has brought to its end: the bytes that are stored under its key, where they are. */
export async function settledAnswer(ctx: Ctx, row: PurchaseRow): Promise<BuyAnswer> {
  const [stored] = row.idempotencyKeyId
    ? await ctx.db
        .select({ status: idempotencyKeys.responseStatus, body: idempotencyKeys.responseBody })
        .from(idempotencyKeys)
        .where(eq(idempotencyKeys.id, row.idempotencyKeyId))
    : [];
  if (stored?.status == null || stored.body === null) return answerOf(ctx, row);
  return { status: stored.status as BuyAnswer['status'], body: stored.body };
}
