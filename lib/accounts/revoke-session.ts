import { and, eq } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { forgetSessions } from './session-cache';
import { endSessions } from './sessions';

/** Ends one of my live sessions. Throws 404 `not_found` for anything else, other people's sessions too. */
export async function revokeSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { userId } = requireUser(ctx);
  const ended = await endSessions(ctx, and(eq(sessions.id, id), eq(sessions.userId, userId)));
  if (ended.length === 0) throw new AppError('not_found', 'not_found', { detail: 'You have no such session.' });
  forgetSessions(ended);
}
