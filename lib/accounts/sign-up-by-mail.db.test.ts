import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { POST as accounts } from '@/app/api/v1/accounts/route';
import { POST as verifications } from '@/app/api/v1/verifications/[token]/route';
import { sessions, users } from '@/db/schema';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { createUser, PASSWORD } from '@/tests/factories';
import { startMailServer, tokenIn } from '@/tests/mail-server';
import { visitor } from '@/tests/visitor';
import { type RunningWorker, runWorker } from '@/worker/index';
import { setPassword } from './set-password';
import { signIn } from './sign-in';
import { signUp } from './sign-up';
import { verifyEmail } from './verify-email';

const server = await startMailServer();
vi.stubEnv('SMTP_URL', server.url);
vi.stubEnv('MAIL_FROM', 'store@example.com');

const database = testDatabase();
const linkInvalid = { kind: 'not_found', code: 'link_invalid' };
const newAddress = () => `${newId()}@example.com`;
const person = (email = newAddress()) => ({
  email,
  password: PASSWORD,
  name: 'Ada',
  country: 'GB',
  address: newId(),
});
const enter = (email: string, password = PASSWORD, now = new Date()) =>
  signIn(database.ctx({ now }), { email, password, address: newId(), userAgent: 'test/1' });
const rowOf = async (email: string) => (await database.db.select().from(users).where(eq(users.email, email)))[0];
const lettersTo = (email: string) =>
  database.sql`select kind, subject, body, user_id from mails where recipient = ${email} order by created_at, id`;
const tokenFor = async (email: string) => tokenIn((await lettersTo(email)).at(-1)?.body);

afterAll(() => server.close());

describe('signing up where letters leave the store', () => {
  test('answers with nothing, and the account is of use once its address is confirmed', async () => {
    const given = person();
    expect(await signUp(database.ctx(), given)).toBeNull();
    expect(await lettersTo(given.email)).toMatchObject([{ kind: 'verify_email' }]);
    await expect(enter(given.email)).rejects.toMatchObject({ kind: 'forbidden', code: 'email_unverified' });
    const { id } = (await rowOf(given.email))!;
    expect(await database.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    await verifyEmail(database.ctx(), await tokenFor(given.email));
    expect((await rowOf(given.email))?.emailVerifiedAt).not.toBeNull();
    expect(await enter(given.email)).toMatchObject({ userId: id });
  });

  test('answers alike, in the same time, for an address that has an account, whose owner is told by letter', async () => {
    const known = await createUser(database.db, { emailVerifiedAt: new Date() });
    const before = await rowOf(known.email);
    const client = visitor();
    const post = async (email: string) => {
      const begin = performance.now();
      const json = { email, password: 'quite another phrase', name: 'Eve', country: 'GB' };
      const answer = await client.call(accounts, 'POST', '/api/v1/accounts', { json });
      return {
        ms: performance.now() - begin,
        answer: { status: answer.status, body: await answer.text(), headers: [...answer.headers] },
      };
    };
    const [unknown, owned] = [await post(newAddress()), await post(known.email)];
    expect(unknown.answer).toMatchObject({ status: 202, body: '' });
    expect(owned.answer).toEqual(unknown.answer);
    // Far longer than the work takes.
    for (const { ms } of [unknown, owned]) expect(ms).toBeGreaterThan(295);
    expect(await rowOf(known.email)).toEqual(before);
    const [letter] = await lettersTo(known.email);
    expect(letter).toMatchObject({ kind: 'reset_password', user_id: known.id });
    expect(letter?.subject).toContain('already have an account');
    expect(letter?.body).not.toContain('Eve');
  });

  test('with a suspended account’s address answers alike and sends nothing', async () => {
    const known = await createUser(database.db, { suspendedAt: new Date() });
    expect(await signUp(database.ctx(), person(known.email))).toBeNull();
    expect(await lettersTo(known.email)).toEqual([]);
  });

  test('of several at once for one address one makes the account, and all answer alike', async () => {
    const given = person();
    const answers = await Promise.all([1, 2, 3].map(() => signUp(database.ctx(), given)));
    expect(answers).toEqual([null, null, null]);
    expect((await lettersTo(given.email)).map((letter) => letter.kind).sort()).toEqual([
      'reset_password',
      'reset_password',
      'verify_email',
    ]);
  });

  test('does not fill anybody’s mailbox', async () => {
    const known = await createUser(database.db, { emailVerifiedAt: new Date() });
    for (let i = 0; i < 8; i += 1) expect(await signUp(database.ctx(), person(known.email))).toBeNull();
    expect(await lettersTo(known.email)).toHaveLength(5);
  });

  test('with the address of somebody else gives no way in: who owns it takes the account by its letter', async () => {
    const email = newAddress();
    await signUp(database.ctx(), { ...person(email), password: 'what mallory chose' });
    await signUp(database.ctx(), person(email));
    const owner = await tokenFor(email);
    await setPassword(database.ctx(), { token: owner, newPassword: 'what the owner chose' });
    expect((await rowOf(email))?.emailVerifiedAt).not.toBeNull();
    expect(await enter(email, 'what mallory chose')).toBeNull();
    expect(await enter(email, 'what the owner chose')).not.toBeNull();
  });
});

describe('an unconfirmed address', () => {
  test('is told only to who knows the password, with a new letter at most every five minutes', async () => {
    const given = person();
    await signUp(database.ctx(), given);
    const first = await tokenFor(given.email);
    expect(await enter(given.email, 'not the password')).toBeNull();
    for (let i = 0; i < 2; i += 1) await expect(enter(given.email)).rejects.toMatchObject({ code: 'email_unverified' });
    expect(await lettersTo(given.email)).toHaveLength(1);
    const later = new Date(Date.now() + 301_000);
    await expect(enter(given.email, PASSWORD, later)).rejects.toMatchObject({ code: 'email_unverified' });
    expect(await lettersTo(given.email)).toHaveLength(2);
    await expect(verifyEmail(database.ctx(), first)).rejects.toMatchObject(linkInvalid);
    await verifyEmail(database.ctx(), await tokenFor(given.email));
    expect(await enter(given.email)).not.toBeNull();
  });

  test('keeps no demo person out, who has no mailbox', async () => {
    const { email } = await createUser(database.db, { isDemo: true });
    expect(await enter(email)).not.toBeNull();
  });

  test('answers 403 with a sentence for people', async () => {
    const { email } = await createUser(database.db);
    const answer = await visitor().signIn(email, PASSWORD);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'email_unverified', detail: expect.stringContaining('letter') });
  });
});

