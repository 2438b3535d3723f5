import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { POST as resets } from '@/app/api/v1/password-resets/route';
import { oneTimeTokens, sessions, users } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createUser } from '@/tests/factories';
import { tokenIn } from '@/tests/mail-server';
import { visitor } from '@/tests/visitor';
import { createAdmin } from './create-admin';
import { requireLink } from './one-time-links';
import { verifyPassword } from './password';
import { requestPasswordReset } from './request-password-reset';
import { findSessionActor } from './sessions';
import { setPassword } from './set-password';

const database = testDatabase();
const newPassword = 'a phrase that is new';
const linkInvalid = { kind: 'not_found', code: 'link_invalid' };
const ask = (email: string, address: string = newId(), now = new Date()) =>
  requestPasswordReset(database.ctx({ now }), { email, address });
const lettersTo = (email: string) =>
  database.sql`select kind, body, user_id from mails where recipient = ${email} order by created_at, id`;
const tokensFor = async (email: string) => (await lettersTo(email)).map((letter) => tokenIn(letter.body));
const openLinksOf = (userId: string) =>
  database.db
    .select()
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.userId, userId), isNull(oneTimeTokens.usedAt)));

describe('a forgotten password', () => {
  test('is replaced through the link in a letter, which ends every session and confirms the address', async () => {
    const actor = await createActor(database.db);
    const [user] = await database.db.select().from(users).where(eq(users.id, actor.userId));
    expect(await findSessionActor(database.ctx(), actor.sessionId)).not.toBeNull();
    await ask(` ${user!.email.toUpperCase()}`);
    expect(await lettersTo(user!.email)).toMatchObject([{ kind: 'reset_password', user_id: actor.userId }]);
    const [token = ''] = await tokensFor(user!.email);
    expect(await requireLink(database.ctx(), 'set_password', token)).toMatchObject({ email: user!.email });
    await setPassword(database.ctx(), { token, newPassword });
    const [after] = await database.db.select().from(users).where(eq(users.id, actor.userId));
    expect(await verifyPassword(after!.passwordHash, newPassword)).toBe(true);
    expect(after?.emailVerifiedAt).not.toBeNull();
    expect(await findSessionActor(database.ctx(), actor.sessionId)).toBeNull();
    const live = await database.db
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, actor.userId), isNull(sessions.revokedAt)));
    expect(live).toEqual([]);
    await expect(setPassword(database.ctx(), { token, newPassword })).rejects.toMatchObject(linkInvalid);
  });

  test('changes nothing until the link is used', async () => {
    const actor = await createActor(database.db);
    const [before] = await database.db.select().from(users).where(eq(users.id, actor.userId));
    await ask(before!.email);
    expect(await database.db.select().from(users).where(eq(users.id, actor.userId))).toEqual([before]);
    expect(await findSessionActor(database.ctx(), actor.sessionId)).not.toBeNull();
  });

  test('is asked for with the same answer, in the same time, for unknown, suspended and erased accounts', async () => {
    const emails = [
      (await createUser(database.db)).email,
      `${newId()}@example.com`,
      (await createUser(database.db, { suspendedAt: new Date() })).email,
      (await createUser(database.db, { erasedAt: new Date() })).email,
    ];
    const client = visitor();
    const answers: { ms: number; answer: unknown }[] = [];
    for (const email of emails) {
      const begin = performance.now();
      const answer = await client.call(resets, 'POST', '/api/v1/password-resets', { json: { email } });
      answers.push({
        ms: performance.now() - begin,
        answer: { status: answer.status, body: await answer.text(), headers: [...answer.headers] },
      });
    }
    expect(answers[0]?.answer).toMatchObject({ status: 202, body: '' });
    for (const { ms, answer } of answers) {
      expect(answer).toEqual(answers[0]?.answer);
      // Far longer than the work takes.
      expect(ms).toBeGreaterThan(295);
    }
    expect((await Promise.all(emails.map(lettersTo))).map((letters) => letters.length)).toEqual([1, 0, 0, 0]);
  });

  test('leaves one link that works, of several asked for one after the other or at once', async () => {
    const { id, email } = await createUser(database.db);
    await ask(email);
    await Promise.all([ask(email), ask(email), ask(email)]);
    const tokens = await tokensFor(email);
    expect(new Set(tokens).size).toBe(4);
    expect(await openLinksOf(id)).toHaveLength(1);
    const outcomes = await Promise.allSettled(
      tokens.map((token) => setPassword(database.ctx(), { token, newPassword })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('asked for while a link is being used does not block, and ends with one password and at most one link', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, email } = await createUser(database.db);
      await ask(email);
      const [token = ''] = await tokensFor(email);
      await Promise.allSettled([setPassword(database.ctx(), { token, newPassword }), ask(email)]);
      expect((await openLinksOf(id)).length).toBeLessThanOrEqual(1);
    }
  });

  test('has a link for 30 minutes', async () => {
    const now = new Date();
    const { email } = await createUser(database.db);
    await ask(email, newId(), now);
    const [token = ''] = await tokensFor(email);
    const at = (ms: number) => database.ctx({ now: new Date(now.getTime() + ms) });
    await requireLink(at(1_799_000), 'set_password', token);
    await expect(setPassword(at(1_800_000), { token, newPassword })).rejects.toMatchObject(linkInvalid);
  });

  test('of an admin has no link that was printed before the letter', async () => {
    const { email } = await createUser(database.db);
    const operator = database.ctx({ actor: { kind: 'system', job: 'admin-create' } });
    const { token } = await createAdmin(operator, { email });
    await ask(email);
    await expect(requireLink(database.ctx(), 'set_password', token)).rejects.toMatchObject(linkInvalid);
  });

  test('is asked for five times an hour per account, known or not, and twenty times per client address', async () => {
    const { email } = await createUser(database.db);
    for (const one of [email, `${newId()}@example.com`]) {
      for (let i = 0; i < 5; i += 1) await ask(i % 2 ? one : one.toUpperCase());
      await expect(ask(one)).rejects.toMatchObject({ code: 'rate_limited' });
    }
    expect(await lettersTo(email)).toHaveLength(5);
    const address = newId();
    await Promise.all(Array.from({ length: 20 }, () => ask(`${newId()}@example.com`, address)));
    await expect(ask(`${newId()}@example.com`, address)).rejects.toMatchObject({ code: 'rate_limited' });
  });

  test.each([
    ['no address', {}],
    ['an address that is none', { email: 'ada' }],
    ['another field', { email: 'ada@example.com', token: 'x' }],
    ['NUL', { email: 'a\0@example.com' }],
  ])('is not asked for with %s', async (_, json) => {
    expect((await visitor().call(resets, 'POST', '/api/v1/password-resets', { json })).status).toBe(400);
  });
});
