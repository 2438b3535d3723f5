import { describe, expect, test } from 'vitest';
import { countryCodes } from '@/lib/country';
import { currencyOf } from './currencies';
import { convert, friendlyAmount } from './friendly';

describe('a friendly amount', () => {
  test.each([
    [2.34, 'EUR', 199],
    [2.57, 'EUR', 299],
    [4.3, 'GBP', 399],
    [0.26, 'EUR', 29],
    [0.43, 'EUR', 49],
    [0.9, 'EUR', 99],
    [52.4, 'PLN', 5199],
    [264.6, 'INR', 25999],
    [1_234.5, 'CZK', 119999],
    [14_340, 'NGN', 1399999],
    [0.92, 'KWD', 990],
    [3.07, 'KWD', 2990],
    [455, 'JPY', 460],
    [4.5, 'JPY', 10],
    [1_520, 'JPY', 1_500],
    [14_385, 'KRW', 14_400],
    [262_737, 'VND', 263_000],
    [0, 'EUR', 0],
    [0, 'JPY', 0],
  ])('of %d %s is %d', (units, currency, amount) => {
    expect(friendlyAmount(units, currency)).toBe(amount);
  });

  test('is never nothing for what costs something, and never more than half off above a unit', () => {
    for (const currency of ['USD', 'JPY', 'KWD']) {
      const perUnit = { USD: 100, JPY: 1, KWD: 1000 }[currency] ?? 1;
      for (let units = currency === 'JPY' ? 10 : 1; units < 100_000; units *= 1.037) {
        const amount = friendlyAmount(units, currency) / perUnit;
        expect(amount).toBeGreaterThan(0);
        expect(Math.abs(amount - units) / units).toBeLessThan(0.52);
      }
    }
  });

  test('grows with what it is made of', () => {
    let last = 0;
    for (let cents = 10; cents < 500_000; cents += 7) {
      const amount = friendlyAmount(cents / 100, 'EUR');
      expect(amount).toBeGreaterThanOrEqual(last);
      last = amount;
    }
  });
});

test('amounts go from one currency into another by way of the dollar', () => {
  expect(convert(299, { currency: 'EUR', perUsd: 0.5 }, { perUsd: 150 })).toBeCloseTo(897);
  expect(convert(300, { currency: 'JPY', perUsd: 150 }, { perUsd: 0.5 })).toBeCloseTo(1);
});

test('every country stands with one currency at most', () => {
  const known = countryCodes.filter((country) => currencyOf(country) !== null);
  expect(known.length).toBeGreaterThan(100);
  expect(['DE', 'US', 'GB', 'JP', 'BR'].map(currencyOf)).toEqual(['EUR', 'USD', 'GBP', 'JPY', 'BRL']);
  expect(currencyOf('ZZ')).toBeNull();
});
