import { type Draw, glow, ground } from './icon-art';
import { circle, group, line, n, path, polygon, rect } from './svg';

/** A creature made of pixels, the same left and right. */
export const invader: Draw = (art) => {
  const { palette, random } = art;
  const size = 72;
  let body = '';
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      const isEye = row === 3 && column === 2;
      const isOn = isEye || (column > 1 && row > 0 && row < 7) || random.chance(0.48);
      if (!isOn) continue;
      const fill = isEye
        ? palette.accentDeep
        : row > 5
          ? palette.accent
          : palette.ground === 'light'
            ? palette.figure
            : palette.ink;
      for (const place of [column, 7 - column])
        body += rect(224 + place * size, 224 + row * size, size + 0.5, size + 0.5, fill);
    }
  }
  return `${ground(art)}${group(body, { transform: 'translate(512 512) scale(1.12) translate(-512 -512)' })}`;
};

/** A face that looks at you. */
export const face: Draw = (art) => {
  const { palette, random, canvas } = art;
  const skin = palette.ground === 'light' || palette.ground === 'pastel' ? palette.figure : palette.accent;
  const shape = random.pick([
    'M150 1024V560A362 362 0 0 1 874 560V1024Z',
    'M512 170C780 170 900 330 900 560S760 900 512 900S124 790 124 560S244 170 512 170Z',
    'M250 210H774A90 90 0 0 1 864 300V774A90 90 0 0 1 774 864H250A90 90 0 0 1 160 774V300A90 90 0 0 1 250 210Z',
    'M512 140C640 300 900 330 880 590S690 910 512 910S164 850 144 590S384 300 512 140Z',
  ]);
  const ears = random.pick([
    '',
    path('M210 380L190 110L420 240ZM814 380L834 110L604 240Z', skin, {
      stroke: skin,
      strokeWidth: 40,
      strokeLinejoin: 'round',
    }),
    circle(230, 280, 120, skin) + circle(794, 280, 120, skin),
    line('M512 220V90', skin, 36) + circle(512, 84, 52, palette.ink),
    path('M330 300C240 40 330 20 420 260ZM694 300C784 40 694 20 604 260Z', skin, {
      stroke: skin,
      strokeWidth: 40,
      strokeLinejoin: 'round',
    }),
  ]);
  const eyes = random.int(0, 9) === 0 ? [512] : [372, 652];
  const y = random.int(470, 540);
  const r = eyes.length === 1 ? 130 : random.pick([62, 84, 100]);
  const look = random.int(-18, 18);
  const eye = eyes.map((x) =>
    r === 62
      ? circle(x, y, 46, '#1d1a22') + circle(x + 14, y - 16, 14, '#ffffff')
      : circle(x, y, r, '#ffffff') +
        circle(x + look, y + 8, r * 0.5, '#1d1a22') +
        circle(x + look + r * 0.16, y - r * 0.12, r * 0.16, '#ffffff'),
  );
  const mouth = random.pick([
    line('M412 690Q512 790 612 690', '#1d1a22', 34),
    path('M392 670H632A120 120 0 0 1 392 670Z', '#1d1a22') +
      path('M440 766Q512 712 584 766Q512 812 440 766Z', palette.tone(0.68, 0.2, 20 - 0)),
    circle(512, 716, 42, '#1d1a22'),
    path('M480 640H544L512 684Z', '#1d1a22', { stroke: '#1d1a22', strokeWidth: 18, strokeLinejoin: 'round' }) +
      line('M512 690V724M512 724Q460 780 416 730M512 724Q564 780 608 730', '#1d1a22', 24),
    line('M412 714H612', '#1d1a22', 34) + path('M540 714v64h52v-64z', '#ffffff'),
  ]);
  const cheeks = random.chance(0.5)
    ? circle(262, 640, 56, '#ff6f7d', { opacity: 0.5 }) + circle(762, 640, 56, '#ff6f7d', { opacity: 0.5 })
    : '';
  const shade = `<g clip-path="${canvas.clip(path(shape, '#fff'))}">${circle(760, 820, 520, '#000000', { opacity: 0.06 })}</g>`;
  return `${ground(art)}${ears}${path(shape, skin)}${shade}${cheeks}${eye.join('')}${mouth}`;
};

