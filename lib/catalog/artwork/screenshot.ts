import { oklch } from './colour';
import { captionFont, desktopWindow, phone, phoneScreen, place, sceneSize, windowSize } from './device';
import { createRandom, type Random } from './random';
import { board } from './screens-board';
import { calendar } from './screens-calendar';
import { chart } from './screens-chart';
import { map } from './screens-map';
import { chat } from './screens-chat';
import { list } from './screens-list';
import { editor } from './screens-editor';
import { camera } from './screens-camera';
import { player } from './screens-player';
import type { ScreenScene, ScreenshotSpec } from './spec';
import { type Canvas, circle, createCanvas, curve, path, rect } from './svg';
import { measure, text, wrap } from './text';
import { createUi, type DrawScreen } from './ui';

const scenes: Readonly<Record<ScreenScene, DrawScreen>> = {
  list,
  chart,
  map,
  player,
  editor,
  board,
  camera,
  chat,
  calendar,
};
const immersiveOnPhone: ReadonlySet<ScreenScene> = new Set(['map', 'player', 'board', 'camera']);
const immersiveOnDesktop: ReadonlySet<ScreenScene> = new Set(['map', 'camera']);

/** A soft shadow as nested outlines: a filter over so large an area would cost more than all the rest. */
const softSteps = [2, 6, 11, 17, 24, 32, 41, 51, 62, 74];

type Stage = { body: string; ink: string };

/** What stands behind the device: the app's own, the same on all of its screenshots. */
function stage(canvas: Canvas, taste: Random, hue: number): Stage {
  const { width, height } = canvas;
  const kind = taste.pick(['vivid', 'pale', 'deep', 'vivid', 'pale']);
  const isYellow = hue > 65 && hue < 130;
  const [from, to, ink, shape] =
    kind === 'vivid'
      ? [
          isYellow ? oklch(0.89, 0.13, hue) : oklch(0.66, 0.17, hue + 18),
          isYellow ? oklch(0.8, 0.15, hue - 12) : oklch(0.54, 0.19, hue - 8),
          isYellow ? oklch(0.24, 0.06, hue) : '#ffffff',
          oklch(isYellow ? 0.92 : 0.74, 0.15, hue + 24),
        ]
      : kind === 'pale'
        ? [oklch(0.955, 0.025, hue), oklch(0.88, 0.065, hue), oklch(0.27, 0.07, hue), oklch(0.83, 0.09, hue + 24)]
        : [oklch(0.34, 0.09, hue), oklch(0.22, 0.07, hue - 12), '#ffffff', oklch(0.42, 0.12, hue + 20)];
  const ornament = taste.int(0, 3);
  const drawn =
    ornament === 0
      ? circle(width * taste.range(0.1, 0.9), height * 0.72, width * 0.52, shape, { opacity: 0.5 })
      : ornament === 1
        ? path(
            `${curve([
              [0, height * 0.6],
              [width * 0.3, height * 0.52],
              [width * 0.65, height * 0.66],
              [width, height * 0.54],
            ])}L${width} ${height}L0 ${height}Z`,
            shape,
            { opacity: 0.5 },
          )
        : ornament === 2
          ? [0.85, 0.62, 0.39]
              .map((part) => circle(width / 2, height * 0.68, width * part, shape, { opacity: 0.26 }))
              .join('')
          : '';
  return {
    body: [
      rect(
        0,
        0,
        width,
        height,
        canvas.linear(
          [
            [0, from],
            [1, to],
          ],
          75,
        ),
      ),
      drawn,
    ].join(''),
    ink,
  };
}

function captionRows(
  caption: string,
  x: number,
  y: number,
  width: number,
  full: number,
  font: ReturnType<typeof captionFont>,
  fill: string,
) {
  const short = wrap(caption, width, full, font, 2);
  const isLong = short.some((row) => measure(row, full, font) > width);
  const size = isLong ? full * 0.82 : full;
  const rows = isLong ? wrap(caption, width, size, font, 3) : short;
  return {
    body: rows
      .map((row, index) =>
        text(row, x, y + index * size * 1.12, {
          size,
          font,
          fill,
          anchor: 'middle',
          maxWidth: width,
          tracking: font === 'serif' ? 0 : -0.022,
        }),
      )
      .join(''),
    bottom: y + (rows.length - 1) * size * 1.12 + size * 0.3,
  };
}

/** A screenshot as stores show them: a caption and a device, 1080 x 1920 for phones and 1920 x 1200 for desktops. */
export function renderScreenshotSvg(spec: ScreenshotSpec): string {
  const isWide = spec.device === 'desktop';
  const canvas = isWide ? createCanvas(1920, 1200) : createCanvas(1080, 1920);
  const taste = createRandom(`app:${spec.appName}:${Math.round(spec.hue)}`);
  const random = createRandom(`screen:${spec.seed}:${spec.scene}`);
  const { body: back, ink } = stage(canvas, taste, spec.hue);
  const font = captionFont(taste);
  const arrangement = taste.pick(['bleed', 'bleed', 'whole', 'low', 'tilt']);
  const ui = createUi({ canvas, random, hue: spec.hue, words: spec.words, appName: spec.appName, isWide }, taste);
  const size = sceneSize(isWide, (isWide ? immersiveOnDesktop : immersiveOnPhone).has(spec.scene));
  const screen = scenes[spec.scene](ui, size);
  const hasCaption = spec.caption.trim() !== '';

  if (isWide) {
    const drawn = desktopWindow(ui, screen, taste);
    const caption = captionRows(spec.caption, 960, 118, 1640, 66, font, ink);
    const top = hasCaption ? caption.bottom + 44 : 60;
    const scale = Math.min(1.38, (1200 - 52 - top) / windowSize.h);
    const left = (1920 - windowSize.w * scale) / 2;
    const shade = softSteps
      .map((grow) =>
        rect(
          left - grow,
          top + 18 - grow / 2,
          windowSize.w * scale + grow * 2,
          windowSize.h * scale + grow * 1.4,
          '#000000',
          { rx: 26 + grow, opacity: 0.022 },
        ),
      )
      .join('');
    return canvas.svg(`${back}${hasCaption ? caption.body : ''}${shade}${place(drawn, left, top, scale)}`);
  }

  const drawn = phone(ui, phoneScreen(ui, screen));
  const isLow = arrangement === 'low' && hasCaption;
  const caption = captionRows(spec.caption, 540, isLow ? 1700 : 176, 930, 82, font, ink);
  const scale = arrangement === 'whole' ? 1.72 : 2.08;
  const top = !hasCaption
    ? 60
    : isLow
      ? 1700 - 150 - 857 * scale
      : caption.bottom + (arrangement === 'whole' ? 70 : 84);
  const left = (1080 - 390 * scale) / 2;
  const turn = arrangement === 'tilt' ? taste.pick([-5, 5]) : 0;
  const shade = softSteps
    .map((grow) =>
      rect(left - 27 - grow, top + 30 - grow / 2, 390 * scale + 54 + grow * 2, 844 * scale + grow, '#000000', {
        rx: 110 + grow,
        opacity: 0.022,
        transform: turn === 0 ? undefined : `rotate(${turn} 540 ${top + 422 * scale})`,
      }),
    )
    .join('');
  return canvas.svg(`${back}${shade}${place(drawn, left, top, scale, turn)}${hasCaption ? caption.body : ''}`);
}
