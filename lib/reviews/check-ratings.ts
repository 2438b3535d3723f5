import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { showSoon } from './ratings-of-app';

/** Apps that are counted in one statement. */
const batchSize = 500;

type Counted = { sum: number; count: number };
export type Drift = { appId: string; slug: string; before: Counted; after: Counted };

/**
 * Recounts the own ratings of every app from the reviews that others see, and mends those that differ, each in a
 * transaction of its own. Gives how many were counted and what was mended; ends soon after the signal.
 */
export async function checkRatings(ctx: Ctx, signal?: AbortSignal): Promise<{ checked: number; mended: Drift[] }> {
  const mended: Drift[] = [];
  let checked = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  while (!signal?.aborted) {
    const rows = await ctx.db.execute<{ app_id: string; differs: boolean }>(sql`
      select s.app_id, (s.rating_sum, s.rating_count) is distinct from (coalesce(c.sum, 0), coalesce(c.count, 0)) as differs
      from (
        select app_id, rating_sum, rating_count from app_stats where app_id > ${after}::uuid order by app_id limit ${batchSize}
      ) s
      left join lateral (
        select sum(rating) as sum, count(*) as count from reviews where app_id = s.app_id and is_visible
      ) c on true
      order by s.app_id`);
    checked += rows.length;
    for (const { app_id: appId, differs } of rows) {
      const drift = differs ? await inTransaction(ctx, (tx) => mend(tx, appId)) : null;
      if (!drift) continue;
      mended.push(drift);
      ctx.log.warn({ ...drift }, 'the ratings of an app differed from its reviews and were mended');
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    after = last.app_id;
  }
  return { checked, mended };
}

/**
 * Counts once more while the statistics are held: whoever shows or hides a review waits for them before it is committed.
 * Null when they are right after all.
 */
async function mend({ db }: Ctx & { db: Tx }, appId: string): Promise<Drift | null> {
  const [before] = await db.execute<Counted & { slug: string }>(sql`
    select s.rating_sum::float8 as sum, s.rating_count::float8 as count, a.slug
    from app_stats s join apps a on a.id = s.app_id where s.app_id = ${appId} for no key update of s`);
  const [after] = await db.execute<Counted>(sql`
    select coalesce(sum(rating), 0)::float8 as sum, count(*)::float8 as count from reviews
    where app_id = ${appId} and is_visible`);
  if (!before || !after || (before.sum === after.sum && before.count === after.count)) return null;
  await db.execute(sql`
    update app_stats set rating_sum = ${after.sum}, rating_count = ${after.count} where app_id = ${appId}`);
  showSoon(db);
  const { slug, ...counted } = before;
  return { appId, slug, before: counted, after: { ...after } };
}
