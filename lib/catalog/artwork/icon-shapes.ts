import { type Draw, glow, ground, shadow } from './icon-art';
import { circle, group, line, n, path, polygon, rect, regularPolygon } from './svg';

const around = (count: number, draw: (index: number, angle: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index, (360 / count) * index)).join('');

/** Two or three shapes whose colours mix where they meet. */
export const overlap: Draw = (art) => {
  const { palette, random } = art;
  const shape = (x: number, y: number, fill: string, kind: number) =>
    kind === 0
      ? circle(x, y, 262, fill)
      : kind === 1
        ? rect(x - 230, y - 230, 460, 460, fill, { rx: 120 })
        : path(regularPolygon(x, y + 40, 310, 3), fill, { stroke: fill, strokeWidth: 60, strokeLinejoin: 'round' });
  const kinds = random.shuffle([0, 1, 2, 0]);
  const places = random.pick([
    [
      [390, 430],
      [634, 430],
      [512, 640],
    ],
    [
      [392, 400],
      [632, 624],
    ],
    [
      [632, 400],
      [392, 624],
    ],
    [
      [380, 512],
      [644, 512],
    ],
  ] as const);
  const inks = [palette.ground === 'vivid' ? palette.ink : palette.figure, palette.accent, palette.accentDeep];
  const blend = palette.isDark ? 'screen' : 'multiply';
  return [
    ground(art),
    '<g style="isolation:isolate">',
    places
      .map(([x, y], index) =>
        group(shape(x, y, inks[index] ?? palette.accent, kinds[index] ?? 0), {
          style: `mix-blend-mode:${blend}`,
          opacity: 0.88,
        }),
      )
      .join(''),
    '</g>',
  ].join('');
};

/** Rings around a point that is not always the middle. */
export const concentric: Draw = (art) => {
  const { palette, random } = art;
  const [x, y] = random.pick([
    [512, 512],
    [512, 1024],
    [250, 780],
    [512, 512],
  ] as const);
  const reach = x === 512 && y === 512 ? 400 : 830;
  const inks = random.chance(0.5)
    ? [palette.ink, palette.from, palette.accent, palette.to]
    : [palette.tint, palette.figure, palette.accent, palette.accentDeep, palette.ink];
  const count = random.int(4, 6);
  return [
    ground(art),
    Array.from({ length: count }, (_, index) =>
      circle(x, y, reach * (1 - index / count), inks[index % inks.length] ?? palette.ink),
    ).join(''),
  ].join('');
};

/** A flower of translucent petals. */
export const petals: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.pick([5, 6, 7, 8, 12]);
  const inner = count > 7 ? 20 : 44;
  const width = Math.min(210, 1080 / count);
  const fill = canvas.linear(
    [
      [0, palette.accent],
      [1, palette.isDark ? palette.accentPale : palette.accentDeep],
    ],
    90,
  );
  const petal = `M512 ${512 - inner}C${n(512 - width)} ${n(512 - 180)} ${n(512 - width)} 150 512 130C${n(512 + width)} 150 ${n(512 + width)} ${n(512 - 180)} 512 ${512 - inner}Z`;
  return [
    ground(art),
    around(count, (_, angle) => path(petal, fill, { transform: `rotate(${n(angle)} 512 512)`, opacity: 0.72 })),
    random.chance(0.5) ? circle(512, 512, 74, palette.ground === 'light' ? palette.accentDeep : palette.from) : '',
  ].join('');
};

/** Quarter circles, discs and squares on a grid, after the Bauhaus. */
export const bauhaus: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([2, 3, 4]);
  const cell = 1024 / side;
  const inks = random.shuffle([
    palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.tint,
    palette.ground === 'light' ? palette.figure : palette.shade,
  ]);
  let body = '';
  for (let index = 0; index < side * side; index += 1) {
    const x = (index % side) * cell;
    const y = Math.floor(index / side) * cell;
    const back = inks[(index * 3 + Math.floor(index / side)) % inks.length] ?? palette.ink;
    const front = inks[(index * 3 + Math.floor(index / side) + random.int(1, 3)) % inks.length] ?? palette.accent;
    const kind = random.int(0, 4);
    body += rect(x, y, cell + 1, cell + 1, back);
    const corner = random.int(0, 3);
    const cx = x + (corner % 2) * cell;
    const cy = y + (corner > 1 ? cell : 0);
    if (kind < 2) {
      const sx = corner % 2 ? -1 : 1;
      const sy = corner > 1 ? -1 : 1;
      body += path(
        `M${n(cx)} ${n(cy)}h${n(sx * cell)}A${n(cell)} ${n(cell)} 0 0 ${sx * sy > 0 ? 1 : 0} ${n(cx)} ${n(cy + sy * cell)}Z`,
        front,
      );
    } else if (kind === 2) body += circle(x + cell / 2, y + cell / 2, cell * 0.36, front);
    else if (kind === 3)
      body += path(
        polygon([
          [x, y + cell],
          [x + cell, y + cell],
          [x + cell, y],
        ]),
        front,
      );
    else body += rect(x, y + cell / 2, cell, cell / 2, front);
  }
  return body;
};

