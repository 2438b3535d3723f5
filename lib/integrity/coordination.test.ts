import { describe, expect, test } from 'vitest';
import {
  baselineOf,
  burstStart,
  type CoordinationFacts,
  coordinationOf,
  isOver,
  isRescoreDue,
  type Mix,
} from './coordination';

const none: Mix = { reviews: 0, fiveStar: 0, oneStar: 0, young: 0, copied: 0 };
/** So many reviews, the shares of which are what is usual anywhere unless told otherwise. */
const mix = (reviews: number, { five = 0.5, one = 0.1, young = 0.2, copied = 0 } = {}): Mix => ({
  reviews,
  fiveStar: five * reviews,
  oneStar: one * reviews,
  young: young * reviews,
  copied: copied * reviews,
});
const facts = (more: Partial<CoordinationFacts> = {}): CoordinationFacts => ({
  windows: { hour: mix(1), day: mix(1), week: mix(3) },
  baseline: 0,
  usual: none,
  companions: 0,
  ...more,
});
const day = (of: Mix) => ({ hour: mix(1), day: of, week: of });

describe('the baseline', () => {
  test('is the median of the days', () => {
    expect(baselineOf([1, 2, 3, 4, 5, 6, 7])).toBe(4);
    expect(baselineOf([1, 2, 3, 4, 5, 6, 7, 8])).toBe(4.5);
  });

  test('is not raised by a campaign of four weeks, nor by one enormous day', () => {
    const quiet = new Array<number>(60).fill(2);
    expect(baselineOf([...quiet, ...new Array<number>(28).fill(500)])).toBe(2);
    expect(baselineOf([0, 0, 0, 9000, 0, 0, 0])).toBe(0);
  });

  test('of an app of a few days takes the missing ones for empty', () => {
    expect(baselineOf([])).toBe(0);
    expect(baselineOf([300, 200])).toBe(0);
  });
});

describe('the value', () => {
  test('is 1 for an ordinary number of reviews, whatever they are like', () => {
    expect(coordinationOf(facts()).value).toBe(1);
    expect(coordinationOf(facts({ windows: day(mix(5, { five: 1, young: 1 })) }))).toMatchObject({
      value: 1,
      isBurst: false,
    });
  });

  test('stays above the burst for many reviews that are like the usual ones', () => {
    const viral = coordinationOf(facts({ windows: day(mix(400)), usual: mix(200) }));
    expect(viral.value).toBeCloseTo(0.6, 2);
    expect(viral.isBurst).toBe(false);
  });

  test.each([
    ['five stars of new accounts', { five: 1, young: 1 }],
    ['one star', { five: 0, one: 1 }],
    ['copies', { copied: 0.5 }],
  ])('falls for a burst of %s', (_, shares) => {
    expect(coordinationOf(facts({ windows: day(mix(60, shares)), usual: mix(100) })).isBurst).toBe(true);
  });

  test('a large app may have as many as it always has', () => {
    const many = mix(400, { five: 1, young: 1 });
    const week = mix(2800, { five: 1, young: 1 });
    const windows = { hour: mix(40), day: many, week };
    expect(coordinationOf(facts({ windows, baseline: 380 })).value).toBe(1);
    expect(coordinationOf(facts({ windows, baseline: 10 })).isBurst).toBe(true);
  });

  test('falls within the first hour, before the day is full', () => {
    const hour = mix(9, { five: 1, young: 1 });
    const { value, hours } = coordinationOf(facts({ windows: { hour, day: hour, week: hour } }));
    expect(value).toBeLessThan(0.3);
    expect(hours).toBe(1);
  });

  test('falls for a slow drip, which only the week shows', () => {
    const drip = { five: 1, young: 1 };
    const windows = { hour: mix(1), day: mix(6, drip), week: mix(42, drip) };
    expect(coordinationOf(facts({ windows }))).toMatchObject({ isBurst: true, hours: 168 });
  });

  test('falls for a ring that reviews the same apps, however few they are', () => {
    expect([0, 1, 2, 3, 4, 40].map((companions) => coordinationOf(facts({ companions })).value)).toEqual([
      1, 1, 0.7, 0.4, 0.2, 0,
    ]);
    expect(coordinationOf(facts({ companions: 40 })).isBurst).toBe(false);
  });
});

describe('a burst', () => {
  test('began with the window that gave it away', () => {
    expect(burstStart(new Date('2026-03-02T10:00:00Z'), { hours: 24 })).toEqual(new Date('2026-03-01T10:00:00Z'));
  });

  test('is over when no window holds more than is usual', () => {
    expect(isOver({ hour: 0, day: 3, week: 17 }, 0)).toBe(true);
    expect(isOver({ hour: 0, day: 3, week: 18 }, 0)).toBe(false);
    expect(isOver({ hour: 4, day: 4, week: 4 }, 0)).toBe(false);
    expect(isOver({ hour: 4, day: 40, week: 300 }, 30)).toBe(true);
  });

  test('has its reviews scored again when it is recognised and each time it has doubled', () => {
    expect(isRescoreDue(9, null)).toBe(true);
    expect(isRescoreDue(17, 9)).toBe(false);
    expect(isRescoreDue(18, 9)).toBe(true);
  });
});
