import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { stagedMedia } from '@/db/schema';
import { mediaUrl } from '@/lib/catalog/cards';
import { decodePicture, type Picture, type PictureLimits } from '@/lib/catalog/picture';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { changeDraft } from '../drafts';
import { requireApp } from '../require-app';
import { mediaMaxBytes, screenshotsMax } from '../rules';
import type { Listing, Media } from '../schema';

type Kind = Media['kind'];

const limits: Record<Kind, PictureLimits> = {
  icon: { minPx: 256, maxPx: 4096, maxRatio: 1 },
  screenshot: { minPx: 320, maxPx: 4096, maxRatio: 3 },
};

/** Larger than any size in which an icon is shown. */
const iconKeptPx = 1024;

/**
 * Takes a picture for the listing that is worked on: drawn anew, without what else was in the file, it becomes the icon or
 * the last screenshot. For members who may change listings. Throws as `requireApp` and `changeDraft`, 413
 * `body_too_large`, 415 `picture_type_unknown`, 422 `picture_size`, 422 `picture_unreadable`, 409 `too_many_screenshots`.
 */
export async function addMedia(
  ctx: Ctx,
  ref: string,
  { kind, body }: { kind: Kind; body: AsyncIterable<Uint8Array> | null },
): Promise<Media> {
  const app = await requireApp(ctx, ref, 'listing');
  const picture = await decodePicture(await readPicture(body), limits[kind]);
  const { image, width, height, ending } = await encode(kind, picture);
  const color = await averageColor(picture);
  const id = newId(ctx.now);
  // Each has a key of its own: what a failed request left is no other's.
  const storageKey = `pictures/${app.appId}/${id}-${randomBytes(4).toString('hex')}.${ending}`;
  await storage().put(storageKey, Readable.from([image]));
  try {
    await inTransaction(ctx, async (ctx) => {
      await changeDraft(ctx, app, (listing) => withPicture(listing, kind, id));
      await ctx.db
        .insert(stagedMedia)
        .values({ id, appId: app.appId, kind, width, height, color, storageKey, createdAt: ctx.now });
    });
  } catch (error) {
    if (error instanceof AppError) await storage().delete(storageKey);
    throw error;
  }
  return { id, kind, url: mediaUrl(id, kind === 'icon' ? 256 : 640), width, height, color };
}

function withPicture(listing: Listing, kind: Kind, id: string): Listing {
  if (kind === 'icon') return { ...listing, iconId: id };
  if (listing.screenshots.length >= screenshotsMax) {
    throw new AppError('conflict', 'too_many_screenshots', {
      detail: `A listing has ${screenshotsMax} screenshots at most. Remove one first.`,
    });
  }
  return { ...listing, screenshots: [...listing.screenshots, { id, altText: '', platform: null }] };
}

async function readPicture(body: AsyncIterable<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength;
      if (size > mediaMaxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new AppError('invalid', 'request_aborted', { detail: 'The picture did not come to its end.' });
  }
  if (size > mediaMaxBytes) {
    throw new AppError('too_large', 'body_too_large', { detail: 'A picture has at most 20 MiB.' });
  }
  return Buffer.concat(chunks);
}

const open = ({ data, raw }: Picture) => sharp(data, { raw });

async function encode(kind: Kind, picture: Picture) {
  const image =
    kind === 'icon'
      ? open(picture).resize({ width: iconKeptPx, withoutEnlargement: true }).png()
      : open(picture).webp({ quality: 92 });
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { image: data, width: info.width, height: info.height, ending: kind === 'icon' ? 'png' : 'webp' };
}

/** As #rrggbb; what is clear does not count. */
async function averageColor(picture: Picture): Promise<string> {
  const pixels = await open(picture).resize(32, 32, { fit: 'fill' }).raw().toBuffer();
  const sums = [0, 0, 0];
  let weight = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0;
    weight += alpha;
    for (const i of [0, 1, 2]) sums[i] = (sums[i] ?? 0) + (pixels[at + i] ?? 0) * alpha;
  }
  const channel = (sum: number) => Math.round(weight === 0 ? 255 : sum / weight);
  return `#${sums.map((sum) => channel(sum).toString(16).padStart(2, '0')).join('')}`;
}
