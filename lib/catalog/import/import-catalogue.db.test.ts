import { describe, expect, test } from 'vitest';
import { getApp } from '@/lib/catalog/queries';
import { requestDownload } from '@/lib/downloads/request-download';
import { catalogueImporter } from '@/tests/catalogue-importer';
import { testDatabase } from '@/tests/database';
import { createActor, createPurchase } from '@/tests/factories';

const database = testDatabase();
const { run, unlike, dump, appOf } = catalogueImporter(database);

describe('an import', () => {
  test('writes the app, its developer, price, icon, figures and version, as pages show them', async () => {
    const row = unlike({
      developer: { name: 'Orchard Works', website: 'https://orchard.example', country: 'FR' },
      category: 'Games',
      subcategory: 'Puzzle',
      description: 'Words.',
      prices: [{ currency: 'EUR', amountMinor: 299 }],
      rating: { average: 4.5, count: 10 },
      downloads: 1000,
      releasedAt: '2020-01-02',
      updatedAt: '2021-03-04',
      platforms: ['android'],
      version: { version: '1.2', sizeBytes: 77 },
    });
    expect(await run([row])).toMatchObject({ read: 1, created: 1, changed: 0, unchanged: 0, rejected: 0 });
    const app = await getApp(database.ctx(), row.bundleId, 'FR');
    expect(app).toMatchObject({
      name: row.name,
      developer: { slug: 'orchard-works', name: 'Orchard Works', verified: false },
      category: 'games',
      subcategory: 'games-puzzle',
      rating: { average: 4.5, count: 10 },
      downloads: 1000,
      price: { amountMinor: 299, currency: 'EUR', kind: 'one_time' },
      releasedAt: '2020-01-02T00:00:00+00:00',
      updatedAt: '2021-03-04T00:00:00+00:00',
      website: 'https://orchard.example',
      versions: [{ version: '1.2', platform: 'android', sizeBytes: 77, sha256: null }],
    });
    expect(app?.iconUrl).toMatch(/^\/media\/.+\.webp$/);
    expect(app?.color).toMatch(/^#[0-9a-f]{6}$/);
    const [stats] = await database.sql`select * from app_stats where app_id = ${app?.id ?? ''}`;
    expect(stats).toMatchObject({
      downloads: '0',
      rating_count: '0',
      imported_downloads: '1000',
      imported_rating_sum: '45',
    });
  });

  test('is for the system alone', async () => {
    const actor = await createActor(database.db, { roles: ['admin'] });
    await expect(run([unlike()], {}, { actor })).rejects.toMatchObject({ status: 403, code: 'system_only' });
  });

  test('a second time touches no row, whatever the size of its batches', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      unlike({
        developer: index % 3 === 0 ? { name: index % 2 === 0 ? 'Twice Inc' : 'TWICE inc' } : null,
        prices: [
          { currency: 'USD', amountMinor: 100 },
          { country: 'DE', currency: 'EUR', amountMinor: 90 },
        ],
        version: { version: '1.0', languages: ['en'] },
        rating: { average: 3.7, count: 3 },
        name: index % 5 === 0 ? 'Twice' : `Twice ${index}`,
      }),
    );
    expect(await run([...rows, rows[7]!], { batchRows: 7 })).toMatchObject({ created: 60, rejected: 1 });
    const before = await dump();
    const later = new Date(Date.now() + 60_000);
    expect(await run([...rows, rows[7]!], { batchRows: 13 }, { now: later })).toMatchObject({
      unchanged: 60,
      changed: 0,
      rejected: 1,
    });
    expect(await dump()).toEqual(before);
  });

  test('rewrites what differs and that alone', async () => {
    const [a, b] = [unlike(), unlike({ version: { version: '1.0', sizeBytes: 1 }, platforms: ['web'] })];
    await run([a, b]);
    const before = await appOf(a.bundleId);
    const next = {
      ...b,
      subtitle: 'New',
      downloads: 5,
      prices: [{ currency: 'USD', amountMinor: 500 }],
      version: { version: '1.1', sizeBytes: 2 },
    };
    expect(await run([a, next])).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await appOf(a.bundleId)).toEqual(before);
    const app = await appOf(b.bundleId);
    expect(app).toMatchObject({ subtitle: 'New', slug: b.name.toLowerCase().replace(' ', '-') });
    const prices =
      await database.sql`select amount_minor, valid_until is null as is_open from app_prices where app_id = ${app.id} order by id`;
    expect(prices).toMatchObject([
      { amount_minor: '0', is_open: false },
      { amount_minor: '500', is_open: true },
    ]);
    const versions =
      await database.sql`select version, state from app_versions where app_id = ${app.id} order by version`;
    expect(versions).toMatchObject([
      { version: '1.0', state: 'superseded' },
      { version: '1.1', state: 'released' },
    ]);
    expect(await run([a, next])).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await run([a, b])).toMatchObject({ changed: 1 });
    expect(await run([a, b])).toMatchObject({ changed: 0 });
  });

  test('keeps the address of an app whose name changes, its uploaded icon, and what a moderator decided', async () => {
    const row = unlike();
    await run([row]);
    const app = await appOf(row.bundleId);
    await database.sql`update apps set status = 'hidden' where id = ${app.id}`;
    await database.sql`update app_media set art = null, storage_key = 'icons/own.png' where app_id = ${app.id}`;
    await run([{ ...row, name: 'Zebra', category: 'books' }]);
    expect(await appOf(row.bundleId)).toMatchObject({
      slug: app.slug,
      name: 'Zebra',
      category_slug: 'books',
      status: 'hidden',
    });
    const [media] = await database.sql`select storage_key from app_media where app_id = ${app.id}`;
    expect(media?.storage_key).toBe('icons/own.png');
  });

  test('draws another icon under another id, because pictures are kept', async () => {
    const row = unlike({ category: 'books' });
    await run([row]);
    const app = await appOf(row.bundleId);
    const icon = async () => (await database.sql`select id, color from app_media where app_id = ${app.id}`)[0];
    const first = await icon();
    await run([{ ...row, subtitle: 'Other' }]);
    expect(await icon()).toEqual(first);
    await run([{ ...row, category: 'weather' }]);
    expect((await icon())?.id).not.toBe(first?.id);
  });

  test('takes the date of the first import where the catalogue has none, and keeps it', async () => {
    const row = unlike();
    const [now, then] = ['2026-05-05 05:05:05+00', '2026-06-06 06:06:06+00'];
    await run([row], {}, { now: new Date(now) });
    await run([{ ...row, subtitle: 'Later' }], {}, { now: new Date(then) });
    expect(await appOf(row.bundleId)).toMatchObject({ released_at: now, last_released_at: now });
  });

  test('lists a version without a file, which its owner cannot download', async () => {
    const row = unlike({ version: { version: '1.0' }, platforms: ['linux'] });
    await run([row]);
    const app = await appOf(row.bundleId);
    const [price] = await database.sql`select * from app_prices where app_id = ${app.id}`;
    const actor = await createActor(database.db);
    await createPurchase(database.db, {
      user: { id: actor.userId },
      app: { id: app.id },
      price: { id: price?.id, amountMinor: 0, currency: 'USD', kind: 'one_time', country: '*' } as never,
    });
    await expect(requestDownload(database.ctx({ actor }), row.bundleId)).rejects.toMatchObject({
      status: 409,
      code: 'no_file',
    });
  });

  test('leaves a version with a file as it is', async () => {
    const row = unlike({ version: { version: '1.0', sizeBytes: 3 }, platforms: ['linux'] });
    await run([row]);
    const app = await appOf(row.bundleId);
    await database.sql`update app_versions set sha256 = ${'a'.repeat(64)}, storage_key = 'k', file_name = 'f', content_type = 't' where app_id = ${app.id}`;
    await run([{ ...row, version: { version: '1.0', sizeBytes: 9 } }]);
    const [version] = await database.sql`select size_bytes from app_versions where app_id = ${app.id}`;
    expect(version?.size_bytes).toBe('3');
  });

  test('counts the categories that nobody knows', async () => {
    const summary = await run([
      unlike({ category: 'Quantum' }),
      unlike({ category: 'Quantum' }),
      unlike(),
      unlike({ category: 'Books' }),
    ]);
    expect(Object.fromEntries(summary.unknownCategories)).toEqual({ Quantum: 2, '': 1 });
  });

  test('ends with the batch that is being loaded when it is told to, and is completed by the next', async () => {
    const rows = Array.from({ length: 20 }, () => unlike());
    const controller = new AbortController();
    async function* slowly() {
      for (const [index, value] of rows.entries()) yield [{ line: index + 1, value }];
    }
    const first = await run(rows, {
      rows: slowly(),
      batchRows: 5,
      signal: controller.signal,
      onBatch: () => controller.abort(),
    });
    expect(first.created).toBeGreaterThan(0);
    expect(first.created).toBeLessThan(20);
    expect(await run(rows)).toMatchObject({ created: 20 - first.created, unchanged: first.created });
  });

  test('writes one line in the audit log, and none where nothing changed', async () => {
    const row = unlike();
    const count = async () =>
      (await database.sql`select count(*)::int as n from audit_log where action = 'catalogue.imported'`)[0]?.n;
    const before = await count();
    await run([row]);
    await run([row]);
    expect(await count()).toBe(before + 1);
  });
});
