import { oklch } from '../artwork/colour';
import { type Canvas, circle, createCanvas, group, path, rect, regularPolygon } from '../artwork/svg';
import { monogram, text } from '../artwork/text';
import {
  hueAndChroma,
  image,
  mark,
  paper,
  type Picture,
  roundedPicture,
  signature,
  type StoreArt,
  stars,
  starsWidth,
  white,
} from './share-pieces';
import { shareSize } from './share-address';
import { blockOf, drawBlock, drawable, heightOf, inFont } from './share-text';

const { width, height } = shareSize;
const ink = '#241f1a';
const muted = '#6d655d';

export type AppArt = {
  name: string;
  subtitle: string;
  developer: string;
  color: string;
  icon: Picture | null;
  /** The icon as a soft ground. */
  ground: Picture | null;
  rating: number | null;
  store: StoreArt;
};
export type StoryArt = { title: string; subtitle: string; picture: Picture; store: StoreArt };
export type MosaicArt = {
  title: string;
  subtitle: string;
  icons: readonly Picture[];
  isStore: boolean;
  store: StoreArt;
};

function appGround(canvas: Canvas, app: AppArt): string {
  const [hue, chroma] = hueAndChroma(app.color);
  const strength = Math.min(1, chroma / 0.07);
  const base = canvas.linear(
    [
      [0, oklch(0.44, 0.12 * strength + 0.008, hue)],
      [1, oklch(0.22, 0.06 * strength + 0.006, hue + 24)],
    ],
    35,
  );
  const shade = canvas.linear(
    [
      [0, oklch(0.3, 0.07 * strength + 0.005, hue), 0.5],
      [0.45, oklch(0.26, 0.06 * strength + 0.005, hue), 0.74],
      [1, oklch(0.2, 0.05 * strength + 0.005, hue + 24), 0.84],
    ],
    12,
  );
  const glow = canvas.radial([
    [0, oklch(0.86, 0.08 * strength, hue), 0.5],
    [1, oklch(0.86, 0.08 * strength, hue), 0],
  ]);
  return [
    rect(0, 0, width, height, base),
    app.ground ? image(app.ground, 0, 0, width, height) : '',
    rect(0, 0, width, height, shade),
    circle(250, 300, 420, glow),
  ].join('');
}

function appIcon(canvas: Canvas, app: AppArt, x: number, y: number, size: number): string {
  const shadow = rect(x + size * 0.05, y + size * 0.1, size * 0.9, size * 0.94, '#000000', {
    rx: size * 0.22,
    opacity: 0.42,
    filter: canvas.blur(size * 0.07),
  });
  if (app.icon) return shadow + roundedPicture(canvas, app.icon, x, y, size);
  const [hue, chroma] = hueAndChroma(app.color);
  const strength = Math.min(1, chroma / 0.07);
  const tile = canvas.linear(
    [
      [0, oklch(0.9, 0.07 * strength + 0.01, hue)],
      [1, oklch(0.74, 0.12 * strength + 0.012, hue + 20)],
    ],
    60,
  );
  const letter = monogram(app.name, 'bold');
  const dark = oklch(0.32, 0.09 * strength + 0.01, hue);
  const sign = letter
    ? text(letter, x + size / 2, y + size * 0.69, { size: size * 0.54, font: 'bold', fill: dark, anchor: 'middle' })
    : path(regularPolygon(x + size / 2, y + size / 2, size * 0.27, 6), dark, {
        stroke: dark,
        strokeWidth: size * 0.08,
        strokeLinejoin: 'round',
      });
  return shadow + rect(x, y, size, size, tile, { rx: size * 0.224 }) + sign;
}

/** An app: its icon in its own light, its name and what people think of it. */
export function appPoster(app: AppArt): string {
  const canvas = createCanvas(width, height);
  const name = { words: drawable(app.name, 'bold'), font: 'bold' } as const;
  const ground = appGround(canvas, app);
  const middle = 292;
  if (name.words === '') {
    const size = 320;
    const row = app.rating === null ? '' : stars(canvas, app.rating, (width - starsWidth) / 2, 478);
    const y = app.rating === null ? middle - size / 2 : 100;
    return canvas.svg(
      [
        ground,
        appIcon(canvas, app, (width - size) / 2, y, size),
        row,
        signature(canvas, app.store, 72, 562, white),
        canvas.grain(0.05),
      ].join(''),
    );
  }
  const left = 452;
  const room = width - left - 72;
  const title = blockOf(name, room, { sizes: [92, 80, 68, 58, 50], lines: 3, leading: 1.08 });
  const subtitle = blockOf({ words: drawable(app.subtitle, 'regular'), font: 'regular' }, room, {
    sizes: [36, 32],
    lines: 2,
    leading: 1.32,
  });
  const developer = drawable(app.developer, 'medium');
  const gaps = { subtitle: subtitle.rows.length > 0 ? 18 : 0, stars: app.rating === null ? 0 : 34 };
  const total = heightOf(title) + gaps.subtitle + heightOf(subtitle) + gaps.stars + (app.rating === null ? 0 : 38);
  let y = middle - total / 2;
  const parts = [ground, appIcon(canvas, app, 72, middle - 158, 316)];
  parts.push(drawBlock(title, left, y, { fill: white }));
  y += heightOf(title) + gaps.subtitle;
  parts.push(drawBlock(subtitle, left, y, { fill: white, opacity: 0.84 }));
  y += heightOf(subtitle) + gaps.stars;
  if (app.rating !== null) parts.push(stars(canvas, app.rating, left, y + 19));
  parts.push(signature(canvas, app.store, 72, 562, white));
  if (developer) {
    parts.push(
      text(developer, width - 72, 573, {
        size: 28,
        font: 'medium',
        fill: white,
        anchor: 'end',
        opacity: 0.74,
        maxWidth: 460,
      }),
    );
  }
  return canvas.svg(parts.join('') + canvas.grain(0.05));
}

