import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DELETE as revoke } from '@/app/api/v1/ops/invitations/[id]/route';
import { GET as list, POST as invite } from '@/app/api/v1/ops/invitations/route';
import { auditLog, oneTimeTokens, settings } from '@/db/schema';
import type { Ctx, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createUser, PASSWORD } from '@/tests/factories';
import { tokenIn } from '@/tests/mail-server';
import { visitor } from '@/tests/visitor';
import { getInvitation, listInvitations } from './invitations';
import { invitePerson } from './invite-person';
import { hashOf } from './one-time-links';
import { revokeInvitation } from './revoke-invitation';
import { signUp } from './sign-up';

// Nothing is sent to it here: what matters is that the store would.
vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
vi.stubEnv('MAIL_FROM', 'store@example.com');

const database = testDatabase();
const newAddress = () => `${newId()}@example.com`;
const person = (invitation?: string, email = newAddress()) => ({
  email,
  password: PASSWORD,
  name: 'Ada',
  country: 'GB',
  address: newId(),
  ...(invitation === undefined ? {} : { invitation }),
});
const asAdmin = async (now = new Date()) =>
  database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }), now });
const newInvitation = async (email?: string) => {
  const { link, ...rest } = await invitePerson(await asAdmin(), { email });
  return { ...rest, link, token: tokenIn(link) };
};
const countOf = async (email: string) =>
  (await database.sql`select count(*)::int as n from users where email = ${email}`)[0]?.n;
const tokenRow = async (token: string) =>
  (
    await database.db
      .select()
      .from(oneTimeTokens)
      .where(eq(oneTimeTokens.tokenHash, hashOf(token)))
  )[0];

/** A store with this setting; settings are cached by database handle. */
async function storeWith(signUpMode: 'open' | 'invitation' | 'closed'): Promise<() => Ctx> {
  await database.db.insert(settings).values({ key: 'signUp', value: signUpMode, updatedAt: new Date() });
  const db = Object.create(database.db);
  return () => database.ctx({ db });
}
afterEach(async () => {
  await database.sql`delete from settings`;
});

describe('a store by invitation', () => {
  test('takes who has an invitation, once, whatever their address', async () => {
    const store = await storeWith('invitation');
    const { token } = await newInvitation('somebody@example.com');
    const given = person(token);
    expect(await signUp(store(), given)).toBeNull();
    expect(await countOf(given.email)).toBe(1);
    const second = person(token);
    await expect(signUp(store(), second)).rejects.toMatchObject({ kind: 'forbidden', code: 'invitation_invalid' });
    expect(await countOf(second.email)).toBe(0);
  });

  test('refuses everybody else', async () => {
    const store = await storeWith('invitation');
    const given = person();
    await expect(signUp(store(), given)).rejects.toMatchObject({ kind: 'forbidden', code: 'invitation_required' });
    for (const token of ['x'.repeat(43), `${(await newInvitation()).id}`]) {
      await expect(signUp(store(), person(token, given.email))).rejects.toMatchObject({ code: 'invitation_invalid' });
    }
    expect(await countOf(given.email)).toBe(0);
  });

  test('of two people with one invitation at once takes one', async () => {
    const store = await storeWith('invitation');
    const { token } = await newInvitation();
    const people = [person(token), person(token), person(token)];
    const outcomes = await Promise.allSettled(people.map((one) => signUp(store(), one)));
    const made = await Promise.all(people.map((one) => countOf(one.email)));
    expect(made.reduce((sum, n) => sum + n, 0)).toBe(1);
    for (const [i, outcome] of outcomes.entries()) {
      if (made[i] === 0) expect(outcome).toMatchObject({ reason: { code: 'invitation_invalid' } });
    }
  });

  test('asks for no confirmation of the very address that the invitation was mailed to', async () => {
    const store = await storeWith('invitation');
    const email = newAddress();
    const { token } = await newInvitation(email);
    expect(await signUp(store(), person(token, email.toUpperCase()))).toMatchObject({ roles: [] });
    const [row] = await database.sql`select email_verified_at from users where email = ${email}`;
    expect(row?.email_verified_at).not.toBeNull();
    const letters = await database.sql`select kind from mails where recipient = ${email}`;
    expect(letters).toEqual([{ kind: 'invitation' }]);
  });

  test('uses an invitation up for an address that has an account: whether it works does not tell', async () => {
    const store = await storeWith('invitation');
    const known = await createUser(database.db);
    const { token } = await newInvitation();
    expect(await signUp(store(), person(token, known.email))).toBeNull();
    await expect(signUp(store(), person(token))).rejects.toMatchObject({ code: 'invitation_invalid' });
  });

  test('keeps an invitation that a refused password did not use', async () => {
    const store = await storeWith('invitation');
    const { token } = await newInvitation();
    const common = signUp(store(), { ...person(token), password: '1234567890' });
    await expect(common).rejects.toMatchObject({ code: 'password_too_common' });
    expect(await getInvitation(store(), token)).toEqual({ email: null });
    expect(await signUp(store(), person(token))).toBeNull();
  });

  test('takes an invitation for seven days', async () => {
    const now = new Date();
    const { link } = await invitePerson(await asAdmin(now), {});
    const token = tokenIn(link);
    const at = (ms: number) => database.ctx({ now: new Date(now.getTime() + ms) });
    expect(await getInvitation(at(7 * 86_400_000 - 1), token)).not.toBeNull();
    expect(await getInvitation(at(7 * 86_400_000), token)).toBeNull();
  });
});

