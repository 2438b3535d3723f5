import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { moveVersion } from '@/lib/publishing/move-version';
import { releaseIfAutomatic } from '@/lib/publishing/release-version';
import type { Hold } from '@/lib/publishing/schema';
import { moveReview } from '@/lib/reviews/move-review';
import { requireNoConflict } from './conflict';
import { requireAppeal } from './list-appeals';
import { lockAppOf } from './lock-app';
import { alreadyDecided } from './refusals';
import { rememberHolds } from './remember-holds';
import { holdReview } from './reviews/held-review';
import { isAloneOnDesk, samePerson } from './same-person';
import type { Appeal, AppealDecisionBody } from './schema';

type Appealed = { submission_id: string | null; review_id: string | null };
type Subject = { version_id: string; decided_by: string | null; holds: Hold[] };

/**
 * Decides an appeal of a rejected version or review, in one conditional write, by somebody else than who rejected it; an
 * admin who has the desk alone may decide about their own, and that is marked. Overturned, the version is approved and
 * comes out as its developer chose, its submission stays rejected in the history, and a review is published. Publishes
 * `appeal.decided`. For moderators outside the organisation who did not write it: throws 401, 403 `role_required`,
 * 403 `conflict_of_interest`, 404 `not_found`, 409 `same_person`, 409 `already_decided`.
 */
export async function decideAppeal(ctx: Ctx, id: string, body: AppealDecisionBody): Promise<Appeal> {
  requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    const [appealed] = await ctx.db.execute<Appealed>(
      sql`select submission_id, review_id from appeals where id = ${id}`,
    );
    if (appealed?.submission_id) await decideAboutVersion(ctx, id, appealed.submission_id, body);
    else if (appealed?.review_id) await decideAboutReview(ctx, id, appealed.review_id, body);
    else throw new AppError('not_found', 'not_found');
  });
  return requireAppeal(ctx, id);
}

type Target = Ctx & { db: Tx };

async function decideAboutVersion(
  ctx: Target,
  id: string,
  submissionId: string,
  { decision, note }: AppealDecisionBody,
): Promise<void> {
  const [subject] = await ctx.db.execute<Subject>(
    sql`select version_id, decided_by, holds from submissions where id = ${submissionId}`,
  );
  if (!subject) throw new AppError('not_found', 'not_found');
  const { version_id: versionId } = subject;
  const app = await lockAppOf(ctx, submissionId);
  await requireNoConflict(ctx, app.organizationId);
  const { isSamePerson } = await writeOutcome(ctx, id, subject.decided_by, { decision, note });
  if (decision === 'overturn') await rememberHolds(ctx, app.id, subject.holds);
  await publish(ctx, { type: 'appeal.decided', payload: { appealId: id } });
  await moveVersion(ctx, decision, versionId, {
    submissionId,
    texts: { note },
    changes: { appealId: id, ...(isSamePerson ? { isSamePerson } : {}) },
  });
  if (decision === 'overturn') await releaseIfAutomatic(ctx, versionId);
}

async function decideAboutReview(
  ctx: Target,
  id: string,
  reviewId: string,
  { decision, note }: AppealDecisionBody,
): Promise<void> {
  const review = await holdReview(ctx, reviewId);
  const [rejection] = await ctx.db.execute<{ decided_by: string | null }>(sql`
    select decided_by from review_decisions
    where review_id = ${reviewId} and revision = ${review.revision} and decision = 'reject' and undone_at is null
    order by created_at desc, id desc limit 1`);
  const { isSamePerson } = await writeOutcome(ctx, id, rejection?.decided_by ?? null, { decision, note });
  const moved = await moveReview(ctx, decision, reviewId, { revision: review.revision });
  if (!moved) throw alreadyDecided({ outcome: null });
  await publish(ctx, { type: 'appeal.decided', payload: { appealId: id } });
  await appendAudit(ctx, {
    action: `review.appeal_${decision === 'overturn' ? 'overturned' : 'upheld'}`,
    subjectType: 'review',
    subjectId: reviewId,
    changes: { appealId: id, status: [moved.from, moved.to], ...(isSamePerson ? { isSamePerson } : {}) },
    texts: { note },
  });
}

/** One conditional write: of two moderators the second finds it decided. */
async function writeOutcome(
  ctx: Target,
  id: string,
  rejectedBy: string | null,
  { decision, note }: AppealDecisionBody,
): Promise<{ isSamePerson: boolean }> {
  const { userId } = requireRole(ctx, 'moderator');
  const isSamePerson = rejectedBy === userId;
  if (isSamePerson && !(await isAloneOnDesk(ctx))) throw samePerson();
  const outcome = decision === 'overturn' ? 'overturned' : 'upheld';
  const decided = await ctx.db.execute(sql`
    update appeals set outcome = ${outcome}, note = ${note}, decided_by = ${userId}, is_same_person = ${isSamePerson},
      decided_at = ${ctx.now.toISOString()}::timestamptz
    where id = ${id} and outcome is null returning id`);
  if (decided.length === 0) throw alreadyDecided({ outcome: null });
  return { isSamePerson };
}
