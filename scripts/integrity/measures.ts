import { createRandom } from '@/lib/catalog/artwork/random';

/** Area under the ROC curve: how often a positive scores higher than a negative; null where one of them is missing. */
export function auc(scores: readonly number[], isPositive: readonly boolean[]): number | null {
  const order = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (let i = from; i < to; i += 1) {
      if (!isPositive[order[i] ?? 0]) continue;
      positives += 1;
      rankSum += (from + to + 1) / 2;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return positives === 0 || negatives === 0
    ? null
    : (rankSum - (positives * (positives + 1)) / 2) / positives / negatives;
}

export function precisionAndRecall(found: readonly boolean[], isPositive: readonly boolean[]) {
  const hits = found.filter((is, i) => is && isPositive[i]).length;
  const all = found.filter(Boolean).length;
  const positives = isPositive.filter(Boolean).length;
  return { precision: all === 0 ? null : hits / all, recall: positives === 0 ? null : hits / positives };
}

/** 95% of what the AUC of as many people drawn anew would be (bootstrap, 1,000 draws). */
export function aucInterval(scores: readonly number[], isPositive: readonly boolean[]): [number, number] | null {
  const random = createRandom('bootstrap');
  const drawn: number[] = [];
  for (let draw = 0; draw < 1000; draw += 1) {
    const picks = scores.map(() => random.int(0, scores.length - 1));
    const value = auc(
      picks.map((i) => scores[i] ?? 0),
      picks.map((i) => isPositive[i] ?? false),
    );
    if (value !== null) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(share * (drawn.length - 1))];
  const [low, high] = [at(0.025), at(0.975)];
  return low === undefined || high === undefined ? null : [low, high];
}
