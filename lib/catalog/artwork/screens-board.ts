import { circle, ellipse, group, path, polygon, rect } from './svg';
import { monogram } from './text';
import { button, card, type DrawScreen, hairline, label, mark, people, sign, type Ui, word } from './ui';

type Board = (ui: Ui, x: number, y: number, size: number) => string;

const numbers: Board = (ui, x, y, size) => {
  const { random } = ui;
  const gap = size * 0.025;
  const cell = (size - gap * 5) / 4;
  return [
    rect(x, y, size, size, ui.sunken, { rx: size * 0.05 }),
    Array.from({ length: 16 }, (_, index) => {
      const power = random.chance(0.28) ? 0 : random.int(1, 3) + (index < 8 ? random.int(0, 5) : 0);
      const cx = x + gap + (index % 4) * (cell + gap);
      const cy = y + gap + Math.floor(index / 4) * (cell + gap);
      return (
        rect(cx, cy, cell, cell, power === 0 ? ui.line : ui.tint(power * 24 - 40, 0.5 + power * 0.09), {
          rx: cell * 0.16,
          opacity: power === 0 ? 0.6 : 1,
        }) +
        (power === 0
          ? ''
          : label(ui, String(2 ** power), cx + cell / 2, cy + cell * 0.63, cell * (power > 6 ? 0.32 : 0.4), {
              font: 'bold',
              fill: ui.isDark ? ui.bg : '#ffffff',
              anchor: 'middle',
            }))
      );
    }).join(''),
  ].join('');
};

const stones: Board = (ui, x, y, size) => {
  const { random } = ui;
  const cell = size / 7;
  const shapes = [
    (cx: number, cy: number, r: number, fill: string) => circle(cx, cy, r, fill),
    (cx: number, cy: number, r: number, fill: string) =>
      path(
        polygon([
          [cx, cy - r * 1.15],
          [cx + r, cy],
          [cx, cy + r * 1.15],
          [cx - r, cy],
        ]),
        fill,
        { stroke: fill, strokeWidth: r * 0.2, strokeLinejoin: 'round' },
      ),
    (cx: number, cy: number, r: number, fill: string) =>
      rect(cx - r * 0.9, cy - r * 0.9, r * 1.8, r * 1.8, fill, { rx: r * 0.5 }),
    (cx: number, cy: number, r: number, fill: string) =>
      path(
        polygon([
          [cx, cy - r],
          [cx + r, cy + r * 0.8],
          [cx - r, cy + r * 0.8],
        ]),
        fill,
        { stroke: fill, strokeWidth: r * 0.3, strokeLinejoin: 'round' },
      ),
    (cx: number, cy: number, r: number, fill: string) => mark('star', cx, cy, r * 2.5, fill, true),
  ];
  return [
    rect(x, y, size, size, ui.sunken, { rx: size * 0.05 }),
    Array.from({ length: 49 }, (_, index) => {
      const kind = random.int(0, 4);
      const cx = x + ((index % 7) + 0.5) * cell;
      const cy = y + (Math.floor(index / 7) + 0.5) * cell;
      return [
        rect(cx - cell * 0.46, cy - cell * 0.46, cell * 0.92, cell * 0.92, ui.line, { rx: cell * 0.2, opacity: 0.45 }),
        shapes[kind]?.(cx, cy, cell * 0.28, ui.tint(kind * 72, 1.15)) ?? '',
        ellipse(cx - cell * 0.08, cy - cell * 0.13, cell * 0.09, cell * 0.05, '#ffffff', { opacity: 0.55 }),
      ].join('');
    }).join(''),
  ].join('');
};

const discs: Board = (ui, x, y, size) => {
  const { random } = ui;
  const cell = size / 8;
  const squares = Array.from({ length: 64 }, (_, index) =>
    (index + Math.floor(index / 8)) % 2
      ? rect(x + (index % 8) * cell, y + Math.floor(index / 8) * cell, cell + 0.3, cell + 0.3, ui.tint(0, 0.7))
      : '',
  );
  const pieces = Array.from({ length: 64 }, (_, index) => {
    const row = Math.floor(index / 8);
    if (
      (index + row) % 2 === 0 ||
      !(row < 3 ? random.chance(0.72) : row > 4 ? random.chance(0.72) : random.chance(0.22))
    )
      return '';
    const cx = x + ((index % 8) + 0.5) * cell;
    const cy = y + (row + 0.5) * cell;
    const fill = row < 4 ? '#2b2730' : '#fdfbf6';
    return [
      circle(cx, cy + cell * 0.05, cell * 0.37, '#000000', { opacity: 0.25 }),
      circle(cx, cy, cell * 0.37, fill),
      circle(cx, cy, cell * 0.24, 'none', { stroke: row < 4 ? '#57505e' : '#d8d2c6', strokeWidth: cell * 0.045 }),
    ].join('');
  });
  return `<g clip-path="${ui.canvas.clip(rect(x, y, size, size, '#fff', { rx: 14 }))}">${rect(x, y, size, size, ui.isDark ? '#d9d2c4' : '#f6efe0')}${squares.join('')}</g>${pieces.join('')}`;
};

