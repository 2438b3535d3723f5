import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { moveReview } from '@/lib/reviews/move-review';
import { resolveReports } from '@/lib/reviews/report-weight';
import { onDesk, transitions } from '@/lib/reviews/rules';
import { instant, isoOf } from '@/lib/sql';
import { claimExpired, notClaimed } from '../refusals';
import { tellDesks } from './desk-events';
import { type HeldReview, holdReview, lockReview } from './held-review';
import { requireQueueItem } from './list-queue';
import { alreadyDecided } from './refusals';
import { nameOf } from './rows';
import { undoMs } from './rules';
import type { ReviewDecisionAnswer, ReviewDecisionBody, ReviewDecisionsAnswer, ReviewDecisionsBody } from './schema';

/**
 * Decides about a flagged review that I have claimed, or rejects one that others see and no person has decided about.
 * Its ratings, the reports about it, the audit log and `review.status_changed` are part of the same transaction; its
 * author hears of it when the time to take it back is over. Who asks twice, within that time, hears the same and
 * nothing happens. For moderators: throws 401, 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`,
 * 409 `already_decided`, 409 `not_claimed`, 409 `claim_expired`.
 */
export async function decideReview(ctx: Ctx, id: string, body: ReviewDecisionBody): Promise<ReviewDecisionAnswer> {
  const { userId } = requireRole(ctx, 'moderator');
  const decidedAt = await inTransaction(ctx, async (ctx) => {
    const before = await sameBefore(ctx, id, body, userId);
    if (before) return before;
    const review = await holdReview(ctx, id);
    if (onDesk.includes(review.status)) requireClaim(review, userId);
    else if (await wasDecided(ctx, review)) throw alreadyDecided(review.status);
    await decideHeld(ctx, review, body, { userId, batchId: null });
    tellDesks(ctx, { kind: 'decided', ids: [id], by: { id: userId, name: await nameOf(ctx, userId) } });
    return ctx.now;
  });
  return { review: await requireQueueItem(ctx, id), undoUntil: undoUntil(decidedAt) };
}

/**
 * Decides about several flagged reviews, each in a transaction of its own: those that somebody else has, or that were
 * decided meanwhile, are left as they are and named. Throws 401, 403 `role_required`.
 */
export async function decideReviews(ctx: Ctx, { ids, ...body }: ReviewDecisionsBody): Promise<ReviewDecisionsAnswer> {
  const { userId } = requireRole(ctx, 'moderator');
  const batchId = newId(ctx.now);
  const decided: string[] = [];
  const refused: { id: string; code: string }[] = [];
  for (const id of new Set(ids)) {
    try {
      await inTransaction(ctx, async (ctx) => {
        const review = await holdReview(ctx, id);
        if (!onDesk.includes(review.status)) throw alreadyDecided(review.status);
        if (review.is_claimed && review.claimed_by !== userId) throw new AppError('conflict', 'already_claimed');
        await decideHeld(ctx, review, body, { userId, batchId });
      });
      decided.push(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ id, code: error.code });
    }
  }
  await inTransaction(ctx, async (ctx) => {
    if (decided.length > 0) {
      tellDesks(ctx, { kind: 'decided', ids: decided, by: { id: userId, name: await nameOf(ctx, userId) } });
    }
  });
  return { batchId, decided, refused, undoUntil: undoUntil(ctx.now) };
}

const undoUntil = (decidedAt: Date) => new Date(decidedAt.getTime() + undoMs).toISOString();

/** When I decided just this and can take it back still; null when it is something new. Holds the review. */
async function sameBefore(
  ctx: Ctx & { db: Tx },
  id: string,
  body: ReviewDecisionBody,
  userId: string,
): Promise<Date | null> {
  if (!(await lockReview(ctx, id))) return null;
  const ruleId = body.decision === 'reject' ? body.ruleId : null;
  const [last] = await ctx.db.execute<{ created_at: string; is_same: boolean }>(sql`
    select ${instant(sql`d.created_at`)} as created_at, d.revision = r.revision and d.decided_by = ${userId}
        and d.decision = ${body.decision} and d.rule_id is not distinct from ${ruleId} and d.note = ${body.note}
        and d.created_at > ${ctx.now.toISOString()}::timestamptz - make_interval(secs => ${undoMs / 1000}) as is_same
    from reviews r join review_decisions d on d.review_id = r.id and not d.is_machine and d.undone_at is null
    where r.id = ${id} and r.status = ${transitions[body.decision].to}
    order by d.created_at desc, d.id desc limit 1`);
  return last?.is_same ? new Date(isoOf(last.created_at)) : null;
}

function requireClaim(review: HeldReview, userId: string): void {
  if (review.claimed_by !== userId) throw notClaimed();
  if (!review.is_claimed) throw claimExpired();
}

/** What a person has decided is not decided again by whoever comes second: it has to come back to the desk first. */
async function wasDecided({ db }: Ctx, { id, revision }: HeldReview): Promise<boolean> {
  const [row] = await db.execute(sql`
    select id from review_decisions where review_id = ${id} and revision = ${revision} and not is_machine and undone_at is null limit 1`);
  return row !== undefined;
}

type Decider = { userId: string; batchId: string | null };

async function decideHeld(
  ctx: Ctx & { db: Tx },
  review: HeldReview,
  body: ReviewDecisionBody,
  { userId, batchId }: Decider,
): Promise<void> {
  const { decision, note } = body;
  const ruleId = body.decision === 'reject' ? body.ruleId : null;
  const moved = await moveReview(ctx, decision, review.id, { revision: review.revision });
  if (!moved) throw alreadyDecided(review.status);
  const id = newId(ctx.now);
  await ctx.db.execute(sql`
    insert into review_decisions (id, review_id, revision, decision, from_status, was_visible, machine_action, rule_id,
      note, decided_by, is_machine, batch_id, created_at)
    values (${id}, ${review.id}, ${review.revision}, ${decision}, ${moved.from}, ${moved.wasVisible}, (
        select action from review_analyses where review_id = ${review.id} and revision = ${review.revision}
        order by created_at desc, id desc limit 1
      ), ${ruleId}, ${note}, ${userId}, false, ${batchId}, ${ctx.now.toISOString()}::timestamptz)`);
  if (decision !== 'escalate') await resolveReports(ctx, [review.id]);
  await appendAudit(ctx, {
    action: `review.${decision}`,
    subjectType: 'review',
    subjectId: review.id,
    changes: {
      decisionId: id,
      revision: review.revision,
      status: [moved.from, moved.to],
      ...(batchId ? { batchId } : {}),
    },
    ...(ruleId ? { reason: ruleId } : {}),
    texts: { note },
  });
}
