import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sessions } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { deviceOf } from './device';
import { notify } from './notify';

const mostRemembered = 100;

/** Tells a person of a sign-in with a kind of device that none of their sessions had; not of the very first one. */
export async function tellOfNewDevice(ctx: Ctx & { db: Tx }, userId: string, userAgent: string): Promise<void> {
  const known = await ctx.db
    .select({ userAgent: sessions.userAgent })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastUsedAt))
    .limit(mostRemembered);
  const device = deviceOf(userAgent);
  if (known.length === 0 || known.some((session) => deviceOf(session.userAgent) === device)) return;
  await notify(ctx, { userId, kind: 'signed_in_elsewhere', data: { device }, href: '/account#sessions' });
}
