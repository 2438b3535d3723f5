import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import { DAY_MS, exponential, HOUR_MS, seededId } from './numbers';
import type { Shopper } from './people/people';
import { priceAt, type SeedPrice } from './prices';

export interface SeedPurchase {
  id: string;
  user: Shopper;
  app: SeedApp;
  price: SeedPrice;
  amountMinor: number;
  currency: string;
  status: 'completed' | 'failed' | 'refunded';
  declineCode: string | null;
  originalPurchaseId: string | null;
  periodNumber: number;
  createdAt: Date;
  purchasedAt: Date | null;
  expiresAt: Date | null;
  refundedAt: Date | null;
}

export interface SeedEntitlement {
  id: string;
  user: Shopper;
  app: SeedApp;
  purchaseId: string;
  isPaid: boolean;
  grantedAt: Date;
  revokedAt: Date | null;
}

export interface Sales {
  purchases: SeedPurchase[];
  entitlements: SeedEntitlement[];
}

/** How a sale goes; what is not said is left to chance. */
export interface Outcome {
  declines?: number;
  givesUp?: boolean;
  isRefunded?: boolean;
  /** How many times a subscription renews. */
  renewals?: number;
}

/** The same day of a later month, or its last day. */
export function addMonths(anchor: Date, months: number): Date {
  const first = new Date(Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(anchor.getUTCDate(), lastDay) - 1;
  return new Date(first.getTime() + day * DAY_MS + (anchor.getTime() % DAY_MS));
}

const declineCodes = { card_declined: 5, insufficient_funds: 4, expired_card: 2 } as const;

/** Sells apps to people and keeps the books of it; nobody gets an app they have. */
export function openShop(now: Date, prices: ReadonlyMap<string, readonly SeedPrice[]>) {
  const random = createRandom('shop');
  const sales: Sales = { purchases: [], entitlements: [] };
  // Whoever had an app once does not come back for it by chance: a second trial, or a sale of what is owned.
  const taken = new Set<string>();
  // A charge takes seconds: nothing begins so late that it would end in the future.
  const latest = new Date(now.getTime() - 10_000);

  const record = (
    user: Shopper,
    app: SeedApp,
    price: SeedPrice,
    at: Date,
    more: Partial<SeedPurchase>,
  ): SeedPurchase => {
    const purchase: SeedPurchase = {
      id: seededId(random, at),
      user,
      app,
      price,
      amountMinor: price.amountMinor,
      currency: price.currency,
      status: 'completed',
      declineCode: null,
      originalPurchaseId: null,
      periodNumber: 0,
      createdAt: at,
      purchasedAt: new Date(at.getTime() + (price.amountMinor === 0 ? random.int(4, 40) : random.int(300, 2600))),
      expiresAt: null,
      refundedAt: null,
      ...more,
    };
    sales.purchases.push(purchase);
    return purchase;
  };

  const fail = (user: Shopper, app: SeedApp, price: SeedPrice, at: Date, more: Partial<SeedPurchase> = {}) =>
    record(user, app, price, at, {
      status: 'failed',
      purchasedAt: null,
      declineCode: random.weighted(declineCodes, 'card_declined'),
      ...more,
    });

  const grant = (purchase: SeedPurchase, revokedAt: Date | null) => {
    const grantedAt = purchase.purchasedAt ?? purchase.createdAt;
    sales.entitlements.push({
      id: seededId(random, grantedAt),
      user: purchase.user,
      app: purchase.app,
      purchaseId: purchase.id,
      isPaid: purchase.price.amountMinor > 0,
      grantedAt,
      revokedAt,
    });
    taken.add(`${purchase.user.id}:${purchase.app.id}`);
  };

  /** Returns the moment the entitlement was granted, or null when nothing was sold. */
  const sell = (user: Shopper, app: SeedApp, at: Date, outcome: Outcome = {}): boolean => {
    if (taken.has(`${user.id}:${app.id}`)) return false;
    const price = priceAt(prices.get(app.id) ?? [], user.country, at.getTime());
    if (price.amountMinor === 0) {
      grant(record(user, app, price, at, {}), null);
      return true;
    }
    let when = at;
    for (let i = outcome.declines ?? (random.chance(0.045) ? 1 : 0); i > 0; i -= 1) {
      fail(user, app, price, when);
      when = new Date(when.getTime() + random.range(0.6, 11) * 60_000);
      if ((outcome.givesUp ?? random.chance(0.42)) || when >= latest) return false;
    }
    if (price.kind === 'subscription') subscribe(user, app, price, when, outcome);
    else sellOnce(user, app, price, when, outcome);
    return true;
  };

  const refundTime = (from: Date): Date | null => {
    const at = new Date(from.getTime() + (0.7 + exponential(random, 30)) * HOUR_MS);
    return at < now && at.getTime() - from.getTime() < 14 * DAY_MS ? at : null;
  };

  function sellOnce(user: Shopper, app: SeedApp, price: SeedPrice, at: Date, outcome: Outcome) {
    const isRefunded = outcome.isRefunded ?? random.chance(0.02 + 0.03 * Math.max(0, 4.2 - app.quality));
    const refundedAt = isRefunded ? refundTime(at) : null;
    const purchase = record(user, app, price, at, refundedAt ? { status: 'refunded', refundedAt } : {});
    grant(purchase, refundedAt);
    const again = refundedAt && outcome.isRefunded === undefined && random.chance(0.07);
    const back = refundedAt ? new Date(refundedAt.getTime() + random.range(1, 9) * DAY_MS) : now;
    if (again && back < latest) {
      const later = priceAt(prices.get(app.id) ?? [], user.country, back.getTime());
      grant(record(user, app, later, back, {}), null);
    }
  }

  /** A trial costs nothing; each period after it is a purchase of its own that shares the first one's id. */
  function subscribe(user: Shopper, app: SeedApp, price: SeedPrice, at: Date, outcome: Outcome) {
    const hasTrial = price.trialDays > 0;
    const months = price.period === 'P1Y' ? 12 : 1;
    const anchor = hasTrial ? new Date(at.getTime() + price.trialDays * DAY_MS) : at;
    const boundary = (n: number) => addMonths(anchor, n * months);
    let expiresAt = hasTrial ? anchor : boundary(1);
    const first = record(user, app, price, at, { expiresAt, ...(hasTrial ? { amountMinor: 0 } : {}) });
    let isOver = false;
    for (let period = 1; expiresAt < latest && !isOver; period += 1) {
      const stays =
        outcome.renewals === undefined
          ? random.chance(period === 1 && hasTrial ? 0.58 : 0.87)
          : period <= outcome.renewals;
      if (!stays) {
        isOver = true;
        break;
      }
      const until = boundary(hasTrial ? period : period + 1);
      const renewal = { originalPurchaseId: first.id, periodNumber: period, expiresAt: until };
      if (outcome.renewals === undefined && random.chance(0.02)) {
        fail(user, app, price, expiresAt, { ...renewal, expiresAt: null });
        isOver = true;
        break;
      }
      record(user, app, price, expiresAt, renewal);
      expiresAt = until;
    }
    grant(first, isOver ? expiresAt : null);
  }

  return { sell, sales };
}

export type Shop = ReturnType<typeof openShop>;
