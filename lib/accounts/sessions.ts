import { and, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import type { Ctx, Role, UserActor } from '@/lib/context';
import { isId } from '@/lib/ids';
import { sessionLifetimeMs, sessionTouchMs } from './rules';
import { cachedSession, type LiveSession } from './session-cache';

/**
 * The person behind a session id, or null when the session is unknown, revoked or expired or its person suspended or
 * erased. A revocation elsewhere shows within 5 s. Each use moves the expiry, written at most once a minute.
 */
export async function findSessionActor(ctx: Ctx, sessionId: string): Promise<UserActor | null> {
  if (!isId(sessionId)) return null;
  const session = await cachedSession(sessionId, () => loadSession(ctx, sessionId));
  if (!session || session.expiresAt <= ctx.now) return null;
  const { id, userId, roles, country } = session;
  return { kind: 'user', userId, sessionId: id, roles, country };
}

async function loadSession(ctx: Ctx, sessionId: string): Promise<LiveSession | null> {
  const [row] = await ctx.db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      roles: users.roles,
      country: users.country,
      lastUsedAt: sessions.lastUsedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isLive(ctx), isNull(users.suspendedAt), isNull(users.erasedAt)));
  if (!row) return null;
  const { lastUsedAt, ...session } = row;
  const isStale = ctx.now.getTime() - lastUsedAt.getTime() >= sessionTouchMs;
  const expiresAt = isStale ? await touchSession(ctx, sessionId) : row.expiresAt;
  return expiresAt && { ...session, roles: row.roles as Role[], expiresAt };
}

/** Moves last use and expiry; null when the session ended meanwhile. */
async function touchSession(ctx: Ctx, sessionId: string): Promise<Date | null> {
  const expiresAt = new Date(ctx.now.getTime() + sessionLifetimeMs);
  const touched = await ctx.db
    .update(sessions)
    .set({ lastUsedAt: ctx.now, expiresAt })
    .where(and(eq(sessions.id, sessionId), isLive(ctx)))
    .returning({ id: sessions.id });
  return touched.length > 0 ? expiresAt : null;
}

/** Neither revoked nor expired. */
export const isLive = (ctx: Pick<Ctx, 'now'>) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now));

/** Ends the live sessions that match and returns their ids, to be forgotten by the cache after commit. */
export async function endSessions(ctx: Ctx, condition: SQL | undefined): Promise<string[]> {
  const ended = await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(and(condition, isLive(ctx)))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}
