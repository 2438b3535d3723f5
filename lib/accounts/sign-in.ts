import { and, eq, gt } from 'drizzle-orm';
import { oneTimeTokens, users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isMailDelivered } from '@/lib/mail/delivery';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { mailVerification } from './account-mail';
import { isActive, openSession, type SignedIn } from './open-session';
import { verifyPassword } from './password';
import { normaliseEmail, verificationPauseMs } from './rules';

export type SignInInput = { email: string; password: string; userAgent: string; address: string };

// Longer or other than any account's: no need to ask.
const isPossible = ({ email, password }: SignInInput) =>
  /^[\x21-\x7e]{3,254}$/.test(email.trim()) && password.length <= 200;

/**
 * Opens a session, and ends the one that the same browser had. Null for an unknown address, a wrong password and a
 * suspended account alike, after the same time. Anyone may call it. Throws 429 `rate_limited`, and 403
 * `email_unverified` where letters leave the store and the address is not confirmed: only to who knows the password, and
 * at most every five minutes with a fresh link by mail. People of the demo have no mailbox and need none.
 */
export async function signIn(ctx: Ctx, given: SignInInput): Promise<SignedIn | null> {
  const input = { ...given, email: normaliseEmail(given.email) };
  await takeFromLimit(ctx, 'signInAddress', input.address);
  if (!isPossible(given)) return null;
  await takeFromLimit(ctx, 'signInAccount', input.email);
  const [user] = await ctx.db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      passwordHash: users.passwordHash,
      emailVerifiedAt: users.emailVerifiedAt,
      isDemo: users.isDemo,
    })
    .from(users)
    .where(and(eq(users.email, input.email), isActive));
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user?.passwordHash || !isRight) return null;
  if (isMailDelivered() && user.emailVerifiedAt === null && !user.isDemo) {
    await remindToVerify(ctx, user);
    throw new AppError('forbidden', 'email_unverified', {
      detail: 'This address is not confirmed yet. Open the link in the letter that we sent there, then sign in.',
    });
  }
  return openSession(ctx, user, input, eq(users.passwordHash, user.passwordHash));
}

/** Two at once may send two letters; the link in the later one works. */
async function remindToVerify(ctx: Ctx, user: { id: string; email: string }): Promise<void> {
  const since = new Date(ctx.now.getTime() - verificationPauseMs);
  const isRecent = and(
    eq(oneTimeTokens.userId, user.id),
    eq(oneTimeTokens.purpose, 'verify_email'),
    gt(oneTimeTokens.createdAt, since),
  );
  const recent = await ctx.db.select({ at: oneTimeTokens.createdAt }).from(oneTimeTokens).where(isRecent).limit(1);
  if (recent.length === 0) await inTransaction(ctx, (ctx) => mailVerification(ctx, user));
}
