import { beforeAll, describe, expect, test } from 'vitest';
import * as app from '@/app/api/v1/console/apps/[id]/route';
import * as listing from '@/app/api/v1/console/apps/[id]/listing/route';
import * as prices from '@/app/api/v1/console/apps/[id]/prices/route';
import * as offers from '@/app/api/v1/console/apps/[id]/transfers/route';
import * as version from '@/app/api/v1/console/apps/[id]/versions/[version]/route';
import { POST as appeal } from '@/app/api/v1/console/apps/[id]/versions/[version]/appeal/route';
import { POST as release } from '@/app/api/v1/console/apps/[id]/versions/[version]/release/route';
import { POST as rollBack } from '@/app/api/v1/console/apps/[id]/versions/[version]/rollback/route';
import { POST as submit } from '@/app/api/v1/console/apps/[id]/versions/[version]/submit/route';
import { POST as withdraw } from '@/app/api/v1/console/apps/[id]/versions/[version]/withdraw/route';
import * as versions from '@/app/api/v1/console/apps/[id]/versions/route';
import * as apps from '@/app/api/v1/console/apps/route';
import { POST as accept } from '@/app/api/v1/console/transfers/[id]/accept/route';
import { POST as decline } from '@/app/api/v1/console/transfers/[id]/decline/route';
import { GET as transfers } from '@/app/api/v1/console/transfers/route';
import { GET as shown } from '@/app/api/v1/apps/[id]/route';
import { testDatabase } from '@/tests/database';
import { createCategory } from '@/tests/factories';
import { createSignedInTeam } from '@/tests/organizations';
import { finishedListing, publishing, unlikeBundle } from '@/tests/publishing';
import { type Visitor, visitor } from '@/tests/visitor';

const database = testDatabase();
const { stage, giveBuild, decide } = publishing(database);
const base = '/api/v1/console/apps';
let team: Awaited<ReturnType<typeof createSignedInTeam>>;

beforeAll(async () => {
  await createCategory(database.db);
  team = await createSignedInTeam(database.db);
});

type Call = {
  handler: Parameters<Visitor['call']>[0];
  method?: string;
  params?: Record<string, string>;
  json?: unknown;
};

const answerOf = async (response: Response) => ({
  status: response.status,
  body: response.status === 204 ? null : await response.json(),
});

/** What a program with the organisation's key is answered. */
async function asKey({ handler, method = 'POST', ...options }: Call, headers = {}) {
  const authorization = `Bearer ${team.key}`;
  return answerOf(
    await visitor().call(handler, method, base, { ...options, headers: { authorization, origin: null, ...headers } }),
  );
}

const asPerson = async (client: Visitor, { handler, method = 'POST', ...options }: Call) =>
  answerOf(await client.call(handler, method, base, options));

test('a program with a key takes an app from nothing into the store', async () => {
  const made = await asKey({
    handler: apps.POST,
    json: { name: 'By Machine', bundleId: unlikeBundle(), category: 'productivity' },
  });
  expect(made).toMatchObject({ status: 201, body: { status: 'draft', role: null } });
  const { id } = made.body;
  const params = { id };
  const [iconId, shot] = [await stage(id), await stage(id, 'screenshot')];
  const { revision } = (await asKey({ handler: listing.GET, method: 'GET', params })).body;
  const json = finishedListing({ iconId, screenshots: [{ id: shot, altText: 'A week', platform: null }] });
  expect(
    await asKey({ handler: listing.PATCH, method: 'PATCH', params, json }, { 'if-match': `"${revision}"` }),
  ).toMatchObject({
    status: 200,
    body: { problems: [] },
  });
  expect(
    await asKey({ handler: listing.PATCH, method: 'PATCH', params, json }, { 'if-match': revision }),
  ).toMatchObject({
    status: 412,
    body: { code: 'revision_conflict' },
  });
  const begun = await asKey({
    handler: versions.POST,
    params,
    json: { version: '1.0.0', platform: 'linux', releaseMode: 'manual' },
  });
  expect(begun).toMatchObject({ status: 201, body: { state: 'draft' } });
  const refs = { id, version: '1.0.0' };
  expect(await asKey({ handler: submit, params: refs })).toMatchObject({
    status: 422,
    body: { code: 'not_ready', errors: [{ path: 'build', message: 'Upload a build.' }] },
  });
  await giveBuild(id, begun.body.id);
  expect(await asKey({ handler: submit, params: refs, json: { message: 'From CI' } })).toMatchObject({
    status: 200,
    body: { state: 'waiting_for_review', queue: { position: 1 } },
  });
  expect(await asKey({ handler: withdraw, params: refs })).toMatchObject({ status: 200, body: { state: 'draft' } });
  await asKey({ handler: submit, params: refs });
  expect(await asKey({ handler: release, params: refs })).toMatchObject({
    status: 409,
    body: {
      code: 'illegal_transition',
      state: 'waiting_for_review',
      action: 'release',
      possibleFrom: ['approved'],
      leadsTo: 'released',
    },
  });
  await decide({ id, version: begun.body.id }, 'approve');
  expect(await asKey({ handler: release, params: refs })).toMatchObject({ status: 200, body: { state: 'released' } });
  const page = await visitor().call(shown, 'GET', `/api/v1/apps/${id}?country=US`, { params });
  expect(await page.json()).toMatchObject({ name: 'By Machine', versions: [{ version: '1.0.0' }] });
  expect(await asKey({ handler: app.PATCH, method: 'PATCH', params, json: { status: 'hidden' } })).toMatchObject({
    body: { status: 'hidden' },
  });
  const body = { base: { currency: 'USD', amountMinor: 299 } };
  expect(await asKey({ handler: prices.PUT, method: 'PUT', params, json: body })).toMatchObject({ status: 200, body });
  expect((await asKey({ handler: prices.GET, method: 'GET', params })).body).toMatchObject(body);
  expect((await asKey({ handler: versions.GET, method: 'GET', params })).body.items).toHaveLength(1);
  expect((await asKey({ handler: apps.GET, method: 'GET' })).body.items).toMatchObject([{ id }]);
  expect(await asKey({ handler: app.DELETE, method: 'DELETE', params })).toMatchObject({
    body: { code: 'app_was_released' },
  });
});

