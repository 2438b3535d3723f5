import type { Random } from '@/lib/catalog/artwork/random';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Standard normal (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

export const logNormal = (random: Random, median: number, sigma: number) => median * Math.exp(sigma * normal(random));

/** Exponential with the given mean. */
export const exponential = (random: Random, mean: number) => -mean * Math.log(1 - random.next());

export const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

export type Cumulative = Float64Array;

export function cumulate(weights: ArrayLike<number>): Cumulative {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    total += weights[i] ?? 0;
    sums[i] = total;
  }
  return sums;
}

/** An index drawn in proportion to its weight, from `from` on. */
export function draw(random: Random, sums: Cumulative, from = 0): number {
  const base = from > 0 ? (sums[from - 1] ?? 0) : 0;
  const target = base + random.next() * ((sums[sums.length - 1] ?? 0) - base);
  let low = from;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lower bound of the Wilson 95% interval of a share. */
export function wilsonLower(yes: number, total: number): number {
  if (total === 0) return 0;
  const z = 1.96;
  const p = yes / total;
  const spread = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * total)) / total);
  return Math.max(0, (p + (z * z) / (2 * total) - spread) / (1 + (z * z) / total));
}

const hexByte = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** A UUID version 7 of that moment whose other bits come from the seed. */
export function seededId(random: Random, at: Date | number): string {
  const time = Math.floor(Number(at)).toString(16).padStart(12, '0');
  const a = Math.floor(random.next() * 0x1_0000_0000);
  const b = Math.floor(random.next() * 0x1_0000_0000);
  const c = Math.floor(random.next() * 0x1_0000_0000);
  const byte = (value: number, shift: number) => hexByte[(value >>> shift) & 255];
  const variant = hexByte[((b >>> 24) & 0x3f) | 0x80];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${byte(a, 24)}${hexByte[(a >>> 16) & 255]?.[0]}-${variant}${byte(b, 16)}-${byte(a, 8)}${byte(a, 0)}${byte(b, 8)}${byte(b, 0)}${byte(c, 24)}${byte(c, 16)}`;
}
