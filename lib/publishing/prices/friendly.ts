import { exponentOf } from '@/lib/money';

/** Endings of prices below one unit, in hundredths. */
const small = [29, 49, 79, 99];

const nearest = (value: number, step: number) => Math.max(1, Math.round(value / step)) * step;

/**
 * The amount of another currency as shops would write it, in minor units; `units` is exact, in whole units. With cents it
 * ends in .99: every unit below 100, every ten below 1,000, and so on, so that it is within about 5%. Without, it is a
 * multiple of 10 below 1,000, of 100 below 100,000, of 1,000 above. Nothing costs nothing.
 */
export function friendlyAmount(units: number, currency: string): number {
  if (units <= 0) return 0;
  const exponent = exponentOf(currency);
  if (exponent === 0) return nearest(units, units < 1_000 ? 10 : units < 100_000 ? 100 : 1_000);
  const hundredth = 10 ** (exponent - 2);
  if (units < 1) {
    const [closest] = [...small].sort((a, b) => Math.abs(a - units * 100) - Math.abs(b - units * 100));
    return (closest ?? 99) * hundredth;
  }
  const step = 10 ** Math.max(0, Math.floor(Math.log10(units)) - 1);
  return (nearest(units, step) * 100 - 1) * hundredth;
}

/** What an amount in one currency is in another, in whole units; rates are units for one US dollar. */
export const convert = (
  amountMinor: number,
  from: { currency: string; perUsd: number },
  to: { perUsd: number },
): number => (amountMinor / 10 ** exponentOf(from.currency) / from.perUsd) * to.perUsd;
