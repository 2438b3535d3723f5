import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { reviewReportReasons } from '@/lib/reviews/schema';
import type { ReviewsDashboard } from './schema';

const agreementDays = 30;

type Row = {
  open: number;
  escalated: number;
  oldest_minutes: number | null;
  decided_today: number;
  by_hour: number[];
  compared: number;
  agreed: number;
  reports: Partial<Record<ReviewsDashboard['reports'][number]['reason'], number>> | null;
};

/** How the reviews' half of the desk stands; hours and days are of UTC. For moderators: throws 401, 403 `role_required`. */
export async function getReviewsDashboard(ctx: Ctx): Promise<ReviewsDashboard> {
  requireRole(ctx, 'moderator');
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<Row>(sql`
    with queue as (
      select (count(*) filter (where status = 'manual_review'))::int as open,
        (count(*) filter (where status = 'escalated'))::int as escalated, min(queued_at) as oldest
      from reviews where status in ('manual_review', 'escalated') and deleted_at is null
    ), recent as (
      select decision, machine_action, created_at from review_decisions
      where not is_machine and undone_at is null and created_at > ${now} - make_interval(days => ${agreementDays})
    ), hours as (
      select hour, (select count(*)::int from recent where created_at >= hour and created_at < hour + interval '1 hour') as count
      from generate_series(date_trunc('hour', ${now}) - interval '23 hours', date_trunc('hour', ${now}), interval '1 hour') hour
    )
    select queue.open, queue.escalated, floor(extract(epoch from ${now} - queue.oldest) / 60)::int as oldest_minutes,
      (select count(*)::int from recent where created_at >= date_trunc('day', ${now})) as decided_today,
      (select array_agg(count order by hour) from hours) as by_hour,
      (select count(*)::int from recent where decision <> 'escalate' and machine_action in ('approved', 'rejected')) as compared,
      (select count(*)::int from recent where (decision, machine_action) in (('approve', 'approved'), ('reject', 'rejected'))) as agreed,
      (select json_object_agg(reason, count) from (
        select reason, count(*)::int as count from review_reports where resolved_at is null group by reason) x) as reports
    from queue`);
  if (!row) throw new Error('a query without a table gave no row');
  return {
    open: row.open,
    escalated: row.escalated,
    oldestMinutes: row.oldest_minutes,
    decidedToday: row.decided_today,
    decisionsByHour: row.by_hour,
    agreement: row.compared === 0 ? null : row.agreed / row.compared,
    reports: reviewReportReasons.map((reason) => ({ reason, open: row.reports?.[reason] ?? 0 })),
  };
}