/** A story: its art with its headline over it. */
export function storyPoster(story: StoryArt): string {
  const canvas = createCanvas(width, height);
  const title = blockOf(inFont(story.title, ['serif', 'semibold']), 980, {
    sizes: [88, 76, 64, 54],
    lines: 3,
    leading: 1.1,
  });
  const subtitle = blockOf(inFont(story.subtitle, ['regular']), 940, { sizes: [32], lines: 2, leading: 1.36 });
  const gap = subtitle.rows.length > 0 ? 18 : 0;
  const block = heightOf(title) + gap + heightOf(subtitle);
  const top = height - 66 - block;
  const hasWords = block > 0;
  const shade = canvas.linear(
    [
      [0, '#120d0a', 0.5],
      [0.24, '#120d0a', 0.08],
      [Math.max(0.3, (top - 130) / height), '#120d0a', hasWords ? 0.12 : 0],
      [Math.max(0.45, top / height), '#120d0a', hasWords ? 0.56 : 0],
      [1, '#120d0a', hasWords ? 0.88 : 0.2],
    ],
    90,
  );
  return canvas.svg(
    [
      image(story.picture, 0, 0, width, height),
      rect(0, 0, width, height, shade),
      signature(canvas, story.store, 64, 74, white),
      drawBlock(title, 64, top, { fill: white }),
      drawBlock(subtitle, 64, top + heightOf(title) + gap, { fill: white, opacity: 0.88 }),
    ].join(''),
  );
}

/** The icons as a tilted wall that runs out of the right of the poster. */
function wall(canvas: Canvas, icons: readonly Picture[]): string {
  const size = 148;
  const step = size + 26;
  const columns = 5;
  const rows = 5;
  const cells: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      const icon = icons[(column * rows + row) % icons.length];
      if (!icon) continue;
      const x = column * step;
      const y = row * step + (column % 2) * (step / 2) - step / 2;
      const shadow = rect(x + 5, y + 12, size - 10, size - 6, '#3a2c20', {
        rx: size * 0.22,
        opacity: 0.2,
        filter: canvas.blur(9),
      });
      cells.push(shadow + roundedPicture(canvas, icon, x, y, size));
    }
  }
  return group(cells.join(''), { transform: 'translate(640 40) rotate(-9)' });
}

/** The store, or a list of apps without art: its name and tagline beside a wall of icons. */
export function mosaicPoster(art: MosaicArt): string {
  const canvas = createCanvas(width, height);
  const { store } = art;
  const light = canvas.linear(
    [
      [0, paper],
      [1, oklch(0.945, 0.024, store.hue)],
    ],
    20,
  );
  const fade = canvas.linear(
    [
      [0, paper, 1],
      [0.5, paper, 0.96],
      [1, paper, 0],
    ],
    0,
  );
  const hasIcons = art.icons.length > 0;
  const room = hasIcons ? 540 : 1040;
  const title = blockOf(inFont(art.title, ['serif', 'semibold']), room, {
    sizes: art.isStore ? [132, 112, 92, 76, 62] : [84, 72, 62, 52],
    lines: 3,
    leading: 1.06,
  });
  const subtitle = blockOf(inFont(art.subtitle, ['regular']), room - 30, { sizes: [36, 32], lines: 3, leading: 1.34 });
  const gap = subtitle.rows.length > 0 ? 22 : 0;
  const sign = art.isStore ? 132 : 0;
  const total = sign + heightOf(title) + gap + heightOf(subtitle);
  let y = art.isStore ? (height - total) / 2 : (height - total) / 2 + 30;
  const parts = [rect(0, 0, width, height, light)];
  if (hasIcons) parts.push(wall(canvas, art.icons), rect(440, 0, 260, height, fade), rect(0, 0, 441, height, paper));
  if (art.isStore) parts.push(mark(canvas, store, 76, y - 6, 112, paper));
  else parts.push(signature(canvas, store, 80, 84, ink));
  y += sign;
  parts.push(drawBlock(title, 80, y, { fill: ink }));
  parts.push(drawBlock(subtitle, 82, y + heightOf(title) + gap, { fill: muted }));
  return canvas.svg(parts.join('') + canvas.grain(0.05));
}
