import { describe, expect, test } from 'vitest';
import { catalogueImporter } from '@/tests/catalogue-importer';
import { testDatabase } from '@/tests/database';
import { createApp, createOrganization } from '@/tests/factories';

const database = testDatabase();
const { run, unlike, dump, appOf } = catalogueImporter(database);

describe('whose an app is', () => {
  test('an app made here, or of another catalogue, is not touched', async () => {
    const made = await createApp(database.db);
    const other = unlike({ source: 'one' });
    await run([other]);
    const before = await dump();
    const { rejects, rejected } = await run([
      { bundleId: made.app.bundleId, name: 'Mine now' },
      { ...other, source: 'two', name: 'Mine now' },
    ]);
    expect(rejected).toBe(2);
    expect(rejects).toMatchObject([
      {
        line: 1,
        field: 'bundle id',
        reason: `${made.app.bundleId} belongs to an app made in this store`,
        row: { name: 'Mine now' },
      },
      { line: 2, field: 'bundle id', reason: `${other.bundleId} belongs to the catalogue one` },
    ]);
    expect(await dump()).toEqual(before);
  });

  test('the first row of a bundle id counts, in the same batch and in a later one', async () => {
    const row = unlike();
    const { created, rejects } = await run([row, { ...row, name: 'Second' }, unlike(), { ...row, name: 'Third' }], {
      batchRows: 1,
    });
    expect(created).toBe(2);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, `${row.bundleId} is on line 1 already`],
      [4, `${row.bundleId} is on line 1 already`],
    ]);
    expect((await appOf(row.bundleId)).name).toBe(row.name);
  });

  test('developers are kept apart by catalogue and together by name; the first row describes them', async () => {
    const rows = [
      unlike({ source: 'alpha', developer: { name: 'Kite Lab', website: 'https://kite.example' } }),
      unlike({ source: 'alpha', developer: { name: 'KITE  lab' } }),
      unlike({ source: 'beta', developer: { name: 'Kite Lab' } }),
      unlike({ source: 'alpha' }),
      unlike({ source: 'alpha', developer: { name: '風' } }),
    ];
    await run(rows, { batchRows: 2 });
    const found = await database.sql`
      select o.import_key, o.slug, o.name, o.website, o.country, count(*)::int as apps from organizations o join apps a on a.organization_id = o.id
      where import_source in ('alpha', 'beta') group by o.id order by o.import_key`;
    expect(found).toMatchObject([
      { import_key: 'alpha:', name: 'Imported: alpha', slug: 'imported-alpha', country: 'ZZ', apps: 1 },
      { import_key: 'alpha:kite lab', name: 'Kite Lab', slug: 'kite-lab', website: 'https://kite.example', apps: 2 },
      { import_key: 'alpha:風', name: '風', slug: expect.stringMatching(/^developer-[0-9a-f]{8}$/), apps: 1 },
      { import_key: 'beta:kite lab', name: 'Kite Lab', slug: expect.stringMatching(/^kite-lab-[0-9a-f]{8}$/), apps: 1 },
    ]);
    await run([
      { ...rows[0], developer: { name: 'Kite Lab', country: 'NO' } },
      { ...rows[1], developer: { name: 'Kite lab', country: 'SE' } },
    ]);
    const [kite] =
      await database.sql`select name, website, country from organizations where import_key = 'alpha:kite lab'`;
    expect(kite).toEqual({ name: 'Kite Lab', website: 'https://kite.example', country: 'NO' });
  });

  test('an organisation made here keeps its slug and its apps', async () => {
    await createOrganization(database.db, { slug: 'first-here', name: 'First Here' });
    await run([unlike({ source: 'gamma', developer: { name: 'First Here' } })]);
    const rows =
      await database.sql`select slug, import_key from organizations where name = 'First Here' order by import_key nulls first`;
    expect(rows).toMatchObject([{ slug: 'first-here', import_key: null }, { import_key: 'gamma:first here' }]);
  });
});

describe('addresses', () => {
  test('are unlike each other, never taken from others, and speak of the developer where they must', async () => {
    await createApp(database.db, { slug: 'calm-waters', name: 'Calm Waters' });
    const old = await createApp(database.db, { slug: 'older-name' });
    await database.sql`update apps set slug = 'newer-name' where id = ${old.app.id}`;
    const rows = [
      unlike({ name: 'Calm Waters' }),
      unlike({ name: 'Calm Waters', developer: { name: 'Lake House' } }),
      unlike({ name: 'Calm Waters!', developer: { name: 'Lake House' } }),
      unlike({ name: 'Older Name' }),
      unlike({ name: '天気' }),
      unlike({ name: '🍎' }),
      unlike({ name: '0190a1b2-0000-7000-8000-000000000000' }),
      unlike({ name: 'Unseen' }),
      unlike({ name: 'Unseen' }),
    ];
    expect(await run(rows, { batchRows: 4 })).toMatchObject({ created: 9, rejected: 0 });
    const slugs = await Promise.all(rows.map(async ({ bundleId }) => (await appOf(bundleId)).slug as string));
    expect(slugs[0]).toMatch(/^calm-waters-[0-9a-f]{8}$/);
    expect(slugs[1]).toBe('calm-waters-lake-house');
    expect(slugs[2]).toMatch(/^calm-waters-[0-9a-f]{8}$/);
    expect(slugs[3]).toMatch(/^older-name-[0-9a-f]{8}$/);
    expect(slugs[4]).toBe(rows[4]!.bundleId.replaceAll('.', '-'));
    expect(slugs[5]).toBe(rows[5]!.bundleId.replaceAll('.', '-'));
    expect(slugs[6]).toBe('app-0190a1b2-0000-7000-8000-000000000000');
    expect(slugs[7]).toBe('unseen');
    expect(slugs[8]).toMatch(/^unseen-[0-9a-f]{8}$/);
  });
});

test('two imports of the same catalogue at once make each app once', async () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    unlike({ developer: { name: `At Once ${index % 7}` }, name: `At Once ${index % 50}` }),
  );
  const results = await Promise.all([run(rows, { batchRows: 40 }), run(rows, { batchRows: 60 })]);
  expect(results[0].created + results[1].created).toBe(300);
  expect(results[0].unchanged + results[1].unchanged).toBe(300);
  expect(results.map(({ rejected }) => rejected)).toEqual([0, 0]);
  const [count] = await database.sql`select count(*)::int as n from apps where name like 'At Once%'`;
  expect(count?.n).toBe(300);
});
