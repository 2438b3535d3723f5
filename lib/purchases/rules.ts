import { divideHalfEven } from '@/lib/money';
import type { Purchase, purchaseStatuses } from './schema';

export type PurchaseStatus = (typeof purchaseStatuses)[number];

/** Where a purchase can go from each status. */
export const nextStatuses: Record<PurchaseStatus, readonly PurchaseStatus[]> = {
  pending: ['completed', 'failed'],
  completed: ['refunded'],
  failed: [],
  refunded: [],
};

/** A pending purchase that nobody works on, and that no provider knows, is given up after this. */
export const abandonedAfterMs = 60_000;

export type SaleRates = {
  /** Tax as a share of the net price, 0..1. */
  tax: number;
  /** The store's share of the net price, 0..1. */
  commission: number;
};

export type SaleSplit = { taxMinor: number; commissionMinor: number; developerMinor: number };

const million = 1_000_000n;
const toMillionths = (rate: number) => BigInt(Math.round(rate * 1_000_000));

/**
 * Who gets what of a gross amount in minor units: tax = gross·r/(1+r) rounded half to even,
 * commission = floor((gross − tax)·rate), the rest to the developer. Rates are exact to a millionth.
 */
export function splitSale(grossMinor: number, rates: SaleRates): SaleSplit {
  const gross = BigInt(grossMinor);
  const taxRate = toMillionths(rates.tax);
  const tax = divideHalfEven(gross * taxRate, million + taxRate);
  const commission = ((gross - tax) * toMillionths(rates.commission)) / million;
  return {
    taxMinor: Number(tax),
    commissionMinor: Number(commission),
    developerMinor: Number(gross - tax - commission),
  };
}

const decimalsOfRates = [0, 1, 2, 3, 4];

/**
 * The rate of a tax that was booked: `present`, the country's of today, where it comes to that tax, else the roundest
 * that does, in percent. Books keep amounts, not rates.
 */
export function taxRateOf(grossMinor: number, taxMinor: number, present: number): number {
  const comesTo = (tax: number) => splitSale(grossMinor, { tax, commission: 0 }).taxMinor === taxMinor;
  if (comesTo(present)) return present;
  const percent = (taxMinor / (grossMinor - taxMinor)) * 100;
  const roundest = decimalsOfRates.map((decimals) => Number(percent.toFixed(decimals)) / 100);
  return roundest.find(comesTo) ?? percent / 100;
}

/** The accounts of a sale and what is booked on each: debits above zero, credits below, summing to zero. */
export function saleEntries(sale: { amountMinor: number; country: string; organizationId: string }, rates: SaleRates) {
  const { taxMinor, commissionMinor, developerMinor } = splitSale(sale.amountMinor, rates);
  return [
    { account: 'provider:clearing', amountMinor: sale.amountMinor },
    { account: 'store:commission', amountMinor: -commissionMinor },
    { account: `organization:${sale.organizationId}:payable`, amountMinor: -developerMinor },
    { account: `tax:payable:${sale.country}`, amountMinor: -taxMinor },
  ].filter((entry) => entry.amountMinor !== 0);
}

const monthsOf: Record<string, number> = { P1M: 1, P2M: 2, P3M: 3, P6M: 6, P1Y: 12 };
const dayMs = 86_400_000;

/**
 * End of the first period of a subscription: the trial when there is one, else the period by the UTC calendar,
 * where a day that the month lacks becomes its last (31 January + 1 month = 28 or 29 February).
 */
export function firstPeriodEnd(start: Date, period: string, trialDays: number): Date {
  if (trialDays > 0) return new Date(start.getTime() + trialDays * dayMs);
  const months = monthsOf[period];
  if (months === undefined) return new Date(start.getTime() + 7 * dayMs);
  const end = new Date(start);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return end;
}

const hourMs = 3_600_000;

/** When the store gives money back without asking anybody. */
export const refundRules = {
  /** Downloaded or not. */
  soonMs: 48 * hourMs,
  /** Where nothing was ever downloaded. */
  unusedMs: 14 * dayMs,
  /** At most so many of one person within `countedMs`. */
  maxAutomatic: 3,
  countedMs: 90 * dayMs,
} as const;

export type RefundFacts = {
  purchasedAt: Date;
  now: Date;
  /** Downloaded at least once since the purchase. */
  isDownloaded: boolean;
  /** Refunds of this person that a rule approved in the last 90 days. */
  automaticRefunds: number;
};

/** `approved`: the money goes back at once. `pending`: an admin decides. */
export type RefundVerdict =
  | { status: 'approved'; because: 'soon' | 'unused' }
  | { status: 'pending'; because: 'late' | 'downloaded' | 'often' };

export function judgeRefund({ purchasedAt, now, isDownloaded, automaticRefunds }: RefundFacts): RefundVerdict {
  const ageMs = now.getTime() - purchasedAt.getTime();
  const isSoon = ageMs <= refundRules.soonMs;
  if (ageMs > refundRules.unusedMs) return { status: 'pending', because: 'late' };
  if (!isSoon && isDownloaded) return { status: 'pending', because: 'downloaded' };
  if (automaticRefunds >= refundRules.maxAutomatic) return { status: 'pending', because: 'often' };
  return { status: 'approved', because: isSoon ? 'soon' : 'unused' };
}

/** Why a purchase cannot be refunded; null when it can. */
export function refundObstacle(
  purchase: Pick<Purchase, 'status' | 'amountMinor'>,
): 'nothing_to_refund' | 'purchase_in_progress' | 'already_refunded' | null {
  if (purchase.amountMinor === 0 || purchase.status === 'failed') return 'nothing_to_refund';
  if (purchase.status === 'pending') return 'purchase_in_progress';
  return purchase.status === 'refunded' ? 'already_refunded' : null;
}
