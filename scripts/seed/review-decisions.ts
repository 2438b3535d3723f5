import { createRandom } from '@/lib/catalog/artwork/random';
import type { ReviewRuleId } from '@/lib/moderation/reviews/rules';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { SeedReview } from './opinions';
import type { Person } from './people/people';
import type { ReviewSignals } from './review-signals';
import { abusiveTexts, spamTexts } from './reviews/campaigns';

type Refusal = { ruleId: ReviewRuleId; note: string };

/** What a moderator decided about a review. */
export interface SeedDecision extends Partial<Refusal> {
  id: string;
  review: SeedReview;
  decision: 'approve' | 'reject' | 'escalate';
  machineAction: string;
  decidedBy: Person;
  createdAt: Date;
}

/** An author who did not agree, and what somebody else said to that. */
export interface SeedReviewAppeal {
  id: string;
  review: SeedReview;
  text: string;
  createdAt: Date;
  outcome: 'upheld' | 'overturned' | null;
  note: string;
  decidedBy: Person | null;
  decidedAt: Date | null;
}

type Sources = {
  now: Date;
  reviews: readonly SeedReview[];
  signals: ReviewSignals;
  attackers: ReadonlySet<Person>;
  moderator: Person;
  admin: Person;
};

const inCrowd: Refusal = {
  ruleId: 'R2',
  note: 'It came with a wave of others by accounts of the same day, in much the same words.',
};
const others: readonly Refusal[] = [
  { ruleId: 'R4', note: 'It is about the delivery of a parcel, not about this app.' },
  { ruleId: 'R1', note: 'By its own words its author has not tried the app.' },
  { ruleId: 'R6', note: 'It names a person and says where they work. Without that it is welcome.' },
];
const pleas = [
  'I use it every day and wrote what I think of it. Nobody asked me to.',
  'I did not know about that rule. Apart from that one sentence it is my honest experience.',
  'We are a class of twenty and all got it on the same morning. That is why there were so many of us.',
  'My phone corrected a word into an insult. Please read it again.',
];

/** Mistakes that somebody else set right. */
const overturned = 5;

/** What moderators made of the reviews that the machine did not refuse by itself, and the appeals that followed. */
export function settleReviews({ now, reviews, signals, attackers, moderator, admin }: Sources) {
  const random = createRandom('review decisions');
  const later = (time: number, hours: number) =>
    new Date(Math.floor(Math.min(time + hours * HOUR_MS, now.getTime() - 60_000)));
  const refusalOf = ({ user, body }: SeedReview): Refusal => {
    if (attackers.has(user)) return inCrowd;
    if (spamTexts.includes(body)) return { ruleId: 'R7', note: 'It advertises something else.' };
    if (abusiveTexts.includes(body)) return { ruleId: 'R5', note: 'Criticism is welcome, insults are not.' };
    return random.pickFrom(others, inCrowd);
  };
  const decide = (review: SeedReview, decision: SeedDecision['decision'], machineAction: string): SeedDecision => {
    const createdAt = later(review.createdAt.getTime(), random.range(0.5, 20));
    const id = seededId(random, createdAt);
    const refusal = decision === 'reject' ? refusalOf(review) : {};
    return { id, review, decision, machineAction, decidedBy: moderator, createdAt, ...refusal };
  };

  const decisions = signals.analyses.flatMap(({ review, analysis: { action } }) => {
    // Somebody complained, and it stayed.
    if (review.status === 'approved') return random.chance(0.004) ? [decide(review, 'approve', action)] : [];
    if (review.status === 'escalated') return [decide(review, 'escalate', action)];
    const isRefused = review.status === 'rejected' || review.status === 'appealed';
    return isRefused && action !== 'rejected' ? [decide(review, 'reject', action)] : [];
  });
  const wronged = reviews
    .filter(
      (review) =>
        review.isVisible && review.body.length > 60 && between(now.getTime() - review.createdAt.getTime(), 5, 60),
    )
    .filter(() => random.chance(0.01))
    .slice(0, overturned);
  const mistakes = wronged.map((review) => decide(review, 'reject', 'manual_review'));

  const appealOf = (review: SeedReview, after: Date, outcome: SeedReviewAppeal['outcome']): SeedReviewAppeal => {
    const createdAt = later(after.getTime(), random.range(0.5, 30));
    const isOver = outcome === 'overturned';
    return {
      id: seededId(random, createdAt),
      review,
      text: random.pickFrom(pleas, ''),
      createdAt,
      outcome,
      note:
        outcome === null
          ? ''
          : isOver
            ? 'You are right, and we are sorry.'
            : 'The rule stands, and the review breaks it.',
      decidedBy: outcome === null ? null : admin,
      decidedAt: outcome === null ? null : later(createdAt.getTime(), random.range(1, 40)),
    };
  };
  const decidedAt = new Map(decisions.map(({ review, createdAt }) => [review, createdAt]));
  const open = reviews.filter(({ status, deletedAt }) => status === 'appealed' && deletedAt === null);
  const upheld = decisions.filter(({ decision, review }) => decision === 'reject' && review.status === 'rejected');
  const appeals = [
    ...open.map((review) => appealOf(review, decidedAt.get(review) ?? review.createdAt, null)),
    ...upheld.filter(() => random.chance(0.06)).map(({ review, createdAt }) => appealOf(review, createdAt, 'upheld')),
    ...mistakes.map(({ review, createdAt }) => appealOf(review, createdAt, 'overturned')),
  ];
  return { decisions: [...decisions, ...mistakes], appeals };
}

const between = (ms: number, from: number, to: number) => ms > from * DAY_MS && ms < to * DAY_MS;
