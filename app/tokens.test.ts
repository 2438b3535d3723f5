import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** Linear sRGB of an OKLCH colour, out of range where no screen of sRGB shows it. */
function linear(l: number, c: number, h: number): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** What browsers make of it: they cut each channel off, or take chroma away until it fits. */
function shown(l: number, c: number, h: number): Rgb[] {
  const cut = linear(l, c, h).map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
  let chroma = c;
  while (chroma > 0.001 && linear(l, chroma, h).some((value) => value < -0.0001 || value > 1.0001)) chroma -= 0.001;
  return [cut, linear(l, chroma, h)];
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A token's colour in a scheme; its hue is the page's where the file says so. */
function colours(token: string, scheme: Scheme, hue: number): Rgb[] {
  const pattern = new RegExp(`--${token}: light-dark\\((oklch\\([^;]*\\)), (oklch\\([^;]*\\))\\);`);
  const found = pattern.exec(css)?.[scheme === 'light' ? 1 : 2]?.replace('var(--accent-hue)', String(hue));
  const numbers = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/
    .exec(found ?? '')
    ?.slice(1)
    .map(Number);
  if (!numbers) throw new Error(`tokens.css has no plain colour ${token}`);
  const [l = 0, c = 0, h = 0] = numbers;
  return shown(l, c, h);
}

function worst(text: string, ground: string, scheme: Scheme): { ratio: number; hue: number } {
  let found = { ratio: 99, hue: 0 };
  for (let hue = 0; hue < 360; hue += 1) {
    for (const one of colours(text, scheme, hue)) {
      for (const other of colours(ground, scheme, hue)) {
        const ratio = contrast(one, other);
        if (ratio < found.ratio) found = { ratio, hue };
      }
    }
  }
  return found;
}

describe.each(['light', 'dark'] as const)('at every hue that a store may choose, %s', (scheme) => {
  test.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['accent-text', 'paper'],
    ['accent-text', 'surface'],
    ['accent-text', 'sunken'],
    ['accent-text', 'accent-soft'],
    ['accent-text', 'accent-soft-hover'],
    ['ink', 'accent-soft'],
    ['muted', 'accent-soft'],
  ])('%s can be read on %s (4.5 : 1)', (text, ground) => {
    expect(worst(text, ground, scheme).ratio).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'surface', 'sunken', 'accent-soft'])(
    'what is drawn in the accent shows on %s (3 : 1)',
    (ground) => {
      expect(worst('accent', ground, scheme).ratio).toBeGreaterThanOrEqual(3);
    },
  );
});

test('the hue is said in one place: every token of the accent derives from it', () => {
  const tokens = [...css.matchAll(/--(?:on-)?accent(?:-\w+)*: light-dark\(([^;]+)\);/g)].map(([, value = '']) => value);
  expect(tokens.length).toBeGreaterThanOrEqual(6);
  for (const value of tokens) expect(value.match(/var\(--accent-hue\)/g)).toHaveLength(2);
});
