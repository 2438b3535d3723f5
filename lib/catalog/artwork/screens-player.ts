import { createRandom } from './random';
import type { StoryScene } from './spec';
import { circle, n, path, rect } from './svg';
import { card, type DrawScreen, hairline, label, mark, person, picture, sign, type Ui, word } from './ui';

const triangle = (x: number, y: number, s: number, fill: string) =>
  path(`M${n(x - s * 0.4)} ${n(y - s * 0.56)}L${n(x + s * 0.62)} ${n(y)}L${n(x - s * 0.4)} ${n(y + s * 0.56)}Z`, fill, {
    stroke: fill,
    strokeWidth: s * 0.16,
    strokeLinejoin: 'round',
  });

const pause = (x: number, y: number, s: number, fill: string) =>
  rect(x - s * 0.46, y - s * 0.55, s * 0.32, s * 1.1, fill, { rx: s * 0.1 }) +
  rect(x + s * 0.14, y - s * 0.55, s * 0.32, s * 1.1, fill, { rx: s * 0.1 });

const skip = (x: number, y: number, s: number, fill: string, forward: boolean) => {
  const way = forward ? 1 : -1;
  return path(
    `M${n(x - way * s * 0.7)} ${n(y - s * 0.5)}L${n(x)} ${n(y)}L${n(x - way * s * 0.7)} ${n(y + s * 0.5)}ZM${n(x)} ${n(y - s * 0.5)}L${n(x + way * s * 0.7)} ${n(y)}L${n(x)} ${n(y + s * 0.5)}Z`,
    fill,
    { stroke: fill, strokeWidth: s * 0.14, strokeLinejoin: 'round' },
  );
};

const covers: readonly StoryScene[] = ['shapes', 'orbit', 'garden', 'hills', 'harbour', 'table', 'city'];

function controls(ui: Ui, x: number, y: number, scale: number): string {
  return [
    skip(x - 82 * scale, y, 17 * scale, ui.ink, false),
    circle(x, y, 34 * scale, ui.accent),
    pause(x, y, 23 * scale, ui.onAccent),
    skip(x + 82 * scale, y, 17 * scale, ui.ink, true),
  ].join('');
}

function scrubber(ui: Ui, x: number, y: number, w: number, part: number, isWave: boolean): string {
  if (!isWave)
    return [
      rect(x, y - 3, w, 6, ui.line, { rx: 3 }),
      rect(x, y - 3, w * part, 6, ui.accent, { rx: 3 }),
      circle(x + w * part, y, 8, ui.accent),
    ].join('');
  const count = Math.floor(w / 7);
  return Array.from({ length: count }, (_, index) => {
    const height = 6 + Math.abs(Math.sin(index * 0.7) * Math.cos(index * 0.23)) * 34 + (index % 3) * 2;
    return rect(x + index * 7, y - height / 2, 4, height, index / count < part ? ui.accent : ui.line, { rx: 2 });
  }).join('');
}

