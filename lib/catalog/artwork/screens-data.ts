import { arc, circle, curve, group, line, n, path, rect } from './svg';
import {
  button,
  card,
  type DrawScreen,
  hairline,
  label,
  mark,
  plotLine,
  roundedTop,
  search,
  segments,
  sign,
  type Ui,
  word,
} from './ui';

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
  return [grid, path(`${curve(points)}L${n(x + w)} ${n(y + h)}L${n(x)} ${n(y + h)}Z`, fill), line(curve(points), ui.accent, 3), circle(endX, endY, 8, ui.accent, { opacity: 0.25 }), circle(endX, endY, 4.5, ui.accent, { stroke: ui.surface, strokeWidth: 2 })].join('');
}

function barPlot(ui: Ui, x: number, y: number, w: number, h: number): string {
  const each = w / 7;
  const today = ui.random.int(3, 6);
  const goal = y + h * 0.3;
  return [days
    .map((day, index) => {
      const value = index > today ? 0.04 : ui.random.range(0.35, 0.96);
      return [rect(x + each * index + each * 0.22, y + h * (1 - value), each * 0.56, h * value, ui.accent, { rx: Math.min(9, each * 0.2), opacity: index === today ? 1 : 0.36 }), label(ui, day.slice(0, ui.isWide ? 3 : 1), x + each * (index + 0.5), y + h + 22, 13, { fill: index === today ? ui.ink : ui.muted, anchor: 'middle', font: index === today ? 'semibold' : 'regular' })].join('');
    })
    .join(
      '',
    ), line(`M${n(x)} ${n(goal)}H${n(x + w)}`, ui.faint, 1.4, { strokeDasharray: '1 6' }), label(ui, 'Goal', x + w, goal - 7, 12, { fill: ui.muted, anchor: 'end' })].join('');
}

function stat(ui: Ui, x: number, y: number, w: number, name: string, turn: number): string {
  const value = ui.random.pick([
    `${ui.random.int(12, 98)}%`,
    `${ui.random.int(2, 9)}.${ui.random.int(1, 9)}`,
    `${ui.random.int(110, 980)}`,
    `${ui.random.int(1, 9)} h ${ui.random.int(10, 55)}`,
  ]);
  const spark = plotLine(series(ui, 8), x + w - 78, y + 54, 62, 28);
  return [card(ui, x, y, w, 104), circle(x + 22, y + 25, 5, ui.tint(turn)), label(ui, name, x + 34, y + 30, 14, { fill: ui.muted, maxWidth: w - 50 }), label(ui, value, x + 16, y + 80, 27, { font: 'semibold', tracking: -0.02, maxWidth: w - 100 }), line(curve(spark), ui.tint(turn), 2.6)].join('');
}

function progressRow(ui: Ui, x: number, y: number, w: number, name: string, part: number, turn: number): string {
  return [label(ui, name, x, y, 15.5, { font: 'medium', maxWidth: w - 66 }), label(ui, `${Math.round(part * 100)}%`, x + w, y, 15, { fill: ui.muted, anchor: 'end' }), rect(x, y + 11, w, 8, ui.sunken, { rx: 4 }), rect(x, y + 11, w * part, 8, ui.tint(turn), { rx: 4 })].join('');
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
    [rect(x, y - 16, 74, 24, ui.soft, { rx: 12 }), sign('up', x + 16, y - 4, 13, ui.accent, 3), label(ui, delta, x + 26, y + 1, 13, { font: 'semibold', fill: ui.accent })].join('');
  const name = (index: number) =>
    word(ui, index, ['Morning', 'Evening', 'Weekend', 'Outdoors', 'At home', 'Other'][index % 6] ?? 'Other');
  const periods = ['Day', 'Week', 'Month', 'Year'];
  const tabs = ['chart-pie', 'calendar', 'target', 'bell'] as const;
  if (ui.isWide) {
    const third = (w - 72) / 3;
    return {
      tabs,
      body: [[0, 1, 2].map((index) => stat(ui, 24 + index * (third + 12), 24, third, name(1 + index), index * 70)).join(''), card(ui, 24, 148, w - 48, 300), label(ui, word(ui, 0, ui.appName), 48, 186, 15, { fill: ui.muted, maxWidth: 380 }), label(ui, headline, 48, 228, 38, { font: 'semibold', tracking: -0.03 }), change(48 + headline.length * 23, 222), segments(ui, periods, w - 352, 168, 300, 1), isBars ? barPlot(ui, 48, 262, w - 96, 142) : areaPlot(ui, 48, 256, w - 96, 160, 18), card(ui, 24, 464, third * 1.6, 244), label(ui, 'Breakdown', 48, 502, 17, { font: 'semibold' }), [0, 1, 2, 3].map((index) => progressRow(ui, 48, 540 + index * 44, third * 1.6 - 48, name(2 + index), 0.78 - index * 0.16, index * 58)).join(''), card(ui, 36 + third * 1.6, 464, w - third * 1.6 - 60, 244), ring(ui, 36 + third * 1.6 + 130, 586, 74, [0.42, 0.28, 0.18, 0.12]), [0, 1, 2, 3].map((index) => circle(36 + third * 1.6 + 250, 540 + index * 34, 5, ui.tint(index * 58)) + label(ui, name(2 + index), 36 + third * 1.6 + 264, 545 + index * 34, 15, { maxWidth: w - third * 1.6 - 330 })).join('')].join(''),
    };
  }
  const half = (w - 52) / 2;
  const isRing = random.chance(0.4);
  return {
    tabs,
    body: [label(ui, word(ui, 0, ui.appName), 20, 44, 32, { font: ui.headline, maxWidth: w - 90 }), circle(w - 38, 34, 17, ui.soft), mark('calendar', w - 38, 34, 17, ui.accent), segments(ui, periods, 20, 66, w - 40, 1), card(ui, 20, 118, w - 40, 292), label(ui, 'This week', 40, 150, 14, { fill: ui.muted }), label(ui, headline, 40, 192, 38, { font: 'semibold', tracking: -0.03 }), change(w - 120, 182), isBars ? barPlot(ui, 36, 216, w - 72, 150) : areaPlot(ui, 40, 224, w - 80, 140, 14) + ['1', '8', '15', '22', '29'].map((day, index) => label(ui, day, 40 + ((w - 80) / 4) * index, 392, 12, { fill: ui.muted, anchor: 'middle' })).join(''), isRing ? [card(ui, 20, 424, w - 40, 184), ring(ui, 112, 516, 56, [0.44, 0.3, 0.26]), label(ui, delta.split('.')[0] ?? '7', 112, 524, 24, { font: 'semibold', anchor: 'middle' }), [0, 1, 2].map((index) => circle(204, 478 + index * 38, 5, ui.tint(index * 58)) + label(ui, name(1 + index), 218, 483 + index * 38, 15.5, { font: 'medium', maxWidth: w - 262 })).join('')].join('') : `${stat(ui, 20, 424, half, name(1), 0)}${stat(ui, 32 + half, 424, half, name(2), 80)}`, label(ui, 'Breakdown', 20, isRing ? 640 : 566, 19, { font: 'semibold' }), [
      0, 1, 2, 3,
    ]
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
      .join('')].join(''),
  };
};

