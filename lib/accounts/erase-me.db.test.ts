import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DELETE as eraseRoute, GET as getMe } from '@/app/api/v1/me/route';
import {
  auditLog,
  entitlements,
  identities,
  mails,
  notifications,
  oneTimeTokens,
  organizationMembers,
  organizations,
  purchases,
  sessions,
  users,
} from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import {
  createActor,
  createApp,
  createOrganization,
  createPurchase,
  createSession,
  createUser,
  PASSWORD,
} from '@/tests/factories';
import { visitor } from '@/tests/visitor';
import { eraseMe } from './erase-me';

const t = testDatabase();
const now = new Date();
const later = new Date(now.getTime() + 60_000);
const password = PASSWORD;
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const erase = (actor: UserActor, input: object = {}) =>
  eraseMe(t.ctx({ actor }), { password, reviews: 'delete', ...input });
const row = async (id: string) => (await t.db.select().from(users).where(eq(users.id, id)))[0]!;
const isErased = async (id: string) => (await row(id)).erasedAt !== null;
const jobs = async (userId: string) => {
  const rows = await t.sql<{ data: { payload: unknown } }[]>`select data from pgboss.job where name = 'account.erased'`;
  return rows.map(({ data }) => data.payload).filter((payload) => (payload as { userId: string }).userId === userId);
};
/** Another admin, so that nobody here is the last one. */
const addAdmin = () => createUser(t.db, { roles: ['admin'] });

