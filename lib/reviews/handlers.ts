import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { defineHandler } from '@/lib/events/handler';

const uuids = (ids: readonly string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

/**
 * The reviews of an erased account go, and their stars with them; or they stay, signed by nobody. What it thought of
 * other people's reviews stays as a count.
 */
const followErasedAuthors = defineHandler({
  name: 'reviews.follow_erased',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db, now }, events) {
    const isGoing = (reviews: 'delete' | 'keep') =>
      uuids(events.filter(({ payload }) => payload.reviews === reviews).map(({ payload }) => payload.userId));
    await deleteReviews(db, isGoing('delete'), now);
    await db.execute(sql`
      delete from review_votes where user_id = any(${uuids(events.map(({ payload }) => payload.userId))})`);
  },
});

async function deleteReviews(db: Tx, authors: SQL, now: Date): Promise<void> {
  await db.execute(sql`
    delete from review_responses p using reviews r
    where r.id = p.review_id and r.user_id = any(${authors})`);
  // Rows are written in the order of their keys, so that two workers cannot wait for each other.
  await db.execute(sql`
    with mine as (
      select id, app_id, rating, is_visible from reviews
      where user_id = any(${authors}) order by id for update
    ), gone as (
      update reviews r set deleted_at = coalesce(r.deleted_at, ${now.toISOString()}::timestamptz), is_visible = false, title = '', body = ''
      from mine where r.id = mine.id
    ), counted as (
      select s.app_id, m.sum, m.count
      from (select app_id, sum(rating) as sum, count(*) as count from mine where is_visible group by app_id) m
      join app_stats s on s.app_id = m.app_id order by s.app_id for update of s
    )
    update app_stats s set
      rating_sum = greatest(s.rating_sum - c.sum, 0), rating_count = greatest(s.rating_count - c.count, 0)
    from counted c where s.app_id = c.app_id`);
}

/** What reviews take from news of elsewhere. */
export const reviewHandlers = [followErasedAuthors];
