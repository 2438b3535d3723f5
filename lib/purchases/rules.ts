import { divideHalfEven } from '@/lib/money';
import type { purchaseStatuses } from './schema';

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
