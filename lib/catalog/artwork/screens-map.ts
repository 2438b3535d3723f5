import { circle, curve, group, line, n, path, rect } from './svg';
import { button, card, type DrawScreen, hairline, label, mark, roundedTop, search, type Ui, word } from './ui';

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
    body: [
      rect(0, 0, w, h, land),
      group(blocks + streets, { transform: `translate(${n(w / 2)} ${n(h / 2)}) rotate(${turn})` }),
      river,
    ].join(''),
    route,
    pins,
  };
}

function pin(ui: Ui, x: number, y: number, name: string, isMain: boolean): string {
  const fill = isMain ? ui.accent : ui.isDark ? '#e9e6df' : '#3a3a42';
  const s = isMain ? 1.25 : 0.9;
  const width = Math.min(150, name.length * 7.4 + 20);
  return [
    group(
      [
        path('M0 0C-6 -14 -17 -22 -17 -35A17 17 0 0 1 17 -35C17 -22 6 -14 0 0Z', fill),
        circle(0, -35, 6.5, isMain ? ui.onAccent : ui.isDark ? '#22252b' : '#ffffff'),
      ].join(''),
      { transform: `translate(${n(x)} ${n(y)}) scale(${s})` },
    ),
    rect(x - width / 2, y + 6, width, 23, ui.surface, { rx: 11.5, opacity: 0.95 }),
    label(ui, name, x, y + 22, 13, { font: 'semibold', anchor: 'middle', maxWidth: width - 14 }),
  ].join('');
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
      ? [
          circle(a[0], a[1], 22, ui.accent, { opacity: 0.2 }),
          circle(a[0], a[1], 9.5, '#ffffff'),
          circle(a[0], a[1], 6.5, ui.accent),
          pin(ui, d[0], d[1], name(3), false),
          pin(ui, b[0], b[1], name(2), false),
          pin(ui, c[0], c[1], name(1), true),
        ].join('')
      : '';
  const minutes = random.int(8, 48);
  const distance = `${random.int(1, 14)}.${random.int(1, 9)} km`;
  const stop = (x: number, y: number, width: number, index: number) =>
    [
      circle(x + 20, y + 24, 19, ui.soft),
      mark(index % 2 ? 'flag' : 'map-pin', x + 20, y + 24, 19, ui.accent, true),
      label(ui, name(index), x + 52, y + 22, 16.5, { font: 'semibold', maxWidth: width - 126 }),
      label(
        ui,
        ['Open until 22:00', 'Popular right now', 'Quiet in the morning', '120 m above the sea'][index % 4] ?? '',
        x + 52,
        y + 42,
        13.5,
        { fill: ui.muted, maxWidth: width - 126 },
      ),
      label(ui, `${index + 1}.${(index * 3 + 2) % 10} km`, x + width - 4, y + 30, 14, {
        fill: ui.muted,
        anchor: 'end',
      }),
    ].join('');
  if (ui.isWide) {
    const panel = 360;
    return {
      isImmersive: true,
      body: [
        drawn.body,
        route,
        pins,
        card(ui, 20, 20, panel, h - 40),
        search(ui, 38, 38, panel - 36, `Search near ${name(1)}`),
        label(ui, `${minutes} min`, 40, 124, 32, { font: 'semibold', fill: ui.accent }),
        label(ui, `${distance} · fastest way`, 40, 150, 15, { fill: ui.muted }),
        button(ui, 'Start', 38, 168, panel - 36, 46),
        hairline(ui, 38, 234, panel - 36),
        [1, 2, 3, 4, 5, 6].map((index) => stop(38, 240 + (index - 1) * 66, panel - 36, index)).join(''),
      ].join(''),
    };
  }
  const sheet = h - 322;
  return {
    isImmersive: true,
    body: [
      drawn.body,
      route,
      pins,
      rect(16, 62, w - 32, 50, ui.surface, { rx: 25 }),
      mark('search', 42, 87, 18, ui.muted),
      label(ui, word(ui, 0, 'Where to?'), 64, 93, 17, { fill: ui.muted, maxWidth: w - 150 }),
      circle(w - 42, 87, 17, ui.tint(50)),
      circle(w - 38, sheet - 40, 22, ui.surface),
      mark('navigation', w - 39, sheet - 39, 19, ui.accent, true),
      roundedTop(0, sheet, w, 330, 24, ui.surface),
      rect(w / 2 - 20, sheet + 9, 40, 5, ui.line, { rx: 2.5 }),
      label(ui, `${minutes} min`, 20, sheet + 58, 30, { font: 'semibold', fill: ui.accent }),
      label(ui, `${distance} to ${name(1)}`, 20, sheet + 84, 15, { fill: ui.muted, maxWidth: 220 }),
      button(ui, 'Start', w - 128, sheet + 34, 108, 48),
      hairline(ui, 20, sheet + 104, w - 40),
      [1, 2, 3].map((index) => stop(20, sheet + 110 + (index - 1) * 62, w - 40, index)).join(''),
    ].join(''),
  };
};
