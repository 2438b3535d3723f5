import type { GlyphName } from './glyphs';
import type { Palette } from './palette';
import type { Random } from './random';
import { type Canvas, rect } from './svg';

/** What a composition draws with, on a square of 1024. */
export type IconArt = {
  canvas: Canvas;
  random: Random;
  palette: Palette;
  glyph: GlyphName;
  /** The app's initial, a letter that the fonts have. */
  letter: string;
};

export type Draw = (art: IconArt) => string;

/** The palette's ground over the whole icon. */
export function ground({ canvas, palette, random }: IconArt): string {
  const angle = random.pick([90, 60, 120, 45, 135]);
  return rect(
    0,
    0,
    1024,
    1024,
    canvas.linear(
      [
        [0, palette.from],
        [1, palette.to],
      ],
      angle,
    ),
  );
}

/** A soft light from above, for grounds that would otherwise be flat. */
export function glow({ canvas, palette }: IconArt, x = 0.3, y = 0.1): string {
  const fill = canvas.radial(
    [
      [0, '#ffffff', palette.isDark ? 0.26 : 0.5],
      [1, '#ffffff', 0],
    ],
    x,
    y,
    0.75,
  );
  return rect(0, 0, 1024, 1024, fill);
}

/** A shadow under `shape` (drawn in black), `drop` below it. */
export function shadow({ canvas }: IconArt, shape: string, drop = 26, softness = 22, opacity = 0.28): string {
  return `<g transform="translate(0 ${drop})" opacity="${opacity}" filter="${canvas.blur(softness)}">${shape}</g>`;
}

/** The colour of the main figure: white or ink where the ground is coloured, coloured where it is paper. */
export const figureOf = (palette: Palette) => (palette.ground === 'light' ? palette.figure : palette.ink);
