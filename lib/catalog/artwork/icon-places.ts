import { type Draw, ground } from './icon-art';
import { circle, ellipse, curve, group, line, path, polygon, rect } from './svg';

/** Peaks with lit and shaded sides and snow. */
export const mountain: Draw = (art) => {
  const { palette, random } = art;
  const peak = (x: number, y: number, half: number, light: string, dark: string) =>
    path(
      polygon([
        [x, y],
        [x + half, 1024],
        [x - half, 1024],
      ]),
      light,
    ) +
    path(
      polygon([
        [x, y],
        [x + half, 1024],
        [x + half * 0.12, 1024],
        [x - half * 0.1, y + 330],
      ]),
      dark,
    ) +
    path(
      polygon([
        [x, y],
        [x + half * 0.27, y + (1024 - y) * 0.27],
        [x + half * 0.06, y + 120],
        [x - half * 0.1, y + (1024 - y) * 0.3],
        [x - half * 0.2, y + (1024 - y) * 0.2],
      ]),
      '#ffffff',
    );
  const flip = random.chance(0.5) ? 'translate(1024 0) scale(-1 1)' : 'translate(0 0)';
  return [
    ground(art),
    circle(random.pick([250, 780]), 290, 96, palette.accent),
    group(
      [
        peak(720, 420, 520, palette.tint, palette.shade),
        peak(400, 260, 560, palette.ground === 'light' ? palette.figure : palette.tone(0.8, 0.08), palette.accentDeep),
      ].join(''),
      { transform: flip },
    ),
  ].join('');
};

/** A boat between sea and sun. */
export const sea: Draw = (art) => {
  const { palette, random } = art;
  const x = random.int(420, 600);
  const wave = (y: number, fill: string, phase: number) =>
    path(
      `${curve(Array.from({ length: 13 }, (_, step) => [step * 90 - 20, y + Math.sin(phase + step * 1.57) * 24] as const))}L1100 1100L-20 1100Z`,
      fill,
    );
  return [
    ground(art),
    circle(1024 - x, 400, 190, palette.accent),
    path(`M${x} 170V650H${x - 250}C${x - 90} 540 ${x - 20} 380 ${x} 170Z`, palette.ink),
    path(`M${x + 28} 290C${x + 150} 410 ${x + 210} 530 ${x + 220} 650H${x + 28}Z`, palette.tint),
    path(`M${x - 280} 690H${x + 270}L${x + 190} 810H${x - 200}Z`, palette.accentDeep),
    wave(770, palette.figure, 0),
    wave(860, palette.tone(0.42, 0.14), 1.6),
  ].join('');
};

/** Contour lines of a height map. */
export const contour: Draw = (art) => {
  const { palette, random } = art;
  const phase = random.range(0, 6);
  const rings = Array.from({ length: 8 }, (_, index) => {
    const points = Array.from({ length: 19 }, (_, step) => {
      const angle = (step / 18) * Math.PI * 2;
      const r = 90 + index * 82 + Math.sin(angle * 3 + phase) * (18 + index * 7) + Math.cos(angle * 2 + phase) * 24;
      return [470 + Math.cos(angle) * r, 540 + Math.sin(angle) * r * 0.86] as const;
    });
    return line(curve(points), index === 2 ? palette.accent : palette.ink, index === 2 ? 26 : 15, {
      opacity: index === 2 ? 1 : 0.85 - index * 0.06,
    });
  });
  return `${ground(art)}${rings.join('')}${circle(470, 540, 44, palette.accent)}`;
};

/** Streets seen from above, and a pin. */
export const streets: Draw = (art) => {
  const { palette, random } = art;
  const turn = random.pick([-24, 18, 32]);
  const blocks = [
    [-100, -60, 420, 360],
    [380, -60, 300, 200],
    [740, -60, 420, 360],
    [-100, 360, 420, 300],
    [380, 200, 300, 460],
    [740, 360, 420, 300],
    [-100, 720, 780, 420],
    [740, 720, 420, 420],
  ] as const;
  const isNight = palette.ground === 'dark' || palette.ground === 'deep';
  const level = isNight ? [0.3, 0.36, 0.27, 0.33] : [0.94, 0.88, 0.9, 0.86];
  const fills = level.map((l, index) => palette.tone(l, isNight ? 0.04 : 0.03 + (index % 2) * 0.05, index * 47));
  const scale = random.pick([0.9, 1.12, 1.4]);
  const map = group(
    blocks.map(([x, y, w, h], index) => rect(x, y, w, h, fills[(index * 5) % 4] ?? '#eee', { rx: 26 })).join(''),
    { transform: `rotate(${turn} 512 512) translate(512 512) scale(${scale}) translate(-512 -512)` },
  );
  const pin = palette.tone(isNight ? 0.74 : 0.57, 0.22, random.pick([0, 0, 160, -60]));
  const marker = random.chance(0.6)
    ? [
        line('M180 1060C260 700 640 800 560 740', pin, 54, { opacity: 0.35 }),
        ellipse(560, 768, 110, 30, '#000000', { opacity: 0.2 }),
        path('M560 760C470 620 370 540 370 400A190 190 0 0 1 750 400C750 540 650 620 560 760Z', pin),
        circle(560, 400, 78, '#ffffff'),
      ]
    : [
        circle(512, 512, 290, pin, { opacity: 0.22 }),
        circle(512, 512, 190, '#ffffff'),
        path('M512 372L612 632L512 580L412 632Z', pin, { stroke: pin, strokeWidth: 24, strokeLinejoin: 'round' }),
      ];
  return [rect(0, 0, 1024, 1024, isNight ? palette.tone(0.46, 0.05) : '#ffffff'), map, marker.join('')].join('');
};

/** A road to the horizon. */
export const road: Draw = (art) => {
  const { palette } = art;
  const dashes = [
    [560, 620, 10],
    [650, 730, 18],
    [770, 880, 28],
    [930, 1060, 40],
  ] as const;
  return [
    ground(art),
    circle(512, 430, 190, palette.accent),
    path('M0 520H1024V1024H0Z', palette.accentDeep),
    path('M452 520H572L900 1024H124Z', palette.tone(0.27, 0.03)),
    dashes
      .map(([top, bottom, w]) =>
        path(`M${512 - w * 0.6} ${top}H${512 + w * 0.6}L${512 + w} ${bottom}H${512 - w}Z`, '#ffffff'),
      )
      .join(''),
  ].join('');
};
