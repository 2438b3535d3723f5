import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, sessions, users } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createSession, createUser } from '@/tests/factories';
import { findSessionActor } from './sessions';
import { updateUser } from './update-user';

const database = testDatabase();

const rowOf = async (id: string) => (await database.db.select().from(users).where(eq(users.id, id)))[0];
const entriesOf = (id: string) =>
  database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectType, 'user'), eq(auditLog.subjectId, id)))
    .orderBy(auditLog.sequence);

async function asAdmin(): Promise<Ctx & { adminId: string }> {
  const actor = await createActor(database.db, { roles: ['admin'] });
  return { ...database.ctx({ actor }), adminId: actor.userId };
}

async function onlyAdmins(count: number) {
  await database.db.update(users).set({ roles: [] });
  return Promise.all(Array.from({ length: count }, asAdmin));
}

describe('roles', () => {
  test('given and taken hold at the next request, on record, once', async () => {
    const admin = await asAdmin();
    const person = await createActor(database.db);
    expect(await findSessionActor(database.ctx(), person.sessionId)).toMatchObject({ roles: [] });
    const made = await updateUser(admin, { id: person.userId, roles: ['moderator'] });
    expect(made).toMatchObject({ id: person.userId, roles: ['moderator'], suspendedAt: null });
    expect(await findSessionActor(database.ctx(), person.sessionId)).toMatchObject({ roles: ['moderator'] });
    await updateUser(admin, { id: person.userId, roles: ['moderator'] });
    await updateUser(admin, { id: person.userId, roles: ['admin'] });
    expect(await entriesOf(person.userId)).toMatchObject([
      { action: 'user.role_granted', actorId: admin.adminId, changes: { roles: { from: [], to: ['moderator'] } } },
      { action: 'user.role_granted', changes: { roles: { from: ['moderator'], to: ['admin'] } } },
      { action: 'user.role_revoked', changes: { roles: { from: ['moderator'], to: ['admin'] } } },
    ]);
  });

  test('the last admin stays one, whoever asks', async () => {
    const [admin] = await onlyAdmins(1);
    if (!admin) throw new Error('no admin');
    const suspended = await createUser(database.db, { roles: ['admin'], suspendedAt: new Date() });
    await expect(updateUser(admin, { id: admin.adminId, roles: [] })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'last_admin',
    });
    expect((await rowOf(admin.adminId))?.roles).toEqual(['admin']);
    // Somebody suspended runs no store, and can lose the role.
    expect(await updateUser(admin, { id: suspended.id, roles: [] })).toMatchObject({ roles: [] });
  });

  test('of two admins who remove each other at once one stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = await onlyAdmins(2);
      if (!one || !two) throw new Error('no admins');
      const outcomes = await Promise.allSettled([
        updateUser(one, { id: two.adminId, roles: [] }),
        updateUser(two, { id: one.adminId, suspended: true, reason: 'a quarrel' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last_admin' } });
    }
  });

  test('three admins who all step down at once leave one', async () => {
    const admins = await onlyAdmins(3);
    const outcomes = await Promise.allSettled(
      admins.map((admin) => updateUser(admin, { id: admin.adminId, roles: [] })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const left = await Promise.all(admins.map(({ adminId }) => rowOf(adminId)));
    expect(left.filter((row) => row?.roles.includes('admin'))).toHaveLength(1);
  });
});

describe('suspending', () => {
  test('ends every session at once and keeps the reason; restoring brings no session back', async () => {
    const admin = await asAdmin();
    const person = await createActor(database.db, { roles: ['moderator'] });
    const other = await createSession(database.db, { id: person.userId });
    for (const id of [person.sessionId, other.id]) expect(await findSessionActor(database.ctx(), id)).not.toBeNull();
    const change = { id: person.userId, suspended: true, reason: 'Sold stolen apps.' };
    const suspended = await updateUser(admin, change);
    expect(suspended).toMatchObject({ suspendedAt: admin.now.toISOString(), roles: ['moderator'] });
    for (const id of [person.sessionId, other.id]) expect(await findSessionActor(database.ctx(), id)).toBeNull();
    const later = { ...admin, now: new Date(admin.now.getTime() + 60_000) };
    expect(await updateUser(later, change)).toEqual(suspended);
    expect(await updateUser(later, { id: person.userId, suspended: false })).toMatchObject({ suspendedAt: null });
    expect(await findSessionActor(database.ctx(), person.sessionId)).toBeNull();
    const live = await database.db.select().from(sessions).where(eq(sessions.userId, person.userId));
    expect(live.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(await entriesOf(person.userId)).toMatchObject([
      { action: 'user.suspended', reason: 'Sold stolen apps.', changes: { suspended: { from: false, to: true } } },
      { action: 'user.restored', changes: { suspended: { from: true, to: false } } },
    ]);
  });

  test('twice at once is one suspension on record', async () => {
    const admin = await asAdmin();
    const person = await createUser(database.db);
    const change = { id: person.id, suspended: true, reason: 'Spam.' };
    await Promise.all([updateUser(admin, change), updateUser(admin, change), updateUser(admin, change)]);
    expect(await entriesOf(person.id)).toHaveLength(1);
  });

  test('is not for oneself', async () => {
    const admin = await asAdmin();
    await asAdmin();
    const change = { id: admin.adminId, suspended: true, reason: 'Tired.' };
    await expect(updateUser(admin, change)).rejects.toMatchObject({ code: 'own_account' });
    expect((await rowOf(admin.adminId))?.suspendedAt).toBeNull();
  });
});

test('nobody but an admin changes anybody', async () => {
  const person = await createUser(database.db);
  const before = await rowOf(person.id);
  const moderator = await createActor(database.db, { roles: ['moderator'] });
  const self = await createActor(database.db);
  for (const [actor, id] of [
    [moderator, person.id],
    [moderator, moderator.userId],
    [self, self.userId],
  ] as const) {
    const change = { id, roles: ['admin' as const] };
    await expect(updateUser(database.ctx({ actor }), change)).rejects.toMatchObject({ code: 'role_required' });
  }
  await expect(updateUser(database.ctx(), { id: person.id, roles: ['admin'] })).rejects.toMatchObject({
    code: 'not_signed_in',
  });
  expect(await rowOf(person.id)).toEqual(before);
  expect((await rowOf(self.userId))?.roles).toEqual([]);
});

test('an account that is erased or never was is not found', async () => {
  const admin = await asAdmin();
  const erased = await createUser(database.db, { erasedAt: new Date() });
  for (const id of [erased.id, newId()]) {
    await expect(updateUser(admin, { id, roles: ['moderator'] })).rejects.toMatchObject({ kind: 'not_found' });
  }
  expect((await rowOf(erased.id))?.roles).toEqual([]);
});
