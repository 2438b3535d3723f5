import { createRandom } from '@/lib/catalog/artwork/random';
import { demoCountries, type DemoCountry, type SeedApp } from './apps';
import type { SeedCollection } from './collections';
import { type Cumulative, cumulate, DAY_MS, logNormal, normal } from './numbers';

export const WINDOW_DAYS = 90;

/** The three months on record, in UTC days; the last one is today and not over. */
export interface Period {
  now: Date;
  firstDay: number;
  /** Milliseconds at which day `i` begins. */
  startOf(day: number): number;
  dayOf(time: number): number;
}

export function periodUntil(now: Date): Period {
  const today = Math.floor(now.getTime() / DAY_MS);
  const firstDay = today - WINDOW_DAYS + 1;
  return {
    now,
    firstDay,
    startOf: (day) => (firstDay + day) * DAY_MS,
    dayOf: (time) => Math.floor(time / DAY_MS) - firstDay,
  };
}

const weekendCategories: Record<string, number> = {
  games: 1.35,
  entertainment: 1.35,
  kids: 1.3,
  'food-drink': 1.3,
  travel: 1.2,
  'photo-video': 1.2,
  sports: 1.25,
  shopping: 1.15,
  lifestyle: 1.15,
  music: 1.15,
  business: 0.55,
  'developer-tools': 0.6,
  productivity: 0.75,
  medical: 0.8,
  finance: 0.85,
  education: 0.95,
};

const isWeekend = (day: number) => [6, 0].includes((day + 4) % 7);

/** How busy the store is on each day, relative to an average one. */
export function busyness(period: Period): number[] {
  const random = createRandom('busyness');
  return Array.from({ length: WINDOW_DAYS }, (_, day) => {
    const weekday = (period.firstDay + day + 4) % 7;
    const rhythm = [1.3, 0.92, 0.88, 0.9, 0.94, 1.05, 1.26][weekday] ?? 1;
    return rhythm * (0.95 + (0.1 * day) / WINDOW_DAYS) * logNormal(random, 1, 0.07);
  });
}

/** For each country and day, the running sums of how much each app is wanted. */
export function demandOf(
  period: Period,
  apps: readonly SeedApp[],
  released: ReadonlyMap<SeedApp, readonly number[]>,
  collections: readonly SeedCollection[],
): Record<DemoCountry, Cumulative[]> {
  const stories = collections.filter(({ kind }) => kind === 'story');
  const daily = apps.map((app) => {
    const random = createRandom(`demand:${app.slug}`);
    const slope = 0.28 * normal(random);
    const weekend = weekendCategories[app.category] ?? 1.05;
    const releases = released.get(app) ?? [];
    const features = stories
      .filter((story) => story.apps.includes(app))
      .map(({ startsAt }) => startsAt.getTime() / DAY_MS);
    const first = releases[0];
    return Array.from({ length: WINDOW_DAYS }, (_, day) => {
      const at = period.firstDay + day;
      if (first === undefined || app.status === 'draft' || first / DAY_MS > at + 0.9) return 0;
      const isGone = app.status !== 'listed' && day > WINDOW_DAYS - 12;
      const age = at - first / DAY_MS;
      const launch = age < 40 ? 1 + 6 * Math.exp(-Math.max(0, age) / 5) : 1;
      const update = releases.reduce((most, time) => {
        const since = at - time / DAY_MS;
        return since >= -0.5 && since < 5 ? Math.max(most, 1.4 - since * 0.08) : most;
      }, 1);
      const featured = features.reduce((most, start) => {
        const since = at - start;
        return since >= -0.5 && since < 9 ? Math.max(most, 1 + 1.6 * Math.exp(-Math.max(0, since) / 3)) : most;
      }, 1);
      const trend = Math.exp((slope * (day - WINDOW_DAYS / 2)) / (WINDOW_DAYS / 2));
      return isGone ? 0 : app.weight * trend * launch * update * featured * (isWeekend(at) ? weekend : 1);
    });
  });
  const inCountry = (country: DemoCountry) =>
    Array.from({ length: WINDOW_DAYS }, (_, day) =>
      cumulate(apps.map((app, i) => (daily[i]?.[day] ?? 0) * app.taste[country])),
    );
  return Object.fromEntries(demoCountries.map((country) => [country, inCountry(country)])) as Record<
    DemoCountry,
    Cumulative[]
  >;
}
