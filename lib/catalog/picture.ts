import sharp from 'sharp';
import { AppError } from '@/lib/errors';

const signatures: Record<'png' | 'jpeg' | 'webp', (bytes: Buffer) => boolean> = {
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

const unreadable = () =>
  new AppError('unprocessable', 'picture_unreadable', { detail: 'This picture is damaged and cannot be read.' });

export type Picture = {
  data: Buffer;
  raw: { width: number; height: number; channels: 4 };
  width: number;
  height: number;
};

export type PictureLimits = {
  minPx: number;
  maxPx: number;
  /** How often the longer side may hold the shorter one; 1 is a square. Any shape unless told. */
  maxRatio?: number;
};

/**
 * The pixels of a PNG, JPEG or WebP that somebody sent, by its content and not by its name, the right way up; a moving
 * one stands still. Throws 415 `picture_type_unknown`, 422 `picture_size`, 422 `picture_unreadable`.
 */
export async function decodePicture(bytes: Buffer, { minPx, maxPx, maxRatio }: PictureLimits): Promise<Picture> {
  // Before any decoder sees it: SVG and the rarer formats never reach one.
  if (!Object.values(signatures).some((fits) => fits(bytes))) {
    throw new AppError('unsupported_media_type', 'picture_type_unknown', {
      detail: 'Send a PNG, JPEG or WebP picture.',
    });
  }
  const source = () => sharp(bytes, { limitInputPixels: maxPx * maxPx, failOn: 'error' });
  const { width, height } = await source()
    .metadata()
    .catch(() => {
      throw unreadable();
    });
  if (Math.min(width, height) < minPx || Math.max(width, height) > maxPx) {
    throw new AppError('unprocessable', 'picture_size', {
      detail: `Each side must have ${minPx} to ${maxPx} pixels; this picture has ${width} × ${height}.`,
    });
  }
  if (maxRatio !== undefined && Math.max(width, height) > Math.min(width, height) * maxRatio) {
    throw new AppError('unprocessable', 'picture_size', {
      detail: `${maxRatio === 1 ? 'It must be square' : `The longer side may have ${maxRatio} times the shorter one at most`}; this picture has ${width} × ${height}.`,
    });
  }
  try {
    const { data, info } = await source()
      .rotate()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      data,
      raw: { width: info.width, height: info.height, channels: 4 },
      width: info.width,
      height: info.height,
    };
  } catch {
    throw unreadable();
  }
}
