import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { resolveReports } from '@/lib/catalog/resolve-reports';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { requireNoConflict } from './conflict';
import { lockApp } from './lock-app';
import type { ResolveReportBody } from './schema';

/** Reports that one event speaks of. */
const batchSize = 500;

/**
 * Closes a report, or with it all open ones about its app, and says how many. Publishes `app.reports_resolved`, of which
 * the reporters hear. For moderators outside the organisation: throws 401, 403 `role_required`,
 * 403 `conflict_of_interest`, 404 `not_found`, 409 `already_resolved`.
 */
export async function resolveReport(
  ctx: Ctx,
  id: string,
  { resolution, note, all }: ResolveReportBody,
): Promise<{ resolved: number }> {
  const { userId } = requireRole(ctx, 'moderator');
  return inTransaction(ctx, async (ctx) => {
    const [report] = await ctx.db.execute<{ app_id: string }>(sql`select app_id from app_reports where id = ${id}`);
    if (!report) throw new AppError('not_found', 'not_found');
    // Two who close all at once take turns.
    const app = await lockApp(ctx, report.app_id);
    await requireNoConflict(ctx, app.organizationId);
    const ids = await resolveReports(ctx, { id }, { resolution, resolvedBy: userId });
    if (ids.length === 0) {
      throw new AppError('conflict', 'already_resolved', { detail: 'This report was closed already. Look again.' });
    }
    if (all) ids.push(...(await resolveReports(ctx, { appId: app.id }, { resolution, resolvedBy: userId })));
    for (let i = 0; i < ids.length; i += batchSize) {
      await publish(ctx, { type: 'app.reports_resolved', payload: { reportIds: ids.slice(i, i + batchSize) } });
    }
    await appendAudit(ctx, {
      action: 'app.reports_resolved',
      subjectType: 'app',
      subjectId: app.id,
      changes: { resolution, reportId: id, count: ids.length },
      texts: { note },
    });
    return { resolved: ids.length };
  });
}
