import { and, desc, eq } from 'drizzle-orm';
import { builds } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireVersion } from '../require-app';
import { chunkMaxBytes } from '../rules';
import type { Build, BuildFacts } from '@/lib/publishing/builds/schema';

export type BuildRow = typeof builds.$inferSelect;

export const toBuild = (row: BuildRow): Build => ({
  id: row.id,
  state: row.state as Build['state'],
  fileName: row.fileName,
  sizeBytes: row.sizeBytes,
  receivedBytes: row.receivedBytes,
  sha256: row.sha256,
  chunkMaxBytes,
  problem: row.problem,
  facts: row.facts as BuildFacts | null,
  createdAt: row.createdAt.toISOString(),
});

/** An upload of that version; throws 404 `not_found`. */
export async function requireUpload(ctx: Ctx, versionId: string, uploadId: string): Promise<BuildRow> {
  const [row] = await ctx.db
    .select()
    .from(builds)
    .where(and(eq(builds.id, uploadId), eq(builds.versionId, versionId)));
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}

/** How much of an upload has come, and what became of it. For members who may read; throws as `requireVersion` does. */
export async function getUpload(ctx: Ctx, refs: { id: string; version: string; upload: string }): Promise<Build> {
  const { versionId } = await requireVersion(ctx, refs, 'read');
  return toBuild(await requireUpload(ctx, versionId, refs.upload));
}

/** The newest upload of a version, of whatever state; null when there was none. The caller has authorised. */
export async function findNewestBuild(ctx: Ctx, versionId: string): Promise<Build | null> {
  const [row] = await ctx.db
    .select()
    .from(builds)
    .where(eq(builds.versionId, versionId))
    .orderBy(desc(builds.createdAt), desc(builds.id))
    .limit(1);
  return row ? toBuild(row) : null;
}
