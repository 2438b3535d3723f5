import { describe, expect, test } from 'vitest';
import { systemContext } from '@/lib/context';
import { notifyTransferred } from '@/lib/publishing/notify-members';
import { getConsoleApp } from '@/lib/publishing/queries';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { acceptTransfer, declineTransfer } from './answer-transfer';
import { offerTransfer } from './offer-transfer';
import { listTransfers } from './queries';

const database = testDatabase();
const { as, beginVersion, appRow, auditOf } = publishing(database);

async function scene() {
  const [from, to] = [await createTeam(database.db), await createTeam(database.db)];
  const { app } = await createApp(database.db, { organizationId: from.id, importSource: 'elsewhere' });
  const offer = () => offerTransfer(as(from.owner), app.id, { organization: to.organization.slug });
  return { from, to, app, offer };
}

describe('an app is offered', () => {
  test('by owners, shown on both sides, and the owners of the other hear of it', async () => {
    const { from, to, app, offer } = await scene();
    for (const [actor, status] of [
      [from.admin, 403],
      [to.owner, 404],
      [keyActor(from.id, 'read', 'release'), 403],
    ] as const) {
      await expect(offerTransfer(as(actor), app.id, { organization: to.id })).rejects.toMatchObject({ status });
    }
    const transfer = await offer();
    expect(transfer).toMatchObject({ app: { slug: app.slug }, to: { slug: to.organization.slug }, outcome: null });
    for (const member of [from.viewer, to.viewer]) {
      expect((await listTransfers(as(member))).items).toEqual([transfer]);
    }
    expect((await listTransfers(as(from.stranger))).items).toEqual([]);
    expect((await getConsoleApp(as(from.owner), app.id)).transfer).toEqual({ id: transfer.id, to: transfer.to });
    const told = await database.sql`select user_id, kind from notifications where data ->> 'appId' = ${app.id}`;
    expect(told).toEqual([{ user_id: to.owner.userId, kind: 'transfer_offered' }]);
  });

  test('once at a time, to another organisation that there is, with nothing on its way', async () => {
    const { from, app, offer } = await scene();
    const outcomes = await Promise.allSettled([offer(), offer()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(offer()).rejects.toMatchObject({ code: 'transfer_open', status: 409 });
    const other = await scene();
    for (const organization of [other.from.id, 'no-such-organisation']) {
      await expect(offerTransfer(as(other.from.owner), other.app.id, { organization })).rejects.toMatchObject({
        code: 'unknown_organization',
      });
    }
    await beginVersion(other.from.owner, other.app.id, { version: '2.0.0' });
    await expect(other.offer()).rejects.toMatchObject({ code: 'version_in_flight' });
    expect(await auditOf(app.id)).toEqual(['app.transfer_offered']);
    expect(from.id).not.toBe(other.from.id);
  });
});

describe('an offer is answered', () => {
  test('by taking the app over; both sides hear of it', async () => {
    const { from, to, app, offer } = await scene();
    const { id } = await offer();
    for (const [actor, status] of [
      [to.admin, 403],
      [from.owner, 404],
      [from.stranger, 404],
    ] as const) {
      await expect(acceptTransfer(as(actor), id)).rejects.toMatchObject({ status });
    }
    expect(await acceptTransfer(as(to.owner), id)).toMatchObject({ outcome: 'accepted' });
    expect(await appRow(app.id)).toMatchObject({ organization_id: to.id, import_source: null, slug: app.slug });
    await expect(getConsoleApp(as(from.owner), app.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getConsoleApp(as(to.viewer), app.id)).toMatchObject({ organization: { id: to.id }, transfer: null });
    expect(await auditOf(app.id)).toEqual(['app.transfer_offered', 'app.transferred']);
    await database.sql`delete from notifications`;
    const event = {
      id: '0190a1b2-0000-7000-8000-000000000001',
      type: 'app.transferred' as const,
      occurredAt: new Date(),
      payload: { transferId: id },
    };
    await notifyTransferred.run(systemContext('test', { db: database.db }), [event, event]);
    expect(await database.sql`select from notifications where kind = 'app_transferred'`).toHaveLength(8);
  });

  test('once: of taking over and taking back at once one counts', async () => {
    const { from, to, app, offer } = await scene();
    const { id } = await offer();
    const outcomes = await Promise.allSettled([
      acceptTransfer(as(to.owner), id),
      declineTransfer(as(from.owner), id),
      acceptTransfer(as(to.owner), id),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { organization_id } = await appRow(app.id);
    const [row] = await database.sql`select outcome from app_transfers where id = ${id}`;
    expect(row?.outcome === 'accepted' ? to.id : from.id).toBe(organization_id);
    await expect(acceptTransfer(as(to.owner), id)).rejects.toMatchObject({ code: 'transfer_closed', status: 409 });
  });

  test('by refusing it, or by taking it back', async () => {
    const { from, to, app, offer } = await scene();
    const first = await offer();
    await expect(declineTransfer(as(to.admin), first.id)).rejects.toMatchObject({ code: 'role_required' });
    await expect(declineTransfer(as(from.admin), first.id)).rejects.toMatchObject({ code: 'role_required' });
    await expect(declineTransfer(as(from.stranger), first.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await declineTransfer(as(to.owner), first.id)).toMatchObject({ outcome: 'declined' });
    expect(await declineTransfer(as(from.owner), (await offer()).id)).toMatchObject({ outcome: 'cancelled' });
    expect((await appRow(app.id)).organization_id).toBe(from.id);
    expect((await listTransfers(as(to.owner))).items).toEqual([]);
  });

  test('not while a version is on its way, nor from a suspended organisation', async () => {
    const { from, to, app, offer } = await scene();
    const { id } = await offer();
    const refs = await beginVersion(from.owner, app.id, { version: '2.0.0' });
    await expect(acceptTransfer(as(to.owner), id)).rejects.toMatchObject({ code: 'version_in_flight' });
    await database.sql`delete from app_versions where id = ${refs.version}`;
    await database.sql`update organizations set suspended_at = now(), suspended_reason = 'Fraud' where id = ${from.id}`;
    await expect(acceptTransfer(as(to.owner), id)).rejects.toMatchObject({ code: 'organization_suspended' });
    expect((await appRow(app.id)).organization_id).toBe(from.id);
    expect((await listTransfers(as(to.owner))).items).toHaveLength(1);
  });
});
