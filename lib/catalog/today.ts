import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { listCards, priceJoin } from './cards';
import { readCollections, toCollection } from './collections';
import type { AppCard, Collection } from './schema';

const columnLength = 15;
const railLength = 9;
const appsEach = 9;
const monthMs = 31 * 86_400_000;

/** How far down the most downloaded apps those of one kind are looked for. */
const popularDepth = 600;

type Rail = 'fresh' | 'quiet' | 'free' | 'paid' | 'games';
type RailRow = { rail: Rail; id: string; released_at: string | null };

export type Today = {
  collections: Collection[];
  /** The newest apps that somebody found and nobody regrets; whether all of them are of the last month. */
  fresh: AppCard[];
  isFreshOfMonth: boolean;
  /** Well rated by enough people, and found by few. */
  quiet: AppCard[];
  /** Most downloaded first: free apps, paid apps, games. */
  free: AppCard[];
  paid: AppCard[];
  games: AppCard[];
};

/** All that the front page of a storefront shows, the same for everybody: in three queries. */
export async function getToday(ctx: Ctx, country: string): Promise<Today> {
  const [rows, rails] = await Promise.all([readCollections(ctx, appsEach), readRails(ctx, country)]);
  const ids = [...rows.flatMap((row) => row.app_ids), ...rails.map((row) => row.id)];
  const cards = await listCards(ctx, [...new Set(ids)], country);
  const railOf = (name: Rail) => rails.filter((row) => row.rail === name).flatMap((row) => cards.get(row.id) ?? []);
  const since = ctx.now.getTime() - monthMs;
  return {
    collections: rows.map((row) => toCollection(row, cards)),
    fresh: railOf('fresh'),
    isFreshOfMonth: rails.every((row) => row.rail !== 'fresh' || new Date(row.released_at ?? 0).getTime() >= since),
    quiet: railOf('quiet'),
    free: railOf('free'),
    paid: railOf('paid'),
    games: railOf('games'),
  };
}

/** Each rail looks at a bounded number of rows of one index, however large the catalogue is. */
async function readRails(ctx: Ctx, country: string): Promise<RailRow[]> {
  return ctx.db.execute<RailRow>(sql`
    with fresh as materialized (
      select 'fresh' as rail, n.id, n.released_at, row_number() over (order by n.released_at desc, n.id) as place
      from (
        select id, released_at from apps where status = 'listed' and released_at is not null
        order by released_at desc, id limit 200
      ) n join app_stats s on s.app_id = n.id
      where s.shown_downloads > 0 and (s.shown_rating = 0 or s.shown_rating >= 3)
    ),
    quiet as materialized (
      select 'quiet' as rail, q.app_id as id, row_number() over (order by q.trusted_rating desc, q.app_id) as place
      from (
        select app_id, trusted_rating, shown_downloads, rating_count + imported_rating_count as count
        from app_stats where shown_rating < 5::real and shown_rating >= 4.4::real order by shown_rating desc, app_id limit 1000
      ) q join apps a on a.id = q.app_id and a.status = 'listed'
      where q.count between 10 and 500 and q.shown_downloads < 5000
    ),
    popular as materialized (
      select case when a.category_slug = 'games' then 'games' when price.amount_minor > 0 then 'paid' else 'free' end as rail,
        a.id, p.shown_downloads
      from (
        (select app_id, shown_downloads from app_stats order by shown_downloads desc, app_id limit ${popularDepth})
        union
        (select app_id, shown_downloads from app_stats where category_slug = 'games'
          order by shown_downloads desc, app_id limit ${2 * columnLength})
      ) p join apps a on a.id = p.app_id and a.status = 'listed' ${priceJoin(country, ctx.now)}
      where price.id is not null
    )
    select rail, id, to_json(released_at) #>> '{}' as released_at from (select * from fresh where place <= ${railLength} order by place) f
    union all (select rail, id, null from quiet where place <= ${railLength} order by place)
    union all (
      select rail, id, null from (
        select rail, id, row_number() over (partition by rail order by shown_downloads desc, id) as place from popular
      ) placed where place <= ${columnLength} order by place
    )`);
}
