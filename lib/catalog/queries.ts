import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AppTranslation } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { listCards, mediaUrl } from './cards';
import type { AppDetail, AppVersion, Category, Platform, Screenshot } from './schema';

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The app that a reference (id, slug old or new, bundle id) names, whatever its status. */
export async function findAppId(ctx: Ctx, ref: string): Promise<string | null> {
  const rows = isId(ref)
    ? await ctx.db.execute<{ id: string }>(sql`select id from apps where id = ${ref}`)
    : ref.includes('.')
      ? await ctx.db.execute<{ id: string }>(sql`select id from apps where bundle_id = ${ref}`)
      : slugPattern.test(ref)
        ? await ctx.db.execute<{ id: string }>(sql`select app_id as id from app_slugs where slug = ${ref}`)
        : [];
  return rows[0]?.id ?? null;
}

/** The listed app that a reference names; throws 404 `not_found`. */
export async function requireListedAppId(ctx: Ctx, ref: string): Promise<string> {
  const id = await findAppId(ctx, ref);
  const [row] = id
    ? await ctx.db.execute<{ id: string }>(sql`select id from apps where id = ${id} and status = 'listed'`)
    : [];
  if (!row) throw new AppError('not_found', 'not_found');
  return row.id;
}

type DetailRow = {
  subcategory_slug: string | null;
  subcategory_name: string | null;
  description: string;
  promotional_text: string;
  languages: string[];
  keywords: string[];
  platforms: string[];
  age_rating: number;
  privacy_label: AppDetail['privacyLabel'];
  accessibility: string[];
  support_url: string | null;
  privacy_url: string | null;
  website: string | null;
  released_at: string | null;
  updated_at: string | null;
};

/**
 * A listed app with all that its page shows, in its own words; null when there is none. Its slug tells the canonical
 * address.
 */
export async function getApp(ctx: Ctx, ref: string, country: string): Promise<AppDetail | null> {
  const id = await findAppId(ctx, ref);
  if (!id) return null;
  const [[row], cards, screenshots, versions, histogram] = await Promise.all([
    ctx.db.execute<DetailRow>(sql`
      select a.subcategory_slug, c.name as subcategory_name, a.description, a.promotional_text,
        array(
          select t.key from jsonb_each(a.translations) t
          where concat(t.value ->> 'subtitle', t.value ->> 'description', t.value ->> 'promotionalText') <> '' order by 1
        ) as languages, a.keywords, a.platforms, a.age_rating,
        a.privacy_label, a.accessibility, a.support_url, a.privacy_url, o.website,
        to_json(a.released_at) #>> '{}' as released_at, to_json(a.last_released_at) #>> '{}' as updated_at
      from apps a join organizations o on o.id = a.organization_id left join categories c on c.slug = a.subcategory_slug
      where a.id = ${id} and a.status = 'listed'`),
    listCards(ctx, [id], country),
    listScreenshots(ctx, id),
    listVersions(ctx, id, { limit: 10 }),
    getHistogram(ctx, id),
  ]);
  const card = cards.get(id);
  if (!row || !card) return null;
  return {
    ...card,
    subcategory: row.subcategory_slug,
    subcategoryName: row.subcategory_name,
    description: row.description,
    promotionalText: row.promotional_text,
    languages: row.languages,
    language: null,
    translated: [],
    keywords: row.keywords,
    platforms: row.platforms,
    ageRating: row.age_rating,
    privacyLabel: row.privacy_label,
    accessibility: row.accessibility,
    supportUrl: row.support_url,
    privacyUrl: row.privacy_url,
    website: row.website,
    releasedAt: row.released_at,
    updatedAt: row.updated_at,
    screenshots,
    versions: versions.items,
    histogram,
  };
}

/** What an app says in one of its other languages; null when it says nothing in it. */
export async function getTranslation(ctx: Ctx, appId: string, tag: string): Promise<AppTranslation | null> {
  const [row] = await ctx.db.execute<{ texts: AppTranslation | null }>(
    sql`select translations -> ${tag}::text as texts from apps where id = ${appId}`,
  );
  return row?.texts ?? null;
}

async function listScreenshots(ctx: Ctx, appId: string): Promise<Screenshot[]> {
  const rows = await ctx.db.execute<{
    id: string;
    width: number;
    height: number;
    alt_text: string;
    color: string;
    platform: Platform | null;
  }>(sql`
    select id, width, height, alt_text, color, platform from app_media
    where app_id = ${appId} and kind = 'screenshot' order by position, id`);
  return rows.map((row) => ({
    url: mediaUrl(row.id, 640),
    width: row.width,
    height: row.height,
    altText: row.alt_text,
    color: row.color,
    platform: row.platform,
  }));
}

