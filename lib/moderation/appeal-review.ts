import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { moveReview } from '@/lib/reviews/move-review';
import { getMyReview } from '@/lib/reviews/my-review';
import { getRejection } from '@/lib/reviews/rejection';
import { appealDays, type ReviewState, stateWords } from '@/lib/reviews/rules';
import type { MyReview } from '@/lib/reviews/schema';

const dayMs = 86_400_000;

type Held = { app_id: string; status: ReviewState; revision: number; is_appealed: boolean };

/**
 * Asks for the rejection of my review to be looked at by somebody else: once for each review, within 180 days. Publishes
 * `review.status_changed`. Throws 401, 404 `not_found` for reviews of others, 409 `already_appealed`, 409
 * `illegal_transition`, 409 `appeal_too_late`.
 */
export async function appealReview(ctx: Ctx, reviewId: string, { text }: { text: string }): Promise<MyReview> {
  const { userId } = requireUser(ctx);
  const appId = await inTransaction(ctx, async (ctx) => {
    // Held first: of two appeals at once the second finds the first.
    const found = await ctx.db.execute(sql`
      select id from reviews where id = ${reviewId} and user_id = ${userId} and deleted_at is null for no key update`);
    if (found.length === 0) throw new AppError('not_found', 'not_found');
    const [held] = await ctx.db.execute<Held>(sql`
      select r.app_id, r.status, r.revision, exists (select from appeals a where a.review_id = r.id) as is_appealed
      from reviews r where r.id = ${reviewId}`);
    if (!held) throw new AppError('not_found', 'not_found');
    if (held.is_appealed) {
      throw new AppError('conflict', 'already_appealed', { detail: 'You have appealed about this review already.' });
    }
    if (held.status !== 'rejected') throw illegal(held.status);
    const { decidedAt } = await getRejection(ctx, reviewId);
    if (Date.parse(decidedAt) + appealDays * dayMs < ctx.now.getTime()) {
      throw new AppError('conflict', 'appeal_too_late', {
        detail: `Appeals end ${appealDays} days after the decision.`,
      });
    }
    const appealId = newId(ctx.now);
    await ctx.db.execute(sql`
      insert into appeals (id, review_id, text, appealed_by, created_at)
      values (${appealId}, ${reviewId}, ${text}, ${userId}, ${ctx.now.toISOString()}::timestamptz)`);
    if (!(await moveReview(ctx, 'appeal', reviewId, { revision: held.revision }))) throw illegal(held.status);
    await appendAudit(ctx, {
      action: 'review.appeal',
      subjectType: 'review',
      subjectId: reviewId,
      changes: { appealId, status: ['rejected', 'appealed'] },
    });
    return held.app_id;
  });
  const review = await getMyReview(ctx, appId);
  if (!review) throw new AppError('not_found', 'not_found');
  return review;
}

const illegal = (state: ReviewState) =>
  new AppError('conflict', 'illegal_transition', {
    detail: `Only a rejected review can be appealed; this one is ${stateWords[state].name.toLowerCase()}.`,
    members: { action: 'appeal', state },
  });
