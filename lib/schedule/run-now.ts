import { scheduledJobs } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { jobs } from './jobs';

/**
 * Makes a job due now; a worker takes it within 2 s. One that is running runs again afterwards. For admins; throws 404
 * `not_found`.
 */
export async function runJobNow(ctx: Ctx, input: { name: string }): Promise<void> {
  requireRole(ctx, 'admin');
  const { name } = input;
  if (!jobs.some((job) => job.name === name)) throw new AppError('not_found', 'not_found');
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .insert(scheduledJobs)
      .values({ name, nextRunAt: tx.now })
      .onConflictDoUpdate({ target: scheduledJobs.name, set: { nextRunAt: tx.now } });
    await appendAudit(tx, { action: 'job.started', subjectType: 'job', subjectId: name, changes: {} });
  });
}
