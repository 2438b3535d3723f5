import type { TextModel } from '@/lib/integrity/model/model';
import { predict } from '@/lib/integrity/model/predict';
import { type FactsV2, scoreV1, scoreV2, thresholds } from '@/lib/integrity/rules';
import { type Account, accountFacts } from './accounts';
import { readCorpus } from './corpora';
import { auc, precisionAndRecall } from './measures';

type Scorer = 'v1' | 'model' | 'v2';
const scorers: readonly Scorer[] = ['v1', 'model', 'v2'];

export type LabelledResult = { file: string; n: number; auc: Record<Scorer, number | null> };
export type LabelledRow = [string, Scorer, ...(string | number)[]];

/** Scores of texts of which nothing else is known: every other signal is that of an ordinary review of such an account. */
export function evaluateLabelled(file: string, path: string, model: TextModel, account: Account) {
  const { examples } = readCorpus(path);
  const isFake = examples.map(({ fake }) => fake === 1);
  const scores: Record<Scorer, number[]> = { v1: [], model: [], v2: [] };
  for (const { text } of examples) {
    const modelScore = predict(model, text).score;
    const facts: FactsV2 = {
      text,
      authorReviews24h: 1,
      ...accountFacts(account),
      app: { in24h: 1, in28dBefore: 0, gapsUnder60s: 0 },
      highestSimilarity: 0,
      modelScore,
      firstReviewDays: 0,
      coordination: { value: 1, isBurst: false, count: 1, expected: 2, hours: 24 },
      sameTextAccounts: 1,
    };
    scores.v1.push(scoreV1(facts).score);
    scores.model.push(modelScore);
    scores.v2.push(scoreV2(facts).score);
  }
  const rows = scorers.map((scorer): LabelledRow => {
    const area = auc(
      scores[scorer].map((score) => -score),
      isFake,
    );
    const at = Object.values(thresholds).flatMap((threshold) => {
      const found = scores[scorer].map((score) => score < threshold);
      const { precision, recall } = precisionAndRecall(found, isFake);
      return [shown(precision), shown(recall)];
    });
    return [file, scorer, examples.length, shown(area), ...at];
  });
  const areas = Object.fromEntries(
    scorers.map((scorer) => [
      scorer,
      auc(
        scores[scorer].map((score) => -score),
        isFake,
      ),
    ]),
  ) as LabelledResult['auc'];
  const result: LabelledResult = { file, n: examples.length, auc: areas };
  return { rows, result };
}

export const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
