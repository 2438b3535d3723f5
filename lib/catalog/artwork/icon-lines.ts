import { type Draw, ground, shadow } from './icon-art';
import { arc, circle, curve, group, line, n, path, rect } from './svg';

/** Broad diagonal or upright bands, sometimes with a disc before them. */
export const stripes: Draw = (art) => {
  const { palette, random, canvas } = art;
  const inks = [
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.shade,
  ];
  const count = random.int(3, 5);
  const width = 120;
  const bands = Array.from({ length: count }, (_, index) =>
    rect(512 - (count * width) / 2 + index * width, -400, width + 1, 1900, inks[index % 4] ?? palette.ink),
  );
  const turned = group(bands.join(''), { transform: `rotate(${random.pick([45, -45, 30, 0, 90])} 512 512)` });
  return random.chance(0.45)
    ? `${ground(art)}<g clip-path="${canvas.clip(circle(512, 512, 360, '#fff'))}">${turned}</g>`
    : `${ground(art)}${turned}`;
};

/** Layered waves. */
export const waves: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.int(3, 5);
  const layers = Array.from({ length: count }, (_, index) => {
    const y = 430 + index * (480 / count);
    const height = random.range(34, 90);
    const phase = random.range(0, 6);
    const points = Array.from(
      { length: 9 },
      (_, step) => [-64 + step * 144, y + Math.sin(phase + step * 1.25) * height] as const,
    );
    const t = index / (count - 1);
    const fill = canvas.linear(
      [
        [0, t < 0.5 ? palette.accentPale : palette.accent],
        [1, palette.accentDeep],
      ],
      90,
    );
    return path(`${curve(points)}L1100 1100L-64 1100Z`, fill, { opacity: 0.55 + 0.45 * t });
  });
  return [
    ground(art),
    circle(random.pick([330, 512, 700]), 340, 150, palette.ground === 'light' ? palette.accent : palette.ink),
    layers.join(''),
  ].join('');
};

/** Folded bands that form a loop or a fold. */
export const ribbon: Draw = (art) => {
  const { palette, random, canvas } = art;
  const d = random.pick([
    'M250 700C250 360 512 360 512 512S774 664 774 324',
    'M262 512C262 300 512 300 512 512S762 724 762 512S512 300 512 512S262 724 262 512',
    'M280 300H640A150 150 0 0 1 640 512H384A150 150 0 0 0 384 724H744',
    'M300 760V420A212 212 0 0 1 724 420V480A130 130 0 0 1 464 480V760',
  ]);
  const fill = canvas.linear(
    [
      [0, palette.accentPale],
      [0.5, palette.accent],
      [1, palette.accentDeep],
    ],
    45,
  );
  return `${ground(art)}${shadow(art, line(d, '#000', 124), 26, 20, 0.25)}${line(d, fill, 124)}`;
};

/** Nested arches. */
export const arches: Draw = (art) => {
  const { palette, random } = art;
  const inks = random.shuffle([
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.shade,
    palette.tint,
  ]);
  const width = random.pick([74, 92]);
  return [
    ground(art),
    inks
      .slice(0, 4)
      .map((fill, index) => {
        const r = 380 - index * width;
        return path(`M${512 - r} 880V${512}A${r} ${r} 0 0 1 ${512 + r} 512V880Z`, fill);
      })
      .join(''),
  ].join('');
};

/** Circles on circles. */
export const orbitals: Draw = (art) => {
  const { palette, random } = art;
  const count = random.int(2, 3);
  const paths = Array.from(
    { length: count },
    (_, index) =>
      `<ellipse cx="512" cy="512" rx="390" ry="${n(150 + index * 12)}" fill="none" stroke="${palette.ink}" stroke-width="34" transform="rotate(${n((180 / count) * index + 20)} 512 512)"/>`,
  );
  const dots = Array.from({ length: count }, (_, index) => {
    const angle = (((180 / count) * index + 20) * Math.PI) / 180;
    return circle(512 + Math.cos(angle) * 390, 512 + Math.sin(angle) * 390, 66, palette.accent);
  });
  return [
    ground(art),
    paths.join(''),
    dots.join(''),
    circle(512, 512, 104, palette.ground === 'light' ? palette.figure : palette.accent),
  ].join('');
};

/** Concentric arcs of unequal length. */
export const arcs: Draw = (art) => {
  const { palette, random } = art;
  const inks = [
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.tint,
  ];
  const start = random.int(0, 300);
  return [
    ground(art),
    [360, 262, 164]
      .map((r, index) =>
        line(
          arc(512, 512, r, start + index * 60, start + index * 60 + random.int(150, 300)),
          inks[index] ?? palette.ink,
          70,
        ),
      )
      .join(''),
    circle(512, 512, 62, inks[3] ?? palette.ink),
  ].join('');
};

/** A field of discs that grow across it. */
export const dots: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([4, 5, 6]);
  const cell = 760 / side;
  const lit = random.int(0, side * side - 1);
  const [gx, gy] = random.pick([
    [1, 1],
    [-1, 1],
    [0, 1],
    [1, 0],
  ] as const);
  return [
    ground(art),
    Array.from({ length: side * side }, (_, index) => {
      const column = index % side;
      const row = Math.floor(index / side);
      const u = (column / (side - 1) - 0.5) * gx + (row / (side - 1) - 0.5) * gy;
      const r = cell * (0.3 + 0.17 * u * 1.6);
      return circle(
        132 + cell * (column + 0.5),
        132 + cell * (row + 0.5),
        r,
        index === lit ? palette.accent : palette.ground === 'light' ? palette.figure : palette.ink,
      );
    }).join(''),
  ].join('');
};
