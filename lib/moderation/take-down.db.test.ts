import { beforeAll, describe, expect, test } from 'vitest';
import { organizationMembers } from '@/db/schema';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { getApp } from '@/lib/catalog/queries';
import type { UserActor } from '@/lib/context';
import { requestDownload } from '@/lib/downloads/request-download';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { withdrawVersion } from '@/lib/publishing/withdraw-version';
import { testDatabase } from '@/tests/database';
import {
  createActor,
  createApp,
  createOrganization,
  createPurchase,
  createUser,
  createVersion,
} from '@/tests/factories';
import { addMember, createAppeal, createSubmission } from '@/tests/submissions';
import { claimSubmission } from './claim-submission';
import { decideSubmission } from './decide-submission';
import { moderationHandlers } from './handlers';
import { requireAppeal } from './list-appeals';
import { listReports } from './list-reports';
import { getSubmissionCase } from './submission-case';
import { liftSuspension, suspendOrganization } from './suspend-organization';
import { restoreApp, takeDownApp } from './take-down-app';

const t = testDatabase();
const body = { guidelineId: '4.1', reason: 'It steals passwords.' } as const;
let admin: UserActor;
const as = (actor: UserActor, now = new Date()) => t.ctx({ actor, now });

const statusOf = async (id: string) => (await t.sql`select status from apps where id = ${id}`)[0]?.status;
const statesOf = async (appId: string) => {
  const rows = await t.sql<{ version: string; state: string }[]>`
    select version, state from app_versions where app_id = ${appId} order by version`;
  return Object.fromEntries(rows.map(({ version, state }) => [version, state]));
};
/** Hands the events of one type that wait for a worker to the handlers of this domain. */
async function work(type: 'app.status_changed' | 'organization.suspension_changed') {
  const rows = await t.sql<{ data: { id: string; occurredAt: string; payload: never } }[]>`
    delete from pgboss.job where name = ${type} returning data`;
  const events = rows.map(({ data }) => ({ ...data, type, occurredAt: new Date(data.occurredAt) }) as Event);
  const ctx = t.ctx({ actor: { kind: 'system', job: 'test' } });
  for (const handler of moderationHandlers) if (handler.event === type) await handler.run(ctx, events);
}
const newsOf = async (userId: string) => {
  const rows = await t.sql<{ kind: string; data: object; href: string }[]>`
    select kind, data, href from notifications where user_id = ${userId} order by created_at, id`;
  return [...rows];
};

beforeAll(async () => {
  admin = await createActor(t.db, { roles: ['admin'] });
});

