import { glyph } from './glyphs';
import { type Draw, glow, ground, shadow } from './icon-art';
import { circle, group, line, n, path, polygon, rect, regularPolygon, scallops } from './svg';

/** One glyph, large, on the ground. */
export const plain: Draw = (art) => {
  const { palette, glyph: name } = art;
  const weight = art.random.pick([1.7, 2, 2.3]);
  const black = glyph(name, 512, 512, 600, { body: '#000', weight });
  return [
    ground(art),
    glow(art),
    shadow(art, black, 24, 20, 0.22),
    glyph(name, 512, 512, 600, { body: palette.ink, detail: palette.isDark ? palette.to : palette.accent, weight }),
  ].join('');
};

/** Two colours, the second for the glyph's details. */
export const duotone: Draw = (art) => {
  const { palette, glyph: name, random } = art;
  const x = random.chance(0.5) ? 512 : random.pick([420, 604]);
  return [
    ground(art),
    circle(1024 - x, random.pick([320, 700]), 380, palette.tint, { opacity: 0.55 }),
    glyph(name, 512, 512, 620, {
      body: palette.figure,
      detail:
        palette.ground === 'vivid' ? palette.detail : palette.ground === 'light' ? palette.detail : palette.accent,
    }),
  ].join('');
};

/** A plate with the glyph cut out of it. */
export const cutOut: Draw = (art) => {
  const { canvas, palette, glyph: name, random } = art;
  const plate = random.pick([
    circle(512, 512, 372, '#fff'),
    rect(152, 152, 720, 720, '#fff', { rx: 190 }),
    path(regularPolygon(512, 512, 400, 6, 30), '#fff', { stroke: '#fff', strokeWidth: 70, strokeLinejoin: 'round' }),
    path(scallops(512, 512, 372, 30, 12), '#fff'),
    rect(152, 152, 720, 720, '#fff', {
      rx: 120,
      transform: 'rotate(45 512 512) translate(512 512) scale(.86) translate(-512 -512)',
    }),
  ]);
  const hole = glyph(name, 512, 512, 430, { body: '#000', detail: '#fff', weight: 2.2 });
  const fill = palette.ground === 'vivid' ? '#ffffff' : palette.figure;
  return `${ground(art)}${shadow(art, plate.replaceAll('#fff', '#000'), 22, 26, 0.2)}${glyph(name, 512, 512, 430, { body: palette.to, detail: palette.to, weight: 2.6 })}<g mask="${canvas.mask(plate + hole)}">${rect(0, 0, 1024, 1024, fill)}</g>`;
};

/** A rosette or shield holding a small glyph. */
export const badge: Draw = (art) => {
  const { palette, glyph: name, random, canvas } = art;
  const outer = random.chance(0.5)
    ? scallops(512, 512, 370, 26, random.pick([10, 14, 18]))
    : 'M512 120C620 200 740 226 850 226V520C850 720 720 850 512 920C304 850 174 720 174 520V226C284 226 404 200 512 120Z';
  const fill = canvas.linear(
    [
      [0, palette.ground === 'light' ? palette.figure : palette.accent],
      [1, palette.accentDeep],
    ],
    70,
  );
  return [
    ground(art),
    shadow(art, path(outer, '#000'), 26, 24, 0.3),
    path(outer, fill),
    group(line(outer, '#ffffff', 10, { opacity: 0.55, strokeDasharray: '1 24' }), {
      transform: 'translate(512 512) scale(.88) translate(-512 -512)',
    }),
    glyph(name, 512, 505, 370, { body: '#ffffff', detail: palette.accentDeep, weight: 2.2 }),
  ].join('');
};

/** Two halves, the glyph in each other's colour. */
export const split: Draw = (art) => {
  const { canvas, palette, glyph: name, random } = art;
  const edge = random.pick([
    [
      [0, 0],
      [512, 0],
      [512, 1024],
      [0, 1024],
    ],
    [
      [0, 0],
      [1024, 0],
      [0, 1024],
    ],
    [
      [0, 512],
      [1024, 512],
      [1024, 1024],
      [0, 1024],
    ],
    [
      [0, 0],
      [700, 0],
      [324, 1024],
      [0, 1024],
    ],
  ] as const);
  const half = path(polygon(edge), '#fff');
  const other = palette.ground === 'light' ? palette.figure : palette.ground === 'vivid' ? '#ffffff' : palette.figure;
  const first = glyph(name, 512, 512, 640, { body: other, detail: palette.to, weight: 2.2 });
  const second = glyph(name, 512, 512, 640, {
    body: palette.ground === 'light' ? palette.from : palette.to,
    detail: other,
    weight: 2.2,
  });
  return `${ground(art)}${first}<g clip-path="${canvas.clip(half)}">${rect(0, 0, 1024, 1024, other)}${second}</g>`;
};

