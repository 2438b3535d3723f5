import { oklch } from '../artwork/colour';
import { type Canvas, group, n, path, rect } from '../artwork/svg';
import { text } from '../artwork/text';
import { inFont } from './share-text';

export const white = '#ffffff';
export const paper = '#fbf9f5';
const amber = '#f5b942';

/** A picture inside a drawing: its address as `data:`. */
export type Picture = string;

export type StoreArt = { name: string; hue: number; logo: Picture | null };
export const image = (href: Picture, x: number, y: number, w: number, h: number, more = '') =>
  `<image href="${href}" x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" preserveAspectRatio="xMidYMid slice"${more}/>`;

/** Hue in degrees and chroma of #rrggbb in OKLCH. */
export function hueAndChroma(hex: string): [hue: number, chroma: number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [((Math.atan2(c, a) * 180) / Math.PI + 360) % 360, Math.hypot(a, c)];
}

export function roundedPicture(canvas: Canvas, picture: Picture, x: number, y: number, size: number): string {
  const radius = size * 0.224;
  const clip = canvas.clip(`<rect x="${n(x)}" y="${n(y)}" width="${n(size)}" height="${n(size)}" rx="${n(radius)}"/>`);
  return (
    group(image(picture, x, y, size, size), { clipPath: clip }) +
    rect(x + 0.75, y + 0.75, size - 1.5, size - 1.5, 'none', {
      rx: radius,
      stroke: white,
      strokeWidth: 1.5,
      strokeOpacity: 0.22,
    })
  );
}

/** Pomona's mark in a box of 32 units, or the store's own picture. */
export function mark(canvas: Canvas, store: StoreArt, x: number, y: number, size: number, seeds: string): string {
  if (store.logo) return image(store.logo, x, y, size, size);
  const seed = (cx: number, cy: number, turn: number) =>
    `<ellipse cx="${cx}" cy="${cy}" rx="2" ry="3" transform="rotate(${turn} ${cx} ${cy})"/>`;
  const crown =
    'M11.4 9.4 9.6 2.9c-.1-.5.4-.9.9-.6l2.7 2 2.2-2.7c.3-.4.9-.4 1.2 0l2.2 2.7 2.7-2c.5-.3 1 .1.9.6l-1.8 6.5Z';
  const fruit = 'M16 7.6c7.2 0 12 4.6 12 11.1C28 25.3 23 30 16 30S4 25.3 4 18.7C4 12.2 8.8 7.6 16 7.6Z';
  const body = canvas.linear(
    [
      [0, oklch(0.64, 0.2, 18)],
      [1, oklch(0.5, 0.19, 14)],
    ],
    90,
  );
  return group(
    path(crown, oklch(0.6, 0.14, store.hue)) +
      path(fruit, body) +
      group(seed(16, 16, 0) + seed(10.9, 20.4, -38) + seed(21.1, 20.4, 38), { fill: seeds }),
    { transform: `translate(${n(x)} ${n(y)}) scale(${n(size / 32)})` },
  );
}

/** The mark with the store's name beside it, centred on the line y. */
export function signature(canvas: Canvas, store: StoreArt, x: number, y: number, fill: string): string {
  const { words, font } = inFont(store.name, ['serif', 'semibold']);
  return (
    mark(canvas, store, x, y - 22, 44, fill === white ? '#fff6ec' : paper) +
    (words ? text(words, x + 58, y + 11, { size: 32, font, fill, maxWidth: 420 }) : '')
  );
}

function star(x: number, y: number, r: number, fill: string, opacity: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = ((index * 36 - 90) * Math.PI) / 180;
    const reach = index % 2 === 0 ? r : r * 0.46;
    return `${n(x + reach * Math.cos(angle))} ${n(y + reach * Math.sin(angle))}`;
  });
  return path(`M${points.join('L')}Z`, fill, { opacity, stroke: fill, strokeWidth: r * 0.16, strokeLinejoin: 'round' });
}

/** Five stars, the last one filled in part, and the figure; `x` is the left end, `y` the middle. */
export function stars(canvas: Canvas, rating: number, x: number, y: number): string {
  const row = (fill: string, opacity: number) =>
    Array.from({ length: 5 }, (_, index) => star(x + 15 + index * 38, y, 15, fill, opacity)).join('');
  const filled = canvas.clip(`<rect x="${n(x)}" y="${n(y - 20)}" width="${n((rating / 5) * 182)}" height="40"/>`);
  return (
    row(white, 0.28) +
    group(row(amber, 1), { clipPath: filled }) +
    text(rating.toFixed(1), x + 206, y + 13, { size: 38, font: 'semibold', fill: white })
  );
}

export const starsWidth = 270;
