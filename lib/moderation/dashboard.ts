import { sql } from 'drizzle-orm';
import { reportReasons } from '@/lib/catalog/schema';
import { type Ctx, requireRole } from '@/lib/context';
import { usualWaitMinutes } from '@/lib/publishing/queue';
import { reviewTargetHours } from '@/lib/publishing/rules';
import { getReviewsDashboard } from './reviews/dashboard';
import type { Dashboard } from './schema';

type Row = {
  open: number;
  late: number;
  oldest_minutes: number | null;
  decided_today: number;
  by_hour: number[];
  appeals_open: number;
  appeals_decided: number;
  appeals_overturned: number;
  reports: Partial<Record<Dashboard['reports'][number]['reason'], number>> | null;
};

/** How the desk stands; hours and days are of UTC. For moderators: throws 401, 403 `role_required`. */
export async function getDashboard(ctx: Ctx): Promise<Dashboard> {
  requireRole(ctx, 'moderator');
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<Row>(sql`
    with queue as (
      select count(*)::int as open, min(queued_at) as oldest,
        (count(*) filter (where queued_at <= ${now} - make_interval(hours => ${reviewTargetHours})))::int as late
      from submissions where outcome is null
    ), hours as (
      select hour, (
        select count(*)::int from submissions
        where outcome is not null and outcome <> 'withdrawn' and decided_at >= hour and decided_at < hour + interval '1 hour'
      ) as count
      from generate_series(date_trunc('hour', ${now}) - interval '23 hours', date_trunc('hour', ${now}), interval '1 hour') hour
    )
    select queue.open, queue.late, floor(extract(epoch from ${now} - queue.oldest) / 60)::int as oldest_minutes,
      (select count(*)::int from submissions
        where outcome is not null and outcome <> 'withdrawn' and decided_at >= date_trunc('day', ${now})) as decided_today,
      (select array_agg(count order by hour) from hours) as by_hour,
      (select count(*)::int from appeals where outcome is null) as appeals_open,
      (select count(*)::int from appeals where outcome is not null) as appeals_decided,
      (select count(*)::int from appeals where outcome = 'overturned') as appeals_overturned,
      (select json_object_agg(reason, count) from (
        select reason, count(*)::int as count from app_reports where resolved_at is null group by reason) r) as reports
    from queue`);
  if (!row) throw new Error('a query without a table gave no row');
  return {
    submissions: {
      open: row.open,
      late: row.late,
      oldestMinutes: row.oldest_minutes,
      usualWaitMinutes: await usualWaitMinutes(ctx),
      decidedToday: row.decided_today,
      decisionsByHour: row.by_hour,
    },
    appeals: {
      open: row.appeals_open,
      decided: row.appeals_decided,
      overturned: row.appeals_overturned,
      overturnRate: row.appeals_decided === 0 ? null : row.appeals_overturned / row.appeals_decided,
    },
    reports: reportReasons.map((reason) => ({ reason, open: row.reports?.[reason] ?? 0 })),
    reviews: await getReviewsDashboard(ctx),
  };
}
