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

  it('rounds half to even', () => {
    expect([5n, 15n, 25n, 24n, 26n].map((n) => divideHalfEven(n, 10n))).toEqual([0n, 2n, 2n, 2n, 3n]);
  });
});
