import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, oneTimeTokens, users } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createUser } from '@/tests/factories';
import { createAdmin } from './create-admin';
import { requireLink } from './one-time-links';
import { verifyPassword } from './password';
import { findSessionActor } from './sessions';
import { setPassword } from './set-password';

const database = testDatabase();
const newPassword = 'a phrase for admins';
const operator = (now = new Date()) => database.ctx({ actor: { kind: 'system', job: 'admin-create' }, now });
const newEmail = () => `${newId()}@example.com`;
const rowOf = async (id: string) => (await database.db.select().from(users).where(eq(users.id, id)))[0];
const auditOf = (id: string) => database.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
const linkInvalid = { kind: 'not_found', code: 'link_invalid' };

describe('making an admin', () => {
  test('creates an account that nobody can sign in to before the link was used', async () => {
    const email = newEmail();
    const { userId, isNewAccount, token } = await createAdmin(operator(), { email: ` ${email.toUpperCase()}` });
    expect(isNewAccount).toBe(true);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await rowOf(userId)).toMatchObject({ email, roles: ['admin'], passwordHash: null, country: 'US' });
    expect(await auditOf(userId)).toMatchObject([
      { action: 'user.role_granted', actorKind: 'system', changes: { roles: { from: [], to: ['admin'] } } },
    ]);
  });

  test('keeps nothing of the link but its hash', async () => {
    const { userId, token, expiresAt } = await createAdmin(operator(), { email: newEmail() });
    const [row] = await database.db.select().from(oneTimeTokens).where(eq(oneTimeTokens.userId, userId));
    expect(row).toMatchObject({ tokenHash: createHash('sha256').update(token).digest('hex'), usedAt: null, expiresAt });
    expect(JSON.stringify(await auditOf(userId))).not.toContain(token);
  });

  test('of somebody who has an account adds the role, and again adds nothing but a link', async () => {
    const actor = await createActor(database.db, { roles: ['moderator'] });
    const before = await rowOf(actor.userId);
    expect(await findSessionActor(database.ctx(), actor.sessionId)).toMatchObject({ roles: ['moderator'] });
    const first = await createAdmin(operator(), { email: before!.email.toUpperCase() });
    expect(first).toMatchObject({ userId: actor.userId, isNewAccount: false });
    expect(await findSessionActor(database.ctx(), actor.sessionId)).toMatchObject({ roles: ['moderator', 'admin'] });
    const second = await createAdmin(operator(), { email: before!.email });
    expect(await rowOf(actor.userId)).toEqual({ ...before, roles: ['moderator', 'admin'] });
    await expect(requireLink(database.ctx(), 'set_password', first.token)).rejects.toMatchObject(linkInvalid);
    expect(await requireLink(database.ctx(), 'set_password', second.token)).toMatchObject({ email: before?.email });
  });

  test('twice at once makes one account', async () => {
    const email = newEmail();
    const admins = await Promise.all([1, 2, 3].map(() => createAdmin(operator(), { email })));
    expect(new Set(admins.map((admin) => admin.userId)).size).toBe(1);
    expect(admins.filter((admin) => admin.isNewAccount)).toHaveLength(1);
  });

  test('is for the operator only, not even for admins', async () => {
    const email = newEmail();
    const actor = await createActor(database.db, { roles: ['admin'] });
    for (const ctx of [database.ctx(), database.ctx({ actor })]) {
      await expect(createAdmin(ctx, { email })).rejects.toMatchObject({ kind: 'forbidden', code: 'operator_only' });
    }
    expect(await database.db.select().from(users).where(eq(users.email, email))).toEqual([]);
  });

  test('of a suspended account is refused', async () => {
    const user = await createUser(database.db, { suspendedAt: new Date() });
    await expect(createAdmin(operator(), { email: user.email })).rejects.toMatchObject({ code: 'account_unusable' });
    expect((await rowOf(user.id))?.roles).toEqual([]);
  });
});

describe('a one-time link', () => {
  test('sets a password once, ends every session, and is on record', async () => {
    const actor = await createActor(database.db);
    const { token } = await createAdmin(operator(), { email: (await rowOf(actor.userId))!.email });
    await findSessionActor(database.ctx(), actor.sessionId);
    await setPassword(database.ctx(), { token, newPassword });
    expect(await verifyPassword((await rowOf(actor.userId))!.passwordHash, newPassword)).toBe(true);
    expect(await findSessionActor(database.ctx(), actor.sessionId)).toBeNull();
    expect((await auditOf(actor.userId)).map((row) => row.action)).toContain('user.password_set');
    const again = setPassword(database.ctx(), { token, newPassword: 'a phrase for thieves' });
    await expect(again).rejects.toMatchObject(linkInvalid);
    await expect(requireLink(database.ctx(), 'set_password', token)).rejects.toMatchObject(linkInvalid);
    expect(await verifyPassword((await rowOf(actor.userId))!.passwordHash, newPassword)).toBe(true);
  });

  test('used twice at once works once', async () => {
    const { userId, token } = await createAdmin(operator(), { email: newEmail() });
    const phrases = ['the first new phrase', 'the second new phrase', 'the third new phrase'];
    const results = await Promise.allSettled(
      phrases.map((phrase) => setPassword(database.ctx(), { token, newPassword: phrase })),
    );
    const won = results.findIndex((result) => result.status === 'fulfilled');
    for (const [i, result] of results.entries()) {
      if (i !== won) expect(result).toMatchObject({ status: 'rejected', reason: linkInvalid });
    }
    expect(await verifyPassword((await rowOf(userId))!.passwordHash, phrases[won]!)).toBe(true);
  });

  test('works for 24 hours', async () => {
    const ctx = operator();
    const { token, expiresAt } = await createAdmin(ctx, { email: newEmail() });
    expect(expiresAt.getTime() - ctx.now.getTime()).toBe(86_400_000);
    const late = database.ctx({ now: expiresAt });
    await expect(setPassword(late, { token, newPassword })).rejects.toMatchObject(linkInvalid);
  });

  test('survives a password that is refused', async () => {
    const { token } = await createAdmin(operator(), { email: newEmail() });
    const common = setPassword(database.ctx(), { token, newPassword: '1234567890' });
    await expect(common).rejects.toMatchObject({ code: 'password_too_common' });
    await setPassword(database.ctx(), { token, newPassword });
  });

  test.each(['', 'x'.repeat(43), '\0', '😀', "' or 1=1 --", 'x'.repeat(10_000)])(
    'that was never made is invalid: %s',
    async (token) => {
      await expect(requireLink(database.ctx(), 'set_password', token)).rejects.toMatchObject(linkInvalid);
      await expect(setPassword(database.ctx(), { token, newPassword })).rejects.toMatchObject(linkInvalid);
    },
  );
});
