import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { wilsonLowerBound } from './rules';
import type { ReviewVote } from './schema';

type Target = Ctx & { db: Tx };

/**
 * Says whether a review that others see helps: one vote for each person and review, the last one counts. Throws 401,
 * 403 `conflict_of_interest` to members of the app's organisation, 404 `not_found`, 409 `own_review`.
 */
export async function voteReview(ctx: Ctx, reviewId: string, { helpful }: { helpful: boolean }): Promise<ReviewVote> {
  const { userId } = requireUser(ctx);
  return inTransaction(ctx, async (ctx) => {
    const counts = await holdVoted(ctx, reviewId);
    if (counts.user_id === userId) {
      throw new AppError('conflict', 'own_review', { detail: 'This is your own review.' });
    }
    await requireNotMember(ctx, reviewId, userId);
    const [before] = await ctx.db.execute<{ is_helpful: boolean }>(sql`
      select is_helpful from review_votes where review_id = ${reviewId} and user_id = ${userId}`);
    if (before?.is_helpful === helpful) return { reviewId, helpful, ...countsOf(counts) };
    await ctx.db.execute(sql`
      insert into review_votes (review_id, user_id, is_helpful, created_at)
      values (${reviewId}, ${userId}, ${helpful}, ${ctx.now.toISOString()}::timestamptz)
      on conflict (review_id, user_id) do update set is_helpful = excluded.is_helpful, created_at = excluded.created_at`);
    return {
      reviewId,
      helpful,
      ...(await count(ctx, reviewId, counts, { from: before?.is_helpful ?? null, to: helpful })),
    };
  });
}

/** Those who make an app do not say which reviews of it help. */
async function requireNotMember({ db }: Target, reviewId: string, userId: string): Promise<void> {
  const [membership] = await db.execute(sql`
    select m.user_id from reviews r join apps a on a.id = r.app_id
    join organization_members m on m.organization_id = a.organization_id
    where r.id = ${reviewId} and m.user_id = ${userId}`);
  if (membership) {
    throw new AppError('forbidden', 'conflict_of_interest', { detail: 'You are one of those who make this app.' });
  }
}

/** Takes my vote back; it is gone already where there is none. Throws 401, 404 `not_found`. */
export async function deleteVote(ctx: Ctx, reviewId: string): Promise<void> {
  const { userId } = requireUser(ctx);
  await inTransaction(ctx, async (ctx) => {
    const counts = await holdVoted(ctx, reviewId);
    const [gone] = await ctx.db.execute<{ is_helpful: boolean }>(sql`
      delete from review_votes where review_id = ${reviewId} and user_id = ${userId} returning is_helpful`);
    if (gone) await count(ctx, reviewId, counts, { from: gone.is_helpful, to: null });
  });
}

type Counts = { user_id: string; helpful_count: number; unhelpful_count: number };

/** Holds a review that others see, so that its votes are counted one after the other. */
async function holdVoted({ db }: Target, reviewId: string): Promise<Counts> {
  const [row] = await db.execute<Counts>(sql`
    select user_id, helpful_count, unhelpful_count from reviews where id = ${reviewId} and is_visible for no key update`);
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}

const countsOf = (counts: Counts) => ({ helpfulCount: counts.helpful_count, unhelpfulCount: counts.unhelpful_count });

/** By differences: what erased accounts found helpful still counts. */
async function count(
  { db }: Target,
  reviewId: string,
  counts: Counts,
  { from, to }: { from: boolean | null; to: boolean | null },
) {
  const step = (isHelpful: boolean) => Number(to === isHelpful) - Number(from === isHelpful);
  const helpful = Math.max(0, counts.helpful_count + step(true));
  const unhelpful = Math.max(0, counts.unhelpful_count + step(false));
  await db.execute(sql`
    update reviews set helpful_count = ${helpful}, unhelpful_count = ${unhelpful},
      helpful_score = ${wilsonLowerBound(helpful, helpful + unhelpful)}
    where id = ${reviewId}`);
  return { helpfulCount: helpful, unhelpfulCount: unhelpful };
}
