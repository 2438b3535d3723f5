import { lineGlyphs, solidGlyphs } from './glyph-data';
import { n } from './svg';

export type GlyphName = keyof typeof solidGlyphs | keyof typeof lineGlyphs;

export const glyphNames: readonly GlyphName[] = [
  ...(Object.keys(solidGlyphs) as (keyof typeof solidGlyphs)[]),
  ...(Object.keys(lineGlyphs) as (keyof typeof lineGlyphs)[]),
].sort();

export const isGlyphName = (name: string): name is GlyphName =>
  Object.hasOwn(solidGlyphs, name) || Object.hasOwn(lineGlyphs, name);

export const isSolid = (name: GlyphName): name is keyof typeof solidGlyphs => Object.hasOwn(solidGlyphs, name);

const parts = (name: GlyphName) => (isSolid(name) ? solidGlyphs[name] : lineGlyphs[name]).split('|');

type Look = { body: string; detail?: string; weight?: number; outlined?: boolean; turn?: number };

/** A glyph in a square of `size` around (x, y): a filled body with drawn details, or strokes alone. */
export function glyph(name: GlyphName, x: number, y: number, size: number, look: Look): string {
  const { body, detail = body, weight = 2, outlined = false, turn = 0 } = look;
  const scale = size / 24;
  const rotate = turn === 0 ? '' : ` rotate(${n(turn)} 12 12)`;
  const place = `translate(${n(x - size / 2)} ${n(y - size / 2)}) scale(${n(scale)})${rotate}`;
  const strokes = `stroke-width="${n(weight)}" stroke-linecap="round" stroke-linejoin="round"`;
  const [first = '', ...others] = parts(name);
  if (outlined || !isSolid(name)) {
    return `<g transform="${place}" ${strokes} fill="none" stroke="${body}"><path d="${[first, ...others].map(absolute).join('')}"/></g>`;
  }
  const details =
    others.length > 0 ? `<path d="${others.map(absolute).join('')}" fill="none" stroke="${detail}"/>` : '';
  return `<g transform="${place}" ${strokes}><path d="${first}" fill="${body}" stroke="${body}"/>${details}</g>`;
}

// A part that opens with "m" is absolute on its own, but relative once it follows another.
const absolute = (d: string) => d.replace(/^m/, 'M0 0m');
