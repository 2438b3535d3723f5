import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';

export const samePersonSentence = 'You made the first decision, so somebody else has to decide the appeal.';

/** Whether I am an admin and nobody else could decide: the store has no other moderator and no other admin. */
export async function isAloneOnDesk(ctx: Ctx): Promise<boolean> {
  const { userId, roles } = requireRole(ctx, 'moderator');
  if (!roles.includes('admin')) return false;
  const [other] = await ctx.db.execute(sql`
    select id from users
    where roles <> '{}' and suspended_at is null and erased_at is null and id <> ${userId} limit 1`);
  return other === undefined;
}

export const samePerson = () => new AppError('conflict', 'same_person', { detail: samePersonSentence });
