import { type FontName, loadFont } from './fonts';
import { n } from './svg';

export type TextStyle = {
  size: number;
  font?: FontName;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Longer text is cut with an ellipsis. */
  maxWidth?: number;
  /** Letter spacing in ems. */
  tracking?: number;
  opacity?: number;
};

type Outline = {
  /** Path commands in ems, y downwards. */
  commands: readonly { type: string; values: readonly number[] }[];
  advance: number;
  isMissing: boolean;
};

const outlines = new Map<string, Outline>();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const missing: Outline = { commands: [], advance: 0.9, isMissing: true };
const invisible = /^(?:\s|\p{C}|\p{M})+$/u;

function outlineOf(grapheme: string, name: FontName): Outline {
  const key = `${name}:${grapheme}`;
  const known = outlines.get(key);
  if (known) return known;
  const outline = readOutline(grapheme, name);
  if (outlines.size < 4000) outlines.set(key, outline);
  return outline;
}

function readOutline(grapheme: string, name: FontName): Outline {
  const font = loadFont(name);
  if (invisible.test(grapheme)) {
    const space = font.glyphs.get(font.charToGlyphIndex(' ')).advanceWidth ?? font.unitsPerEm / 4;
    return { commands: [], advance: /\s/.test(grapheme) ? space / font.unitsPerEm : 0, isMissing: false };
  }
  if ([...grapheme].length > 1) return missing;
  const index = font.charToGlyphIndex(grapheme);
  if (!index) return missing;
  const glyph = font.glyphs.get(index);
  const em = font.unitsPerEm;
  const commands = glyph.path.commands.map((command) => {
    const values =
      command.type === 'Z'
        ? []
        : command.type === 'C'
          ? [command.x1, command.y1, command.x2, command.y2, command.x, command.y]
          : command.type === 'Q'
            ? [command.x1, command.y1, command.x, command.y]
            : [command.x, command.y];
    return { type: command.type, values: values.map((value, place) => (place % 2 === 0 ? value : -value) / em) };
  });
  return { commands, advance: (glyph.advanceWidth ?? em / 2) / em, isMissing: false };
}

function layOut(text: string, name: FontName, tracking: number) {
  const font = loadFont(name);
  const glyphs: { outline: Outline; x: number }[] = [];
  let x = 0;
  let before = '';
  for (const { segment } of graphemes.segment(text.toWellFormed().normalize('NFC').slice(0, 400))) {
    const outline = outlineOf(segment, name);
    if (before && !outline.isMissing && outline.commands.length > 0) x += kerning(font, before, segment);
    glyphs.push({ outline, x });
    x += outline.advance + tracking;
    before = outline.isMissing || outline.commands.length === 0 ? '' : segment;
  }
  return { glyphs, width: glyphs.length > 0 ? x - tracking : 0 };
}

function kerning(font: ReturnType<typeof loadFont>, left: string, right: string): number {
  const value = font.getKerningValue(font.charToGlyphIndex(left), font.charToGlyphIndex(right));
  return Number.isFinite(value) ? value / font.unitsPerEm : 0;
}

export function measure(text: string, size: number, font: FontName = 'regular', tracking = 0): number {
  return layOut(text, font, tracking).width * size;
}

/** True where every visible character of the text has an outline. */
export function canDraw(text: string, font: FontName): boolean {
  return layOut(text, font, 0).glyphs.every(({ outline }) => !outline.isMissing);
}

function shorten(text: string, style: TextStyle): string {
  const { maxWidth, size, font = 'regular', tracking = 0 } = style;
  if (maxWidth === undefined || measure(text, size, font, tracking) <= maxWidth) return text;
  const parts = [...graphemes.segment(text.slice(0, 400))].map(({ segment }) => segment);
  while (parts.length > 1 && measure(`${parts.join('').trimEnd()}…`, size, font, tracking) > maxWidth) parts.pop();
  return `${parts.join('').trimEnd()}…`;
}

/** One line of text as outlines, its baseline at y. Characters that the font lacks become soft tiles. */
export function text(content: string, x: number, y: number, style: TextStyle): string {
  const { size, font = 'regular', fill, anchor = 'start', tracking = 0, opacity } = style;
  const { glyphs, width } = layOut(shorten(content, style), font, tracking);
  const start = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0) * size;
  let d = '';
  let tiles = '';
  for (const { outline, x: offset } of glyphs) {
    const left = start + offset * size;
    if (outline.isMissing) {
      tiles += `<rect x="${n(left + size * 0.07)}" y="${n(y - size * 0.74)}" width="${n(size * 0.76)}" height="${n(size * 0.76)}" rx="${n(size * 0.2)}"/>`;
      continue;
    }
    for (const { type, values } of outline.commands) {
      d += type + values.map((value, place) => n((place % 2 === 0 ? left : y) + value * size)).join(' ');
    }
  }
  const shade = opacity === undefined ? '' : ` opacity="${n(opacity)}"`;
  return [
    d ? `<path d="${d}" fill="${fill}"${shade}/>` : '',
    tiles ? `<g fill="${fill}" opacity="${n((opacity ?? 1) * 0.4)}">${tiles}</g>` : '',
  ].join('');
}

/** Breaks text into at most `lines` lines; what does not fit ends in an ellipsis when drawn with maxWidth. */
export function wrap(
  content: string,
  maxWidth: number,
  size: number,
  font: FontName,
  lines: number,
  isBalanced = true,
): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of content.trim().slice(0, 400).split(/\s+/)) {
    const longer = row ? `${row} ${word}` : word;
    if (!row || measure(longer, size, font) <= maxWidth || rows.length === lines - 1) row = longer;
    else {
      rows.push(row);
      row = word;
    }
  }
  if (row) rows.push(row);
  return isBalanced ? balance(rows, maxWidth, size, font) : rows;
}

/** Moves words down from the first of two lines as long as that makes the longer line shorter. */
function balance(rows: string[], maxWidth: number, size: number, font: FontName): string[] {
  const [first, second, ...others] = rows;
  if (first === undefined || second === undefined || others.length > 0) return rows;
  const words = `${first} ${second}`.split(' ');
  const widest = (at: number) =>
    Math.max(measure(words.slice(0, at).join(' '), size, font), measure(words.slice(at).join(' '), size, font));
  let at = first.split(' ').length;
  if (widest(at) > maxWidth) return rows;
  while (at > 1 && widest(at - 1) < widest(at)) at -= 1;
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

/** The first letter or digit of a name that the font can draw, in capitals; null where there is none. */
export function monogram(name: string, font: FontName): string | null {
  const first = name
    .normalize('NFC')
    .slice(0, 200)
    .match(/[\p{L}\p{N}]/u)?.[0]
    ?.toUpperCase();
  return first && first.length === 1 && canDraw(first, font) ? first : null;
}
