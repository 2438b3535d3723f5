import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { moveVersion } from '@/lib/publishing/move-version';
import { requireNoConflict } from './conflict';
import { lockAppOf } from './lock-app';
import { alreadyDecided } from './refusals';
import { claimMs } from './rules';
import { instant, isoOf } from '@/lib/sql';

/**
 * Takes an open submission for half an hour by the database's clock, or renews that; a claim that has run out may be
 * taken by anybody. The first claim of a waiting version makes it `in_review`. For moderators: throws 401,
 * 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`, 409 `already_claimed` with who and until when,
 * 409 `already_decided`.
 */
export async function claimSubmission(ctx: Ctx, id: string): Promise<{ expiresAt: string }> {
  const { userId } = requireRole(ctx, 'moderator');
  return inTransaction(ctx, async (ctx) => {
    const { organizationId } = await lockAppOf(ctx, id);
    await requireNoConflict(ctx, organizationId);
    const before = await readClaim(ctx, id);
    if (before.outcome !== null) throw alreadyDecided(before);
    if (before.is_claimed && before.claimed_by !== userId) {
      const expiresAt = isoOf(before.claim_expires_at ?? '');
      throw new AppError('conflict', 'already_claimed', {
        detail: `${before.claimer} is looking at it until ${expiresAt.slice(11, 16)} UTC.`,
        members: { by: { id: before.claimed_by, name: before.claimer }, expiresAt },
      });
    }
    const [claim] = await ctx.db.execute<{ expires_at: string }>(sql`
      update submissions set claimed_by = ${userId}, claim_expires_at = clock_timestamp() + make_interval(secs => ${claimMs / 1000})
      where id = ${id} returning ${instant(sql`claim_expires_at`)} as expires_at`);
    if (before.state === 'waiting_for_review') {
      await moveVersion(ctx, 'claim', before.version_id, { submissionId: id });
    } else if (before.claimed_by !== userId) {
      await appendAudit(ctx, {
        action: 'submission.taken_over',
        subjectType: 'submission',
        subjectId: id,
        changes: { versionId: before.version_id, claimedBy: [before.claimed_by, userId] },
      });
    }
    return { expiresAt: isoOf(claim?.expires_at ?? '') };
  });
}

type Claim = {
  version_id: string;
  state: string;
  outcome: string | null;
  claimed_by: string | null;
  claimer: string | null;
  claim_expires_at: string | null;
  is_claimed: boolean;
};

async function readClaim(ctx: Ctx & { db: Tx }, id: string): Promise<Claim> {
  const [row] = await ctx.db.execute<Claim>(sql`
    select s.version_id, v.state, s.outcome, s.claimed_by, u.name as claimer, ${instant(sql`s.claim_expires_at`)} as claim_expires_at,
      s.claimed_by is not null and s.claim_expires_at > clock_timestamp() as is_claimed
    from submissions s join app_versions v on v.id = s.version_id left join users u on u.id = s.claimed_by
    where s.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}
