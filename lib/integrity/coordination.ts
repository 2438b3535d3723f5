/** Reviews of one app in a span of time, and what they are like. */
export type Mix = {
  reviews: number;
  fiveStar: number;
  oneStar: number;
  /** Of accounts younger than 30 days when they wrote. */
  young: number;
  /** Whose text is a copy: similar by 0.8 or more to an earlier one, or written by three accounts. */
  copied: number;
};

export type CoordinationFacts = {
  /** The app's reviews in (t−span, t], this one included. */
  windows: { hour: Mix; day: Mix; week: Mix };
  /** Reviews a day that are usual for the app: `baselineOf`, or what an open burst froze. */
  baseline: number;
  /**
   * The app's reviews before the burst; without one, before the week: those of earlier bursts left out, or a campaign
   * would be what is usual the next time. `copied` is not looked at.
   */
  usual: Omit<Mix, 'copied'>;
  /** Accounts that reviewed at least three of the author's apps, this one among them, each within a day of the author. */
  companions: number;
};

export type Coordination = {
  /** 0 coordinated … 1 as usual. */
  value: number;
  /** Recognised: far more reviews than usual, and unlike the usual ones. */
  isBurst: boolean;
  /** How far the volume is out of the ordinary, 0..1. */
  intensity: number;
  /** Reviews in the window that decided, what is usual for it, and its length. */
  count: number;
  expected: number;
  hours: number;
  fiveStarShare: number;
  oneStarShare: number;
  youngShare: number;
  copiedShare: number;
  companions: number;
};

/** Days of daily counts that the baseline is the median of, at most. */
export const BASELINE_DAYS = 90;
/** Days before this one at least: an app of yesterday has no usual number. */
export const LEAST_BASELINE_DAYS = 7;
export const YOUNG_DAYS = 30;
export const COPY_SIMILARITY = 0.8;
export const BURST_VALUE = 0.5;

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1);

/** Hours, what the app's baseline makes usual in them at the least, and the multiples at which volume is noticed and certain. */
const windows = [
  { name: 'hour', hours: 1, expected: (daily: number) => Math.max((3 * daily) / 24, 1), from: 4, to: 8 },
  { name: 'day', hours: 24, expected: (daily: number) => Math.max(daily, 2), from: 3, to: 6 },
  { name: 'week', hours: 168, expected: (daily: number) => 7 * Math.max(daily, 1), from: 2.5, to: 5 },
] as const;

/**
 * The median of the daily counts before a burst, without the days of earlier bursts. A campaign that is shorter than half
 * of the days cannot raise it, and while a burst lasts the value it began with is kept.
 */
export function baselineOf(dailyCounts: readonly number[]): number {
  const days = dailyCounts.slice(-BASELINE_DAYS);
  while (days.length < LEAST_BASELINE_DAYS) days.push(0);
  const sorted = days.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Ten reviews of what is usual anywhere stand in for an app's history while it is short. */
const ANYWHERE = { reviews: 10, fiveStar: 5.5, oneStar: 1.2, young: 3 };

function excess(share: number, usual: Omit<Mix, 'copied'>, of: 'fiveStar' | 'oneStar' | 'young', full: number): number {
  const expected = (usual[of] + ANYWHERE[of]) / (usual.reviews + ANYWHERE.reviews);
  return clamp((share - expected) / full);
}

/** How unlike the app's usual reviews a window's are, 0..1: any one of the three is enough, and they add up. */
function strangeness(mix: Mix, usual: Omit<Mix, 'copied'>): number {
  const share = (count: number) => count / Math.max(mix.reviews, 1);
  const skew = Math.max(
    excess(share(mix.fiveStar), usual, 'fiveStar', 0.4),
    excess(share(mix.oneStar), usual, 'oneStar', 0.5),
  );
  const young = excess(share(mix.young), usual, 'young', 0.5);
  const copied = clamp((share(mix.copied) - 0.05) / 0.25);
  return 1 - (1 - 0.5 * skew) * (1 - 0.6 * young) * (1 - 0.7 * copied);
}

/** By companions; five or more are no chance at all. */
const ringValues = [1, 1, 0.7, 0.4, 0.2];

/** Version 2 of the signal: the window that is most out of the ordinary decides. */
export function coordinationOf({ windows: mixes, baseline, usual, companions }: CoordinationFacts): Coordination {
  const seen = windows.map(({ name, hours, expected, from, to }) => {
    const mix = mixes[name];
    const usualCount = expected(baseline);
    const intensity = clamp(Math.log(Math.max(mix.reviews, 1) / usualCount / from) / Math.log(to / from));
    return {
      mix,
      hours,
      expected: usualCount,
      intensity,
      value: 1 - intensity * (0.4 + 0.6 * strangeness(mix, usual)),
    };
  });
  const { mix, hours, expected, intensity, value } = seen.reduce((worst, one) =>
    one.value < worst.value ? one : worst,
  );
  const share = (count: number) => count / Math.max(mix.reviews, 1);
  return {
    value: Math.min(value, ringValues[companions] ?? 0),
    isBurst: value <= BURST_VALUE,
    intensity,
    count: mix.reviews,
    expected,
    hours,
    fiveStarShare: share(mix.fiveStar),
    oneStarShare: share(mix.oneStar),
    youngShare: share(mix.young),
    copiedShare: share(mix.copied),
    companions,
  };
}

/** Where a burst that is recognised at a review began: with the window that gave it away. */
export const burstStart = (at: Date, { hours }: Pick<Coordination, 'hours'>): Date =>
  new Date(at.getTime() - hours * 3_600_000);

/** Whether an open burst is over: no window holds more than is usual any longer. */
export function isOver(counts: { hour: number; day: number; week: number }, baseline: number): boolean {
  return windows.every(({ name, expected, from }) => counts[name] < from * expected(baseline));
}

/** The burst's earlier reviews are scored again when it is recognised, and each time it has doubled. */
export const isRescoreDue = (reviewsNow: number, reviewsAtLast: number | null): boolean =>
  reviewsAtLast === null || reviewsNow >= 2 * reviewsAtLast;
