import { and, eq, isNull } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { GET as getMe } from '@/app/api/v1/me/route';
import { sessions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createSession, createUser, PASSWORD } from '@/tests/factories';
import { visitor, type Visitor } from '@/tests/visitor';

const database = testDatabase();
const cookieName = 'next-auth.session-token';
const secret = 'a secret that only the tests know';
const me = (client: Visitor) => client.call(getMe, 'GET', '/api/v1/me');
const liveSessionsOf = (id: string) =>
  database.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));

async function expectProblem(response: Response, status: number, code: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code, requestId: expect.any(String) });
  expect(response.headers.getSetCookie()).toEqual([]);
}

describe('a program', () => {
  test('signs in with csrf token, e-mail, password and json=true, and out again', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    await expectProblem(await me(client), 401, 'not_signed_in');
    const answer = await client.signIn(user.email.toUpperCase(), PASSWORD);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ url: 'http://localhost:3000/' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await (await me(client)).json()).toMatchObject({ id: user.id });
    expect(await liveSessionsOf(user.id)).toMatchObject([{ userAgent: 'test/1', address: client.address }]);
    expect((await client.signOut()).status).toBe(200);
    expect(client.cookies.has(cookieName)).toBe(false);
    expect(await liveSessionsOf(user.id)).toEqual([]);
    await expectProblem(await me(client), 401, 'not_signed_in');
  });

  test('may send JSON, and need not send an Origin', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    const json = { csrfToken: await client.csrfToken(), email: user.email, password: PASSWORD, json: true };
    const answer = await client.auth('POST', 'callback/credentials', { json, headers: { origin: null } });
    expect(answer.status).toBe(200);
    expect((await me(client)).status).toBe(200);
  });

  test('learns nothing from the session but name and id', async () => {
    const user = await createUser(database.db, { roles: ['admin'] });
    const client = visitor();
    expect(await (await client.auth('GET', 'session')).json()).toEqual({});
    await client.signIn(user.email, PASSWORD);
    const session = await (await client.auth('GET', 'session')).json();
    expect(session).toEqual({ user: { id: user.id, name: user.name }, expires: expect.stringMatching(/^\d{4}-.*Z$/) });
  });
});

