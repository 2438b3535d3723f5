import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { findAppId } from '@/lib/catalog/queries';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { lastDecisionJoin, priority, type QueueRow, queueColumns, queueJoins, reachJoin, toQueueItem } from './rows';
import type { ReviewQueueItem, ReviewQueueQuery } from './schema';

/**
 * Flagged reviews, the worst first (rules.ts), or those that people decided, the latest first. For moderators: throws 401,
 * 403 `role_required`, 404 `not_found` for an app that is not there, 400 `invalid_cursor`.
 */
export async function listReviewQueue(ctx: Ctx, query: ReviewQueueQuery): Promise<Page<ReviewQueueItem>> {
  requireRole(ctx, 'moderator');
  const appId = query.app === undefined ? null : await findAppId(ctx, query.app);
  if (query.app !== undefined && appId === null) throw new AppError('not_found', 'not_found');
  return query.state === 'decided' ? listDecided(ctx, query, appId) : listWaiting(ctx, query, appId);
}

async function listWaiting(
  ctx: Ctx,
  { state, limit, cursor }: ReviewQueueQuery,
  appId: string | null,
): Promise<Page<ReviewQueueItem>> {
  const status = state === 'escalated' ? 'escalated' : 'manual_review';
  const kind = `review-queue:${status}`;
  const after = cursor ? decodeCursor(kind, cursor, [z.number(), z.uuid()]) : null;
  const rows = await ctx.db.execute<QueueRow>(sql`
    select ${queueColumns(ctx)}, r.priority
    from (
      select * from (
        select r.*, ${priority} as priority from reviews r ${reachJoin(ctx)}
        where r.status = ${status} and r.status in ('manual_review', 'escalated') and r.deleted_at is null
          ${appId === null ? sql`` : sql`and r.app_id = ${appId}`}
      ) r
      ${after ? sql`where r.priority < ${after[0]} or (r.priority = ${after[0]} and r.id > ${after[1]}::uuid)` : sql``}
      order by r.priority desc, r.id limit ${limit + 1}
    ) r
    ${queueJoins} ${lastDecisionJoin}
    order by r.priority desc, r.id`);
  return toPage(
    [...rows],
    limit,
    (row) => encodeCursor(kind, [row.priority, row.id]),
    (row) => toQueueItem(ctx, row),
  );
}

async function listDecided(
  ctx: Ctx,
  { limit, cursor }: ReviewQueueQuery,
  appId: string | null,
): Promise<Page<ReviewQueueItem>> {
  const kind = 'review-queue:decided';
  const after = cursor ? decodeCursor(kind, cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const rows = await ctx.db.execute<QueueRow>(sql`
    select ${queueColumns(ctx)}, ${priority} as priority
    from (
      select d.* from review_decisions d
      where not d.is_machine and d.undone_at is null and exists (
          select from reviews x where x.id = d.review_id and x.deleted_at is null
            ${appId === null ? sql`` : sql`and x.app_id = ${appId}`}
        )
        ${after ? sql`and d.created_at <= ${after[0]}::timestamptz and (d.created_at < ${after[0]}::timestamptz or d.id > ${after[1]}::uuid)` : sql``}
      order by d.created_at desc, d.id limit ${limit + 1}
    ) d
    join reviews r on r.id = d.review_id
    ${queueJoins} ${reachJoin(ctx)}
    left join users decider on decider.id = d.decided_by
    order by d.created_at desc, d.id`);
  return toPage(
    [...rows],
    limit,
    (row) => encodeCursor(kind, [row.decided_at, row.decision_id]),
    (row) => toQueueItem(ctx, row),
  );
}

/** One review as the queue shows it; throws 404 `not_found`. */
export async function requireQueueItem(ctx: Ctx, id: string): Promise<ReviewQueueItem> {
  const [row] = await ctx.db.execute<QueueRow>(sql`
    select ${queueColumns(ctx)}, ${priority} as priority
    from reviews r ${queueJoins} ${lastDecisionJoin} ${reachJoin(ctx)}
    where r.id = ${id} and r.deleted_at is null`);
  if (!row) throw new AppError('not_found', 'not_found');
  return toQueueItem(ctx, row);
}
