import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { isDatabaseAway } from '@/lib/errors';
import { writtenEventId } from '@/lib/reviews/event-id';
import { moveReview } from '@/lib/reviews/move-review';
import { uuids } from '@/lib/sql';
import { fingerprintWaiting } from './fingerprints';
import { scoreReview } from './score-review';

/** Normally a review is scored within seconds. */
const forgottenMinutes = 2;
const batchSize = 100;

type Forgotten = { id: string; revision: number };

/**
 * Scores what waits to be scored and of which no event is under way any more: lost, dead or thrown away. What cannot be
 * scored even so comes before a moderator, who is told by nothing else.
 */
export async function sweepForgotten(ctx: Ctx, signal: AbortSignal): Promise<{ scored: number; held: number }> {
  const forgotten = await listForgotten(ctx);
  let [scored, held] = [0, 0];
  if (forgotten.length > 0) await fingerprintWaiting(ctx);
  for (const { id, revision } of forgotten) {
    if (signal.aborted) break;
    try {
      if (await scoreReview(ctx, id, { revision })) scored += 1;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      ctx.log.error({ err: error, reviewId: id }, 'a review cannot be scored: a moderator has to look');
      if (await inTransaction(ctx, (ctx) => moveReview(ctx, 'hold', id, { revision }))) held += 1;
    }
  }
  return { scored, held };
}

async function listForgotten({ db, now }: Ctx): Promise<Forgotten[]> {
  const forgotten: Forgotten[] = [];
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  // Pages of those whose events wait, in a queue that is paused perhaps, hide none behind them.
  while (forgotten.length < batchSize) {
    const rows = await db.execute<Forgotten & { at: string }>(sql`
      select r.id, r.revision, to_json(r.created_at) #>> '{}' as at
      from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
      where r.status = 'pending' and r.deleted_at is null and (r.created_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)
        and v.created_at < ${now.toISOString()}::timestamptz - make_interval(mins => ${forgottenMinutes})
      order by r.created_at, r.id limit ${batchSize}`);
    const ids = new Map(rows.map((row) => [writtenEventId(row.id, row.revision), row]));
    const underWay = await db.execute<{ id: string }>(sql`
      select id from pgboss.job
      where name = 'review.created' and id = any(${uuids([...ids.keys()])}) and state in ('created', 'retry', 'active')
      union all select id from relayed_messages where id = any(${uuids([...ids.keys()])})`);
    for (const { id } of underWay) ids.delete(id);
    forgotten.push(...ids.values());
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    after = last;
  }
  return forgotten.slice(0, batchSize);
}
