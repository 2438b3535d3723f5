import type { Bag } from './features';

/** One linear function over the buckets of a group. A text's counts are scaled, brought to length 1 and weighed. */
export type Linear = { isBinary: boolean; scale: Float32Array; weights: Float32Array; bias: number };

const logs = Float32Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(count, 1)));
const dampened = (count: number) => logs[count] ?? 1 + Math.log(count);

/** Values of a bag's buckets, of Euclidean length 1; all 0 where none is known. */
export function valuesOf({ buckets, counts }: Bag, scale: Float32Array, isBinary: boolean): Float32Array {
  const values = new Float32Array(buckets.length);
  let squares = 0;
  for (let i = 0; i < buckets.length; i += 1) {
    const factor = scale[buckets[i] ?? 0] ?? 0;
    const value = factor === 0 ? 0 : (isBinary ? 1 : dampened(counts[i] ?? 1)) * factor;
    values[i] = value;
    squares += value * value;
  }
  const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) * norm;
  return values;
}

export function applyLinear({ isBinary, scale, weights, bias }: Linear, bag: Bag): number {
  const values = valuesOf(bag, scale, isBinary);
  let sum = bias;
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) * (weights[bag.buckets[i] ?? 0] ?? 0);
  return sum;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
