import { and, eq, sql } from 'drizzle-orm';
import { builds } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { holdApp } from '../drafts';
import { requireVersion } from '../require-app';
import { deletePieces, tidy } from './pieces';
import { requireUpload } from './queries';
import { uploadClosed } from './receive-chunk';

/**
 * Gives an upload up; one that was given up already stays so. For members who may release. Throws as `requireVersion`
 * does, 404 `not_found`, 409 `upload_closed` once the whole file has come.
 */
export async function cancelUpload(ctx: Ctx, refs: { id: string; version: string; upload: string }): Promise<void> {
  const app = await requireVersion(ctx, refs, 'release');
  const { versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const [mine] = await ctx.db
      .update(builds)
      .set({ state: 'abandoned', updatedAt: sql`now()` })
      .where(and(eq(builds.id, refs.upload), eq(builds.versionId, versionId), eq(builds.state, 'uploading')))
      .returning({ id: builds.id });
    if (mine) return;
    const { state } = await requireUpload(ctx, versionId, refs.upload);
    if (state !== 'abandoned') throw uploadClosed(state);
  });
  await tidy(ctx, () => deletePieces(ctx, refs.upload));
}
