import { appendAudit } from '@/lib/audit';
import { deleteUnreleasedApp } from '@/lib/catalog/create-app';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { findInFlight, holdApp } from './drafts';
import { requireApp } from './require-app';
import { deletable, stateNames } from './rules';

/**
 * Deletes an app that was never released, with its drafts and builds. For admins and keys that may release. Throws as
 * `requireApp`, 409 `app_was_released`, 409 `version_in_flight` while reviewers have it.
 */
export async function deleteApp(ctx: Ctx, ref: string): Promise<void> {
  const app = await requireApp(ctx, ref, 'release');
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const version = await findInFlight(ctx, app.appId);
    if (version && !deletable.includes(version.state)) {
      throw new AppError('conflict', 'version_in_flight', {
        detail: `Version ${version.version} is ${stateNames[version.state].toLowerCase()}. Withdraw it first.`,
      });
    }
    if (!(await deleteUnreleasedApp(ctx, app.appId))) {
      throw new AppError('conflict', 'app_was_released', {
        detail: 'It was released once, and people may own it. Take it off sale instead.',
      });
    }
    await appendAudit(ctx, {
      action: 'app.deleted',
      subjectType: 'app',
      subjectId: app.appId,
      changes: { organizationId: app.organizationId },
    });
  });
}