/** Something playing, with its cover and what comes next. */
export const player: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const title = word(ui, 1, 'Slow weather');
  const artist = person(random);
  const cover = random.pickFrom(covers, 'shapes');
  const isWave = random.chance(0.45);
  const part = random.range(0.28, 0.7);
  const track = (index: number) =>
    word(
      ui,
      1 + index,
      [
        'Slow weather',
        'Paper boats',
        'North window',
        'Second light',
        'Tall grass',
        'Home by ten',
        'Salt',
        'Afterwards',
      ][index % 8] ?? 'Salt',
    );
  if (ui.isWide) {
    const rowsTop = 322;
    const rows = Array.from({ length: 7 }, (_, index) => {
      const y = rowsTop + index * 46;
      const isOn = index === 0;
      return [
        isOn ? rect(24, y - 28, w - 48, 44, ui.soft, { rx: 10 }) : hairline(ui, 40, y + 17, w - 80),
        isOn
          ? sign('bars', 52, y - 6, 20, ui.accent, 3)
          : label(ui, String(index + 1), 52, y, 15, { fill: ui.muted, anchor: 'middle' }),
        label(ui, track(index), 88, y, 16, { font: isOn ? 'semibold' : 'regular', maxWidth: 360 }),
        label(ui, artist, w * 0.52, y, 15, { fill: ui.muted, maxWidth: 220 }),
        label(ui, `${(index % 4) + 2}:${String((index * 17 + 11) % 60).padStart(2, '0')}`, w - 44, y, 15, {
          fill: ui.muted,
          anchor: 'end',
        }),
      ].join('');
    }).join('');
    return {
      tabs: ['headphones', 'radio', 'heart', 'library'],
      body: [
        picture(ui, random, 32, 28, 224, 224, ui.radius, cover),
        label(ui, 'ALBUM', 284, 92, 12.5, { font: 'semibold', fill: ui.muted, tracking: 0.08 }),
        label(ui, title, 284, 148, 46, { font: ui.headline, maxWidth: w - 320 }),
        label(ui, `${artist} · 11 tracks · 42 min`, 284, 184, 16, { fill: ui.muted }),
        rect(284, 206, 112, 42, ui.accent, { rx: 21 }),
        triangle(312, 227, 13, ui.onAccent),
        label(ui, 'Play', 330, 233, 16, { font: 'semibold', fill: ui.onAccent }),
        circle(424, 227, 21, ui.sunken),
        mark('heart', 424, 228, 19, ui.accent, true),
        rows,
        rect(0, h - 92, w, 92, ui.surface),
        hairline(ui, 0, h - 92, w),
        picture(ui, createRandom(`mini${title}`), 24, h - 76, 60, 60, 8, cover),
        label(ui, title, 98, h - 48, 15, { font: 'semibold', maxWidth: 180 }),
        label(ui, artist, 98, h - 27, 13.5, { fill: ui.muted }),
        controls(ui, w / 2, h - 46, 0.72),
        scrubber(ui, w / 2 + 130, h - 46, w / 2 - 180, part, isWave),
      ].join(''),
    };
  }
  const size = w - 64;
  const y = 108;
  const below = y + size;
  const time = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  const wash = rect(
    0,
    0,
    w,
    h,
    ui.canvas.linear(
      [
        [0, ui.soft],
        [0.7, ui.bg],
      ],
      90,
    ),
  );
  return {
    isImmersive: true,
    body: [
      wash,
      sign('down', 34, 78, 24, ui.ink, 2.4),
      label(ui, word(ui, 0, ui.appName), w / 2, 83, 14, { font: 'semibold', anchor: 'middle', maxWidth: 230 }),
      sign('more', w - 34, 78, 24, ui.ink, 3),
      rect(40, y + 20, size - 16, size, '#000000', { rx: ui.radius, opacity: 0.14 }),
      picture(ui, random, 32, y, size, size, Math.max(12, ui.radius), cover),
      label(ui, title, 32, below + 54, 27, { font: ui.headline, maxWidth: size - 50, tracking: -0.01 }),
      label(ui, artist, 32, below + 82, 18, { fill: ui.muted }),
      mark('heart', w - 48, below + 54, 26, ui.accent, true),
      scrubber(ui, 32, below + 128, size, part, isWave),
      label(ui, time(218 * part), 32, below + 166, 13, { fill: ui.muted }),
      label(ui, `-${time(218 * (1 - part))}`, w - 32, below + 166, 13, { fill: ui.muted, anchor: 'end' }),
      controls(ui, w / 2, below + 212, 1),
      card(ui, 20, below + 272, w - 40, 100, ui.surface),
      label(ui, 'Up next', 36, below + 298, 13, { font: 'semibold', fill: ui.muted }),
      picture(ui, createRandom(`next${title}`), 36, below + 310, 44, 44, 8),
      label(ui, track(1), 94, below + 330, 16, { font: 'medium', maxWidth: w - 180 }),
      label(ui, artist, 94, below + 349, 13.5, { fill: ui.muted }),
      triangle(w - 46, below + 332, 14, ui.ink),
    ].join(''),
  };
};
