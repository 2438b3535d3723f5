import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { apps, appPrices, entitlements, ledgerEntries, purchases } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { violates } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { metrics } from '@/lib/metrics';
import { answerOf, type BuyAnswer, type PurchaseRow } from './answer';
import { finishKey, markCharged } from './idempotency';
import { firstPeriodEnd, nextStatuses, type PurchaseStatus, type SaleRates, saleEntries } from './rules';

type TxCtx = Ctx & { db: Tx };

/** The purchase, locked until the transaction ends. */
async function lockPurchase(ctx: TxCtx, purchaseId: string): Promise<PurchaseRow> {
  const [row] = await ctx.db.select().from(purchases).where(eq(purchases.id, purchaseId)).for('update');
  if (!row) throw new Error(`purchase ${purchaseId} is gone`);
  return row;
}

const canBecome = (row: PurchaseRow, status: PurchaseStatus) =>
  nextStatuses[row.status as PurchaseStatus].includes(status);

/** Writes down that the provider was paid, before anything is made of it. */
export async function recordCharge(ctx: TxCtx, purchaseId: string, provider: string, paymentId: string): Promise<void> {
  const row = await lockPurchase(ctx, purchaseId);
  if (row.providerPaymentId !== null) return;
  if (!canBecome(row, 'completed')) {
    ctx.log.error({ purchaseId, paymentId }, 'charged for a purchase that had ended: give the money back');
    return;
  }
  await ctx.db.update(purchases).set({ provider, providerPaymentId: paymentId }).where(eq(purchases.id, purchaseId));
  if (row.idempotencyKeyId) await markCharged(ctx, row.idempotencyKeyId);
}

/**
 * Finishes a purchase that is free or charged: completed, entitlement, balanced ledger entries, event
 * `purchase.completed` and the stored answer, in this transaction. Everybody who settles calls this; twice is a no-op.
 */
export async function settlePurchase(ctx: TxCtx, purchaseId: string, rates: SaleRates | null): Promise<BuyAnswer> {
  const pending = await lockPurchase(ctx, purchaseId);
  if (!canBecome(pending, 'completed')) return answerOf(ctx, pending);
  const row = await complete(ctx, pending);
  await grant(ctx, row);
  if (row.amountMinor > 0) {
    if (!rates) throw new Error(`purchase ${purchaseId} was paid and needs rates`);
    await book(ctx, row, rates);
  }
  await publish(ctx, { type: 'purchase.completed', payload: { purchaseId } });
  const answer = answerOf(ctx, row);
  if (row.idempotencyKeyId) await finishKey(ctx, row.idempotencyKeyId, answer);
  return answer;
}

/** Ends a pending purchase that will not be paid; the answer is stored under its key. Twice is a no-op. */
export async function failPurchase(ctx: TxCtx, purchaseId: string, declineCode: string): Promise<BuyAnswer> {
  const pending = await lockPurchase(ctx, purchaseId);
  if (!canBecome(pending, 'failed') || pending.providerPaymentId !== null) return answerOf(ctx, pending);
  const [row] = await ctx.db
    .update(purchases)
    .set({ status: 'failed', declineCode })
    .where(eq(purchases.id, purchaseId))
    .returning();
  const answer = answerOf(ctx, row as PurchaseRow);
  if (pending.idempotencyKeyId) await finishKey(ctx, pending.idempotencyKeyId, answer);
  return answer;
}

/** Counts a purchase that has reached its end; call it after the commit. */
export function countOutcome(answer: BuyAnswer, country: string): void {
  if (answer.status !== 202) metrics.purchases.inc({ status: answer.status === 201 ? 'completed' : 'failed', country });
}

async function complete(ctx: TxCtx, pending: PurchaseRow): Promise<PurchaseRow> {
  const [row] = await ctx.db
    .update(purchases)
    .set({ status: 'completed', purchasedAt: ctx.now, expiresAt: await expiry(ctx, pending) })
    .where(eq(purchases.id, pending.id))
    .returning();
  return row as PurchaseRow;
}

/** A subscription that cost nothing although its price does is on trial. */
async function expiry(ctx: TxCtx, pending: PurchaseRow): Promise<Date | null> {
  if (pending.kind !== 'subscription') return null;
  const [price] = await ctx.db.select().from(appPrices).where(eq(appPrices.id, pending.priceId));
  if (!price?.period) return null;
  const isTrial = pending.amountMinor === 0 && price.amountMinor > 0;
  return firstPeriodEnd(ctx.now, price.period, isTrial ? price.trialDays : 0);
}

async function grant(ctx: TxCtx, row: PurchaseRow): Promise<void> {
  try {
    await ctx.db.insert(entitlements).values({
      id: newId(ctx.now),
      userId: row.userId,
      appId: row.appId,
      purchaseId: row.id,
      grantedAt: ctx.now,
    });
  } catch (error) {
    if (violates(error, 'entitlements_one_active_key') && row.amountMinor > 0) {
      ctx.log.error({ purchaseId: row.id }, 'charged for an app that is owned already: give the money back');
    }
    throw error;
  }
}

async function book(ctx: TxCtx, row: PurchaseRow, rates: SaleRates): Promise<void> {
  const [app] = await ctx.db.select({ organizationId: apps.organizationId }).from(apps).where(eq(apps.id, row.appId));
  if (!app) throw new Error(`app ${row.appId} is gone`);
  const entries = saleEntries(
    { amountMinor: row.amountMinor, country: row.country, organizationId: app.organizationId },
    rates,
  );
  await ctx.db.insert(ledgerEntries).values(
    entries.map((entry) => ({
      id: newId(ctx.now),
      transactionId: row.id,
      purchaseId: row.id,
      organizationId: app.organizationId,
      account: entry.account,
      amountMinor: entry.amountMinor,
      currency: row.currency,
      createdAt: ctx.now,
    })),
  );
}
