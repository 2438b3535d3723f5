import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/context';
import { getApp } from '@/lib/catalog/queries';
import { testDatabase } from '@/tests/database';
import { createApp as createListedApp, createOrganization, createUser } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { publishing, unlikeBundle } from '@/tests/publishing';
import { createApp } from './create-app';
import { deleteApp } from './delete-app';
import { getConsoleApp, listConsoleApps } from './queries';
import { updateApp } from './update-app';

const database = testDatabase();
const { as, draftApp, readyApp, move, beginVersion, appRow, auditOf } = publishing(database);
const query = { limit: 20 };

describe('an app is made', () => {
  test('with an address and a draft, and nobody sees it', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.admin, team.organization.slug, { name: 'Garden Diary' });
    expect(app).toMatchObject({
      slug: 'garden-diary',
      name: 'Garden Diary',
      status: 'draft',
      inFlight: null,
      released: null,
      role: 'admin',
      organization: { slug: team.organization.slug },
      transfer: null,
    });
    expect(await getApp(as(team.owner), app.slug, 'US')).toBeNull();
    expect(await auditOf(app.id)).toEqual(['app.created']);
  });

  test('at an address that no other app has or had', async () => {
    const team = await createTeam(database.db);
    const { app: old } = await createListedApp(database.db, { slug: 'moon-phases' });
    await database.sql`update apps set slug = 'moon-phases-new' where id = ${old.id}`;
    const made = await Promise.all([1, 2, 3].map(() => draftApp(team.owner, team.id, { name: 'Moon Phases' })));
    const slugs = made.map(({ slug }) => slug);
    expect(new Set([...slugs, 'moon-phases']).size).toBe(4);
    expect(slugs.every((slug) => slug.startsWith('moon-phases-'))).toBe(true);
  });

  test('in letters that no address has, at its bundle id', async () => {
    const team = await createTeam(database.db);
    const bundleId = unlikeBundle();
    expect((await draftApp(team.owner, team.id, { name: '日記', bundleId })).slug).toBe(bundleId.replaceAll('.', '-'));
  });

  test('once for each bundle id, of two at once too', async () => {
    const [one, other] = [await createTeam(database.db), await createTeam(database.db)];
    const bundleId = unlikeBundle();
    const outcomes = await Promise.allSettled([
      draftApp(one.owner, one.id, { bundleId }),
      draftApp(other.owner, other.id, { bundleId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'bundle_id_taken', status: 409 },
    });
  });

  test('in a category that the store has', async () => {
    const team = await createTeam(database.db);
    const body = { name: 'Days', bundleId: unlikeBundle(), category: 'no-such-shelf', organization: team.id };
    await expect(createApp(as(team.owner), body)).rejects.toMatchObject({ code: 'unknown_category', status: 422 });
  });

  test('by admins and by keys that may release, for their own organisation alone', async () => {
    const team = await createTeam(database.db);
    await draftApp(keyActor(team.id, 'release'), team.id);
    const body = { name: 'Days', category: 'productivity' };
    const attempt = (actor: Actor, organization?: string) =>
      createApp(as(actor), { ...body, bundleId: unlikeBundle(), ...(organization ? { organization } : {}) });
    expect(await attempt(keyActor(team.id, 'read', 'release'))).toMatchObject({ role: null });
    await expect(attempt(keyActor(team.id, 'read', 'listing'))).rejects.toMatchObject({ code: 'scope_required' });
    await expect(attempt(team.admin)).rejects.toMatchObject({ code: 'invalid_request', status: 400 });
    for (const actor of [team.marketer, team.viewer]) {
      await expect(attempt(actor, team.id)).rejects.toMatchObject({ code: 'role_required', status: 403 });
    }
    await expect(attempt(team.stranger, team.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attempt({ kind: 'anonymous' }, team.id)).rejects.toMatchObject({ status: 401 });
    const other = await createOrganization(database.db);
    await expect(attempt(keyActor(team.id, 'release'), other.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('my apps', () => {
  test('are those of my organisations, the latest changed first, page by page', async () => {
    const team = await createTeam(database.db);
    const made: { id: string }[] = [];
    for (let i = 0; i < 5; i++) made.push(await draftApp(team.owner, team.id));
    await draftApp(team.stranger, (await createOrganization(database.db, { ownerId: team.stranger.userId })).id);
    const first = await listConsoleApps(as(team.viewer), { limit: 3 });
    const second = await listConsoleApps(as(team.viewer), { limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(second.nextCursor).toBeNull();
    await expect(listConsoleApps(as(team.stranger), { ...query, organization: team.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('are those of its organisation for a key that may read', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const { items } = await listConsoleApps(as(keyActor(team.id, 'read')), query);
    expect(items.map(({ id }) => id)).toEqual([app.id]);
    await expect(listConsoleApps(as(keyActor(team.id, 'release')), query)).rejects.toMatchObject({
      code: 'scope_required',
    });
  });

  test('are found by name, bundle id, status and the state of what is on its way', async () => {
    const team = await createTeam(database.db);
    const { app: listed } = await createListedApp(database.db, { organizationId: team.id, name: 'Old 100% Oak' });
    const draft = await draftApp(team.owner, team.id, { name: 'New Elm' });
    await beginVersion(team.owner, draft.id);
    const find = async (wish: object) =>
      (await listConsoleApps(as(team.owner), { ...query, ...wish })).items.map(({ id }) => id);
    expect(await find({ q: 'elm' })).toEqual([draft.id]);
    expect(await find({ q: '100%' })).toEqual([listed.id]);
    expect(await find({ q: '%' })).toEqual([listed.id]);
    expect(await find({ q: draft.bundleId.slice(3) })).toEqual([draft.id]);
    expect(await find({ state: 'listed' })).toEqual([listed.id]);
    expect(await find({ state: 'draft' })).toEqual([draft.id]);
    expect(await find({ state: 'in_review' })).toEqual([]);
  });

  test('show name and picture of the draft before the first release, and what is live after', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    const before = await getConsoleApp(as(team.viewer), refs.id);
    expect(before.iconUrl).toMatch(/^\/media\/.+\/128\.webp$/);
    expect(before.inFlight).toMatchObject({ version: '1.0.0', state: 'draft' });
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    expect(await getConsoleApp(as(team.owner), app.slug)).toMatchObject({
      name: app.name,
      released: { version: '1.0.0' },
      status: 'listed',
    });
  });

  test('are 404 to everybody else', async () => {
    const team = await createTeam(database.db);
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    for (const actor of [team.stranger, keyActor((await createOrganization(database.db)).id, 'read')]) {
      await expect(getConsoleApp(as(actor), app.id)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(getConsoleApp(database.ctx(), app.id)).rejects.toMatchObject({ status: 401 });
  });

  test('cost little when there are 5,000 of them', async () => {
    const owner = await createUser(database.db);
    const organization = await createOrganization(database.db, { ownerId: owner.id });
    await createListedApp(database.db, { organizationId: organization.id });
    await database.sql`
      with many as (
        insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, released_at, last_released_at, created_at, updated_at)
        select gen_random_uuid(), ${organization.id}, 'org.many.app' || n, 'many-app-' || n, 'Many ' || n, 'productivity',
          'listed', now(), now(), now(), now() - n * interval '1 minute' from generate_series(1, 5000) n returning id, bundle_id
      ), stats as (
        insert into app_stats (app_id, category_slug) select id, 'productivity' from many
      ), versions as (
        insert into app_versions (id, app_id, version, platform, size_bytes, state, released_at, created_at)
        select gen_random_uuid(), id, v || '.0.0', 'linux', 0, 'released', now(), now() from many, generate_series(1, 3) v
      )
      insert into app_versions (id, app_id, version, platform, size_bytes, state, created_at)
      select gen_random_uuid(), id, '9.0.0', 'linux', 0, 'draft', now() from many where bundle_id like '%7'`;
    await database.sql`analyze`;
    const actor = { kind: 'user', userId: owner.id, sessionId: '', roles: [], country: 'US' } as const;
    const seconds = async (wish: object) => {
      const start = performance.now();
      expect((await listConsoleApps(as(actor), { limit: 50, ...wish })).items.length).toBe(50);
      return performance.now() - start;
    };
    await seconds({});
    const first = await listConsoleApps(as(actor), { limit: 50 });
    for (const wish of [{}, { q: 'many 4' }, { state: 'draft' as const }, { cursor: first.nextCursor! }]) {
      expect(await seconds(wish)).toBeLessThan(400);
    }
  });
});

describe('a released app is taken off sale', () => {
  test('and offered again, with an event and an audit row each time something changed', async () => {
    const team = await createTeam(database.db);
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    const set = (status: 'listed' | 'hidden') => updateApp(as(team.admin), app.id, { status });
    expect(await set('hidden')).toMatchObject({ status: 'hidden' });
    await set('hidden');
    expect(await getApp(as(team.owner), app.id, 'US')).toBeNull();
    expect(await set('listed')).toMatchObject({ status: 'listed' });
    expect(await auditOf(app.id)).toEqual(['app.hidden', 'app.listed']);
    const events = await database.sql`
      select data #>> '{payload,status}' as status from pgboss.job
      where name = 'app.status_changed' and data #>> '{payload,appId}' = ${app.id} order by created_on, id`;
    expect(events.map(({ status }) => status)).toEqual(['hidden', 'listed']);
  });

  test('not before it was released, and not while the store has taken it down', async () => {
    const team = await createTeam(database.db);
    const draft = await draftApp(team.owner, team.id);
    await expect(updateApp(as(team.owner), draft.id, { status: 'listed' })).rejects.toMatchObject({
      code: 'app_not_released',
    });
    const { app } = await createListedApp(database.db, { organizationId: team.id, status: 'removed' });
    await expect(updateApp(as(team.owner), app.id, { status: 'listed' })).rejects.toMatchObject({
      code: 'app_removed',
    });
    expect((await appRow(app.id)).status).toBe('removed');
  });

  test('by admins alone', async () => {
    const team = await createTeam(database.db);
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    for (const actor of [team.marketer, team.viewer, team.stranger, keyActor(team.id, 'listing')]) {
      await expect(updateApp(as(actor), app.id, { status: 'hidden' })).rejects.toMatchObject({
        status: actor === team.stranger ? 404 : 403,
      });
    }
    expect((await appRow(app.id)).status).toBe('listed');
  });

  test('not by a suspended organisation', async () => {
    const team = await createTeam(database.db);
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    await database.sql`update organizations set suspended_at = now(), suspended_reason = 'Fraud' where id = ${team.id}`;
    await expect(updateApp(as(team.owner), app.id, { status: 'hidden' })).rejects.toMatchObject({
      code: 'organization_suspended',
    });
    expect(await getConsoleApp(as(team.owner), app.id)).toMatchObject({ id: app.id });
  });
});

describe('an app is deleted', () => {
  test('with its versions and drafts, when it was never released', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await expect(deleteApp(as(team.marketer), refs.id)).rejects.toMatchObject({ code: 'role_required' });
    await deleteApp(as(team.admin), refs.id);
    await expect(getConsoleApp(as(team.owner), refs.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await database.sql`select from app_versions where id = ${refs.version}`).toHaveLength(0);
    expect((await auditOf(refs.id)).at(-1)).toBe('app.deleted');
    await expect(deleteApp(as(team.admin), refs.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('not when somebody may own it, nor while reviewers have it', async () => {
    const team = await createTeam(database.db);
    const { app } = await createListedApp(database.db, { organizationId: team.id });
    await expect(deleteApp(as(team.owner), app.id)).rejects.toMatchObject({ code: 'app_was_released' });
    const refs = await readyApp(team.owner, team.id);
    await move('submit', refs);
    await expect(deleteApp(as(team.owner), refs.id)).rejects.toMatchObject({ code: 'version_in_flight' });
    expect(await appRow(refs.id)).toBeDefined();
  });
});
