import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { COPY_SIMILARITY, type Coordination } from './coordination';
import { gatherCoordination, type KnownBurst } from './gather-coordination';
import { type Facts, type FactsV2, shortTextLength } from './rules';
import { countSameText, highestSimilarity, type ScoredReview } from './similar-texts';
import { trimmedBody } from './text';

/** Short texts are copies when so many accounts wrote them. */
const copyAccounts = 3;

/** What has become known since a review was written: what is scored again is looked at in this light too. */
export type Since = {
  /** When the newest review was written that is part of it. */
  at: string;
  /** The recognised burst that it is in, as it stands. */
  burst: Coordination | null;
};

type Row = {
  author_24h: number;
  account_days: number;
  first_review_days: number;
  owns: boolean;
  in_24h: number;
  in_28d: number;
  quick_gaps: number;
};

/**
 * What both versions look at (rules.ts), and how long the author has been reviewing: as of when the revision was written,
 * the review itself counted then. Counts are of reviews that are not deleted.
 */
export async function gatherFacts(ctx: Ctx, review: ScoredReview): Promise<Facts & { firstReviewDays: number }> {
  const { id, appId, userId } = review;
  const at = sql`${review.at}::timestamptz`;
  const [row] = await ctx.db.execute<Row>(sql`
    with app_day as (
      select created_at, created_at - lag(created_at) over (order by created_at, id) < interval '60 seconds' as is_quick
      from (
        select created_at, id from reviews where app_id = ${appId} and deleted_at is null and id <> ${id}
          and created_at > ${at} - interval '24 hours' and created_at <= ${at}
        union all select ${at}, ${id}::uuid
      ) x
    )
    select
      (select count(*)::int + 1 from reviews where user_id = ${userId} and deleted_at is null and id <> ${id}
        and created_at > ${at} - interval '24 hours' and created_at <= ${at}) as author_24h,
      (select extract(epoch from ${at} - u.created_at)::float8 / 86400 from users u where u.id = ${userId}) as account_days,
      (select extract(epoch from ${at} - min(created_at))::float8 / 86400 from reviews
        where user_id = ${userId} and deleted_at is null and created_at <= ${at}) as first_review_days,
      exists (select from entitlements e where e.user_id = ${userId} and e.app_id = ${appId} and e.is_active) as owns,
      (select count(*)::int from app_day) as in_24h,
      (select count(*)::int from app_day where is_quick) as quick_gaps,
      (select count(*)::int from reviews where app_id = ${appId} and deleted_at is null and id <> ${id}
        and created_at > ${at} - interval '29 days' and created_at <= ${at} - interval '24 hours') as in_28d`);
  if (!row) throw new Error('a query without a table gave no row');
  return {
    text: review.body,
    authorReviews24h: row.author_24h,
    accountAgeDays: Math.max(row.account_days, 0),
    owns: row.owns,
    app: { in24h: row.in_24h, in28dBefore: row.in_28d, gapsUnder60s: row.quick_gaps },
    highestSimilarity: await highestSimilarity(ctx, review),
    firstReviewDays: Math.max(row.first_review_days ?? 0, 0),
  };
}

type Gathered = FactsV2 & { coordination: Coordination; burst: KnownBurst | null };

/** What version 2 looks at besides. */
export async function gatherFactsV2(
  ctx: Ctx,
  review: ScoredReview,
  facts: Facts & { firstReviewDays: number },
  since: Since | null,
): Promise<Gathered> {
  const sameTextAccounts = await countSameText(ctx, review, since?.at);
  const text = trimmedBody(review.body);
  const isShort = [...text].length < shortTextLength;
  if (isShort ? sameTextAccounts >= copyAccounts : facts.highestSimilarity >= COPY_SIMILARITY) {
    await ctx.db.execute(sql`
      update review_fingerprints set is_copy = true
      where review_id = ${review.id} and revision = ${review.revision} and not is_copy`);
  }
  const { coordination, burst } = await gatherCoordination(ctx, review, since?.at);
  return {
    ...facts,
    modelScore: null,
    isPaid: review.isPaid,
    sameTextAccounts,
    coordination: since?.burst ? withBurst(coordination, since.burst) : coordination,
    burst,
  };
}

/** Seen from its own moment the first hour of a campaign is as usual: what came of it counts. */
function withBurst(own: Coordination, burst: Coordination): Coordination {
  const worse = own.value <= burst.value ? own : { ...burst, companions: own.companions };
  return { ...worse, isBurst: true };
}