describe('the cookie', () => {
  test('is HttpOnly, Lax, without Domain, and plain where the store is http', async () => {
    const user = await createUser(database.db);
    const answer = await visitor().signIn(user.email, PASSWORD);
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^next-auth\.session-token=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  test('of a signed-out browser is worthless, even kept', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    await client.signIn(user.email, PASSWORD);
    const kept = client.cookies.get(cookieName)!;
    await client.signOut();
    client.cookies.set(cookieName, kept);
    await expectProblem(await me(client), 401, 'not_signed_in');
    const session = await client.auth('GET', 'session');
    expect(await session.json()).toEqual({});
    expect(client.cookies.has(cookieName)).toBe(false);
  });

  test('tampered, forged, expired, foreign or garbage is nobody’s', async () => {
    const user = await createUser(database.db);
    const { id: sid } = await createSession(database.db, user);
    const right = await encode({ token: { sid }, secret });
    const worthless = [
      `${right.slice(0, -4)}AAAA`,
      await encode({ token: { sid }, secret: 'another secret of thirty-two bytes' }),
      await encode({ token: { sid }, secret, maxAge: -60 }),
      await encode({ token: { sid: newId() }, secret }),
      await encode({ token: { sid: "' or 1=1 --" }, secret }),
      await encode({ token: { sid: ['x'] }, secret } as never),
      await encode({ token: { sub: user.id }, secret }),
      sid,
      'garbage',
      '%E0%A4%A',
      'a.b.c.d.e',
      '"',
      'x'.repeat(4_000),
      '',
    ];
    for (const value of worthless) {
      const client = visitor();
      client.cookies.set(cookieName, value);
      await expectProblem(await me(client), 401, 'not_signed_in');
      expect(await (await client.auth('GET', 'session')).json()).toEqual({});
    }
    const client = visitor();
    client.cookies.set(cookieName, right);
    expect((await me(client)).status).toBe(200);
  });

  test('in an Authorization header is no session', async () => {
    const { id: sid } = await createSession(database.db, await createUser(database.db));
    const authorization = `Bearer ${await encode({ token: { sid }, secret })}`;
    await expectProblem(
      await visitor().call(getMe, 'GET', '/api/v1/me', { headers: { authorization } }),
      401,
      'not_signed_in',
    );
  });
});

describe('signing in is refused', () => {
  test('in the same words for a wrong password and an unknown address', async () => {
    const user = await createUser(database.db);
    const bodies: unknown[] = [];
    for (const email of [user.email, 'nobody@example.com']) {
      const answer = await visitor().signIn(email, 'wrong horse');
      expect(answer.status).toBe(401);
      const { requestId, ...body } = await answer.json();
      bodies.push(body);
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({
      code: 'invalid_credentials',
      url: 'http://localhost:3000/sign-in?error=CredentialsSignin',
    });
  });

  test('from another site, whatever cookies come along', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    const form = { csrfToken: await client.csrfToken(), email: user.email, password: PASSWORD, json: 'true' };
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:3001',
      'http://localhost:3000.evil.example',
    ]) {
      const answer = await client.auth('POST', 'callback/credentials', { form, headers: { origin } });
      await expectProblem(answer, 403, 'bad_origin');
    }
    expect(await liveSessionsOf(user.id)).toEqual([]);
  });

  test('without the right csrf token', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    await client.csrfToken();
    const form = { email: user.email, password: PASSWORD, json: 'true' };
    for (const csrfToken of ['', 'x', await visitor().csrfToken()]) {
      const answer = await client.auth('POST', 'callback/credentials', { form: { ...form, csrfToken } });
      await expectProblem(answer, 400, 'csrf_token_invalid');
    }
    expect(await liveSessionsOf(user.id)).toEqual([]);
  });

  test('with 429 and Retry-After after ten tries a minute', async () => {
    const user = await createUser(database.db);
    for (let i = 0; i < 10; i += 1) expect((await visitor().signIn(user.email, 'wrong horse')).status).toBe(401);
    const answer = await visitor().signIn(user.email, PASSWORD);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('ratelimit')).toMatch(/^"signInAccount";r=0;t=\d+$/);
    await expectProblem(answer, 429, 'rate_limited');
  });

  test.each([
    ['an array for e-mail', { json: { email: ['a@example.com'], password: 'x' } }, 401],
    ['objects for both', { json: { email: { $ne: '' }, password: { length: 1e9 } } }, 401],
    ['numbers and null', { json: { email: 1, password: null, json: true, callbackUrl: 7 } }, 401],
    ['nothing', { form: {} }, 401],
    ['NUL and surrogates', { json: { email: 'a\0@example.com', password: '\ud800' } }, 401],
    ['10 kB', { form: { email: 'a'.repeat(10_000), password: 'b'.repeat(10_000) } }, 401],
    ['__proto__', { json: JSON.parse('{"__proto__":{"email":"a"},"constructor":"x"}') }, 401],
    ['hostile callbackUrl', { form: { email: 'a', password: 'b', callbackUrl: 'javascript:alert(1)' } }, 401],
  ])('for %s', async (_, { json, form }: { json?: object; form?: Record<string, string> }, status) => {
    const client = visitor();
    const csrfToken = await client.csrfToken();
    const fields = json ? { json: { json: true, ...json, csrfToken } } : { form: { json: 'true', ...form, csrfToken } };
    await expectProblem(await client.auth('POST', 'callback/credentials', fields), status, 'invalid_credentials');
  });

  test.each([
    ['a JSON array', '[1]', 'application/json', 400, 'invalid_request'],
    ['JSON null', 'null', 'application/json', 400, 'invalid_request'],
    ['broken JSON', '{"a":', 'application/json', 400, 'invalid_request'],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe]), 'application/json', 400, 'invalid_request'],
    ['a multipart form', '--x--', 'multipart/form-data; boundary=x', 400, 'invalid_request'],
    ['XML', '<a/>', 'text/xml', 400, 'invalid_request'],
    ['more than 1 MiB', 'x'.repeat(1_100_000), 'application/x-www-form-urlencoded', 413, 'body_too_large'],
    ['an empty body', '', 'application/x-www-form-urlencoded', 400, 'csrf_token_invalid'],
  ])('for %s', async (_, body, type, status, code) => {
    const client = visitor();
    await client.csrfToken();
    const answer = await client.auth('POST', 'callback/credentials', { body, headers: { 'content-type': type } });
    await expectProblem(answer, status, code);
  });
});

