import { createRandom } from '@/lib/catalog/artwork/random';
import { monthBefore, monthBounds, payableAccount, payoutThresholdsMinor } from '@/lib/purchases/payouts/rules';
import type { SeedEntry } from './ledger';
import { DAY_MS, HOUR_MS, seededId } from './numbers';

export interface SeedPayout {
  id: string;
  organizationId: string;
  month: string;
  currency: string;
  amountMinor: number;
  createdAt: Date;
  paidAt: Date | null;
}

/**
 * What the job of each month's second day would have made so far, and the entries of it. Three days later they are paid,
 * but for those of the last month in other currencies than dollars, which the admin has not come to yet.
 */
export function makePayouts(now: Date, ledger: readonly SeedEntry[]): { payouts: SeedPayout[]; entries: SeedEntry[] } {
  const random = createRandom('payouts');
  const payouts: SeedPayout[] = [];
  const entries: SeedEntry[] = [];
  const owed = new Map<string, number>();
  const earned = ledger
    .filter(({ account, organizationId }) => account === payableAccount(organizationId))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  const due = Map.groupBy(earned, ({ createdAt }) => payoutTime(createdAt.toISOString().slice(0, 7)).getTime());
  const times = [...due.keys()].filter((time) => time <= now.getTime());
  for (const time of times) {
    const sold = due.get(time) ?? [];
    const at = new Date(time);
    const month = monthBefore(at);
    for (const { organizationId, currency, amountMinor } of sold) {
      const key = `${organizationId} ${currency}`;
      owed.set(key, (owed.get(key) ?? 0) - amountMinor);
    }
    for (const [key, amountMinor] of owed) {
      const [organizationId = '', currency = ''] = key.split(' ');
      if (amountMinor < (payoutThresholdsMinor[currency] ?? 1)) continue;
      const id = seededId(random, at);
      const paidAt = new Date(time + 3 * DAY_MS);
      payouts.push({
        id,
        organizationId,
        month,
        currency,
        amountMinor,
        createdAt: at,
        paidAt: paidAt > now || (time === times.at(-1) && currency !== 'USD') ? null : paidAt,
      });
      const entry = { transactionId: id, purchaseId: null, organizationId, currency, createdAt: at };
      entries.push(
        { ...entry, id: seededId(random, at), account: payableAccount(organizationId), amountMinor },
        { ...entry, id: seededId(random, at), account: 'payout:clearing', amountMinor: -amountMinor },
      );
      owed.delete(key);
    }
  }
  return { payouts, entries };
}

/** Four in the morning of the next month's second day. */
const payoutTime = (month: string) => new Date(monthBounds(month).end.getTime() + DAY_MS + 4 * HOUR_MS);
