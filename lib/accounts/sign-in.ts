import { and, eq, isNull } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { takeFromLimit } from '@/lib/rate-limit';
import { verifyPassword } from './password';
import { normaliseEmail, sessionLifetimeMs } from './rules';
import { forgetSessions } from './session-cache';
import { endSessions } from './sessions';

export type SignInInput = { email: string; password: string; userAgent: string; address: string };

export type SignedIn = { sessionId: string; userId: string; name: string };

// Longer or other than any account's: no need to ask.
const isPossible = ({ email, password }: SignInInput) =>
  /^[\x21-\x7e]{3,254}$/.test(email.trim()) && password.length <= 200;

/**
 * Opens a session, and ends the one that the same browser had. Null for an unknown address, a wrong password and a
 * suspended account alike, after the same time. Anyone may call it. Throws 429 `rate_limited`.
 */
export async function signIn(ctx: Ctx, given: SignInInput): Promise<SignedIn | null> {
  const input = { ...given, email: normaliseEmail(given.email) };
  await takeFromLimit(ctx, 'signInAddress', input.address);
  if (!isPossible(given)) return null;
  await takeFromLimit(ctx, 'signInAccount', input.email);
  const [user] = await ctx.db
    .select({ id: users.id, name: users.name, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.email, input.email), isActive));
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user?.passwordHash || !isRight) return null;
  return openSession(ctx, { ...user, passwordHash: user.passwordHash }, input);
}

const isActive = and(isNull(users.suspendedAt), isNull(users.erasedAt));

async function openSession(
  ctx: Ctx,
  user: { id: string; name: string; passwordHash: string },
  { userAgent, address }: SignInInput,
): Promise<SignedIn | null> {
  const replaced: string[] = [];
  const sessionId = newId(ctx.now);
  const isOpen = await inTransaction(ctx, async (ctx) => {
    // Waits for a password change in flight, which ends the sessions of the old password.
    const [still] = await ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash), isActive))
      .for('share');
    if (!still) return false;
    if (ctx.actor.kind === 'user') replaced.push(...(await endSessions(ctx, eq(sessions.id, ctx.actor.sessionId))));
    await ctx.db.insert(sessions).values({
      id: sessionId,
      userId: user.id,
      userAgent: userAgent.slice(0, 500),
      address: address.slice(0, 100),
      createdAt: ctx.now,
      lastUsedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + sessionLifetimeMs),
    });
    return true;
  });
  forgetSessions(replaced);
  return isOpen ? { sessionId, userId: user.id, name: user.name } : null;
}
