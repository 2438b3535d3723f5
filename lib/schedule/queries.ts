import { scheduledJobs } from '@/db/schema';
import { type Ctx, requireRole } from '@/lib/context';
import { jobs } from './jobs';
import type { ScheduledJob } from './schema';

/** Every job with its last run. For admins: throws 401, 403 `role_required`. */
export async function listJobs(ctx: Ctx): Promise<{ items: ScheduledJob[] }> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db.select().from(scheduledJobs);
  const items = jobs.map(({ name, purpose, cron }) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      purpose,
      cron,
      isRunning: row?.leaseUntil != null && row.leaseUntil > ctx.now,
      startedAt: row?.startedAt?.toISOString() ?? null,
      finishedAt: row?.finishedAt?.toISOString() ?? null,
      error: row?.error ?? null,
      result: row?.result ?? null,
      nextRunAt: row?.nextRunAt.toISOString() ?? null,
    };
  });
  return { items };
}