/** Flat, with a long shadow to the lower right. */
export const longShadow: Draw = (art) => {
  const { palette, glyph: name } = art;
  const steps = Array.from(
    { length: 30 },
    (_, index) => `<use href="#g" x="${n((index + 1) * 20)}" y="${n((index + 1) * 20)}"/>`,
  );
  const body = glyph(name, 512, 512, 560, { body: palette.shade, weight: 2.3 }).replace('<g ', '<g id="g" ');
  return [
    ground(art),
    '<g>',
    steps.join(''),
    body,
    '</g>',
    glyph(name, 512, 512, 560, {
      body: palette.ink,
      detail:
        palette.figure === palette.ink ? palette.detail : palette.ground === 'vivid' ? palette.detail : palette.accent,
      weight: 2.3,
    }),
  ].join('');
};

/** Glowing tubes on the dark. */
export const neon: Draw = (art) => {
  const { canvas, palette, glyph: name } = art;
  const tube = (colour: string, weight: number) => glyph(name, 512, 512, 600, { body: colour, weight, outlined: true });
  const night = rect(
    0,
    0,
    1024,
    1024,
    canvas.radial(
      [
        [0, palette.tone(0.33, 0.11)],
        [1, palette.tone(0.14, 0.05)],
      ],
      0.5,
      0.5,
      0.7,
    ),
  );
  return `${night}<g filter="${canvas.blur(34)}">${tube(palette.tone(0.68, 0.24), 2.6)}</g>${tube(palette.tone(0.74, 0.2), 1.9)}${tube(palette.tone(0.95, 0.06), 0.8)}`;
};

/** Rows of the glyph, one of them lit. */
export const repeat: Draw = (art) => {
  const { palette, glyph: name, random } = art;
  const lit = random.int(0, 1) * 2 + 4;
  const cells = Array.from({ length: 9 }, (_, index) => {
    const x = 512 + ((index % 3) - 1) * 286;
    const y = 512 + (Math.floor(index / 3) - 1) * 286;
    return index === lit || index === 4
      ? glyph(name, x, y, 236, {
          body: index === 4 ? palette.ink : palette.accent,
          detail: index === 4 ? palette.to : palette.accentDeep,
          weight: 2.2,
        })
      : glyph(name, x, y, 190, { body: palette.ink, detail: palette.to, weight: 2.2 }).replace(
          '<g ',
          '<g opacity=".22" ',
        );
  });
  return `${ground(art)}${cells.join('')}`;
};

/** The glyph far larger than the icon, cut by its edges. */
export const cropped: Draw = (art) => {
  const { palette, glyph: name, random } = art;
  const [x, y] = random.pick([
    [600, 610],
    [430, 600],
    [512, 600],
  ]);
  return [
    ground(art),
    glyph(name, x, y, 880, {
      body: palette.ground === 'light' ? palette.figure : palette.ink,
      detail:
        palette.ground === 'light' ? palette.accentDeep : palette.ground === 'vivid' ? palette.detail : palette.accent,
      weight: 1.9,
      turn: random.pick([-14, 10, 0, 16]),
    }),
  ].join('');
};

/** A sticker: white edge, a tilt, a shadow. */
export const sticker: Draw = (art) => {
  const { palette, glyph: name, random } = art;
  const turn = random.pick([-12, -8, 9, 12]);
  const edge = glyph(name, 512, 512, 560, { body: '#ffffff', weight: 5.4, turn });
  return [
    ground(art),
    shadow(art, edge.replaceAll('#ffffff', '#000'), 20, 18, 0.3),
    edge,
    glyph(name, 512, 512, 560, {
      body: palette.accentDeep,
      detail: palette.ground === 'light' ? palette.accent : palette.accent,
      weight: 2.2,
      turn,
    }),
  ].join('');
};

/** Halftone: the glyph as a field of dots of two sizes. */
export const halftone: Draw = (art) => {
  const { canvas, palette, glyph: name } = art;
  const step = 50;
  let dots = '';
  for (let row = 0; row < 24; row += 1) {
    for (let column = 0; column < 23; column += 1) {
      const x = column * step + (row % 2) * (step / 2) - 40;
      dots += `M${n(x - 21)} ${row * step * 0.87 + 10}a21 21 0 1 0 42 0a21 21 0 1 0 -42 0`;
    }
  }
  const mask = canvas.mask(glyph(name, 512, 512, 820, { body: '#fff', detail: '#000', weight: 3.4 }));
  return `${ground(art)}${path(dots, palette.ink, { opacity: 0.1 })}<g mask="${mask}">${path(dots, palette.ground === 'light' ? palette.figure : palette.ink)}</g>`;
};
