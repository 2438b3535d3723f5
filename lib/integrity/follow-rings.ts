import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { isDatabaseAway } from '@/lib/errors';
import { uuids } from '@/lib/sql';
import { listCompanions } from './rings';
import { RING } from './rules';
import { scoreReview } from './score-review';

/** How far back a look goes: much further than one look is from the next. */
const lookBackMinutes = 5;
const atOneLook = 100;

type Seen = { app_id: string; user_id: string; at: string; seen_at: string };

/**
 * Looks at rings that were recognised lately: what its accounts wrote about the same apps before, and what passed because
 * the others had not come yet, is scored again. Gives how many reviews.
 */
export async function followRings(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const rings = await ctx.db.execute<Seen>(sql`
    select r.app_id, r.user_id, to_json(v.created_at) #>> '{}' as at, to_json(a.created_at) #>> '{}' as seen_at
    from review_analyses a join reviews r on r.id = a.review_id and r.revision = a.revision and r.deleted_at is null
    join review_revisions v on v.review_id = r.id and v.revision = r.revision
    where a.created_at > clock_timestamp() - make_interval(mins => ${lookBackMinutes}) and a.cause in ('written', 'edited')
      and (a.facts #>> '{burst,companions}')::int >= ${RING}
    order by a.created_at desc`);
  let count = 0;
  // The latest knows most.
  for (const ring of rings) {
    for (const id of await listEarlier(ctx, ring)) {
      if (signal.aborted || count >= atOneLook) return count;
      try {
        if (await scoreReview(ctx, id, { cause: 'burst', since: { at: ring.at, burst: null } })) count += 1;
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        ctx.log.error({ err: error, reviewId: id }, 'a review of a ring could not be scored again');
      }
    }
  }
  return count;
}

/** What passed of a ring's accounts on the apps of the one that gave it away, and was not scored again since. */
async function listEarlier(ctx: Ctx, { app_id: appId, user_id: userId, at, seen_at: seenAt }: Seen): Promise<string[]> {
  const accounts = [userId, ...(await listCompanions(ctx, { appId, userId }, at))];
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select r.id from reviews mine join reviews r on r.app_id = mine.app_id and r.user_id = any(${uuids(accounts)})
      and r.created_at between mine.created_at - interval '1 day' and mine.created_at + interval '1 day'
    where mine.user_id = ${userId} and mine.deleted_at is null and mine.created_at <= ${at}::timestamptz
      and r.status = 'approved' and r.deleted_at is null and r.created_at <= ${at}::timestamptz
      and not exists (
        select from review_analyses a
        where a.review_id = r.id and a.cause = 'burst' and a.created_at >= ${seenAt}::timestamptz)
    order by r.created_at, r.id`);
  return rows.map(({ id }) => id);
}