const wordGrid: Board = (ui, x, y, size) => {
  const { random } = ui;
  const cell = size / 5;
  const letters = ui.words
    .map((content) => content.normalize('NFC').replace(/[^\p{L}]/gu, ''))
    .filter((content) => content.length > 2)
    .flatMap((content) => [...content.slice(0, 5)])
    .map((content) => monogram(content, 'bold'))
    .filter((content) => content !== null);
  return Array.from({ length: 25 }, (_, index) => {
    const isSet = index < 20;
    const state = random.int(0, 2);
    const fill = !isSet ? 'none' : state === 0 ? ui.accent : state === 1 ? ui.tint(90) : ui.sunken;
    const cx = x + (index % 5) * cell;
    const cy = y + Math.floor(index / 5) * cell;
    return [
      rect(cx + 4, cy + 4, cell - 8, cell - 8, fill, { rx: 12, stroke: isSet ? 'none' : ui.line, strokeWidth: 2 }),
      isSet
        ? label(
            ui,
            letters[index] ?? random.pick(['A', 'E', 'R', 'S', 'T', 'L', 'O', 'N', 'I']),
            cx + cell / 2,
            cy + cell * 0.65,
            cell * 0.44,
            {
              font: 'bold',
              anchor: 'middle',
              fill: state === 2 ? ui.ink : state === 0 ? ui.onAccent : ui.isDark ? ui.bg : '#ffffff',
            },
          )
        : '',
    ].join('');
  }).join('');
};

/** A game on its board, with points and what to do next. */
export const board: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const draw = random.pick([numbers, stones, discs, wordGrid]);
  const points = `${random.int(1, 48)},${random.int(100, 999)}`;
  const counter = (x: number, y: number, width: number, name: string, value: string) =>
    [
      card(ui, x, y, width, 70),
      label(ui, name, x + width / 2, y + 27, 13, {
        fill: ui.muted,
        anchor: 'middle',
        font: 'medium',
        maxWidth: width - 12,
      }),
      label(ui, value, x + width / 2, y + 55, 24, { font: 'bold', anchor: 'middle' }),
    ].join('');
  const level = String(random.int(4, 86));
  if (ui.isWide) {
    const size = h - 96;
    const x = w - size - 60;
    const rank = people.slice(0, 6).map((name, index) =>
      [
        hairline(ui, 40, 262 + index * 58, x - 100),
        label(ui, String(index + 1), 52, 296 + index * 58, 17, {
          font: 'semibold',
          fill: index < 3 ? ui.accent : ui.muted,
        }),
        label(ui, name, 84, 296 + index * 58, 17, { font: 'medium', maxWidth: x - 240 }),
        label(ui, `${48 - index * 5},${String(912 - index * 131)}`, x - 64, 296 + index * 58, 16, {
          fill: ui.muted,
          anchor: 'end',
        }),
      ].join(''),
    );
    return {
      tabs: ['gamepad-2', 'trophy', 'puzzle', 'star'],
      body: [
        rect(
          0,
          0,
          w,
          h,
          ui.canvas.linear(
            [
              [0, ui.soft],
              [1, ui.bg],
            ],
            90,
          ),
        ),
        draw(ui, x, 48, size),
        label(ui, word(ui, 1, `Level ${level}`), 40, 82, 28, { font: ui.headline, maxWidth: x - 100 }),
        counter(40, 112, (x - 112) / 2, 'Score', points),
        counter(52 + (x - 112) / 2, 112, (x - 112) / 2, 'Level', level),
        label(ui, 'This week', 40, 238, 17, { font: 'semibold' }),
        rank.join(''),
      ].join(''),
    };
  }
  const third = (w - 56) / 3;
  const size = w - 32;
  const boosters = (['wand-sparkles', 'hammer', 'sparkles', 'gift'] as const).map((name, index) =>
    [
      circle(62 + index * 89, 640, 30, ui.surface),
      mark(name, 62 + index * 89, 640, 26, ui.tint(index * 70), false),
      circle(84 + index * 89, 618, 11, ui.accent),
      label(ui, String(random.int(1, 9)), 84 + index * 89, 622.5, 12.5, {
        font: 'bold',
        fill: ui.onAccent,
        anchor: 'middle',
      }),
    ].join(''),
  );
  return {
    isImmersive: true,
    body: [
      rect(
        0,
        0,
        w,
        h,
        ui.canvas.linear(
          [
            [0, ui.soft],
            [0.75, ui.bg],
          ],
          90,
        ),
      ),
      group(
        [
          sign('left', 32, 26, 24, ui.ink, 2.6),
          label(ui, word(ui, 0, ui.appName), w / 2, 33, 20, { font: ui.headline, anchor: 'middle', maxWidth: w - 130 }),
          sign('menu', w - 34, 26, 24, ui.ink, 2.6),
          counter(16, 62, third, 'Score', points),
          counter(28 + third, 62, third, 'Level', level),
          counter(40 + third * 2, 62, third, 'Moves', String(random.int(6, 42))),
          label(ui, word(ui, 1, 'Clear the board'), w / 2, 176, 17, {
            font: 'medium',
            fill: ui.muted,
            anchor: 'middle',
            maxWidth: w - 60,
          }),
          draw(ui, 16, 200, size),
          boosters.join(''),
          button(ui, word(ui, 2, 'Next round'), 20, 702, w - 40, 54),
        ].join(''),
        { transform: 'translate(0 56)' },
      ),
    ].join(''),
  };
};