describe('taking an app down', () => {
  test('removes it and what was released at once, withdraws what waits, and tells developer and owners why', async () => {
    const developer = await createUser(t.db);
    const organization = await createOrganization(t.db, { ownerId: developer.id });
    const { id, app, version } = await createSubmission(t.db, { status: 'listed', organizationId: organization.id });
    await createVersion(t.db, app, { version: '0.9.0', state: 'superseded' });
    const owner = await createActor(t.db);
    const [price] = await t.sql<{ id: string }[]>`select id from app_prices where app_id = ${app.id}`;
    await createPurchase(t.db, {
      user: { id: owner.userId },
      app,
      price: { id: price!.id, amountMinor: 0, currency: 'USD', kind: 'one_time', country: '*' } as never,
    });
    await takeDownApp(as(admin), app.slug, body);
    expect(await statusOf(app.id)).toBe('removed');
    expect(await statesOf(app.id)).toEqual({ '0.9.0': 'superseded', '1.0.0': 'removed', '2.0.0': 'draft' });
    expect((await t.sql`select outcome from submissions where id = ${id}`)[0]?.outcome).toBe('withdrawn');
    expect(await getApp(t.ctx(), app.id, 'US')).toBeNull();
    for (const wish of [{}, { version: '0.9.0' }, { version: '1.0.0' }]) {
      await expect(requestDownload(as(owner), app.id, wish)).rejects.toMatchObject({
        status: 409,
        code: 'app_removed',
      });
    }
    const rows = await t.sql`
      select l.action, l.reason, l.changes, (select body from audit_texts x where x.sequence = l.sequence) as text
      from audit_log l where subject_id in (${app.id}, ${version.id}) order by sequence`;
    expect(rows).toMatchObject([
      { action: 'version.withdraw', reason: '4.1' },
      { action: 'app.taken_down', reason: '4.1', text: body.reason, changes: { status: ['listed', 'removed'] } },
    ]);
    await work('app.status_changed');
    expect(await newsOf(developer.id)).toMatchObject([
      { kind: 'app_taken_down', data: { app: app.name, guideline: 'Malware', reason: body.reason } },
    ]);
    expect(await newsOf(owner.userId)).toMatchObject([
      { kind: 'owned_app_taken_down', data: { app: app.name, reason: body.reason }, href: '/library' },
    ]);

    await restoreApp(as(admin, new Date(Date.now() + 1000)), app.id);
    expect(await statusOf(app.id)).toBe('listed');
    expect(await statesOf(app.id)).toEqual({ '0.9.0': 'superseded', '1.0.0': 'released', '2.0.0': 'draft' });
    expect((await requestDownload(as(owner), app.id)).version).toBe('1.0.0');
    await work('app.status_changed');
    expect((await newsOf(developer.id)).map(({ kind }) => kind)).toEqual(['app_taken_down', 'app_restored']);
    expect(await newsOf(owner.userId)).toHaveLength(1);
  });

  test('of two at once counts once, and so does restoring', async () => {
    const { app } = await createApp(t.db, { status: 'hidden' });
    const downs = await Promise.allSettled([1, 2].map(() => takeDownApp(as(admin), app.id, body)));
    expect(downs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(takeDownApp(as(admin), app.id, body)).rejects.toMatchObject({ status: 409, code: 'already_removed' });
    const ups = await Promise.allSettled([1, 2].map(() => restoreApp(as(admin), app.id)));
    expect(ups.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(restoreApp(as(admin), app.id)).rejects.toMatchObject({ status: 409, code: 'not_removed' });
    expect(await statusOf(app.id)).toBe('hidden');
    expect(await statesOf(app.id)).toEqual({ '1.0.0': 'released' });
  });

  test('while a version is approved, withdrawn and released leaves nothing of the app out', async () => {
    const moderator = await createActor(t.db, { roles: ['moderator'] });
    for (let round = 0; round < 5; round += 1) {
      const { id, app, version, ownerId } = await createSubmission(t.db, {
        status: 'listed',
        releaseMode: 'automatic',
      });
      const owner = { ...admin, userId: ownerId, roles: [] };
      await claimSubmission(as(moderator), id);
      const answers = await Promise.allSettled([
        decideSubmission(as(moderator), id, { decision: 'approve', note: '' }),
        takeDownApp(as(admin), app.id, body),
        withdrawVersion(as(owner), { id: app.id, version: version.id }),
        claimSubmission(as(moderator), id),
      ]);
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409 });
      }
      expect(answers[1].status).toBe('fulfilled');
      expect(await statusOf(app.id)).toBe('removed');
      expect(Object.values(await statesOf(app.id))).not.toContain('released');
      const open = await t.sql`select from submissions where app_id = ${app.id} and outcome is null`;
      expect(open).toHaveLength(0);
    }
  });

  test('is for admins outside the organisation', async () => {
    const { app } = await createApp(t.db);
    const insider = await createActor(t.db, { roles: ['admin'] });
    await addMember(t.db, app.organizationId, insider.userId);
    await expect(takeDownApp(as(insider), app.id, body)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    const moderator = await createActor(t.db, { roles: ['moderator'] });
    await expect(takeDownApp(as(moderator), app.id, body)).rejects.toMatchObject({
      status: 403,
      code: 'role_required',
    });
    await expect(takeDownApp(as(admin), newId(), body)).rejects.toMatchObject({ status: 404 });
    expect(await statusOf(app.id)).toBe('listed');
    await takeDownApp(as(admin), app.id, body);
    await expect(restoreApp(as(insider), app.id)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    expect(await statusOf(app.id)).toBe('removed');
  });
});

describe('suspending an organisation', () => {
  async function scene() {
    const developer = await createActor(t.db);
    const organization = await createOrganization(t.db, { ownerId: developer.userId });
    const make = async (status: string) => (await createApp(t.db, { organizationId: organization.id, status })).app.id;
    const apps = { listed: await make('listed'), hidden: await make('hidden'), draft: await make('draft') };
    const statuses = async () => Promise.all([apps.listed, apps.hidden, apps.draft].map((id) => statusOf(id)));
    return { developer, organization, apps, statuses };
  }

  test('hides what is listed, and lifting it lists exactly that again', async () => {
    const { developer, organization, statuses } = await scene();
    const { app: other } = await createApp(t.db);
    await suspendOrganization(as(admin), organization.slug, { reason: 'Stolen cards.' });
    expect(await statuses()).toEqual(['hidden', 'hidden', 'draft']);
    expect(await statusOf(other.id)).toBe('listed');
    await expect(requireMember(as(developer), organization.id, 'listing')).rejects.toMatchObject({
      code: 'organization_suspended',
    });
    await work('organization.suspension_changed');
    expect(await newsOf(developer.userId)).toMatchObject([
      { kind: 'organization_suspended', data: { organization: organization.name, reason: 'Stolen cards.' } },
    ]);
    await liftSuspension(as(admin), organization.id);
    expect(await statuses()).toEqual(['listed', 'hidden', 'draft']);
    await requireMember(as(developer), organization.id, 'listing');
    await work('organization.suspension_changed');
    expect((await newsOf(developer.userId)).map(({ kind }) => kind)).toEqual([
      'organization_suspended',
      'organization_restored',
    ]);
    const actions = await t.sql`select action from audit_log where subject_id = ${organization.id} order by sequence`;
    expect(actions).toEqual([{ action: 'organization.suspended' }, { action: 'organization.restored' }]);
  });

  test('shows at the desk, in each case, appeal and report of it', async () => {
    const { id, appealId, app, organizationId } = await createAppeal(t.db, { rejectedBy: admin.userId });
    await t.sql`insert into app_reports (id, app_id, reason, created_at) values (${newId()}, ${app.id}, 'scam', now())`;
    const shown = async () => [
      (await getSubmissionCase(as(admin), id)).organization.isSuspended,
      (await requireAppeal(as(admin), appealId)).organization?.isSuspended,
      (await listReports(as(admin), { state: 'open', limit: 100 })).items.find((report) => report.app.id === app.id)
        ?.organization.isSuspended,
    ];
    expect(await shown()).toEqual([false, false, false]);
    await suspendOrganization(as(admin), organizationId, { reason: 'x' });
    expect(await shown()).toEqual([true, true, true]);
    await liftSuspension(as(admin), organizationId);
    expect(await shown()).toEqual([false, false, false]);
  });

  test('and taking apps of it down in between leave each app as it was', async () => {
    const { organization, apps, statuses } = await scene();
    await suspendOrganization(as(admin), organization.id, { reason: 'x' });
    await takeDownApp(as(admin), apps.listed, body);
    await takeDownApp(as(admin), apps.hidden, body);
    await expect(restoreApp(as(admin), apps.listed)).rejects.toMatchObject({
      status: 409,
      code: 'organization_suspended',
    });
    await liftSuspension(as(admin), organization.id);
    expect(await statuses()).toEqual(['removed', 'removed', 'draft']);
    await restoreApp(as(admin), apps.listed);
    await restoreApp(as(admin), apps.hidden);
    expect(await statuses()).toEqual(['listed', 'hidden', 'draft']);
  });

  test('is done once, by admins outside of it', async () => {
    const { organization, statuses } = await scene();
    const insider = await createActor(t.db, { roles: ['admin'] });
    await addMember(t.db, organization.id, insider.userId);
    const reason = { reason: 'x' };
    await expect(suspendOrganization(as(insider), organization.id, reason)).rejects.toMatchObject({
      code: 'conflict_of_interest',
    });
    const moderator = await createActor(t.db, { roles: ['moderator'] });
    await expect(suspendOrganization(as(moderator), organization.id, reason)).rejects.toMatchObject({ status: 403 });
    await expect(suspendOrganization(as(admin), newId(), reason)).rejects.toMatchObject({ status: 404 });
    await expect(liftSuspension(as(admin), organization.id)).rejects.toMatchObject({ code: 'not_suspended' });
    const answers = await Promise.allSettled([1, 2].map(() => suspendOrganization(as(admin), organization.id, reason)));
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost.map(({ reason }) => reason.code)).toEqual(['already_suspended']);
    await liftSuspension(as(admin), organization.id);
    expect(await statuses()).toEqual(['listed', 'hidden', 'draft']);
  });
});

test('every member of the organisation is told, viewers too', async () => {
  const { app } = await createApp(t.db);
  const viewer = await createUser(t.db);
  await t.db
    .insert(organizationMembers)
    .values({ organizationId: app.organizationId, userId: viewer.id, role: 'viewer', createdAt: new Date() });
  await takeDownApp(as(admin), app.id, body);
  await work('app.status_changed');
  expect(await newsOf(viewer.id)).toHaveLength(1);
});
