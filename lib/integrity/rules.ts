import { contentRule, type TextFacts, textFactsOf } from './content-rule';

/** Signals of a review's integrity, each 0 (suspicious) to 1 (legitimate), with their weights. */
export const weights = {
  velocity: 0.15,
  content: 0.25,
  accountAge: 0.1,
  verifiedPurchase: 0.2,
  coordination: 0.2,
  originality: 0.1,
} as const;

export const signalNames = [
  'velocity',
  'content',
  'accountAge',
  'verifiedPurchase',
  'coordination',
  'originality',
] as const;
export const integrityActions = ['approved', 'manual_review', 'rejected'] as const;

export type Signal = (typeof signalNames)[number];
export type Signals = Record<Signal, number>;
export type Action = (typeof integrityActions)[number];
export type Version = 1 | 2;

export const thresholds = { reject: 0.3, approve: 0.6 } as const;

/** What both versions look at, as of the review's time t. Counts include the review itself. */
export type Facts = {
  /** The body as it was written. */
  text: string;
  /** The author's reviews in (t−24 h, t]. */
  authorReviews24h: number;
  accountAgeDays: number;
  /** An active entitlement. */
  owns: boolean;
  /**
   * The app's reviews in (t−24 h, t] and in (t−29 d, t−24 h], and of the first the gaps between one and the next: how
   * many are shorter than 60 s.
   */
  app: { in24h: number; in28dBefore: number; gapsUnder60s: number };
  /** Highest trigram similarity to earlier reviews of the app and of the author, 1 for an exact copy on any app in 30 days. */
  highestSimilarity: number;
};

/** What version 2 looks at besides. */
export type FactsV2 = Facts & {
  /** 0 fake … 1 genuine, from lib/integrity/model; null where there is none. */
  modelScore: number | null;
  /** Since the author's first review, this one or another. */
  firstReviewDays: number;
  /** The app was paid for. */
  isPaid: boolean;
  /** From lib/integrity/coordination.ts. */
  coordination: {
    value: number;
    isBurst: boolean;
    count: number;
    expected: number;
    hours: number;
    companions?: number;
  };
  /** Accounts that wrote this very text, the author among them: about this app in 30 days; where it is long, about any. */
  sameTextAccounts: number;
};

/** What sentences are made of and analyses keep: figures only, no text. */
export type AnalysisFacts = TextFacts & {
  version: Version;
  reviews24h: number;
  ageDays: number;
  owns: boolean;
  appReviews24h: number;
  usualDaily: number;
  quickGapShare: number | null;
  similarity: number;
  modelScore?: number | null;
  firstReviewDays?: number;
  isPaid?: boolean;
  burst?: FactsV2['coordination'];
  sameTextAccounts?: number;
};

export type Analysis = { version: Version; signals: Signals; score: number; action: Action; facts: AnalysisFacts };

/** Texts of fewer letters are repeated by chance. */
export const shortTextLength = 40;
const NEW_DAYS = 7;

export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Whether a score stands, waits for a person or falls. */
export function actionOf(score: number): Action {
  const value = rounded(score);
  if (value < thresholds.reject) return 'rejected';
  return value < thresholds.approve ? 'manual_review' : 'approved';
}

export function scoreOf(signals: Signals): number {
  return rounded(signalNames.reduce((sum, name) => sum + weights[name] * signals[name], 0));
}

const between0and1 = (value: number): number => Math.min(Math.max(value, 0), 1);

function velocityOf(reviews24h: number): number {
  if (reviews24h > 5) return 0.2;
  return reviews24h > 2 ? 0.6 : 1;
}

function coordinationV1({ in24h, in28dBefore, gapsUnder60s }: Facts['app']): number {
  if (in24h > 5 * Math.max(in28dBefore / 28, 2)) return 0.3;
  return in24h >= 5 && gapsUnder60s / (in24h - 1) > 0.8 ? 0.4 : 1;
}

function factsToKeep(facts: Facts, version: Version): AnalysisFacts {
  const { in24h, in28dBefore, gapsUnder60s } = facts.app;
  return {
    version,
    reviews24h: facts.authorReviews24h,
    ...textFactsOf(facts.text),
    ageDays: rounded(facts.accountAgeDays),
    owns: facts.owns,
    appReviews24h: in24h,
    usualDaily: rounded(in28dBefore / 28),
    quickGapShare: in24h > 1 ? rounded(gapsUnder60s / (in24h - 1)) : null,
    similarity: rounded(facts.highestSimilarity),
  };
}

