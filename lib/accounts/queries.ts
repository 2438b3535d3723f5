import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { organizationMembers, organizations, sessions, users } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { deviceOf } from './device';
import { countryLockedUntil } from './rules';
import type { Me, Session } from './schema';
import { isLive } from './sessions';

const maxSessionsShown = 100;

/** Who I am; throws 401 `not_signed_in`. */
export const getMe = async (ctx: Ctx): Promise<Me> => readMe(ctx, requireUser(ctx).userId);

/** An account as its person sees it. */
export async function readMe(ctx: Ctx, userId: string): Promise<Me> {
  const [user] = await ctx.db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      country: users.country,
      countryChangedAt: users.countryChangedAt,
      roles: users.roles,
      hasPassword: isNotNull(users.passwordHash).mapWith(Boolean),
      createdAt: users.createdAt,
    })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)));
  if (!user) throw new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });
  const memberships = await ctx.db
    .select({ slug: organizations.slug, name: organizations.name, role: organizationMembers.role })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(eq(organizationMembers.userId, userId))
    .orderBy(asc(organizations.name), asc(organizations.slug));
  const { countryChangedAt, ...shown } = user;
  return {
    ...shown,
    countryLockedUntil: countryLockedUntil(countryChangedAt, ctx.now)?.toISOString() ?? null,
    roles: user.roles as Me['roles'],
    organizations: memberships as Me['organizations'],
    createdAt: user.createdAt.toISOString(),
  };
}

/** The signed-in person's name; null when the account is gone. */
export async function getMyName(ctx: Ctx): Promise<string | null> {
  const { userId } = requireUser(ctx);
  const [user] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? null;
}

/** Where I am signed in, last used first. */
export async function listSessions(ctx: Ctx): Promise<Session[]> {
  const actor = requireUser(ctx);
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, actor.userId), isLive(ctx)))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(maxSessionsShown);
  return rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    isCurrent: row.id === actor.sessionId,
  }));
}
