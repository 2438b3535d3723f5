import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET as getMe } from '@/app/api/v1/me/route';
import { identities, oneTimeTokens, sessions, settings, users } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createSession, createUser, PASSWORD } from '@/tests/factories';
import { identityProvider, type ProviderAccount } from '@/tests/identity-provider';
import { type Visitor, visitor } from '@/tests/visitor';

const database = testDatabase();
const origin = 'http://localhost:3000';
let provider: Awaited<ReturnType<typeof identityProvider>>;

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  provider = await identityProvider(`${origin}/api/auth/callback/oidc`);
  // An issuer as people write it, with a slash at its end.
  vi.stubEnv('OIDC_ISSUER', `${provider.issuer}/`);
  vi.stubEnv('OIDC_CLIENT_ID', provider.client.id);
  vi.stubEnv('OIDC_CLIENT_SECRET', provider.client.secret);
  vi.stubEnv('OIDC_NAME', 'Example & Sons');
});

afterAll(() => provider.stop());

let person: ProviderAccount & { email: string };
beforeEach(() => {
  const sub = newId();
  person = { sub, email: `${sub}@Example.com`, email_verified: true, name: 'Ada Lovelace' };
  provider.arrive(person);
});

const start = async (client: Visitor, callbackUrl = '/library') => {
  const answer = await client.auth('POST', 'signin/oidc', { form: { callbackUrl, json: 'true' } });
  return ((await answer.json()) as { url: string }).url;
};
const comeBack = (client: Visitor, url: string) =>
  client.auth('GET', `callback/oidc?${new URL(url).searchParams.toString()}`);
async function signIn(client: Visitor, callbackUrl?: string): Promise<Response> {
  return comeBack(client, await provider.visit(await start(client, callbackUrl)));
}
const me = (client: Visitor) => client.call(getMe, 'GET', '/api/v1/me');
const account = async (email: string) => (await database.db.select().from(users).where(eq(users.email, email)))[0];
const liveSessions = (userId: string) =>
  database.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));

async function expectRefusal(answer: Response, code: string, client: Visitor, next = '/library') {
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`${origin}/sign-in?next=${encodeURIComponent(next)}&error=${code}`);
  expect((await me(client)).status).toBe(401);
  expect([...client.cookies.keys()].filter((name) => name !== 'next-auth.csrf-token')).toEqual([]);
}

