import { type Draw, ground } from './icon-art';
import { circle, curve, line, n, path, polygon, rect } from './svg';

/** Bars that move with sound. */
export const equalizer: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.pick([4, 5, 7]);
  const step = 720 / count;
  const fill = canvas.linear(
    [
      [0, palette.isDark ? palette.accentPale : palette.accent],
      [1, palette.isDark ? palette.accent : palette.accentDeep],
    ],
    90,
  );
  return [
    ground(art),
    Array.from({ length: count }, (_, index) => {
      const h = random.range(180, 640);
      return rect(152 + index * step + step * 0.16, 512 - h / 2, step * 0.68, h, fill, { rx: step * 0.34 });
    }).join(''),
  ].join('');
};

/** A wave form, as a smooth band. */
export const waveform: Draw = (art) => {
  const { palette, random } = art;
  const ink = [palette.accent, palette.ground === 'light' ? palette.figure : palette.ink, palette.tint];
  return [
    ground(art),
    [0, 1, 2]
      .map((layer) => {
        const phase = random.range(0, 6);
        const points = Array.from({ length: 25 }, (_, index) => {
          const u = index / 24;
          return [u * 1024, 512 + Math.sin(u * 9 + phase) * 290 * Math.sin(u * Math.PI) * (1 - layer * 0.2)] as const;
        });
        return line(curve(points), ink[layer] ?? palette.ink, 46 - layer * 8, { opacity: 0.95 });
      })
      .join(''),
  ].join('');
};

/** A record. */
export const vinyl: Draw = (art) => {
  const { palette, random } = art;
  const [x, y, r] = random.pick([
    [512, 512, 390],
    [720, 700, 620],
    [512, 860, 560],
  ] as const);
  const grooves = [0.92, 0.8, 0.68, 0.56].map(
    (part) =>
      `<circle cx="${x}" cy="${y}" r="${n(r * part)}" fill="none" stroke="#ffffff" stroke-width="5" opacity=".16"/>`,
  );
  return [
    ground(art),
    circle(x, y, r, '#17151c'),
    grooves.join(''),
    path(
      polygon([
        [x, y],
        [x + r * 0.96, y - r * 0.26],
        [x + r * 0.96, y + r * 0.06],
      ]),
      '#ffffff',
      { opacity: 0.1 },
    ),
    path(
      polygon([
        [x, y],
        [x - r * 0.96, y + r * 0.26],
        [x - r * 0.96, y - r * 0.06],
      ]),
      '#ffffff',
      { opacity: 0.1 },
    ),
    circle(x, y, r * 0.38, palette.accent),
    circle(x, y, r * 0.38, 'none', { stroke: palette.accentDeep, strokeWidth: 10 }),
    circle(x, y, r * 0.06, '#17151c'),
  ].join('');
};

/** Piano keys. */
export const keys: Draw = (art) => {
  const { palette } = art;
  const whites = [0, 1, 2, 3, 4].map((index) =>
    rect(index * 205, 300, 199, 780, index === 2 ? palette.accent : '#fbfaf6', { rx: 30 }),
  );
  const blacks = [1, 2, 4].map((index) => rect(index * 205 - 64, 300, 124, 420, '#1b1920', { rx: 20 }));
  return `${ground(art)}${whites.join('')}${blacks.join('')}${rect(0, 250, 1024, 66, palette.accentDeep)}`;
};
