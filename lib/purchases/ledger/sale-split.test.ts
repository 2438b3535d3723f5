import { describe, expect, test } from 'vitest';
import { createRandom } from '@/lib/catalog/artwork/random';
import { exponentOf } from '@/lib/money';
import { saleEntries, splitSale } from '../rules';

const millionths = (rate: number) => BigInt(Math.round(rate * 1_000_000));
const currencies = ['JPY', 'USD', 'KWD'] as const;

/** Amounts and rates from the ends and from everywhere between. */
function* sales(count: number) {
  const random = createRandom('sales');
  const rates = [0, 1, 0.5, 0.15, 0.3, 0.19, 0.077, 0.000001, 0.999999];
  const pickRate = () => (random.chance(0.5) ? (rates[random.int(0, rates.length - 1)] ?? 0) : random.next());
  for (let i = 0; i < count; i += 1) {
    const currency = currencies[i % currencies.length] ?? 'USD';
    const major = random.chance(0.3) ? random.int(0, 3) : random.int(0, 1_000_000);
    const amountMinor = Math.max(1, major * 10 ** exponentOf(currency) + random.int(0, 10 ** exponentOf(currency)));
    yield { amountMinor, rates: { tax: pickRate(), commission: pickRate() } };
  }
}

describe('a sale', () => {
  test('is split without losing or making a minor unit, at every rate and exponent', () => {
    for (const { amountMinor, rates } of sales(20_000)) {
      const { taxMinor, commissionMinor, developerMinor } = splitSale(amountMinor, rates);
      expect(taxMinor + commissionMinor + developerMinor).toBe(amountMinor);
      for (const part of [taxMinor, commissionMinor, developerMinor]) {
        if (!Number.isSafeInteger(part) || part < 0) expect.fail(`${amountMinor} at ${JSON.stringify(rates)}: ${part}`);
      }
    }
  });

  test('is taxed gross·r/(1+r), half to even, and the commission is the floor of net·rate', () => {
    for (const { amountMinor, rates } of sales(20_000)) {
      const { taxMinor, commissionMinor } = splitSale(amountMinor, rates);
      const r = millionths(rates.tax);
      // |tax·(1+r) − gross·r| is at most half of (1+r); where it is exactly half, tax is even.
      const off = 2n * (BigInt(taxMinor) * (1_000_000n + r) - BigInt(amountMinor) * r);
      const distance = off < 0n ? -off : off;
      if (distance > 1_000_000n + r) expect.fail(`tax of ${amountMinor} at ${rates.tax} is ${taxMinor}`);
      if (distance === 1_000_000n + r) expect(taxMinor % 2).toBe(0);
      const exact = BigInt(amountMinor - taxMinor) * millionths(rates.commission);
      const rest = exact - BigInt(commissionMinor) * 1_000_000n;
      if (rest < 0n || rest >= 1_000_000n) expect.fail(`commission of ${amountMinor} is ${commissionMinor}`);
    }
  });

  test('is booked as entries that sum to zero: all of it in, each part out, nothing of zero', () => {
    for (const { amountMinor, rates } of sales(2_000)) {
      const entries = saleEntries({ amountMinor, country: 'DE', organizationId: 'o' }, rates);
      expect(entries.reduce((sum, entry) => sum + entry.amountMinor, 0)).toBe(0);
      expect(entries[0]).toEqual({ account: 'provider:clearing', amountMinor });
      expect(entries.slice(1).every((entry) => entry.amountMinor < 0)).toBe(true);
      expect(new Set(entries.map(({ account }) => account)).size).toBe(entries.length);
    }
  });

  test.each([
    [1999, { tax: 0.19, commission: 0.3 }, [319, 504, 1176]],
    [300, { tax: 0.1, commission: 0.15 }, [27, 40, 233]],
    // 0.5 and 1.5 of a minor unit: down to 0, up to 2.
    [1, { tax: 1, commission: 0 }, [0, 0, 1]],
    [3, { tax: 1, commission: 0 }, [2, 0, 1]],
    [499, { tax: 0, commission: 1 }, [0, 499, 0]],
    [499, { tax: 0, commission: 0 }, [0, 0, 499]],
    [
      9_007_199_254_740_991,
      { tax: 0.25, commission: 0.3 },
      [1_801_439_850_948_198, 2_161_727_821_137_837, 5_044_031_582_654_956],
    ],
  ])('%s at %j', (amountMinor, rates, [taxMinor, commissionMinor, developerMinor]) => {
    expect(splitSale(amountMinor, rates)).toEqual({ taxMinor, commissionMinor, developerMinor });
  });
});
