const iconWidths = [64, 128, 256, 512];
const screenshotWidths = [320, 640, 1080, 1600];
const storyWidths = [480, 800, 1200, 1600];

/** The same picture in another width: `/media/<id>/<width>.webp`. */
export const imageAt = (url: string, width: number) => url.replace(/\/\d+\.webp$/, `/${width}.webp`);

const srcSet = (url: string, widths: number[]) => widths.map((width) => `${imageAt(url, width)} ${width}w`).join(', ');

/** An icon shown `size` CSS pixels wide, for plain and dense screens. */
export function iconSources(url: string, size: number) {
  const at = (pixels: number) => imageAt(url, iconWidths.find((width) => width >= pixels) ?? 512);
  return { src: at(size), srcSet: `${at(size)} 1x, ${at(size * 2)} 2x` };
}

export const screenshotSources = (url: string, sizes: string) => ({
  src: imageAt(url, 640),
  srcSet: srcSet(url, screenshotWidths),
  sizes,
});

export const storySources = (url: string, sizes: string) => ({
  src: imageAt(url, 800),
  srcSet: srcSet(url, storyWidths),
  sizes,
});
