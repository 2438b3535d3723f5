import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { POST as signUp } from '@/app/api/v1/accounts/route';
import { PUT as changePassword } from '@/app/api/v1/me/password/route';
import { GET as getMe, PATCH as updateMe } from '@/app/api/v1/me/route';
import { DELETE as revokeSession } from '@/app/api/v1/me/sessions/[id]/route';
import { GET as listSessions, DELETE as revokeSessions } from '@/app/api/v1/me/sessions/route';
import { GET as getLink, PUT as setPassword } from '@/app/api/v1/password-resets/[token]/route';
import { sessions, users } from '@/db/schema';
import { createAdmin } from '@/lib/accounts/create-admin';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createUser, PASSWORD } from '@/tests/factories';
import { visitor, type Visitor } from '@/tests/visitor';

const database = testDatabase();
const body = (values: object = {}) => ({
  email: `${newId()}@example.com`,
  password: PASSWORD,
  name: 'Ada',
  country: 'gb',
  ...values,
});
const post = (client: Visitor, json: unknown) => client.call(signUp, 'POST', '/api/v1/accounts', { json });

async function signedIn() {
  const user = await createUser(database.db);
  const client = visitor();
  await client.signIn(user.email, PASSWORD);
  return { client, user };
}

async function expectProblem(response: Response, status: number, code: string) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code });
  expect(response.status).toBe(status);
}

