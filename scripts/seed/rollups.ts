import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { SeedEntitlement, SeedPurchase } from './commerce';
import type { SeedDelivery } from './deliveries';
import { type Period, WINDOW_DAYS } from './demand';
import { isPaid, splitOf } from './ledger';
import { clamp, DAY_MS, logNormal } from './numbers';
import type { SeedReview } from './opinions';
import type { Shopper } from './people/people';

const dayText = (at: Date | number) => new Date(at).toISOString().slice(0, 10);

export interface DownloadsRow {
  app: SeedApp;
  day: string;
  country: string;
  downloads: number;
  deliveries: number;
}

function rowIn<T>(rows: Map<string, T>, key: string, make: () => T): T {
  const found = rows.get(key) ?? make();
  rows.set(key, found);
  return found;
}

/** First entitlements of an (account, app) and files handed out, by UTC day and country. */
export function rollUpDownloads(
  entitlements: readonly SeedEntitlement[],
  deliveries: readonly SeedDelivery[],
): DownloadsRow[] {
  const rows = new Map<string, DownloadsRow>();
  const row = (app: SeedApp, at: Date, country: string) => {
    const day = dayText(at);
    return rowIn(rows, `${app.id}${day}${country}`, () => ({ app, day, country, downloads: 0, deliveries: 0 }));
  };
  for (const { app, user, grantedAt } of firstEntitlements(entitlements))
    row(app, grantedAt, user.country).downloads += 1;
  for (const { version, user, createdAt } of deliveries) row(version.app, createdAt, user.country).deliveries += 1;
  return [...rows.values()];
}

export function firstEntitlements(entitlements: readonly SeedEntitlement[]): SeedEntitlement[] {
  const first = new Map<string, SeedEntitlement>();
  for (const one of entitlements) {
    const key = `${one.user.id}${one.app.id}`;
    const known = first.get(key);
    if (!known || one.grantedAt < known.grantedAt) first.set(key, one);
  }
  return [...first.values()];
}

export interface RevenueRow {
  app: SeedApp;
  day: string;
  country: string;
  currency: string;
  units: number;
  grossMinor: number;
  taxMinor: number;
  commissionMinor: number;
  refundedMinor: number;
}

/** Sales on the day of purchase, refunds on the day of refund. */
export function rollUpRevenue(purchases: readonly SeedPurchase[]): RevenueRow[] {
  const rows = new Map<string, RevenueRow>();
  const row = ({ app, user, currency }: SeedPurchase, at: Date) => {
    const day = dayText(at);
    return rowIn(rows, `${app.id}${day}${user.country}${currency}`, () => ({
      app,
      day,
      country: user.country,
      currency,
      units: 0,
      grossMinor: 0,
      taxMinor: 0,
      commissionMinor: 0,
      refundedMinor: 0,
    }));
  };
  for (const purchase of purchases.filter(isPaid)) {
    const sold = row(purchase, purchase.purchasedAt ?? purchase.createdAt);
    sold.units += 1;
    sold.grossMinor += purchase.amountMinor;
    const { taxMinor, commissionMinor } = splitOf(purchase);
    sold.taxMinor += taxMinor;
    sold.commissionMinor += commissionMinor;
    if (purchase.refundedAt) row(purchase, purchase.refundedAt).refundedMinor += purchase.amountMinor;
  }
  return [...rows.values()];
}

export interface EngagementRow {
  app: SeedApp;
  day: string;
  activeUsers: number;
  sessions: number;
  minutes: number;
}

/** Share of owners who open an app on a day, sessions each, minutes a session. */
const habits: Record<string, readonly [number, number, number]> = {
  games: [0.2, 1.7, 11],
  'social-networking': [0.34, 3.4, 6],
  news: [0.38, 1.6, 9],
  weather: [0.42, 1.9, 1.4],
  productivity: [0.4, 3.2, 5],
  books: [0.26, 1.4, 22],
  music: [0.22, 1.5, 19],
  entertainment: [0.2, 1.3, 24],
  education: [0.24, 1.3, 12],
  'health-fitness': [0.28, 1.2, 16],
  kids: [0.22, 1.4, 15],
  finance: [0.22, 1.3, 3],
  utilities: [0.12, 1.4, 1.6],
  medical: [0.3, 2.1, 2],
  'developer-tools': [0.34, 3.6, 14],
  business: [0.33, 2.8, 7],
  navigation: [0.13, 1.4, 9],
  travel: [0.07, 1.6, 5],
};

