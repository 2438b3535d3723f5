import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { buildChunks, builds } from '@/db/schema';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { storage } from '@/lib/storage/storage';
import { holdApp } from '../drafts';
import { illegal, moveVersion } from '../move-version';
import { type ManagedVersion, requireVersion } from '../require-app';
import { can } from '../rules';
import type { Build } from '@/lib/publishing/builds/schema';
import { exactly, parseContentRange, type Piece } from './content-range';
import { pieceFolder } from './kinds';
import { tidy } from './pieces';
import { type BuildRow, requireUpload, toBuild } from './queries';

type Input = { contentRange: string | null; contentLength?: string | null; body: AsyncIterable<Uint8Array> | null };

/**
 * Takes the next piece of an upload, straight into storage; one that has come before is not taken again. The last one
 * hands the file to the check: the version is `processing`, with `upload.completed`, in the same transaction. For members
 * who may release. Throws as `requireVersion` does, 400 `bad_content_range`, 400 `chunk_cut_off` (nothing of the piece is
 * kept), 409 `upload_offset` with `receivedBytes`, 409 `upload_closed`, 409 `illegal_transition`, 413 `chunk_too_large`.
 */
export async function receiveChunk(
  ctx: Ctx,
  refs: { id: string; version: string; upload: string },
  { contentRange, contentLength = null, body }: Input,
): Promise<Build> {
  const version = await requireVersion(ctx, refs, 'release');
  const build = await requireUpload(ctx, version.versionId, refs.upload);
  const piece = parseContentRange(contentRange);
  if (piece.totalBytes !== build.sizeBytes || (contentLength !== null && Number(contentLength) !== piece.sizeBytes)) {
    throw new AppError('invalid', 'bad_content_range', {
      detail: `Content-Range must be as long as the body and end in /${build.sizeBytes}.`,
    });
  }
  if (!(await isExpected(ctx, build, piece))) return toBuild(build);
  if (!can('upload', version.state)) throw illegal('upload', version.state);
  const key = `${pieceFolder(build.id)}/${piece.start}-${randomBytes(8).toString('hex')}`;
  await storage().put(key, exactly(body ?? emptyBody(), piece.sizeBytes));
  let outcome: Awaited<ReturnType<typeof keepPiece>>;
  try {
    outcome = await inTransaction(ctx, (tx) => keepPiece(tx, version, build.id, piece, key));
  } catch (error) {
    // Of a transaction whose end nobody heard the piece may be needed.
    if (error instanceof AppError) await tidy(ctx, () => storage().delete(key));
    throw error;
  }
  if (!outcome.isKept) await tidy(ctx, () => storage().delete(key));
  return toBuild(outcome.row);
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

async function keepPiece(
  ctx: Ctx & { db: Tx },
  version: ManagedVersion,
  buildId: string,
  piece: Piece,
  storageKey: string,
): Promise<{ row: BuildRow; isKept: boolean }> {
  const { versionId } = version;
  await holdApp(ctx, version);
  const received = piece.start + piece.sizeBytes;
  const isLast = received === piece.totalBytes;
  const [row] = await ctx.db
    .update(builds)
    // Of a file that is checked this is when its check may begin: see check-build.ts.
    .set({ receivedBytes: received, updatedAt: sql`now()`, ...(isLast ? { state: 'processing' } : {}) })
    .where(and(eq(builds.id, buildId), eq(builds.state, 'uploading'), eq(builds.receivedBytes, piece.start)))
    .returning();
  if (!row) {
    const present = await requireUpload(ctx, versionId, buildId);
    if (await isExpected(ctx, present, piece)) throw new Error('a piece that was expected was not taken');
    return { row: present, isKept: false };
  }
  await ctx.db.insert(buildChunks).values({ buildId, startByte: piece.start, sizeBytes: piece.sizeBytes, storageKey });
  if (isLast) {
    await publish(ctx, { type: 'upload.completed', payload: { buildId } });
    await moveVersion(ctx, 'upload', versionId, {
      changes: { buildId, fileName: row.fileName, sizeBytes: row.sizeBytes, sha256: row.sha256 },
    });
  }
  return { row, isKept: true };
}

/** True for the next piece, false for one that has come already; throws for any other. */
async function isExpected(ctx: Ctx, build: BuildRow, piece: Piece): Promise<boolean> {
  if (build.state === 'uploading' && piece.start === build.receivedBytes) return true;
  // The pieces of a whole file are gone, and only the answer to the last one can have been lost.
  const isWhole = build.state !== 'uploading' && build.state !== 'abandoned';
  if (isWhole && piece.start + piece.sizeBytes === build.sizeBytes) return false;
  if (build.state !== 'uploading') throw uploadClosed(build.state);
  const [known] = await ctx.db
    .select({ sizeBytes: buildChunks.sizeBytes })
    .from(buildChunks)
    .where(and(eq(buildChunks.buildId, build.id), eq(buildChunks.startByte, piece.start)));
  if (known?.sizeBytes === piece.sizeBytes) return false;
  throw new AppError('conflict', 'upload_offset', {
    detail: `Go on at byte ${build.receivedBytes}.`,
    members: { receivedBytes: build.receivedBytes },
  });
}

export const uploadClosed = (state: string) =>
  new AppError('conflict', 'upload_closed', {
    detail:
      state === 'abandoned'
        ? 'This upload was given up. Begin another one.'
        : 'The whole file has come already. Begin another upload to replace it.',
    members: { state },
  });
