import { findSessionActor } from '@/lib/accounts/sessions';
import type { Actor, Ctx } from '@/lib/context';
import { sessionIdOf } from './token';

/** Who asks: the person of the session cookie while that session lives, else anonymous. */
export async function actorOf(ctx: Ctx, headers: Headers): Promise<Actor> {
  const sessionId = await sessionIdOf(headers);
  const actor = sessionId && (await findSessionActor(ctx, sessionId));
  return actor || { kind: 'anonymous' };
}