describe('a browser’s form', () => {
  test('goes on to the page that asked, and back to the sign-in page when refused', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    const refused = await client.signIn(user.email, 'wrong horse', { json: '', callbackUrl: '/library' });
    expect(refused.status).toBe(303);
    expect(refused.headers.get('location')).toBe(
      'http://localhost:3000/sign-in?next=%2Flibrary&error=CredentialsSignin',
    );
    const accepted = await client.signIn(user.email, PASSWORD, { json: '', callbackUrl: '/library' });
    expect(accepted.status).toBe(303);
    expect(accepted.headers.get('location')).toBe('http://localhost:3000/library');
    expect((await me(client)).status).toBe(200);
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000'])('stays on %s', async (origin) => {
    const user = await createUser(database.db);
    const client = visitor({ origin });
    const json = await client.signIn(user.email, PASSWORD, { callbackUrl: `${origin}/library` });
    expect(await json.json()).toEqual({ url: `${origin}/library` });
    expect((await me(client)).status).toBe(200);
    const out = await client.auth('POST', 'signout', { form: { csrfToken: await client.csrfToken() } });
    expect(out.headers.get('location')).toBe(`${origin}/`);
    const page = await client.auth('GET', 'signin?callbackUrl=%2Flibrary');
    expect(page.headers.get('location')).toBe(`${origin}/sign-in?next=%2Flibrary`);
  });

  test.each(['https://evil.example/x', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'not a url'])(
    'is not led to %s',
    async (callbackUrl) => {
      const user = await createUser(database.db);
      const client = visitor();
      client.cookies.set('next-auth.callback-url', encodeURIComponent(callbackUrl));
      const answer = await client.signIn(user.email, PASSWORD, { callbackUrl });
      expect(await answer.json()).toEqual({ url: 'http://localhost:3000/' });
      const page = await client.auth('GET', `signin?callbackUrl=${encodeURIComponent(callbackUrl)}`);
      expect(page.headers.get('location')).toBe('http://localhost:3000/sign-in?next=%2F');
    },
  );

  test('is not led to the name in a forged Host header', async () => {
    const user = await createUser(database.db);
    const client = visitor({ origin: 'http://evil.example' });
    const answer = await client.signIn(user.email, PASSWORD, { callbackUrl: 'http://evil.example/' });
    expect(await answer.json()).toEqual({ url: 'http://localhost:3000/' });
  });
});

test('what next-auth could do and this store does not is not there', async () => {
  const client = visitor();
  const csrfToken = await client.csrfToken();
  for (const path of ['callback/credentials', 'callback/github', 'verify-request', 'unknown', '_log']) {
    await expectProblem(await client.auth('GET', path), 404, 'not_found');
  }
  for (const path of ['_log', 'session', 'signin', 'signin/email', 'callback/email', 'callback/credentials/x']) {
    await expectProblem(await client.auth('POST', path, { form: { csrfToken } }), 404, 'not_found');
  }
});
