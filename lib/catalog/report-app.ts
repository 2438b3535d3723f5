import { sql } from 'drizzle-orm';
import { appReports } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { requireListedAppId } from './queries';
import type { Report, ReportBody } from './schema';

/**
 * Says what is wrong with a listed app. Anyone signed in may, and has one open report an app: another one takes the
 * place of its words. Publishes `app.reported` for a new one. Throws 404 `not_found`, 429 `rate_limited`.
 */
export async function reportApp(
  ctx: Ctx,
  ref: string,
  { reason, note }: ReportBody,
): Promise<{ report: Report; isNew: boolean }> {
  const { userId } = requireUser(ctx);
  const appId = await requireListedAppId(ctx, ref);
  await takeFromLimit(ctx, 'reports', userId);
  return inTransaction(ctx, async (tx) => {
    const id = newId(ctx.now);
    const [row] = await tx.db
      .insert(appReports)
      .values({ id, appId, userId, reason, note, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [appReports.appId, appReports.userId],
        targetWhere: sql`resolved_at is null`,
        set: { reason, note },
      })
      .returning({ id: appReports.id, createdAt: appReports.createdAt });
    if (!row) throw new Error('a report was neither written nor found');
    const isNew = row.id === id;
    if (isNew) await publish(tx, { type: 'app.reported', payload: { reportId: id } });
    return { report: { id: row.id, reason, note, createdAt: row.createdAt.toISOString() }, isNew };
  });
}
