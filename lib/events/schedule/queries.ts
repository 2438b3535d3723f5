import { asc } from 'drizzle-orm';
import { scheduledJobs } from '@/db/schema';
import { type Ctx, requireRole } from '@/lib/context';
import type { ScheduledJob } from '../schema';

/** Every job that workers know, with its last run. For admins: throws 401, 403 `role_required`. */
export async function listJobs(ctx: Ctx): Promise<{ items: ScheduledJob[] }> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db.select().from(scheduledJobs).orderBy(asc(scheduledJobs.name));
  const items = rows.map(({ leaseUntil, startedAt, finishedAt, nextRunAt, ...row }) => ({
    ...row,
    isRunning: leaseUntil !== null && leaseUntil > ctx.now,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    nextRunAt: nextRunAt.toISOString(),
  }));
  return { items };
}
