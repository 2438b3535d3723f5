import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { DemoCountry, SeedApp } from './apps';
import type { Shop } from './commerce';
import { busyness, type Period, WINDOW_DAYS } from './demand';
import { type Cumulative, cumulate, DAY_MS, draw, exponential } from './numbers';
import type { Shopper } from './people/people';

const offsetHours: Record<DemoCountry, number> = { US: -6, GB: 0, DE: 1, JP: 9, BR: -3 };
const localHours = [2, 1, 0.6, 0.4, 0.4, 0.7, 2, 3.5, 4, 4, 4, 4.5, 5.5, 5, 4.5, 4.5, 5, 6, 7, 8.5, 9.5, 9, 6.5, 4];

const hoursIn = Object.fromEntries(
  Object.entries(offsetHours).map(([country, offset]) => [
    country,
    cumulate(localHours.map((_, utc) => localHours[(utc + offset + 24) % 24] ?? 1)),
  ]),
) as Record<DemoCountry, Cumulative>;

/** A moment on a day when people of the country are awake. */
export function momentOn(random: Random, period: Period, day: number, country: DemoCountry): number {
  return period.startOf(day) + (draw(random, hoursIn[country]) + random.next()) * 3_600_000;
}

/** Sends everybody shopping: busy days, hits and long tail, newcomers at their first visit most of all. */
export function goShopping(
  period: Period,
  shop: Shop,
  shoppers: readonly Shopper[],
  apps: readonly SeedApp[],
  demand: Record<DemoCountry, Cumulative[]>,
): void {
  const random = createRandom('shopping');
  const days = cumulate(busyness(period));
  const latest = period.now.getTime() - 60_000;
  for (const shopper of shoppers) {
    const joined = shopper.createdAt.getTime();
    const firstDay = Math.max(0, period.dayOf(joined));
    for (let i = 0; i < shopper.appetite; i += 1) {
      const isFirstVisit = joined >= period.startOf(0) && random.chance(0.38);
      let at = isFirstVisit
        ? joined + exponential(random, 0.25) * DAY_MS + 90_000
        : momentOn(random, period, draw(random, days, firstDay), shopper.country);
      if (at > latest) at -= DAY_MS;
      if (at < joined + 60_000 || at > latest) continue;
      const day = Math.min(WINDOW_DAYS - 1, Math.max(0, period.dayOf(at)));
      const wanted = demand[shopper.country][day];
      if (!wanted) continue;
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const app = apps[draw(random, wanted)];
        if (!app || (app.offer.usdMinor > 0 && !shopper.isPaying) || !isOut(app, at)) continue;
        if (shop.sell(shopper, app, new Date(Math.floor(at)))) break;
      }
    }
  }
}

export const isOut = (app: SeedApp, at: number) => app.releasedAt !== null && app.releasedAt.getTime() < at;
