import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { changedAt, documentSources, engagementOf } from './documents';

/** So that an app is not written anew for every digit. */
const near = (one: SQL, other: SQL): SQL => sql`abs(${one} - ${other}) < 0.0005`;

const isTrue: SQL = sql`
  d.slug = a.slug and d.name = a.name and d.organization_id = a.organization_id and d.developer = o.name
  and d.developer_slug = o.slug and d.is_verified = (o.verified_domain is not null) and d.subtitle = a.subtitle
  and d.keywords = a.keywords and d.category_slug = a.category_slug
  and d.subcategory_slug is not distinct from a.subcategory_slug and d.platforms = a.platforms
  and d.price_minor is not distinct from price.amount_minor
  and ${near(sql`d.average_rating`, sql`coalesce(s.shown_rating, 0)`)}
  and d.rating_count = coalesce(s.rating_count + s.imported_rating_count, 0)
  and d.downloads = coalesce(s.shown_downloads, 0) and ${near(sql`d.engagement`, engagementOf)}
  and d.age_rating = a.age_rating and d.accessibility = a.accessibility
  and date_trunc('milliseconds', d.released_at) is not distinct from date_trunc('milliseconds', a.released_at)
  and date_trunc('milliseconds', d.updated_at) = date_trunc('milliseconds', ${changedAt})
  and d.description = a.description`;

/** One look at a part of the catalogue, in the order of ids. */
export type Look = {
  /** Apps whose document is missing, or no longer true, or of an app that is not listed. */
  stale: string[];
  /** Apps looked at. */
  looked: number;
  /** Where to go on; null at the end. */
  lastId: string | null;
};

/** Compares so many apps after one with what Postgres has indexed of them. */
export async function findStale(ctx: Ctx, afterId: string | null, limit: number): Promise<Look> {
  const { defaultCountry } = await getSettings(ctx);
  const rows = await ctx.db.execute<{ id: string; is_stale: boolean }>(sql`
    select a.id, case when a.status <> 'listed' then d.app_id is not null when d.app_id is null then true
      else not (${isTrue}) end as is_stale
    from (
      select * from apps ${afterId === null ? sql`` : sql`where id > ${afterId}`} order by id limit ${limit}
    ) a
    ${documentSources(defaultCountry, ctx.now)}
    left join search_documents d on d.app_id = a.id
    order by a.id`);
  return {
    stale: rows.filter((row) => row.is_stale).map(({ id }) => id),
    looked: rows.length,
    lastId: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}

/**
 * Whether an app of the last ones that came in is missing. Who fills the index goes by ids, which grow with time, so
 * that the last are missing for as long as it is not done. Takes a millisecond, however many apps there are.
 */
export async function isBehind(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ is_behind: boolean }>(sql`
    select exists (
      select from (select id, status from apps order by id desc limit 100) a
      where a.status = 'listed' and not exists (select from search_documents d where d.app_id = a.id)
    ) as is_behind`);
  return row?.is_behind ?? false;
}
