import { and, eq, inArray, sql } from 'drizzle-orm';
import { appVersions, builds } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { holdApp } from '../drafts';
import { illegal } from '../move-version';
import { requireVersion } from '../require-app';
import { can, type VersionState } from '../rules';
import type { Build } from '@/lib/publishing/builds/schema';
import { endingsFor, fitsPlatform, kindOfName } from './kinds';
import { deletePieces, tidy } from './pieces';
import { toBuild } from './queries';

type Input = { fileName: string; sizeBytes: number; sha256: string };

/**
 * Begins an upload, or takes up the unfinished one of the same file; another file's is given up. For members who may
 * release. Throws as `requireVersion` does, 409 `illegal_transition`, 422 `file_type_unknown`.
 */
export async function createUpload(
  ctx: Ctx,
  refs: { id: string; version: string },
  input: Input,
): Promise<{ build: Build; isNew: boolean }> {
  const app = await requireVersion(ctx, refs, 'release');
  const { appId, versionId } = app;
  const kind = kindOfName(input.fileName);
  const answer = await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const [version] = await ctx.db
      .select({ state: appVersions.state, platform: appVersions.platform })
      .from(appVersions)
      .where(eq(appVersions.id, versionId))
      .for('update');
    if (!version) throw new AppError('not_found', 'not_found');
    if (kind === null || !fitsPlatform(kind, version.platform)) throw unknownType(version.platform);
    const [unfinished] = await ctx.db
      .select()
      .from(builds)
      .where(and(eq(builds.versionId, versionId), inArray(builds.state, ['uploading', 'processing'])));
    if (unfinished && isSame(unfinished, input)) return { row: unfinished, isNew: false, givenUp: null };
    const state = version.state as VersionState;
    if (!can('upload', state)) throw illegal('upload', state);
    if (unfinished) {
      await ctx.db
        .update(builds)
        .set({ state: 'abandoned', updatedAt: sql`now()` })
        .where(eq(builds.id, unfinished.id));
    }
    const [row] = await ctx.db
      .insert(builds)
      .values({
        id: newId(ctx.now),
        appId,
        versionId,
        ...input,
        createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
        createdAt: ctx.now,
        updatedAt: sql`now()`,
      })
      .returning();
    return { row, isNew: true, givenUp: unfinished?.id ?? null };
  });
  const { row, isNew, givenUp } = answer;
  if (!row) throw new Error('an insert gave no row');
  if (givenUp !== null) await tidy(ctx, () => deletePieces(ctx, givenUp));
  return { build: toBuild(row), isNew };
}

const isSame = (row: Input, input: Input) =>
  row.fileName === input.fileName && row.sizeBytes === input.sizeBytes && row.sha256 === input.sha256;

const unknownType = (platform: string) =>
  new AppError('unprocessable', 'file_type_unknown', {
    detail: `A version for this platform takes files that end in ${endingsFor(platform).join(', ')}.`,
  });
