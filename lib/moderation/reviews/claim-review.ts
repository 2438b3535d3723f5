import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { onDesk } from '@/lib/reviews/rules';
import { instant, isoOf } from '@/lib/sql';
import { notClaimed } from '../refusals';
import { claimMs } from '../rules';
import { tellDesks } from './desk-events';
import { alreadyDecided } from './refusals';
import { holdReview } from './held-review';
import { nameOf } from './rows';

/**
 * Takes a flagged review for half an hour, or renews that; a claim that has run out may be taken by anybody. For
 * moderators, and once it was handed on for admins: throws 401, 403 `role_required`, 403 `conflict_of_interest`,
 * 404 `not_found`, 409 `already_claimed` with who and until when, 409 `already_decided`.
 */
export async function claimReview(ctx: Ctx, id: string): Promise<{ expiresAt: string }> {
  const { userId } = requireRole(ctx, 'moderator');
  return inTransaction(ctx, async (ctx) => {
    const review = await holdReview(ctx, id);
    if (!onDesk.includes(review.status)) throw alreadyDecided(review.status);
    if (review.is_claimed && review.claimed_by !== userId) {
      const expiresAt = isoOf(review.claim_expires_at ?? '');
      throw new AppError('conflict', 'already_claimed', {
        detail: `${review.claimer} is looking at it until ${expiresAt.slice(11, 16)} UTC.`,
        members: { by: { id: review.claimed_by, name: review.claimer }, expiresAt },
      });
    }
    const [claim] = await ctx.db.execute<{ expires_at: string }>(sql`
      update reviews set claimed_by = ${userId},
        claim_expires_at = ${ctx.now.toISOString()}::timestamptz + make_interval(secs => ${claimMs / 1000})
      where id = ${id} returning ${instant(sql`claim_expires_at`)} as expires_at`);
    tellDesks(ctx, { kind: 'claimed', ids: [id], by: { id: userId, name: await nameOf(ctx, userId) } });
    return { expiresAt: isoOf(claim?.expires_at ?? '') };
  });
}

/**
 * Gives a review back to the queue. For the moderator who has it: throws 401, 403 `role_required`, 404 `not_found`,
 * 409 `not_claimed`, 409 `already_decided`.
 */
export async function giveBackReview(ctx: Ctx, id: string): Promise<void> {
  const { userId } = requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    const freed = await ctx.db.execute(sql`
      update reviews set claimed_by = null, claim_expires_at = null
      where id = ${id} and deleted_at is null and claimed_by = ${userId} returning id`);
    if (freed.length > 0) return tellDesks(ctx, { kind: 'released', ids: [id], by: null });
    const review = await holdReview(ctx, id);
    throw onDesk.includes(review.status) ? notClaimed('You do not have it.') : alreadyDecided(review.status);
  });
}