export interface Engagement {
  rows: EngagementRow[];
  dau: number;
  mau: number;
  averageSessionMinutes: number;
  day7Retention: number;
}

/** How an app is used by those who have it; bought accounts never come back. */
export function engagementOf(
  period: Period,
  app: SeedApp,
  entitlements: readonly SeedEntitlement[],
  absent: ReadonlySet<Shopper>,
): Engagement {
  const random = createRandom(`engagement:${app.slug}`);
  const [share, sessions, minutes] = habits[app.category] ?? [0.15, 1.4, 4];
  const liking = clamp((app.quality - 2) / 2.2, 0.35, 1.25) * logNormal(random, 1, 0.18);
  const length = minutes * logNormal(random, 1, 0.25);
  const own = entitlements.filter(({ user }) => !absent.has(user));
  const change = new Array<number>(WINDOW_DAYS + 1).fill(0);
  for (const { grantedAt, revokedAt } of own) {
    const from = clamp(period.dayOf(grantedAt.getTime()), 0, WINDOW_DAYS);
    const until = revokedAt ? clamp(period.dayOf(revokedAt.getTime()), 0, WINDOW_DAYS) : WINDOW_DAYS;
    change[from] = (change[from] ?? 0) + 1;
    change[until] = (change[until] ?? 0) - 1;
  }
  const rows: EngagementRow[] = [];
  let owners = 0;
  for (let day = 0; day < WINDOW_DAYS; day += 1) {
    owners += change[day] ?? 0;
    const activeUsers = Math.min(
      owners,
      Math.round(owners * clamp(share * liking * logNormal(random, 1, 0.15), 0.01, 0.85)),
    );
    if (activeUsers === 0) continue;
    const count = Math.max(activeUsers, Math.round(activeUsers * sessions * logNormal(random, 1, 0.1)));
    const spent = Math.round(count * length * logNormal(random, 1, 0.1) * 10) / 10;
    rows.push({ app, day: dayText(period.startOf(day)), activeUsers, sessions: count, minutes: spent });
  }
  const lastWeek = rows
    .filter(({ day }) => day > dayText(period.now.getTime() - 8 * DAY_MS))
    .map(({ activeUsers }) => activeUsers);
  const dau = Math.round(lastWeek.reduce((sum, n) => sum + n, 0) / 7);
  const mau = Math.max(dau, Math.min(owners, Math.round(owners * clamp(share * liking * 2.6, 0.05, 0.95))));
  return {
    rows,
    dau,
    mau,
    averageSessionMinutes: dau === 0 ? 0 : Math.round(length * 10) / 10,
    day7Retention: own.length === 0 ? 0 : Math.round(clamp(share * liking * 1.5, 0.02, 0.8) * 1000) / 1000,
  };
}

export interface Totals extends Omit<Engagement, 'rows'> {
  app: SeedApp;
  downloads: number;
  ratingSum: number;
  ratingCount: number;
  importedDownloads: number;
  importedRatingSum: number;
  importedRatingCount: number;
}

/** What an app brought along from the years before this store kept its own count. */
export function importedTotals(
  app: SeedApp,
  now: Date,
): Pick<Totals, 'importedDownloads' | 'importedRatingSum' | 'importedRatingCount'> {
  const random = createRandom(`imported:${app.slug}`);
  const age = app.releasedAt === null ? 0 : (now.getTime() - app.releasedAt.getTime()) / DAY_MS;
  if (age < WINDOW_DAYS) return { importedDownloads: 0, importedRatingSum: 0, importedRatingCount: 0 };
  const years = clamp(age / 365, 0.3, 3);
  const importedDownloads = Math.round(9_000 * app.weight ** 1.6 * years * logNormal(random, 1, 0.5));
  const importedRatingCount = Math.floor(importedDownloads * random.range(0.006, 0.024));
  const average = clamp(app.quality + random.range(-0.15, 0.15), 1.5, 4.95);
  return { importedDownloads, importedRatingCount, importedRatingSum: Math.round(importedRatingCount * average) };
}

export function totalsOf(
  app: SeedApp,
  now: Date,
  downloads: number,
  reviews: readonly SeedReview[],
  engagement: Engagement,
): Totals {
  const visible = reviews.filter(({ isVisible }) => isVisible);
  const { dau, mau, averageSessionMinutes, day7Retention } = engagement;
  return {
    app,
    downloads,
    ratingSum: visible.reduce((sum, { rating }) => sum + rating, 0),
    ratingCount: visible.length,
    ...importedTotals(app, now),
    dau,
    mau,
    averageSessionMinutes,
    day7Retention,
  };
}
