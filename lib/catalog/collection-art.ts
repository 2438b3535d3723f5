import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { appendAudit } from '@/lib/audit';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { renderArt } from './artwork/render';
import { changeCollections, lockCollection, nextUpdatedAt } from './collection-writes';
import { requireCollection } from './collections';
import type { CollectionDetail, StoryArt } from './schema';

export const pictureLimits = { minWidth: 1200, minHeight: 600, maxPixels: 40_000_000, keptWidth: 2400 } as const;

/** A small sketch of the picture that these choices make, as WebP. Admins only. */
export async function sketchStoryArt(ctx: Ctx, art: StoryArt): Promise<Buffer> {
  requireRole(ctx, 'admin');
  return renderArt({ kind: 'story', ...art }, { width: 480, format: 'webp' });
}

type Input = { id: string; version: string | null; bytes: Buffer };

/**
 * Gives a collection an uploaded picture, drawn anew without its metadata. Admins only. Throws 404,
 * 412 `changed_meanwhile`, 422 `unsupported_picture`, `picture_too_small`, `picture_too_large`.
 */
export async function setCollectionPicture(ctx: Ctx, { id, version, bytes }: Input): Promise<CollectionDetail> {
  requireRole(ctx, 'admin');
  const picture = await redraw(bytes);
  const artId = newId(ctx.now);
  const key = `collections/${artId}.webp`;
  await changeCollections(ctx, async (ctx) => {
    await lockCollection(ctx, id, version);
    await storage().put(key, Readable.from([picture]));
    await ctx.db.execute(sql`
      update collections set art_id = ${artId}, art = null, art_storage_key = ${key}, updated_at = ${nextUpdatedAt(ctx.now)}
      where id = ${id}`);
    await appendAudit(ctx, {
      action: 'collection.picture_uploaded',
      subjectType: 'collection',
      subjectId: id,
      changes: { artId },
    });
  });
  return requireCollection(ctx, id);
}

const signatures: [format: string, matches: (bytes: Buffer) => boolean][] = [
  ['png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
];

/** The picture as WebP, at most 2400 px wide. Only what begins as one of three formats reaches the decoder. */
async function redraw(bytes: Buffer): Promise<Buffer> {
  const format = signatures.find(([, matches]) => matches(bytes))?.[0];
  if (!format) throw unsupported();
  const image = sharp(bytes, { limitInputPixels: pictureLimits.maxPixels, failOn: 'error' });
  const info = await image.metadata().catch((error: unknown) => {
    throw /pixel limit/i.test(String(error)) ? tooLarge() : unsupported();
  });
  if (info.format !== format || (info.pages ?? 1) > 1) throw unsupported();
  if (info.width * info.height > pictureLimits.maxPixels) throw tooLarge();
  const { width, height } = info.autoOrient;
  if (width < pictureLimits.minWidth || height < pictureLimits.minHeight) {
    throw new AppError('unprocessable', 'picture_too_small', {
      detail: `It is ${width} × ${height} pixels; at least ${pictureLimits.minWidth} × ${pictureLimits.minHeight} are needed.`,
    });
  }
  const kept = Math.min(width, pictureLimits.keptWidth);
  // Pages crop to 16 : 10 and wider; of a tall picture the middle is all that anybody sees.
  return image
    .autoOrient()
    .resize({ width: kept, height: Math.min(Math.round((kept * height) / width), kept), fit: 'cover' })
    .webp({ quality: 88 })
    .toBuffer()
    .catch(() => {
      throw unsupported();
    });
}

const unsupported = () =>
  new AppError('unprocessable', 'unsupported_picture', { detail: 'Only still PNG, JPEG and WebP pictures are taken.' });

const tooLarge = () =>
  new AppError('unprocessable', 'picture_too_large', { detail: 'It has more than 40 million pixels.' });