describe('somebody who comes for the first time', () => {
  test('gets an account of their name and verified address, a session, and the page they wanted', async () => {
    const client = visitor();
    const answer = await signIn(client);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${origin}/library`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect([...client.cookies.keys()].sort()).toEqual(['next-auth.csrf-token', 'next-auth.session-token']);
    const mine = await (await me(client)).json();
    expect(mine).toMatchObject({ email: person.email.toLowerCase(), name: 'Ada Lovelace', country: 'US', roles: [] });
    expect(await account(person.email)).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) });
    expect(await liveSessions(mine.id)).toMatchObject([{ userAgent: 'test/1', address: client.address }]);
  });

  test('twice at once gets one account', async () => {
    const clients = [visitor(), visitor()];
    const urls = await Promise.all(clients.map(async (client) => provider.visit(await start(client))));
    const answers = await Promise.all(clients.map((client, i) => comeBack(client, urls[i] ?? '')));
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([`${origin}/library`, `${origin}/library`]);
    const found = await Promise.all(clients.map(async (client) => (await (await me(client)).json()).id));
    expect(new Set(found).size).toBe(1);
  });

  test('comes back to the same account, whatever their address is by then', async () => {
    const first = visitor();
    await signIn(first);
    provider.arrive({ ...person, email: 'renamed@example.com', email_verified: false });
    const again = visitor();
    expect((await signIn(again)).headers.get('location')).toBe(`${origin}/library`);
    expect((await (await me(again)).json()).id).toBe((await (await me(first)).json()).id);
  });

  test.each([
    ['unverified', { email_verified: false }],
    ['missing', { email: undefined }],
    ['not said to be verified', { email_verified: undefined }],
    ['not one that this store can keep', { email: 'ada@exämple.com' }],
  ])('is refused where their address is %s', async (_, claims) => {
    provider.arrive({ ...person, ...claims });
    const client = visitor();
    await expectRefusal(await signIn(client), 'email_unverified', client);
    expect(await database.db.select().from(identities).where(eq(identities.subject, person.sub))).toEqual([]);
  });

  test('is refused where sign-up is closed, and let in where it needs an invitation', async () => {
    const signUp = async (value: string) => {
      const row = { key: 'signUp', value, updatedAt: new Date() };
      await database.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
      vi.setSystemTime(Date.now() + 6_000);
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await signUp('closed');
      const client = visitor();
      await expectRefusal(await signIn(client), 'sign_up_closed', client);
      expect(await account(person.email)).toBeUndefined();
      const known = await createUser(database.db, { email: person.email, emailVerifiedAt: new Date() });
      expect((await signIn(client)).headers.get('location')).toBe(`${origin}/library`);
      expect((await (await me(client)).json()).id).toBe(known.id);
      await signUp('invitation');
      provider.arrive({ sub: newId(), email: `${newId()}@example.com`, email_verified: true });
      expect((await signIn(visitor())).headers.get('location')).toBe(`${origin}/library`);
      await signUp('open');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an account with the same address', () => {
  test('that proved it keeps its password and its sessions', async () => {
    const user = await createUser(database.db, { email: person.email, emailVerifiedAt: new Date() });
    const session = await createSession(database.db, user);
    const client = visitor();
    await signIn(client);
    expect((await (await me(client)).json()).id).toBe(user.id);
    expect((await liveSessions(user.id)).map(({ id }) => id)).toContain(session.id);
    expect((await visitor().signIn(person.email, PASSWORD)).status).toBe(200);
  });

  test('that never proved it is taken from whoever made it: no password, session or link works any more', async () => {
    const user = await createUser(database.db, { email: person.email });
    const squatter = visitor();
    await squatter.signIn(person.email, PASSWORD);
    expect((await me(squatter)).status).toBe(200);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + 60_000);
    const link = { tokenHash: newId(), purpose: 'set_password', userId: user.id, expiresAt, createdAt: now };
    await database.db.insert(oneTimeTokens).values(link);
    const client = visitor();
    await signIn(client);
    expect((await (await me(client)).json()).id).toBe(user.id);
    expect((await me(squatter)).status).toBe(401);
    expect((await visitor().signIn(person.email, PASSWORD)).status).toBe(401);
    expect(await database.db.select().from(oneTimeTokens).where(eq(oneTimeTokens.userId, user.id))).toEqual([]);
    expect(await liveSessions(user.id)).toHaveLength(1);
  });

  test('is not opened by the next person whom the provider gives that address', async () => {
    await signIn(visitor());
    provider.arrive({ ...person, sub: newId() });
    const client = visitor();
    await expectRefusal(await signIn(client), 'identity_taken', client);
  });

  test('that is suspended stays shut, linked or not', async () => {
    const user = await createUser(database.db, { email: person.email, suspendedAt: new Date() });
    const client = visitor();
    await expectRefusal(await signIn(client), 'account_suspended', client);
    await database.db.update(users).set({ suspendedAt: null }).where(eq(users.id, user.id));
    await signIn(visitor());
    await database.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, user.id));
    await expectRefusal(await signIn(client), 'account_suspended', client);
  });
});

describe('an answer of the provider', () => {
  test('is worth nothing in another browser, or in one that never left', async () => {
    const leaving = visitor();
    const url = await provider.visit(await start(leaving));
    const stranger = visitor();
    await expectRefusal(await comeBack(stranger, url), 'oidc_failed', stranger, '/');
    const other = visitor();
    await start(other, '/wishlist');
    await expectRefusal(await comeBack(other, url), 'oidc_failed', other, '/wishlist');
    expect((await comeBack(leaving, url)).headers.get('location')).toBe(`${origin}/library`);
  });

  test.each(['state', 'code', 'iss'])('with another %s is refused', async (name) => {
    const client = visitor();
    const url = new URL(await provider.visit(await start(client)));
    expect(url.searchParams.has(name)).toBe(true);
    url.searchParams.set(name, 'forged');
    await expectRefusal(await comeBack(client, url.href), 'oidc_failed', client);
  });

  test('works once, even with the cookies of before', async () => {
    const client = visitor();
    const url = await provider.visit(await start(client));
    const kept = new Map(client.cookies);
    await comeBack(client, url);
    const [first] = await database.db.select().from(identities).where(eq(identities.subject, person.sub));
    const thief = visitor();
    for (const [name, value] of kept) thief.cookies.set(name, value);
    await expectRefusal(await comeBack(thief, url), 'oidc_failed', thief);
    expect(await liveSessions(first?.userId ?? '')).toHaveLength(1);
  });

  test('that somebody changed their mind is no failure', async () => {
    provider.arrive(null);
    const client = visitor();
    await expectRefusal(await signIn(client), 'oidc_cancelled', client);
  });

  test('ends the session that the browser had', async () => {
    const user = await createUser(database.db);
    const client = visitor();
    await client.signIn(user.email, PASSWORD);
    await signIn(client);
    expect((await (await me(client)).json()).email).toBe(person.email.toLowerCase());
    expect(await liveSessions(user.id)).toEqual([]);
  });
});

describe('leaving for the provider', () => {
  test('takes a form of this store and nothing else: no script, no token', async () => {
    const client = visitor();
    const answer = await client.auth('POST', 'signin/oidc', { form: { callbackUrl: '/library' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    expect(html).toContain('Continue to Example &#38; Sons');
    const [, href = ''] = /<a href="([^"]+)"/.exec(html) ?? [];
    const url = new URL(href.replaceAll('&#38;', '&'));
    expect(url.origin).toBe(provider.issuer);
    const names = ['code_challenge', 'state', 'nonce'];
    for (const name of names) expect(url.searchParams.get(name)).toMatch(/^[\w-]{20,}$/);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
    });
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax$/);
    expect((await comeBack(client, await provider.visit(url.href))).headers.get('location')).toBe(`${origin}/library`);
  });

  test('is refused to other sites, and to programs without a token', async () => {
    const form = { callbackUrl: '/library', json: 'true' };
    const foreign = await visitor().auth('POST', 'signin/oidc', { form, headers: { origin: 'https://evil.example' } });
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'bad_origin' });
    const none = await visitor().auth('POST', 'signin/oidc', { form, headers: { origin: null } });
    expect(await none.json()).toMatchObject({ status: 400, code: 'csrf_token_invalid' });
    expect((await visitor().auth('GET', 'signin/oidc')).status).toBe(404);
  });

  test.each(['https://evil.example/x', '//evil.example', 'javascript:alert(1)'])('never ends at %s', async (url) => {
    expect((await signIn(visitor(), url)).headers.get('location')).toBe(`${origin}/`);
  });

  test('and coming back is for a hundred tries a minute of one address', async () => {
    const client = visitor();
    const cancel = () => client.auth('GET', 'callback/oidc?error=access_denied');
    for (let i = 0; i < 100; i += 1) await cancel();
    expect((await cancel()).headers.get('location')).toBe(`${origin}/sign-in?next=%2F&error=rate_limited`);
  });

  test('says so calmly while the provider is down, before and between', async () => {
    const client = visitor();
    const url = await provider.visit(await start(client));
    await provider.stop();
    try {
      await expectRefusal(await comeBack(client, url), 'oidc_failed', client);
      const answer = await client.auth('POST', 'signin/oidc', { form: { callbackUrl: '/library' } });
      await expectRefusal(answer, 'oidc_unavailable', client);
      const json = await client.auth('POST', 'signin/oidc', { form: { json: 'true' } });
      expect(await json.json()).toMatchObject({ status: 503, code: 'oidc_unavailable' });
    } finally {
      await provider.start();
    }
  });
});
