import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { ConsoleVersionDetail } from './schema';

/** How many of the latest decisions say what is usual. */
const sampleSize = 50;

/** Minutes from being handed in to being decided, the median of the last decisions; null before the first. */
export async function usualWaitMinutes(ctx: Ctx): Promise<number | null> {
  const [row] = await ctx.db.execute<{ minutes: number | null }>(sql`
    select round(percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at)) / 60)::int as minutes
    from (
      select decided_at, submitted_at from submissions
      where outcome is not null and outcome <> 'withdrawn' order by decided_at desc limit ${sampleSize}
    ) latest`);
  return row?.minutes ?? null;
}

/** The place of a version among all that wait for a decision, counted from 1; null unless it waits. */
export async function placeInQueue(ctx: Ctx, versionId: string): Promise<ConsoleVersionDetail['queue']> {
  const [row] = await ctx.db.execute<{ submitted_at: string; position: number }>(sql`
    select to_json(s.submitted_at) #>> '{}' as submitted_at,
      (select count(*)::int from submissions o where o.outcome is null and (o.queued_at, o.id) <= (s.queued_at, s.id)) as position
    from submissions s where s.version_id = ${versionId} and s.outcome is null`);
  if (!row) return null;
  return {
    position: row.position,
    usualWaitMinutes: await usualWaitMinutes(ctx),
    submittedAt: new Date(row.submitted_at).toISOString(),
  };
}
