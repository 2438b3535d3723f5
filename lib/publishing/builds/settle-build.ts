import { and, eq, sql } from 'drizzle-orm';
import { appVersions, builds } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import { lockApp } from '../drafts';
import { moveVersion } from '../move-version';
import type { BuildKind } from '../rules';
import type { BuildFacts } from '@/lib/publishing/builds/schema';
import { contentTypes } from './kinds';

type BuildInCheck = Pick<
  typeof builds.$inferSelect,
  'id' | 'appId' | 'versionId' | 'fileName' | 'sizeBytes' | 'sha256'
>;
type Accepted = { facts: BuildFacts; kind: BuildKind; key: string };

const noFile = { sizeBytes: 0, sha256: null, storageKey: null, fileName: null, contentType: null };

/**
 * Writes down what a build turned out to be, on the build and on its version, which moves on; of several that checked it
 * one does. `replacedKey` is the file that the version had before.
 */
export async function settleBuild(
  ctx: Ctx,
  build: BuildInCheck,
  result: Accepted | { problem: string },
): Promise<{ isMine: boolean; replacedKey: string | null }> {
  return inTransaction(ctx, async (ctx) => {
    await lockApp(ctx, build.appId);
    const isValid = 'facts' in result;
    const [mine] = await ctx.db
      .update(builds)
      .set({
        updatedAt: sql`now()`,
        ...(isValid
          ? { state: 'valid', facts: result.facts, storageKey: result.key, problem: null }
          : { state: 'invalid', problem: result.problem }),
      })
      .where(and(eq(builds.id, build.id), eq(builds.state, 'processing')))
      .returning({ id: builds.id });
    if (!mine) return { isMine: false, replacedKey: null };
    const [before] = await ctx.db
      .select({ storageKey: appVersions.storageKey })
      .from(appVersions)
      .where(eq(appVersions.id, build.versionId))
      .for('update');
    const replacedKey = before?.storageKey ?? null;
    if (replacedKey !== null) {
      await ctx.db
        .update(builds)
        .set({ storageKey: null })
        .where(and(eq(builds.versionId, build.versionId), eq(builds.storageKey, replacedKey)));
    }
    const { fileName, sizeBytes, sha256 } = build;
    const file = isValid
      ? { fileName, sizeBytes, sha256, storageKey: result.key, contentType: contentTypes[result.kind] }
      : noFile;
    await ctx.db.update(appVersions).set(file).where(eq(appVersions.id, build.versionId));
    await moveVersion(ctx, isValid ? 'accept_build' : 'refuse_build', build.versionId, {
      changes: { buildId: build.id, ...(isValid ? { sha256 } : { problem: result.problem }) },
    });
    return { isMine: true, replacedKey };
  });
}