function cityMap(
  ui: Ui,
  w: number,
  h: number,
): { body: string; route: string; pins: readonly (readonly [number, number])[] } {
  const { random, isDark } = ui;
  const land = isDark ? '#22252b' : '#f1efe9';
  const block = isDark ? '#2a2e35' : '#e9e6de';
  const park = isDark ? '#25382e' : '#cfe6c4';
  const water = isDark ? '#1b3247' : '#a9d3ee';
  const street = isDark ? '#3b4049' : '#ffffff';
  const main = isDark ? '#575147' : '#fbe3a2';
  const turn = random.pick([-18, 12, 24, -8]);
  const step = 74;
  const size = Math.hypot(w, h) + 200;
  let blocks = '';
  let streets = '';
  for (let x = -size / 2; x < size / 2; x += step) {
    const isMain = Math.round(x / step) % 4 === 0;
    streets += line(`M${n(x)} ${n(-size / 2)}V${n(size / 2)}`, isMain ? main : street, isMain ? 15 : 7, {
      strokeLinecap: 'butt',
    });
    for (let y = -size / 2; y < size / 2; y += step * 1.3) {
      const kind = random.int(0, 11);
      if (kind < 5) blocks += rect(x + 10, y + 10, step - 20, step * 1.3 - 20, block, { rx: 6 });
      if (kind === 5) blocks += rect(x + 4, y + 4, step * 2 - 8, step * 1.3 - 8, park, { rx: 12 });
    }
  }
  for (let y = -size / 2; y < size / 2; y += step * 1.3) {
    const isMain = Math.round(y / (step * 1.3)) % 3 === 0;
    streets += line(`M${n(-size / 2)} ${n(y)}H${n(size / 2)}`, isMain ? main : street, isMain ? 15 : 7, {
      strokeLinecap: 'butt',
    });
  }
  const river = line(
    curve([
      [-60, h * 0.18],
      [w * 0.25, h * 0.26],
      [w * 0.5, h * 0.12],
      [w * 0.78, h * 0.22],
      [w + 60, h * 0.06],
    ]),
    water,
    ui.isWide ? 110 : 70,
  );
  const centre = [w * 0.5, h * (ui.isWide ? 0.56 : 0.42)] as const;
  const reach = Math.min(w, h) * (ui.isWide ? 0.34 : 0.36);
  const pins = [
    [centre[0] - reach * 0.8, centre[1] + reach * 0.75],
    [centre[0] - reach * 0.25, centre[1] - reach * 0.2],
    [centre[0] + reach * 0.85, centre[1] - reach * 0.62],
    [centre[0] + reach * 0.55, centre[1] + reach * 0.5],
  ] as const;
  const [a, b, c] = pins;
  const route = `M${n(a[0])} ${n(a[1])}L${n(a[0] + reach * 0.16)} ${n(b[1] + reach * 0.36)}L${n(b[0])} ${n(b[1])}L${n(c[0] - reach * 0.34)} ${n(b[1] - reach * 0.1)}L${n(c[0])} ${n(c[1])}`;
  return {
    body: [rect(0, 0, w, h, land), group(blocks + streets, { transform: `translate(${n(w / 2)} ${n(h / 2)}) rotate(${turn})` }), river].join(''),
    route,
    pins,
  };
}

