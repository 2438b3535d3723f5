import { auc, aucInterval } from './measures';
import { columnsOf, readRows } from './read-rows';

type Rating = { by: string; of: string; value: number; at: number };

const DAY_S = 86_400;
const FOLDS = 5;
const ROUNDS = 7;
const PENALTY = 0.03;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Eleven figures about the ratings somebody gives. What others say of a person is left out: labels rest on it. Where a
 * figure needs the others' ratings of the same subject, only those are looked at.
 */
function featuresOf(given: readonly Rating[], received: ReadonlyMap<string, Rating[]>, until: number): number[] {
  const times = given.map(({ at }) => at);
  const [first = until, last = until] = [times[0], times.at(-1)];
  const perDay = new Map<number, number>();
  for (const at of times) perDay.set(Math.floor(at / DAY_S), (perDay.get(Math.floor(at / DAY_S)) ?? 0) + 1);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  const distances: number[] = [];
  let alone = 0;
  let firsts = 0;
  for (const { by, of, value, at } of given) {
    const others = (received.get(of) ?? []).filter((other) => other.by !== by);
    if (others.length === 0) alone += 1;
    else distances.push(Math.abs(value - mean(others.map((other) => other.value))));
    if (others.every((other) => other.at > at)) firsts += 1;
  }
  const perValue = new Map<number, number>();
  for (const { value } of given) perValue.set(value, (perValue.get(value) ?? 0) + 1);
  const shares = [...perValue.values()].map((count) => count / given.length);
  return [
    Math.log1p((until - first) / DAY_S),
    Math.log1p((last - first) / DAY_S),
    Math.log(perDay.size),
    Math.max(...perDay.values()) / given.length,
    Math.log(Math.max(...perDay.values())),
    gaps.filter((gap) => gap < 600).length / Math.max(1, gaps.length),
    mean(given.map(({ value }) => value)),
    distances.length === 0 ? 2.5 : mean(distances),
    alone / given.length,
    firsts / given.length,
    -shares.reduce((sum, share) => sum + share * Math.log(share), 0),
  ];
}

/** Where a value stands among those of training, −1.73 … 1.73: figures of any distribution become comparable. */
function rankIn(sorted: readonly number[], value: number): number {
  let below = 0;
  for (const other of sorted) below += other < value ? 1 : other === value ? 0.5 : 0;
  return (below / Math.max(sorted.length, 1) - 0.5) * 2 * Math.sqrt(3);
}

/** Logistic regression, both labels of the same weight, by gradient descent. */
function fitWeights(rows: readonly number[][], labels: readonly boolean[]): number[] {
  const width = rows[0]?.length ?? 0;
  const weights = new Array<number>(width + 1).fill(0);
  const positives = Math.max(1, labels.filter(Boolean).length);
  const negatives = Math.max(1, labels.length - positives);
  for (let step = 0; step < 400; step += 1) {
    const slopes = weights.map((weight, k) => (k < width ? PENALTY * weight : 0));
    for (const [i, row] of rows.entries()) {
      const error = 1 / (1 + Math.exp(-apply(weights, row))) - (labels[i] ? 1 : 0);
      const share = error / 2 / (labels[i] ? positives : negatives);
      for (let k = 0; k < width; k += 1) slopes[k] = (slopes[k] ?? 0) + share * (row[k] ?? 0);
      slopes[width] = (slopes[width] ?? 0) + share;
    }
    for (const [k, slope] of slopes.entries()) weights[k] = (weights[k] ?? 0) - 0.5 * slope;
  }
  return weights;
}

const apply = (weights: readonly number[], row: readonly number[]): number =>
  row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), weights[row.length] ?? 0);

function crossValidate(rows: readonly number[][], labels: readonly boolean[], round: number): number[] {
  const scores = new Array<number>(rows.length).fill(0);
  // Dealt out label by label, so that each fold has both.
  const folds = new Array<number>(rows.length).fill(0);
  for (const label of [true, false]) {
    const of = [...rows.keys()].filter((i) => labels[i] === label);
    const key = (i: number) => Math.imul(i + 1, 0x9e3779b1 + 2 * round) >>> 0;
    for (const [k, i] of of.sort((a, b) => key(a) - key(b)).entries()) folds[i] = k % FOLDS;
  }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = [...rows.keys()].filter((i) => folds[i] !== fold);
    const columns = (rows[0] ?? []).map((_, k) => inside.map((i) => rows[i]?.[k] ?? 0));
    const scaled = (row: readonly number[]) => row.map((value, k) => rankIn(columns[k] ?? [], value));
    const weights = fitWeights(
      inside.map((i) => scaled(rows[i] ?? [])),
      inside.map((i) => labels[i] ?? false),
    );
    for (const [i, row] of rows.entries()) if (folds[i] === fold) scores[i] = apply(weights, scaled(row));
  }
  return scores;
}

export type BehaviourResult = { n: number; auc: number | null; interval: [number, number] | null };

/** How well raters that are fraudulent are told from others by what they rate: each by a function fitted without them. */
export function evaluateBehaviour(ratingsFile: string, labelsFile: string): BehaviourResult {
  const ratings = readRows(ratingsFile).map((row): Rating => {
    const column = columnsOf(ratingsFile, row);
    const at = column.has('ts') ? column.number('ts') : column.time('time') / 1000;
    return { by: column.text('rater'), of: column.text('ratee'), value: column.number('rating'), at };
  });
  ratings.sort((a, b) => a.at - b.at);
  const given = Map.groupBy(ratings, ({ by }) => by);
  const received = Map.groupBy(ratings, ({ of }) => of);
  const until = ratings.at(-1)?.at ?? 0;
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const row of readRows(labelsFile)) {
    const column = columnsOf(labelsFile, row);
    const own = given.get(column.text('user'));
    if (!own) continue;
    rows.push(featuresOf(own, received, until));
    labels.push(column.flag('fraud'));
  }
  // Folds are chance: several ways to cut them are averaged.
  const scores = new Array<number>(rows.length).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, score] of crossValidate(rows, labels, round).entries())
      scores[i] = (scores[i] ?? 0) + score / ROUNDS;
  }
  return { n: rows.length, auc: auc(scores, labels), interval: aucInterval(scores, labels) };
}
