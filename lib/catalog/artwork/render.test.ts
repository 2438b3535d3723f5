import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { iconSpec } from './icon';
import { renderArt, renderSvg } from './render';
import { storyScenes } from '../schema';
import { artSpecSchema } from './spec';
import { renderStorySvg } from './story';

describe('stories', () => {
  test.each(storyScenes)('%s is wide art without text, the same each time', async (scene) => {
    const spec = { kind: 'story', seed: 'autumn', hue: 30, scene } as const;
    const svg = renderStorySvg(spec);
    expect(renderStorySvg(spec)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<text/);
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    expect([width, height]).toEqual([1600, 1000]);
  });

  test('without a scene the seed chooses one', () => {
    const scenes = new Set(
      Array.from({ length: 40 }, (_, index) => renderStorySvg({ kind: 'story', seed: `s${index}`, hue: 1 })),
    );
    expect(scenes.size).toBe(40);
  });
});

describe('pictures', () => {
  test('come in the width and format asked for, in the drawing’s proportions', async () => {
    const icon = await sharp(
      await renderArt(iconSpec('tern', 'weather', { name: 'Tern' }), { width: 256, format: 'webp' }),
    ).metadata();
    expect(icon).toMatchObject({ format: 'webp', width: 256, height: 256 });
    const story = await sharp(
      await renderArt({ kind: 'story', seed: 's', hue: 9 }, { width: 800, format: 'png' }),
    ).metadata();
    expect(story).toMatchObject({ format: 'png', width: 800, height: 500 });
  });

  test('are the same bytes each time, also when many are asked for at once', async () => {
    const spec = iconSpec('tern', 'games', { name: 'Tern' });
    const images = await Promise.all(Array.from({ length: 12 }, () => renderArt(spec, { width: 128, format: 'webp' })));
    for (const image of images) expect(image.equals(images[0] ?? Buffer.alloc(0))).toBe(true);
  });

  test.each(storyScenes)('of a story (%s) are light enough for a phone', async (scene) => {
    const image = await renderArt({ kind: 'story', seed: 'autumn', hue: 150, scene }, { width: 800, format: 'webp' });
    expect(image.length).toBeLessThan(50_000);
  });

  test('keep absurd widths within bounds', async () => {
    const spec = iconSpec('tern', 'games');
    expect((await sharp(await renderArt(spec, { width: 1, format: 'png' })).metadata()).width).toBe(16);
    expect((await sharp(await renderArt(spec, { width: 1e9, format: 'webp' })).metadata()).width).toBe(2048);
  });

  test('specs survive being stored as JSON', () => {
    const spec = iconSpec('tern', 'books', { name: 'Tern', glyph: 'feather' });
    const stored = artSpecSchema.parse(JSON.parse(JSON.stringify(spec)));
    expect(renderSvg(stored)).toBe(renderSvg(spec));
  });
});
