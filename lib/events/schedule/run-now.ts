import { eq } from 'drizzle-orm';
import { scheduledJobs } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';

/**
 * Makes a job due now; a worker takes it within 2 s. One that is running runs again afterwards. For admins; throws 404
 * `not_found`.
 */
export async function runJobNow(ctx: Ctx, input: { name: string }): Promise<void> {
  requireRole(ctx, 'admin');
  const { name } = input;
  await inTransaction(ctx, async (tx) => {
    const due = await tx.db
      .update(scheduledJobs)
      .set({ nextRunAt: tx.now })
      .where(eq(scheduledJobs.name, name))
      .returning({ name: scheduledJobs.name });
    if (due.length === 0) throw new AppError('not_found', 'not_found');
    await appendAudit(tx, { action: 'job.started', subjectType: 'job', subjectId: name, changes: {} });
  });
}
