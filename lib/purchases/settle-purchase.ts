import { and, eq, isNull, sql } from 'drizzle-orm';
import { appPrices, entitlements, ledgerEntries, purchases } from '@/db/schema';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { answerOf, type BuyAnswer, type PurchaseRow, settledAnswer } from './answer';
import { finishKey, markCharged } from './idempotency';
import { countOutcome, endAsFailed, lockPurchase, type TxCtx } from './purchase-rows';
import type { SaleTerms } from './sale-terms';
import { refundStrayCharge } from './refunds/refund-stray-charge';
import { firstPeriodEnd, nextStatuses, type PurchaseStatus, saleEntries } from './rules';

async function requireLocked(ctx: TxCtx, purchaseId: string): Promise<PurchaseRow> {
  const row = await lockPurchase(ctx, purchaseId);
  if (!row) throw new Error(`purchase ${purchaseId} is gone`);
  return row;
}

const canBecome = (row: PurchaseRow, status: PurchaseStatus) =>
  nextStatuses[row.status as PurchaseStatus].includes(status);

/**
 * Writes down that the provider was paid, before anything is made of it. Money that came for a purchase that had failed,
 * or a second payment of one purchase, goes back.
 */
export async function recordCharge(ctx: TxCtx, purchaseId: string, provider: string, paymentId: string): Promise<void> {
  const [charged] = await ctx.db
    .update(purchases)
    .set({ provider, providerPaymentId: paymentId })
    .where(and(eq(purchases.id, purchaseId), eq(purchases.status, 'pending'), isNull(purchases.providerPaymentId)))
    .returning({ keyId: purchases.idempotencyKeyId });
  if (charged?.keyId) await markCharged(ctx, charged.keyId);
  if (charged) return;
  const row = await requireLocked(ctx, purchaseId);
  if (row.provider === provider && row.providerPaymentId === paymentId) return;
  await giveBack(ctx, { ...row, provider, providerPaymentId: paymentId }, row.declineCode ?? row.status);
}

/**
 * Finishes a purchase that is free or charged: completed, entitlement, balanced ledger entries, event
 * `purchase.completed` and the stored answer, in this transaction. Everybody who settles calls this; twice is a no-op.
 */
export async function settlePurchase(ctx: TxCtx, purchaseId: string, terms: SaleTerms | null): Promise<BuyAnswer> {
  const pending = await requireLocked(ctx, purchaseId);
  return canBecome(pending, 'completed') ? finishPurchase(ctx, pending, terms) : settledAnswer(ctx, pending);
}

/** The same of one that is pending and that nobody else can see, or get at, before this transaction ends. */
export async function finishPurchase(ctx: TxCtx, pending: PurchaseRow, terms: SaleTerms | null): Promise<BuyAnswer> {
  if (!(await grant(ctx, pending))) return refuse(ctx, pending);
  const row = await complete(ctx, pending);
  if (row.amountMinor > 0) {
    if (!terms) throw new Error(`purchase ${row.id} was paid and needs terms`);
    await book(ctx, row, terms);
  }
  await publish(ctx, { type: 'purchase.completed', payload: { purchaseId: row.id } });
  countOutcome(ctx, 'completed', row.country);
  const answer = await answerOf(ctx, row);
  if (row.idempotencyKeyId) await finishKey(ctx, row.idempotencyKeyId, answer);
  return answer;
}

/** Ends a pending purchase that will not be paid; the answer is stored under its key. Twice is a no-op. */
export async function failPurchase(ctx: TxCtx, purchaseId: string, declineCode: string): Promise<BuyAnswer> {
  const pending = await requireLocked(ctx, purchaseId);
  if (!canBecome(pending, 'failed') || pending.providerPaymentId !== null) return settledAnswer(ctx, pending);
  return endAsFailed(ctx, pending, declineCode);
}

async function complete(ctx: TxCtx, pending: PurchaseRow): Promise<PurchaseRow> {
  const done = { status: 'completed', purchasedAt: ctx.now, expiresAt: await expiry(ctx, pending) };
  await ctx.db.update(purchases).set(done).where(eq(purchases.id, pending.id));
  return { ...pending, ...done };
}

/** A subscription that cost nothing although its price does is on trial. */
async function expiry(ctx: TxCtx, pending: PurchaseRow): Promise<Date | null> {
  if (pending.kind !== 'subscription') return null;
  const [price] = await ctx.db.select().from(appPrices).where(eq(appPrices.id, pending.priceId));
  if (!price?.period) return null;
  const isTrial = pending.amountMinor === 0 && price.amountMinor > 0;
  return firstPeriodEnd(ctx.now, price.period, isTrial ? price.trialDays : 0);
}

/** False when the app is owned already. */
async function grant(ctx: TxCtx, { id, userId, appId }: PurchaseRow): Promise<boolean> {
  const granted = await ctx.db
    .insert(entitlements)
    .values({ id: newId(ctx.now), userId, appId, purchaseId: id, grantedAt: ctx.now })
    .onConflictDoNothing({ target: [entitlements.userId, entitlements.appId], where: sql`is_active` })
    .returning({ id: entitlements.id });
  return granted.length > 0;
}

/** The last guard: whoever paid for what they own by now gets the money back. */
async function refuse(ctx: TxCtx, pending: PurchaseRow): Promise<BuyAnswer> {
  if (pending.amountMinor === 0) throw new Error(`purchase ${pending.id} is of an app that is owned`);
  await giveBack(ctx, pending, 'already_owned');
  return settledAnswer(ctx, await requireLocked(ctx, pending.id));
}

async function giveBack(
  ctx: TxCtx,
  { id, provider, providerPaymentId, amountMinor, currency }: PurchaseRow,
  why: string,
): Promise<void> {
  if (provider === null || providerPaymentId === null) throw new Error(`purchase ${id} was never paid`);
  await refundStrayCharge(ctx, { purchaseId: id, provider, paymentId: providerPaymentId, amountMinor, currency, why });
}

async function book(ctx: TxCtx, row: PurchaseRow, { organizationId, ...rates }: SaleTerms): Promise<void> {
  const entries = saleEntries({ amountMinor: row.amountMinor, country: row.country, organizationId }, rates);
  await ctx.db.insert(ledgerEntries).values(
    entries.map((entry) => ({
      id: newId(ctx.now),
      transactionId: row.id,
      purchaseId: row.id,
      organizationId,
      account: entry.account,
      amountMinor: entry.amountMinor,
      currency: row.currency,
      createdAt: ctx.now,
    })),
  );
}
