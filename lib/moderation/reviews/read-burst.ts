import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { bulkLimit } from './rules';
import type { ReviewCase } from './schema';

const daysBefore = 2;
const mostDays = 14;

type Row = {
  id: string;
  started_at: string;
  ended_at: string | null;
  baseline: number;
  review_count: number;
  hours: { at: string; count: number; fiveStars: number }[] | null;
  waiting: string[] | null;
};

/** The burst of its app that a review was written in, hour by hour; null where there was none. */
export async function readBurst(ctx: Ctx, reviewId: string): Promise<ReviewCase['burst']> {
  const [row] = await ctx.db.execute<Row>(sql`
    with burst as (
      select b.* from reviews r join review_bursts b on b.app_id = r.app_id
        and r.created_at >= b.started_at and r.created_at <= coalesce(b.ended_at, 'infinity')
      where r.id = ${reviewId} order by b.started_at desc limit 1
    ), line as (
      select date_trunc('hour', started_at) - make_interval(days => ${daysBefore}) as first,
        least(date_trunc('hour', started_at) + make_interval(days => ${mostDays}), coalesce(ended_at, ${ctx.now.toISOString()}::timestamptz)) as last
      from burst
    ), counted as (
      select date_trunc('hour', x.created_at) as at, count(*)::int as count, (count(*) filter (where x.rating = 5))::int as five
      from burst b cross join line join reviews x on x.app_id = b.app_id and x.deleted_at is null
        and x.created_at >= line.first and x.created_at < line.last + interval '1 hour'
      group by 1
    )
    select b.id, ${instant(sql`b.started_at`)} as started_at, ${instant(sql`b.ended_at`)} as ended_at,
      to_json(b.baseline) as baseline, b.review_count,
      (select json_agg(json_build_object('at', h.at, 'count', coalesce(c.count, 0), 'fiveStars', coalesce(c.five, 0)) order by h.at)
        from line cross join generate_series(line.first, line.last, interval '1 hour') as h (at)
        left join counted c on c.at = h.at) as hours,
      (select json_agg(w.id) from (
        select x.id from reviews x where x.app_id = b.app_id and x.status = 'manual_review' and x.deleted_at is null
          and x.created_at >= b.started_at and x.created_at <= coalesce(b.ended_at, 'infinity')
        order by x.created_at, x.id limit ${bulkLimit}) w) as waiting
    from burst b`);
  if (!row) return null;
  return {
    id: row.id,
    startedAt: isoOf(row.started_at),
    endedAt: isoOrNull(row.ended_at),
    baseline: row.baseline,
    reviewCount: row.review_count,
    hours: (row.hours ?? []).map((hour) => ({ ...hour, at: isoOf(hour.at) })),
    waitingIds: row.waiting ?? [],
  };
}
