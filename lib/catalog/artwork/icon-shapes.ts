import { type Draw, glow, ground, shadow } from './icon-art';
import { arc, circle, curve, group, line, n, path, polygon, rect, regularPolygon } from './svg';

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
    [[390, 430], [634, 430], [512, 640]],
    [[392, 400], [632, 624]],
    [[632, 400], [392, 624]],
    [[380, 512], [644, 512]],
  ] as const);
  const inks = [palette.ground === 'vivid' ? palette.ink : palette.figure, palette.accent, palette.accentDeep];
  const blend = palette.isDark ? 'screen' : 'multiply';
  return `${ground(art)}<g style="isolation:isolate">${places
    .map(([x, y], index) => group(shape(x, y, inks[index] ?? palette.accent, kinds[index] ?? 0), { style: `mix-blend-mode:${blend}`, opacity: 0.88 }))
    .join('')}</g>`;
};

/** Rings around a point that is not always the middle. */
export const concentric: Draw = (art) => {
  const { palette, random } = art;
  const [x, y] = random.pick([[512, 512], [512, 1024], [250, 780], [512, 512]] as const);
  const reach = x === 512 && y === 512 ? 400 : 830;
  const inks = random.chance(0.5) ? [palette.ink, palette.from, palette.accent, palette.to] : [palette.tint, palette.figure, palette.accent, palette.accentDeep, palette.ink];
  const count = random.int(4, 6);
  return `${ground(art)}${Array.from({ length: count }, (_, index) => circle(x, y, reach * (1 - index / count), inks[index % inks.length] ?? palette.ink)).join('')}`;
};

/** A flower of translucent petals. */
export const petals: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.pick([5, 6, 7, 8, 12]);
  const inner = count > 7 ? 20 : 44;
  const width = Math.min(210, 1080 / count);
  const fill = canvas.linear([[0, palette.accent], [1, palette.ground === 'light' ? palette.figure : palette.ink]], 90);
  const petal = `M512 ${512 - inner}C${n(512 - width)} ${n(512 - 180)} ${n(512 - width)} 150 512 130C${n(512 + width)} 150 ${n(512 + width)} ${n(512 - 180)} 512 ${512 - inner}Z`;
  return `${ground(art)}${around(count, (_, angle) => path(petal, fill, { transform: `rotate(${n(angle)} 512 512)`, opacity: 0.72 }))}${random.chance(0.5) ? circle(512, 512, 74, palette.ground === 'light' ? palette.accentDeep : palette.from) : ''}`;
};

/** Quarter circles, discs and squares on a grid, after the Bauhaus. */
export const bauhaus: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([2, 3, 4]);
  const cell = 1024 / side;
  const inks = random.shuffle([palette.ink, palette.accent, palette.accentDeep, palette.tint, palette.ground === 'light' ? palette.figure : palette.shade]);
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
      body += path(`M${n(cx)} ${n(cy)}h${n(sx * cell)}A${n(cell)} ${n(cell)} 0 0 ${sx * sy > 0 ? 1 : 0} ${n(cx)} ${n(cy + sy * cell)}Z`, front);
    } else if (kind === 2) body += circle(x + cell / 2, y + cell / 2, cell * 0.36, front);
    else if (kind === 3) body += path(polygon([[x, y + cell], [x + cell, y + cell], [x + cell, y]]), front);
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
  return `${ground(art)}${glow(art)}${around(count, (index, angle) => path(blade, inks[count % 2 ? 0 : index % 2] ?? palette.ink, { transform: `rotate(${n(angle)} 512 512)`, opacity: count % 2 ? 0.6 + (0.4 * index) / count : 1 }))}`;
};

/** Broad diagonal or upright bands, sometimes with a disc before them. */
export const stripes: Draw = (art) => {
  const { palette, random, canvas } = art;
  const inks = [palette.ground === 'light' ? palette.figure : palette.ink, palette.accent, palette.accentDeep, palette.shade];
  const count = random.int(3, 5);
  const width = 120;
  const bands = Array.from({ length: count }, (_, index) => rect(512 - (count * width) / 2 + index * width, -400, width + 1, 1900, inks[index % 4] ?? palette.ink));
  const turned = group(bands.join(''), { transform: `rotate(${random.pick([45, -45, 30, 0, 90])} 512 512)` });
  return random.chance(0.45) ? `${ground(art)}<g clip-path="${canvas.clip(circle(512, 512, 360, '#fff'))}">${turned}</g>` : `${ground(art)}${turned}`;
};

/** Layered waves. */
export const waves: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.int(3, 5);
  const layers = Array.from({ length: count }, (_, index) => {
    const y = 430 + index * (480 / count);
    const height = random.range(34, 90);
    const phase = random.range(0, 6);
    const points = Array.from({ length: 9 }, (_, step) => [-64 + step * 144, y + Math.sin(phase + step * 1.25) * height] as const);
    const t = index / (count - 1);
    const fill = canvas.linear([[0, t < 0.5 ? palette.accent : palette.figure], [1, palette.accentDeep]], 90);
    return path(`${curve(points)}L1100 1100L-64 1100Z`, fill, { opacity: 0.55 + 0.45 * t });
  });
  return `${ground(art)}${circle(random.pick([330, 512, 700]), 340, 150, palette.ground === 'light' ? palette.accent : palette.ink)}${layers.join('')}`;
};

