import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mails, notifications, organizationInvitations, organizationMembers, organizations } from '@/db/schema';
import { eraseMe } from '@/lib/accounts/erase-me';
import { accountHandlers } from '@/lib/accounts/handlers';
import { hashOf } from '@/lib/accounts/one-time-links';
import { wordsOfNotification } from '@/lib/accounts/rules';
import { type Ctx, systemContext, type UserActor } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, PASSWORD } from '@/tests/factories';
import { tokenIn } from '@/tests/mail-server';
import { addMember, createTeam } from '@/tests/organizations';
import { acceptInvitation } from './accept-invitation';
import { getOpenInvitation } from './invitations';
import { inviteMember } from './invite-member';
import { listMembers } from './queries';
import { removeMember } from './remove-member';
import type { OrganizationRole } from './rules';
import { updateMember } from './update-member';
import { withdrawInvitation } from './withdraw-invitation';

const t = testDatabase();
const as = (actor: UserActor, now = new Date()): Ctx => t.ctx({ actor, now });
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const invalid = refusal(403, 'invitation_invalid');
const dayMs = 86_400_000;

async function invited(actor: UserActor, id: string, role: OrganizationRole, email?: string) {
  const invitation = await inviteMember(as(actor), id, { role, email });
  return { ...invitation, token: tokenIn(invitation.link) };
}
const rolesOf = async (userId: string) =>
  (await t.db.select().from(organizationMembers).where(eq(organizationMembers.userId, userId))).map(({ role }) => role);

/** What was published about who joined. */
async function joinedEvents(userId: string): Promise<Event[]> {
  const rows = await t.sql<{ id: string; data: { payload: { organizationId: string; userId: string } } }[]>`
    select id, data from pgboss.job where name = 'organization.joined'`;
  return rows
    .filter(({ data }) => data.payload.userId === userId)
    .map(({ id, data }) => ({ id, type: 'organization.joined', occurredAt: new Date(), payload: data.payload }));
}

const handle = (name: string, events: Event[]) =>
  accountHandlers.find((handler) => handler.name === name)!.run(systemContext('test', { db: t.db }), events);

