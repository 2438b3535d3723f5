import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { moveReview } from '@/lib/reviews/move-review';
import { weighReports } from '@/lib/reviews/report-weight';
import type { ReviewAction } from '@/lib/reviews/rules';
import { claimMs } from '../rules';
import { tellDesks } from './desk-events';
import { holdReview, lockReview } from './held-review';
import { requireQueueItem } from './list-queue';
import { undoMs } from './rules';
import type { ReviewQueueItem } from './schema';

type Decision = {
  id: string;
  revision: number;
  decided_by: string | null;
  batch_id: string | null;
  from_status: string;
  was_visible: boolean;
  is_late: boolean;
};

const nothing = () => new AppError('conflict', 'nothing_to_undo', { detail: 'There is no decision to take back.' });
const tooLate = (detail = 'It is too late to take it back. Its author may appeal.') =>
  new AppError('conflict', 'too_late', { detail });
const notYours = () => new AppError('conflict', 'not_yours', { detail: 'Somebody else has decided it.' });

/**
 * Takes my decision about a review back within 10 s: it is again as it was, claimed by me where I had to claim it, and
 * nobody was told. What somebody has claimed or appealed about since stays. Publishes `review.status_changed`. Throws
 * 401, 403 `role_required`, 404 `not_found`, 409 `nothing_to_undo`, `not_yours`, `too_late`.
 */
export async function undoDecision(ctx: Ctx, reviewId: string): Promise<ReviewQueueItem> {
  requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    await undoHeld(ctx, reviewId);
    tellDesks(ctx, { kind: 'undone', ids: [reviewId], by: null });
  });
  return requireQueueItem(ctx, reviewId);
}

/** The same for everything that I decided at once; what cannot be taken back any more stays. */
export async function undoDecisions(ctx: Ctx, batchId: string): Promise<{ undone: string[] }> {
  const { userId } = requireRole(ctx, 'moderator');
  const rows = await ctx.db.execute<{ review_id: string; decided_by: string | null }>(sql`
    select review_id, decided_by from review_decisions
    where batch_id = ${batchId} and undone_at is null
      and created_at > ${ctx.now.toISOString()}::timestamptz - interval '1 hour'
    order by review_id`);
  if (rows.length === 0) throw nothing();
  if (rows.some((row) => row.decided_by !== userId)) throw notYours();
  const undone: string[] = [];
  let last: unknown;
  for (const { review_id: id } of rows) {
    try {
      await inTransaction(ctx, (ctx) => undoHeld(ctx, id));
      undone.push(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      last = error;
    }
  }
  if (undone.length === 0) throw last;
  await inTransaction(ctx, async (ctx) => tellDesks(ctx, { kind: 'undone', ids: undone, by: null }));
  return { undone };
}

const undoing: Partial<Record<string, ReviewAction>> = {
  approved: 'undo_to_approved',
  manual_review: 'undo_to_manual_review',
  escalated: 'undo_to_escalated',
};

async function undoHeld(ctx: Ctx & { db: Tx }, reviewId: string): Promise<void> {
  const { userId } = requireRole(ctx, 'moderator');
  const isHandedOn = await isMyEscalation(ctx, reviewId, userId);
  // Who handed it on may take that back, though only admins may decide it now.
  const review = isHandedOn ? null : await holdReview(ctx, reviewId);
  const [decision] = await ctx.db.execute<Decision>(sql`
    select id, revision, decided_by, batch_id, from_status, was_visible,
      told_at is not null or created_at <= ${ctx.now.toISOString()}::timestamptz - make_interval(secs => ${undoMs / 1000})
        or exists (select from appeals a where a.review_id = d.review_id and a.created_at >= d.created_at) as is_late
    from review_decisions d where review_id = ${reviewId} and not is_machine and undone_at is null
    order by created_at desc, id desc limit 1 for update`);
  if (!decision || (review && review.revision !== decision.revision)) throw nothing();
  if (decision.decided_by !== userId) throw notYours();
  if (decision.is_late) throw tooLate();
  const action = undoing[decision.from_status];
  // One by one they are decided by who has claimed them; what is visible, and several at once, by anybody.
  const wasClaimed = decision.from_status !== 'approved' && decision.batch_id === null;
  const moved =
    action &&
    (await moveReview(ctx, action, reviewId, {
      revision: decision.revision,
      wasVisible: decision.was_visible,
      ...(wasClaimed ? { claim: { by: userId, expiresAt: new Date(ctx.now.getTime() + claimMs) } } : {}),
    }));
  if (!moved) throw nothing();
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    update review_reports x set resolved_at = null from review_decisions d
    where d.id = ${decision.id} and x.review_id = d.review_id and x.resolved_at = d.created_at
      and not exists (select from review_reports o where o.review_id = x.review_id and o.user_id = x.user_id and o.resolved_at is null)`);
  await weighReports(ctx, reviewId);
  await ctx.db.execute(sql`update review_decisions set undone_at = ${at} where id = ${decision.id}`);
  await appendAudit(ctx, {
    action: 'review.decision_undone',
    subjectType: 'review',
    subjectId: reviewId,
    changes: { decisionId: decision.id, status: [moved.from, moved.to] },
  });
}

async function isMyEscalation(ctx: Ctx & { db: Tx }, reviewId: string, userId: string): Promise<boolean> {
  if (!(await lockReview(ctx, reviewId))) return false;
  const [last] = await ctx.db.execute<{ is_mine: boolean; is_taken: boolean }>(sql`
    select d.decision = 'escalate' and d.decided_by = ${userId} as is_mine,
      coalesce(r.claimed_by <> ${userId} and r.claim_expires_at > ${ctx.now.toISOString()}::timestamptz, false) as is_taken
    from reviews r join review_decisions d on d.review_id = r.id and d.undone_at is null
    where r.id = ${reviewId} and r.status = 'escalated' order by d.created_at desc, d.id desc limit 1`);
  if (!last?.is_mine) return false;
  if (last.is_taken) throw tooLate('It is too late to take it back. Somebody else has it now.');
  return true;
}
