import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

/** Ends all my sessions, the one that asks too. */
export async function revokeSessions(ctx: Ctx): Promise<void> {
  const { userId } = requireUser(ctx);
  await endSessions(ctx, eq(sessions.userId, userId));
  forgetSessionsOf(userId);
}
