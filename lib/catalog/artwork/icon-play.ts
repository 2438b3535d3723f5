import { type Draw, glow, ground, shadow } from './icon-art';
import { circle, group, line, n, path, polygon, rect, regularPolygon } from './svg';
import { text } from './text';

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
      const fill = isEye ? palette.accentDeep : row > 5 ? palette.accent : palette.ground === 'light' ? palette.figure : palette.ink;
      for (const place of [column, 7 - column]) body += rect(224 + place * size, 224 + row * size, size + 0.5, size + 0.5, fill);
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
    path('M210 380L190 110L420 240ZM814 380L834 110L604 240Z', skin, { stroke: skin, strokeWidth: 40, strokeLinejoin: 'round' }),
    circle(230, 280, 120, skin) + circle(794, 280, 120, skin),
    line('M512 220V90', skin, 36) + circle(512, 84, 52, palette.ink),
    path('M330 300C240 40 330 20 420 260ZM694 300C784 40 694 20 604 260Z', skin, { stroke: skin, strokeWidth: 40, strokeLinejoin: 'round' }),
  ]);
  const eyes = random.int(0, 9) === 0 ? [512] : [372, 652];
  const y = random.int(470, 540);
  const r = eyes.length === 1 ? 130 : random.pick([62, 84, 100]);
  const look = random.int(-18, 18);
  const eye = eyes.map((x) => (r === 62 ? circle(x, y, 46, '#1d1a22') + circle(x + 14, y - 16, 14, '#ffffff') : circle(x, y, r, '#ffffff') + circle(x + look, y + 8, r * 0.5, '#1d1a22') + circle(x + look + r * 0.16, y - r * 0.12, r * 0.16, '#ffffff')));
  const mouth = random.pick([
    line('M412 690Q512 790 612 690', '#1d1a22', 34),
    path('M392 670H632A120 120 0 0 1 392 670Z', '#1d1a22') + path('M440 766Q512 712 584 766Q512 812 440 766Z', palette.tone(0.68, 0.2, 20 - 0)),
    circle(512, 716, 42, '#1d1a22'),
    path('M480 640H544L512 684Z', '#1d1a22', { stroke: '#1d1a22', strokeWidth: 18, strokeLinejoin: 'round' }) + line('M512 690V724M512 724Q460 780 416 730M512 724Q564 780 608 730', '#1d1a22', 24),
    line('M412 714H612', '#1d1a22', 34) + path('M540 714v64h52v-64z', '#ffffff'),
  ]);
  const cheeks = random.chance(0.5) ? circle(262, 640, 56, '#ff6f7d', { opacity: 0.5 }) + circle(762, 640, 56, '#ff6f7d', { opacity: 0.5 }) : '';
  const shade = `<g clip-path="${canvas.clip(path(shape, '#fff'))}">${circle(760, 820, 520, '#000000', { opacity: 0.06 })}</g>`;
  return `${ground(art)}${ears}${path(shape, skin)}${shade}${cheeks}${eye.join('')}${mouth}`;
};

const suits = {
  heart: 'M0 40C-90 -30 -70 -100 -28 -100C-8 -100 0 -84 0 -74C0 -84 8 -100 28 -100C70 -100 90 -30 0 40Z',
  spade: 'M0 -100C90 -30 74 30 34 30C16 30 6 18 4 8L20 60H-20L-4 8C-6 18 -16 30 -34 30C-74 30 -90 -30 0 -100Z',
  diamond: 'M0 -104L62 -26L0 52L-62 -26Z',
  club: 'M0 -100A38 38 0 0 1 34 -46A38 38 0 1 1 6 8L20 60H-20L-6 8A38 38 0 1 1 -34 -46A38 38 0 0 1 0 -100Z',
};

/** A hand of cards. */
export const cards: Draw = (art) => {
  const { palette, random } = art;
  const names = random.shuffle(['heart', 'spade', 'diamond', 'club'] as const);
  const card = (angle: number, suit: keyof typeof suits, label: string) => {
    const ink = suit === 'heart' || suit === 'diamond' ? '#d7263d' : '#1f2230';
    return group(
      `${rect(-200, -290, 400, 580, '#000000', { rx: 48, opacity: 0.18, transform: 'translate(10 18)' })}${rect(-200, -290, 400, 580, '#ffffff', { rx: 48 })}${group(path(suits[suit], ink), { transform: 'translate(0 66) scale(2.1)' })}${text(label, -150, -180, { size: 110, font: 'bold', fill: ink })}`,
      { transform: `translate(512 560) rotate(${angle}) translate(0 -40)` },
    );
  };
  const label = random.pick(['A', 'K', 'Q', 'J', '7']);
  return `${ground(art)}${glow(art)}${card(-20, names[0] ?? 'heart', '9')}${card(random.pick([6, 12]), names[1] ?? 'spade', label)}`;
};

