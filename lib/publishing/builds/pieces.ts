import { asc, eq, inArray, sql } from 'drizzle-orm';
import { buildChunks } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { storage } from '@/lib/storage/storage';

/** Thrown where a piece that the database knows is not in storage. */
export class PieceMissing extends Error {}

/** The bytes of an upload, piece after piece, none of them whole in memory. Throws PieceMissing. */
export async function* joinPieces(ctx: Ctx, build: { id: string; sizeBytes: number }): AsyncGenerator<Uint8Array> {
  const pieces = await ctx.db
    .select({
      startByte: buildChunks.startByte,
      sizeBytes: buildChunks.sizeBytes,
      storageKey: buildChunks.storageKey,
    })
    .from(buildChunks)
    .where(eq(buildChunks.buildId, build.id))
    .orderBy(asc(buildChunks.startByte));
  let position = 0;
  for (const piece of pieces) {
    const stream = piece.startByte === position ? await storage().open(piece.storageKey) : null;
    if (stream === null) throw new PieceMissing();
    yield* stream;
    position += piece.sizeBytes;
  }
  if (position !== build.sizeBytes) throw new PieceMissing();
}

/** Deletes the pieces of uploads that nobody takes up any more; what is left over a sweeper finds. */
export async function deletePieces(ctx: Ctx, buildId: string): Promise<void> {
  const pieces = await ctx.db
    .select({ storageKey: buildChunks.storageKey })
    .from(buildChunks)
    .where(
      sql`${buildChunks.buildId} = ${buildId} and exists (
        select from builds b where b.id = ${buildId} and b.state in ('valid', 'invalid', 'abandoned'))`,
    );
  if (pieces.length === 0) return;
  for (const { storageKey } of pieces) await storage().delete(storageKey);
  await ctx.db.delete(buildChunks).where(
    inArray(
      buildChunks.storageKey,
      pieces.map(({ storageKey }) => storageKey),
    ),
  );
}

/** Tidies up after a command that has done its work: what fails here a sweeper does later. */
export async function tidy(ctx: Ctx, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.log.warn({ err: error }, 'files that nobody needs are left for the sweeper');
  }
}
