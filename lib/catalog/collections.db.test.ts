import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditLog, collectionApps, collections } from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import {
  findAppsToCollect,
  getCollection,
  listCollectionDrafts,
  listCollections,
  requireCollection,
} from './collections';
import { createCollection } from './create-collection';
import { deleteCollection } from './delete-collection';
import type { CreateCollectionBody } from './schema';
import { updateCollection } from './update-collection';

const database = testDatabase();
let admin: UserActor;
let shopper: UserActor;

beforeAll(async () => {
  admin = await createActor(database.db, { roles: ['admin'] });
  shopper = await createActor(database.db, { roles: ['moderator'] });
});

const asAdmin = (now = new Date()) => database.ctx({ actor: admin, now });
const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const rowOf = async (id: string) => (await database.db.select().from(collections).where(eq(collections.id, id)))[0];
const lastAudit = async () => (await database.db.select().from(auditLog).orderBy(desc(auditLog.sequence)).limit(1))[0];

const make = (values: Partial<CreateCollectionBody> = {}) =>
  createCollection(asAdmin(), {
    kind: 'story',
    title: 'Apples',
    slug: `apples-${newId().slice(-8)}`,
    startsAt: at(-hour),
    ...values,
  });

const outsiders = () => [
  { ctx: database.ctx(), code: 'not_signed_in' },
  { ctx: database.ctx({ actor: shopper }), code: 'role_required' },
];

