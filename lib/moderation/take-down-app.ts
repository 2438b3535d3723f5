import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { takedowns } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { findAppId } from '@/lib/catalog/queries';
import { setAppStatus } from '@/lib/catalog/take-down';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { moveVersion } from '@/lib/publishing/move-version';
import { can } from '@/lib/publishing/rules';
import { requireNoConflict } from './conflict';
import { hiddenBeforeSuspension } from './hidden-before';
import { type LockedApp, lockApp, lockVersions } from './lock-app';
import type { TakedownBody } from './schema';

/**
 * Takes an app down at once, whatever its status: it is not listed and not even an old version can be downloaded. What
 * waits for review is withdrawn. Developer and owners hear why through `app.status_changed`. For admins outside the
 * organisation: throws 401, 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`, 409 `already_removed`.
 */
export async function takeDownApp(ctx: Ctx, ref: string, { guidelineId, reason }: TakedownBody): Promise<void> {
  const { userId } = requireRole(ctx, 'admin');
  const appId = await findAppId(ctx, ref);
  if (!appId) throw new AppError('not_found', 'not_found');
  await inTransaction(ctx, async (ctx) => {
    const app = await lockApp(ctx, appId);
    await requireNoConflict(ctx, app.organizationId);
    if (app.status === 'removed') {
      throw new AppError('conflict', 'already_removed', { detail: 'This app was taken down already.' });
    }
    const statusBefore = await statusWithoutSuspension(ctx, app);
    const released = (await lockVersions(ctx, appId)).filter(({ state }) => state === 'released').map(({ id }) => id);
    await setAppStatus(ctx, appId, 'removed');
    await ctx.db.insert(takedowns).values({
      id: newId(ctx.now),
      appId,
      guidelineId,
      reason,
      versionIds: released,
      takenBy: userId,
      createdAt: ctx.now,
    });
    await withdrawOpen(ctx, appId, guidelineId);
    for (const id of released) await moveVersion(ctx, 'remove', id, { reason: guidelineId, texts: { reason } });
    await appendAudit(ctx, {
      action: 'app.taken_down',
      subjectType: 'app',
      subjectId: appId,
      changes: { status: [statusBefore, 'removed'], versionIds: released },
      reason: guidelineId,
      texts: { reason },
    });
  });
}

/** What it would be if its organisation were not suspended. */
async function statusWithoutSuspension(ctx: Ctx, app: LockedApp): Promise<LockedApp['status']> {
  if (!app.isSuspended || app.status !== 'hidden') return app.status;
  return (await hiddenBeforeSuspension(ctx, app.organizationId)).includes(app.id) ? 'hidden' : 'listed';
}

async function withdrawOpen(ctx: Ctx & { db: Tx }, appId: string, reason: string): Promise<void> {
  const open = await ctx.db.execute<{ id: string; version_id: string }>(sql`
    update submissions set outcome = 'withdrawn', decided_at = ${ctx.now.toISOString()}::timestamptz
    where outcome is null and version_id in (select id from app_versions where app_id = ${appId})
    returning id, version_id`);
  for (const { id, version_id } of open) await moveVersion(ctx, 'withdraw', version_id, { submissionId: id, reason });
}

/**
 * Restores an app that was taken down, with the versions that were released then and the status it had. For admins
 * outside the organisation: throws 401, 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`,
 * 409 `not_removed`, 409 `organization_suspended`.
 */
export async function restoreApp(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireRole(ctx, 'admin');
  const appId = await findAppId(ctx, ref);
  if (!appId) throw new AppError('not_found', 'not_found');
  await inTransaction(ctx, async (ctx) => {
    const app = await lockApp(ctx, appId);
    await requireNoConflict(ctx, app.organizationId);
    if (app.isSuspended) {
      throw new AppError('conflict', 'organization_suspended', {
        detail: 'Its organisation is suspended. Lift that first.',
      });
    }
    if (app.status !== 'removed') {
      throw new AppError('conflict', 'not_removed', { detail: 'This app is not taken down.' });
    }
    const [takedown] = await ctx.db.execute<{ version_ids: string[] }>(sql`
      update takedowns set lifted_by = ${userId}, lifted_at = ${ctx.now.toISOString()}::timestamptz
      where app_id = ${appId} and lifted_at is null returning version_ids`);
    const wanted = new Set(takedown?.version_ids);
    const versions = (await lockVersions(ctx, appId)).filter(
      ({ id, state }) => wanted.has(id) && can('restore', state),
    );
    const status = await statusBefore(ctx, appId);
    await setAppStatus(ctx, appId, status);
    for (const { id } of versions) await moveVersion(ctx, 'restore', id);
    await appendAudit(ctx, {
      action: 'app.restored',
      subjectType: 'app',
      subjectId: appId,
      changes: { status: ['removed', status], versionIds: versions.map(({ id }) => id) },
    });
  });
}

/** The status that it was taken down from, as the audit log has it; hidden where nobody knows. */
async function statusBefore(ctx: Ctx, appId: string): Promise<LockedApp['status']> {
  const [row] = await ctx.db.execute<{ status: LockedApp['status'] | null }>(sql`
    select changes #>> '{status,0}' as status from audit_log
    where subject_type = 'app' and subject_id = ${appId} and action = 'app.taken_down'
    order by sequence desc limit 1`);
  return row?.status ?? 'hidden';
}