/** One or two dice. */
export const dice: Draw = (art) => {
  const { palette, random } = art;
  const pips: Record<number, readonly (readonly [number, number])[]> = { 1: [[0, 0]], 2: [[-1, -1], [1, 1]], 3: [[-1, -1], [0, 0], [1, 1]], 4: [[-1, -1], [1, -1], [-1, 1], [1, 1]], 5: [[-1, -1], [1, -1], [0, 0], [-1, 1], [1, 1]], 6: [[-1, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [1, 1]] };
  const die = (x: number, y: number, s: number, turn: number, fill: string, ink: string) =>
    group(`${rect(-s, -s + 26, s * 2, s * 2, '#000000', { rx: s * 0.34, opacity: 0.2 })}${rect(-s, -s, s * 2, s * 2, fill, { rx: s * 0.34 })}${(pips[random.int(1, 6)] ?? []).map(([px, py]) => circle(px * s * 0.52, py * s * 0.52, s * 0.16, ink)).join('')}`, { transform: `translate(${x} ${y}) rotate(${turn})` });
  return random.chance(0.5)
    ? `${ground(art)}${die(512, 505, 300, random.pick([-12, 14, 0]), '#ffffff', palette.accentDeep)}`
    : `${ground(art)}${die(640, 400, 196, 16, palette.accent, palette.accentDeep)}${die(390, 620, 216, -14, '#ffffff', palette.ground === 'light' ? palette.figure : palette.accentDeep)}`;
};

/** A board with two pieces. */
export const checker: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([4, 5]);
  const cell = 1024 / side;
  const squares = Array.from({ length: side * side }, (_, index) => ((index + Math.floor(index / side) * (side % 2 === 0 ? 1 : 0)) % 2 ? rect((index % side) * cell, Math.floor(index / side) * cell, cell + 1, cell + 1, palette.accentDeep, { opacity: 0.85 }) : ''));
  const piece = (column: number, row: number, fill: string, rim: string) => circle((column + 0.5) * cell, (row + 0.5) * cell + 14, cell * 0.4, '#000000', { opacity: 0.25 }) + circle((column + 0.5) * cell, (row + 0.5) * cell, cell * 0.4, fill) + circle((column + 0.5) * cell, (row + 0.5) * cell, cell * 0.26, 'none', { stroke: rim, strokeWidth: cell * 0.06 });
  return `${ground(art)}${squares.join('')}${piece(1, side - 3 + 0, '#ffffff', palette.tint)}${piece(2, 2, palette.accent, palette.accentDeep)}${piece(side - 2, 1, '#ffffff', palette.tint)}`;
};

/** A cut stone. */
export const gem: Draw = (art) => {
  const { palette } = art;
  const [a, b, c, d] = [palette.tone(0.93, 0.07, 20), palette.tone(0.78, 0.16), palette.tone(0.62, 0.2, -15), palette.tone(0.46, 0.19, -25)];
  return `${ground(art)}${glow(art, 0.5, 0.4)}${path(polygon([[290, 230], [734, 230], [890, 420], [134, 420]]), b)}${path(polygon([[512, 230], [640, 420], [384, 420]]), a)}${path(polygon([[290, 230], [384, 420], [134, 420]]), a, { opacity: 0.7 })}${path(polygon([[734, 230], [890, 420], [640, 420]]), c)}${path(polygon([[134, 420], [384, 420], [512, 850]]), b)}${path(polygon([[384, 420], [640, 420], [512, 850]]), c)}${path(polygon([[640, 420], [890, 420], [512, 850]]), d)}`;
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
  const first: Cells = [[0, 0], [1, 0], [2, 0], [1, 1]];
  const second: Cells = [[0, 0], [1, 0], [1, 1], [2, 1]];
  const square: Cells = [[0, 0], [1, 0], [0, 1], [1, 1]];
  const inks = random.shuffle([palette.ground === 'light' ? palette.figure : palette.ink, palette.accent, palette.accentDeep]);
  return `${ground(art)}${draw(random.pick([first, second]), 172, 172, inks[0] ?? palette.ink)}${draw(square, 512, 512, inks[1] ?? palette.accent)}${draw([[0, 0], [0, 1]], 172, 512, inks[2] ?? palette.accentDeep)}`;
};

/** Letter or number tiles of a puzzle. */
export const tiles: Draw = (art) => {
  const { palette, random, letter } = art;
  const labels = random.chance(0.5) ? random.shuffle(['2', '4', '8', '16']) : [letter, ...random.shuffle(['A', 'E', 'R', 'S', 'O', 'N'])];
  const fills = [palette.ground === 'light' ? palette.figure : palette.ink, palette.accent, palette.tint, palette.accentDeep];
  const inks = [palette.ground === 'light' || palette.ground === 'vivid' ? palette.detail : palette.to, palette.accentDeep, palette.ink === '#ffffff' ? palette.accentDeep : palette.ink, '#ffffff'];
  return `${ground(art)}${[0, 1, 2, 3].map((index) => {
    const x = 152 + (index % 2) * 370;
    const y = 152 + Math.floor(index / 2) * 370;
    return `${rect(x, y + 16, 350, 350, '#000000', { rx: 70, opacity: 0.18 })}${rect(x, y, 350, 350, fills[index] ?? '#fff', { rx: 70 })}${text(labels[index] ?? 'A', x + 175, y + 252, { size: 210, font: 'black', fill: inks[index] ?? '#000', anchor: 'middle' })}`;
  }).join('')}`;
};

