import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { entitlements, purchases, users } from '@/db/schema';
import { priceInForce } from '@/lib/catalog/cards';
import { findAppId } from '@/lib/catalog/queries';
import type { Price } from '@/lib/catalog/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { takePoint } from '@/lib/cache/rate-limit';
import { getSettings, type Settings } from '@/lib/settings';
import type { BuyAnswer, PurchaseRow } from './answer';
import { claimKey } from './idempotency';
import { chooseToken } from './payment-methods';
import type { BuyAppBody } from './schema';
import { finishPurchase } from './settle-purchase';

type Wish = { userId: string; key: string; fingerprint: string; body: BuyAppBody };

/** `finished`: it cost nothing and is owned. `pending`: it is to be charged. */
export type Started = { purchase: PurchaseRow; finished: BuyAnswer | null };

export const inProgress = (purchaseId: string | null) =>
  new AppError('conflict', 'purchase_in_progress', {
    detail: 'This purchase is still being worked on.',
    retryAfterSeconds: 1,
    ...(purchaseId ? { members: { purchaseId } } : {}),
  });

const alreadyOwned = (purchaseId: string) =>
  new AppError('conflict', 'already_owned', { detail: 'You own this app already.', members: { purchaseId } });

/**
 * The phase `started`, in one transaction: claims the key, checks ownership and price, and inserts the purchase
 * as the one pending purchase of this app by this user. What costs nothing is finished here too.
 * Null when the key was claimed meanwhile; every refusal leaves nothing behind.
 */
export async function startPurchase(ctx: Ctx, wish: Wish, payments: Payments): Promise<Started | null> {
  // Before the transaction: a second connection out of a full pool would wait for ever.
  const settings = await getSettings(ctx);
  return inTransaction(ctx, async (tx) => {
    await requireAccount(tx, wish.userId);
    const keyId = await claimKey(tx, wish);
    if (!keyId) return null;
    const purchase = await insertPending(tx, keyId, wish, settings, payments);
    const finished = purchase.amountMinor === 0 ? await finishPurchase(tx, purchase, null) : null;
    return { purchase, finished };
  });
}

/** Whoever erases this account waits for the end of this transaction, or has done it: then nothing starts any more. */
async function requireAccount({ db }: Ctx & { db: Tx }, userId: string): Promise<void> {
  const [account] = await db
    .select({ erasedAt: users.erasedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('key share');
  if (account && account.erasedAt === null) return;
  throw new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });
}

async function insertPending(
  ctx: Ctx & { db: Tx },
  keyId: string,
  wish: Wish,
  settings: Settings,
  payments: Payments,
): Promise<PurchaseRow> {
  const { userId, body } = wish;
  const appId = isId(body.appId) ? body.appId : await findAppId(ctx, body.appId);
  if (!appId) throw new AppError('not_found', 'not_found');
  const { country } = requireUser(ctx);
  const price = await priceInForce(ctx, appId, country);
  if (!price || !isSame(price, body)) {
    // Whoever owns it, or is buying it already, hears that and not that it costs something else.
    await requireBuyable(ctx, userId, appId);
    throw price ? priceChanged(price) : notForSale();
  }
  const amountMinor = (await startsWithTrial(ctx, userId, appId, price)) ? 0 : price.amountMinor;
  const paymentToken =
    amountMinor > 0 || body.paymentMethodId !== undefined
      ? await chooseToken(ctx, userId, body.paymentMethodId, payments)
      : null;
  const row: PurchaseRow = {
    id: newId(ctx.now),
    userId,
    appId,
    priceId: price.id,
    amountMinor,
    currency: price.currency,
    country,
    kind: price.kind,
    status: 'pending',
    provider: amountMinor > 0 ? payments.name : null,
    providerPaymentId: null,
    paymentToken: amountMinor > 0 ? paymentToken : null,
    declineCode: null,
    idempotencyKeyId: keyId,
    originalPurchaseId: null,
    periodNumber: 0,
    createdAt: ctx.now,
    purchasedAt: null,
    expiresAt: null,
    refundedAt: null,
  };
  const inserted = await ctx.db
    .insert(purchases)
    .values(row)
    .onConflictDoNothing({
      target: [purchases.userId, purchases.appId],
      where: sql`status = 'pending' and period_number = 0`,
    })
    .returning({ id: purchases.id });
  // Now that nobody else can start: what was bought just before is visible.
  await requireBuyable(ctx, userId, appId, inserted[0]?.id);
  if (inserted.length === 0) throw inProgress(null);
  if (amountMinor > 0) {
    const unavailable = payments.unavailability();
    if (unavailable) throw paymentsUnavailable(unavailable.retryAfterSeconds);
    await takePoint(settings, 'chargeAttempts', userId);
  }
  return row;
}

export const paymentsUnavailable = (retryAfterSeconds: number) =>
  new AppError('unavailable', 'payments_unavailable', {
    detail: 'Payments are not available right now. Nothing was charged; try again in a moment.',
    retryAfterSeconds,
  });

const notForSale = () =>
  new AppError('not_found', 'not_found', { detail: 'This app is not for sale in your country.' });

const priceChanged = (price: Price) =>
  new AppError('conflict', 'price_changed', {
    detail: 'The price has changed. Look at it again.',
    members: { price },
  });

const isSame = (price: Price, { priceId, expected }: BuyAppBody) =>
  price.id === priceId && price.amountMinor === expected.amountMinor && price.currency === expected.currency;

type Standing = { is_listed: boolean; owned_by: string | null; pending_id: string | null };

/** Throws 409 when the app is owned or being bought already, 404 when nobody may buy it. */
async function requireBuyable(ctx: Ctx, userId: string, appId: string, ownPurchaseId?: string): Promise<void> {
  const [row] = await ctx.db.execute<Standing>(sql`
    select a.status = 'listed' as is_listed,
      (select purchase_id from entitlements e where e.user_id = ${userId} and e.app_id = a.id and e.is_active) as owned_by,
      (select p.id from purchases p where p.user_id = ${userId} and p.app_id = a.id and p.status = 'pending' and p.period_number = 0) as pending_id
    from apps a where a.id = ${appId}`);
  if (!row) throw new AppError('not_found', 'not_found');
  if (row.owned_by) throw alreadyOwned(row.owned_by);
  if (row.pending_id && row.pending_id !== ownPurchaseId) throw inProgress(row.pending_id);
  if (!row.is_listed) throw notForSale();
}

/** A first subscription to an app starts with the trial of its price, and costs nothing until the trial ends. */
async function startsWithTrial(ctx: Ctx, userId: string, appId: string, price: Price): Promise<boolean> {
  if (price.kind !== 'subscription' || !price.trialDays) return false;
  const earlier = await ctx.db
    .select({ id: entitlements.id })
    .from(entitlements)
    .where(and(eq(entitlements.userId, userId), eq(entitlements.appId, appId)))
    .limit(1);
  return earlier.length === 0;
}