/** A cut stone. */
export const gem: Draw = (art) => {
  const { palette } = art;
  const [a, b, c, d] = [
    palette.tone(0.93, 0.07, 20),
    palette.tone(0.78, 0.16),
    palette.tone(0.62, 0.2, -15),
    palette.tone(0.46, 0.19, -25),
  ];
  return [
    ground(art),
    glow(art, 0.5, 0.4),
    path(
      polygon([
        [290, 230],
        [734, 230],
        [890, 420],
        [134, 420],
      ]),
      b,
    ),
    path(
      polygon([
        [512, 230],
        [640, 420],
        [384, 420],
      ]),
      a,
    ),
    path(
      polygon([
        [290, 230],
        [384, 420],
        [134, 420],
      ]),
      a,
      { opacity: 0.7 },
    ),
    path(
      polygon([
        [734, 230],
        [890, 420],
        [640, 420],
      ]),
      c,
    ),
    path(
      polygon([
        [134, 420],
        [384, 420],
        [512, 850],
      ]),
      b,
    ),
    path(
      polygon([
        [384, 420],
        [640, 420],
        [512, 850],
      ]),
      c,
    ),
    path(
      polygon([
        [640, 420],
        [890, 420],
        [512, 850],
      ]),
      d,
    ),
  ].join('');
};

type Cells = readonly (readonly [number, number])[];

/** Falling blocks. */
export const blocks: Draw = (art) => {
  const { palette, random } = art;
  const s = 170;
  const draw = (cells: Cells, x: number, y: number, fill: string) =>
    cells
      .map(
        ([column, row]) =>
          rect(x + column * s + 5, y + row * s + 5, s - 10, s - 10, fill, { rx: 28 }) +
          rect(x + column * s + 26, y + row * s + 24, s - 52, 22, '#ffffff', { rx: 11, opacity: 0.35 }),
      )
      .join('');
  const first: Cells = [
    [0, 0],
    [1, 0],
    [2, 0],
    [1, 1],
  ];
  const second: Cells = [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
  ];
  const square: Cells = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ];
  const inks = random.shuffle([
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
  ]);
  return [
    ground(art),
    draw(random.pick([first, second]), 172, 172, inks[0] ?? palette.ink),
    draw(square, 512, 512, inks[1] ?? palette.accent),
    draw(
      [
        [0, 0],
        [0, 1],
      ],
      172,
      512,
      inks[2] ?? palette.accentDeep,
    ),
  ].join('');
};

/** A key hole in a lit door, with steps. */
export const dungeon: Draw = (art) => {
  const { palette, canvas } = art;
  const light = canvas.radial(
    [
      [0, palette.tone(0.95, 0.12, 60)],
      [1, palette.accent],
    ],
    0.5,
    0.7,
    0.7,
  );
  const stones = Array.from({ length: 9 }, (_, index) => {
    const angle = Math.PI * (1 + index / 8);
    return rect(-52, -36, 104, 72, palette.tone(0.34 + (index % 2) * 0.06, 0.05), {
      rx: 16,
      transform: `translate(${n(512 + Math.cos(angle) * 318)} ${n(500 + Math.sin(angle) * 318)}) rotate(${n((angle * 180) / Math.PI + 90)})`,
    });
  });
  return [
    rect(0, 0, 1024, 1024, palette.tone(0.22, 0.06)),
    path('M242 1024V500A270 270 0 0 1 782 500V1024Z', light),
    stones.join(''),
    path('M512 470A86 86 0 0 1 556 630L596 800H428L468 630A86 86 0 0 1 512 470Z', palette.tone(0.2, 0.08)),
    rect(180, 880, 664, 56, palette.tone(0.42, 0.06), { rx: 12 }),
    rect(110, 936, 804, 88, palette.tone(0.32, 0.06), { rx: 12 }),
  ].join('');
};
