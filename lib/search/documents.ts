import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { priceJoin } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { uuids } from '@/lib/sql';
import { type Maxima, qualityOf } from './rules';
import { normalise, skeletonOf } from './text';

/** What engines know of a listed app. Numbers, filters and sorts are those of the default storefront. */
export type SearchDocument = {
  id: string;
  /** SHA-256 of everything else, hexadecimal, cut to 32 characters. */
  version: string;
  slug: string;
  name: string;
  normalisedName: string;
  /** Confusable skeleton of the name (UTS 39). */
  skeleton: string;
  organizationId: string;
  developer: string;
  developerSlug: string;
  isVerified: boolean;
  subtitle: string;
  keywords: string[];
  description: string;
  category: string;
  subcategory: string | null;
  platforms: string[];
  /** Minor units; null where it is not for sale. */
  price: number | null;
  isFree: boolean;
  averageRating: number;
  /** The average with little faith in few ratings (app_stats): what is sorted by. */
  trustedRating: number;
  ratingCount: number;
  downloads: number;
  /** 0..1. */
  engagement: number;
  ageRating: number;
  accessibility: string[];
  /** Milliseconds since the epoch; null before a release. */
  releasedAt: number | null;
  updatedAt: number;
  /** lib/search/rules.ts, 0..1. */
  quality: number;
};

/** How much an app (`s`: app_stats) is used, 0..1: 0.4 days of a month, 0.3 minutes of a session up to 10, 0.3 who return. */
export const engagementOf: SQL = sql`
  least(1, greatest(0, 0.4 * coalesce(s.dau, 0)::float8 / greatest(coalesce(s.mau, 0), 1)
    + 0.3 * least(coalesce(s.average_session_minutes, 0) / 10.0, 1) + 0.3 * coalesce(s.day7_retention, 0)))`;

/** What documents are made of, of the apps `a` that the caller selects: the same for one that is built and one that is compared. */
export const documentSources = (country: string, now: Date): SQL => sql`
  join organizations o on o.id = a.organization_id
  left join app_stats s on s.app_id = a.id
  ${priceJoin(country, now)}`;

/** An app without a release was changed last when its row was. */
export const changedAt: SQL = sql`coalesce(a.last_released_at, a.updated_at)`;

type Row = {
  id: string;
  slug: string;
  name: string;
  organization_id: string;
  developer: string;
  developer_slug: string;
  is_verified: boolean;
  subtitle: string;
  keywords: string[];
  description: string;
  category_slug: string;
  subcategory_slug: string | null;
  platforms: string[];
  amount_minor: string | null;
  average_rating: number;
  trusted_rating: number;
  rating_count: string;
  downloads: string;
  engagement: number;
  age_rating: number;
  accessibility: string[];
  released_ms: string | null;
  changed_ms: string;
};

/** Documents of the listed apps among these, by id, as their rows are now. */
export async function buildDocuments(ctx: Ctx, maxima: Maxima, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const { defaultCountry } = await getSettings(ctx);
  const rows = await ctx.db.execute<Row>(sql`
    select a.id, a.slug, a.name, a.organization_id, o.name as developer, o.slug as developer_slug,
      o.verified_domain is not null as is_verified, a.subtitle, a.keywords, a.description, a.category_slug,
      a.subcategory_slug, a.platforms, price.amount_minor, coalesce(s.shown_rating, 0) as average_rating,
      coalesce(s.trusted_rating, 0) as trusted_rating,
      coalesce(s.rating_count + s.imported_rating_count, 0) as rating_count,
      coalesce(s.shown_downloads, 0) as downloads, ${engagementOf} as engagement, a.age_rating, a.accessibility,
      floor(extract(epoch from a.released_at) * 1000)::bigint as released_ms,
      floor(extract(epoch from ${changedAt}) * 1000)::bigint as changed_ms
    from apps a ${documentSources(defaultCountry, ctx.now)}
    where a.id = any(${uuids(ids)}) and a.status = 'listed' order by a.id`);
  return rows.map((row) => toDocument(row, maxima));
}

/** So many listed apps whose ids come next. */
export async function listedIdsAfter(ctx: Ctx, afterId: string | null, limit: number): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select id from apps where status = 'listed' ${afterId === null ? sql`` : sql`and id > ${afterId}`}
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
}

const rounded = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;

function toDocument(row: Row, maxima: Maxima): SearchDocument {
  const price = row.amount_minor === null ? null : Number(row.amount_minor);
  const figures = {
    averageRating: row.average_rating,
    ratingCount: Number(row.rating_count),
    downloads: Number(row.downloads),
    engagement: rounded(row.engagement, 4),
  };
  const document = {
    id: row.id,
    slug: row.slug,
    name: row.name,
    normalisedName: normalise(row.name),
    skeleton: skeletonOf(row.name),
    organizationId: row.organization_id,
    developer: row.developer,
    developerSlug: row.developer_slug,
    isVerified: row.is_verified,
    subtitle: row.subtitle,
    keywords: row.keywords,
    description: row.description,
    category: row.category_slug,
    subcategory: row.subcategory_slug,
    platforms: row.platforms,
    price,
    isFree: price === 0,
    ...figures,
    trustedRating: row.trusted_rating,
    ageRating: row.age_rating,
    accessibility: row.accessibility,
    releasedAt: row.released_ms === null ? null : Number(row.released_ms),
    updatedAt: Number(row.changed_ms),
    // So that one more download of the greatest app makes no other document a different one.
    quality: rounded(qualityOf(figures, maxima), 3),
  };
  return { ...document, version: versionOf(document) };
}

const versionOf = (document: Omit<SearchDocument, 'version'>): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32);
