import { encode } from 'next-auth/jwt';
import { expect, test, vi } from 'vitest';
import { DELETE as revokeSessions } from '@/app/api/v1/me/sessions/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { authCookies } from '@/lib/auth/cookies';
import { testDatabase } from '@/tests/database';
import { createSession, createUser, PASSWORD } from '@/tests/factories';
import { visitor } from '@/tests/visitor';

vi.stubEnv('PUBLIC_URL', 'https://store.example');
// A stray variable of the machine must not decide where people are sent.
vi.stubEnv('NEXTAUTH_URL', 'http://elsewhere.example');

const database = testDatabase();
const origin = 'https://store.example';

test('where the store is https, cookies are Secure and bound to the host by their names', async () => {
  const user = await createUser(database.db);
  const client = visitor({ origin });
  const answer = await client.signIn(user.email, PASSWORD, { callbackUrl: '/library' });
  expect(await answer.json()).toEqual({ url: 'https://store.example/library' });
  expect([...client.cookies.keys()].sort()).toEqual(['__Host-next-auth.csrf-token', '__Host-next-auth.session-token']);
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  expect(cookie).not.toContain('Domain');
  expect((await client.call(getMe, 'GET', '/api/v1/me')).status).toBe(200);
  const ended = await client.call(revokeSessions, 'DELETE', '/api/v1/me/sessions');
  expect(ended.status).toBe(204);
  expect(ended.headers.getSetCookie()).toEqual([
    '__Host-next-auth.session-token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
  ]);
});

test('a cookie under the plain name is none there', async () => {
  const { id: sid } = await createSession(database.db, await createUser(database.db));
  const client = visitor({ origin });
  client.cookies.set(
    'next-auth.session-token',
    await encode({ token: { sid }, secret: 'a secret that only the tests know' }),
  );
  expect((await client.call(getMe, 'GET', '/api/v1/me')).status).toBe(401);
});

test('people who open it by another name are sent to the public one', async () => {
  const answer = await visitor({ origin: 'http://127.0.0.1:3000' }).auth('GET', 'signin');
  expect(answer.headers.get('location')).toBe('https://store.example/sign-in?next=%2F');
});

test('what a browser keeps while its person is at the provider is bound to the host too, and soon forgotten', () => {
  const { pkceCodeVerifier, state, nonce, callbackUrl } = authCookies();
  for (const { name, options } of [pkceCodeVerifier, state, nonce, callbackUrl]) {
    expect(name).toMatch(/^__Host-next-auth\./);
    expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 900 });
  }
});
