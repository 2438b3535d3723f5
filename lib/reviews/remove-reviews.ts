import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { uuids } from '@/lib/sql';
import { showSoon } from './ratings-of-app';

/**
 * Takes away the reviews of `r` for which the condition holds, with every word, answer and vote, and their stars; that
 * there was one, how often it was written and what was decided stays, without words. Publishes `review.deleted` for
 * each. Gives the ids of those that had not been deleted before.
 */
export async function removeReviews(ctx: Ctx & { db: Tx }, condition: SQL): Promise<string[]> {
  const { db } = ctx;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  // Rows are locked in the order of their keys, so that two workers cannot wait for each other; read once they are held.
  const found = await db.execute<{ id: string }>(sql`
    select r.id from reviews r where ${condition} order by r.id for update`);
  const ids = uuids(found.map(({ id }) => id));
  const gone = await db.execute<{ id: string }>(sql`
    with mine as (
      select id, app_id, rating, is_visible, deleted_at from reviews where id = any(${ids})
    ), emptied as (
      update reviews r set deleted_at = coalesce(r.deleted_at, ${now}), is_visible = false, title = '', body = '',
        report_count = 0, queued_at = null, claimed_by = null, claim_expires_at = null,
        helpful_count = 0, unhelpful_count = 0, helpful_score = 0
      from mine where r.id = mine.id
    ), stars as (
      select s.app_id, m.sum, m.count
      from (select app_id, sum(rating) as sum, count(*) as count from mine where is_visible group by app_id) m
      join app_stats s on s.app_id = m.app_id order by s.app_id for update of s
    ), counted as (
      update app_stats s set
        rating_sum = greatest(s.rating_sum - t.sum, 0), rating_count = greatest(s.rating_count - t.count, 0)
      from stars t where s.app_id = t.app_id
    )
    select id from mine where deleted_at is null`);
  await db.execute(sql`
    update review_revisions set title = '', body = '', app_version = null where review_id = any(${ids})`);
  await db.execute(sql`delete from review_responses where review_id = any(${ids})`);
  await db.execute(sql`delete from review_votes where review_id = any(${ids})`);
  await db.execute(sql`
    update review_reports set resolved_at = ${now} where review_id = any(${ids}) and resolved_at is null`);
  for (const { id } of gone) await publish(ctx, { type: 'review.deleted', payload: { reviewId: id } });
  if (gone.length > 0) showSoon(db);
  return gone.map(({ id }) => id);
}