describe('every route', () => {
  const reads = [app.GET, listing.GET, prices.GET, versions.GET, version.GET];
  const writes: [Call['handler'], string, unknown?][] = [
    [app.PATCH, 'PATCH', { status: 'hidden' }],
    [app.DELETE, 'DELETE'],
    [listing.PATCH, 'PATCH', { name: 'Taken Over' }],
    [prices.PUT, 'PUT', { base: { currency: 'USD', amountMinor: 0 } }],
    [versions.POST, 'POST', { version: '9.0.0', platform: 'linux' }],
    [version.PATCH, 'PATCH', { releaseNotes: 'x' }],
    [version.DELETE, 'DELETE'],
    [submit, 'POST'],
    [withdraw, 'POST'],
    [release, 'POST'],
    [rollBack, 'POST'],
    [appeal, 'POST', { text: 'x' }],
    [offers.POST, 'POST', { organization: 'org' }],
  ];
  const scene = async () => {
    const made = await asKey({
      handler: apps.POST,
      json: { name: 'Guarded', bundleId: unlikeBundle(), category: 'productivity' },
    });
    const params = { id: made.body.id as string };
    const begun = await asKey({ handler: versions.POST, params, json: { version: '1.0.0', platform: 'linux' } });
    const state = () => database.sql`
      select a.*, v.state, (select max(sequence) from audit_log) as last from apps a join app_versions v on v.app_id = a.id where a.id = ${params.id}`;
    return { params: { ...params, version: begun.body.id as string }, state };
  };

  test('is 404 to strangers and 401 to nobody, who change nothing', async () => {
    const { params, state } = await scene();
    const before = await state();
    const all = [...reads.map((handler) => [handler, 'GET'] as [Call['handler'], string, unknown?]), ...writes];
    for (const [handler, method, json] of all) {
      expect((await asPerson(team.people.stranger.client, { handler, method, params, json })).status).toBe(404);
      expect((await asPerson(visitor(), { handler, method, params, json })).status).toBe(401);
    }
    expect(await state()).toEqual(before);
  });

  test('is for viewers to read and not to write', async () => {
    const { params, state } = await scene();
    const before = await state();
    for (const handler of reads) {
      expect((await asPerson(team.people.viewer.client, { handler, method: 'GET', params })).status).toBe(200);
    }
    for (const [handler, method, json] of writes) {
      expect(await asPerson(team.people.viewer.client, { handler, method, params, json })).toMatchObject({
        status: 403,
        body: { code: 'role_required' },
      });
    }
    expect(await state()).toEqual(before);
  });

  test('refuses what its schema does not know', async () => {
    const { params } = await scene();
    for (const json of [
      { nmae: 'x' },
      { name: 7 },
      { screenshots: [{ id: 'x' }] },
      { iconId: '1' },
      { age: { violence: 'lots' } },
    ]) {
      expect(await asKey({ handler: listing.PATCH, method: 'PATCH', params, json })).toMatchObject({ status: 400 });
    }
    const number = { handler: versions.POST, params, json: { version: 'one', platform: 'linux' } };
    expect(await asKey(number)).toMatchObject({ status: 400, body: { errors: [{ path: 'version' }] } });
  });
});

test('an app goes from one organisation to another, by people alone', async () => {
  const other = await createSignedInTeam(database.db);
  const made = await asKey({
    handler: apps.POST,
    json: { name: 'Given Away', bundleId: unlikeBundle(), category: 'productivity' },
  });
  const offer = { handler: offers.POST, params: { id: made.body.id }, json: { organization: other.slug } };
  expect(await asKey(offer)).toMatchObject({ status: 401 });
  const { body, status } = await asPerson(team.people.owner.client, offer);
  expect(status).toBe(201);
  const open = await asPerson(other.people.owner.client, { handler: transfers, method: 'GET' });
  expect(open.body.items).toMatchObject([{ id: body.id, to: { slug: other.slug } }]);
  const params = { id: body.id };
  expect(await asPerson(team.people.owner.client, { handler: accept, params })).toMatchObject({ status: 404 });
  expect(await asPerson(other.people.owner.client, { handler: accept, params })).toMatchObject({
    status: 200,
    body: { outcome: 'accepted' },
  });
  expect(await asPerson(other.people.owner.client, { handler: decline, params })).toMatchObject({
    status: 409,
    body: { code: 'transfer_closed' },
  });
});
