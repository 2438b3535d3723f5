import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { forgetSessions } from './session-cache';
import { endSessions } from './sessions';

/** Ends the session that asks. Throws 401 `not_signed_in`. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { sessionId } = requireUser(ctx);
  await endSessions(ctx, eq(sessions.id, sessionId));
  forgetSessions([sessionId]);
}
