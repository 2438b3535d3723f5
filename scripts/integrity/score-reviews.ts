import {
  BASELINE_DAYS,
  baselineOf,
  burstStart,
  type Coordination,
  type CoordinationFacts,
  coordinationOf,
  isOver,
  isRescoreDue,
} from '@/lib/integrity/coordination';
import type { TextModel } from '@/lib/integrity/model/model';
import { predict } from '@/lib/integrity/model/predict';
import { type Analysis, type FactsV2, scoreV1, scoreV2 } from '@/lib/integrity/rules';
import { comparedText } from '@/lib/integrity/text';
import { DAY, type FileReview, History, HOUR, inOrder, type Span } from './history';

/** Version 1 of every review, each as of its own moment. */
export function scoreAllV1(reviews: readonly FileReview[]): Map<FileReview, Analysis> {
  const history = new History(reviews);
  return new Map(inOrder(reviews).map((review) => [review, scoreV1(history.take(review).facts)]));
}

type Burst = Pick<CoordinationFacts, 'baseline' | 'usual'> & { startedAt: number; lastAt: number; rescoredAt: number };
/** An app's burst that lasts, and those that are over: what was in them is never usual. */
type Bursts = { open: Burst | null; past: Span[] };
type Known = Omit<FactsV2, 'coordination'> & { coordination: Coordination };

/**
 * Version 2 of every review, as it stands after the bursts: what was approved in one before it was recognised is scored
 * again, as the worker does. Without coordination the signal is 1 for all.
 */
export function scoreAllV2(
  reviews: readonly FileReview[],
  model: TextModel | null,
  options: { isCoordinationOff?: boolean } = {},
): Map<FileReview, Analysis> {
  const history = new History(reviews);
  const bursts = new Map<string, Bursts>();
  const known = new Map<FileReview, Known>();
  const perApp = new Map<string, FileReview[]>();
  for (const review of inOrder(reviews)) {
    const { facts, ...rest } = history.take(review);
    const of = bursts.get(review.app) ?? { open: null, past: [] };
    bursts.set(review.app, of);
    closeIfOver(of, history, review);
    const found = coordinationAt(history, review, of);
    const modelScore = model === null ? null : predict(model, review.text).score;
    const coordination = options.isCoordinationOff ? { ...found, value: 1, isBurst: false } : found;
    known.set(review, { ...facts, ...rest, modelScore, isPaid: review.isPaid, coordination });
    const past = perApp.get(review.app) ?? [];
    past.push(review);
    perApp.set(review.app, past);
    if (!coordination.isBurst) continue;
    of.open ??= openBurst(history, review, coordination, of.past);
    of.open.lastAt = review.at;
    const size = history.mixOf(review.app, of.open.startedAt, review.at).reviews;
    if (!isRescoreDue(size, of.open.rescoredAt === 0 ? null : of.open.rescoredAt)) continue;
    of.open.rescoredAt = size;
    rescore(past, of.open.startedAt, known, coordination, history);
  }
  return new Map([...known].map(([review, facts]) => [review, scoreV2(facts)]));
}

function windowsAt(history: History, { app, at }: FileReview): CoordinationFacts['windows'] {
  return {
    hour: history.mixOf(app, at - HOUR, at),
    day: history.mixOf(app, at - DAY, at),
    week: history.mixOf(app, at - 7 * DAY, at),
  };
}

function coordinationAt(history: History, review: FileReview, { open, past }: Bursts): Coordination {
  const { app, at } = review;
  return coordinationOf({
    windows: windowsAt(history, review),
    baseline: open?.baseline ?? baselineOf(history.dailyCounts(app, at - DAY, BASELINE_DAYS, past)),
    usual: open?.usual ?? history.mixOf(app, at - 180 * DAY, at - 7 * DAY, past),
    companions: history.companionsOf(review),
  });
}

function closeIfOver(bursts: Bursts, history: History, review: FileReview): void {
  const { open } = bursts;
  if (!open) return;
  const { hour, day, week } = windowsAt(history, review);
  if (!isOver({ hour: hour.reviews, day: day.reviews, week: week.reviews }, open.baseline)) return;
  bursts.past.push({ from: open.startedAt, to: open.lastAt });
  bursts.open = null;
}

function openBurst(
  history: History,
  { app, at }: FileReview,
  coordination: Coordination,
  past: readonly Span[],
): Burst {
  const startedAt = burstStart(new Date(at), coordination).getTime();
  return {
    startedAt,
    lastAt: at,
    rescoredAt: 0,
    baseline: baselineOf(history.dailyCounts(app, startedAt, BASELINE_DAYS, past)),
    usual: history.mixOf(app, startedAt - 180 * DAY, startedAt, past),
  };
}

function rescore(
  past: readonly FileReview[],
  startedAt: number,
  known: Map<FileReview, Known>,
  coordination: Coordination,
  history: History,
): void {
  for (let i = past.length - 1; i >= 0; i -= 1) {
    const review = past[i];
    const facts = review && known.get(review);
    if (!review || !facts || review.at <= startedAt) break;
    facts.sameTextAccounts = Math.max(facts.sameTextAccounts, history.accountsWith(comparedText(review.text), review));
    if (facts.coordination.value > coordination.value) facts.coordination = coordination;
    else facts.coordination = { ...facts.coordination, isBurst: true };
  }
}
