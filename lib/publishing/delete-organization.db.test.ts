import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apps, auditLog, organizationMembers, organizations, payouts } from '@/db/schema';
import { createKey } from '@/lib/accounts/organizations/create-key';
import { findKeyActor } from '@/lib/accounts/organizations/keys';
import { listOrganizations } from '@/lib/accounts/organizations/queries';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { booksOf } from '@/tests/books';
import { createApp, createOrganization, createPurchase, createUser } from '@/tests/factories';
import { addMember, createTeam, keyActor } from '@/tests/organizations';
import { deleteOrganization } from './delete-organization';

const t = testDatabase();
const { sell } = booksOf(t);
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const row = async (id: string) => (await t.db.select().from(organizations).where(eq(organizations.id, id)))[0];
const appsOf = async (id: string) => (await t.db.select().from(apps).where(eq(apps.organizationId, id))).length;

async function why(team: Awaited<ReturnType<typeof createTeam>>) {
  const error = await deleteOrganization(t.ctx({ actor: team.owner }), team.id).catch((reason: unknown) => reason);
  expect(error).toEqual(refusal(409, 'organization_not_empty'));
  expect(await row(team.id)).toMatchObject({ id: team.id });
  return (error as { extras: { members: unknown } }).extras.members;
}

describe('deleting an organisation', () => {
  test('takes its drafts, what is off sale and nobody got, members and keys, on record', async () => {
    const { id, organization, owner, viewer } = await createTeam(t.db);
    await createApp(t.db, { organizationId: id, status: 'draft' });
    await createApp(t.db, { organizationId: id, status: 'hidden' });
    const { key } = await createKey(t.ctx({ actor: owner }), { organization: id, name: 'CI', scopes: ['read'] });
    await deleteOrganization(t.ctx({ actor: owner }), organization.slug);
    expect(await row(id)).toBeUndefined();
    expect(await appsOf(id)).toBe(0);
    expect(await listOrganizations(t.ctx({ actor: viewer }))).toEqual([]);
    await expect(findKeyActor(t.ctx(), key)).rejects.toEqual(refusal(401, 'key_invalid'));
    await expect(deleteOrganization(t.ctx({ actor: owner }), id)).rejects.toEqual(refusal(404, 'not_found'));
    const [entry] = await t.db.select().from(auditLog).where(eq(auditLog.action, 'organization.deleted'));
    expect(entry).toMatchObject({ subjectId: id, changes: { slug: organization.slug, isNameKept: false } });
    expect(entry?.changes).toHaveProperty('apps.length', 2);
  });

  test.each([['listed'], ['removed']] as const)(
    'is refused while an app of it is %s, and nothing goes',
    async (status) => {
      const team = await createTeam(t.db);
      await createApp(t.db, { organizationId: team.id, status });
      await createApp(t.db, { organizationId: team.id, status: 'draft' });
      expect(await why(team)).toEqual({ apps: 1, hasMoney: false });
      expect(await appsOf(team.id)).toBe(2);
    },
  );

  test('is refused while reviewers have an app of it', async () => {
    const team = await createTeam(t.db);
    const version = { state: 'waiting_for_review', releasedAt: null };
    await createApp(t.db, { organizationId: team.id, status: 'draft', version });
    expect(await why(team)).toEqual({ apps: 1, hasMoney: false });
  });

  test('is refused while somebody owns an app that is off sale', async () => {
    const team = await createTeam(t.db);
    const { app, price } = await createApp(t.db, { organizationId: team.id, status: 'hidden' });
    await createPurchase(t.db, { user: await createUser(t.db), app, price });
    expect(await why(team)).toEqual({ apps: 1, hasMoney: false });
  });

  test('is refused while money is on its way, and leaves the name to the books once it has come', async () => {
    const team = await createTeam(t.db, { description: 'About us', contactEmail: 'us@example.com' });
    const sold = await createApp(t.db, { organizationId: team.id, prices: [{ amountMinor: 499 }] });
    await sell(sold);
    const other = await createOrganization(t.db);
    await t.db.update(apps).set({ organizationId: other.id }).where(eq(apps.id, sold.app.id));
    expect(await why(team)).toEqual({ apps: 0, hasMoney: true });
    const account = `organization:${team.id}:payable`;
    const [{ owed } = { owed: 0 }] = await t.sql<{ owed: number }[]>`
      select -sum(amount_minor)::int as owed from ledger_entries where account = ${account}`;
    const payout = { id: newId(), organizationId: team.id, month: '2026-01', currency: 'USD', createdAt: new Date() };
    await t.db.insert(payouts).values({ ...payout, amountMinor: owed, status: 'pending' });
    await t.sql`
      insert into ledger_entries (id, transaction_id, organization_id, account, amount_minor, currency, created_at)
      values (${newId()}, ${payout.id}, ${team.id}, ${account}, ${owed}, 'USD', now()),
        (${newId()}, ${payout.id}, ${team.id}, 'payout:clearing', ${-owed}, 'USD', now())`;
    expect(await why(team)).toEqual({ apps: 0, hasMoney: true });
    await t.db.update(payouts).set({ status: 'paid', paidAt: new Date() }).where(eq(payouts.id, payout.id));
    await deleteOrganization(t.ctx({ actor: team.owner }), team.id);
    expect(await row(team.id)).toMatchObject({ name: team.organization.name, description: '', contactEmail: null });
    const members = await t.db
      .select()
      .from(organizationMembers)
      .where(eq(organizationMembers.organizationId, team.id));
    expect(members).toEqual([]);
  });

  test('is for its owners', async () => {
    const { id, admin, marketer, viewer, stranger } = await createTeam(t.db);
    for (const [actor, status, code] of [
      [admin, 403, 'role_required'],
      [marketer, 403, 'role_required'],
      [viewer, 403, 'role_required'],
      [stranger, 404, 'not_found'],
      [keyActor(id, 'read', 'listing', 'respond', 'release'), 401, 'not_signed_in'],
      [{ kind: 'anonymous' }, 401, 'not_signed_in'],
    ] as const) {
      await expect(deleteOrganization(t.ctx({ actor }), id)).rejects.toEqual(refusal(status, code));
    }
    expect(await row(id)).toMatchObject({ id });
    await t.db
      .update(organizations)
      .set({ suspendedAt: new Date(), suspendedReason: 'Spam.' })
      .where(eq(organizations.id, id));
    const owner = await addMember(t.db, id, 'owner');
    await expect(deleteOrganization(t.ctx({ actor: owner }), id)).rejects.toEqual(
      refusal(403, 'organization_suspended'),
    );
  });

  test('twice at once is one deletion', async () => {
    const { id, owner } = await createTeam(t.db);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => deleteOrganization(t.ctx({ actor: owner }), id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual([refusal(404, 'not_found'), refusal(404, 'not_found')]);
  });
});
