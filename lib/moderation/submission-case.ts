import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { differencesOf } from '@/lib/publishing/diff';
import { chunkMaxBytes } from '@/lib/publishing/rules';
import type { Hold, Snapshot } from '@/lib/publishing/schema';
import type { Build } from '@/lib/publishing/builds/schema';
import { snapshotBefore } from '@/lib/publishing/snapshots';
import * as submissions from '@/lib/publishing/submissions';
import { conflictSentence } from './conflict';
import { instant, isoOf } from '@/lib/sql';
import { toPerson } from './rows';
import type { SubmissionCase } from './schema';
import { countBefore, submissionColumns, submissionJoins, type SubmissionRow, toQueueItem } from './submission-rows';

type Row = SubmissionRow & {
  message: string;
  review_notes: string;
  demo_account: string;
  snapshot: Snapshot;
  holds: Hold[];
  evidence: string;
  note: string;
  guideline_ids: string[];
  minimum_age_rating: number | null;
  is_member: boolean;
};

const historyLimit = 50;

/**
 * All about one submission that a moderator needs to decide it. For moderators: throws 401, 403 `role_required`,
 * 404 `not_found`.
 */
export async function getSubmissionCase(ctx: Ctx, id: string): Promise<SubmissionCase> {
  const { userId } = requireRole(ctx, 'moderator');
  const [row] = await ctx.db.execute<Row>(sql`
    select ${submissionColumns}, s.message, v.review_notes, v.demo_account, s.snapshot, s.holds, s.evidence, s.note,
      s.guideline_ids, a.minimum_age_rating, exists (
        select from organization_members me where me.organization_id = o.id and me.user_id = ${userId}) as is_member
    from submissions s ${submissionJoins} where s.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  const [previous, approved, build, history, before] = await Promise.all([
    snapshotBefore(ctx, row.app_id, new Date(row.submitted_at)),
    approvedKeys(ctx, row.app_id),
    buildOf(ctx, row),
    historyOf(ctx, row.app_id),
    row.outcome === null ? countBefore(ctx, row) : null,
  ]);
  return {
    ...toQueueItem(ctx, row, before === null ? null : before + 1),
    message: row.message,
    reviewNotes: row.review_notes,
    demoAccount: row.demo_account,
    snapshot: row.snapshot,
    differences: differencesOf(previous, row.snapshot),
    previousVersion: previous?.version.version ?? null,
    holds: row.holds.map((hold) => ({ ...hold, isApprovedBefore: approved.has(hold.key) })),
    build,
    history,
    conflict: row.is_member ? conflictSentence(row.organization_name) : null,
    evidence: row.evidence,
    note: row.note,
    guidelineIds: row.guideline_ids,
    ageRating: Math.max(row.snapshot.ageRating, row.minimum_age_rating ?? 0),
  };
}

async function approvedKeys(ctx: Ctx, appId: string): Promise<Set<string>> {
  const rows = await ctx.db.execute<{ key: string }>(sql`select key from approved_holds where app_id = ${appId}`);
  return new Set(rows.map(({ key }) => key));
}

type BuildRow = {
  id: string;
  state: Build['state'];
  file_name: string;
  size_bytes: string;
  received_bytes: string;
  sha256: string;
  problem: string | null;
  facts: Build['facts'];
  created_at: string;
};

/** The upload that was handed in, whatever was uploaded since. */
async function buildOf(ctx: Ctx, { version_id, snapshot }: Row): Promise<Build | null> {
  if (snapshot.build === null) return null;
  const [row] = await ctx.db.execute<BuildRow>(sql`
    select id, state, file_name, size_bytes, received_bytes, sha256, problem, facts, ${instant(sql`created_at`)} as created_at
    from builds where version_id = ${version_id} and sha256 = ${snapshot.build.sha256} and state = 'valid'
    order by builds.created_at desc limit 1`);
  if (!row) return null;
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    sizeBytes: Number(row.size_bytes),
    receivedBytes: Number(row.received_bytes),
    sha256: row.sha256,
    chunkMaxBytes,
    problem: row.problem,
    facts: row.facts,
    createdAt: isoOf(row.created_at),
  };
}

type HistoryRow = submissions.SubmissionRow & { version: string; decided_by: string | null; decider: string | null };

/** Everything that was handed in for the app, the latest first. */
async function historyOf(ctx: Ctx, appId: string): Promise<SubmissionCase['history']> {
  const rows = await ctx.db.execute<HistoryRow>(sql`
    select ${submissions.submissionColumns}, s.snapshot #>> '{version,version}' as version, s.decided_by, u.name as decider
    from ${submissions.submissionsAndAppeals} left join users u on u.id = s.decided_by
    where s.version_id in (select id from app_versions where app_id = ${appId})
    order by s.submitted_at desc, s.id limit ${historyLimit}`);
  return rows.map((row) => ({
    ...submissions.toSubmission(row),
    version: row.version,
    decidedBy: toPerson(row.decided_by, row.decider),
  }));
}
