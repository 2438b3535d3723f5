import { familyHue, familyOf } from './families-data';
import { isGlyphName } from './glyphs';
import {
  type Composition,
  compositions,
  glyphCompositions,
  letterCompositions,
  shapeCompositions,
} from './icon-compositions';
import { createPalette } from './palette';
import { createRandom, type Random } from './random';
import type { IconSpec } from './spec';
import { createCanvas } from './svg';
import { monogram } from './text';

/** A category's icon for a seed, its hue chosen from the category's own. */
export function iconSpec(seed: string, family: string, more: { glyph?: string; name?: string } = {}): IconSpec {
  return { kind: 'icon', seed, hue: familyHue(family, createRandom(`hue:${seed}`)), family, ...more };
}

/** Which composition an icon uses: a picture of its category, its glyph, its initial, or shapes. */
export function compositionOf(spec: IconSpec): Composition {
  return choose(spec, createRandom(`composition:${spec.seed}`), hasLetter(spec));
}

const hasLetter = (spec: IconSpec) =>
  monogram(spec.name ?? '', 'black') !== null && monogram(spec.name ?? '', 'serif') !== null;

function choose(spec: IconSpec, random: Random, lettered: boolean): Composition {
  const named = spec.glyph !== undefined && isGlyphName(spec.glyph);
  const group = random.weighted({ picture: 38, glyph: named ? 52 : 32, letter: lettered ? 9 : 0, shape: 17 }, 'shape');
  if (group === 'picture') return random.pickFrom(familyOf(spec.family).pictures, 'overlap');
  if (group === 'glyph') return random.weighted(glyphCompositions, 'plain');
  if (group === 'letter') return random.weighted(letterCompositions, 'giant');
  return random.weighted(shapeCompositions, 'overlap');
}

/** A full-bleed square icon of 1024 x 1024; whoever shows it rounds its corners. */
export function renderIconSvg(spec: IconSpec): string {
  const family = familyOf(spec.family);
  const random = createRandom(`icon:${spec.seed}`);
  const canvas = createCanvas(1024, 1024);
  const palette = createPalette(spec.hue, random.weighted(family.grounds, 'vivid'), family.strength, random);
  const glyph = spec.glyph !== undefined && isGlyphName(spec.glyph) ? spec.glyph : random.pick(family.glyphs);
  const letter =
    monogram(spec.name ?? '', 'serif') ?? monogram(spec.name ?? '', 'black') ?? random.pick(['A', 'M', 'R', 'O', 'S']);
  const body = compositions[compositionOf(spec)]({ canvas, random, palette, glyph, letter });
  return canvas.svg(`${body}${canvas.grain(0.1)}`);
}
