import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { PUT as takeDown, DELETE as restore } from '@/app/api/v1/moderation/apps/[id]/takedown/route';
import { POST as decideAppeal } from '@/app/api/v1/moderation/appeals/[id]/decision/route';
import { GET as appeals } from '@/app/api/v1/moderation/appeals/route';
import { GET as audit } from '@/app/api/v1/moderation/audit/route';
import { GET as dashboard } from '@/app/api/v1/moderation/dashboard/route';
import { DELETE as lift, PUT as suspend } from '@/app/api/v1/moderation/organizations/[organization]/suspension/route';
import { POST as resolve } from '@/app/api/v1/moderation/reports/[id]/resolution/route';
import { GET as reports } from '@/app/api/v1/moderation/reports/route';
import { GET as build } from '@/app/api/v1/moderation/submissions/[id]/build/route';
import { DELETE as giveBack, POST as claim } from '@/app/api/v1/moderation/submissions/[id]/claim/route';
import { POST as decide } from '@/app/api/v1/moderation/submissions/[id]/decision/route';
import { GET as submission } from '@/app/api/v1/moderation/submissions/[id]/route';
import { GET as submissions } from '@/app/api/v1/moderation/submissions/route';
import { appReports } from '@/db/schema';
import type { Event } from '@/lib/events/events';
import { operations } from '@/lib/http/operations';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { testDatabase } from '@/tests/database';
import { createApp, createUser, PASSWORD } from '@/tests/factories';
import { addMember, createAppeal, createSubmission } from '@/tests/submissions';
import { type Visitor, visitor } from '@/tests/visitor';
import { moderationHandlers } from './handlers';

const t = testDatabase();
type Person = Visitor & { id: string };

async function signedIn(roles: string[]): Promise<Person> {
  const { id, email } = await createUser(t.db, { roles });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  return { ...client, id };
}

let moderator: Person;
let admin: Person;

beforeAll(async () => {
  moderator = await signedIn(['moderator']);
  admin = await signedIn(['admin']);
});

const get = (client: Visitor, handler: Parameters<Visitor['call']>[0], query = '', params = {}) =>
  client.call(handler, 'GET', `/api/v1/moderation${query}`, { params });

describe('who may use the desk', () => {
  test('its routes are for moderators, the hardest for admins, and change nothing for others', async () => {
    const { id, organizationId, app, appealId } = await createAppeal(t.db, { rejectedBy: admin.id });
    const [report] = await t.db
      .insert(appReports)
      .values({ id: newId(), appId: app.id, reason: 'malware', createdAt: new Date() })
      .returning();
    const reject = { decision: 'reject', guidelineIds: ['2.1'], evidence: 'x', note: 'x' };
    const routes = [
      [dashboard, 'GET', {}, undefined, 'moderator'],
      [submissions, 'GET', {}, undefined, 'moderator'],
      [submission, 'GET', { id }, undefined, 'moderator'],
      [build, 'GET', { id }, undefined, 'moderator'],
      [claim, 'POST', { id }, undefined, 'moderator'],
      [giveBack, 'DELETE', { id }, undefined, 'moderator'],
      [decide, 'POST', { id }, reject, 'moderator'],
      [appeals, 'GET', {}, undefined, 'moderator'],
      [decideAppeal, 'POST', { id: appealId }, { decision: 'uphold', note: 'x' }, 'moderator'],
      [reports, 'GET', {}, undefined, 'moderator'],
      [resolve, 'POST', { id: report!.id }, { resolution: 'acted' }, 'moderator'],
      [audit, 'GET', {}, undefined, 'moderator'],
      [takeDown, 'PUT', { id: app.id }, { guidelineId: '4.1', reason: 'x' }, 'admin'],
      [restore, 'DELETE', { id: app.id }, undefined, 'admin'],
      [suspend, 'PUT', { organization: organizationId }, { reason: 'x' }, 'admin'],
      [lift, 'DELETE', { organization: organizationId }, undefined, 'admin'],
    ] as const;
    const known = Object.keys(operations).filter((key) => /\/moderation\/(?!reviews)/.test(key));
    expect(routes).toHaveLength(known.length);
    const developer = await signedIn([]);
    await addMember(t.db, organizationId, developer.id);
    const people = [
      [visitor(), 401, 401],
      [await signedIn([]), 403, 403],
      [developer, 403, 403],
      [moderator, 200, 403],
    ] as const;
    for (const [client, desk, hard] of people) {
      for (const [handler, method, params, json, needs] of routes) {
        if (needs === 'moderator' && desk === 200) continue;
        const answer = await client.call(handler as never, method, '/api/v1/moderation', { params, json });
        expect([method, answer.status]).toEqual([method, needs === 'admin' ? hard : desk]);
      }
    }
    const [row] = await t.sql`
      select a.status, o.suspended_at, p.outcome, r.resolution from apps a join organizations o on o.id = a.organization_id,
        appeals p, app_reports r where a.id = ${app.id} and p.id = ${appealId} and r.id = ${report!.id}`;
    expect(row).toEqual({ status: 'draft', suspended_at: null, outcome: null, resolution: null });
  });
});