async function getHistogram(ctx: Ctx, appId: string): Promise<AppDetail['histogram']> {
  const rows = await ctx.db.execute<{ rating: 1 | 2 | 3 | 4 | 5; count: number }>(
    sql`select rating, count(*)::int as count from reviews where app_id = ${appId} and is_visible group by rating`,
  );
  const histogram = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 };
  for (const row of rows) histogram[row.rating] = row.count;
  return histogram;
}

type VersionRow = {
  id: string;
  version: string;
  platform: Platform;
  languages: string[];
  release_notes: string;
  minimum_os: string | null;
  size_bytes: string;
  sha256: string | null;
  is_web: boolean;
  released_at: string;
};

const versionsCursor = 'versions';

/** Released versions, newest first. */
export async function listVersions(
  ctx: Ctx,
  appId: string,
  query: { limit: number; cursor?: string },
): Promise<Page<AppVersion>> {
  const after = query.cursor
    ? decodeCursor(versionsCursor, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()])
    : null;
  const rows = await ctx.db.execute<VersionRow>(sql`
    select id, version, platform, languages, release_notes, minimum_os, size_bytes, sha256, web_url is not null as is_web, to_json(released_at) #>> '{}' as released_at
    from app_versions
    where app_id = ${appId} and state in ('released', 'superseded')
      ${after ? sql`and released_at <= ${after[0]}::timestamptz and (released_at < ${after[0]}::timestamptz or id > ${after[1]})` : sql``}
    order by app_versions.released_at desc, id limit ${query.limit + 1}`);
  return toPage(rows, query.limit, (row) => encodeCursor(versionsCursor, [row.released_at, row.id]), toVersion);
}

export const toVersion = (row: VersionRow): AppVersion => ({
  id: row.id,
  version: row.version,
  platform: row.platform,
  languages: row.languages,
  releaseNotes: row.release_notes,
  minimumOs: row.minimum_os,
  sizeBytes: Number(row.size_bytes),
  sha256: row.sha256,
  isWeb: row.is_web,
  releasedAt: row.released_at,
});

type CategoryRow = {
  slug: string;
  name: string;
  icon: string;
  hue: number;
  parent_slug: string | null;
  app_count: number;
};

/** Categories in their order, each with its sub-genres and the number of listed apps. */
export async function listCategories(ctx: Ctx): Promise<Category[]> {
  const rows = await ctx.db.execute<CategoryRow>(sql`
    with counts as (
      select category_slug as slug, count(*) as app_count from apps where status = 'listed' group by category_slug
      union all
      select subcategory_slug, count(*) from apps where status = 'listed' and subcategory_slug is not null group by subcategory_slug
    )
    select c.slug, c.name, c.icon, c.hue, c.parent_slug, coalesce(n.app_count, 0)::int as app_count
    from categories c left join counts n on n.slug = c.slug
    order by c.position, c.slug`);
  return rows
    .filter((row) => row.parent_slug === null)
    .map(({ slug, name, icon, hue, app_count }) => ({
      slug,
      name,
      icon,
      hue,
      appCount: app_count,
      subcategories: rows
        .filter((child) => child.parent_slug === slug)
        .map((child) => ({ slug: child.slug, name: child.name, appCount: child.app_count })),
    }));
}

type DeveloperRow = {
  slug: string;
  name: string;
  description: string;
  website: string | null;
  country: string;
  verified_domain: string | null;
  app_count: number;
};

/** An organisation that has listed apps, or null. */
export async function getDeveloper(ctx: Ctx, slug: string) {
  const [row] = await ctx.db.execute<DeveloperRow>(sql`
    select o.slug, o.name, o.description, o.website, o.country, o.verified_domain,
      (select count(*)::int from apps a where a.organization_id = o.id and a.status = 'listed') as app_count
    from organizations o where o.slug = ${slug}`);
  if (!row || row.app_count === 0) return null;
  return {
    slug: row.slug,
    name: row.name,
    verified: row.verified_domain !== null,
    description: row.description,
    website: row.website,
    country: row.country,
    verifiedDomain: row.verified_domain,
    appCount: row.app_count,
  };
}