/** A ball: football, basketball, tennis or billiards. */
export const ball: Draw = (art) => {
  const { palette, random, canvas } = art;
  const kind = random.int(0, 3);
  const fill = ['#ffffff', '#ef7d2b', '#d6ee3f', palette.accentDeep][kind] ?? '#ffffff';
  const ink = '#1c1c22';
  const seams = [
    `${path(regularPolygon(512, 512, 110, 5), ink)}${[0, 72, 144, 216, 288].map((angle) => group(line('M512 402V260', ink, 20) + path('M512 250L410 180L450 90H574L614 180Z', ink), { transform: `rotate(${angle} 512 512)` })).join('')}`,
    line('M512 150V874M150 512H874M260 250C420 400 420 624 260 774M764 250C604 400 604 624 764 774', ink, 20),
    line('M210 330C460 380 480 660 250 800M814 694C564 644 544 364 774 224', '#ffffff', 30),
    `${circle(512, 460, 170, '#ffffff')}${text(random.pick(['8', '3', '5', '9']), 512, 535, { size: 210, font: 'bold', fill: ink, anchor: 'middle' })}`,
  ];
  const light = canvas.radial([[0, '#ffffff', 0.45], [0.5, '#ffffff', 0], [1, '#000000', 0.28]], 0.35, 0.28, 0.8);
  const scale = random.pick([1, 1, 1.45]);
  return `${ground(art)}${group(`${shadow(art, '<ellipse cx="512" cy="880" rx="230" ry="36"/>', 0, 16, 0.4)}${circle(512, 512, 346, fill)}<g clip-path="${canvas.clip(circle(512, 512, 346, '#fff'))}">${seams[kind] ?? ''}</g>${circle(512, 512, 346, light)}`, { transform: `translate(512 512) scale(${scale}) translate(${scale > 1 ? '-380 -400' : '-512 -512'})` })}`;
};

/** A playing field from above. */
export const pitch: Draw = (art) => {
  const { palette, random } = art;
  const bands = Array.from({ length: 6 }, (_, index) => rect(0, index * 171, 1024, 171, index % 2 ? palette.shade : palette.tint, { opacity: 0.25 }));
  const lines = line('M0 512H1024M512 360A152 152 0 1 1 511 360ZM300 0V190H724V0M300 1024V834H724V1024', palette.ink, 26, { strokeLinecap: 'butt' });
  return `${ground(art)}${group(bands.join('') + lines, { transform: `rotate(${random.pick([0, 90, -32])} 512 512) translate(512 512) scale(1.08) translate(-512 -512)` })}${circle(512, 512, 60, palette.accent)}`;
};

/** A pennant on a pole. */
export const pennant: Draw = (art) => {
  const { palette, letter } = art;
  return `${ground(art)}${line('M270 150V900', palette.ink, 44)}${path('M292 190L880 400L292 610Z', palette.ground === 'light' ? palette.figure : palette.accent)}${text(letter, 430, 478, { size: 230, font: 'black', fill: palette.ground === 'light' ? '#ffffff' : palette.accentDeep, anchor: 'middle' })}`;
};

/** A key hole in a lit door, with steps. */
export const dungeon: Draw = (art) => {
  const { palette, canvas } = art;
  const light = canvas.radial([[0, palette.tone(0.95, 0.12, 60)], [1, palette.accent]], 0.5, 0.7, 0.7);
  const stones = Array.from({ length: 9 }, (_, index) => {
    const angle = Math.PI * (1 + index / 8);
    return rect(-52, -36, 104, 72, palette.tone(0.34 + (index % 2) * 0.06, 0.05), { rx: 16, transform: `translate(${n(512 + Math.cos(angle) * 318)} ${n(500 + Math.sin(angle) * 318)}) rotate(${n((angle * 180) / Math.PI + 90)})` });
  });
  return `${rect(0, 0, 1024, 1024, palette.tone(0.22, 0.06))}${path('M242 1024V500A270 270 0 0 1 782 500V1024Z', light)}${stones.join('')}${path('M512 470A86 86 0 0 1 556 630L596 800H428L468 630A86 86 0 0 1 512 470Z', palette.tone(0.2, 0.08))}${rect(180, 880, 664, 56, palette.tone(0.42, 0.06), { rx: 12 })}${rect(110, 936, 804, 88, palette.tone(0.32, 0.06), { rx: 12 })}`;
};