/** Version 1: the table of the specification, to the letter. */
export function scoreV1(facts: Facts): Analysis {
  const kept = factsToKeep(facts, 1);
  const signals: Signals = {
    velocity: velocityOf(facts.authorReviews24h),
    content: contentRule(kept),
    accountAge: between0and1(facts.accountAgeDays / 30),
    verifiedPurchase: facts.owns ? 1 : 0.3,
    coordination: coordinationV1(facts.app),
    originality: kept.textLength === 0 ? 1 : between0and1(1 - facts.highestSimilarity),
  };
  const score = scoreOf(signals);
  return { version: 1, signals, score, action: actionOf(score), facts: kept };
}

/** So many companions of an author are no chance. */
export const RING = 3;

/**
 * A pace says less of those who never reviewed before this week, and nothing good of a new account within a recognised
 * burst or in a ring of so many companions: there many accounts keep the pace of one hand.
 */
function velocityV2({ authorReviews24h, accountAgeDays, firstReviewDays, coordination }: FactsV2): number {
  const isNew = accountAgeDays < NEW_DAYS && firstReviewDays < NEW_DAYS;
  const own = Math.min(velocityOf(authorReviews24h), 0.8 + 0.2 * between0and1(firstReviewDays / NEW_DAYS));
  return (coordination.isBurst && isNew) || (coordination.companions ?? 0) >= RING ? 0.2 : own;
}

/** A free app costs a new account nothing to own. */
function purchaseV2({ owns, isPaid, accountAgeDays }: FactsV2): number {
  if (!owns) return 0.3;
  return isPaid ? 1 : 0.7 + 0.3 * between0and1(accountAgeDays / NEW_DAYS);
}

/** Trigram similarities that copies have and others seldom: 0.6 is reached by 3.4% of other texts, 0.8 by 0.1%. */
const copySteps: readonly [similarity: number, originality: number][] = [
  [0.5, 1],
  [0.6, 0.6],
  [0.8, 0.2],
  [1, 0],
];

function originalityOfLong(similarity: number): number {
  for (const [i, [to, low]] of copySteps.entries()) {
    if (similarity > to) continue;
    const [from, high] = copySteps[i - 1] ?? [0, 1];
    return high + ((low - high) * (similarity - from)) / (to - from);
  }
  return 0;
}

function originalityV2(facts: FactsV2, textLength: number): number {
  if (textLength === 0) return 1;
  const repeated = 1 - 0.15 * Math.max(0, facts.sameTextAccounts - 1);
  if (textLength < shortTextLength) return Math.max(0.4, repeated);
  return Math.min(originalityOfLong(facts.highestSimilarity), Math.max(0, repeated));
}

/** Version 2: the same signals, weights and thresholds; a copy within a recognised burst falls whatever its score. */
export function scoreV2(facts: FactsV2): Analysis {
  const { burst: coordination, ...kept } = { ...factsToKeep(facts, 2), burst: facts.coordination };
  const rule = contentRule(kept);
  const history = between0and1(facts.firstReviewDays / 30);
  const signals: Signals = {
    velocity: velocityV2(facts),
    content: facts.modelScore === null || kept.textLength === 0 ? rule : (rule + between0and1(facts.modelScore)) / 2,
    accountAge: 0.7 * between0and1(facts.accountAgeDays / 30) + 0.3 * history,
    verifiedPurchase: purchaseV2(facts),
    coordination: between0and1(coordination.value),
    originality: originalityV2(facts, kept.textLength),
  };
  const score = scoreOf(signals);
  const isCopy = kept.textLength > 0 && (signals.originality <= 0.2 || facts.sameTextAccounts >= 5);
  const action = coordination.isBurst && isCopy ? 'rejected' : actionOf(score);
  const more = {
    modelScore: facts.modelScore === null ? null : rounded(facts.modelScore),
    firstReviewDays: rounded(facts.firstReviewDays),
    isPaid: facts.isPaid,
    burst: coordination,
    sameTextAccounts: facts.sameTextAccounts,
  };
  return { version: 2, signals, score, action, facts: { ...kept, ...more } };
}
