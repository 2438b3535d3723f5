import { type Draw, glow, ground } from './icon-art';
import { circle, group, path, rect } from './svg';
import { text } from './text';

const suits = {
  heart: 'M0 40C-90 -30 -70 -100 -28 -100C-8 -100 0 -84 0 -74C0 -84 8 -100 28 -100C70 -100 90 -30 0 40Z',
  spade: 'M0 -100C90 -30 74 30 34 30C16 30 6 18 4 8L20 60H-20L-4 8C-6 18 -16 30 -34 30C-74 30 -90 -30 0 -100Z',
  diamond: 'M0 -104L62 -26L0 52L-62 -26Z',
  club: 'M0 -100A38 38 0 0 1 34 -46A38 38 0 1 1 6 8L20 60H-20L-6 8A38 38 0 1 1 -34 -46A38 38 0 0 1 0 -100Z',
};

/** A hand of cards. */
export const cards: Draw = (art) => {
  const { random } = art;
  const names = random.shuffle(['heart', 'spade', 'diamond', 'club'] as const);
  const card = (angle: number, suit: keyof typeof suits, label: string) => {
    const ink = suit === 'heart' || suit === 'diamond' ? '#d7263d' : '#1f2230';
    return group(
      [
        rect(-200, -290, 400, 580, '#000000', { rx: 48, opacity: 0.18, transform: 'translate(10 18)' }),
        rect(-200, -290, 400, 580, '#ffffff', { rx: 48 }),
        group(path(suits[suit], ink), { transform: 'translate(0 66) scale(2.1)' }),
        text(label, -150, -180, { size: 110, font: 'bold', fill: ink }),
      ].join(''),
      { transform: `translate(512 560) rotate(${angle}) translate(0 -40)` },
    );
  };
  const label = random.pick(['A', 'K', 'Q', 'J', '7']);
  return [
    ground(art),
    glow(art),
    card(-20, names[0] ?? 'heart', '9'),
    card(random.pick([6, 12]), names[1] ?? 'spade', label),
  ].join('');
};

/** One or two dice. */
export const dice: Draw = (art) => {
  const { palette, random } = art;
  const pips: Record<number, readonly (readonly [number, number])[]> = {
    1: [[0, 0]],
    2: [
      [-1, -1],
      [1, 1],
    ],
    3: [
      [-1, -1],
      [0, 0],
      [1, 1],
    ],
    4: [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ],
    5: [
      [-1, -1],
      [1, -1],
      [0, 0],
      [-1, 1],
      [1, 1],
    ],
    6: [
      [-1, -1],
      [1, -1],
      [-1, 0],
      [1, 0],
      [-1, 1],
      [1, 1],
    ],
  };
  const die = (x: number, y: number, s: number, turn: number, fill: string, ink: string) =>
    group(
      [
        rect(-s, -s + 26, s * 2, s * 2, '#000000', { rx: s * 0.34, opacity: 0.2 }),
        rect(-s, -s, s * 2, s * 2, fill, { rx: s * 0.34 }),
        (pips[random.int(1, 6)] ?? []).map(([px, py]) => circle(px * s * 0.52, py * s * 0.52, s * 0.16, ink)).join(''),
      ].join(''),
      { transform: `translate(${x} ${y}) rotate(${turn})` },
    );
  return random.chance(0.5)
    ? `${ground(art)}${die(512, 505, 300, random.pick([-12, 14, 0]), '#ffffff', palette.accentDeep)}`
    : [
        ground(art),
        die(640, 400, 196, 16, palette.accent, palette.accentDeep),
        die(390, 620, 216, -14, '#ffffff', palette.ground === 'light' ? palette.figure : palette.accentDeep),
      ].join('');
};

/** A board with two pieces. */
export const checker: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([4, 5]);
  const cell = 1024 / side;
  const squares = Array.from({ length: side * side }, (_, index) =>
    (index + Math.floor(index / side) * (side % 2 === 0 ? 1 : 0)) % 2
      ? rect((index % side) * cell, Math.floor(index / side) * cell, cell + 1, cell + 1, palette.accentDeep, {
          opacity: 0.85,
        })
      : '',
  );
  const piece = (column: number, row: number, fill: string, rim: string) =>
    circle((column + 0.5) * cell, (row + 0.5) * cell + 14, cell * 0.4, '#000000', { opacity: 0.25 }) +
    circle((column + 0.5) * cell, (row + 0.5) * cell, cell * 0.4, fill) +
    circle((column + 0.5) * cell, (row + 0.5) * cell, cell * 0.26, 'none', { stroke: rim, strokeWidth: cell * 0.06 });
  return [
    ground(art),
    squares.join(''),
    piece(1, side - 3 + 0, '#ffffff', palette.tint),
    piece(2, 2, palette.accent, palette.accentDeep),
    piece(side - 2, 1, '#ffffff', palette.tint),
  ].join('');
};

/** Letter or number tiles of a puzzle. */
export const tiles: Draw = (art) => {
  const { palette, random, letter } = art;
  const labels = random.chance(0.5)
    ? random.shuffle(['2', '4', '8', '16'])
    : [letter, ...random.shuffle(['A', 'E', 'R', 'S', 'O', 'N'])];
  const fills = [
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.tint,
    palette.accentDeep,
  ];
  const inks = [
    palette.ground === 'light' || palette.ground === 'vivid' ? palette.detail : palette.to,
    palette.accentDeep,
    palette.ink === '#ffffff' ? palette.accentDeep : palette.ink,
    '#ffffff',
  ];
  return [
    ground(art),
    [0, 1, 2, 3]
      .map((index) => {
        const x = 152 + (index % 2) * 370;
        const y = 152 + Math.floor(index / 2) * 370;
        return [
          rect(x, y + 16, 350, 350, '#000000', { rx: 70, opacity: 0.18 }),
          rect(x, y, 350, 350, fills[index] ?? '#fff', { rx: 70 }),
          text(labels[index] ?? 'A', x + 175, y + 252, {
            size: 210,
            font: 'black',
            fill: inks[index] ?? '#000',
            anchor: 'middle',
          }),
        ].join('');
      })
      .join(''),
  ].join('');
};
