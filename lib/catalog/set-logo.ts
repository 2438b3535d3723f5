import { Readable } from 'node:stream';
import sharp from 'sharp';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { newId } from '@/lib/ids';
import { forgetSettings } from '@/lib/settings';
import { storage } from '@/lib/storage/storage';
import { writeSettings } from '@/lib/update-settings';
import { type LogoFormat, logoKey, logoSizes } from './logo';
import { decodePicture } from './picture';

const homeScreenSize = 180;
const bounds = { minPx: 64, maxPx: 4096 };

/**
 * Makes a picture the store's logo: made square, without what else was in the file, in every size that pages ask for.
 * Each has an address of its own that never changes. Audited. For admins: throws 401, 403 `role_required`,
 * 415 `picture_type_unknown`, 422 `picture_unreadable`, 422 `picture_size`.
 */
export async function setLogo(ctx: Ctx, bytes: Buffer): Promise<{ logoId: string }> {
  requireRole(ctx, 'admin');
  const picture = await decodePicture(bytes, bounds);
  const side = Math.min(1024, Math.max(picture.width, picture.height));
  const square = await sharp(picture.data, { raw: picture.raw })
    .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer();
  const logoId = newId(ctx.now);
  for (const format of Object.keys(logoSizes) as LogoFormat[]) {
    for (const size of logoSizes[format]) {
      const image = sharp(square).resize(size, size).toFormat(format, { quality: 90 });
      // Home screens show what is clear as black.
      if (size === homeScreenSize) image.flatten({ background: '#fdfcfa' });
      await storage().put(logoKey(logoId, `${size}.${format}`), Readable.from([await image.toBuffer()]));
    }
  }
  await chooseLogo(ctx, logoId);
  return { logoId };
}

/** Pomona's own mark stands for the store again. Audited; for admins: throws 401, 403 `role_required`. */
export async function removeLogo(ctx: Ctx): Promise<void> {
  requireRole(ctx, 'admin');
  await chooseLogo(ctx, null);
}

async function chooseLogo(ctx: Ctx, logoId: string | null): Promise<void> {
  await inTransaction(ctx, (ctx) => writeSettings(ctx, (before) => ({ ...before, logoId })));
  forgetSettings();
}
