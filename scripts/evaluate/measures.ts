/** What a query was given and what it should have been given: grades from 0 to 3 by id, in the order of the answer. */
export type Judged = { kind: string; source: string; ranked: readonly number[]; grades: readonly number[] };

export type Measures = { n: number; mrr10: number; ndcg10: number; recall10: number };

const depth = 10;

const gain = (grades: readonly number[]) =>
  grades.slice(0, depth).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** One over the place of the first answer that is worth anything, 0 below the tenth. */
export function reciprocalRank({ ranked }: Judged): number {
  const at = ranked.slice(0, depth).findIndex((grade) => grade > 0);
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Järvelin and Kekäläinen 2002, with gains of 2^grade − 1. */
export function ndcg({ ranked, grades }: Judged): number {
  const ideal = gain(grades.toSorted((a, b) => b - a));
  return ideal === 0 ? 0 : gain(ranked) / ideal;
}

/** Of what is worth anything, the share among the first ten. */
export function recall({ ranked, grades }: Judged): number {
  const all = grades.filter((grade) => grade > 0).length;
  return all === 0 ? 0 : ranked.slice(0, depth).filter((grade) => grade > 0).length / all;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

export const measuresOf = (queries: readonly Judged[]): Measures => ({
  n: queries.length,
  mrr10: rounded(mean(queries.map(reciprocalRank))),
  ndcg10: rounded(mean(queries.map(ndcg))),
  recall10: rounded(mean(queries.map(recall))),
});

/** The measures of each group, by its name. */
export function byGroup(queries: readonly Judged[], group: 'kind' | 'source'): Record<string, Measures> {
  return Object.fromEntries(
    [...Map.groupBy(queries, (query) => query[group])].map(([name, of]) => [name, measuresOf(of)]),
  );
}

/** Share 0..1 of the values, nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
