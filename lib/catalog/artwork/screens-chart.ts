import { arc, circle, curve, line, n, path, rect } from './svg';
import { card, type DrawScreen, label, mark, plotLine, segments, sign, type Ui, word } from './ui';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function series(ui: Ui, count: number): number[] {
  let value = ui.random.range(0.3, 0.5);
  const steps = Array.from({ length: count }, () => {
    value = Math.min(0.95, Math.max(0.1, value + ui.random.range(-0.15, 0.19)));
    return value;
  });
  return steps;
}

function areaPlot(ui: Ui, x: number, y: number, w: number, h: number, count: number): string {
  const points = plotLine(series(ui, count), x, y, w, h);
  const [endX, endY] = points.at(-1) ?? [x, y];
  const fill = ui.canvas.linear(
    [
      [0, ui.accent, 0.34],
      [1, ui.accent, 0],
    ],
    90,
  );
  const grid = [0, 0.5, 1].map((part) => rect(x, y + h * part, w, 1, ui.line)).join('');
  return [
    grid,
    path(`${curve(points)}L${n(x + w)} ${n(y + h)}L${n(x)} ${n(y + h)}Z`, fill),
    line(curve(points), ui.accent, 3),
    circle(endX, endY, 8, ui.accent, { opacity: 0.25 }),
    circle(endX, endY, 4.5, ui.accent, { stroke: ui.surface, strokeWidth: 2 }),
  ].join('');
}

function barPlot(ui: Ui, x: number, y: number, w: number, h: number): string {
  const each = w / 7;
  const today = ui.random.int(3, 6);
  const goal = y + h * 0.3;
  return [
    days
      .map((day, index) => {
        const value = index > today ? 0.04 : ui.random.range(0.35, 0.96);
        return [
          rect(x + each * index + each * 0.22, y + h * (1 - value), each * 0.56, h * value, ui.accent, {
            rx: Math.min(9, each * 0.2),
            opacity: index === today ? 1 : 0.36,
          }),
          label(ui, day.slice(0, ui.isWide ? 3 : 1), x + each * (index + 0.5), y + h + 22, 13, {
            fill: index === today ? ui.ink : ui.muted,
            anchor: 'middle',
            font: index === today ? 'semibold' : 'regular',
          }),
        ].join('');
      })
      .join(''),
    line(`M${n(x)} ${n(goal)}H${n(x + w)}`, ui.faint, 1.4, { strokeDasharray: '1 6' }),
    label(ui, 'Goal', x + w, goal - 7, 12, { fill: ui.muted, anchor: 'end' }),
  ].join('');
}

function stat(ui: Ui, x: number, y: number, w: number, name: string, turn: number): string {
  const value = ui.random.pick([
    `${ui.random.int(12, 98)}%`,
    `${ui.random.int(2, 9)}.${ui.random.int(1, 9)}`,
    `${ui.random.int(110, 980)}`,
    `${ui.random.int(1, 9)} h ${ui.random.int(10, 55)}`,
  ]);
  const spark = plotLine(series(ui, 8), x + w - 78, y + 54, 62, 28);
  return [
    card(ui, x, y, w, 104),
    circle(x + 22, y + 25, 5, ui.tint(turn)),
    label(ui, name, x + 34, y + 30, 14, { fill: ui.muted, maxWidth: w - 50 }),
    label(ui, value, x + 16, y + 80, 27, { font: 'semibold', tracking: -0.02, maxWidth: w - 100 }),
    line(curve(spark), ui.tint(turn), 2.6),
  ].join('');
}

function progressRow(ui: Ui, x: number, y: number, w: number, name: string, part: number, turn: number): string {
  return [
    label(ui, name, x, y, 15.5, { font: 'medium', maxWidth: w - 66 }),
    label(ui, `${Math.round(part * 100)}%`, x + w, y, 15, { fill: ui.muted, anchor: 'end' }),
    rect(x, y + 11, w, 8, ui.sunken, { rx: 4 }),
    rect(x, y + 11, w * part, 8, ui.tint(turn), { rx: 4 }),
  ].join('');
}

function ring(ui: Ui, x: number, y: number, r: number, parts: readonly number[]): string {
  let from = 0;
  return parts
    .map((part, index) => {
      const d = arc(x, y, r, from + 5, from + part * 360 - 5);
      from += part * 360;
      return line(d, ui.tint(index * 58), r * 0.26);
    })
    .join('');
}

