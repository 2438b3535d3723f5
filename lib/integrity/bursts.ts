import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { isDatabaseAway } from '@/lib/errors';
import { getSettings } from '@/lib/settings';
import { isOver, isRescoreDue } from './coordination';
import type { Since } from './gather-facts';
import { coordinationAt, longestDays } from './gather-coordination';
import { scoreReview } from './score-review';

/** Reviews of one burst that are scored again at one look, so that other work is not kept waiting. */
const atOneLook = 200;

type Row = {
  id: string;
  app_id: string;
  started_at: string;
  baseline: number;
  review_count: number;
  is_rescoring: boolean;
  last_at: string | null;
  reviews: number;
  hour: number;
  day: number;
  week: number;
  is_old: boolean;
};

/**
 * Looks at every burst that lasts: what was approved in it is scored again when it was recognised and each time it has
 * doubled, so that a campaign does not keep its first hour, and it ends when nothing is out of the ordinary any more.
 */
export async function followBursts(ctx: Ctx, signal: AbortSignal): Promise<{ rescored: number; ended: number }> {
  const { integrityVersion } = await getSettings(ctx);
  let [rescored, ended] = [0, 0];
  for (const burst of await listBursts(ctx)) {
    if (signal.aborted) break;
    const isDue = burst.is_rescoring || isRescoreDue(burst.reviews, burst.review_count || null);
    const round = isDue && integrityVersion === 2 ? await rescore(ctx, burst, signal) : { count: 0, isDone: true };
    rescored += round.count;
    if (round.isDone && (burst.is_old || isOver(burst, burst.baseline))) ended += await endBurst(ctx, burst);
  }
  return { rescored, ended };
}

async function listBursts(ctx: Ctx): Promise<Row[]> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  return ctx.db.execute<Row>(sql`
    select b.id, b.app_id, to_json(b.started_at) #>> '{}' as started_at, b.baseline::float8 as baseline, b.review_count,
      b.rescoring_since is not null as is_rescoring, b.started_at < ${now} - make_interval(days => ${longestDays}) as is_old,
      to_json(r.last_at) #>> '{}' as last_at, r.reviews, r.hour, r.day, r.week
    from review_bursts b cross join lateral (
      select max(created_at) as last_at, count(*)::int as reviews,
        (count(*) filter (where created_at > ${now} - interval '1 hour'))::int as hour,
        (count(*) filter (where created_at > ${now} - interval '24 hours'))::int as day,
        (count(*) filter (where created_at > ${now} - interval '7 days'))::int as week
      from reviews where app_id = b.app_id and deleted_at is null and created_at > b.started_at and created_at <= ${now}
    ) r
    where b.ended_at is null order by b.id`);
}

/** A round goes on at the next look, or after a crash, with those that it has not come to. */
async function rescore(ctx: Ctx, burst: Row, signal: AbortSignal): Promise<{ count: number; isDone: boolean }> {
  const { id, app_id: appId, started_at: startedAt, last_at: at, baseline } = burst;
  if (at === null) return { count: 0, isDone: true };
  await ctx.db.execute(sql`
    update review_bursts set rescoring_since = coalesce(rescoring_since, clock_timestamp()), last_review_at = ${at}::timestamptz
    where id = ${id}`);
  const since: Since = { at, burst: await coordinationAt(ctx, { appId, at }, { startedAt, baseline }) };
  const left = await ctx.db.execute<{ id: string }>(sql`
    select r.id from reviews r
    where r.app_id = ${appId} and r.created_at > ${startedAt}::timestamptz and r.created_at <= ${at}::timestamptz
      and r.deleted_at is null and r.status = 'approved' and not exists (
        select from review_analyses a join review_bursts b on b.id = ${id}
        where a.review_id = r.id and a.cause = 'burst' and a.created_at >= b.rescoring_since)
    order by r.created_at, r.id limit ${atOneLook}`);
  let [count, failed] = [0, 0];
  for (const review of left) {
    if (signal.aborted) return { count, isDone: false };
    try {
      if (await scoreReview(ctx, review.id, { cause: 'burst', since })) count += 1;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      failed += 1;
      ctx.log.error({ err: error, reviewId: review.id }, 'a review in a burst could not be scored again');
    }
  }
  if (left.length === atOneLook && failed < atOneLook) return { count, isDone: false };
  await ctx.db.execute(sql`
    update review_bursts set review_count = ${burst.reviews}, rescoring_since = null where id = ${id}`);
  return { count, isDone: true };
}

async function endBurst({ db }: Ctx, { id, last_at: lastAt }: Row): Promise<number> {
  const ended = await db.execute(sql`
    update review_bursts set last_review_at = coalesce(${lastAt}::timestamptz, last_review_at),
      ended_at = greatest(started_at, ${lastAt}::timestamptz)
    where id = ${id} and ended_at is null returning id`);
  return ended.length;
}
