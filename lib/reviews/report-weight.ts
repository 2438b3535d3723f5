import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { textArray, uuids } from '@/lib/sql';
import { decisiveReasons, reporterMinDays, reportersToReopen } from './rules';

type Target = Ctx & { db: Tx };

/** Counts the open reports of people who are not here just for that, and notes how many they are. Hold the review. */
export async function weighReports(ctx: Target, reviewId: string): Promise<void> {
  await ctx.db.execute(sql`
    update reviews set report_count = (
      select count(*) from review_reports x join users u on u.id = x.user_id
      where x.review_id = reviews.id and x.resolved_at is null and u.erased_at is null
        and u.created_at <= ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${reporterMinDays})
    ) where id = ${reviewId}`);
}

/** Whether its open reports weigh enough for another look by a person. */
export async function isReopened(ctx: Target, reviewId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ is_reopened: boolean }>(sql`
    select report_count >= ${reportersToReopen} or exists (
        select from review_reports x
        where x.review_id = r.id and x.resolved_at is null and x.reason = any(${textArray(decisiveReasons)})
      ) as is_reopened
    from reviews r where id = ${reviewId}`);
  return row?.is_reopened ?? false;
}

/** Closes the reports about reviews that were decided, in the transaction of the decision. */
export async function resolveReports(ctx: Target, reviewIds: readonly string[]): Promise<void> {
  await ctx.db.execute(sql`
    update review_reports set resolved_at = ${ctx.now.toISOString()}::timestamptz
    where review_id = any(${uuids(reviewIds)}) and resolved_at is null`);
  await ctx.db.execute(sql`
    update reviews set report_count = 0 where id = any(${uuids(reviewIds)}) and report_count > 0`);
}
