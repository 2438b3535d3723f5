import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { getSettings } from '@/lib/settings';
import { issueLink } from './one-time-links';
import { adminLinkLifetimeMs, normaliseEmail } from './rules';
import { forgetSessionsOf } from './session-cache';

export type AdminLink = { userId: string; token: string; expiresAt: Date; isNewAccount: boolean };

/**
 * Makes an account of this address an admin, creating it when there is none, and issues a one-time link to set its
 * password. Publishes `account.created` for a new one. For the machine's operator only: throws 403 `operator_only`,
 * and 409 `account_unusable` when the account is suspended.
 */
export async function createAdmin(ctx: Ctx, input: { email: string }): Promise<AdminLink> {
  if (ctx.actor.kind !== 'system') {
    throw new AppError('forbidden', 'operator_only', { detail: 'Only the operator of this store can do that.' });
  }
  const { defaultCountry: country } = await getSettings(ctx);
  const admin = await inTransaction(ctx, async (ctx) => {
    const email = normaliseEmail(input.email);
    const name = email.split('@')[0]?.slice(0, 100) || 'Administrator';
    const created = await ctx.db
      .insert(users)
      .values({ id: newId(ctx.now), email, name, country, createdAt: ctx.now })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    const [user] = await ctx.db
      .select({ id: users.id, roles: users.roles })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.suspendedAt), isNull(users.erasedAt)))
      .for('update');
    if (!user) throw new AppError('conflict', 'account_unusable', { detail: 'This account is suspended or erased.' });
    const roles = user.roles.includes('admin') ? user.roles : [...user.roles, 'admin'];
    await ctx.db.update(users).set({ roles }).where(eq(users.id, user.id));
    if (created.length > 0) await publish(ctx, { type: 'account.created', payload: { userId: user.id } });
    const link = await issueLink(ctx, 'set_password', user.id, adminLinkLifetimeMs);
    await appendAudit(ctx, {
      action: 'user.role_granted',
      subjectType: 'user',
      subjectId: user.id,
      changes: { roles: { from: user.roles, to: roles } },
    });
    return { userId: user.id, ...link, isNewAccount: created.length > 0 };
  });
  forgetSessionsOf(admin.userId);
  return admin;
}
