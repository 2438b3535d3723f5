import type { Bag } from './features';
import { type Linear, valuesOf } from './linear';

export type Weighting = 'idf' | 'ratio';

/** Buckets that fewer texts have are left out. */
const LEAST_TEXTS = 2;

/**
 * How much a bucket counts: by its rarity (`idf`), or by how much more texts of one label have it than those of the
 * other (`ratio`, Wang and Manning 2012).
 */
function scaleOf(bags: readonly Bag[], labels: Uint8Array, buckets: number, weighting: Weighting): Float32Array {
  const counts = [new Float32Array(buckets), new Float32Array(buckets)] as const;
  const totals: [number, number] = [0, 0];
  for (const [i, bag] of bags.entries()) {
    const label = labels[i] === 1 ? 1 : 0;
    totals[label] += 1;
    const of = counts[label];
    for (const bucket of bag.buckets) of[bucket] = (of[bucket] ?? 0) + 1;
  }
  return counts[0].map((genuine, bucket) => {
    const fake = counts[1][bucket] ?? 0;
    if (genuine + fake < LEAST_TEXTS) return 0;
    if (weighting === 'idf') return Math.log((bags.length + 1) / (genuine + fake + 1)) + 1;
    return Math.abs(Math.log(((fake + 1) / (totals[1] + 2)) * ((totals[0] + 2) / (genuine + 1))));
  });
}

/** The order of a pass, the same in every run. */
function shuffle(order: Uint32Array, seed: number): number {
  let state = seed;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const j = Math.floor(((state >>> 0) / 2 ** 32) * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return state;
}

/**
 * Logistic regression with an L2 penalty, both labels of the same weight together, by dual coordinate descent (Yu, Huang
 * and Lin 2011). Deterministic.
 */
export function trainLinear(
  bags: readonly Bag[],
  labels: Uint8Array,
  options: { buckets: number; weighting: Weighting; cost: number },
): Linear {
  const isBinary = options.weighting === 'ratio';
  const scale = scaleOf(bags, labels, options.buckets, options.weighting);
  const values = bags.map((bag) => valuesOf(bag, scale, isBinary));
  const weights = new Float64Array(options.buckets);
  let bias = 0;
  const fakes = labels.reduce((sum, label) => sum + label, 0);
  const costs = [labels.length - fakes, fakes].map((count) => (options.cost * labels.length) / 2 / Math.max(count, 1));
  const alphas = new Float64Array(bags.length);
  const change = (i: number, by: number) => {
    const buckets = bags[i]?.buckets ?? [];
    const row = values[i] ?? [];
    for (let k = 0; k < row.length; k += 1) {
      const bucket = buckets[k] ?? 0;
      weights[bucket] = (weights[bucket] ?? 0) + by * (row[k] ?? 0);
    }
    bias += by;
  };
  for (let i = 0; i < bags.length; i += 1) {
    alphas[i] = 1e-8;
    change(i, labels[i] === 1 ? 1e-8 : -1e-8);
  }
  const order = Uint32Array.from(bags.keys());
  let seed = 12_345;
  for (let pass = 0; pass < 20; pass += 1) {
    seed = shuffle(order, seed);
    let largest = 0;
    for (const i of order) {
      const sign = labels[i] === 1 ? 1 : -1;
      const cost = costs[labels[i] ?? 0] ?? 1;
      const buckets = bags[i]?.buckets ?? [];
      const row = values[i] ?? [];
      let margin = bias;
      for (let k = 0; k < row.length; k += 1) margin += (weights[buckets[k] ?? 0] ?? 0) * (row[k] ?? 0);
      const before = alphas[i] ?? 0;
      const after = solve(before, sign * margin, cost);
      if (after === before) continue;
      alphas[i] = after;
      change(i, sign * (after - before));
      largest = Math.max(largest, Math.abs(after - before) / cost);
    }
    if (largest < 0.01) break;
  }
  return { isBinary, scale, weights: Float32Array.from(weights), bias };
}

/** Newton's method on one dual variable in (0, cost); a row's own square with the bias is 2. */
function solve(before: number, margin: number, cost: number): number {
  let alpha = before;
  for (let round = 0; round < 20; round += 1) {
    const gradient = margin + 2 * (alpha - before) + Math.log(alpha / (cost - alpha));
    if (Math.abs(gradient) < 1e-4) break;
    const next = alpha - gradient / (2 + cost / (alpha * (cost - alpha)));
    if (next <= 0) alpha *= 0.1;
    else if (next >= cost) alpha = cost - (cost - alpha) * 0.1;
    else alpha = next;
  }
  return alpha;
}
