import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createApp, createCategory, createOrganization } from '@/tests/factories';
import { listPart, partQuery, partStarts, sitemapIndex, sitemapPart } from './sitemap';

const t = testDatabase();
const options = { origin: 'https://store.example', legalPaths: ['/legal/terms'] };
const locations = (xml: string | null) => [...(xml ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);

/** Listed apps in bulk; their ids come in an order of their own. */
async function addApps(count: number): Promise<void> {
  const { id } = await createOrganization(t.db);
  const { slug } = await createCategory(t.db);
  await t.db.execute(sql`
    insert into apps (id, organization_id, bundle_id, slug, name, category_slug, status, created_at, updated_at)
    select md5('app' || n)::uuid, ${id}, 'bulk.app' || n, 'bulk-' || n, 'Bulk ' || n, ${slug}, 'listed', now(), now()
    from generate_series(1, ${count}::int) n`);
  await t.db.execute(sql`analyze apps`);
}

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Index Name'?: string; Plans?: Plan[] };

async function planOf(from: string, size: number): Promise<Plan> {
  const [row] = await t.db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    sql`explain (analyze, buffers, format json) ${partQuery('apps', from, size)}`,
  );
  return row!['QUERY PLAN'][0].Plan;
}

const blocksOf = (plan: Plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
const indexesOf = (plan: Plan): string[] => [
  ...(plan['Index Name'] ? [plan['Index Name']] : []),
  ...(plan.Plans ?? []).flatMap(indexesOf),
];

test('the parts hold every listed app once, and no part is longer than it may be', async () => {
  await addApps(2_300);
  await t.db.execute(sql`update apps set status = 'hidden' where slug like '%7'`);
  const starts = await partStarts(t.ctx(), 'apps', 500);
  expect(starts).toHaveLength(5);
  const parts = await Promise.all(starts.map((from) => listPart(t.ctx(), 'apps', from, 500)));
  for (const links of parts) expect(links.length).toBeLessThanOrEqual(500);
  const paths = parts.flat().map(({ path }) => path);
  const listed = await t.db.execute<{ slug: string }>(sql`select slug from apps where status = 'listed'`);
  expect(paths.toSorted()).toEqual(listed.map(({ slug }) => `/apps/${slug}`).toSorted());
});

test('the last part of many costs what the first one costs', async () => {
  await t.db.execute(sql`delete from apps`);
  await addApps(20_000);
  const starts = await partStarts(t.ctx(), 'apps', 1_000);
  expect(starts).toHaveLength(20);
  await planOf(starts[0]!, 1_000);
  const [first, last] = [await planOf(starts[0]!, 1_000), await planOf(starts[19]!, 1_000)];
  expect(indexesOf(first)).toContain('apps_pkey');
  expect(indexesOf(last)).toContain('apps_pkey');
  expect(blocksOf(last)).toBeLessThan(blocksOf(first) * 1.5);
  await t.db.execute(sql`delete from apps`);
});

test('the index names parts that exist, and their links are absolute, escaped and dated', async () => {
  const { app } = await createApp(t.db, { slug: 'tern', updatedAt: new Date('2026-02-03T04:05:06Z') });
  await createApp(t.db, { slug: 'draft', status: 'draft' });
  const index = await sitemapIndex(t.ctx(), options.origin);
  const files = locations(index).map((loc) => loc!.replace('https://store.example/sitemaps/', ''));
  expect(files[0]).toBe('pages.xml');
  expect(files).toContain(`apps-${app.id}.xml`);
  const parts = await Promise.all(files.map((file) => sitemapPart(t.ctx(), file, options)));
  const links = parts.flatMap(locations);
  expect(links).toContain('https://store.example/apps/tern');
  expect(links).not.toContain('https://store.example/apps/draft');
  expect(links).toContain('https://store.example/categories/productivity');
  expect(links).toContain('https://store.example/legal/terms');
  expect(links.filter((link) => link!.startsWith('https://store.example/developers/')).length).toBe(1);
  expect(parts.join('')).toMatch(/tern<\/loc><lastmod>\d{4}-\d\d-\d\dT[\d:.]+\+00:00<\/lastmod>/);
});

test('a kind of a category is named with its address escaped', async () => {
  const pages = await sitemapPart(t.ctx(), 'pages.xml', { ...options, origin: 'https://store.example/a&b' });
  expect(pages).toContain('<loc>https://store.example/a&amp;b/categories</loc>');
  expect(pages).not.toMatch(/&(?!amp;)/);
});

test('a part that nobody named does not exist', async () => {
  for (const file of [
    'apps.xml',
    'apps-1.xml',
    'users-00000000-0000-0000-0000-000000000000.xml',
    'pages',
    '',
    'apps-zz.xml',
  ])
    expect(await sitemapPart(t.ctx(), file, options)).toBeNull();
  expect(await sitemapPart(t.ctx(), `apps-${'-'.repeat(36)}.xml`, options)).toBeNull();
});
