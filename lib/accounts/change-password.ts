import { and, eq, isNull, ne } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { hashPassword, requireUncommonPassword, verifyPassword } from './password';
import type { ChangePasswordBody } from './schema';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

const wrongPassword = () =>
  new AppError('forbidden', 'wrong_password', {
    detail: 'This is not your password.',
    errors: [{ path: 'currentPassword', message: 'wrong' }],
  });

/**
 * Changes my password and ends all my sessions but the one that asks. Publishes `account.password_changed`.
 * Throws 403 `wrong_password`, 422 `password_too_common`, 429 `rate_limited`.
 */
export async function changePassword(ctx: Ctx, { currentPassword, newPassword }: ChangePasswordBody): Promise<void> {
  const { userId, sessionId } = requireUser(ctx);
  await takeFromLimit(ctx, 'signInAccount', userId);
  const [user] = await ctx.db
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)));
  const isRight = await verifyPassword(user?.passwordHash ?? null, currentPassword);
  if (!user?.passwordHash || !isRight) throw wrongPassword();
  const { email, passwordHash: oldHash } = user;
  requireUncommonPassword(newPassword, email, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), eq(users.passwordHash, oldHash)))
      .returning({ id: users.id });
    if (changed.length === 0) throw wrongPassword();
    await endSessions(ctx, and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
    await publish(ctx, { type: 'account.password_changed', payload: { userId } });
  });
  forgetSessionsOf(userId);
}
