import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, organizationMembers, organizations, users } from '@/db/schema';
import { getMe } from '@/lib/accounts/queries';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { addMember, createTeam, keyActor } from '@/tests/organizations';
import { createOrganization } from './create-organization';
import { getOrganization, listMembers, listOrganizations } from './queries';
import { removeMember } from './remove-member';
import { maxOwnedOrganizations, type OrganizationRole } from './rules';
import { createOrganizationBody, updateOrganizationBody } from './schema';
import { updateMember } from './update-member';
import { updateOrganization } from './update-organization';

const t = testDatabase();
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const roleOf = async (organizationId: string, userId: string) =>
  (
    await t.db
      .select()
      .from(organizationMembers)
      .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId)))
  )[0]?.role;
const entriesOf = async (id: string) =>
  t.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.sequence);
const ownersOf = async (id: string) =>
  (await t.db.select().from(organizationMembers).where(eq(organizationMembers.organizationId, id))).filter(
    ({ role }) => role === 'owner',
  ).length;

describe('making an organisation', () => {
  test('makes me its owner, gives it an address from its name, and is on record and in /me', async () => {
    const actor = await createActor(t.db);
    const made = await createOrganization(t.ctx({ actor }), { name: 'Ångström & Söhne GmbH', country: 'DE' });
    expect(made).toMatchObject({
      slug: 'angstrom-and-sohne-gmbh',
      country: 'DE',
      description: '',
      website: null,
      role: 'owner',
      appCount: 0,
      memberCount: 1,
      verifiedDomain: null,
    });
    expect(await listOrganizations(t.ctx({ actor }))).toEqual([made]);
    expect((await getMe(t.ctx({ actor }))).organizations).toEqual([
      { slug: made.slug, name: 'Ångström & Söhne GmbH', role: 'owner' },
    ]);
    expect(await entriesOf(made.id)).toMatchObject([{ action: 'organization.created', actorId: actor.userId }]);
    expect(JSON.stringify(await entriesOf(made.id))).not.toContain('Ångström');
  });

  test.each(['株式会社りんご', '🍎🍏', '---', 'Apps', 'new', newId(), '\u0301\u0301'])(
    'gives %s an address that nothing else has',
    async (name) => {
      const actor = await createActor(t.db);
      const slugs = new Set<string>();
      for (let i = 0; i < 3; i += 1) {
        const { slug } = await createOrganization(t.ctx({ actor }), { name, country: 'JP' });
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(['apps', 'new', name]).not.toContain(slug);
        slugs.add(slug);
      }
      expect(slugs.size).toBe(3);
    },
  );

  test('of one name at once gives each an address of its own', async () => {
    const actors = await Promise.all(Array.from({ length: 6 }, () => createActor(t.db)));
    const made = await Promise.all(
      actors.map((actor) => createOrganization(t.ctx({ actor }), { name: 'Tern Works', country: 'GB' })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(6);
    expect(made.map(({ slug }) => slug)).toContain('tern-works');
  });

  test('ends at the limit, also for many requests at once', async () => {
    const actor = await createActor(t.db);
    const outcomes = await Promise.allSettled(
      Array.from({ length: maxOwnedOrganizations + 3 }, (_, i) =>
        createOrganization(t.ctx({ actor }), { name: `Many ${i}`, country: 'US' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(maxOwnedOrganizations);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual(Array(3).fill(refusal(409, 'too_many_organizations')));
  });

  test('is for people', async () => {
    const input = { name: 'X', country: 'US' };
    await expect(createOrganization(t.ctx(), input)).rejects.toEqual(refusal(401, 'not_signed_in'));
    const actor = keyActor(newId(), 'read', 'release');
    await expect(createOrganization(t.ctx({ actor }), input)).rejects.toEqual(refusal(401, 'not_signed_in'));
    const erased = await createActor(t.db);
    await t.db.update(users).set({ erasedAt: new Date() }).where(eq(users.id, erased.userId));
    await expect(createOrganization(t.ctx({ actor: erased }), input)).rejects.toEqual(refusal(401, 'not_signed_in'));
  });

  test.each([
    ['a name of nothing', { name: ' \u200b ', country: 'US' }],
    ['a name that is too long', { name: 'x'.repeat(201), country: 'US' }],
    ['no country', { name: 'X' }],
    ['no such country', { name: 'X', country: 'ZZ' }],
    ['a script for a website', { name: 'X', country: 'US', website: 'javascript:alert(1)' }],
    ['an address that is none', { name: 'X', country: 'US', contactEmail: 'me' }],
    ['a field that it does not have', { name: 'X', country: 'US', verifiedDomain: 'apple.com' }],
  ])('takes no %s', (_, body) => {
    expect(createOrganizationBody.safeParse(body).success).toBe(false);
    expect(updateOrganizationBody.safeParse({ ...body, country: 'ZZ' }).success).toBe(false);
  });
});

describe('the profile', () => {
  test('is changed by owners and admins, once on record, and keeps its address', async () => {
    const { organization, owner, admin } = await createTeam(t.db);
    const change = { name: 'Renamed', website: 'https://example.org/', contactEmail: 'team@example.org' };
    const changed = await updateOrganization(t.ctx({ actor: admin }), organization.slug, change);
    expect(changed).toMatchObject({ ...change, slug: organization.slug, role: 'admin' });
    expect(await updateOrganization(t.ctx({ actor: owner }), organization.id, change)).toEqual({
      ...changed,
      role: 'owner',
    });
    expect(await updateOrganization(t.ctx({ actor: owner }), organization.id, {})).toMatchObject(change);
    expect(await entriesOf(organization.id)).toMatchObject([
      { action: 'organization.updated', changes: { fields: ['contactEmail', 'name', 'website'] } },
    ]);
  });

  test('counts apps and members, for keys too, and says why it is suspended', async () => {
    const { id, viewer } = await createTeam(t.db, { suspendedAt: new Date(), suspendedReason: 'Spam.' });
    await createApp(t.db, { organizationId: id });
    await createApp(t.db, { organizationId: id, status: 'draft' });
    const counts = { appCount: 2, listedAppCount: 1, memberCount: 4, suspendedReason: 'Spam.' };
    expect(await getOrganization(t.ctx({ actor: viewer }), id)).toMatchObject({ ...counts, role: 'viewer' });
    const actor = keyActor(id, 'read');
    expect(await listOrganizations(t.ctx({ actor }))).toEqual([expect.objectContaining({ ...counts, role: null })]);
  });

  test('stays as it is while suspended', async () => {
    const { id, owner } = await createTeam(t.db, { suspendedAt: new Date(), suspendedReason: 'Spam.' });
    const changing = updateOrganization(t.ctx({ actor: owner }), id, { name: 'Innocent' });
    await expect(changing).rejects.toEqual(refusal(403, 'organization_suspended'));
  });
});

describe('members', () => {
  test('are listed with owners first, to every member', async () => {
    const { id, owner, admin, marketer, viewer } = await createTeam(t.db);
    const { members, invitations } = await listMembers(t.ctx({ actor: viewer }), id);
    expect(members.map(({ userId, role, isMe }) => [userId, role, isMe])).toEqual([
      [owner.userId, 'owner', false],
      [admin.userId, 'admin', false],
      [marketer.userId, 'marketer', false],
      [viewer.userId, 'viewer', true],
    ]);
    expect(invitations).toEqual([]);
  });

  test('get another role from owners and admins, on record once', async () => {
    const { id, admin, viewer } = await createTeam(t.db);
    const ctx = t.ctx({ actor: admin });
    const change = { userId: viewer.userId, role: 'marketer' as const };
    const { members } = await updateMember(ctx, id, change);
    expect(members.find(({ userId }) => userId === viewer.userId)?.role).toBe('marketer');
    await updateMember(ctx, id, change);
    expect(await entriesOf(id)).toMatchObject([
      {
        action: 'organization.role_changed',
        changes: { userId: viewer.userId, role: { from: 'viewer', to: 'marketer' } },
      },
    ]);
  });

  test.each<[string, 'admin' | 'marketer' | 'viewer', 'owner' | 'admin' | 'viewer', OrganizationRole]>([
    ['an admin makes nobody an owner', 'admin', 'viewer', 'owner'],
    ['an admin does not make themself an owner', 'admin', 'admin', 'owner'],
    ['an admin demotes no owner', 'admin', 'owner', 'viewer'],
    ['a marketer changes nobody', 'marketer', 'viewer', 'marketer'],
    ['a viewer does not rise', 'viewer', 'viewer', 'admin'],
  ])('%s', async (_, by, whom, role) => {
    const team = await createTeam(t.db);
    await addMember(t.db, team.id, 'owner');
    const before = await roleOf(team.id, team[whom].userId);
    const changing = updateMember(t.ctx({ actor: team[by] }), team.id, { userId: team[whom].userId, role });
    await expect(changing).rejects.toEqual(refusal(403, 'role_required'));
    expect(await roleOf(team.id, team[whom].userId)).toBe(before);
  });

  test('may leave, whatever they are, and are removed by owners and admins', async () => {
    const { id, owner, admin, marketer, viewer, stranger } = await createTeam(t.db);
    await removeMember(t.ctx({ actor: viewer }), id, viewer.userId);
    await removeMember(t.ctx({ actor: admin }), id, marketer.userId);
    await removeMember(t.ctx({ actor: owner }), id, admin.userId);
    expect(await ownersOf(id)).toBe(1);
    await expect(getOrganization(t.ctx({ actor: viewer }), id)).rejects.toEqual(refusal(404, 'not_found'));
    for (const userId of [viewer.userId, stranger.userId, newId()]) {
      await expect(removeMember(t.ctx({ actor: owner }), id, userId)).rejects.toEqual(refusal(404, 'not_found'));
    }
    expect((await entriesOf(id)).map(({ action }) => action)).toEqual([
      'organization.member_left',
      'organization.member_removed',
      'organization.member_removed',
    ]);
  });

  test('who may not remove others', async () => {
    const { id, owner, admin, marketer, viewer, stranger } = await createTeam(t.db);
    await addMember(t.db, id, 'owner');
    for (const [actor, whom, status, code] of [
      [admin, owner, 403, 'role_required'],
      [marketer, viewer, 403, 'role_required'],
      [viewer, owner, 403, 'role_required'],
      [stranger, viewer, 404, 'not_found'],
    ] as const) {
      await expect(removeMember(t.ctx({ actor }), id, whom.userId)).rejects.toEqual(refusal(status, code));
    }
    expect((await listMembers(t.ctx({ actor: viewer }), id)).members).toHaveLength(5);
  });
});

describe('the last owner', () => {
  test('stays, neither leaving nor demoted', async () => {
    const { id, owner } = await createTeam(t.db);
    const ctx = t.ctx({ actor: owner });
    await expect(removeMember(ctx, id, owner.userId)).rejects.toEqual(refusal(409, 'last_owner'));
    const demoting = updateMember(ctx, id, { userId: owner.userId, role: 'admin' });
    await expect(demoting).rejects.toEqual(refusal(409, 'last_owner'));
    expect(await ownersOf(id)).toBe(1);
    await addMember(t.db, id, 'owner');
    await updateMember(ctx, id, { userId: owner.userId, role: 'viewer' });
    expect(await roleOf(id, owner.userId)).toBe('viewer');
  });

  test('is one of two who demote each other at the same time, every time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, owner } = await createTeam(t.db);
      const other = await addMember(t.db, id, 'owner');
      const outcomes = await Promise.allSettled([
        updateMember(t.ctx({ actor: owner }), id, { userId: other.userId, role: 'viewer' }),
        updateMember(t.ctx({ actor: other }), id, { userId: owner.userId, role: 'viewer' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await ownersOf(id)).toBe(1);
    }
  });

  test('is one of three who all leave at once', async () => {
    const { id, owner } = await createTeam(t.db);
    const owners = [owner, await addMember(t.db, id, 'owner'), await addMember(t.db, id, 'owner')];
    const outcomes = await Promise.allSettled(owners.map((actor) => removeMember(t.ctx({ actor }), id, actor.userId)));
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last_owner' } });
    expect(await ownersOf(id)).toBe(1);
  });
});

test('to everybody outside an organisation is not there', async () => {
  const { id, organization, stranger } = await createTeam(t.db);
  const before = await t.db.select().from(organizations).where(eq(organizations.id, id));
  for (const ref of [id, organization.slug, newId(), 'no-such', "'; --"]) {
    for (const actor of [stranger, keyActor(newId(), 'read', 'listing', 'respond', 'release')]) {
      await expect(getOrganization(t.ctx({ actor }), ref)).rejects.toEqual(refusal(404, 'not_found'));
      await expect(updateOrganization(t.ctx({ actor }), ref, { name: 'Mine' })).rejects.toMatchObject({ status: 404 });
    }
    await expect(getOrganization(t.ctx(), ref)).rejects.toEqual(refusal(401, 'not_signed_in'));
  }
  expect(await t.db.select().from(organizations).where(eq(organizations.id, id))).toEqual(before);
});
