import { sql } from 'drizzle-orm';
import { guidelines } from '@/lib/moderation/rules';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import type { Submission } from './schema';

export type SubmissionRow = {
  id: string;
  message: string;
  submitted_at: string;
  outcome: Submission['outcome'];
  decided_at: string | null;
  guideline_ids: string[];
  evidence: string;
  note: string;
  appeal_text: string | null;
  appealed_at: string;
  appeal_outcome: 'upheld' | 'overturned' | null;
  appeal_note: string;
  appeal_decided_at: string | null;
};

/** What `toSubmission` takes: of `s`, a submission, and `e`, the appeal against its rejection. */
export const submissionColumns = sql`
  s.id, s.message, ${instant(sql`s.submitted_at`)} as submitted_at, s.outcome, ${instant(sql`s.decided_at`)} as decided_at,
  s.guideline_ids, s.evidence, s.note, e.text as appeal_text, ${instant(sql`e.created_at`)} as appealed_at,
  e.outcome as appeal_outcome, e.note as appeal_note, ${instant(sql`e.decided_at`)} as appeal_decided_at`;

export const submissionsAndAppeals = sql`submissions s left join appeals e on e.submission_id = s.id`;

const titles = new Map<string, string>(guidelines.map(({ id, title }) => [id, title]));

/** A rule that is no longer known keeps its id. */
export const guidelineTitle = (id: string): string => titles.get(id) ?? id;
export const toGuidelines = (ids: readonly string[]) => ids.map((id) => ({ id, title: guidelineTitle(id) }));

export const toSubmission = (row: SubmissionRow): Submission => ({
  id: row.id,
  message: row.message,
  submittedAt: isoOf(row.submitted_at),
  outcome: row.outcome,
  decidedAt: isoOrNull(row.decided_at),
  guidelines: toGuidelines(row.guideline_ids),
  evidence: row.evidence,
  note: row.note,
  appeal:
    row.appeal_text === null
      ? null
      : {
          text: row.appeal_text,
          createdAt: isoOf(row.appealed_at),
          outcome: row.appeal_outcome,
          note: row.appeal_note,
          decidedAt: isoOrNull(row.appeal_decided_at),
        },
});
