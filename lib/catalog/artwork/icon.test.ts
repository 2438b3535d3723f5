import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { families } from './families-data';
import { glyphNames } from './glyphs';
import { compositionOf, iconSpec, renderIconSvg } from './icon';
import { hash } from './random';

const slugs = Object.keys(families);
const names = ['Tern', 'Lumen', 'Quill', 'Harbour', 'Fable', 'Kiln', 'Øre', 'Ñandú', '猫の地図', '🍎'];

const specs = Array.from({ length: 600 }, (_, index) =>
  iconSpec(`app-${index}`, slugs[index % slugs.length] ?? 'books', {
    name: names[index % names.length],
    glyph: index % 3 === 0 ? glyphNames[index % glyphNames.length] : undefined,
  }),
);
const drawings = specs.map(renderIconSvg);

async function thumbnail(svg: string): Promise<Buffer> {
  const small = svg.replace('width="1024" height="1024"', 'width="24" height="24"');
  return sharp(Buffer.from(small)).removeAlpha().raw().toBuffer();
}

function difference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}

describe('icons', () => {
  test('the same spec gives the same bytes', () => {
    for (const [index, spec] of specs.slice(0, 60).entries()) {
      expect(renderIconSvg(structuredClone(spec))).toBe(drawings[index]);
    }
  });

  test('600 icons are 600 different drawings of many kinds, none of which prevails', () => {
    expect(new Set(drawings.map(hash)).size).toBe(600);
    const counts = new Map<string, number>();
    for (const spec of specs) counts.set(compositionOf(spec), (counts.get(compositionOf(spec)) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(60);
    expect(Math.max(...counts.values())).toBeLessThan(60);
  });

  test('at the size of a thumb, hardly any two of 600 look alike', async () => {
    const thumbs = await Promise.all(drawings.map(thumbnail));
    let alike = 0;
    let closest = Number.POSITIVE_INFINITY;
    for (const [index, first] of thumbs.entries()) {
      const distances = thumbs.slice(index + 1).map((second) => difference(first, second));
      alike += distances.filter((distance) => distance < 14).length;
      closest = Math.min(closest, ...distances);
    }
    expect(closest).toBeGreaterThan(1);
    expect(alike / ((600 * 599) / 2)).toBeLessThan(0.001);
  });

  test('every icon is a drawing that fills its square and that the renderer accepts', async () => {
    for (const svg of drawings.filter((_, index) => index % 8 === 0)) {
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|\[object/);
      const small = svg.replace('width="1024" height="1024"', 'width="32" height="32"');
      const { data, info } = await sharp(Buffer.from(small)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([32, 32]);
      const corners = [0, 31, 32 * 31, 32 * 32 - 1].map((pixel) => data[pixel * 4 + 3] ?? 0);
      expect(Math.min(...corners)).toBeGreaterThan(250);
    }
  });

  test('a glyph that does not exist, an unknown category and a name without letters still give an icon', () => {
    for (const name of ['', '   ', '🍎🍏', '漢字', '\u0000', '<script>', `${'x'.repeat(200)}`]) {
      expect(renderIconSvg(iconSpec(name || 'empty', '__proto__', { name, glyph: 'constructor' }))).toMatch(
        /^<svg .*<\/svg>$/s,
      );
    }
  });

  test('a sub-category looks like its parent', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => iconSpec(`g${index}`, 'games-puzzle').hue));
    for (const hue of hues) {
      expect(families.games.hues.some((own) => Math.abs(((hue - own + 540) % 360) - 180) <= 14)).toBe(true);
    }
  });
});
