import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { type AppColumns, appColumns, appJoins, toApp, toOrganization, toPerson } from './rows';
import type { AppReport, ReportsQuery } from './schema';

type Row = AppColumns & {
  id: string;
  reason: AppReport['reason'];
  note: string;
  created_at: string;
  user_id: string | null;
  reporter: string | null;
  open_count: number;
  resolution: AppReport['resolution'];
  resolved_at: string | null;
};

/**
 * What people say is wrong with apps: open reports, the oldest first, or resolved ones, the latest first. For
 * moderators: throws 401, 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listReports(ctx: Ctx, { state, limit, cursor }: ReportsQuery): Promise<Page<AppReport>> {
  requireRole(ctx, 'moderator');
  const isOpen = state === 'open';
  const kind = `reports:${state}`;
  const after = cursor ? decodeCursor(kind, cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const isAfter = after
    ? isOpen
      ? sql`and (created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql`and (resolved_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const rows = await ctx.db.execute<Row>(sql`
    select r.id, r.reason, r.note, ${instant(sql`r.created_at`)} as created_at, r.user_id, u.name as reporter, r.resolution,
      ${instant(sql`r.resolved_at`)} as resolved_at, ${appColumns},
      (select count(*)::int from app_reports other where other.app_id = r.app_id and other.resolved_at is null) as open_count
    from (
      select * from app_reports where resolved_at is ${isOpen ? sql`null` : sql`not null`} ${isAfter}
      order by ${isOpen ? sql`created_at, id` : sql`resolved_at desc, id desc`} limit ${limit + 1}
    ) r
    join apps a on a.id = r.app_id ${appJoins}
    left join users u on u.id = r.user_id
    order by ${isOpen ? sql`r.created_at, r.id` : sql`r.resolved_at desc, r.id desc`}`);
  return toPage(
    [...rows],
    limit,
    (row) => encodeCursor(kind, [isOpen ? row.created_at : row.resolved_at, row.id]),
    (row) => ({
      id: row.id,
      reason: row.reason,
      note: row.note,
      createdAt: isoOf(row.created_at),
      by: toPerson(row.user_id, row.reporter),
      app: toApp(row),
      organization: toOrganization(row),
      openCount: row.open_count,
      resolution: row.resolution,
      resolvedAt: isoOrNull(row.resolved_at),
    }),
  );
}
