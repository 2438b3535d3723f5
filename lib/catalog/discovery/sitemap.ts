import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '@/lib/context';
import { isId } from '@/lib/ids';
import { element, escapeXml, xmlDeclaration } from './xml';

/** What the sitemap protocol allows in one file. */
const urlsPerPage = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Link = { path: string; changedAt?: string | null };

/** `pages`, or the part of a table that begins at an id: `apps-<id>`, `developers-<id>`. */
const partName = /^(apps|developers)-([0-9a-f-]{36})$/;

const tables = { apps: sql`apps`, developers: sql`organizations` };

type Part = keyof typeof tables;

/**
 * The first id of each part of `size` rows. Ids grow with time, so that parts stay as they are and new ones come at the
 * end; a part that holds rows which are not listed is shorter. One walk over the primary key.
 */
export async function partStarts(ctx: Ctx, part: Part, size = urlsPerPage): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with recursive starts as (
      (select id from ${tables[part]} order by id limit 1)
      union all
      select (select t.id from ${tables[part]} t where t.id > s.id order by t.id offset ${size - 1} limit 1)
      from starts s where s.id is not null
    )
    select id from starts where id is not null`);
  return rows.map((row) => row.id);
}

/** Listed rows among the `size` rows that begin at an id: the cost does not depend on where that is. */
export function partQuery(part: Part, from: string, size: number): SQL {
  const range = sql`t.id >= ${from}::uuid and t.id < coalesce(
    (select e.id from ${tables[part]} e where e.id >= ${from}::uuid order by e.id offset ${size} limit 1), ${lastId}::uuid)`;
  return part === 'developers'
    ? sql`
      select t.slug, null as changed_at from organizations t
      where ${range} and exists (select 1 from apps a where a.organization_id = t.id and a.status = 'listed')
      order by t.id`
    : sql`
      select t.slug, to_json(greatest(t.updated_at, t.last_released_at)) #>> '{}' as changed_at
      from apps t where ${range} and t.status = 'listed' order by t.id`;
}

export async function listPart(ctx: Ctx, part: Part, from: string, size = urlsPerPage): Promise<Link[]> {
  const rows = await ctx.db.execute<{ slug: string; changed_at: string | null }>(partQuery(part, from, size));
  return rows.map((row) => ({ path: `/${part}/${row.slug}`, changedAt: row.changed_at }));
}

/** Everything that is neither an app nor a developer: front page, categories and their kinds, stories, legal pages. */
async function listPages(ctx: Ctx, legalPaths: readonly string[]): Promise<Link[]> {
  const now = ctx.now.toISOString();
  const [categories, stories] = await Promise.all([
    ctx.db.execute<{ slug: string; parent_slug: string | null }>(
      sql`select slug, parent_slug from categories order by position, slug`,
    ),
    ctx.db.execute<{ slug: string; changed_at: string }>(sql`
      select slug, to_json(updated_at) #>> '{}' as changed_at from collections
      where starts_at <= ${now}::timestamptz and (ends_at is null or ends_at > ${now}::timestamptz)
      order by position, starts_at desc, id limit 10000`),
  ]);
  return [
    { path: '/' },
    { path: '/categories' },
    { path: '/transparency' },
    ...categories.map(({ slug, parent_slug }) => ({
      path: parent_slug === null ? `/categories/${slug}` : `/categories/${parent_slug}?subcategory=${slug}`,
    })),
    ...stories.map((story) => ({ path: `/stories/${story.slug}`, changedAt: story.changed_at })),
    ...legalPaths.map((path) => ({ path })),
  ];
}

const starts = new WeakMap<object, { at: number; names: string[] }>();
const startsMs = 60_000;

/** The index of all parts. What it walked over is kept for a minute. */
export async function sitemapIndex(ctx: Ctx, origin: string): Promise<string> {
  let known = starts.get(ctx.db);
  if (!known || Date.now() - known.at > startsMs) {
    const [apps, developers] = await Promise.all([partStarts(ctx, 'apps'), partStarts(ctx, 'developers')]);
    const names = ['pages', ...apps.map((id) => `apps-${id}`), ...developers.map((id) => `developers-${id}`)];
    known = { at: Date.now(), names };
    starts.set(ctx.db, known);
  }
  const entries = known.names.map((name) => `<sitemap>${element('loc', `${origin}/sitemaps/${name}.xml`)}</sitemap>\n`);
  return `${xmlDeclaration}<sitemapindex xmlns="${namespace}">\n${entries.join('')}</sitemapindex>\n`;
}

/** One part as a sitemap, `file` being `<name>.xml` from the index; null where there is no such part. */
export async function sitemapPart(
  ctx: Ctx,
  file: string,
  { origin, legalPaths }: { origin: string; legalPaths: readonly string[] },
): Promise<string | null> {
  const name = /^(.{1,60})\.xml$/.exec(file)?.[1] ?? '';
  if (name === 'pages') return urlSet(origin, await listPages(ctx, legalPaths));
  const [, part, from] = partName.exec(name) ?? [];
  if (!part || !from || !isId(from)) return null;
  return urlSet(origin, await listPart(ctx, z.enum(['apps', 'developers']).parse(part), from));
}

function urlSet(origin: string, links: readonly Link[]): string {
  const base = escapeXml(origin);
  let urls = '';
  for (const { path, changedAt } of links) {
    urls += `<url><loc>${base}${escapeXml(path)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</url>\n`;
  }
  return `${xmlDeclaration}<urlset xmlns="${namespace}">\n${urls}</urlset>\n`;
}
