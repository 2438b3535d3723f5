import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { sessions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createSession, createUser, PASSWORD } from '@/tests/factories';
import { changePassword } from './change-password';
import { findSessionActor } from './sessions';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

const database = testDatabase();
const attempt = (email: string, password = PASSWORD, address: string = newId()) => ({
  email,
  password,
  address,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0',
});
const sessionsOf = (userId: string) => database.db.select().from(sessions).where(eq(sessions.userId, userId));

describe('signing in', () => {
  test('opens a session of 30 days, by an address in any case', async () => {
    const user = await createUser(database.db);
    const ctx = database.ctx();
    const signedIn = await signIn(ctx, attempt(` ${user.email.toUpperCase()} `, PASSWORD, '192.0.2.7'));
    expect(signedIn).toMatchObject({ userId: user.id, name: user.name });
    const [session] = await sessionsOf(user.id);
    expect(session).toMatchObject({ id: signedIn?.sessionId, address: '192.0.2.7', revokedAt: null });
    expect(session?.expiresAt).toEqual(new Date(ctx.now.getTime() + 30 * 86_400_000));
    expect(await findSessionActor(ctx, signedIn!.sessionId)).toEqual({
      kind: 'user',
      userId: user.id,
      sessionId: signedIn?.sessionId,
      roles: [],
      country: 'US',
    });
  });

  test('is refused alike for a wrong password, an unknown address, no password and a suspended or erased account', async () => {
    const user = await createUser(database.db);
    const users = [
      user,
      await createUser(database.db, { passwordHash: null }),
      await createUser(database.db, { suspendedAt: new Date() }),
      await createUser(database.db, { erasedAt: new Date() }),
    ];
    expect(await signIn(database.ctx(), attempt(user.email, 'wrong horse'))).toBeNull();
    expect(await signIn(database.ctx(), attempt('nobody@example.com'))).toBeNull();
    for (const { email } of users.slice(1)) expect(await signIn(database.ctx(), attempt(email))).toBeNull();
    for (const { id } of users) expect(await sessionsOf(id)).toHaveLength(0);
  });

  test.each([
    ['NUL', 'a\0b@example.com', 'x'],
    ['10 kB', `${'a'.repeat(10_000)}@example.com`, 'x'.repeat(10_000)],
    ['emoji', '😀@example.com', '😀😀😀😀😀😀'],
    ['right-to-left', '\u202eada@example.com', '\u202eabcdefghij'],
    ['SQL', `' or 1=1 --@example.com`, `' or '1'='1`],
    ['nothing', '', ''],
    ['a lone surrogate', 'ada@example.com', '\ud800'],
  ])('is refused for %s', async (_, email, password) => {
    expect(await signIn(database.ctx(), attempt(email, password))).toBeNull();
  });

  test('an address that only looks like another account’s is not it', async () => {
    const user = await createUser(database.db, { email: 'kim@example.com' });
    expect(await signIn(database.ctx(), attempt('\u212aim@example.com'))).toBeNull();
    expect(await sessionsOf(user.id)).toHaveLength(0);
  });

  test('is tried ten times a minute per account, from wherever, in whatever case', async () => {
    const user = await createUser(database.db);
    for (let i = 0; i < 10; i += 1) {
      expect(await signIn(database.ctx(), attempt(i % 2 ? user.email : user.email.toUpperCase(), 'wrong'))).toBeNull();
    }
    await expect(signIn(database.ctx(), attempt(user.email))).rejects.toMatchObject({
      code: 'rate_limited',
      extras: { retryAfterSeconds: expect.any(Number) },
    });
    expect(await sessionsOf(user.id)).toHaveLength(0);
  });

  test('is tried a hundred times a minute per client address', async () => {
    const address = newId();
    const one = (i: number) => signIn(database.ctx(), attempt(`\u00e9${i}@example.com`, 'x', address));
    for (let i = 0; i < 100; i += 1) expect(await one(i)).toBeNull();
    await expect(one(100)).rejects.toMatchObject({ code: 'rate_limited' });
  });

  test('in the browser of an open session ends that session', async () => {
    const before = await createActor(database.db);
    const ctx = database.ctx({ actor: before });
    expect(await findSessionActor(ctx, before.sessionId)).not.toBeNull();
    const user = await createUser(database.db);
    expect(await signIn(ctx, attempt(user.email))).not.toBeNull();
    expect(await findSessionActor(ctx, before.sessionId)).toBeNull();
  });

  test('with a password that is being changed leaves no session behind', async () => {
    for (let round = 0; round < 5; round += 1) {
      const user = await createUser(database.db);
      const own = await createSession(database.db, user);
      const actor = { kind: 'user', userId: user.id, sessionId: own.id, roles: [], country: 'US' } as const;
      const change = changePassword(database.ctx({ actor }), {
        currentPassword: PASSWORD,
        newPassword: 'another long phrase',
      });
      await Promise.all([change, ...[1, 2, 3, 4].map(() => signIn(database.ctx(), attempt(user.email)))]);
      const live = (await sessionsOf(user.id)).filter((session) => session.revokedAt === null);
      expect(live.map((session) => session.id)).toEqual([own.id]);
    }
  });
});

describe('signing out', () => {
  test('ends this session and no other, and twice does no harm', async () => {
    const actor = await createActor(database.db);
    const other = await createSession(database.db, { id: actor.userId });
    const ctx = database.ctx({ actor });
    await signOut(ctx);
    await signOut(ctx);
    expect(await findSessionActor(ctx, actor.sessionId)).toBeNull();
    expect(await findSessionActor(ctx, other.id)).not.toBeNull();
  });

  test('needs a session', async () => {
    await expect(signOut(database.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
