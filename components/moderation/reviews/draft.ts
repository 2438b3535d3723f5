import type { ReviewRuleId } from '@/lib/moderation/reviews/rules';
import type { ReviewDecisionBody } from '@/lib/moderation/reviews/schema';

/** A decision that wants words while it is written; kept when the moderator looks at something else. */
export type Draft = { decision: 'reject' | 'escalate'; ruleId: ReviewRuleId | null; note: string };

export const emptyDraft = (decision: Draft['decision']): Draft => ({ decision, ruleId: null, note: '' });

/** Whether leaving would lose something that was written. */
export const isWritten = ({ ruleId, note }: Draft): boolean => ruleId !== null || note.trim() !== '';

/** What is sent; null while a rejection names no rule. */
export function bodyOf({ decision, ruleId, note }: Draft): ReviewDecisionBody | null {
  if (decision === 'escalate') return { decision, note: note.trim() };
  return ruleId === null ? null : { decision, ruleId, note: note.trim() };
}
