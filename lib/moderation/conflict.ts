import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** What is said to moderators who may not decide about their own organisation's apps. */
export const conflictSentence = (organization: string) =>
  `You are a member of ${organization}, so somebody else has to decide this.`;

/** Throws 403 `conflict_of_interest` to members of the organisation. */
export async function requireNoConflict(ctx: Ctx, organizationId: string): Promise<void> {
  if (ctx.actor.kind !== 'user') return;
  const [row] = await ctx.db.execute<{ name: string }>(sql`
    select o.name from organization_members m join organizations o on o.id = m.organization_id
    where m.organization_id = ${organizationId} and m.user_id = ${ctx.actor.userId}`);
  if (row) throw new AppError('forbidden', 'conflict_of_interest', { detail: conflictSentence(row.name) });
}
