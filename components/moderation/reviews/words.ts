import { counted } from '@/components/ui/format';
import { type Action, type Signal, thresholds } from '@/lib/integrity/rules';
import { type ReviewRuleId, reviewRules } from '@/lib/moderation/reviews/rules';
import type { ReviewCase, ReviewDecisionsAnswer } from '@/lib/moderation/reviews/schema';
import type { ReviewState } from '@/lib/reviews/rules';

export const reviewsPath = '/api/v1/moderation/reviews';

export type ReviewDecision = 'approve' | 'reject' | 'escalate';

export const decisionWords: Record<ReviewDecision, { verb: string; done: string; doing: string }> = {
  approve: { verb: 'Approve', done: 'approved', doing: 'Approving' },
  reject: { verb: 'Reject', done: 'rejected', doing: 'Rejecting' },
  escalate: { verb: 'Escalate', done: 'handed on to the admins', doing: 'Handing on' },
};

type Tone = 'good' | 'bad' | 'warning' | 'plain';

/** States as moderators call them. */
export const stateNames: Record<ReviewState, { label: string; tone: Tone }> = {
  pending: { label: 'Being scored', tone: 'plain' },
  approved: { label: 'Approved', tone: 'good' },
  manual_review: { label: 'Waiting', tone: 'warning' },
  escalated: { label: 'Escalated', tone: 'warning' },
  rejected: { label: 'Rejected', tone: 'bad' },
  appealed: { label: 'Appealed', tone: 'warning' },
};

export const actionNames: Record<Action, { label: string; tone: Tone }> = {
  approved: { label: 'Let through', tone: 'good' },
  manual_review: { label: 'Held', tone: 'warning' },
  rejected: { label: 'Rejected', tone: 'bad' },
};

export const signalWords: Record<Signal, { label: string; text: string }> = {
  velocity: {
    label: 'Pace',
    text: 'How many reviews its author wrote within a day, and for how long they have written any.',
  },
  content: {
    label: 'Text',
    text: 'Whether the text says something of its own about the app, or what is said of any app.',
  },
  accountAge: { label: 'Account', text: 'How long the account and its first review have been there.' },
  verifiedPurchase: { label: 'Purchase', text: 'Whether its author has the app, and whether they paid for it.' },
  coordination: {
    label: 'Surroundings',
    text: 'Whether the app suddenly gets many more reviews than usual, of the same kind, from young accounts.',
  },
  originality: {
    label: 'Originality',
    text: 'Whether the text is unlike others, and how many accounts wrote the same.',
  },
};

/** "R2 Not bought"; the id alone of a rule that is no more. */
export function ruleWords(id: string): string {
  const rule = reviewRules.find((one) => one.id === id);
  return rule ? `${rule.id} ${rule.title}` : id;
}

export const ruleOf = (id: ReviewRuleId) => reviewRules.find((one) => one.id === id);

/** "0.42", of a share; to where it is written short, never over a threshold. */
export const scoreText = (score: number): string => (Math.floor(score * 100 + 1e-6) / 100).toFixed(2);

/** What a score comes to by itself. */
export function scoreWords(score: number): string {
  if (score < thresholds.reject) return `under ${thresholds.reject}: rejected by itself`;
  if (score < thresholds.approve) return `from ${thresholds.reject} to under ${thresholds.approve}: a person decides`;
  return `${thresholds.approve} or more: published by itself`;
}

const causes: Record<string, string> = {
  written: 'It was written',
  edited: 'It was edited',
  refunded: 'The purchase was refunded or revoked',
  burst: 'A burst was recognised',
  asked: 'Somebody asked for it',
};

/** Why it was looked at, in words where there are any. */
export const causeWords = (cause: string): string => causes[cause] ?? cause.replaceAll('_', ' ');

/** "5 stars for Tern". */
export const subjectOf = ({ rating, app }: { rating: number; app: { name: string } }): string =>
  `${counted(rating, 'star')} for ${app.name}`;

/** "Mira’s 1 star for Porchlight": the one in question, among several of an app. */
export const titleOf = (item: { rating: number; app: { name: string }; author: { name: string } }): string =>
  item.author.name ? `${item.author.name}’s ${subjectOf(item)}` : subjectOf(item);

/** What others see while it waits. */
export function meanwhileWords({
  isVisible,
  shown,
  status,
}: Pick<ReviewCase, 'isVisible' | 'shown' | 'status'>): string {
  if (!isVisible) return status === 'approved' ? 'It is on its way to the others.' : 'Nobody else sees it.';
  return shown ? 'Others still see what it was before:' : 'Others see it as it stands here, and it counts.';
}

const refusalNames: Record<string, string> = {
  already_claimed: 'somebody else has',
  already_decided: 'decided meanwhile',
  conflict_of_interest: 'not yours to decide',
  role_required: 'for admins only',
  not_found: 'deleted meanwhile',
};

/** What became of many: "34 rejected. Left as they are: 2 somebody else has, 1 decided meanwhile." */
export function bulkWords(decision: 'approve' | 'reject', { decided, refused }: ReviewDecisionsAnswer): string {
  const done = `${counted(decided.length, 'review')} ${decisionWords[decision].done}.`;
  if (refused.length === 0) return done;
  const counts = new Map<string, number>();
  for (const { code } of refused) {
    const name = refusalNames[code] ?? code.replaceAll('_', ' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return `${done} Left as they are: ${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')}.`;
}
