import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { takePoint } from '@/lib/cache/rate-limit';
import { getSettings } from '@/lib/settings';
import { mailPasswordLink } from './account-mail';
import { inEvenTime } from './even-time';
import { isActive } from './open-session';
import { normaliseEmail } from './rules';

/**
 * Sends a link to choose a new password to the account of this address, if there is one; the answer and its time are
 * the same when there is none. Anyone may call it. Throws 429 `rate_limited`, counted for unknown addresses too.
 */
export async function requestPasswordReset(ctx: Ctx, input: { email: string; address: string }): Promise<void> {
  const email = normaliseEmail(input.email);
  const settings = await getSettings(ctx);
  await takePoint(settings, 'passwordResetAddress', input.address);
  await takePoint(settings, 'passwordResetAccount', email);
  await inEvenTime(() =>
    inTransaction(ctx, async (ctx) => {
      const [user] = await ctx.db
        .select({ id: users.id, email: users.email })
        .from(users)
        .where(and(eq(users.email, email), isActive));
      if (user) await mailPasswordLink(ctx, user);
    }),
  );
}
