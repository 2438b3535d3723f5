import { describe, expect, test } from 'vitest';
import { firstPeriodEnd, judgeRefund, nextStatuses, refundObstacle, saleEntries, splitSale, taxRateOf } from './rules';

describe('the split of a sale', () => {
  test.each([
    // gross, tax rate, commission rate, tax, commission
    [499, 0, 0.3, 0, 149],
    [499, 0, 0.15, 0, 74],
    [499, 0.19, 0.3, 80, 125],
    [1, 0.19, 0.3, 0, 0],
    [300, 0.1, 0.3, 27, 81],
    [100, 0.077, 0.3, 7, 27],
    [100_000_000_000, 0.21, 0.3, 17355371901, 24793388429],
    [5, 1, 0.3, 2, 0],
    [15, 1, 0.3, 8, 2],
    [3, 1, 1, 2, 1],
  ])('%d at %d tax and %d commission', (gross, tax, commission, taxMinor, commissionMinor) => {
    const split = splitSale(gross, { tax, commission });
    expect(split).toEqual({ taxMinor, commissionMinor, developerMinor: gross - taxMinor - commissionMinor });
  });

  test('entries sum to zero and none is zero, whatever the amount and the rates', () => {
    for (let amountMinor = 1; amountMinor < 2_000; amountMinor += 7) {
      for (const rates of [
        { tax: 0, commission: 0.3 },
        { tax: 0.0825, commission: 0.15 },
        { tax: 0.25, commission: 0 },
        { tax: 0, commission: 1 },
      ]) {
        const entries = saleEntries({ amountMinor, country: 'DE', organizationId: 'o' }, rates);
        expect(entries.reduce((sum, entry) => sum + entry.amountMinor, 0)).toBe(0);
        expect(entries.every((entry) => entry.amountMinor !== 0)).toBe(true);
      }
    }
  });
});

describe('the end of the first period', () => {
  test.each([
    ['2026-01-31T10:00:00.000Z', 'P1M', 0, '2026-02-28T10:00:00.000Z'],
    ['2028-01-31T10:00:00.000Z', 'P1M', 0, '2028-02-29T10:00:00.000Z'],
    ['2026-08-31T23:59:59.999Z', 'P6M', 0, '2027-02-28T23:59:59.999Z'],
    ['2028-02-29T00:00:00.000Z', 'P1Y', 0, '2029-02-28T00:00:00.000Z'],
    ['2026-12-15T00:00:00.000Z', 'P2M', 0, '2027-02-15T00:00:00.000Z'],
    ['2026-11-30T00:00:00.000Z', 'P3M', 0, '2027-02-28T00:00:00.000Z'],
    ['2026-03-25T00:00:00.000Z', 'P1W', 0, '2026-04-01T00:00:00.000Z'],
    ['2026-03-25T00:00:00.000Z', 'P1Y', 14, '2026-04-08T00:00:00.000Z'],
  ])('%s + %s with %d days of trial is %s', (start, period, trialDays, end) => {
    expect(firstPeriodEnd(new Date(start), period, trialDays).toISOString()).toBe(end);
  });
});

test('final statuses lead nowhere', () => {
  expect(nextStatuses.failed).toEqual([]);
  expect(nextStatuses.refunded).toEqual([]);
});

describe('the judgement of a refund', () => {
  const hour = 3_600_000;
  const purchasedAt = new Date('2026-02-27T12:00:00.000Z');
  const judge = (ageMs: number, isDownloaded: boolean, automaticRefunds = 0) => {
    const { status, because } = judgeRefund({
      purchasedAt,
      now: new Date(purchasedAt.getTime() + ageMs),
      isDownloaded,
      automaticRefunds,
    });
    return `${status} ${because}`;
  };

  test.each([
    [0, true, 0, 'approved soon'],
    [-1000, true, 0, 'approved soon'],
    [48 * hour, true, 2, 'approved soon'],
    [48 * hour, true, 3, 'pending often'],
    [48 * hour + 1, true, 0, 'pending downloaded'],
    [48 * hour + 1, false, 0, 'approved unused'],
    [14 * 24 * hour, false, 2, 'approved unused'],
    [14 * 24 * hour, false, 3, 'pending often'],
    [14 * 24 * hour, true, 0, 'pending downloaded'],
    [14 * 24 * hour + 1, false, 0, 'pending late'],
  ])('%d ms old, downloaded: %s, %d before: %s', (ageMs, isDownloaded, automatic, expected) => {
    expect(judge(ageMs, isDownloaded, automatic)).toBe(expected);
  });
});

test.each([
  ['completed', 499, null],
  ['completed', 0, 'nothing_to_refund'],
  ['pending', 499, 'purchase_in_progress'],
  ['pending', 0, 'nothing_to_refund'],
  ['failed', 499, 'nothing_to_refund'],
  ['refunded', 499, 'already_refunded'],
] as const)('a %s purchase of %d minor units: %s stands in the way of a refund', (status, amountMinor, expected) => {
  expect(refundObstacle({ status, amountMinor })).toBe(expected);
});

describe('the rate of a tax that was booked', () => {
  test.each([0, 0.05, 0.07, 0.077, 0.19, 0.2, 0.255])('of %d is found again, whatever it is today', (rate) => {
    for (const gross of [4_99, 19_99, 129_00, 49_999]) {
      const { taxMinor } = splitSale(gross, { tax: rate, commission: 0.3 });
      expect(taxRateOf(gross, taxMinor, rate)).toBe(rate);
      const found = taxRateOf(gross, taxMinor, 0.99);
      expect(splitSale(gross, { tax: found, commission: 0.3 }).taxMinor).toBe(taxMinor);
      expect(Math.abs(found - rate)).toBeLessThan(0.005);
    }
  });
});
