import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { holdApp } from './drafts';
import { moveVersion } from './move-version';
import { requireVersion } from './require-app';
import { deletable, stateNames, type VersionState } from './rules';

/**
 * Gives a version up, with its builds. What moderators have decided about stays, as `removed`, with what was said. For admins and keys that may release. Throws as
 * `requireVersion`, 409 `illegal_transition` while it is with the reviewers, and once it was released.
 */
export async function deleteVersion(ctx: Ctx, refs: { id: string; version: string }): Promise<void> {
  const app = await requireVersion(ctx, refs, 'release');
  const { appId, versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
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
    const [decided] = await ctx.db.execute(
      sql`select from submissions where version_id = ${versionId} and outcome in ('approved', 'rejected', 'metadata_rejected') limit 1`,
    );
    if (decided) return moveVersion(ctx, 'give_up', versionId);
    await ctx.db.execute(sql`delete from app_versions where id = ${versionId}`);
    await appendAudit(ctx, {
      action: 'version.deleted',
      subjectType: 'version',
      subjectId: versionId,
      changes: { appId, ...row },
    });
  });
}
