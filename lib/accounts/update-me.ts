import { and, eq, isNull, lte, ne, or } from 'drizzle-orm';
import { users } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { readMe } from './queries';
import { countryLockMs } from './rules';
import type { Me, UpdateMeBody } from './schema';
import { forgetSessionsOf } from './session-cache';

/**
 * Changes my name or country, all or nothing. The country changes once in 30 days; naming the present one is no
 * change. Throws 409 `country_locked` with `countryLockedUntil`.
 */
export async function updateMe(ctx: Ctx, { name, country }: UpdateMeBody): Promise<Me> {
  const { userId } = requireUser(ctx);
  const me = await inTransaction(ctx, async (ctx) => {
    const isMe = and(eq(users.id, userId), isNull(users.erasedAt));
    if (name !== undefined) await ctx.db.update(users).set({ name }).where(isMe);
    if (country === undefined) return readMe(ctx, userId);
    const unlockedSince = new Date(ctx.now.getTime() - countryLockMs);
    const isUnlocked = or(isNull(users.countryChangedAt), lte(users.countryChangedAt, unlockedSince));
    const changed = await ctx.db
      .update(users)
      .set({ country, countryChangedAt: ctx.now })
      .where(and(isMe, ne(users.country, country), isUnlocked))
      .returning({ id: users.id });
    const me = await readMe(ctx, userId);
    if (changed.length === 0 && me.country !== country) {
      throw new AppError('conflict', 'country_locked', {
        detail: 'The country may change once in 30 days.',
        errors: [{ path: 'country', message: 'locked' }],
        members: { countryLockedUntil: me.countryLockedUntil },
      });
    }
    return me;
  });
  forgetSessionsOf(userId);
  return me;
}
