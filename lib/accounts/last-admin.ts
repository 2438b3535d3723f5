import { and, arrayContains, asc, isNull, sql } from 'drizzle-orm';
import { users } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';

/**
 * Call it in the transaction that takes an admin away (the role, by suspension, by erasing), before that account's row
 * is locked: the other admins stay what they are until it ends. Throws 409 `last_admin` when there are none.
 */
export async function requireAnotherAdmin(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  if (!(await keepOtherAdmins(ctx, userId))) throw lastAdmin();
}

/** The same for who does not know yet whether the account is an admin's: false when there are no others. */
export async function keepOtherAdmins(ctx: Ctx & { db: Tx }, userId: string): Promise<boolean> {
  // The account too, so that of two admins who remove each other one waits.
  const admins = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(isStaff, arrayContains(users.roles, ['admin']), isNull(users.suspendedAt), isNull(users.erasedAt)))
    .orderBy(asc(users.id))
    .for('update');
  return admins.some(({ id }) => id !== userId);
}

/** As a partial index over those few would say it. */
export const isStaff = sql`${users.roles} <> '{}'`;

export const lastAdmin = () =>
  new AppError('conflict', 'last_admin', { detail: 'Nobody else is an admin. Make somebody an admin first.' });
