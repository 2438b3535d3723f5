import { eq, sql } from 'drizzle-orm';
import { refunds } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { RefundCase, RefundReason } from '../schema';
import { advanceRefund } from './advance-refund';
import { getRefundCase } from './list-refunds';
import { lockPurchase, type TxCtx } from '../purchase-rows';
import { findRefund, lockRefund, type RefundRow, requireRefundable, takeRefund } from './refund-rows';
import { insertRefund } from './request-refund';
import { tellRefused } from './settle-refund';

const decided = ({ id, status }: RefundRow) =>
  new AppError('conflict', 'already_decided', {
    detail: status === 'approved' ? 'This refund was approved already.' : 'This refund was refused already.',
    members: { refundId: id },
  });

/**
 * Gives the money of a waiting request back; approved already is no change. For admins, audited. Each phase is a
 * transaction of its own. Publishes `purchase.refunded`. Throws 401, 403 `role_required`, 404 `not_found`,
 * 409 `already_decided`, `already_refunded`.
 */
export async function approveRefund(
  ctx: Ctx,
  { id, note }: { id: string; note?: string | undefined },
  payments: Payments = storePayments(),
): Promise<RefundCase> {
  requireRole(ctx, 'admin');
  const isMine = await inTransaction(ctx, async (tx) => {
    const { refund, purchase } = await lockRefund(tx, id);
    if (refund.status === 'approved') return false;
    if (refund.status === 'refused') throw decided(refund);
    requireRefundable(purchase);
    await approve(tx, refund, note);
    return true;
  });
  return finish(ctx, id, isMine, payments);
}

/**
 * Keeps the money of a waiting request, with a note that the person reads; refused already is no change. For admins,
 * audited. Throws 401, 403 `role_required`, 404 `not_found`, 409 `already_decided`.
 */
export async function refuseRefund(ctx: Ctx, { id, note }: { id: string; note: string }): Promise<RefundCase> {
  const { userId: decidedBy } = requireRole(ctx, 'admin');
  await inTransaction(ctx, async (tx) => {
    const { refund, purchase } = await lockRefund(tx, id);
    if (refund.status === 'refused') return;
    if (refund.status === 'approved') throw decided(refund);
    await tx.db
      .update(refunds)
      .set({ status: 'refused', decidedBy, decidedAt: tx.now, note })
      .where(eq(refunds.id, id));
    await tellRefused(tx, purchase);
    await audit(tx, 'refund.refused', refund, note);
  });
  return getRefundCase(ctx, id);
}

/**
 * Gives the money of any paid purchase back, whatever the rules say and also after a refusal; a request that waits is
 * approved, and one that was approved is no change. For admins, audited. Publishes `purchase.refunded`. Throws 401,
 * 403 `role_required`, 404 `not_found`, 409 `nothing_to_refund`, `purchase_in_progress`, `already_refunded`.
 */
export async function startRefund(
  ctx: Ctx,
  { purchaseId, reason, note }: { purchaseId: string; reason: RefundReason; note: string },
  payments: Payments = storePayments(),
): Promise<RefundCase> {
  const { userId: decidedBy } = requireRole(ctx, 'admin');
  const { id, isMine } = await inTransaction(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, purchaseId);
    if (!purchase) throw new AppError('not_found', 'not_found', { detail: 'There is no such purchase.' });
    const existing = await findRefund(tx, purchaseId);
    if (existing?.status === 'approved') return { id: existing.id, isMine: false };
    // A charge that never became a purchase, whose refund the provider refused once.
    const isStray = purchase.status === 'failed' && purchase.providerPaymentId !== null;
    if (!isStray) requireRefundable(purchase);
    if (existing?.status === 'pending') {
      await approve(tx, existing, note);
      return { id: existing.id, isMine: true };
    }
    const row = await insertRefund(tx, purchase, { reason, status: 'approved', decidedBy, note });
    await audit(tx, 'refund.started', row, note);
    return { id: row.id, isMine: true };
  });
  return finish(ctx, id, isMine, payments);
}

async function approve(ctx: TxCtx, refund: RefundRow, note: string | undefined): Promise<void> {
  const { userId: decidedBy } = requireRole(ctx, 'admin');
  await ctx.db
    .update(refunds)
    .set({ status: 'approved', decidedBy, decidedAt: ctx.now, note: note ?? null, lockedAt: sql`now()` })
    .where(eq(refunds.id, refund.id));
  await audit(ctx, 'refund.approved', refund, note);
}

async function audit(ctx: TxCtx, action: string, refund: RefundRow, reason: string | undefined): Promise<void> {
  const { id, purchaseId, amountMinor, currency } = refund;
  await appendAudit(ctx, {
    action,
    subjectType: 'refund',
    subjectId: id,
    changes: { purchaseId, amountMinor, currency },
    ...(reason ? { reason } : {}),
  });
}

async function finish(ctx: Ctx, id: string, isMine: boolean, payments: Payments): Promise<RefundCase> {
  if (isMine || (await takeRefund(ctx, id))) await advanceRefund(ctx, id, payments);
  return getRefundCase(ctx, id);
}
