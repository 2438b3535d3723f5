import { describe, expect, it } from 'vitest';
import { divideHalfEven, exponentOf, formatMoney } from './money';

describe('money', () => {
  it('knows the minor unit of a currency', () => {
    expect(['USD', 'JPY', 'KWD'].map(exponentOf)).toEqual([2, 0, 3]);
  });

  it('is written as people write it', () => {
    expect(formatMoney({ amountMinor: 299, currency: 'USD' })).toBe('$2.99');
    expect(formatMoney({ amountMinor: 300, currency: 'JPY' })).toBe('¥300');
  });

  it.each(['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'NZD', 'MXN', 'BRL', 'INR', 'ILS', 'JPY', 'CHF', 'KWD'])(
    'is written as Intl writes it in %s',
    (currency) => {
      const intl = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
      const minor = 10 ** (intl.resolvedOptions().maximumFractionDigits ?? 2);
      for (const amountMinor of [0, 1, 9, 10, 99, 100, 101, 99_999, 100_000, 123_456_789, 99_999_999_999]) {
        for (const amount of [amountMinor, 0 - amountMinor]) {
          expect(formatMoney({ amountMinor: amount, currency })).toBe(intl.format(amount / minor));
        }
      }
    },
  );

  it('rounds half to even', () => {
    expect([5n, 15n, 25n, 24n, 26n].map((n) => divideHalfEven(n, 10n))).toEqual([0n, 2n, 2n, 2n, 3n]);
  });
});