describe('a case, from the queue to the decision', () => {
  test('is taken, read with its file, and decided', async () => {
    const { id, version } = await createSubmission(t.db);
    const params = { id };
    const bytes = new TextEncoder().encode('hello');
    await storage().put(
      version.storageKey!,
      (async function* () {
        yield bytes;
      })(),
    );
    expect((await moderator.call(claim, 'POST', '/x', { params })).status).toBe(200);
    const taken = await admin.call(claim, 'POST', '/x', { params });
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({ code: 'already_claimed', by: { id: moderator.id } });
    const file = await get(moderator, build, '', params);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="app.tar.gz"/),
      'x-content-type-options': 'nosniff',
      'content-type': 'application/octet-stream',
      'content-length': '5',
    });
    const hash = createHash('sha256').update(Buffer.from(await file.arrayBuffer()));
    expect(hash.digest('hex')).toBe(version.sha256);
    for (const json of [
      { decision: 'reject', guidelineIds: [], evidence: 'x', note: 'x' },
      { decision: 'reject', guidelineIds: ['9.9'], evidence: 'x', note: 'x' },
      { decision: 'reject', guidelineIds: ['2.1'], evidence: ' ', note: 'x' },
      { decision: 'reject_metadata', guidelineIds: ['2.1'], evidence: 'x', note: '' },
      { decision: 'approve', ageRating: 4 },
      { decision: 'escalate' },
    ]) {
      expect((await moderator.call(decide, 'POST', '/x', { params, json })).status).toBe(400);
    }
    const decided = await moderator.call(decide, 'POST', '/x', { params, json: { decision: 'approve' } });
    expect(decided.status).toBe(200);
    const view = await (await get(moderator, submission, '', params)).json();
    expect(view).toEqual(await decided.json());
    operations['GET /moderation/submissions/{id}'].responses[200].parse(view);
    expect(view.differences.map(({ path }: { path: string }) => path)).toContain('listing.name');
    expect((await moderator.call(giveBack, 'DELETE', '/x', { params })).status).toBe(409);
  });

  test('has no file where none was handed in or kept', async () => {
    const { id, version } = await createSubmission(t.db);
    await t.sql`update app_versions set storage_key = ${`binaries/${newId()}`} where id = ${version.id}`;
    expect((await get(moderator, build, '', { id })).status).toBe(503);
    await t.sql`update submissions set snapshot = snapshot || '{"build": null}' where id = ${id}`;
    expect((await get(moderator, build, '', { id })).status).toBe(409);
    expect((await get(moderator, build, '', { id: newId() })).status).toBe(404);
  });
});

describe('reports', () => {
  const report = async (appId: string, values: object = {}) => {
    const userId = (await createUser(t.db)).id;
    const [row] = await t.db
      .insert(appReports)
      .values({ id: newId(), appId, userId, reason: 'malware', note: 'It is bad.', createdAt: new Date(), ...values })
      .returning();
    return row!;
  };
  const close = (client: Visitor, id: string, json: object) =>
    client.call(resolve, 'POST', '/x', { params: { id }, json });

  test('are closed one by one or all of an app at once, and who reported hears what came of it', async () => {
    const { app } = await createApp(t.db);
    const { app: other } = await createApp(t.db);
    const [first, second, third] = [await report(app.id), await report(app.id), await report(app.id)];
    const elsewhere = await report(other.id, { reason: 'copyright' });
    const open = await (await get(moderator, reports, '?limit=100')).json();
    expect(open.items.find(({ id }: { id: string }) => id === first.id)).toMatchObject({
      openCount: 3,
      by: { id: first.userId },
      app: { slug: app.slug },
    });
    expect(await (await close(moderator, first.id, { resolution: 'dismissed' })).json()).toEqual({ resolved: 1 });
    expect((await close(moderator, first.id, { resolution: 'acted', all: true })).status).toBe(409);
    const both = await Promise.all(
      [second, third].map(({ id }) => close(moderator, id, { resolution: 'acted', all: true, note: 'Taken down.' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await close(moderator, newId(), { resolution: 'acted' })).status).toBe(404);
    const events = await t.sql<{ data: { id: string; payload: { reportIds: string[] } } }[]>`
      select data from pgboss.job where name = 'app.reports_resolved'`;
    const handler = moderationHandlers.find(({ event }) => event === 'app.reports_resolved')!;
    await handler.run(
      t.ctx({ actor: { kind: 'system', job: 'test' } }),
      events.map(({ data }) => ({ ...data, type: 'app.reports_resolved', occurredAt: new Date() }) as Event),
    );
    const news = async (userId: string | null) =>
      (
        await t.sql`select kind, data ->> 'resolution' as resolution, href from notifications where user_id = ${userId}`
      )[0];
    expect(await news(first.userId)).toEqual({
      kind: 'report_resolved',
      resolution: 'dismissed',
      href: `/apps/${app.slug}`,
    });
    expect(await news(third.userId)).toMatchObject({ resolution: 'acted' });
    expect(await news(elsewhere.userId)).toBeUndefined();
    const closed = await (await get(moderator, reports, '?state=resolved&limit=2')).json();
    expect(closed.items).toHaveLength(2);
    const rest = await (await get(moderator, reports, `?state=resolved&limit=2&cursor=${closed.nextCursor}`)).json();
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    expect(rest.items[0]).toMatchObject({ resolution: 'dismissed', openCount: 0 });
  });

  test('are closed by nobody of the organisation', async () => {
    const { app } = await createApp(t.db);
    const one = await report(app.id);
    await addMember(t.db, app.organizationId, moderator.id);
    const answer = await close(moderator, one.id, { resolution: 'dismissed' });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'conflict_of_interest']);
  });
});