function pin(ui: Ui, x: number, y: number, name: string, isMain: boolean): string {
  const fill = isMain ? ui.accent : ui.isDark ? '#e9e6df' : '#3a3a42';
  const s = isMain ? 1.25 : 0.9;
  const width = Math.min(150, name.length * 7.4 + 20);
  return [group([path('M0 0C-6 -14 -17 -22 -17 -35A17 17 0 0 1 17 -35C17 -22 6 -14 0 0Z', fill), circle(0, -35, 6.5, isMain ? ui.onAccent : ui.isDark ? '#22252b' : '#ffffff')].join(''), { transform: `translate(${n(x)} ${n(y)}) scale(${s})` }), rect(x - width / 2, y + 6, width, 23, ui.surface, { rx: 11.5, opacity: 0.95 }), label(ui, name, x, y + 22, 13, { font: 'semibold', anchor: 'middle', maxWidth: width - 14 })].join('');
}

/** A map, a route, and what lies along it. */
export const map: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const drawn = cityMap(ui, w, h);
  const name = (index: number) =>
    word(
      ui,
      index,
      ['Old harbour', 'North gate', 'Mill lane', 'Market square', 'Lookout', 'Ferry landing'][index % 6] ?? 'Lookout',
    );
  const route = `${line(drawn.route, ui.isDark ? '#10131a' : '#ffffff', 11)}${line(drawn.route, ui.accent, 6.5)}`;
  const [a, b, c, d] = drawn.pins;
  const pins =
    a && b && c && d
      ? [circle(a[0], a[1], 22, ui.accent, { opacity: 0.2 }), circle(a[0], a[1], 9.5, '#ffffff'), circle(a[0], a[1], 6.5, ui.accent), pin(ui, d[0], d[1], name(3), false), pin(ui, b[0], b[1], name(2), false), pin(ui, c[0], c[1], name(1), true)].join('')
      : '';
  const minutes = random.int(8, 48);
  const distance = `${random.int(1, 14)}.${random.int(1, 9)} km`;
  const stop = (x: number, y: number, width: number, index: number) =>
    [circle(x + 20, y + 24, 19, ui.soft), mark(index % 2 ? 'flag' : 'map-pin', x + 20, y + 24, 19, ui.accent, true), label(ui, name(index), x + 52, y + 22, 16.5, { font: 'semibold', maxWidth: width - 126 }), label(ui, ['Open until 22:00', 'Popular right now', 'Quiet in the morning', '120 m above the sea'][index % 4] ?? '', x + 52, y + 42, 13.5, { fill: ui.muted, maxWidth: width - 126 }), label(ui, `${index + 1}.${(index * 3 + 2) % 10} km`, x + width - 4, y + 30, 14, { fill: ui.muted, anchor: 'end' })].join('');
  if (ui.isWide) {
    const panel = 360;
    return {
      isImmersive: true,
      body: [drawn.body, route, pins, card(ui, 20, 20, panel, h - 40), search(ui, 38, 38, panel - 36, `Search near ${name(1)}`), label(ui, `${minutes} min`, 40, 124, 32, { font: 'semibold', fill: ui.accent }), label(ui, `${distance} · fastest way`, 40, 150, 15, { fill: ui.muted }), button(ui, 'Start', 38, 168, panel - 36, 46), hairline(ui, 38, 234, panel - 36), [1, 2, 3, 4, 5, 6].map((index) => stop(38, 240 + (index - 1) * 66, panel - 36, index)).join('')].join(''),
    };
  }
  const sheet = h - 322;
  return {
    isImmersive: true,
    body: [drawn.body, route, pins, rect(16, 62, w - 32, 50, ui.surface, { rx: 25 }), mark('search', 42, 87, 18, ui.muted), label(ui, word(ui, 0, 'Where to?'), 64, 93, 17, { fill: ui.muted, maxWidth: w - 150 }), circle(w - 42, 87, 17, ui.tint(50)), circle(w - 38, sheet - 40, 22, ui.surface), mark('navigation', w - 39, sheet - 39, 19, ui.accent, true), roundedTop(0, sheet, w, 330, 24, ui.surface), rect(w / 2 - 20, sheet + 9, 40, 5, ui.line, { rx: 2.5 }), label(ui, `${minutes} min`, 20, sheet + 58, 30, { font: 'semibold', fill: ui.accent }), label(ui, `${distance} to ${name(1)}`, 20, sheet + 84, 15, { fill: ui.muted, maxWidth: 220 }), button(ui, 'Start', w - 128, sheet + 34, 108, 48), hairline(ui, 20, sheet + 104, w - 40), [1, 2, 3].map((index) => stop(20, sheet + 110 + (index - 1) * 62, w - 40, index)).join('')].join(''),
  };
};
