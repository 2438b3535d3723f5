import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { QueueItem, SubmissionsQuery } from './schema';
import { countBefore, submissionColumns, submissionJoins, type SubmissionRow, toQueueItem } from './submission-rows';

/**
 * Submissions: the open ones in order of arrival, or the decided ones, the latest first. For moderators: throws 401,
 * 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listSubmissions(ctx: Ctx, query: SubmissionsQuery): Promise<Page<QueueItem>> {
  requireRole(ctx, 'moderator');
  return query.state === 'open' ? listOpen(ctx, query) : listDecided(ctx, query);
}

const keys = [z.iso.datetime({ offset: true }), z.uuid()] as const;

async function listOpen(ctx: Ctx, { limit, cursor }: SubmissionsQuery): Promise<Page<QueueItem>> {
  const kind = 'submissions:open';
  const after = cursor ? decodeCursor(kind, cursor, keys) : null;
  const rows = await ctx.db.execute<SubmissionRow>(sql`
    select ${submissionColumns}
    from (
      select * from submissions where outcome is null
        ${after ? sql`and (queued_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by queued_at, id limit ${limit + 1}
    ) s
    ${submissionJoins}
    order by s.queued_at, s.id`);
  const [first] = rows;
  const before = first ? await countBefore(ctx, first) : 0;
  return toPage(
    rows.map((row, i) => ({ row, position: before + i + 1 })),
    limit,
    ({ row }) => encodeCursor(kind, [row.queued_at, row.id]),
    ({ row, position }) => toQueueItem(ctx, row, position),
  );
}

async function listDecided(ctx: Ctx, { limit, cursor }: SubmissionsQuery): Promise<Page<QueueItem>> {
  const kind = 'submissions:decided';
  const after = cursor ? decodeCursor(kind, cursor, keys) : null;
  const rows = await ctx.db.execute<SubmissionRow>(sql`
    select ${submissionColumns}
    from (
      select * from submissions where outcome is not null and outcome <> 'withdrawn'
        ${after ? sql`and decided_at <= ${after[0]}::timestamptz and (decided_at < ${after[0]}::timestamptz or id > ${after[1]}::uuid)` : sql``}
      order by decided_at desc, id limit ${limit + 1}
    ) s
    ${submissionJoins}
    order by s.decided_at desc, s.id`);
  return toPage(
    [...rows],
    limit,
    (row) => encodeCursor(kind, [row.decided_at, row.id]),
    (row) => toQueueItem(ctx, row, null),
  );
}
