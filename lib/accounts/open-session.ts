import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { tellOfNewDevice } from './new-device';
import { sessionLifetimeMs } from './rules';
import { forgetSessions } from './session-cache';
import { endSessions } from './sessions';

export type SignedIn = { sessionId: string; userId: string; name: string };

/** Neither suspended nor erased. */
export const isActive = and(isNull(users.suspendedAt), isNull(users.erasedAt));

/**
 * Opens a session, and ends the one that the same browser had. Null when the account is not active any more or
 * `proof`, a condition on `users` that let this person in, does not hold any more.
 */
export async function openSession(
  ctx: Ctx,
  user: { id: string; name: string },
  { userAgent, address }: { userAgent: string; address: string },
  proof: SQL,
): Promise<SignedIn | null> {
  const replaced: string[] = [];
  const sessionId = newId(ctx.now);
  const isOpen = await inTransaction(ctx, async (ctx) => {
    // Waits for a change in flight (a new password, an erasure), which ends the sessions of before.
    const [still] = await ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, user.id), isActive, proof))
      .for('share');
    if (!still) return false;
    if (ctx.actor.kind === 'user') replaced.push(...(await endSessions(ctx, eq(sessions.id, ctx.actor.sessionId))));
    await tellOfNewDevice(ctx, user.id, userAgent);
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
