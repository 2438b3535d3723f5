import { requireDb } from './database';
import type { Db, Tx } from '@/db/client';
import { now } from './clock';
import { AppError } from './errors';
import { newId } from './ids';
import { type Logger, logger } from './logger';
import { requestScope } from './request-scope';

export type Role = 'moderator' | 'admin';

export type UserActor = { kind: 'user'; userId: string; sessionId: string; roles: readonly Role[]; country: string };

/** A program that acts for an organisation, within its key's scopes. */
export type KeyActor = { kind: 'api_key'; keyId: string; organizationId: string; scopes: readonly KeyScope[] };

export type KeyScope = 'read' | 'listing' | 'respond' | 'release';

export type Actor = UserActor | KeyActor | { kind: 'system'; job: string } | { kind: 'anonymous' };

/** First argument of every command and query. */
export type Ctx = { db: Db | Tx; actor: Actor; now: Date; requestId: string; log: Logger };

/** Context of work that nobody asked for by request: jobs, handlers, scripts. */
export function systemContext(job: string, overrides: Partial<Ctx> = {}): Ctx {
  const requestId = newId();
  return {
    db: requireDb(),
    actor: { kind: 'system', job },
    now: now(),
    requestId,
    log: logger().child({ requestId, job }),
    ...overrides,
  };
}

/** Context of the request that is running, nobody's until lib/auth says whose it is. */
export function requestContext(): Ctx {
  const requestId = requestScope()?.requestId ?? newId();
  return {
    db: requireDb(),
    actor: { kind: 'anonymous' },
    now: now(),
    requestId,
    log: logger().child({ requestId }),
  };
}

const afterCommits = new WeakMap<object, ((db: Db) => void)[]>();

/** Runs `fn` in a transaction, joining the one that is open. */
export async function inTransaction<T>(ctx: Ctx, fn: (ctx: Ctx & { db: Tx }) => Promise<T>): Promise<T> {
  const { db } = ctx;
  if ('rollback' in db) return fn(ctx as Ctx & { db: Tx });
  const hints: ((db: Db) => void)[] = [];
  const result = await db.transaction((tx) => {
    afterCommits.set(tx, hints);
    return fn({ ...ctx, db: tx });
  });
  for (const hint of hints) hint(db);
  return result;
}

/**
 * Does something when the transaction has been committed, unless the process dies first: for hints that may be lost. Side
 * effects are events.
 */
export function afterCommit(tx: Tx, hint: (db: Db) => void): void {
  afterCommits.get(tx)?.push(hint);
}

/** The signed-in person; throws 401 `not_signed_in`. */
export function requireUser(ctx: Ctx): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('unauthenticated', 'not_signed_in', { detail: 'Sign in first.' });
  return ctx.actor;
}

/** The signed-in person if they hold the role (an admin holds every role); throws 401, 403 `role_required`. */
export function requireRole(ctx: Ctx, role: Role): UserActor {
  const actor = requireUser(ctx);
  if (!actor.roles.includes(role) && !actor.roles.includes('admin')) {
    throw new AppError('forbidden', 'role_required', { detail: `This needs the role ${role}.` });
  }
  return actor;
}
