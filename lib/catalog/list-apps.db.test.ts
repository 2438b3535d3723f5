import { beforeAll, describe, expect, it } from 'vitest';
import { apps, organizations } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { createApp, createCategory, createOrganization } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { listApps, listNew } from './list-apps';
import { type AppsQuery, appsQuery } from './schema';

const t = testDatabase();
const query = (values: Partial<AppsQuery> = {}) => ({ ...appsQuery.parse({}), country: 'US', ...values });

beforeAll(async () => {
  await createCategory(t.db);
  await createCategory(t.db, { slug: 'games', name: 'Games' });
  const organization = await createOrganization(t.db, { slug: 'orchard' });
  const released = (day: number) => ({
    releasedAt: new Date(Date.UTC(2026, 0, day)),
    lastReleasedAt: new Date(Date.UTC(2026, 0, day)),
  });
  await createApp(t.db, {
    name: 'Alpha',
    ...released(1),
    stats: { downloads: 10, importedDownloads: 90 },
    ageRating: 16,
  });
  await createApp(t.db, {
    name: 'Beta',
    ...released(2),
    organizationId: organization.id,
    stats: { downloads: 100, ratingSum: 45, ratingCount: 10 },
    prices: [{ amountMinor: 299 }, { country: 'DE', currency: 'EUR', amountMinor: 0 }],
    platforms: ['ios'],
    accessibility: ['captions', 'keyboard'],
  });
  await createApp(t.db, {
    name: 'Gamma',
    ...released(3),
    categorySlug: 'games',
    stats: { downloads: 5 },
    prices: [{ amountMinor: 999 }],
  });
  await createApp(t.db, { name: 'Hidden', status: 'hidden', stats: { downloads: 1000 } });
  for (let i = 0; i < 25; i += 1) await createApp(t.db, { name: `Tied ${i}`, ...released(4), stats: { downloads: 1 } });
});

const names = async (values: Partial<AppsQuery>) =>
  (await listApps(t.ctx(), query(values))).items.map((app) => app.name);

