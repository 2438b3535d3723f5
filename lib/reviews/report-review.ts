import { sql } from 'drizzle-orm';
import { reviewReports } from '@/db/schema';
import type { Tx } from '@/db/client';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { textArray } from '@/lib/sql';
import { moveReview } from './move-review';
import { isReopened, weighReports } from './report-weight';
import { decisiveReasons } from './rules';
import type { ReviewReport, ReviewReportBody, ReviewReportReason } from './schema';

/**
 * Says what is wrong with a review that others see. Anyone signed in may, but for its author, and has one report a
 * review: another one takes the place of its words until a moderator has decided, but a reason that weighs less does not
 * take the place of a decisive one, nor no note that of a note. Enough of them bring the review back
 * to the desk, where it stays visible until it is decided. Publishes `review.reported` for a new one and
 * `review.status_changed`. Throws 401, 404 `not_found`, 409 `own_review`, 409 `already_resolved`, 429 `rate_limited`.
 */
export async function reportReview(
  ctx: Ctx,
  reviewId: string,
  { reason, note }: ReviewReportBody,
): Promise<{ report: ReviewReport; isNew: boolean }> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'reports', userId);
  return inTransaction(ctx, async (ctx) => {
    await holdReported(ctx, reviewId, userId);
    const id = newId(ctx.now);
    const [row] = await ctx.db
      .insert(reviewReports)
      .values({ id, reviewId, userId, reason, note, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [reviewReports.reviewId, reviewReports.userId],
        targetWhere: sql`resolved_at is null`,
        set: {
          reason: sql`case when ${isWeaker} then ${reviewReports.reason} else excluded.reason end`,
          note: sql`case when excluded.note = '' or (${isWeaker} and ${reviewReports.note} <> '')
            then ${reviewReports.note} else excluded.note end`,
        },
      })
      .returning();
    if (!row) throw new Error('a report was neither written nor found');
    const isNew = row.id === id;
    if (isNew) await publish(ctx, { type: 'review.reported', payload: { reportId: id } });
    await weighReports(ctx, reviewId);
    if (await isReopened(ctx, reviewId)) await moveReview(ctx, 'reopen', reviewId);
    const kept = { reason: row.reason as ReviewReportReason, note: row.note };
    return { report: { id: row.id, ...kept, createdAt: row.createdAt.toISOString() }, isNew };
  });
}

/** Of a report over one that there is: it has not the weight of that one. */
const isWeaker = sql`(${reviewReports.reason} = any(${textArray(decisiveReasons)}) and excluded.reason <> all(${textArray(decisiveReasons)}))`;

/** Holds a review that others see, so that of several reports at once each is weighed with those before it. */
async function holdReported(ctx: Ctx & { db: Tx }, reviewId: string, userId: string): Promise<void> {
  const [review] = await ctx.db.execute<{ user_id: string }>(sql`
    select user_id from reviews where id = ${reviewId} and is_visible for no key update`);
  if (!review) throw new AppError('not_found', 'not_found');
  if (review.user_id === userId) {
    throw new AppError('conflict', 'own_review', { detail: 'This is your own review. You can edit or delete it.' });
  }
  const [resolved] = await ctx.db.execute(sql`
    select x.id from review_reports x join reviews r on r.id = x.review_id
    where x.review_id = ${reviewId} and x.user_id = ${userId} and x.resolved_at is not null
      and x.created_at >= coalesce(r.edited_at, r.created_at) limit 1`);
  if (resolved) {
    throw new AppError('conflict', 'already_resolved', {
      detail: 'You reported it before, and a moderator has decided about it.',
    });
  }
}
