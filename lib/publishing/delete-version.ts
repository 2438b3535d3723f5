import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { lockApp } from './drafts';
import { requireVersion } from './require-app';
import { deletable, stateNames, type VersionState } from './rules';

/**
 * Gives a version up, with its builds and what was said about it. For admins and keys that may release. Throws as
 * `requireVersion`, 409 `illegal_transition` while it is with the reviewers, and once it was released.
 */
export async function deleteVersion(ctx: Ctx, refs: { id: string; version: string }): Promise<void> {
  const { appId, versionId } = await requireVersion(ctx, refs, 'release');
  await inTransaction(ctx, async (ctx) => {
    await lockApp(ctx, appId);
    const [row] = await ctx.db.execute<{ version: string; platform: string; state: VersionState }>(
      sql`select version, platform, state from app_versions where id = ${versionId} for update`,
    );
    if (!row) throw new AppError('not_found', 'not_found');
    if (!deletable.includes(row.state)) {
      throw new AppError('conflict', 'illegal_transition', {
        detail: `It cannot be deleted while it is ${stateNames[row.state].toLowerCase()}.`,
        members: { action: 'delete', state: row.state, possibleFrom: deletable },
      });
    }
    await ctx.db.execute(sql`delete from app_versions where id = ${versionId}`);
    await appendAudit(ctx, {
      action: 'version.deleted',
      subjectType: 'version',
      subjectId: versionId,
      changes: { appId, ...row },
    });
  });
}
