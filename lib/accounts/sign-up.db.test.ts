import { describe, expect, test } from 'vitest';
import { settings } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { signUp } from './sign-up';

const database = testDatabase();
const person = (email = `${newId()}@example.com`) => ({
  email,
  password: 'correct horse battery staple',
  name: 'Ada',
  country: 'GB',
  address: newId(),
});
const countOf = async (email: string) =>
  (await database.sql`select count(*)::int as n from users where email = ${email}`)[0]?.n;

describe('sign-up', () => {
  test('makes an account that knows no password in the clear, and says so in an event', async () => {
    const ctx = database.ctx();
    const me = await signUp(ctx, person('Ada@Example.com'));
    expect(me).toEqual({
      id: me!.id,
      email: 'Ada@Example.com',
      name: 'Ada',
      country: 'GB',
      countryLockedUntil: null,
      hasPassword: true,
      roles: [],
      organizations: [],
      createdAt: ctx.now.toISOString(),
    });
    const [row] = await database.sql`select * from users where id = ${me!.id}`;
    expect(row).toMatchObject({ password_hash: expect.stringMatching(/^\$argon2id\$/), is_demo: false });
    const events = await database.sql`select data->'payload' as payload from pgboss.job where name = 'account.created'`;
    expect(events.map((event) => event.payload)).toContainEqual({ userId: me!.id });
  });

  test('takes an address once, whatever its case', async () => {
    const email = `${newId()}@example.com`;
    await signUp(database.ctx(), person(email));
    await expect(signUp(database.ctx(), person(email.toUpperCase()))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'email_taken',
    });
    expect(await countOf(email)).toBe(1);
  });

  test('of several at once for one address one wins', async () => {
    const email = `${newId()}@example.com`;
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => signUp(database.ctx(), person(email))));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'email_taken' });
    }
    expect(await countOf(email)).toBe(1);
  });

  test('refuses common passwords and the address itself', async () => {
    const email = `${newId()}@example.com`;
    for (const password of ['Password123', email.toUpperCase()]) {
      await expect(signUp(database.ctx(), { ...person(email), password })).rejects.toMatchObject({
        code: 'password_too_common',
        extras: { errors: [{ path: 'password' }] },
      });
    }
    expect(await countOf(email)).toBe(0);
  });

  test('tells one client address five times an hour who has an account', async () => {
    const taken = person();
    await signUp(database.ctx(), { ...taken, address: newId() });
    const again = () => signUp(database.ctx(), taken).catch((error: { code: string }) => error.code);
    const codes: unknown[] = [];
    for (let i = 0; i < 7; i += 1) codes.push(await again());
    expect(codes).toEqual([...Array(5).fill('email_taken'), 'rate_limited', 'rate_limited']);
    await expect(signUp(database.ctx(), { ...taken, address: newId() })).rejects.toMatchObject({ code: 'email_taken' });
  });

  test.each([
    ['quotes and SQL', `'; DROP TABLE users; --`],
    ['emoji', '👩🏽‍🚀 Ada'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['100 characters', 'x'.repeat(100)],
  ])('keeps a name of %s as it is', async (_, name) => {
    expect(await signUp(database.ctx(), { ...person(), name })).toMatchObject({ name });
  });

  test('can be closed', async () => {
    const other = testContextWithOwnCache();
    await database.db.insert(settings).values({ key: 'signUp', value: 'closed', updatedAt: new Date() });
    try {
      await expect(signUp(other, person())).rejects.toMatchObject({ kind: 'forbidden', code: 'sign_up_closed' });
    } finally {
      await database.sql`delete from settings`;
    }
  });
});

/** Settings are cached by database handle. */
function testContextWithOwnCache() {
  return database.ctx({ db: Object.create(database.db) });
}