describe('an appeal', () => {
  test('stays when the account of who wrote it is erased, from nobody', async () => {
    const { appealId, ownerId } = await createAppeal(t.db, { rejectedBy: admin.id });
    const other = await createAppeal(t.db, { rejectedBy: admin.id });
    const event = { id: newId(), type: 'account.erased', occurredAt: new Date() };
    const payload = { userId: ownerId, reviews: 'keep' };
    for (const handler of moderationHandlers) {
      if (handler.event === 'account.erased') await handler.run(t.ctx(), [{ ...event, payload } as Event]);
    }
    const rows = await t.sql`
      select id, text, appealed_by from appeals where id in (${appealId}, ${other.appealId}) order by id`;
    const text = 'It does not crash here.';
    expect([...rows]).toEqual([
      { id: appealId, text, appealed_by: null },
      { id: other.appealId, text, appealed_by: other.ownerId },
    ]);
  });
});

describe('the audit log', () => {
  test('is read from its end, by subject, person and action, with names and texts', async () => {
    const { app } = await createApp(t.db);
    const params = { id: app.id };
    await admin.call(takeDown, 'PUT', '/x', { params, json: { guidelineId: '4.1', reason: 'It steals.' } });
    await admin.call(restore, 'DELETE', '/x', { params });
    const all = await (await get(moderator, audit, `?subjectType=app&subjectId=${app.id}`)).json();
    operations['GET /moderation/audit'].responses[200].parse(all);
    expect(all.items).toMatchObject([
      { action: 'app.restored', actor: { kind: 'user', id: admin.id }, texts: {} },
      { action: 'app.taken_down', reason: '4.1', texts: { reason: 'It steals.' }, subjectId: app.id },
    ]);
    const name = (await t.sql`select name from users where id = ${admin.id}`)[0]?.name;
    expect(all.items[0].actor.name).toBe(name);
    const page = await (await get(moderator, audit, `?actorId=${admin.id}&limit=1`)).json();
    expect(page.items[0].action).toBe('app.restored');
    const next = await (await get(moderator, audit, `?actorId=${admin.id}&limit=1&cursor=${page.nextCursor}`)).json();
    expect(next.items[0].sequence).toBeLessThan(page.items[0].sequence);
    const taken = await (await get(moderator, audit, '?action=app.taken_down')).json();
    expect(new Set(taken.items.map(({ action }: { action: string }) => action))).toEqual(new Set(['app.taken_down']));
    expect((await get(moderator, audit, '?cursor=x')).status).toBe(400);
  });

  test('loses what somebody wrote when their account is erased, and stays whole', async () => {
    const person = await signedIn(['admin']);
    const { app } = await createApp(t.db);
    const params = { id: app.id };
    await person.call(takeDown, 'PUT', '/x', { params, json: { guidelineId: '4.1', reason: 'Mine.' } });
    const handler = moderationHandlers.find(({ name }) => name === 'moderation.forget_texts')!;
    const event = {
      id: newId(),
      type: 'account.erased',
      occurredAt: new Date(),
      payload: { userId: person.id, reviews: 'keep' },
    };
    await handler.run(t.ctx({ actor: { kind: 'system', job: 'test' } }), [event as Event]);
    const { items } = await (await get(moderator, audit, `?subjectType=app&subjectId=${app.id}`)).json();
    expect(items).toMatchObject([{ action: 'app.taken_down', texts: {} }]);
    expect(
      (await t.sql`select count(*)::int as count from audit_texts where body = 'It steals.'`)[0]?.count,
    ).toBeGreaterThan(0);
  });
});
