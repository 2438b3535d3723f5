import { createRandom } from '@/lib/catalog/artwork/random';
import { type SaleRates, saleEntries, splitSale } from '@/lib/purchases/rules';
import type { SeedPurchase } from './commerce';
import { seededId } from './numbers';

export interface SeedCharge {
  id: string;
  purchase: SeedPurchase;
  status: 'succeeded' | 'refunded';
  createdAt: Date;
}

export interface SeedEntry {
  id: string;
  transactionId: string;
  purchase: SeedPurchase;
  account: string;
  amountMinor: number;
  createdAt: Date;
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

/** Balanced entries for every paid purchase, and their reversal under an id of its own for every refund. */
export function makeLedger(purchases: readonly SeedPurchase[]): SeedEntry[] {
  const random = createRandom('ledger');
  return purchases.filter(isPaid).flatMap((purchase) => {
    const sold = {
      amountMinor: purchase.amountMinor,
      country: purchase.user.country,
      organizationId: purchase.app.organization.id,
    };
    const parts = saleEntries(sold, rates);
    const post = (transactionId: string, at: Date, sign: 1 | -1) =>
      parts.map(({ account, amountMinor }) => ({
        id: seededId(random, at),
        transactionId,
        purchase,
        account,
        amountMinor: sign * amountMinor,
        createdAt: at,
      }));
    const sale = post(purchase.id, purchase.purchasedAt ?? purchase.createdAt, 1);
    if (purchase.refundedAt === null) return sale;
    return [...sale, ...post(seededId(random, purchase.refundedAt), purchase.refundedAt, -1)];
  });
}
