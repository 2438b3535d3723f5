import { and, desc, eq, sql } from 'drizzle-orm';
import { purchases, refunds } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { PurchaseRow } from '../answer';
import { leaseMs } from '../idempotency';
import { lockPurchase, type TxCtx } from '../purchase-rows';
import { refundObstacle } from '../rules';
import type { Purchase, Refund, RefundReason } from '../schema';

export type RefundRow = typeof refunds.$inferSelect;
export type Held = { refund: RefundRow; purchase: PurchaseRow };

/** Somebody works on it: the database's clock says so, for a process's may be wrong. */
const isLeaseFree = sql`(${refunds.lockedAt} is null or ${refunds.lockedAt} <= now() - make_interval(secs => ${leaseMs / 1000}))`;

export const isUnfinished = sql`${refunds.status} = 'approved' and ${refunds.recoveryPoint} <> 'finished'`;

/** What a provider's refusal is written down as: no person decided it. */
export const refusedByProvider = ({ status, decidedBy }: Pick<RefundRow, 'status' | 'decidedBy'>) =>
  status === 'refused' && decidedBy === null;

/** What counts of a purchase's refunds: the one that is not refused, else the newest. */
export async function findRefund(ctx: Ctx, purchaseId: string): Promise<RefundRow | null> {
  const [row] = await ctx.db
    .select()
    .from(refunds)
    .where(eq(refunds.purchaseId, purchaseId))
    .orderBy(sql`${refunds.status} = 'refused'`, desc(refunds.createdAt), desc(refunds.id))
    .limit(1);
  return row ?? null;
}

export async function readRefund(ctx: Ctx, refundId: string): Promise<Held> {
  const [row] = await ctx.db
    .select({ refund: refunds, purchase: purchases })
    .from(refunds)
    .innerJoin(purchases, eq(purchases.id, refunds.purchaseId))
    .where(eq(refunds.id, refundId));
  if (!row) throw new AppError('not_found', 'not_found', { detail: 'There is no such refund.' });
  return row;
}

/** A refund and its purchase, locked until the transaction ends: the purchase first, as everybody does. */
export async function lockRefund(ctx: TxCtx, refundId: string): Promise<Held> {
  const { refund } = await readRefund(ctx, refundId);
  const purchase = await lockPurchase(ctx, refund.purchaseId);
  const [locked] = await ctx.db.select().from(refunds).where(eq(refunds.id, refundId)).for('update');
  if (!purchase || !locked) throw new Error(`refund ${refundId} is gone`);
  return { refund: locked, purchase };
}

/** Takes an unfinished refund whose lease is free in hand; false when somebody works on it, or there is nothing to do. */
export async function takeRefund(ctx: Ctx, refundId: string): Promise<boolean> {
  const taken = await ctx.db
    .update(refunds)
    .set({ lockedAt: sql`now()` })
    .where(and(eq(refunds.id, refundId), isUnfinished, isLeaseFree))
    .returning({ id: refunds.id });
  return taken.length > 0;
}

/** As takeRefund, of the first one after this; passes over what another worker is taking. */
export async function takeNextRefund(ctx: Ctx, after: string | null): Promise<string | null> {
  const next = sql`
    select id from refunds
    where ${isUnfinished} and ${isLeaseFree} ${after === null ? sql`` : sql`and id > ${after}`}
    order by id limit 1 for update skip locked`;
  const [taken] = await ctx.db
    .update(refunds)
    .set({ lockedAt: sql`now()` })
    .where(sql`${refunds.id} = (${next})`)
    .returning({ id: refunds.id });
  return taken?.id ?? null;
}

/** Throws 409 `nothing_to_refund`, `purchase_in_progress`, `already_refunded`. */
export function requireRefundable(purchase: PurchaseRow): void {
  const obstacle = refundObstacle({ ...purchase, status: purchase.status as Purchase['status'] });
  if (obstacle === null) return;
  throw new AppError('conflict', obstacle, {
    detail: {
      nothing_to_refund: 'Nothing was paid for this, so there is nothing to give back.',
      purchase_in_progress: 'This purchase is still being worked on.',
      already_refunded: 'This purchase was refunded already.',
    }[obstacle],
    members: { purchaseId: purchase.id },
    ...(obstacle === 'purchase_in_progress' ? { retryAfterSeconds: 1 } : {}),
  });
}

export function toRefund(row: RefundRow): Refund {
  const refusedBy = row.status !== 'refused' ? null : refusedByProvider(row) ? 'provider' : 'store';
  return {
    id: row.id,
    status: row.status as Refund['status'],
    reason: row.reason as RefundReason,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    refusedBy,
    note: refusedBy === 'store' ? row.note : null,
  };
}
