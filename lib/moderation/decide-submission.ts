import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { raiseAgeRating } from '@/lib/catalog/take-down';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { moveVersion } from '@/lib/publishing/move-version';
import { releaseIfAutomatic } from '@/lib/publishing/release-version';
import type { Hold } from '@/lib/publishing/schema';
import { requireNoConflict } from './conflict';
import { lockAppOf } from './lock-app';
import { alreadyDecided, claimExpired, notClaimed } from './refusals';
import { rememberHolds } from './remember-holds';
import type { DecisionBody, SubmissionCase } from './schema';
import { getSubmissionCase } from './submission-case';

type Subject = { version_id: string; holds: Hold[] };

const outcomes = { approve: 'approved', reject: 'rejected', reject_metadata: 'metadata_rejected' } as const;

/**
 * Decides a submission that I have taken, in one conditional write. An approval remembers what was looked at, may raise
 * the age rating, and releases what was to come out by itself. The developer hears of it through
 * `version.state_changed`. For moderators outside the organisation: throws 401, 403 `role_required`,
 * 403 `conflict_of_interest`, 404 `not_found`, 409 `already_decided`, `not_claimed` or `claim_expired`.
 */
export async function decideSubmission(ctx: Ctx, id: string, body: DecisionBody): Promise<SubmissionCase> {
  requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    const app = await lockAppOf(ctx, id);
    await requireNoConflict(ctx, app.organizationId);
    const subject = await writeDecision(ctx, id, body);
    if (body.decision === 'approve') {
      const { ageRating } = body;
      await rememberHolds(ctx, app.id, subject.holds);
      if (ageRating !== undefined) await raiseAgeRating(ctx, app.id, ageRating);
      await moveVersion(ctx, 'approve', subject.version_id, {
        submissionId: id,
        texts: { note: body.note },
        changes: ageRating === undefined ? {} : { minimumAgeRating: ageRating },
      });
      await releaseIfAutomatic(ctx, subject.version_id);
    } else {
      await moveVersion(ctx, body.decision, subject.version_id, {
        submissionId: id,
        reason: body.guidelineIds.join(' '),
        texts: { evidence: body.evidence, note: body.note },
      });
    }
  });
  return getSubmissionCase(ctx, id);
}

async function writeDecision(ctx: Ctx & { db: Tx }, id: string, body: DecisionBody): Promise<Subject> {
  const { userId } = requireRole(ctx, 'moderator');
  const { guidelineIds, evidence } = body.decision === 'approve' ? { guidelineIds: [], evidence: '' } : body;
  const [decided] = await ctx.db.execute<Subject>(sql`
    update submissions set outcome = ${outcomes[body.decision]}, decided_by = ${userId},
      decided_at = ${ctx.now.toISOString()}::timestamptz, evidence = ${evidence}, note = ${body.note},
      guideline_ids = ${sql.param(`{${guidelineIds.map((one) => `"${one}"`).join(',')}}`)}::text[]
    where id = ${id} and outcome is null and claimed_by = ${userId} and claim_expires_at > clock_timestamp()
    returning version_id, holds`);
  if (decided) return decided;
  const [row] = await ctx.db.execute<{ outcome: string | null; is_mine: boolean }>(
    sql`select outcome, claimed_by is not distinct from ${userId}::uuid as is_mine from submissions where id = ${id}`,
  );
  if (row?.outcome != null) throw alreadyDecided(row);
  throw row?.is_mine ? claimExpired() : notClaimed();
}
