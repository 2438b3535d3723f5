import { appendAudit } from '@/lib/audit';
import { showSoon } from '@/lib/catalog/publish-listing';
import { setAppStatus } from '@/lib/catalog/take-down';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { describeApp } from './queries';
import { holdApp } from './drafts';
import { requireApp } from './require-app';
import type { ConsoleAppDetail } from './schema';

/**
 * Takes a released app off sale, or offers it again; owners keep it. Saying what is so already changes nothing. For
 * admins and keys that may release. Publishes `app.status_changed`. Throws as `requireApp`, 409 `app_not_released`,
 * 409 `app_removed` while the store has taken it down.
 */
export async function updateApp(
  ctx: Ctx,
  ref: string,
  { status }: { status: 'listed' | 'hidden' },
): Promise<ConsoleAppDetail> {
  const app = await requireApp(ctx, ref, 'release');
  await inTransaction(ctx, async (ctx) => {
    const before = (await holdApp(ctx, app)).status;
    if (before === 'draft') {
      throw new AppError('conflict', 'app_not_released', { detail: 'Nothing of it has been released yet.' });
    }
    if (before === 'removed') throw appRemoved();
    if (before === status) return;
    await setAppStatus(ctx, app.appId, status);
    showSoon(ctx);
    await appendAudit(ctx, {
      action: status === 'hidden' ? 'app.hidden' : 'app.listed',
      subjectType: 'app',
      subjectId: app.appId,
      changes: { status: [before, status] },
    });
  });
  return describeApp(ctx, app);
}

export const appRemoved = () =>
  new AppError('conflict', 'app_removed', { detail: 'The store has taken this app down. The reason is on its page.' });
