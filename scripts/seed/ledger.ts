import { createRandom } from '@/lib/catalog/artwork/random';
import { refundRules, type SaleRates, saleEntries, splitSale } from '@/lib/purchases/rules';
import type { SeedPurchase } from './commerce';
import { HOUR_MS, seededId } from './numbers';

export interface SeedCharge {
  id: string;
  purchase: SeedPurchase;
  status: 'succeeded' | 'refunded';
  createdAt: Date;
}

export interface SeedEntry {
  id: string;
  transactionId: string;
  /** Null for a payout. */
  purchaseId: string | null;
  organizationId: string;
  account: string;
  amountMinor: number;
  currency: string;
  createdAt: Date;
}

export interface SeedRefund {
  id: string;
  purchase: SeedPurchase;
  reason: string;
  /** Late ones were decided by a person. */
  decidedBy: string | null;
  createdAt: Date;
  finishedAt: Date;
}

/** No taxes are set up in the demo store, and its developers earned little last year. */
const rates: SaleRates = { tax: 0, commission: 0.15 };

export const splitOf = ({ amountMinor }: SeedPurchase) => splitSale(amountMinor, rates);

export const chargeId = (purchase: SeedPurchase) => `ch_${purchase.id}`;

export const isPaid = ({ status, amountMinor }: SeedPurchase) => status !== 'failed' && amountMinor > 0;

/** The sandbox provider's own books: one charge for each paid purchase. */
export function makeCharges(purchases: readonly SeedPurchase[]): SeedCharge[] {
  return purchases.filter(isPaid).map((purchase) => ({
    id: chargeId(purchase),
    purchase,
    status: purchase.status === 'refunded' ? 'refunded' : 'succeeded',
    createdAt: new Date(purchase.createdAt.getTime() + 120),
  }));
}

const reasons = { UNSATISFIED_WITH_PURCHASE: 6, UNINTENDED_PURCHASE: 4, FULFILLMENT_ISSUE: 2, OTHER: 1 } as const;

/** Why and when the money of each refunded purchase went back. */
export function makeRefunds(purchases: readonly SeedPurchase[], adminId: string): SeedRefund[] {
  const random = createRandom('refunds');
  return purchases.filter(isPaid).flatMap((purchase) => {
    const { refundedAt, purchasedAt, createdAt } = purchase;
    if (refundedAt === null) return [];
    const boughtAt = (purchasedAt ?? createdAt).getTime();
    const isLate = refundedAt.getTime() - boughtAt > refundRules.soonMs;
    const waitMs = isLate ? random.range(0.2, 6) * HOUR_MS : random.int(200, 1800);
    const askedAt = new Date(Math.max(boughtAt, refundedAt.getTime() - waitMs));
    return [
      {
        id: seededId(random, askedAt),
        purchase,
        reason: random.weighted(reasons, 'OTHER'),
        decidedBy: isLate ? adminId : null,
        createdAt: askedAt,
        finishedAt: refundedAt,
      },
    ];
  });
}

/** Balanced entries for every paid purchase, and their reversal for every refund. */
export function makeLedger(purchases: readonly SeedPurchase[], refunds: readonly SeedRefund[]): SeedEntry[] {
  const random = createRandom('ledger');
  const post = (purchase: SeedPurchase, transactionId: string, createdAt: Date, sign: 1 | -1): SeedEntry[] => {
    const organizationId = purchase.app.organization.id;
    const sold = { amountMinor: purchase.amountMinor, country: purchase.user.country, organizationId };
    return saleEntries(sold, rates).map(({ account, amountMinor }) => ({
      id: seededId(random, createdAt),
      transactionId,
      purchaseId: purchase.id,
      organizationId,
      account,
      amountMinor: sign * amountMinor,
      currency: purchase.currency,
      createdAt,
    }));
  };
  return [
    ...purchases.filter(isPaid).flatMap((one) => post(one, one.id, one.purchasedAt ?? one.createdAt, 1)),
    ...refunds.flatMap((one) => post(one.purchase, one.id, one.finishedAt, -1)),
  ];
}