describe('an invitation', () => {
  test('lets whoever has the link and an account join, once, with its role, and tells the others', async () => {
    const { id, organization, admin, viewer } = await createTeam(t.db);
    const { token, link, ...rest } = await invited(admin, id, 'marketer');
    expect(link).toBe(`http://localhost:3000/join/${token}`);
    const [stored] = await t.db.select().from(organizationInvitations).where(eq(organizationInvitations.id, rest.id));
    expect(stored?.tokenHash).toBe(hashOf(token));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await listMembers(as(viewer), id)).invitations).toMatchObject([{ id: rest.id, role: 'marketer' }]);
    expect(await getOpenInvitation(t.ctx(), token)).toEqual({
      organization: { slug: organization.slug, name: organization.name },
      role: 'marketer',
      invitedBy: rest.invitedBy,
      expiresAt: rest.expiresAt,
      myRole: null,
    });
    const person = await createActor(t.db);
    expect(await acceptInvitation(as(person), token)).toMatchObject({ id, role: 'marketer', memberCount: 5 });
    expect((await listMembers(as(viewer), id)).invitations).toEqual([]);
    await expect(acceptInvitation(as(await createActor(t.db)), token)).rejects.toEqual(invalid);
    await expect(getOpenInvitation(t.ctx(), token)).rejects.toEqual(invalid);

    const events = await joinedEvents(person.userId);
    expect(events).toHaveLength(1);
    await handle('accounts.notify_member_joined', events);
    await handle('accounts.notify_member_joined', events);
    const news = await t.db.select().from(notifications).where(eq(notifications.kind, 'member_joined'));
    expect(news).toHaveLength(4);
    expect(news.some(({ userId }) => userId === person.userId)).toBe(false);
    expect(news[0]?.href).toBe(`/console/${organization.slug}/members`);
    expect(wordsOfNotification('member_joined', news[0]?.data ?? {})).toMatchObject({
      title: `Somebody joined ${organization.name}`,
    });
  });

  test('takes one of several people at the same time', async () => {
    const { id, owner } = await createTeam(t.db);
    const { token } = await invited(owner, id, 'viewer');
    const people = await Promise.all(Array.from({ length: 4 }, () => createActor(t.db)));
    const outcomes = await Promise.allSettled(people.map((person) => acceptInvitation(as(person), token)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual([invalid, invalid, invalid]);
    expect((await listMembers(as(owner), id)).members).toHaveLength(5);
  });

  test('is not used up by who is a member already, and changes nothing of theirs', async () => {
    const { id, owner, viewer } = await createTeam(t.db);
    const { token } = await invited(owner, id, 'admin');
    await expect(acceptInvitation(as(viewer), token)).rejects.toEqual(refusal(409, 'already_member'));
    expect(await rolesOf(viewer.userId)).toEqual(['viewer']);
    expect(await getOpenInvitation(as(viewer), token)).toMatchObject({ myRole: 'viewer' });
    await acceptInvitation(as(await createActor(t.db)), token);
  });

  test('twice at once by one person makes one member', async () => {
    const { id, owner } = await createTeam(t.db);
    const { token } = await invited(owner, id, 'viewer');
    const person = await createActor(t.db);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(as(person), token)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rolesOf(person.userId)).toEqual(['viewer']);
    expect(await joinedEvents(person.userId)).toHaveLength(1);
  });

  test('ends after 7 days, when taken back, and while the organisation is suspended', async () => {
    const { id, owner, admin } = await createTeam(t.db);
    const person = await createActor(t.db);
    const [old, back, suspended] = [
      await invited(owner, id, 'viewer'),
      await invited(owner, id, 'viewer'),
      await invited(owner, id, 'viewer'),
    ];
    const late = new Date(Date.now() + 7 * dayMs + 1_000);
    await expect(acceptInvitation(as(person, late), old.token)).rejects.toEqual(invalid);
    await withdrawInvitation(as(admin), id, back.id);
    await expect(acceptInvitation(as(person), back.token)).rejects.toEqual(invalid);
    await expect(withdrawInvitation(as(admin), id, back.id)).rejects.toEqual(refusal(404, 'not_found'));
    const isSuspended = { suspendedAt: new Date(), suspendedReason: 'Spam.' };
    await t.db.update(organizations).set(isSuspended).where(eq(organizations.id, id));
    await expect(acceptInvitation(as(person), suspended.token)).rejects.toEqual(invalid);
    await expect(invited(owner, id, 'viewer')).rejects.toEqual(refusal(403, 'organization_suspended'));
    await withdrawInvitation(as(admin), id, suspended.id);
    for (const token of ['x'.repeat(43), suspended.id, hashOf(old.token)]) {
      await expect(acceptInvitation(as(person), token)).rejects.toEqual(invalid);
    }
    expect(await rolesOf(person.userId)).toEqual([]);
  });

  test('goes with the right to make it: removed or demoted people leave none open', async () => {
    const { id, owner, admin } = await createTeam(t.db);
    const second = await addMember(t.db, id, 'owner');
    const ofAdmin = await invited(admin, id, 'admin');
    const [toOwn, toRead] = [await invited(second, id, 'owner'), await invited(second, id, 'viewer')];
    await updateMember(as(owner), id, { userId: second.userId, role: 'admin' });
    await expect(getOpenInvitation(t.ctx(), toOwn.token)).rejects.toEqual(invalid);
    expect(await getOpenInvitation(t.ctx(), toRead.token)).toMatchObject({ role: 'viewer' });
    await removeMember(as(owner), id, admin.userId);
    await expect(getOpenInvitation(t.ctx(), ofAdmin.token)).rejects.toEqual(invalid);
  });

  test('is made by owners, and by admins for others than owners', async () => {
    const { id, owner, admin, marketer, viewer, stranger } = await createTeam(t.db);
    expect(await invited(owner, id, 'owner')).toMatchObject({ role: 'owner' });
    for (const [actor, role, status, code] of [
      [admin, 'owner', 403, 'role_required'],
      [marketer, 'viewer', 403, 'role_required'],
      [viewer, 'viewer', 403, 'role_required'],
      [stranger, 'viewer', 404, 'not_found'],
    ] as const) {
      await expect(invited(actor, id, role)).rejects.toEqual(refusal(status, code));
    }
    await expect(inviteMember(t.ctx(), id, { role: 'viewer' })).rejects.toEqual(refusal(401, 'not_signed_in'));
    expect((await listMembers(as(viewer), id)).invitations).toHaveLength(1);
    const [{ id: open } = { id: '' }] = (await listMembers(as(viewer), id)).invitations;
    await expect(withdrawInvitation(as(viewer), id, open)).rejects.toEqual(refusal(403, 'role_required'));
    const other = await createTeam(t.db);
    await expect(withdrawInvitation(as(other.owner), other.id, open)).rejects.toEqual(refusal(404, 'not_found'));
  });

  test('cannot be made without end', async () => {
    const { id, owner } = await createTeam(t.db);
    for (let i = 0; i < 30; i += 1) await invited(owner, id, 'viewer');
    await expect(invited(owner, id, 'viewer')).rejects.toEqual(refusal(429, 'rate_limited'));
  });
});

test('no letter is written where no mail server would take it', async () => {
  const { id, owner } = await createTeam(t.db);
  const email = `${newId()}@example.com`;
  expect(await invited(owner, id, 'viewer', email)).toMatchObject({ email });
  expect(await t.db.select().from(mails).where(eq(mails.recipient, email))).toEqual([]);
});

describe('an account that is erased', () => {
  const erase = async (actor: UserActor) => {
    await eraseMe(as(actor), { password: PASSWORD, reviews: 'keep' });
    const payload = { userId: actor.userId, reviews: 'keep' as const };
    const event: Event = { id: newId(), type: 'account.erased', occurredAt: new Date(), payload };
    for (const handler of accountHandlers) {
      if (handler.event === event.type) await handler.run(systemContext('test', { db: t.db }), [event]);
    }
  };
  const kept = (id: string) => t.sql`
    select role, email, created_by, used_by from organization_invitations where organization_id = ${id} order by role`;

  test('leaves no address, no name and no open link of its own behind, and others theirs', async () => {
    const { id, owner, admin } = await createTeam(t.db);
    const joiner = await createActor(t.db);
    const [{ email = '' } = {}] = await t.sql<{ email: string }[]>`select email from users where id = ${joiner.userId}`;
    await acceptInvitation(as(joiner), (await invited(admin, id, 'viewer', 'me@work.example')).token);
    const { token } = await invited(admin, id, 'marketer', 'somebody@else.example');
    await invited(owner, id, 'admin', 'other@else.example');
    await invited(owner, id, 'marketer', email.toUpperCase());
    await erase(admin);
    await expect(getOpenInvitation(t.ctx(), token)).rejects.toEqual(invalid);
    await erase(joiner);
    expect([...(await kept(id))]).toEqual([
      { role: 'admin', email: 'other@else.example', created_by: owner.userId, used_by: null },
      { role: 'viewer', email: null, created_by: null, used_by: null },
    ]);
  });
});