describe('a link that confirms an address', () => {
  test('works once, of two at once for one', async () => {
    const given = person();
    await signUp(database.ctx(), given);
    const token = await tokenFor(given.email);
    const post = () => visitor().call(verifications, 'POST', `/api/v1/verifications/${token}`, { params: { token } });
    const answers = await Promise.all([post(), post(), post()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 404, 404]);
  });

  test('works for 24 hours and for nothing else', async () => {
    const given = person();
    await signUp(database.ctx(), given);
    const token = await tokenFor(given.email);
    const late = database.ctx({ now: new Date(Date.now() + 86_400_000) });
    await expect(verifyEmail(late, token)).rejects.toMatchObject(linkInvalid);
    await expect(setPassword(database.ctx(), { token, newPassword: 'a phrase of mine' })).rejects.toMatchObject(
      linkInvalid,
    );
    expect((await rowOf(given.email))?.emailVerifiedAt).toBeNull();
    await verifyEmail(database.ctx(), token);
  });

  test.each(['', 'x'.repeat(43), '\0', "' or 1=1 --"])('that was never made is invalid: %s', async (token) => {
    await expect(verifyEmail(database.ctx(), token)).rejects.toMatchObject(linkInvalid);
  });
});

describe('with the worker at work', () => {
  let worker: RunningWorker;
  beforeAll(async () => {
    worker = runWorker({ db: database.db, databaseUrl: database.url, log: logger() });
    await worker.ready;
  });
  afterAll(() => worker.stop());

  test('a person signs up, opens the link in the letter, and is in', async () => {
    const given = person();
    await signUp(database.ctx(), given);
    await vi.waitFor(() => expect(server.to(given.email)).toHaveLength(1), { timeout: 15_000, interval: 50 });
    const [letter] = server.to(given.email);
    expect(letter?.text).toContain('http://localhost:3000/verify/');
    await verifyEmail(database.ctx(), tokenIn(letter?.text));
    expect(await enter(given.email)).not.toBeNull();
  });
});