describe('making a collection', () => {
  test('keeps its texts, its apps in their order and its drawn art, puts it first, and says so in the audit log', async () => {
    const [a, b] = [await createApp(database.db), await createApp(database.db, { status: 'hidden' })];
    const before = await make();
    const art = { scene: 'harbour', hue: 220, seed: 'tide' } as const;
    const made = await make({ subtitle: 'Of all kinds', body: '# Yes', apps: [b.app.id, a.app.id], art });
    expect(made).toMatchObject({
      kind: 'story',
      title: 'Apples',
      subtitle: 'Of all kinds',
      body: '# Yes',
      art,
      state: 'live',
    });
    expect(made.apps.map(({ id, isListed }) => [id, isListed])).toEqual([
      [b.app.id, false],
      [a.app.id, true],
    ]);
    const order = (await listCollectionDrafts(asAdmin())).items.map(({ id }) => id);
    expect(order.indexOf(made.id)).toBeLessThan(order.indexOf(before.id));
    expect(await lastAudit()).toMatchObject({
      action: 'collection.created',
      subjectId: made.id,
      actorId: admin.userId,
    });
  });

  test('visitors see its listed apps only', async () => {
    const [a, b] = [await createApp(database.db), await createApp(database.db, { status: 'hidden' })];
    const { slug } = await make({ apps: [b.app.id, a.app.id] });
    const found = (await listCollections(database.ctx(), 'US')).find((one) => one.slug === slug);
    expect(found).toMatchObject({ appCount: 1, artUrl: null, artHue: null });
    expect(found?.apps.map(({ id }) => id)).toEqual([a.app.id]);
  });

  test('is for admins: others get 401 or 403 and nothing is made', async () => {
    const before = await database.db.$count(collections);
    for (const { ctx, code } of outsiders()) {
      await expect(createCollection(ctx, { kind: 'list', title: 'Mine', slug: 'mine' })).rejects.toMatchObject({
        code,
      });
    }
    expect(await database.db.$count(collections)).toBe(before);
  });

  test('twice at one address, and twice at once, makes one', async () => {
    const slug = 'one-only';
    const results = await Promise.allSettled([make({ slug }), make({ slug }), make({ slug })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(make({ slug })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'slug_taken',
      extras: { errors: [{ path: 'slug' }] },
    });
  });

  test('with an app that is none names which, and makes nothing', async () => {
    const { app } = await createApp(database.db);
    const slug = 'with-a-ghost';
    await expect(make({ slug, apps: [app.id, newId()] })).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'unknown_app',
      extras: { errors: [{ path: 'apps.1' }] },
    });
    expect((await listCollectionDrafts(asAdmin())).items.some((one) => one.slug === slug)).toBe(false);
  });

  test.each([
    ['before it starts', { startsAt: at(hour), endsAt: at(0) }],
    ['as it starts', { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-01T01:00:00+01:00' }],
    ['without a start', { startsAt: null, endsAt: at(hour) }],
  ])('that ends %s is refused', async (_, dates) => {
    await expect(make(dates)).rejects.toMatchObject({ code: 'ends_before_start' });
  });
});

describe('when a collection is shown', () => {
  test('it is from its start to its end, by the clock of the request', async () => {
    const { slug, id } = await make({ startsAt: at(hour), endsAt: at(2 * hour) });
    const stateAt = async (ms: number) => {
      const now = new Date(Date.now() + ms);
      const isListed = (await listCollections(database.ctx({ now }), 'US')).some((one) => one.slug === slug);
      expect((await getCollection(database.ctx({ now }), slug, 'US')) !== null).toBe(isListed);
      const draft = (await listCollectionDrafts(asAdmin(now))).items.find((one) => one.id === id);
      return [draft?.state, isListed];
    };
    expect(await stateAt(0)).toEqual(['scheduled', false]);
    expect(await stateAt(1.5 * hour)).toEqual(['live', true]);
    expect(await stateAt(2 * hour + 1000)).toEqual(['ended', false]);
  });

  test('a draft never is, however far the clock goes', async () => {
    const { slug, state, startsAt } = await make({ startsAt: null });
    expect([state, startsAt]).toEqual(['draft', null]);
    const now = new Date('9999-01-01T00:00:00Z');
    expect(await getCollection(database.ctx({ now }), slug, 'US')).toBeNull();
  });

  test('an admin can look at it before, and nobody else', async () => {
    const { slug } = await make({ startsAt: null });
    const asPreview = { isPreview: true };
    expect(await getCollection(asAdmin(), slug, 'US', asPreview)).toMatchObject({ slug, state: 'draft' });
    expect(await getCollection(asAdmin(), slug, 'US')).toBeNull();
    expect(await getCollection(database.ctx({ actor: shopper }), slug, 'US', asPreview)).toBeNull();
    expect(await getCollection(database.ctx(), slug, 'US', asPreview)).toBeNull();
  });
});

describe('changing a collection', () => {
  test('changes what is named and leaves the rest', async () => {
    const [a, b] = [await createApp(database.db), await createApp(database.db)];
    const { id, version, slug } = await make({ body: 'Kept', apps: [a.app.id, b.app.id] });
    const changed = await updateCollection(asAdmin(), {
      id,
      version,
      changes: { title: 'Pears', apps: [b.app.id], startsAt: null },
    });
    expect(changed).toMatchObject({ title: 'Pears', slug, body: 'Kept', state: 'draft' });
    expect(changed.apps.map((app) => app.id)).toEqual([b.app.id]);
    expect(changed.version).not.toBe(version);
    expect(await lastAudit()).toMatchObject({
      action: 'collection.updated',
      changes: { title: { from: 'Apples', to: 'Pears' }, apps: [b.app.id] },
    });
  });

  test('to what it is already changes nothing, not even its version', async () => {
    const { app } = await createApp(database.db);
    const art = { scene: 'hills', hue: 90, seed: 'x' } as const;
    const made = await make({ apps: [app.id], art });
    const before = await database.db.$count(auditLog);
    const { kind, title, subtitle, slug, body, startsAt, endsAt } = made;
    const again = await updateCollection(asAdmin(), {
      id: made.id,
      version: made.version,
      changes: { kind, title, subtitle, slug, body, startsAt, endsAt, art, apps: [app.id.toUpperCase()] },
    });
    expect(again).toEqual(made);
    expect(await database.db.$count(auditLog)).toBe(before);
  });

  test('another picture has another address, so that the old one may be kept for ever', async () => {
    const art = { scene: 'hills', hue: 90, seed: 'x' } as const;
    const made = await make({ art });
    const changed = await updateCollection(asAdmin(), {
      id: made.id,
      version: null,
      changes: { art: { ...art, hue: 91 } },
    });
    expect(changed.artUrl).not.toBe(made.artUrl);
    const without = await updateCollection(asAdmin(), { id: made.id, version: null, changes: { art: null } });
    expect(without).toMatchObject({ art: null, artUrl: null });
  });

  test('is for admins: others get 401 or 403 and it stays as it is', async () => {
    const { id } = await make();
    const before = await rowOf(id);
    for (const { ctx, code } of outsiders()) {
      await expect(updateCollection(ctx, { id, version: null, changes: { title: 'Mine' } })).rejects.toMatchObject({
        code,
      });
      await expect(deleteCollection(ctx, { id, version: null })).rejects.toMatchObject({ code });
      await expect(requireCollection(ctx, id)).rejects.toMatchObject({ code });
      await expect(listCollectionDrafts(ctx)).rejects.toMatchObject({ code });
      await expect(findAppsToCollect(ctx, 'a')).rejects.toMatchObject({ code });
    }
    expect(await rowOf(id)).toEqual(before);
    await expect(requireCollection(asAdmin(), newId())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('of two editors who read the same, one is told that it changed meanwhile', async () => {
    const { id, version } = await make();
    // One moment for all, so that nothing but the version tells them apart.
    const ctx = asAdmin();
    const results = await Promise.allSettled(
      ['A', 'B', 'C'].map((title) => updateCollection(ctx, { id, version, changes: { title } })),
    );
    const [winner, ...others] = results.sort((one) => (one.status === 'fulfilled' ? -1 : 1));
    if (winner?.status !== 'fulfilled') throw new Error('nobody won');
    for (const other of others) {
      expect(other).toMatchObject({ reason: { kind: 'precondition_failed', code: 'changed_meanwhile' } });
    }
    expect(await requireCollection(asAdmin(), id)).toEqual(winner.value);
    const next = await updateCollection(ctx, { id, version: winner.value.version, changes: { title: 'D' } });
    expect(next.version).not.toBe(winner.value.version);
  });

  test('to an address that is taken, or with an app that is none, changes nothing at all', async () => {
    const [one, other] = [await make(), await make()];
    const before = await rowOf(one.id);
    const change = (changes: object) => updateCollection(asAdmin(), { id: one.id, version: null, changes });
    await expect(change({ title: 'X', slug: other.slug })).rejects.toMatchObject({ code: 'slug_taken' });
    await expect(change({ title: 'X', apps: [newId()] })).rejects.toMatchObject({ code: 'unknown_app' });
    await expect(change({ title: 'X', endsAt: '2001-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'ends_before_start',
    });
    expect(await rowOf(one.id)).toEqual(before);
  });
});

describe('deleting a collection', () => {
  test('takes it and its list away and leaves the apps; again it is not there', async () => {
    const { app } = await createApp(database.db);
    const { id, slug, version } = await make({ apps: [app.id] });
    await updateCollection(asAdmin(), { id, version, changes: { title: 'Newer' } });
    await expect(deleteCollection(asAdmin(), { id, version })).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await deleteCollection(asAdmin(), { id, version: null });
    expect(await rowOf(id)).toBeUndefined();
    expect(await database.db.$count(collectionApps, eq(collectionApps.collectionId, id))).toBe(0);
    expect(await lastAudit()).toMatchObject({ action: 'collection.deleted', changes: { slug } });
    await expect(deleteCollection(asAdmin(), { id, version: null })).rejects.toMatchObject({ code: 'not_found' });
    expect((await findAppsToCollect(asAdmin(), app.slug)).map((found) => found.id)).toEqual([app.id]);
  });
});

test('apps are found by a part of the name, by slug and by bundle id, listed or not', async () => {
  const { app } = await createApp(database.db, { name: 'Quince & Medlar 100%', status: 'draft' });
  await createApp(database.db, { name: 'Quince' });
  const found = async (text: string) => (await findAppsToCollect(asAdmin(), text)).map(({ name }) => name);
  expect(await found('quince')).toEqual(['Quince', 'Quince & Medlar 100%']);
  expect(await found('medlar 100%')).toEqual(['Quince & Medlar 100%']);
  expect(await found('100_')).toEqual([]);
  expect(await found(app.slug)).toEqual([app.name]);
  expect(await found(` ${app.bundleId} `)).toEqual([app.name]);
  expect(await found('  ')).toEqual([]);
});
