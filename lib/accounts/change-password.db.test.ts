import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { sessions, users } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { createActor, createSession, PASSWORD } from '@/tests/factories';
import { changePassword } from './change-password';
import { verifyPassword } from './password';
import { findSessionActor } from './sessions';

const database = testDatabase();
const newPassword = 'another long phrase';
const hashOf = async (id: string) =>
  (await database.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, id)))[0]?.hash ?? null;
const liveSessionsOf = (id: string) =>
  database.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));

describe('changing the password', () => {
  test('ends every other session at once and keeps this one', async () => {
    const actor = await createActor(database.db);
    const stranger = await createActor(database.db);
    const other = await createSession(database.db, { id: actor.userId });
    const ctx = database.ctx({ actor });
    expect(await findSessionActor(ctx, other.id)).not.toBeNull();
    await changePassword(ctx, { currentPassword: PASSWORD, newPassword });
    expect(await findSessionActor(ctx, other.id)).toBeNull();
    expect(await findSessionActor(ctx, actor.sessionId)).not.toBeNull();
    expect(await findSessionActor(ctx, stranger.sessionId)).not.toBeNull();
    expect(await verifyPassword(await hashOf(actor.userId), newPassword)).toBe(true);
    const jobs =
      await database.sql`select data->'payload' as payload from pgboss.job where name = 'account.password_changed'`;
    expect(jobs.map((job) => job.payload)).toContainEqual({ userId: actor.userId });
  });

  test('without the present password changes nothing, and cannot be guessed', async () => {
    const actor = await createActor(database.db);
    await createSession(database.db, { id: actor.userId });
    const before = await hashOf(actor.userId);
    const guess = () => changePassword(database.ctx({ actor }), { currentPassword: 'wrong horse', newPassword });
    for (let i = 0; i < 10; i += 1) {
      await expect(guess()).rejects.toMatchObject({ kind: 'forbidden', code: 'wrong_password' });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await hashOf(actor.userId)).toBe(before);
    expect(await liveSessionsOf(actor.userId)).toHaveLength(2);
  });

  test('to a common one is refused', async () => {
    const actor = await createActor(database.db);
    const change = changePassword(database.ctx({ actor }), { currentPassword: PASSWORD, newPassword: 'password123' });
    await expect(change).rejects.toMatchObject({
      code: 'password_too_common',
      extras: { errors: [{ path: 'newPassword' }] },
    });
  });

  test('twice at once happens once', async () => {
    const actor = await createActor(database.db);
    const change = (password: string) =>
      changePassword(database.ctx({ actor }), { currentPassword: PASSWORD, newPassword: password });
    const results = await Promise.allSettled([change('the first new phrase'), change('the second new phrase')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = results[0]?.status === 'fulfilled' ? 'the first new phrase' : 'the second new phrase';
    expect(await verifyPassword(await hashOf(actor.userId), won)).toBe(true);
  });

  test('is for people who are signed in and have a password', async () => {
    const input = { currentPassword: PASSWORD, newPassword };
    await expect(changePassword(database.ctx(), input)).rejects.toMatchObject({ code: 'not_signed_in' });
    const actor = await createActor(database.db, { passwordHash: null });
    await expect(changePassword(database.ctx({ actor }), input)).rejects.toMatchObject({ code: 'wrong_password' });
    expect(await hashOf(actor.userId)).toBeNull();
  });

  test('keeps emoji, NUL and 200 characters as they are', async () => {
    for (const password of ['😀'.repeat(10), '\0\0\0\0\0\0\0\0\0\0', 'ü'.repeat(200)]) {
      const actor = await createActor(database.db);
      await changePassword(database.ctx({ actor }), { currentPassword: PASSWORD, newPassword: password });
      expect(await verifyPassword(await hashOf(actor.userId), password)).toBe(true);
    }
  });
});
