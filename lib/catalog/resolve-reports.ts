import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appReports } from '@/db/schema';
import type { Ctx } from '@/lib/context';

type Resolution = { resolution: 'dismissed' | 'acted'; resolvedBy: string };

/** Closes an open report, or all open ones about an app; the ids of those that it closed. The caller has authorised. */
export async function resolveReports(
  ctx: Ctx & { db: Tx },
  which: { id: string } | { appId: string },
  { resolution, resolvedBy }: Resolution,
): Promise<string[]> {
  const chosen = 'id' in which ? eq(appReports.id, which.id) : eq(appReports.appId, which.appId);
  const rows = await ctx.db
    .update(appReports)
    .set({ resolution, resolvedBy, resolvedAt: ctx.now })
    .where(and(chosen, isNull(appReports.resolvedAt)))
    .returning({ id: appReports.id });
  return rows.map(({ id }) => id);
}
