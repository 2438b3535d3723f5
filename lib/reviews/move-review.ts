import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { textArray } from '@/lib/sql';
import { addToRatings, showSoon } from './ratings-of-app';
import { isReopened } from './report-weight';
import { onDesk, type ReviewAction, type ReviewState, transitions } from './rules';

type Target = Ctx & { db: Tx };

type Options = {
  /** The revision that was looked at: nothing happens when the author has written another one since. */
  revision?: number;
  /** Of the newest analysis, 0..1. */
  score?: number;
  /** Nothing happens unless this person holds the claim. */
  claimedBy?: string;
  /** Whose it is afterwards, for decisions taken back. */
  claim?: { by: string; expiresAt: Date };
  /** Whether others saw it before the decision that is taken back. */
  wasVisible?: boolean;
};

export type Moved = { from: ReviewState; to: ReviewState; wasVisible: boolean; isVisible: boolean };

type Before = { app_id: string; status: ReviewState; is_visible: boolean; rating: number; revision: number };

/**
 * The only way a review changes its status: by the table of rules.ts, if it is still as the caller knew it; null when
 * something else came first. Shows the newest revision or hides the review, keeps the app's ratings in step and publishes
 * `review.status_changed`, all in the caller's transaction. Who may do it, the caller has decided. What a person refused
 * or several people complained about goes to a person though the machine would let it pass: `to` says where it went.
 */
export async function moveReview(
  ctx: Target,
  action: ReviewAction,
  reviewId: string,
  options: Options = {},
): Promise<Moved | null> {
  const { from } = transitions[action];
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const conditions = [sql`id = ${reviewId} and deleted_at is null and status = any(${textArray(from)})`];
  if (options.revision !== undefined) conditions.push(sql`revision = ${options.revision}`);
  if (options.claimedBy !== undefined) {
    conditions.push(sql`claimed_by = ${options.claimedBy} and claim_expires_at > ${at}`);
  }
  const [before] = await ctx.db.execute<Before>(sql`
    select app_id, status, is_visible, rating, revision from reviews
    where ${sql.join(conditions, sql` and `)} for no key update`);
  if (!before) return null;
  const did = action === 'pass' && (await needsPerson(ctx, reviewId)) ? 'hold' : action;
  const { to, shows } = transitions[did];
  const isUndoing = did === 'undo_to_manual_review' || did === 'undo_to_escalated';
  const isVisible = isUndoing
    ? (options.wasVisible ?? false)
    : shows === 'yes' || (shows === 'as_before' && before.is_visible);
  const keepsText = did === 'edit' && before.is_visible;
  const set: SQL[] = [
    sql`status = ${to}, is_visible = ${isVisible}, score = coalesce(${options.score ?? null}::real, r.score)`,
    sql`queued_at = ${onDesk.includes(to) ? sql`coalesce(r.queued_at, ${at})` : sql`null`}`,
    sql`claimed_by = ${options.claim?.by ?? null}::uuid,
      claim_expires_at = ${options.claim?.expiresAt.toISOString() ?? null}::timestamptz`,
  ];
  if (!keepsText) {
    set.push(sql`rating = v.rating, title = v.title, body = v.body, app_version = v.app_version,
      edited_at = case when v.revision > 1 then v.created_at else r.edited_at end`);
  }
  const [after] = await ctx.db.execute<{ rating: number }>(sql`
    update reviews r set ${sql.join(set, sql`, `)} from review_revisions v
    where r.id = ${reviewId} and v.review_id = r.id and v.revision = r.revision returning r.rating`);
  if (!after) throw new Error(`review ${reviewId} has no revision ${before.revision}`);
  await addToRatings(ctx.db, before.app_id, {
    sum: (isVisible ? after.rating : 0) - (before.is_visible ? before.rating : 0),
    count: Number(isVisible) - Number(before.is_visible),
  });
  if (before.is_visible || isVisible) showSoon(ctx.db);
  if (before.status !== to) {
    await publish(ctx, {
      type: 'review.status_changed',
      payload: { reviewId, revision: before.revision, status: to },
    });
  }
  return { from: before.status, to, wasVisible: before.is_visible, isVisible };
}

/**
 * Neither an edit nor deleting and writing anew is a way around people: around what a person said last about what the
 * author wrote of the app, nor around reports that nobody has decided. What was deleted while it waited for a person
 * counts as refused until a person says otherwise.
 */
async function needsPerson(ctx: Target, reviewId: string): Promise<boolean> {
  if (await isReopened(ctx, reviewId)) return true;
  const [last] = await ctx.db.execute<{ is_refusal: boolean }>(sql`
    with theirs as (
      select o.id, o.status, o.deleted_at from reviews r
      join reviews o on o.user_id = r.user_id and o.app_id = r.app_id where r.id = ${reviewId}
    )
    select said.is_refusal from (
      select d.decision <> 'approve' as is_refusal, d.created_at as at
      from theirs join review_decisions d on d.review_id = theirs.id where not d.is_machine and d.undone_at is null
      union all
      select e.outcome = 'upheld', e.decided_at
      from theirs join appeals e on e.review_id = theirs.id where e.outcome is not null
      union all
      select true, deleted_at from theirs where deleted_at is not null and (
        status in ('manual_review', 'escalated', 'appealed') or exists (
          select from review_reports x where x.review_id = theirs.id and x.resolved_at = theirs.deleted_at
        )
      )
    ) said order by said.at desc, said.is_refusal desc limit 1`);
  return last?.is_refusal ?? false;
}

/** Notes the score of an analysis that leaves a review where it is; false when its author has written another text. */
export async function noteScore(
  { db }: Target,
  reviewId: string,
  { revision, score }: { revision: number; score: number },
): Promise<boolean> {
  const noted = await db.execute(sql`
    update reviews set score = ${score} where id = ${reviewId} and revision = ${revision} and deleted_at is null returning id`);
  return noted.length > 0;
}