/** Figures over time and what they are made of. */
export const chart: DrawScreen = (ui, { w }) => {
  const { random } = ui;
  const isBars = random.chance(0.45);
  const headline = random.pick([
    `${random.int(1, 9)},${random.int(100, 998)}`,
    `${random.int(48, 96)}.${random.int(1, 9)}`,
    `${random.int(6, 14)},${random.int(102, 988)}`,
  ]);
  const delta = `${random.int(2, 18)}.${random.int(1, 9)}%`;
  const change = (x: number, y: number) =>
    [
      rect(x, y - 16, 74, 24, ui.soft, { rx: 12 }),
      sign('up', x + 16, y - 4, 13, ui.accent, 3),
      label(ui, delta, x + 26, y + 1, 13, { font: 'semibold', fill: ui.accent }),
    ].join('');
  const name = (index: number) =>
    word(ui, index, ['Morning', 'Evening', 'Weekend', 'Outdoors', 'At home', 'Other'][index % 6] ?? 'Other');
  const periods = ['Day', 'Week', 'Month', 'Year'];
  const tabs = ['chart-pie', 'calendar', 'target', 'bell'] as const;
  if (ui.isWide) {
    const third = (w - 72) / 3;
    return {
      tabs,
      body: [
        [0, 1, 2].map((index) => stat(ui, 24 + index * (third + 12), 24, third, name(1 + index), index * 70)).join(''),
        card(ui, 24, 148, w - 48, 300),
        label(ui, word(ui, 0, ui.appName), 48, 186, 15, { fill: ui.muted, maxWidth: 380 }),
        label(ui, headline, 48, 228, 38, { font: 'semibold', tracking: -0.03 }),
        change(48 + headline.length * 23, 222),
        segments(ui, periods, w - 352, 168, 300, 1),
        isBars ? barPlot(ui, 48, 262, w - 96, 142) : areaPlot(ui, 48, 256, w - 96, 160, 18),
        card(ui, 24, 464, third * 1.6, 244),
        label(ui, 'Breakdown', 48, 502, 17, { font: 'semibold' }),
        [0, 1, 2, 3]
          .map((index) =>
            progressRow(ui, 48, 540 + index * 44, third * 1.6 - 48, name(2 + index), 0.78 - index * 0.16, index * 58),
          )
          .join(''),
        card(ui, 36 + third * 1.6, 464, w - third * 1.6 - 60, 244),
        ring(ui, 36 + third * 1.6 + 130, 586, 74, [0.42, 0.28, 0.18, 0.12]),
        [0, 1, 2, 3]
          .map(
            (index) =>
              circle(36 + third * 1.6 + 250, 540 + index * 34, 5, ui.tint(index * 58)) +
              label(ui, name(2 + index), 36 + third * 1.6 + 264, 545 + index * 34, 15, {
                maxWidth: w - third * 1.6 - 330,
              }),
          )
          .join(''),
      ].join(''),
    };
  }
  const half = (w - 52) / 2;
  const isRing = random.chance(0.4);
  return {
    tabs,
    body: [
      label(ui, word(ui, 0, ui.appName), 20, 44, 32, { font: ui.headline, maxWidth: w - 90 }),
      circle(w - 38, 34, 17, ui.soft),
      mark('calendar', w - 38, 34, 17, ui.accent),
      segments(ui, periods, 20, 66, w - 40, 1),
      card(ui, 20, 118, w - 40, 292),
      label(ui, 'This week', 40, 150, 14, { fill: ui.muted }),
      label(ui, headline, 40, 192, 38, { font: 'semibold', tracking: -0.03 }),
      change(w - 120, 182),
      isBars
        ? barPlot(ui, 36, 216, w - 72, 150)
        : areaPlot(ui, 40, 224, w - 80, 140, 14) +
          ['1', '8', '15', '22', '29']
            .map((day, index) =>
              label(ui, day, 40 + ((w - 80) / 4) * index, 392, 12, { fill: ui.muted, anchor: 'middle' }),
            )
            .join(''),
      isRing
        ? [
            card(ui, 20, 424, w - 40, 184),
            ring(ui, 112, 516, 56, [0.44, 0.3, 0.26]),
            label(ui, delta.split('.')[0] ?? '7', 112, 524, 24, { font: 'semibold', anchor: 'middle' }),
            [0, 1, 2]
              .map(
                (index) =>
                  circle(204, 478 + index * 38, 5, ui.tint(index * 58)) +
                  label(ui, name(1 + index), 218, 483 + index * 38, 15.5, { font: 'medium', maxWidth: w - 262 }),
              )
              .join(''),
          ].join('')
        : `${stat(ui, 20, 424, half, name(1), 0)}${stat(ui, 32 + half, 424, half, name(2), 80)}`,
      label(ui, 'Breakdown', 20, isRing ? 640 : 566, 19, { font: 'semibold' }),
      [0, 1, 2, 3]
        .slice(0, isRing ? 2 : 4)
        .map((index) =>
          progressRow(
            ui,
            20,
            (isRing ? 672 : 598) + index * 46,
            w - 40,
            name(3 + index),
            0.74 - index * 0.15,
            index * 58,
          ),
        )
        .join(''),
    ].join(''),
  };
};
