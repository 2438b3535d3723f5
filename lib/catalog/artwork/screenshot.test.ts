import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderScreenshotSvg } from './screenshot';
import { type ScreenshotSpec, screenScenes, screenshotSpecSchema } from './spec';

const spec = (more: Partial<ScreenshotSpec> = {}): ScreenshotSpec => ({
  kind: 'screenshot',
  seed: 'tern:1',
  hue: 210,
  scene: 'list',
  caption: 'Every tide at a glance',
  words: ['Tide tables', 'Porthleven harbour', 'Low water 06:12', 'St Ives', 'Newlyn'],
  appName: 'Tern',
  device: 'phone',
  ...more,
});

const hostile = [
  '<script>alert(1)</script>',
  '"&\'><svg onload="x">]]>',
  'a\u0000b\u0008\u001b',
  '\ud800 lone',
  '東京の天気と地図',
  '🧑‍🧑‍🧒‍🧒 🇯🇵 family',
  'مرحبا بالعالم',
  'x'.repeat(120),
  '\u202eevil\u202c',
  '   ',
  '',
];

const all = screenScenes.flatMap((scene) => (['phone', 'desktop'] as const).map((device) => ({ scene, device })));

describe('screenshots', () => {
  test.each(all)(
    '$scene on a $device is the same each time, has its size and no live text',
    async ({ scene, device }) => {
      const svg = renderScreenshotSvg(spec({ scene, device }));
      expect(renderScreenshotSvg(spec({ scene, device }))).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|\[object/);
      const { width, height } = await sharp(Buffer.from(svg)).metadata();
      expect([width, height]).toEqual(device === 'phone' ? [1080, 1920] : [1920, 1200]);
    },
  );

  test.each(all)('$scene on a $device survives hostile and foreign text', async ({ scene, device }) => {
    for (const [index, text] of hostile.entries()) {
      const words = [text, ...hostile];
      const hard = screenshotSpecSchema.parse(
        spec({ scene, device, seed: `h${index}`, caption: text, appName: text, words: index === 3 ? [] : words }),
      );
      const svg = renderScreenshotSvg(hard);
      expect(svg).not.toMatch(/script|onload|evil|\u0000/);
      expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg');
    }
  });

  test('one app keeps its look, two apps differ', () => {
    const ground = (svg: string) => /<defs>(<linearGradient.*?<\/linearGradient>)/.exec(svg)?.[1];
    const first = ground(renderScreenshotSvg(spec()));
    expect(ground(renderScreenshotSvg(spec({ seed: 'tern:2', scene: 'chart' })))).toBe(first);
    const others = ['Lumen', 'Quill', 'Fable', 'Kiln'].map((appName) => ground(renderScreenshotSvg(spec({ appName }))));
    expect(others.some((other) => other !== first)).toBe(true);
  });

  test('the words given are what the screen shows', () => {
    const shown = renderScreenshotSvg(spec());
    expect(renderScreenshotSvg(spec({ words: ['Tide tables', 'Another place'] }))).not.toBe(shown);
  });
});
