import type { Media } from '@/lib/publishing/schema';

type Kind = Media['kind'];

/** What the store takes, in pixels. */
const limits: Record<Kind, { minPx: number; sharpPx: number; maxRatio: number }> = {
  icon: { minPx: 256, sharpPx: 512, maxRatio: 1 },
  screenshot: { minPx: 320, sharpPx: 640, maxRatio: 3 },
};

export const mostPx = 4096;

export type PictureCheck = {
  /** Why the store would not take it; null when it would. */
  refusal: string | null;
  warning: string | null;
  /** Cutting it to the square in its middle would help. */
  canCrop: boolean;
};

/** What would become of a picture of this size. */
export function checkPicture(kind: Kind, width: number, height: number): PictureCheck {
  const { minPx, sharpPx, maxRatio } = limits[kind];
  const [short, long] = width < height ? [width, height] : [height, width];
  const said = `this one has ${width} × ${height}`;
  if (short < minPx)
    return { refusal: `It needs ${minPx} pixels on each side; ${said}.`, warning: null, canCrop: false };
  if (long > short * maxRatio) {
    return kind === 'icon'
      ? { refusal: `An icon is square; ${said}.`, warning: null, canCrop: true }
      : {
          refusal: `Its shape is too long: one side may be ${maxRatio} times the other; ${said}.`,
          warning: null,
          canCrop: false,
        };
  }
  const isSoft = short < sharpPx;
  return {
    refusal: null,
    warning: isSoft ? `It looks soft on dense screens: ${sharpPx} pixels or more are sharp.` : null,
    canCrop: false,
  };
}

/** A picture as the store takes it: at most 4096 pixels a side, and square where `isCropped`. What cannot be read is sent as it is. */
export async function drawnPicture(file: File, isCropped: boolean): Promise<File> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const side = Math.min(bitmap.width, bitmap.height);
  const [width, height] = isCropped ? [side, side] : [bitmap.width, bitmap.height];
  const scale = Math.min(1, mostPx / Math.max(width, height));
  if (scale === 1 && width === bitmap.width && height === bitmap.height) {
    bitmap.close();
    return file;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas
    .getContext('2d')
    ?.drawImage(
      bitmap,
      (bitmap.width - width) / 2,
      (bitmap.height - height) / 2,
      width,
      height,
      0,
      0,
      canvas.width,
      canvas.height,
    );
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob ? new File([blob], 'picture.png', { type: blob.type }) : file;
}

/** Width and height as people see it; null for what the browser cannot read. */
export async function sizeOf(file: File): Promise<{ width: number; height: number } | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}
