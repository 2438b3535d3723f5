import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pausedQueues } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { queues } from './queues';

/** Names of the queues that workers leave alone for now. */
export async function readPausedQueues(db: Db): Promise<Set<string>> {
  const rows = await db.select({ queue: pausedQueues.queue }).from(pausedQueues);
  return new Set(rows.map(({ queue }) => queue));
}

/**
 * Stops every worker taking messages of a queue, or lets them go on; each follows within 2 s. Twice changes nothing.
 * For admins; throws 404 `not_found`.
 */
export async function setQueuePaused(ctx: Ctx, input: { queue: string; isPaused: boolean }): Promise<void> {
  const { userId } = requireRole(ctx, 'admin');
  const { queue, isPaused } = input;
  if (!queues.some(({ name }) => name === queue)) throw new AppError('not_found', 'not_found');
  await inTransaction(ctx, async (tx) => {
    const changed = isPaused
      ? await tx.db
          .insert(pausedQueues)
          .values({ queue, pausedAt: tx.now, pausedBy: userId })
          .onConflictDoNothing()
          .returning()
      : await tx.db.delete(pausedQueues).where(eq(pausedQueues.queue, queue)).returning();
    if (changed.length === 0) return;
    await appendAudit(tx, {
      action: isPaused ? 'queue.paused' : 'queue.resumed',
      subjectType: 'queue',
      subjectId: queue,
      changes: {},
    });
  });
}
