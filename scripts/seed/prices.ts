import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { demoCountries, type DemoCountry, type SeedApp } from './apps';
import { DAY_MS, seededId } from './numbers';

export interface SeedPrice {
  id: string;
  appId: string;
  country: DemoCountry | '*';
  currency: string;
  amountMinor: number;
  kind: 'one_time' | 'subscription';
  period: string | null;
  trialDays: number;
  validFrom: Date;
  validUntil: Date | null;
}

const currencies: Record<DemoCountry | '*', string> = {
  US: 'USD',
  GB: 'GBP',
  DE: 'EUR',
  JP: 'JPY',
  BR: 'BRL',
  '*': 'USD',
};

const endingIn = (value: number, ending: number) => Math.max(ending, Math.round((value - ending) / 100) * 100 + ending);

/** A price in the customs of the country: £0.79, €4.99, ¥750, R$ 24,90. */
export function localPrice(usdMinor: number, country: DemoCountry | '*'): number {
  if (usdMinor === 0) return 0;
  switch (country) {
    case 'GB':
      return usdMinor < 100 ? 79 : endingIn(usdMinor * 0.85, 99);
    case 'JP':
      return usdMinor < 200 ? Math.round((usdMinor * 1.55) / 10) * 10 : Math.round((usdMinor * 1.5) / 50) * 50;
    case 'BR':
      return endingIn(usdMinor * 4.95, 90);
    default:
      return usdMinor;
  }
}

const ladder = [99, 149, 199, 249, 299, 399, 499, 599, 699, 799, 999, 1299, 1499, 1999, 2499, 2999, 4999];

/** What a one-time app cost before, if its price changed within the three months on record. */
function earlierPrice(random: Random, app: SeedApp, now: Date): { usdMinor: number; until: Date } | null {
  const { usdMinor, period } = app.offer;
  const isOld = app.releasedAt !== null && app.releasedAt.getTime() < now.getTime() - 100 * DAY_MS;
  if (usdMinor === 0 || period !== null || !isOld || !random.chance(0.14)) return null;
  const step = ladder.indexOf(usdMinor) + (random.chance(0.7) ? random.int(1, 2) : -1);
  const before = ladder[step];
  if (before === undefined) return null;
  return { usdMinor: before, until: new Date(now.getTime() - Math.floor(random.range(8, 75)) * DAY_MS) };
}

/** Rows for the five countries and one for everywhere else; a changed price leaves its row behind. */
export function makePrices(apps: readonly SeedApp[], now: Date): SeedPrice[] {
  return apps.flatMap((app) => {
    const random = createRandom(`prices:${app.slug}`);
    const earlier = earlierPrice(random, app, now);
    const { usdMinor, period, trialDays } = app.offer;
    const kind = period === null ? 'one_time' : 'subscription';
    const rows = ([...demoCountries, '*'] as const).flatMap((country) => {
      const row = (amount: number, validFrom: Date, validUntil: Date | null): SeedPrice => ({
        id: seededId(random, validFrom),
        appId: app.id,
        country,
        currency: currencies[country],
        amountMinor: localPrice(amount, country),
        kind,
        period,
        trialDays,
        validFrom,
        validUntil,
      });
      if (!earlier) return [row(usdMinor, app.createdAt, null)];
      return [row(earlier.usdMinor, app.createdAt, earlier.until), row(usdMinor, earlier.until, null)];
    });
    return rows;
  });
}

/** The row that is in force in a country at a moment. */
export function priceAt(rows: readonly SeedPrice[], country: string, at: number): SeedPrice {
  const found = rows.find(
    (row) =>
      row.country === country &&
      row.validFrom.getTime() <= at &&
      (row.validUntil === null || at < row.validUntil.getTime()),
  );
  if (!found) throw new Error(`no price in ${country}`);
  return found;
}
