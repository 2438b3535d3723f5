import { type Draw, ground } from './icon-art';
import { circle, group, line, rect } from './svg';
import { text } from './text';

/** A heavy letter that fills the icon. */
export const giant: Draw = (art) => {
  const { canvas, palette, letter, random } = art;
  const fill = palette.isDark
    ? canvas.linear(
        [
          [0, '#ffffff'],
          [1, palette.tint],
        ],
        70,
      )
    : canvas.linear(
        [
          [0, palette.figure],
          [1, palette.ink],
        ],
        70,
      );
  const shift = random.pick([0, 60, -40]);
  return [
    ground(art),
    text(letter, 512 + shift, 512 + 392, { size: 1090, font: 'black', fill, anchor: 'middle' }),
  ].join('');
};

/** A serif initial on paper, as on a spine. */
export const serif: Draw = (art) => {
  const { palette, letter, random } = art;
  const colour = palette.ground === 'light' ? palette.accentDeep : palette.ink;
  const font = random.chance(0.5) ? 'serif' : 'serifItalic';
  const rule = random.pick([
    '',
    rect(392, 826, 240, 18, palette.accent, { rx: 9 }),
    circle(748, 742, 46, palette.accent),
    line('M120 120H904V904H120Z', palette.accent, 9, { strokeLinejoin: 'miter' }),
  ]);
  return [ground(art), rule, text(letter, 500, 512 + 252, { size: 730, font, fill: colour, anchor: 'middle' })].join(
    '',
  );
};

/** A letter and its echoes. */
export const echo: Draw = (art) => {
  const { palette, letter, random } = art;
  const [dx, dy] = random.pick([
    [46, 40],
    [-46, 40],
    [0, 62],
    [58, 0],
  ] as const);
  const inks = [palette.shade, palette.accentDeep, palette.accent, palette.ink];
  return [
    ground(art),
    inks
      .map((fill, index) =>
        text(letter, 512 + dx * (1.5 - index), 776 + dy * (1.5 - index), {
          size: 740,
          font: 'black',
          fill,
          anchor: 'middle',
        }),
      )
      .join(''),
  ].join('');
};

/** A letter made of stripes. */
export const striped: Draw = (art) => {
  const { canvas, palette, letter, random } = art;
  const mask = canvas.mask(text(letter, 512, 830, { size: 890, font: 'black', fill: '#fff', anchor: 'middle' }));
  const inks = [palette.ink, palette.accent, palette.ground === 'light' ? palette.figure : palette.tint];
  const bands = Array.from({ length: 20 }, (_, index) =>
    rect(-300, index * 90 - 300, 1700, 56, inks[index % 3] ?? palette.ink),
  );
  return `${ground(art)}<g mask="${mask}">${group(bands.join(''), { transform: `rotate(${random.pick([-30, 0, 45, 90])} 512 512)` })}</g>`;
};
