import { and, eq, isNull } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { claimPasswordLink, requirePasswordLink } from './one-time-links';
import { hashPassword, requireUncommonPassword } from './password';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

/**
 * Sets a password through a one-time link, once, and ends every session of the account. Whoever has the link may
 * call it. Publishes `account.password_changed`. Throws 404 `link_invalid`, 422 `password_too_common` (the link still works then).
 */
export async function setPassword(
  ctx: Ctx,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<void> {
  const { email } = await requirePasswordLink(ctx, token);
  requireUncommonPassword(newPassword, email, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  const userId = await inTransaction(ctx, async (ctx) => {
    const userId = await claimPasswordLink(ctx, token);
    await ctx.db
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), isNull(users.erasedAt)));
    await endSessions(ctx, eq(sessions.userId, userId));
    await publish(ctx, { type: 'account.password_changed', payload: { userId } });
    await appendAudit(ctx, {
      action: 'user.password_set',
      subjectType: 'user',
      subjectId: userId,
      changes: { by: 'link' },
    });
    return userId;
  });
  forgetSessionsOf(userId);
}
