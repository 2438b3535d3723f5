import { expect, test } from 'vitest';
import { type Burst, burstLine } from './burst';

const start = Date.parse('2026-03-01T00:00:00Z');
const iso = (hour: number) => new Date(start + hour * 3_600_000).toISOString();

const burst = (hours: number, changes: Partial<Burst> = {}): Burst => ({
  id: 'b',
  startedAt: iso(48),
  endedAt: null,
  baseline: 12,
  reviewCount: 40,
  hours: Array.from({ length: hours }, (_, hour) => ({ at: iso(hour), count: hour % 3, fiveStars: hour % 2 })),
  waitingIds: [],
  ...changes,
});

test('a bar is an hour as long as the hours are few, and this review stands in exactly one', () => {
  const { bars, hoursEach, usual } = burstLine(burst(72), iso(50.5));
  expect([bars.length, hoursEach, usual]).toEqual([72, 1, 0.5]);
  expect(bars.filter(({ isThis }) => isThis).map(({ at }) => at)).toEqual([iso(50)]);
});

test('long bursts share bars, and no review is lost by it', () => {
  const long = burst(384);
  const { bars, hoursEach, usual } = burstLine(long, iso(200));
  expect(bars.length).toBeLessThanOrEqual(120);
  expect([hoursEach, usual]).toEqual([4, 2]);
  const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  expect(sum(bars)).toBe(sum(long.hours));
});

test('only the bars of the burst are marked as such', () => {
  const { bars } = burstLine(burst(72, { endedAt: iso(60) }), iso(50));
  const marked = bars.filter(({ isBurst }) => isBurst);
  expect([marked.at(0)?.at, marked.at(-1)?.at]).toEqual([iso(48), iso(60)]);
});

test('a burst without hours has no bars and divides by nothing', () => {
  expect(burstLine(burst(0), iso(1))).toMatchObject({ bars: [], most: 1 });
});
