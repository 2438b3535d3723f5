import { and, eq, isNull } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { keepOtherAdmins, lastAdmin } from './last-admin';
import { personColumns, toPerson } from './list-users';
import type { Person, UpdateUserBody } from './schema';
import { forgetSessionsOf } from './session-cache';
import { endSessions } from './sessions';

type Change = UpdateUserBody & { id: string };

/**
 * Gives and takes roles, suspends (which ends every session) and restores an account, all or nothing and audited; what
 * is so already is no change. For admins: throws 401, 403 `role_required`, 404 `not_found`, 409 `last_admin`,
 * 409 `own_account` when admins suspend themselves.
 */
export async function updateUser(ctx: Ctx, { id, roles, suspended, reason }: Change): Promise<Person> {
  const actor = requireRole(ctx, 'admin');
  if (suspended && id === actor.userId) {
    throw new AppError('conflict', 'own_account', { detail: 'You cannot suspend yourself.' });
  }
  const person = await inTransaction(ctx, async (ctx) => {
    // Before the row itself: everybody locks the admins first, in the same order.
    const mayLose = suspended || (roles && !roles.includes('admin'));
    const hasOthers = !mayLose || (await keepOtherAdmins(ctx, id));
    const before = await lockUser(ctx, id);
    const after = {
      roles: roles ? [...roles].sort() : before.roles,
      suspendedAt: suspended === undefined ? before.suspendedAt : suspended ? (before.suspendedAt ?? ctx.now) : null,
    };
    if (!hasOthers && isAdmin(before) && !isAdmin(after)) throw lastAdmin();
    const entries = entriesOf(before, after);
    if (entries.length > 0) await ctx.db.update(users).set(after).where(eq(users.id, id));
    if (suspended) await endSessions(ctx, eq(sessions.userId, id));
    for (const { action, changes } of entries) {
      await appendAudit(ctx, { action, subjectType: 'user', subjectId: id, changes, ...(reason ? { reason } : {}) });
    }
    return toPerson({ ...before, ...after });
  });
  forgetSessionsOf(id);
  return person;
}

async function lockUser(ctx: Ctx & { db: Tx }, id: string) {
  const [user] = await ctx.db
    .select(personColumns)
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)))
    .for('update');
  if (!user) throw new AppError('not_found', 'not_found', { detail: 'There is no such account.' });
  return user;
}

type State = { roles: string[]; suspendedAt: Date | null };

const isAdmin = ({ roles, suspendedAt }: State) => roles.includes('admin') && suspendedAt === null;

function entriesOf(before: State, after: State) {
  const entries: { action: string; changes: Record<string, unknown> }[] = [];
  const lacks = (of: State) => (role: string) => !of.roles.includes(role);
  const roles = { roles: { from: before.roles, to: after.roles } };
  if (after.roles.some(lacks(before))) entries.push({ action: 'user.role_granted', changes: roles });
  if (before.roles.some(lacks(after))) entries.push({ action: 'user.role_revoked', changes: roles });
  const isSuspended = after.suspendedAt !== null;
  if (isSuspended !== (before.suspendedAt !== null)) {
    const changes = { suspended: { from: !isSuspended, to: isSuspended } };
    entries.push({ action: isSuspended ? 'user.suspended' : 'user.restored', changes });
  }
  return entries;
}
