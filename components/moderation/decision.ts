import { type GuidelineId, guidelines } from '@/lib/moderation/rules';
import type { DecisionBody } from '@/lib/moderation/schema';
import { whatIsNext } from '@/lib/publishing/rules';

export type Decision = DecisionBody['decision'];

/** A decision while it is written; kept when the moderator looks at something else. */
export type Draft = {
  decision: Decision;
  guidelineIds: GuidelineId[];
  evidence: string;
  note: string;
  ageRating: RaisedAge | null;
};

export const raisedAges = [9, 12, 16, 18] as const;
export type RaisedAge = (typeof raisedAges)[number];

export const emptyDraft = (decision: Decision): Draft => ({
  decision,
  guidelineIds: [],
  evidence: '',
  note: '',
  ageRating: null,
});

/** Whether leaving would lose something that was written. */
export const isWritten = ({ guidelineIds, evidence, note, ageRating }: Draft): boolean =>
  guidelineIds.length > 0 || evidence.trim() !== '' || note.trim() !== '' || ageRating !== null;

const maxGuidelines = 8;

export type DraftProblems = { guidelineIds?: string; evidence?: string; note?: string };

/** What is missing before it can be sent. */
export function problemsOf({ decision, guidelineIds, evidence, note }: Draft): DraftProblems {
  if (decision === 'approve') return {};
  return {
    ...(guidelineIds.length === 0 ? { guidelineIds: 'Choose the rule that it breaks.' } : {}),
    ...(guidelineIds.length > maxGuidelines ? { guidelineIds: `At most ${maxGuidelines} rules at once.` } : {}),
    ...(evidence.trim() === '' ? { evidence: 'Say where you saw it and how to see it again.' } : {}),
    ...(note.trim() === '' ? { note: 'Say what the developer can do.' } : {}),
  };
}

export function bodyOf({ decision, guidelineIds, evidence, note, ageRating }: Draft): DecisionBody {
  if (decision === 'approve') return { decision, note: note.trim(), ...(ageRating === null ? {} : { ageRating }) };
  // In the order of the rules, however they were ticked.
  const ids = guidelines.map(({ id }) => id).filter((id) => guidelineIds.includes(id));
  return { decision, guidelineIds: ids, evidence: evidence.trim(), note: note.trim() };
}

export const decisionNames: Record<Decision, { verb: string; done: string; heading: string; next: string }> = {
  approve: {
    verb: 'Approve',
    done: 'approved',
    heading: 'was approved',
    next: whatIsNext.approved,
  },
  reject: {
    verb: 'Reject',
    done: 'rejected',
    heading: 'was rejected',
    next: whatIsNext.rejected,
  },
  reject_metadata: {
    verb: 'Reject text and pictures',
    done: 'rejected for its text or pictures',
    heading: 'needs other text or pictures',
    next: whatIsNext.metadata_rejected,
  },
};
