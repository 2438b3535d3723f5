import { describe, expect, test } from 'vitest';
import { deliveries } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { type CreatedApp, createActor, createApp, createPurchase, createUser, createVersion } from '@/tests/factories';
import { listLibrary } from './queries';

const database = testDatabase();

async function person() {
  const actor = await createActor(database.db);
  const user = { id: actor.userId };
  const ctx = database.ctx({ actor });
  const own = async (options: Parameters<typeof createApp>[1] = {}) => {
    const product = await createApp(database.db, options);
    await createPurchase(database.db, { user, ...product });
    return product;
  };
  const download = (product: CreatedApp, versionId = product.version.id, createdAt = new Date()) =>
    database.db
      .insert(deliveries)
      .values({ id: newId(), userId: user.id, appId: product.app.id, versionId, country: 'US', createdAt });
  const names = async (query: Partial<Parameters<typeof listLibrary>[1]> = {}) =>
    (await listLibrary(ctx, { limit: 20, filter: 'all', ...query })).items.map((item) => item.app.name);
  return { actor, user, ctx, own, download, names };
}

describe('the library', () => {
  test('holds what I own, hidden and removed apps too, and nothing else', async () => {
    const { own, user, names } = await person();
    await own({ name: 'Mine' });
    await own({ name: 'Hidden', status: 'hidden' });
    const refunded = await createApp(database.db, { name: 'Refunded' });
    await createPurchase(database.db, { user, ...refunded }, { status: 'refunded', refundedAt: new Date() });
    await createPurchase(database.db, { user: await createUser(database.db), ...(await createApp(database.db)) });
    expect((await names()).sort()).toEqual(['Hidden', 'Mine']);
    await expect(listLibrary(database.ctx(), { limit: 20, filter: 'all' })).rejects.toMatchObject({ status: 401 });
  });

  test('pages without losing or repeating any', async () => {
    const { own, ctx } = await person();
    const owned: string[] = [];
    for (let i = 0; i < 5; i += 1) owned.push((await own()).app.id);
    await database.sql`update entitlements set granted_at = '2026-01-01T00:00:00.123456Z' where app_id in ${database.sql(owned.slice(1, 4))}`;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listLibrary(ctx, { limit: 2, filter: 'all', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.app.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([...seen].sort()).toEqual([...owned].sort());
  });

  test('finds by a part of the name, and takes % and _ as they are', async () => {
    const { own, names } = await person();
    for (const name of ['Tide Tables', 'Rip Tide', '100% Focus', 'snake_case']) await own({ name });
    expect((await names({ q: 'TIDE' })).sort()).toEqual(['Rip Tide', 'Tide Tables']);
    expect(await names({ q: '%' })).toEqual(['100% Focus']);
    expect(await names({ q: '_' })).toEqual(['snake_case']);
    expect(await names({ q: 'nothing' })).toEqual([]);
  });

  test('knows the newest version, what I last downloaded, and whether that is older', async () => {
    const { own, download, ctx, names } = await person();
    const product = await own({ name: 'Updated', version: { version: '1.9.0', state: 'superseded' } });
    const never = await own({ name: 'Never' });
    const current = await own({ name: 'Current' });
    await createVersion(database.db, product.app, { version: '1.10.0' });
    await download(product, product.version.id, new Date('2026-01-01T00:00:00Z'));
    await download(current);
    const { items } = await listLibrary(ctx, { limit: 20, filter: 'all' });
    const of = (app: { id: string }) => items.find((item) => item.app.id === app.id);
    expect(of(product.app)).toMatchObject({
      latestVersion: { version: '1.10.0' },
      lastDownloaded: { version: '1.9.0', at: '2026-01-01T00:00:00.000Z' },
      isUpdateAvailable: true,
    });
    expect(of(never.app)).toMatchObject({
      latestVersion: { version: '1.0.0' },
      lastDownloaded: null,
      isUpdateAvailable: false,
    });
    expect(of(current.app)).toMatchObject({ lastDownloaded: { version: '1.0.0' }, isUpdateAvailable: false });
    expect(await names({ filter: 'updates' })).toEqual(['Updated']);
    expect(await names({ filter: 'never_downloaded' })).toEqual(['Never']);
  });

  test('an update is for the platform that I last downloaded for', async () => {
    const { own, download, ctx } = await person();
    const product = await own();
    const android = await createVersion(database.db, product.app, { version: '2.0.0', platform: 'android' });
    await download(product);
    const [linux] = (await listLibrary(ctx, { limit: 20, filter: 'all' })).items;
    expect(linux).toMatchObject({ latestVersion: { version: '1.0.0', platform: 'linux' }, isUpdateAvailable: false });
    await download(product, android.id, new Date(Date.now() + 1000));
    const [other] = (await listLibrary(ctx, { limit: 20, filter: 'all' })).items;
    expect(other).toMatchObject({
      latestVersion: { platform: 'android' },
      lastDownloaded: { version: '2.0.0' },
      isUpdateAvailable: false,
    });
  });

  test('a version listed without a file is shown, but is no update and stands behind one with a file', async () => {
    const { own, download, ctx } = await person();
    const withoutFile = { sha256: null, storageKey: null, fileName: null, contentType: null };
    const listed = await own({ version: withoutFile });
    const both = await own();
    await createVersion(database.db, both.app, { version: '2.0.0', ...withoutFile });
    await download(both);
    const { items } = await listLibrary(ctx, { limit: 20, filter: 'all' });
    const of = (app: { id: string }) => items.find((item) => item.app.id === app.id);
    expect(of(listed.app)).toMatchObject({ latestVersion: { version: '1.0.0', sha256: null } });
    expect(of(both.app)).toMatchObject({
      latestVersion: { version: '1.0.0', sha256: both.version.sha256 },
      isUpdateAvailable: false,
    });
  });

  test('an app without a released version has none to download', async () => {
    const { own, ctx } = await person();
    await own({ version: { state: 'removed' } });
    const [item] = (await listLibrary(ctx, { limit: 20, filter: 'all' })).items;
    expect(item).toMatchObject({ latestVersion: null, isUpdateAvailable: false });
  });
});
