import { sql } from 'drizzle-orm';
import { reviewReports } from '@/db/schema';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import type { ReviewReport, ReviewReportBody } from './schema';

/**
 * Says what is wrong with a review that others see. Anyone signed in may, but for its author, and has one open report a
 * review: another one takes the place of its words. Publishes `review.reported` for a new one. Throws 404 `not_found`,
 * 409 `own_review`, 429 `rate_limited`.
 */
export async function reportReview(
  ctx: Ctx,
  reviewId: string,
  { reason, note }: ReviewReportBody,
): Promise<{ report: ReviewReport; isNew: boolean }> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'reports', userId);
  return inTransaction(ctx, async (tx) => {
    const [review] = await tx.db.execute<{ user_id: string }>(
      sql`select user_id from reviews where id = ${reviewId} and is_visible`,
    );
    if (!review) throw new AppError('not_found', 'not_found');
    if (review.user_id === userId) {
      throw new AppError('conflict', 'own_review', { detail: 'This is your own review. You can edit or delete it.' });
    }
    const id = newId(ctx.now);
    const [row] = await tx.db
      .insert(reviewReports)
      .values({ id, reviewId, userId, reason, note, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [reviewReports.reviewId, reviewReports.userId],
        targetWhere: sql`resolved_at is null`,
        set: { reason, note },
      })
      .returning({ id: reviewReports.id, createdAt: reviewReports.createdAt });
    if (!row) throw new Error('a report was neither written nor found');
    const isNew = row.id === id;
    if (isNew) await publish(tx, { type: 'review.reported', payload: { reportId: id } });
    return { report: { id: row.id, reason, note, createdAt: row.createdAt.toISOString() }, isNew };
  });
}
