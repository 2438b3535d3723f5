import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { moveVersion } from '@/lib/publishing/move-version';
import { lockAppOf } from './lock-app';
import { alreadyDecided, notClaimed } from './refusals';

/**
 * Gives a submission back to the queue, where it keeps its place. For the moderator who has it: throws 401,
 * 403 `role_required`, 404 `not_found`, 409 `not_claimed`, 409 `already_decided`.
 */
export async function giveBackSubmission(ctx: Ctx, id: string): Promise<void> {
  const { userId } = requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    await lockAppOf(ctx, id);
    const [freed] = await ctx.db.execute<{ version_id: string }>(sql`
      update submissions set claimed_by = null, claim_expires_at = null
      where id = ${id} and outcome is null and claimed_by = ${userId} returning version_id`);
    if (freed) return moveVersion(ctx, 'give_back', freed.version_id, { submissionId: id });
    const [row] = await ctx.db.execute<{ outcome: string | null }>(
      sql`select outcome from submissions where id = ${id}`,
    );
    throw row?.outcome == null ? notClaimed('You do not have it.') : alreadyDecided(row);
  });
}

/** Gives back what was taken and left until the claim ran out, one at a time; how many there were. */
export async function giveBackExpired(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const isOver = sql`outcome is null and claimed_by is not null and claim_expires_at <= clock_timestamp()`;
  const expired = await ctx.db.execute<{ id: string }>(sql`select id from submissions where ${isOver} order by id`);
  let count = 0;
  for (const { id } of expired) {
    if (signal.aborted) break;
    count += await inTransaction(ctx, async (ctx) => {
      await lockAppOf(ctx, id);
      const [freed] = await ctx.db.execute<{ version_id: string }>(sql`
        update submissions set claimed_by = null, claim_expires_at = null where id = ${id} and ${isOver} returning version_id`);
      if (!freed) return 0;
      await moveVersion(ctx, 'give_back', freed.version_id, { submissionId: id, reason: 'expired' });
      return 1;
    });
  }
  return count;
}
