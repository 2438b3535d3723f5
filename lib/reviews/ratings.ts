import { type SQL, sql } from 'drizzle-orm';
import { readThrough } from '@/lib/cache/read-through';
import type { Ctx } from '@/lib/context';
import { ratingsForAverage, recentDays } from './rules';
import type { RatingRange, Ratings } from './schema';

/** As getRatings, some seconds old (lib/cache/entries.ts). */
export const getHotRatings = (ctx: Ctx, appId: string, range: RatingRange): Promise<Ratings> =>
  readThrough(ctx, 'reviews', `ratings:${range}:${appId}`, () => getRatings(ctx, appId, range));

/**
 * The ratings of an app, of all time, of the last 30 days or of its present version: their average, how many have how
 * many stars, and how many of the reviews count. Ratings that came with an imported catalogue are in the average of all
 * time alone: they have no stars, no dates and no versions.
 */
export async function getRatings(ctx: Ctx, appId: string, range: RatingRange): Promise<Ratings> {
  const version = range === 'version' ? await presentVersion(ctx, appId) : null;
  const histogram = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 };
  const none = { range, version, average: null, count: 0, histogram, counted: 0, total: 0 };
  if (range === 'version' && version === null) return none;
  const isIn: Record<RatingRange, SQL> = {
    all: sql`true`,
    '30d': sql`created_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${recentDays})`,
    version: sql`app_version = ${version}`,
  };
  const [stars, [all], [imported]] = await Promise.all([
    ctx.db.execute<{ rating: 1 | 2 | 3 | 4 | 5; count: number }>(sql`
      select rating, count(*)::int as count from reviews
      where app_id = ${appId} and is_visible and ${isIn[range]} group by rating`),
    ctx.db.execute<{ count: number }>(sql`
      select count(*)::int as count from reviews where app_id = ${appId} and deleted_at is null and ${isIn[range]}`),
    range === 'all'
      ? ctx.db.execute<{ sum: number; count: number }>(sql`
          select imported_rating_sum::float8 as sum, imported_rating_count::float8 as count
          from app_stats where app_id = ${appId}`)
      : [],
  ]);
  let counted = 0;
  let sum = imported?.sum ?? 0;
  for (const { rating, count } of stars) {
    histogram[rating] = count;
    counted += count;
    sum += rating * count;
  }
  const count = counted + (imported?.count ?? 0);
  const average = count < ratingsForAverage ? null : Math.round((sum / count) * 100) / 100;
  return { ...none, average, count, counted, total: Math.max(all?.count ?? 0, counted) };
}

/** The version that shoppers get now. */
async function presentVersion({ db }: Ctx, appId: string): Promise<string | null> {
  const [row] = await db.execute<{ version: string }>(sql`
    select version from app_versions where app_id = ${appId} and state = 'released' order by released_at desc, id limit 1`);
  return row?.version ?? null;
}
