import sharp from 'sharp';
import { renderIconSvg } from './icon';
import { renderScreenshotSvg } from './screenshot';
import type { ArtSpec } from './spec';
import { renderStorySvg } from './story';

export type ArtFormat = 'webp' | 'png';

export function renderSvg(spec: ArtSpec): string {
  switch (spec.kind) {
    case 'icon':
      return renderIconSvg(spec);
    case 'screenshot':
      return renderScreenshotSvg(spec);
    case 'story':
      return renderStorySvg(spec);
  }
}

const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

/** Runs at most two renderings at a time, so that a page of new art leaves threads for the rest of the server. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

// Stories are large and lie under words: at 78 their grain still covers the steps of their gradients, at 72 it does not.
const webp = {
  icon: { quality: 86, effort: 2 },
  screenshot: { quality: 86, effort: 2 },
  story: { quality: 78, effort: 4 },
};

/** The drawing as an image `width` pixels wide, its own proportions kept; the same spec gives the same picture. */
export function renderArt(spec: ArtSpec, options: { width: number; format: ArtFormat }): Promise<Buffer> {
  return inTurn(async () => {
    const svg = renderSvg(spec);
    const [, drawnWidth = '1', drawnHeight = '1'] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const width = Math.min(2048, Math.max(16, Math.round(options.width)));
    const height = Math.round((width * Number(drawnHeight)) / Number(drawnWidth));
    const sized = svg.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
    const image = sharp(Buffer.from(sized), { limitInputPixels: 2048 * 4096 });
    return options.format === 'png'
      ? image.png({ compressionLevel: 8 }).toBuffer()
      : image.webp(webp[spec.kind]).toBuffer();
  });
}