describe('an invitation', () => {
  test('opens no closed store, and an open one leaves it alone', async () => {
    const { token } = await newInvitation();
    const closed = await storeWith('closed');
    await expect(signUp(closed(), person(token))).rejects.toMatchObject({ code: 'sign_up_closed' });
    await database.sql`delete from settings`;
    const open = await storeWith('open');
    expect(await signUp(open(), person(token))).toBeNull();
    expect((await tokenRow(token))?.usedAt).toBeNull();
  });

  test('is mailed where an address is given, shown once, and is on record without its token', async () => {
    const email = newAddress();
    const { id, link, token } = await newInvitation(email);
    expect(link).toBe(`http://localhost:3000/sign-up?invitation=${token}`);
    const [letter] = await database.sql`select kind, body, user_id from mails where recipient = ${email}`;
    expect(letter).toMatchObject({ kind: 'invitation', body: expect.stringContaining(link), user_id: null });
    const records = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(records).toMatchObject([{ action: 'invitation.created', changes: { isMailed: true } }]);
    expect(JSON.stringify([records, await tokenRow(token)])).not.toContain(token);
    expect(JSON.stringify(await listInvitations(await asAdmin(), { limit: 100 }))).not.toContain(token);
  });

  test('is not sent to who has an account', async () => {
    const { email } = await createUser(database.db);
    await expect(newInvitation(email.toUpperCase())).rejects.toMatchObject({ kind: 'conflict', code: 'email_taken' });
    expect(await database.sql`select from mails where recipient = ${email}`).toHaveLength(0);
  });

  test('is taken back once, and not after its use', async () => {
    const store = await storeWith('invitation');
    const { id, token } = await newInvitation();
    const ctx = await asAdmin();
    const outcomes = await Promise.allSettled([revokeInvitation(ctx, id), revokeInvitation(ctx, id)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(signUp(store(), person(token))).rejects.toMatchObject({ code: 'invitation_invalid' });
    const used = await newInvitation();
    await signUp(store(), person(used.token));
    await expect(revokeInvitation(ctx, used.id)).rejects.toMatchObject({ kind: 'not_found' });
    expect((await tokenRow(used.token))?.usedAt).not.toBeNull();
  });

  test('cannot be used as a link of another kind, nor taken for one', async () => {
    const { id: userId } = await createUser(database.db);
    const token = 'y'.repeat(43);
    await database.db.insert(oneTimeTokens).values({
      tokenHash: hashOf(token),
      purpose: 'set_password',
      userId,
      expiresAt: new Date(Date.now() + 60_000),
      createdAt: new Date(),
    });
    expect(await getInvitation(database.ctx(), token)).toBeNull();
    await expect(revokeInvitation(await asAdmin(), hashOf(token))).rejects.toMatchObject({ code: 'not_found' });
    expect((await tokenRow(token))?.usedAt).toBeNull();
  });
});

test('invitations are made, listed and taken back by admins alone', async () => {
  const { id } = await newInvitation();
  const before = await database.sql`select count(*)::int as n from one_time_tokens`;
  const attempt = async (actor?: UserActor) => {
    const ctx = database.ctx(actor && { actor });
    const calls = [invitePerson(ctx, {}), listInvitations(ctx, { limit: 5 }), revokeInvitation(ctx, id)];
    return (await Promise.allSettled(calls)).map((call) => call.status === 'rejected' && call.reason.code);
  };
  expect(await attempt(await createActor(database.db, { roles: ['moderator'] }))).toEqual(
    Array(3).fill('role_required'),
  );
  expect(await attempt()).toEqual(Array(3).fill('not_signed_in'));
  expect(await database.sql`select count(*)::int as n from one_time_tokens`).toEqual(before);
});

test('the API makes, lists and takes back invitations', async () => {
  const { email } = await createUser(database.db, { roles: ['admin'], emailVerifiedAt: new Date() });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  const made = await client.call(invite, 'POST', '/api/v1/ops/invitations', { json: {} });
  expect(made.status).toBe(201);
  const { link, ...invitation } = await made.json();
  expect(link).toMatch(/\/sign-up\?invitation=[\w-]{43}$/);
  const listed = async () => (await client.call(list, 'GET', '/api/v1/ops/invitations?limit=1')).json();
  expect((await listed()).items).toEqual([invitation]);
  const { id } = invitation;
  const drop = () => client.call(revoke, 'DELETE', `/api/v1/ops/invitations/${id}`, { params: { id } });
  expect((await drop()).status).toBe(204);
  expect((await drop()).status).toBe(404);
});
