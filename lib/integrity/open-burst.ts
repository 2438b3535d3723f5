import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { burstStart, type Coordination } from './coordination';
import { readBaseline, readUsual } from './gather-coordination';
import type { ScoredReview } from './similar-texts';

/** Notes that a burst has begun, with what was usual before it; one at a time for an app. */
export async function openBurst(ctx: Ctx, { appId, at }: ScoredReview, coordination: Coordination): Promise<void> {
  const startedAt = burstStart(new Date(at), coordination).toISOString();
  const start = sql`${startedAt}::timestamptz`;
  const [baseline, usual] = await Promise.all([readBaseline(ctx, appId, start), readUsual(ctx, appId, start)]);
  const share = (count: number) => count / Math.max(usual.reviews, 1);
  await ctx.db.execute(sql`
    insert into review_bursts (id, app_id, started_at, baseline, five_star_share, one_star_share, review_count, last_review_at)
    values (${newId(ctx.now)}, ${appId}, ${start}, ${baseline}, ${share(usual.fiveStar)}, ${share(usual.oneStar)}, 0,
      ${at}::timestamptz)
    on conflict (app_id) where ended_at is null do nothing`);
}
