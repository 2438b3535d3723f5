import { findSessionActor } from '@/lib/accounts/sessions';
import type { Actor, Ctx } from '@/lib/context';
import { requestScope } from '@/lib/request-scope';
import { sessionIdOf } from './token';

/** Who asks: the person of the session cookie while that session lives, else anonymous. The log line names them. */
export async function actorOf(ctx: Ctx, headers: Headers): Promise<Actor> {
  const sessionId = await sessionIdOf(headers);
  const actor = sessionId ? await findSessionActor(ctx, sessionId) : null;
  if (!actor) return { kind: 'anonymous' };
  const scope = requestScope();
  if (scope) scope.userId = actor.userId;
  return actor;
}
