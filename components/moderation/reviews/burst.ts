import type { ReviewCase } from '@/lib/moderation/reviews/schema';

export type Burst = NonNullable<ReviewCase['burst']>;

const hourMs = 3_600_000;

/** Fewer bars than this are drawn an hour each; of more, several hours share one. */
const mostBars = 120;

export type BurstBar = { at: string; count: number; fiveStars: number; isThis: boolean; isBurst: boolean };

export type BurstLine = {
  bars: BurstBar[];
  /** How many hours a bar stands for. */
  hoursEach: number;
  /** What is usual in the time of one bar. */
  usual: number;
  most: number;
};

/** The hours of a burst as bars, `at` being when the review in question was written. */
export function burstLine({ hours, baseline, startedAt, endedAt }: Burst, at: string): BurstLine {
  const hoursEach = Math.max(1, Math.ceil(hours.length / mostBars));
  const [moment, start, end] = [
    Date.parse(at),
    Date.parse(startedAt),
    endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(endedAt),
  ];
  const bars: BurstBar[] = [];
  for (let i = 0; i < hours.length; i += hoursEach) {
    const part = hours.slice(i, i + hoursEach);
    const from = Date.parse(part[0]?.at ?? '');
    const to = from + part.length * hourMs;
    bars.push({
      at: part[0]?.at ?? '',
      count: part.reduce((sum, { count }) => sum + count, 0),
      fiveStars: part.reduce((sum, { fiveStars }) => sum + fiveStars, 0),
      isThis: moment >= from && moment < to,
      isBurst: to > start && from <= end,
    });
  }
  const usual = (baseline / 24) * hoursEach;
  return { bars, hoursEach, usual, most: Math.max(usual, 1, ...bars.map(({ count }) => count)) };
}