describe('POST /accounts', () => {
  test('answers 201 with the account, which can sign in at once', async () => {
    const client = visitor();
    const json = body();
    const answer = await post(client, json);
    expect(answer.status).toBe(201);
    const me = await answer.json();
    expect(me).toMatchObject({ email: json.email, name: 'Ada', country: 'GB', roles: [], organizations: [] });
    expect((await client.signIn(json.email, PASSWORD)).status).toBe(200);
    expect(await (await client.call(getMe, 'GET', '/api/v1/me')).json()).toEqual(me);
  });

  test('twice at once answers 201 and 409', async () => {
    const json = body();
    const answers = await Promise.all([post(visitor(), json), post(visitor(), json)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    await expectProblem(answers.find((answer) => answer.status === 409)!, 409, 'email_taken');
  });

  test.each([
    ['an e-mail that is none', { email: 'ada' }, 'email'],
    ['an array', { email: ['ada@example.com'] }, 'email'],
    ['emoji in the e-mail', { email: '😀@example.com' }, 'email'],
    ['a 10 kB e-mail', { email: `${'a'.repeat(10_000)}@example.com` }, 'email'],
    ['NUL in the name', { name: 'a\0b' }, 'name'],
    ['right-to-left override in the name', { name: '\u202eadA' }, 'name'],
    ['a 10 kB name', { name: 'x'.repeat(10_000) }, 'name'],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['a short password', { password: 'short' }, 'password'],
    ['a password with NUL', { password: 'abcdefghij\0' }, 'password'],
    ['a 10 kB password', { password: 'x'.repeat(10_000) }, 'password'],
    ['no such country', { country: 'ZZ' }, 'country'],
    ['an unknown field', { roles: ['admin'] }, 'roles'],
    ['SQL for a country', { country: `'; DROP TABLE users; --` }, 'country'],
  ])('refuses %s', async (_, values, path) => {
    const answer = await post(visitor(), body(values));
    expect(answer.status).toBe(400);
    const { code, errors } = await answer.json();
    expect(code).toBe('invalid_request');
    expect(errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test('refuses a common password with the field’s name', async () => {
    const answer = await post(visitor(), body({ password: 'qwertyuiop' }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'password_too_common', errors: [{ path: 'password' }] });
  });
});

describe('my account', () => {
  test('is for people with a session', async () => {
    const calls = [
      visitor().call(getMe, 'GET', '/api/v1/me'),
      visitor().call(updateMe, 'PATCH', '/api/v1/me', { json: { name: 'x' } }),
      visitor().call(changePassword, 'PUT', '/api/v1/me/password', { json: {} }),
      visitor().call(listSessions, 'GET', '/api/v1/me/sessions'),
      visitor().call(revokeSessions, 'DELETE', '/api/v1/me/sessions'),
      visitor().call(revokeSession, 'DELETE', '/api/v1/me/sessions/x', { params: { id: newId() } }),
    ];
    for (const answer of await Promise.all(calls)) await expectProblem(answer, 401, 'not_signed_in');
  });

  test('changes only for requests of this site', async () => {
    const { client, user } = await signedIn();
    for (const origin of [null, 'https://evil.example', 'null']) {
      const options = { json: { name: 'Mallory' }, headers: { origin } };
      await expectProblem(await client.call(updateMe, 'PATCH', '/api/v1/me', options), 403, 'bad_origin');
      await expectProblem(
        await client.call(revokeSessions, 'DELETE', '/api/v1/me/sessions', { headers: { origin } }),
        403,
        'bad_origin',
      );
    }
    expect(await (await client.call(getMe, 'GET', '/api/v1/me')).json()).toMatchObject({ name: user.name });
  });

  test('names the day when the country may change again', async () => {
    const { client } = await signedIn();
    const patch = (country: string) => client.call(updateMe, 'PATCH', '/api/v1/me', { json: { country } });
    const { countryLockedUntil } = await (await patch('DE')).json();
    const answer = await patch('JP');
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'country_locked', countryLockedUntil });
  });

  test('gets a new password, and other browsers have to sign in again', async () => {
    const { client, user } = await signedIn();
    const other = visitor();
    await other.signIn(user.email, PASSWORD);
    const put = (currentPassword: string) =>
      client.call(changePassword, 'PUT', '/api/v1/me/password', {
        json: { currentPassword, newPassword: 'another long phrase' },
      });
    await expectProblem(await put('wrong horse'), 403, 'wrong_password');
    expect((await put(PASSWORD)).status).toBe(204);
    await expectProblem(await other.call(getMe, 'GET', '/api/v1/me'), 401, 'not_signed_in');
    expect((await client.call(getMe, 'GET', '/api/v1/me')).status).toBe(200);
    expect((await visitor().signIn(user.email, 'another long phrase')).status).toBe(200);
  });

  test('ends sessions: another of mine, never somebody else’s, and all with the cookie of this one', async () => {
    const { client, user } = await signedIn();
    await visitor().signIn(user.email, PASSWORD);
    const list = async () => (await (await client.call(listSessions, 'GET', '/api/v1/me/sessions')).json()).items;
    const other = (await list()).find((session: { isCurrent: boolean }) => !session.isCurrent);
    expect(await list()).toHaveLength(2);
    const end = (id: string) => client.call(revokeSession, 'DELETE', `/api/v1/me/sessions/${id}`, { params: { id } });
    expect((await end(other.id)).status).toBe(204);
    await expectProblem(await end(other.id), 404, 'not_found');
    const stranger = await createActor(database.db);
    const before = await database.db.select().from(sessions).where(eq(sessions.id, stranger.sessionId));
    for (const id of [stranger.sessionId, newId(), 'x', '..', '%00'])
      await expectProblem(await end(id), 404, 'not_found');
    expect(await database.db.select().from(sessions).where(eq(sessions.id, stranger.sessionId))).toEqual(before);
    const ended = await client.call(revokeSessions, 'DELETE', '/api/v1/me/sessions');
    expect(ended.status).toBe(204);
    expect(client.cookies.has('next-auth.session-token')).toBe(false);
  });
});

test('a one-time link shows whose it is, sets a password once, and signs in', async () => {
  const email = `${newId()}@example.com`;
  const ctx = database.ctx({ actor: { kind: 'system', job: 'admin-create' } });
  const { token, expiresAt, userId } = await createAdmin(ctx, { email });
  const client = visitor();
  const path = `/api/v1/password-resets/${token}`;
  const put = () =>
    client.call(setPassword, 'PUT', path, { params: { token }, json: { newPassword: 'a phrase for admins' } });
  const shown = await client.call(getLink, 'GET', path, { params: { token } });
  expect(await shown.json()).toEqual({ email, expiresAt: expiresAt.toISOString() });
  const answers = await Promise.all([put(), put()]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 404]);
  await expectProblem(await client.call(getLink, 'GET', path, { params: { token } }), 404, 'link_invalid');
  expect((await client.signIn(email, 'a phrase for admins')).status).toBe(200);
  expect(await (await client.call(getMe, 'GET', '/api/v1/me')).json()).toMatchObject({ id: userId, roles: ['admin'] });
  const [row] = await database.db.select().from(users).where(eq(users.id, userId));
  expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
});