describe('lists of apps', () => {
  it('shows listed apps only, most downloaded first, own and imported downloads together', async () => {
    const shown = await names({ limit: 4 });
    expect(shown.slice(0, 3).toSorted()).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(shown[2]).toBe('Gamma');
    expect(await names({ limit: 100 })).not.toContain('Hidden');
  });

  it.each(['popular', 'rating', 'newest', 'price'] as const)(
    'pages by %s without repeating or losing an app, ties included',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listApps(t.ctx(), query({ sort, limit: 4, cursor }));
        seen.push(...page.items.map((app) => app.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(28);
      expect(new Set(seen).size).toBe(28);
    },
  );

  it('decides free or paid by the country', async () => {
    expect((await names({ price: 'paid' })).toSorted()).toEqual(['Beta', 'Gamma']);
    const inGermany = await listApps(t.ctx(), query({ price: 'paid', country: 'DE' }));
    expect(inGermany.items.map((app) => app.name)).toEqual(['Gamma']);
    const [beta] = (await listApps(t.ctx(), query({ country: 'DE', developer: 'orchard' }))).items;
    expect(beta?.price).toMatchObject({ amountMinor: 0, currency: 'EUR' });
  });

  it('filters by category, platform, age, rating, accessibility, developer and price range', async () => {
    expect(await names({ category: 'games' })).toEqual(['Gamma']);
    expect(await names({ platform: 'ios' })).toEqual(['Beta']);
    expect(await names({ age: 12, limit: 100 })).not.toContain('Alpha');
    expect(await names({ minRating: 4 })).toEqual(['Beta']);
    expect(await names({ accessibility: ['captions', 'keyboard'] })).toEqual(['Beta']);
    expect(await names({ accessibility: ['captions', 'audio_descriptions'] })).toEqual([]);
    expect(await names({ developer: 'orchard' })).toEqual(['Beta']);
    expect(await names({ minPrice: 300, maxPrice: 1000 })).toEqual(['Gamma']);
    expect(await names({ category: "games' or true --" })).toEqual([]);
  });

  it('refuses a cursor of another sort, a mangled one and one of the wrong shape', async () => {
    const { nextCursor } = await listApps(t.ctx(), query({ limit: 1 }));
    const refused = { kind: 'invalid', code: 'invalid_cursor' };
    for (const cursor of [
      nextCursor ?? '',
      'x',
      Buffer.from('["apps:rating",1,"x"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ]) {
      const failure = await listApps(t.ctx(), query({ sort: 'rating', cursor })).catch((e: unknown) => e);
      expect(failure).toBeInstanceOf(AppError);
      expect(failure).toMatchObject(refused);
    }
  });

  it('lists new apps newest first and leaves out those that nobody found yet', async () => {
    await createApp(t.db, { name: 'Unfound', stats: {} });
    expect((await listNew(t.ctx(), 'US', 3)).every((app) => app.name.startsWith('Tied'))).toBe(true);
  });

  it('by rating lists first what many rate well, before what few rate better; the unrated last', async () => {
    await createCategory(t.db, { slug: 'sieve', name: 'Sieve' });
    await createApp(t.db, { name: 'Few', categorySlug: 'sieve', stats: { ratingSum: 10, ratingCount: 2 } });
    await createApp(t.db, { name: 'Many', categorySlug: 'sieve', stats: { ratingSum: 460, ratingCount: 100 } });
    await createApp(t.db, { name: 'Poor', categorySlug: 'sieve', stats: { ratingSum: 20, ratingCount: 10 } });
    await createApp(t.db, { name: 'None', categorySlug: 'sieve', stats: {} });
    expect(await names({ sort: 'rating', category: 'sieve' })).toEqual(['Many', 'Few', 'Poor', 'None']);
  });
});

describe('the catalogue keeps its promises in the database', () => {
  it('remembers every slug an app ever had and lets nobody else take it', async () => {
    const { app } = await createApp(t.db, { slug: 'first-name' });
    await t.sql`update apps set slug = 'second-name' where id = ${app.id}`;
    const rows = await t.sql<{ slug: string }[]>`select slug from app_slugs where app_id = ${app.id} order by slug`;
    expect(rows.map((row) => row.slug)).toEqual(['first-name', 'second-name']);
    await expect(createApp(t.db, { slug: 'first-name' })).rejects.toThrow();
    await t.sql`update apps set slug = 'first-name' where id = ${app.id}`;
  });

  it('fixes the bundle id once a version was approved', async () => {
    const { app } = await createApp(t.db);
    await expect(t.sql`update apps set bundle_id = 'com.example.other' where id = ${app.id}`).rejects.toThrow(/fixed/);
  });

  it('moves the category of the statistics with the app', async () => {
    const { app } = await createApp(t.db);
    await t.sql`update apps set category_slug = 'games' where id = ${app.id}`;
    const [row] = await t.sql<
      { category_slug: string }[]
    >`select category_slug from app_stats where app_id = ${app.id}`;
    expect(row?.category_slug).toBe('games');
  });

  it.each([
    ['apps_slug_format', { slug: 'Not A Slug' }],
    ['apps_slug_not_uuid', { slug: '0196c2a0-0000-7000-8000-000000000000' }],
    ['apps_bundle_id_format', { bundleId: 'nodots' }],
    ['apps_age_rating_known', { ageRating: 5 }],
    ['apps_keywords_count', { keywords: Array.from({ length: 11 }, (_, i) => `k${i}`) }],
  ] as const)('refuses what breaks %s', async (constraint, values) => {
    const organization = await createOrganization(t.db);
    const failure: unknown = await t.db
      .insert(apps)
      .values({
        id: crypto.randomUUID(),
        organizationId: organization.id,
        bundleId: `com.example.${crypto.randomUUID()}`,
        slug: `s-${organization.slug}`,
        name: 'X',
        categorySlug: 'games',
        createdAt: new Date(),
        updatedAt: new Date(),
        ...values,
        keywords: 'keywords' in values ? [...values.keywords] : [],
      })
      .catch((e: unknown) => e);
    expect((failure as Error).cause).toMatchObject({ constraint_name: constraint });
  });

  it('keeps organisations unverified or verified, never half', async () => {
    const organization = await createOrganization(t.db);
    await expect(
      t.db
        .update(organizations)
        .set({ verifiedDomain: 'x.example' })
        .then(() => organization),
    ).rejects.toThrow();
  });
});
