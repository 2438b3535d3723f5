import type { purchases } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { problemBody } from '@/lib/problem';
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

export const toAnswer = (row: PurchaseRow): PurchaseAnswer => ({ purchase: toPurchase(row), receipt: null });

const detailOfDecline: Record<string, string> = {
  card_declined: 'The card was declined. Try another one.',
  insufficient_funds: 'The card has insufficient funds. Try another one.',
  expired_card: 'The card has expired. Try another one.',
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
export function answerOf(ctx: Ctx, row: PurchaseRow): BuyAnswer {
  if (row.status === 'failed') return { status: 402, body: JSON.stringify(problemBody(declined(row), ctx.requestId)) };
  return { status: row.status === 'pending' ? 202 : 201, body: JSON.stringify(toAnswer(row)) };
}