/** A lit ball. */
export const orb: Draw = (art) => {
  const { canvas, palette, random } = art;
  const ball = canvas.radial([[0, palette.tone(0.97, 0.04)], [0.28, palette.accent], [0.75, palette.accentDeep], [1, palette.tone(0.24, 0.1)]], 0.36, 0.3, 0.78);
  const ring = random.chance(0.5) ? line('M150 590C80 700 420 690 640 590C860 490 980 350 880 330', palette.ink, 34) : '';
  return `${ground(art)}${shadow(art, '<ellipse cx="512" cy="820" rx="270" ry="50"/>', 20, 26, 0.4)}${circle(512, 500, 330, ball)}${ring}`;
};

/** Three faces of stacked cubes. */
export const isometric: Draw = (art) => {
  const { palette, random } = art;
  const cube = (x: number, y: number, s: number, top: string, left: string, right: string) => {
    const w = s * 0.866;
    const h = s / 2;
    return (
      path(polygon([[x, y - s], [x + w, y - h], [x, y], [x - w, y - h]]), top) +
      path(polygon([[x - w, y - h], [x, y], [x, y + s], [x - w, y + h]]), left) +
      path(polygon([[x + w, y - h], [x, y], [x, y + s], [x + w, y + h]]), right)
    );
  };
  const set = [[palette.ink, palette.tint, palette.shade], [palette.accent, palette.accentDeep, palette.shade]] as const;
  const faces = palette.ground === 'light' ? ([palette.accent, palette.figure, palette.accentDeep] as const) : set[0];
  if (random.chance(0.4)) return `${ground(art)}${cube(512, 500, 350, ...faces)}${cube(512, 500, 170, faces[1], faces[2], faces[0])}`;
  const s = 190;
  const places = [[512, 330], [512 - 165, 616], [512 + 165, 616]] as const;
  return `${ground(art)}${places.map(([x, y], index) => cube(x, y, s, ...(index === 0 ? set[1] : faces))).join('')}`;
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
  const fill = canvas.linear([[0, palette.ground === 'light' ? palette.figure : palette.ink], [0.5, palette.accent], [1, palette.accentDeep]], 45);
  return `${ground(art)}${shadow(art, line(d, '#000', 124), 26, 20, 0.25)}${line(d, fill, 124)}`;
};

/** Nested arches. */
export const arches: Draw = (art) => {
  const { palette, random } = art;
  const inks = random.shuffle([palette.ground === 'light' ? palette.figure : palette.ink, palette.accent, palette.accentDeep, palette.shade, palette.tint]);
  const width = random.pick([74, 92]);
  return `${ground(art)}${inks.slice(0, 4).map((fill, index) => {
    const r = 380 - index * width;
    return path(`M${512 - r} 880V${512}A${r} ${r} 0 0 1 ${512 + r} 512V880Z`, fill);
  }).join('')}`;
};

/** Circles on circles. */
export const orbitals: Draw = (art) => {
  const { palette, random } = art;
  const count = random.int(2, 3);
  const paths = Array.from({ length: count }, (_, index) => `<ellipse cx="512" cy="512" rx="390" ry="${n(150 + index * 12)}" fill="none" stroke="${palette.ink}" stroke-width="34" transform="rotate(${n((180 / count) * index + 20)} 512 512)"/>`);
  const dots = Array.from({ length: count }, (_, index) => {
    const angle = (((180 / count) * index + 20) * Math.PI) / 180;
    return circle(512 + Math.cos(angle) * 390, 512 + Math.sin(angle) * 390, 66, palette.accent);
  });
  return `${ground(art)}${paths.join('')}${dots.join('')}${circle(512, 512, 104, palette.ground === 'light' ? palette.figure : palette.accent)}`;
};

/** Concentric arcs of unequal length. */
export const arcs: Draw = (art) => {
  const { palette, random } = art;
  const inks = [palette.ground === 'light' ? palette.figure : palette.ink, palette.accent, palette.accentDeep, palette.tint];
  const start = random.int(0, 300);
  return `${ground(art)}${[360, 262, 164].map((r, index) => line(arc(512, 512, r, start + index * 60, start + index * 60 + random.int(150, 300)), inks[index] ?? palette.ink, 70)).join('')}${circle(512, 512, 62, inks[3] ?? palette.ink)}`;
};

/** A field of discs that grow across it. */
export const dots: Draw = (art) => {
  const { palette, random } = art;
  const side = random.pick([4, 5, 6]);
  const cell = 760 / side;
  const lit = random.int(0, side * side - 1);
  const [gx, gy] = random.pick([[1, 1], [-1, 1], [0, 1], [1, 0]] as const);
  return `${ground(art)}${Array.from({ length: side * side }, (_, index) => {
    const column = index % side;
    const row = Math.floor(index / side);
    const u = (column / (side - 1) - 0.5) * gx + (row / (side - 1) - 0.5) * gy;
    const r = cell * (0.3 + 0.17 * u * 1.6);
    return circle(132 + cell * (column + 0.5), 132 + cell * (row + 0.5), r, index === lit ? palette.accent : palette.ground === 'light' ? palette.figure : palette.ink);
  }).join('')}`;
};
