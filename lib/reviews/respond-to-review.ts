import { eq, sql } from 'drizzle-orm';
import { reviewResponses } from '@/db/schema';
import { type Membership, requireMember } from '@/lib/accounts/organizations/require-member';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import type { Review } from './schema';

/**
 * Answers a review of an app of one's organisation, or changes the answer. Publishes `review.responded` for a new one.
 * Throws 404 `not_found` for reviews of other people's apps and those that nobody sees, 403 `role_required`.
 */
export async function respondToReview(
  ctx: Ctx,
  reviewId: string,
  { body }: { body: string },
): Promise<NonNullable<Review['response']>> {
  return inTransaction(ctx, async (tx) => {
    const member = await requireReviewed(tx, reviewId);
    const [row] = await tx.db.execute<{ is_new: boolean }>(sql`
      insert into review_responses (review_id, organization_id, author_id, body, created_at, updated_at)
      values (${reviewId}, ${member.organizationId}, ${authorOf(ctx)}, ${body}, ${ctx.now.toISOString()}, ${ctx.now.toISOString()})
      on conflict (review_id) do update set
        organization_id = excluded.organization_id, author_id = excluded.author_id, body = excluded.body,
        updated_at = excluded.updated_at
      returning xmax = 0 as is_new`);
    if (row?.is_new) await publish(tx, { type: 'review.responded', payload: { reviewId } });
    await appendAudit(tx, {
      action: row?.is_new ? 'review.responded' : 'review.response_changed',
      subjectType: 'review',
      subjectId: reviewId,
      changes: { organizationId: member.organizationId },
      texts: { body },
    });
    return { developer: member.name, body, updatedAt: ctx.now.toISOString(), isBeforeEdit: false };
  });
}

/** Takes an answer back; it is gone already where there is none. Throws as `respondToReview`. */
export async function deleteResponse(ctx: Ctx, reviewId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { organizationId } = await requireReviewed(tx, reviewId);
    const gone = await tx.db
      .delete(reviewResponses)
      .where(eq(reviewResponses.reviewId, reviewId))
      .returning({ id: reviewResponses.reviewId });
    if (gone.length === 0) return;
    await appendAudit(tx, {
      action: 'review.response_deleted',
      subjectType: 'review',
      subjectId: reviewId,
      changes: { organizationId },
    });
  });
}

/** Whose app a review that others see is about, if the actor may answer for it. */
async function requireReviewed(ctx: Ctx, reviewId: string): Promise<Membership> {
  const [row] = await ctx.db.execute<{ organization_id: string }>(sql`
    select a.organization_id from reviews r join apps a on a.id = r.app_id where r.id = ${reviewId} and r.is_visible`);
  if (!row) throw new AppError('not_found', 'not_found');
  return requireMember(ctx, row.organization_id, 'respond');
}

const authorOf = ({ actor }: Ctx) => (actor.kind === 'user' ? actor.userId : null);
