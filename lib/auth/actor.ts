import { findKeyActor } from '@/lib/accounts/organizations/keys';
import { findSessionActor } from '@/lib/accounts/sessions';
import type { Actor, Ctx, KeyActor } from '@/lib/context';
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

/** The organisation's key that a request carries. Other tokens are not ours: proxies in front of a store send them. */
export const keyIn = (headers: Headers): string | null =>
  /^bearer +(pk_\S*) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;

/** Whom it acts for; throws 401 `key_invalid`. */
export const keyActorOf = (ctx: Ctx, key: string): Promise<KeyActor> => findKeyActor(ctx, key);
