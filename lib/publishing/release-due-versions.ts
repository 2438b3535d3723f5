import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { releaseIfAutomatic } from './release-version';

const atOnce = 100;

/**
 * Puts out approved versions whose date has come, or that were approved while something kept them in, each in a transaction of its own: one that was withheld meanwhile stays,
 * and what was done before a run died stays done. Gives how many came out.
 */
export async function releaseDueVersions(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const due = await ctx.db.execute<{ id: string }>(sql`
    select v.id from app_versions v join apps a on a.id = v.app_id join organizations o on o.id = a.organization_id
    where v.state = 'approved' and (v.release_mode = 'automatic' or v.release_at <= ${ctx.now.toISOString()}::timestamptz)
      and a.status <> 'removed' and o.suspended_at is null
    order by v.release_at, v.id limit ${atOnce}`);
  let released = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    try {
      if (await inTransaction(ctx, (ctx) => releaseIfAutomatic(ctx, id))) released += 1;
    } catch (error) {
      // Somebody was faster; the next run looks again.
      if (!(error instanceof AppError)) throw error;
      ctx.log.info({ err: error, versionId: id }, 'a version was not released');
    }
  }
  return released;
}
