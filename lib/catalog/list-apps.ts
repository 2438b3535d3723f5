import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { listCards, listCardsInOrder, priceJoin } from './cards';
import type { AppCard, AppsQuery } from './schema';

export type AppFilters = Omit<AppsQuery, 'sort' | 'limit' | 'cursor' | 'country'>;

/** Conditions over `a` (apps), `s` (app_stats) and, where `needsPrice`, `price`. Listed apps only. */
export function filterConditions(filters: AppFilters): { where: SQL; needsPrice: boolean } {
  const conditions = [sql`a.status = 'listed'`];
  // On both tables, so that whichever index the sort wants can be walked.
  if (filters.category)
    conditions.push(sql`a.category_slug = ${filters.category} and s.category_slug = ${filters.category}`);
  if (filters.subcategory) conditions.push(sql`a.subcategory_slug = ${filters.subcategory}`);
  if (filters.platform) conditions.push(sql`${filters.platform} = any(a.platforms)`);
  if (filters.minRating !== undefined) conditions.push(sql`s.shown_rating >= ${filters.minRating}`);
  if (filters.age !== undefined) conditions.push(sql`a.age_rating <= ${filters.age}`);
  if (filters.developer)
    conditions.push(sql`a.organization_id = (select id from organizations where slug = ${filters.developer})`);
  if (filters.accessibility) {
    conditions.push(sql`a.accessibility @> string_to_array(${filters.accessibility.join(',')}, ',')`);
  }
  const beforePrice = conditions.length;
  if (filters.price === 'free') conditions.push(sql`price.amount_minor = 0`);
  if (filters.price === 'paid') conditions.push(sql`price.amount_minor > 0`);
  if (filters.minPrice !== undefined) conditions.push(sql`price.amount_minor >= ${filters.minPrice}`);
  if (filters.maxPrice !== undefined) conditions.push(sql`price.amount_minor <= ${filters.maxPrice}`);
  return { where: sql.join(conditions, sql` and `), needsPrice: conditions.length > beforePrice };
}

type SortKey = {
  key: SQL;
  cast: SQL;
  direction: 'asc' | 'desc';
  needsPrice: boolean;
  shape: z.ZodType<string | number>;
};

export const sortKeys: Record<AppsQuery['sort'], SortKey> = {
  popular: {
    key: sql`s.shown_downloads`,
    cast: sql`bigint`,
    direction: 'desc',
    needsPrice: false,
    shape: z.coerce.number().int(),
  },
  rating: { key: sql`s.trusted_rating`, cast: sql`real`, direction: 'desc', needsPrice: false, shape: z.number() },
  newest: {
    key: sql`a.released_at`,
    cast: sql`timestamptz`,
    direction: 'desc',
    needsPrice: false,
    shape: z.iso.datetime({ offset: true }),
  },
  price: {
    key: sql`price.amount_minor`,
    cast: sql`bigint`,
    direction: 'asc',
    needsPrice: true,
    shape: z.coerce.number().int(),
  },
};

/** Listed apps, filtered and sorted, a page at a time. Throws 400 `invalid_cursor`. */
export async function listApps(ctx: Ctx, query: AppsQuery & { country: string }): Promise<Page<AppCard>> {
  const { sort, limit, cursor, country, ...filters } = query;
  const { key, cast, direction, needsPrice, shape } = sortKeys[sort];
  const { where, needsPrice: filtersPrice } = filterConditions(filters);
  const kind = `apps:${sort}`;
  const after = cursor ? decodeCursor(kind, cursor, [shape, z.uuid()]) : null;
  const beyond = direction === 'desc' ? sql`<` : sql`>`;
  const rows = await ctx.db.execute<{ id: string; key: string | number }>(sql`
    select a.id, to_json(${key}) as key
    from apps a join app_stats s on s.app_id = a.id
    ${needsPrice || filtersPrice ? priceJoin(country, ctx.now) : sql``}
    where ${where} and ${key} is not null
      ${after ? sql`and ${key} ${beyond}= ${after[0]}::${cast} and (${key} ${beyond} ${after[0]}::${cast} or a.id > ${after[1]}::uuid)` : sql``}
    order by ${key} ${direction === 'desc' ? sql`desc` : sql`asc`}, a.id
    limit ${limit + 1}`);
  const cards = await listCards(
    ctx,
    rows.slice(0, limit).map((row) => row.id),
    country,
  );
  const known = toPage(
    rows,
    limit,
    (row) => encodeCursor(kind, [row.key, row.id]),
    (row) => cards.get(row.id),
  );
  return { ...known, items: known.items.filter((card) => card !== undefined) };
}

/** The most downloaded listed apps of a storefront. */
export async function listPopular(
  ctx: Ctx,
  country: string,
  limit: number,
  options: { price?: 'free' | 'paid' } = {},
): Promise<AppCard[]> {
  return (await listApps(ctx, { sort: 'popular', limit, country, ...options })).items;
}

/** The newest listed apps that people already found: newest first, those without a single download left out. */
export async function listNew(ctx: Ctx, country: string, limit: number): Promise<AppCard[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select a.id from apps a join app_stats s on s.app_id = a.id
    where a.status = 'listed' and a.released_at is not null and s.shown_downloads > 0
    order by a.released_at desc, a.id limit ${limit}`);
  return listCardsInOrder(
    ctx,
    rows.map((row) => row.id),
    country,
  );
}
