import type { FontName } from '../artwork/fonts';
import { canDraw, measure, text, wrap } from '../artwork/text';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const speaking = /[\p{L}\p{N}]/u;
const leastShare = 0.6;

const lettersOf = (parts: readonly string[]) => parts.filter((part) => speaking.test(part)).length;

/**
 * The words of a text that a font can draw, and nothing at all where most of its letters are missing: a poster shows no
 * boxes, no torn words and no torso of a name.
 */
export function drawable(content: string, font: FontName): string {
  const words = content.toWellFormed().normalize('NFC').slice(0, 300).split(/\s+/).map(graphemesOf);
  const kept = words.flatMap((word) => {
    const drawn = word.filter((part) => canDraw(part, font));
    return drawn.length > 0 && lettersOf(drawn) === lettersOf(word) ? [drawn] : [];
  });
  const letters = lettersOf(words.flat());
  if (letters === 0 || lettersOf(kept.flat()) < letters * leastShare) return '';
  return kept.map((word) => word.join('')).join(' ');
}

const graphemesOf = (word: string) => [...graphemes.segment(word)].map(({ segment }) => segment);

/** The font that can draw most of the text, the first of equals, with what it draws. */
export function inFont(content: string, fonts: readonly [FontName, ...FontName[]]): { words: string; font: FontName } {
  const [first, ...others] = fonts.map((font) => ({ words: drawable(content, font), font }));
  return others.reduce(
    (best, next) => (lettersOf([...next.words]) > lettersOf([...best.words]) ? next : best),
    first ?? { words: '', font: fonts[0] },
  );
}

export type Block = { rows: string[]; size: number; leading: number; font: FontName; width: number };

/** Lines of a text in the largest of the sizes that holds it; cut with an ellipsis in the smallest one. */
export function blockOf(
  { words, font }: { words: string; font: FontName },
  width: number,
  options: { sizes: readonly number[]; lines: number; leading?: number },
): Block {
  const { sizes, lines, leading = 1.14 } = options;
  let block: Block = { rows: [], size: 0, leading, font, width };
  if (words === '') return block;
  for (const size of sizes) {
    const rows = wrap(words, width, size, font, lines);
    block = { rows, size, leading, font, width };
    if (rows.every((row) => measure(row, size, font) <= width)) break;
  }
  return block;
}

export const heightOf = ({ rows, size, leading }: Block) => rows.length * size * leading;

/** A block with its upper edge at y. */
export function drawBlock(
  block: Block,
  x: number,
  y: number,
  style: { fill: string; anchor?: 'start' | 'middle' | 'end'; opacity?: number },
): string {
  const { rows, size, leading, font, width } = block;
  const tracking = size >= 48 && font !== 'serif' ? -0.022 : 0;
  return rows
    .map((row, index) =>
      text(row, x, y + size * (0.5 * leading + 0.34) + index * size * leading, {
        size,
        font,
        tracking,
        maxWidth: width,
        ...style,
      }),
    )
    .join('');
}
