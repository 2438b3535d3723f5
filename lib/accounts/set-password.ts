import { and, eq, isNull, sql } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { claimLink, requireLink } from './one-time-links';
import { hashPassword, requireUncommonPassword } from './password';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

/**
 * Sets a password through a one-time link, once, and ends every session of the account; who has the link has the
 * address too, which is confirmed by it. Whoever has the link may call it. Publishes `account.password_changed`.
 * Throws 404 `link_invalid`, 422 `password_too_common` (the link still works then).
 */
export async function setPassword(
  ctx: Ctx,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<void> {
  const { userId, email } = await requireLink(ctx, 'set_password', token);
  requireUncommonPassword(newPassword, email, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(users)
      .set({ passwordHash, emailVerifiedAt: verifiedBy(ctx) })
      .where(and(eq(users.id, userId), isNull(users.erasedAt)));
    await claimLink(ctx, 'set_password', token);
    await endSessions(ctx, eq(sessions.userId, userId));
    await publish(ctx, { type: 'account.password_changed', payload: { userId } });
    await appendAudit(ctx, {
      action: 'user.password_set',
      subjectType: 'user',
      subjectId: userId,
      changes: { by: 'link' },
    });
  });
  forgetSessionsOf(userId);
}

/** The first time counts. */
export const verifiedBy = (ctx: Pick<Ctx, 'now'>) =>
  sql`coalesce(${users.emailVerifiedAt}, ${ctx.now.toISOString()}::timestamptz)`;
