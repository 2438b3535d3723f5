import { type Draw, figureOf, ground, shadow } from './icon-art';
import { arc, circle, ellipse, group, line, n, path, rect } from './svg';
import { text } from './text';

/** A sheet of a calendar. */
export const calendar: Draw = (art) => {
  const { palette, random } = art;
  const top = palette.ground === 'light' ? palette.figure : palette.accent;
  const number = String(random.int(1, 28));
  const grid = random.chance(0.4);
  const body = grid
    ? Array.from({ length: 12 }, (_, index) =>
        rect(244 + (index % 4) * 142, 440 + Math.floor(index / 4) * 136, 104, 100, index === 6 ? top : palette.tint, {
          rx: 26,
        }),
      ).join('')
    : text(number, 512, 770, { size: 400, font: 'semibold', fill: '#23222a', anchor: 'middle', tracking: -0.04 });
  return [
    ground(art),
    shadow(art, rect(170, 170, 684, 700, '#000', { rx: 110 }), 22, 24, 0.25),
    rect(170, 170, 684, 700, '#ffffff', { rx: 110 }),
    path('M280 170H744A110 110 0 0 1 854 280V380H170V280A110 110 0 0 1 280 170Z', top),
    body,
    [360, 664]
      .map((x) => rect(x - 22, 110, 44, 150, palette.ground === 'light' ? palette.accentDeep : '#ffffff', { rx: 22 }))
      .join(''),
  ].join('');
};

/** A letter in its envelope. */
export const envelope: Draw = (art) => {
  const { palette, random } = art;
  const paper = palette.ground === 'light' ? palette.figure : '#ffffff';
  const seal = random.chance(0.5) ? circle(780, 330, 92, palette.accent) : '';
  return [
    ground(art),
    shadow(art, rect(140, 290, 744, 500, '#000', { rx: 80 }), 22, 22, 0.25),
    rect(140, 270, 744, 510, paper, { rx: 80 }),
    path('M160 320L470 560Q512 590 554 560L864 320', 'none', {
      stroke: palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep,
      strokeWidth: 46,
      strokeLinejoin: 'round',
    }),
    seal,
  ].join('');
};

/** A tick, alone or on a plate. */
export const check: Draw = (art) => {
  const { palette, random } = art;
  const tick = 'M300 530L460 690L760 350';
  const kind = random.int(0, 2);
  if (kind === 0) return `${ground(art)}${line(tick, figureOf(palette), 124)}`;
  if (kind === 1)
    return [
      ground(art),
      circle(512, 512, 350, 'none', { stroke: figureOf(palette), strokeWidth: 62 }),
      line('M380 520L480 620L720 330', palette.accent, 84),
    ].join('');
  return [
    ground(art),
    [260, 480, 700]
      .map(
        (y, index) =>
          rect(160, y, 130, 130, index < 2 ? palette.accent : palette.tint, { rx: 40 }) +
          (index < 2 ? line(`M192 ${y + 68}l28 28l46 -56`, '#ffffff', 24) : '') +
          rect(340, y + 36, 520 - index * 110, 58, figureOf(palette), { rx: 29, opacity: index === 2 ? 1 : 0.6 }),
      )
      .join(''),
  ].join('');
};

/** Notes, one over another. */
export const notes: Draw = (art) => {
  const { palette, random } = art;
  const sheet = (x: number, y: number, turn: number, fill: string, inside: string) =>
    group(
      [
        rect(-260, -300, 520, 600, '#000000', { rx: 50, opacity: 0.16, transform: 'translate(8 18)' }),
        rect(-260, -300, 520, 600, fill, { rx: 50 }),
        inside,
      ].join(''),
      { transform: `translate(${x} ${y}) rotate(${turn})` },
    );
  const rows = [0, 1, 2, 3]
    .map((index) =>
      rect(-180, -190 + index * 106, index === 3 ? 190 : 360, 34, palette.accentDeep, {
        rx: 17,
        opacity: index === 0 ? 1 : 0.3,
      }),
    )
    .join('');
  return [
    ground(art),
    sheet(560, 500, random.pick([10, 14]), palette.accent, ''),
    sheet(480, 530, random.pick([-6, -3, 0]), '#fffdf6', rows),
  ].join('');
};

/** A great arc of a globe with meridians. */
export const globe: Draw = (art) => {
  const { palette, random } = art;
  const [x, y, r] = random.pick([
    [512, 512, 350],
    [512, 900, 620],
  ] as const);
  const stroke = palette.ground === 'light' ? palette.figure : palette.ink;
  const more = { stroke, strokeWidth: 30 };
  const high = r * 0.86;
  const parallels = [-0.5, 0.5].map((part) => `M${n(x - high)} ${n(y + r * part)}H${n(x + high)}`).join('');
  return [
    ground(art),
    circle(x, y, r, 'none', more),
    [0.38, 0.76].map((part) => ellipse(x, y, r * part, r, 'none', more)).join(''),
    line(`M${x} ${y - r}V${y + r}M${x - r} ${y}H${x + r}${parallels}`, stroke, 30, { strokeLinecap: 'butt' }),
    circle(x + r * 0.44, y - r * 0.5, 72, palette.accent),
    line(arc(x, y, r, 300, 390), palette.accent, 46),
  ].join('');
};