describe('erasing an account', () => {
  test('takes who they were, how they signed in, their news, letters and memberships, and leaves what they bought', async () => {
    const actor = await createActor(t.db, { roles: ['moderator'], emailVerifiedAt: now });
    const { userId } = actor;
    const { email } = await row(userId);
    const stranger = await createUser(t.db);
    const { app, price } = await createApp(t.db, { prices: [{ amountMinor: 299 }] });
    const purchase = await createPurchase(t.db, { user: { id: userId }, app, price });
    const team = await createOrganization(t.db);
    await t.db.insert(organizationMembers).values({ organizationId: team.id, userId, role: 'viewer', createdAt: now });
    await createSession(t.db, { id: userId });
    await t.db.insert(identities).values({ issuer: 'https://id.example', subject: userId, userId, createdAt: now });
    const token = { expiresAt: later, createdAt: now };
    await t.db.insert(oneTimeTokens).values([
      { ...token, tokenHash: newId(), purpose: 'set_password', userId },
      { ...token, tokenHash: newId(), purpose: 'invitation', email: email.toUpperCase() },
      { ...token, tokenHash: newId(), purpose: 'set_password', userId: stranger.id },
    ]);
    const news = { kind: 'password_changed', href: '/account', createdAt: now };
    await t.db.insert(notifications).values([
      { ...news, id: newId(), userId },
      { ...news, id: newId(), userId: stranger.id },
    ]);
    const letter = { kind: 'verify_email', subject: 'Hello', body: 'A link', createdAt: now };
    await t.db.insert(mails).values([
      { ...letter, id: newId(), userId, recipient: email },
      { ...letter, id: newId(), kind: 'invitation', recipient: email.toUpperCase() },
      { ...letter, id: newId(), userId: stranger.id, recipient: stranger.email },
    ]);

    await erase(actor, { reviews: 'keep' });

    expect(await row(userId)).toMatchObject({
      name: 'Erased account',
      email: `erased-${userId}@erased.invalid`,
      passwordHash: null,
      roles: [],
      emailVerifiedAt: null,
      erasedAt: expect.any(Date),
    });
    for (const table of [sessions, identities, organizationMembers]) {
      expect(await t.db.select().from(table).where(eq(table.userId, userId))).toEqual([]);
    }
    expect(await t.db.select().from(notifications)).toMatchObject([{ userId: stranger.id }]);
    expect(await t.db.select().from(mails)).toMatchObject([{ userId: stranger.id }]);
    expect(await t.db.select().from(oneTimeTokens)).toMatchObject([{ userId: stranger.id }]);
    expect(await t.db.select().from(purchases).where(eq(purchases.userId, userId))).toMatchObject([purchase]);
    expect(await t.db.select().from(entitlements).where(eq(entitlements.userId, userId))).toHaveLength(1);
    expect(await jobs(userId)).toEqual([{ userId, reviews: 'keep' }]);
  });

  test('is in the audit log without a word about them', async () => {
    const actor = await createActor(t.db);
    const { email, name } = await row(actor.userId);
    await erase(actor);
    const condition = and(eq(auditLog.action, 'user.erased'), eq(auditLog.subjectId, actor.userId));
    const entries = await t.db.select().from(auditLog).where(condition);
    expect(entries).toMatchObject([{ actorId: actor.userId, changes: { reviews: 'delete' } }]);
    expect(JSON.stringify(entries)).not.toContain(email);
    expect(JSON.stringify(entries)).not.toContain(name);
  });

  test('ends the session within the request, and the address may sign up again', async () => {
    const user = await createUser(t.db);
    const client = visitor();
    await client.signIn(user.email, PASSWORD);
    const other = visitor();
    await other.signIn(user.email, PASSWORD);
    expect((await other.call(getMe, 'GET', '/api/v1/me')).status).toBe(200);
    const kept = new Map(client.cookies);
    const json = { password, reviews: 'delete' };
    const answer = await client.call(eraseRoute, 'DELETE', '/api/v1/me', { json });
    expect(answer.status).toBe(204);
    expect(client.cookies.has('next-auth.session-token')).toBe(false);
    for (const [name, value] of kept) client.cookies.set(name, value);
    for (const one of [client, other]) expect((await one.call(getMe, 'GET', '/api/v1/me')).status).toBe(401);
    expect((await visitor().signIn(user.email, PASSWORD)).status).toBe(401);
    expect((await createUser(t.db, { email: user.email })).email).toBe(user.email);
  });

  test.each([
    ['a wrong password', { password: 'wrong horse' }],
    ['no password', { password: undefined }],
    ['the address in place of the password', { password: undefined, email: 'same' }],
  ])('is refused for %s, and nothing changes', async (_, input: { password?: string; email?: string }) => {
    const actor = await createActor(t.db);
    const before = await row(actor.userId);
    const email = input.email && before.email;
    await expect(erase(actor, { ...input, email })).rejects.toEqual(refusal(422, 'wrong_password'));
    expect(await row(actor.userId)).toEqual(before);
  });

  test('of an account without a password takes its address, typed once more', async () => {
    const actor = await createActor(t.db, { passwordHash: null });
    const { email } = await row(actor.userId);
    for (const input of [{ email: 'other@example.com' }, { email: undefined }, { email: '', password }]) {
      await expect(erase(actor, { password: undefined, ...input })).rejects.toEqual(refusal(422, 'wrong_email'));
    }
    await erase(actor, { password: undefined, email: ` ${email.toUpperCase()} ` });
    expect(await isErased(actor.userId)).toBe(true);
  });

  test('is not for strangers, and works once', async () => {
    await expect(eraseMe(t.ctx(), { password, reviews: 'keep' })).rejects.toEqual(refusal(401, 'not_signed_in'));
    const actor = await createActor(t.db);
    const outcomes = await Promise.allSettled([erase(actor), erase(actor), erase(actor)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(erase(actor)).rejects.toEqual(refusal(401, 'not_signed_in'));
    expect(await jobs(actor.userId)).toHaveLength(1);
  });

  test('cannot be tried for a password without end', async () => {
    const actor = await createActor(t.db);
    for (let i = 0; i < 10; i += 1) await erase(actor, { password: 'wrong horse' }).catch(() => undefined);
    await expect(erase(actor)).rejects.toEqual(refusal(429, 'rate_limited'));
    expect(await isErased(actor.userId)).toBe(false);
  });
});

describe('the only owner', () => {
  test('of an organisation with apps is refused and told which', async () => {
    const actor = await createActor(t.db);
    const team = await createOrganization(t.db, { ownerId: actor.userId, name: 'Ledger & Daughters' });
    await createApp(t.db, { organizationId: team.id });
    await createOrganization(t.db, { ownerId: actor.userId });
    await expect(erase(actor)).rejects.toMatchObject({
      status: 409,
      code: 'sole_owner',
      extras: { members: { organizations: [{ slug: team.slug, name: 'Ledger & Daughters' }] } },
    });
    expect(await isErased(actor.userId)).toBe(false);
    const [session] = await t.db.select().from(sessions).where(eq(sessions.userId, actor.userId));
    expect(session).toMatchObject({ revokedAt: null });
  });

  test('of an empty one goes, and what it said of itself too', async () => {
    const actor = await createActor(t.db);
    const values = { ownerId: actor.userId, contactEmail: 'me@example.com', description: 'Just me.' };
    const { id } = await createOrganization(t.db, values);
    await erase(actor);
    const [organization] = await t.db.select().from(organizations).where(eq(organizations.id, id));
    expect(organization).toMatchObject({ contactEmail: null, description: '' });
  });

  test('is whoever is left: of two owners who go at once, one stays', async () => {
    const actors = [await createActor(t.db), await createActor(t.db)] as const;
    const team = await createOrganization(t.db, { ownerId: actors[0].userId });
    const second = { organizationId: team.id, userId: actors[1].userId, role: 'owner', createdAt: now };
    await t.db.insert(organizationMembers).values(second);
    await createApp(t.db, { organizationId: team.id });
    const outcomes = await Promise.allSettled(actors.map((actor) => erase(actor)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual([refusal(409, 'sole_owner')]);
  });
});

describe('the last admin', () => {
  test('stays, and goes once there is another', async () => {
    await t.db.update(users).set({ roles: [] });
    const actor = await createActor(t.db, { roles: ['admin'] });
    await expect(erase(actor)).rejects.toEqual(refusal(409, 'last_admin'));
    expect(await isErased(actor.userId)).toBe(false);
    await addAdmin();
    await erase(actor);
    expect(await isErased(actor.userId)).toBe(true);
  });

  test('is one of two who go at once', async () => {
    await t.db.update(users).set({ roles: [] });
    const actors = [await createActor(t.db, { roles: ['admin'] }), await createActor(t.db, { roles: ['admin'] })];
    const outcomes = await Promise.allSettled(actors.map((actor) => erase(actor)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual([refusal(409, 'last_admin')]);
  });
});
