import { beforeAll, describe, expect, test } from 'vitest';
import { forgetSettings } from '@/lib/settings';
import { testDatabase } from '@/tests/database';
import { createApp, createCategory, createOrganization } from '@/tests/factories';
import { buildDocuments, listedIdsAfter, type SearchDocument } from './documents';
import { qualityOf } from './rules';

const t = testDatabase();
const maxima = { ratingCount: 1_000, downloads: 1_000_000 };

async function documentOf(id: string): Promise<SearchDocument> {
  const [document] = await buildDocuments(t.ctx(), maxima, [id]);
  if (!document) throw new Error('there is no document');
  return document;
}

describe('a document', () => {
  test('has every field, as pages show them', async () => {
    await createCategory(t.db, { slug: 'weather', name: 'Weather' });
    await createCategory(t.db, { slug: 'weather-tides', name: 'Tides', parentSlug: 'weather' });
    const organization = await createOrganization(t.db, {
      name: 'Harbour Works',
      slug: 'harbour-works',
      verifiedDomain: 'harbour.example',
      verifiedAt: new Date(),
    });
    const releasedAt = new Date('2024-02-03T04:05:06.789Z');
    const lastReleasedAt = new Date('2025-03-04T05:06:07.891Z');
    const { app } = await createApp(t.db, {
      name: 'Ｔide  Wàtch',
      slug: 'tide-watch',
      subtitle: 'High and low water',
      description: '# Tides',
      keywords: ['tide', 'moon'],
      categorySlug: 'weather',
      subcategorySlug: 'weather-tides',
      platforms: ['ios', 'linux'],
      ageRating: 9,
      accessibility: ['captions'],
      organizationId: organization.id,
      releasedAt,
      lastReleasedAt,
      prices: [{ amountMinor: 299 }],
      stats: {
        downloads: 900,
        importedDownloads: 100,
        ratingSum: 10,
        ratingCount: 3,
        importedRatingSum: 8,
        importedRatingCount: 2,
        dau: 50,
        mau: 200,
        averageSessionMinutes: 4,
        day7Retention: 0.5,
      },
    });
    const figures = { averageRating: 3.6, ratingCount: 5, downloads: 1_000, engagement: 0.1 + 0.12 + 0.15 };
    const document = await documentOf(app.id);
    expect(document).toEqual({
      id: app.id,
      version: expect.stringMatching(/^[0-9a-f]{32}$/),
      slug: 'tide-watch',
      name: 'Ｔide  Wàtch',
      normalisedName: 'tide wàtch',
      skeleton: expect.stringMatching(/^tlde wa/),
      organizationId: organization.id,
      developer: 'Harbour Works',
      developerSlug: 'harbour-works',
      isVerified: true,
      subtitle: 'High and low water',
      keywords: ['tide', 'moon'],
      description: '# Tides',
      category: 'weather',
      subcategory: 'weather-tides',
      platforms: ['ios', 'linux'],
      price: 299,
      isFree: false,
      averageRating: expect.closeTo(3.6, 5),
      trustedRating: expect.closeTo(3.92, 5),
      ratingCount: 5,
      downloads: 1_000,
      engagement: expect.closeTo(0.37, 4),
      ageRating: 9,
      accessibility: ['captions'],
      releasedAt: releasedAt.getTime(),
      updatedAt: lastReleasedAt.getTime(),
      quality: expect.closeTo(qualityOf(figures, maxima), 3),
    });
  });

  test('has a usage between 0 and 1 whatever the figures, and none without any', async () => {
    const [used, idle] = [
      await createApp(t.db, { stats: { dau: 900, mau: 100, averageSessionMinutes: 60, day7Retention: 1 } }),
      await createApp(t.db),
    ];
    await t.sql`delete from app_stats where app_id = ${idle.app.id}`;
    expect((await documentOf(used.app.id)).engagement).toBe(1);
    expect(await documentOf(idle.app.id)).toMatchObject({
      engagement: 0,
      downloads: 0,
      averageRating: 0,
      ratingCount: 0,
    });
  });

  test('costs what it costs in the default storefront now', async () => {
    const hour = 3_600_000;
    const { app } = await createApp(t.db, {
      prices: [
        { country: 'DE', currency: 'EUR', amountMinor: 100 },
        {
          country: 'US',
          amountMinor: 500,
          validFrom: new Date(Date.now() - 2 * hour),
          validUntil: new Date(Date.now() - hour),
        },
        { country: 'US', amountMinor: 199, validFrom: new Date(Date.now() - hour) },
        { amountMinor: 0 },
      ],
    });
    expect(await documentOf(app.id)).toMatchObject({ price: 199, isFree: false });
    await t.sql`insert into settings (key, value, updated_at) values ('defaultCountry', '"DE"', now())`;
    forgetSettings();
    expect((await documentOf(app.id)).price).toBe(100);
    await t.sql`update settings set value = '"JP"' where key = 'defaultCountry'`;
    forgetSettings();
    expect(await documentOf(app.id)).toMatchObject({ price: 0, isFree: true });
    await t.sql`delete from settings`;
    forgetSettings();
  });

  test('has no price, and is not free, where the app is not for sale', async () => {
    const { app } = await createApp(t.db, { prices: [{ country: 'DE', currency: 'EUR', amountMinor: 0 }] });
    expect(await documentOf(app.id)).toMatchObject({ price: null, isFree: false });
  });
});

