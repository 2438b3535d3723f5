import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { scheduledJobs } from '@/db/schema';
import type { Ctx } from '@/lib/context';

/** Makes a job due now, for another job that found work for it; one that is running stays as it is. */
export async function makeDue(ctx: Ctx, name: string): Promise<void> {
  await ctx.db
    .update(scheduledJobs)
    .set({ nextRunAt: sql`now()` })
    .where(
      and(eq(scheduledJobs.name, name), or(isNull(scheduledJobs.leaseUntil), lt(scheduledJobs.leaseUntil, sql`now()`))),
    );
}
