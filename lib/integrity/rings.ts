import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { ScoredReview } from './similar-texts';

/** Of an author's reviews, and of those around each of them before and after. */
const mostOwn = 20;
const mostAround = 100;

/** Accounts that reviewed at least three of the author's apps, this one among them, each within a day of the author. */
export async function listCompanions(
  { db }: Ctx,
  { appId, userId }: Pick<ScoredReview, 'appId' | 'userId'>,
  until: string,
): Promise<string[]> {
  const rows = await db.execute<{ user_id: string }>(sql`
    with mine as materialized (
      select app_id, created_at from reviews
      where user_id = ${userId} and deleted_at is null and created_at <= ${until}::timestamptz
      order by created_at desc limit ${mostOwn}
    )
    select near.user_id from mine cross join lateral (
      (select r.app_id, r.user_id from reviews r
        where r.app_id = mine.app_id and r.deleted_at is null
          and r.created_at >= mine.created_at - interval '1 day' and r.created_at <= mine.created_at
        order by r.created_at desc limit ${mostAround})
      union all
      (select r.app_id, r.user_id from reviews r
        where r.app_id = mine.app_id and r.deleted_at is null and r.created_at > mine.created_at
          and r.created_at <= least(mine.created_at + interval '1 day', ${until}::timestamptz)
        order by r.created_at limit ${mostAround})
    ) near
    where (select count(*) from mine) >= 3 and near.user_id <> ${userId}
    group by near.user_id
    having count(distinct near.app_id) >= 3 and bool_or(near.app_id = ${appId})`);
  return rows.map((row) => row.user_id);
}