/** Blades turned around the middle. */
export const pinwheel: Draw = (art) => {
  const { palette, random } = art;
  const count = random.pick([3, 4, 5, 6]);
  const inks = [palette.ground === 'light' ? palette.figure : palette.ink, palette.accent];
  const blade = random.pick([
    'M512 512C512 330 600 190 780 170C800 330 700 480 512 512Z',
    'M512 512V150A362 362 0 0 1 760 250Z',
    'M512 500C430 420 430 260 512 130C660 210 680 400 512 500Z',
  ]);
  return [
    ground(art),
    glow(art),
    around(count, (index, angle) =>
      path(blade, inks[count % 2 ? 0 : index % 2] ?? palette.ink, {
        transform: `rotate(${n(angle)} 512 512)`,
        opacity: count % 2 ? 0.6 + (0.4 * index) / count : 1,
      }),
    ),
  ].join('');
};

/** A lit ball. */
export const orb: Draw = (art) => {
  const { canvas, palette, random } = art;
  const ball = canvas.radial(
    [
      [0, palette.tone(0.97, 0.04)],
      [0.28, palette.accent],
      [0.75, palette.accentDeep],
      [1, palette.tone(0.24, 0.1)],
    ],
    0.36,
    0.3,
    0.78,
  );
  const ring = random.chance(0.5)
    ? line('M150 590C80 700 420 690 640 590C860 490 980 350 880 330', palette.ink, 34)
    : '';
  return [
    ground(art),
    shadow(art, '<ellipse cx="512" cy="820" rx="270" ry="50"/>', 20, 26, 0.4),
    circle(512, 500, 330, ball),
    ring,
  ].join('');
};

/** One cube in another, or a pile of them. */
export const isometric: Draw = (art) => {
  const { palette, random } = art;
  const cube = (x: number, y: number, s: number, top: string, left: string, right: string) => {
    const w = s * 0.866;
    const h = s / 2;
    return (
      path(
        polygon([
          [x, y - s],
          [x + w, y - h],
          [x, y],
          [x - w, y - h],
        ]),
        top,
      ) +
      path(
        polygon([
          [x - w, y - h],
          [x, y],
          [x, y + s],
          [x - w, y + h],
        ]),
        left,
      ) +
      path(
        polygon([
          [x + w, y - h],
          [x, y],
          [x, y + s],
          [x + w, y + h],
        ]),
        right,
      )
    );
  };
  const plain = palette.ground === 'light' ? palette.figure : palette.ink;
  const sets = [
    palette.ground === 'light'
      ? ([palette.accent, palette.figure, palette.accentDeep] as const)
      : ([palette.ink, palette.tint, palette.shade] as const),
    [palette.accentPale, palette.accent, palette.accentDeep],
    [palette.accent, palette.accentDeep, palette.shade],
    [plain, palette.accent, palette.accentDeep],
  ] as const;
  const [first, second] = random.shuffle(sets);
  if (!first || !second) return ground(art);
  const pile: readonly (readonly [x: number, y: number, s: number])[] = random.pick([
    [[512, 500, 350]],
    [[512, 500, 350]],
    [
      [347, 616, 190],
      [677, 616, 190],
      [512, 330, 190],
    ],
    [
      [512, 690, 190],
      [512, 500, 190],
      [512, 310, 190],
    ],
    [
      [512, 400, 150],
      [382, 475, 150],
      [642, 475, 150],
      [252, 550, 150],
      [772, 550, 150],
      [512, 550, 150],
      [382, 625, 150],
      [642, 625, 150],
      [512, 700, 150],
      [512, 400, 150],
    ],
  ] as const);
  const inner = pile.length === 1 ? cube(512, 500, random.pick([170, 230]), second[1], second[2], second[0]) : '';
  const cubes = pile.map(([x, y, s], index) => cube(x, y, s, ...(index === pile.length - 1 ? second : first)));
  return [ground(art), pile.length === 1 ? cube(512, 500, 350, ...first) : cubes.join(''), inner].join('');
};
