import { createHmac } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { apps, purchases, refunds } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { deriveKey } from '@/lib/derive-key';
import { env } from '@/lib/env';
import { storePayments } from '@/lib/payments/payments';
import { toMilliunits } from './rules';
import type { Environment, Transaction } from './schema';

const original = alias(purchases, 'original');

/** All that a receipt says of a purchase and what it is worth now, in one query; null where it has none. */
export async function readTransaction(ctx: Ctx, purchaseId: string) {
  const [row] = await ctx.db
    .select({
      id: purchases.id,
      userId: purchases.userId,
      priceId: purchases.priceId,
      amountMinor: purchases.amountMinor,
      currency: purchases.currency,
      country: purchases.country,
      kind: purchases.kind,
      status: purchases.status,
      provider: purchases.provider,
      periodNumber: purchases.periodNumber,
      purchasedAt: purchases.purchasedAt,
      expiresAt: purchases.expiresAt,
      refundedAt: purchases.refundedAt,
      originalId: purchases.originalPurchaseId,
      originallyAt: original.purchasedAt,
      bundleId: apps.bundleId,
      organizationId: apps.organizationId,
      refundReason: refunds.reason,
      // The index of renewals has these two conditions.
      paidUntil: sql`greatest(${purchases.expiresAt}, (
        select max(r.expires_at) from purchases r
        where r.original_purchase_id = coalesce(${purchases.originalPurchaseId}, ${purchases.id})
          and r.period_number > 0 and r.status = 'completed'))`.mapWith(purchases.expiresAt),
      isHeld: sql<boolean>`exists (
        select from entitlements e join purchases q on q.id = e.purchase_id
        where e.user_id = ${purchases.userId} and e.app_id = ${purchases.appId} and e.is_active
          and coalesce(q.original_purchase_id, q.id) = coalesce(${purchases.originalPurchaseId}, ${purchases.id}))`,
    })
    .from(purchases)
    .innerJoin(apps, eq(apps.id, purchases.appId))
    .leftJoin(original, eq(original.id, purchases.originalPurchaseId))
    .leftJoin(refunds, and(eq(refunds.purchaseId, purchases.id), eq(refunds.status, 'approved')))
    .where(eq(purchases.id, purchaseId));
  if (!row?.purchasedAt || (row.status !== 'completed' && row.status !== 'refunded')) return null;
  return { ...row, purchasedAt: row.purchasedAt };
}

export type TransactionRow = NonNullable<Awaited<ReturnType<typeof readTransaction>>>;

/** The claims of a receipt as the database has them now; no name, no address, no card. */
export function claimsOf(row: TransactionRow, signing: Pick<Transaction, 'jti' | 'signedDate'>): Transaction {
  const isSubscription = row.kind === 'subscription';
  return {
    iss: env().PUBLIC_URL,
    jti: signing.jti,
    transactionId: row.id,
    originalTransactionId: row.originalId ?? row.id,
    bundleId: row.bundleId,
    productId: isSubscription ? row.priceId : row.bundleId,
    type: isSubscription ? 'Auto-Renewable Subscription' : 'App',
    purchaseDate: row.purchasedAt.getTime(),
    originalPurchaseDate: (row.originallyAt ?? row.purchasedAt).getTime(),
    ...(isSubscription && row.expiresAt ? { expiresDate: row.expiresAt.getTime() } : {}),
    signedDate: signing.signedDate,
    price: toMilliunits(row.amountMinor, row.currency),
    currency: row.currency,
    storefront: row.country,
    inAppOwnershipType: 'PURCHASED',
    appAccountToken: accountToken(row.userId, row.organizationId),
    environment: environmentOf(row.provider),
    transactionReason: row.periodNumber > 0 ? 'RENEWAL' : 'PURCHASE',
    ...(row.refundedAt
      ? { revocationDate: row.refundedAt.getTime(), revocationReason: row.refundReason ?? 'OTHER' }
      : {}),
  };
}

/** What cost nothing asked no provider: then the store's own decides. */
const environmentOf = (provider: string | null): Environment =>
  (provider ?? storePayments().name) === 'sandbox' ? 'Sandbox' : 'Production';

/** The same for a person and an organisation always, and nothing that two organisations could compare. A UUID version 8. */
function accountToken(userId: string, organizationId: string): string {
  const mac = createHmac('sha256', deriveKey('pomona account tokens v1'))
    .update(`${organizationId}:${userId}`)
    .digest();
  const bytes = mac.subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