describe('the version', () => {
  test('stays for as long as no field changes, whoever builds it and when', async () => {
    const { app } = await createApp(t.db, { stats: { downloads: 7 } });
    const { version } = await documentOf(app.id);
    await t.sql`update apps set promotional_text = 'News', support_url = 'https://x.example', updated_at = now() where id = ${app.id}`;
    const [later] = await buildDocuments(t.ctx({ now: new Date(Date.now() + 60_000) }), maxima, [app.id]);
    expect(later?.version).toBe(version);
  });

  test('changes with every field', async () => {
    await createCategory(t.db, { slug: 'weather', name: 'Weather' });
    const { app } = await createApp(t.db);
    const { id } = app;
    const changes = [
      () => t.sql`update apps set name = 'Another' where id = ${id}`,
      () => t.sql`update apps set slug = 'another-one' where id = ${id}`,
      () => t.sql`update apps set subtitle = 'Another' where id = ${id}`,
      () => t.sql`update apps set description = 'Another' where id = ${id}`,
      () => t.sql`update apps set keywords = '{another}' where id = ${id}`,
      () => t.sql`update apps set category_slug = 'weather' where id = ${id}`,
      () => t.sql`update apps set subcategory_slug = 'weather' where id = ${id}`,
      () => t.sql`update apps set platforms = '{ios}' where id = ${id}`,
      () => t.sql`update apps set age_rating = 18 where id = ${id}`,
      () => t.sql`update apps set accessibility = '{captions}' where id = ${id}`,
      () => t.sql`update apps set released_at = released_at - interval '1 day' where id = ${id}`,
      () => t.sql`update apps set last_released_at = last_released_at + interval '1 s' where id = ${id}`,
      () => t.sql`update organizations set name = 'Another' where id = ${app.organizationId}`,
      () => t.sql`update organizations set slug = 'another-org' where id = ${app.organizationId}`,
      () =>
        t.sql`update organizations set verified_domain = 'v.example', verified_at = now() where id = ${app.organizationId}`,
      () => t.sql`update app_prices set amount_minor = 1 where app_id = ${id}`,
      () => t.sql`update app_stats set downloads = 1 where app_id = ${id}`,
      () => t.sql`update app_stats set rating_sum = 4, rating_count = 1 where app_id = ${id}`,
      () => t.sql`update app_stats set rating_sum = 5 where app_id = ${id}`,
      () => t.sql`update app_stats set day7_retention = 0.5 where app_id = ${id}`,
    ];
    const versions = [(await documentOf(id)).version];
    for (const change of changes) {
      await change();
      versions.push((await documentOf(id)).version);
    }
    expect(new Set(versions).size).toBe(changes.length + 1);
  });
});

describe('which apps', () => {
  const ids: string[] = [];

  beforeAll(async () => {
    for (const status of ['listed', 'draft', 'hidden', 'removed', 'listed', 'listed'] as const) {
      ids.push((await createApp(t.db, { status })).app.id);
    }
  });

  test('listed ones alone have documents, in the order of ids', async () => {
    const documents = await buildDocuments(t.ctx(), maxima, [...ids].reverse());
    expect(documents.map(({ id }) => id)).toEqual([ids[0], ids[4], ids[5]].sort());
    expect(await buildDocuments(t.ctx(), maxima, [])).toEqual([]);
  });

  test('listed ones alone are walked through, each once', async () => {
    const walked: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: string[] = await listedIdsAfter(t.ctx(), after, 2);
      walked.push(...page);
      after = page.at(-1) ?? null;
      if (page.length < 2) break;
    }
    const rows = await t.sql`select id from apps where status = 'listed' order by id`;
    expect(walked).toEqual(rows.map(({ id }) => id));
  });
});
