import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { ReviewState } from '@/lib/reviews/rules';
import { instant } from '@/lib/sql';
import { conflictSentence } from '../conflict';

export type HeldReview = {
  id: string;
  revision: number;
  status: ReviewState;
  is_visible: boolean;
  user_id: string;
  app_id: string;
  claimed_by: string | null;
  claimer: string | null;
  claim_expires_at: string | null;
  is_claimed: boolean;
};

type Row = HeldReview & { organization_name: string; is_member: boolean };

export const ownReviewSentence = 'You wrote it, so somebody else has to decide this.';

const adminsOnly = () =>
  new AppError('forbidden', 'role_required', { detail: 'It was handed on to the admins: one of them has to decide.' });

/** Nobody else changes the review until the transaction ends; false when there is none. */
export async function lockReview({ db }: { db: Tx }, id: string): Promise<boolean> {
  const held = await db.execute(sql`select id from reviews where id = ${id} and deleted_at is null for no key update`);
  return held.length > 0;
}

/**
 * Holds a review until the transaction ends. Throws 404 `not_found`, 403 `conflict_of_interest` to its author and to
 * members of the app's organisation, 403 `role_required` where only admins may.
 */
export async function holdReview(ctx: Ctx & { db: Tx }, id: string): Promise<HeldReview> {
  const { userId, roles } = requireRole(ctx, 'moderator');
  if (!(await lockReview(ctx, id))) throw new AppError('not_found', 'not_found');
  const [row] = await ctx.db.execute<Row>(sql`
    select r.id, r.revision, r.status, r.is_visible, r.user_id, r.app_id, r.claimed_by, u.name as claimer,
      ${instant(sql`r.claim_expires_at`)} as claim_expires_at,
      r.claimed_by is not null and r.claim_expires_at > ${ctx.now.toISOString()}::timestamptz as is_claimed,
      o.name as organization_name, exists (
        select from organization_members m where m.organization_id = a.organization_id and m.user_id = ${userId}
      ) as is_member
    from reviews r join apps a on a.id = r.app_id join organizations o on o.id = a.organization_id
    left join users u on u.id = r.claimed_by
    where r.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  if (row.user_id === userId) throw conflict(ownReviewSentence);
  if (row.is_member) throw conflict(conflictSentence(row.organization_name));
  if (row.status === 'escalated' && !roles.includes('admin')) throw adminsOnly();
  return row;
}

const conflict = (detail: string) => new AppError('forbidden', 'conflict_of_interest', { detail });
