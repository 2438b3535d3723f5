import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Font, parse } from 'opentype.js/dist/opentype.mjs';

export type FontName = 'regular' | 'medium' | 'semibold' | 'bold' | 'black' | 'mono' | 'serif' | 'serifItalic';

// Whole literals, so that a bundler tracing files finds them.
const readers: Readonly<Record<FontName, () => Buffer>> = {
  regular: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf')),
  medium: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-Medium.ttf')),
  semibold: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf')),
  bold: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-Bold.ttf')),
  black: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-Black.ttf')),
  mono: () => readFileSync(join(process.cwd(), 'node_modules/geist/dist/fonts/geist-mono/GeistMono-SemiBold.ttf')),
  serif: () =>
    readFileSync(
      join(process.cwd(), 'node_modules/@fontsource/dm-serif-display/files/dm-serif-display-latin-400-normal.woff'),
    ),
  serifItalic: () =>
    readFileSync(
      join(process.cwd(), 'node_modules/@fontsource/dm-serif-display/files/dm-serif-display-latin-400-italic.woff'),
    ),
};

const fonts = new Map<FontName, Font>();

/** A font, read and parsed on first use and kept. */
export function loadFont(name: FontName): Font {
  const known = fonts.get(name);
  if (known) return known;
  const bytes = readers[name]();
  const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  fonts.set(name, font);
  return font;
}
