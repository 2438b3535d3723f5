import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { uuids } from '@/lib/sql';
import type { SearchDocument } from '../documents';
import { foldedOf, headOf } from './fold';
import { vectorsOf } from './vector';

const versionsPage = 5_000;
/** Longer names are told apart by what comes before. */
const foldedLength = 200;

const cut = (text: string) => [...text].slice(0, foldedLength).join('');

/** Postgres stores neither half characters nor NUL. */
const clean = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;

const rowOf = (document: SearchDocument) => ({
  ...document,
  folded: cut(foldedOf(document.name)),
  head: cut(headOf(document.name)),
  ...vectorsOf(document),
});

const renewedColumns = [
  ...['version', 'slug', 'name', 'normalised_name', 'skeleton', 'organization_id', 'developer', 'developer_slug'],
  ...['is_verified', 'subtitle', 'keywords', 'description', 'category_slug', 'subcategory_slug', 'platforms'],
  ...['price_minor', 'average_rating', 'trusted_rating', 'rating_count', 'downloads', 'engagement', 'age_rating'],
  ...['accessibility', 'released_at', 'updated_at', 'quality', 'folded', 'head', 'brief', 'words'],
];
const columns = sql.raw(['app_id', ...renewedColumns].join(', '));
const renewed = sql.raw(renewedColumns.map((name) => `${name} = excluded.${name}`).join(', '));

/** Documents of apps that are there, up to 1,000 in one statement. */
export async function putDocuments(ctx: Ctx, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = [...new Map(documents.map((document) => [document.id, document])).values()].map(rowOf);
  await ctx.db.execute(sql`
    insert into search_documents (${columns})
    select d.id, d.version, d.slug, d.name, d."normalisedName", d.skeleton, d."organizationId", d.developer,
      d."developerSlug", d."isVerified", d.subtitle, d.keywords, d.description, d.category, d.subcategory, d.platforms,
      d.price, d."averageRating", d."trustedRating", d."ratingCount", d.downloads, d.engagement, d."ageRating", d.accessibility,
      to_timestamp(d."releasedAt" / 1000.0), to_timestamp(d."updatedAt" / 1000.0), d.quality, d.folded, d.head, d.brief,
      d.words
    from jsonb_to_recordset(${JSON.stringify(rows, clean)}::jsonb) as d(id uuid, version text, slug text, name text,
      "normalisedName" text, skeleton text, "organizationId" uuid, developer text, "developerSlug" text,
      "isVerified" boolean, subtitle text, keywords text[], description text, category text, subcategory text,
      platforms text[], price bigint, "averageRating" real, "trustedRating" real, "ratingCount" bigint, downloads bigint, engagement real,
      "ageRating" smallint, accessibility text[], "releasedAt" float8, "updatedAt" float8, quality real, folded text,
      head text, brief tsvector, words tsvector)
    join apps a on a.id = d.id
    order by d.id
    on conflict (app_id) do update set ${renewed}`);
}

export async function removeDocuments(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.execute(sql`delete from search_documents where app_id = any(${uuids(ids)})`);
}

export async function* documentVersions(ctx: Ctx): AsyncGenerator<{ id: string; version: string }> {
  for (let last: string | undefined; ; ) {
    const rows = await ctx.db.execute<{ id: string; version: string }>(sql`
      select app_id as id, version from search_documents ${last === undefined ? sql`` : sql`where app_id > ${last}::uuid`}
      order by app_id limit ${versionsPage}`);
    yield* rows;
    if (rows.length < versionsPage) return;
    last = rows.at(-1)?.id;
  }
}
