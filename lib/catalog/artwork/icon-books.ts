import { type Draw, ground } from './icon-art';
import { group, line, path, rect } from './svg';
import { text } from './text';

/** An open or closed book. */
export const book: Draw = (art) => {
  const { palette, random, letter } = art;
  const cover = palette.ground === 'light' ? palette.figure : palette.accent;
  if (random.chance(0.5)) {
    const page = palette.isDark || palette.ground === 'pastel' ? '#fffaf0' : palette.figure;
    return [
      ground(art),
      path(
        'M110 300C250 240 400 250 512 330C624 250 774 240 914 300V800C774 740 624 750 512 830C400 750 250 740 110 800Z',
        palette.accentDeep,
      ),
      path('M150 250C280 200 410 220 512 300V780C410 710 280 690 150 740Z', page),
      path('M874 250C744 200 614 220 512 300V780C614 710 744 690 874 740Z', page, { opacity: 0.86 }),
      [370, 460, 550]
        .map((y) =>
          line(
            `M220 ${y - 20}C300 ${y - 44} 380 ${y - 30} 440 ${y}M804 ${y - 20}C724 ${y - 44} 644 ${y - 30} 584 ${y}`,
            palette.accentDeep,
            17,
            { opacity: 0.35 },
          ),
        )
        .join(''),
    ].join('');
  }
  return [
    ground(art),
    rect(250, 160, 560, 720, '#000000', { rx: 40, opacity: 0.22, transform: 'translate(16 20)' }),
    path('M290 820H800V900H290A40 40 0 0 1 290 820Z', '#fffaf0'),
    rect(250, 140, 560, 700, cover, { rx: 40 }),
    rect(250, 140, 92, 700, palette.accentDeep, { rx: 40 }),
    rect(310, 140, 32, 700, palette.accentDeep),
    text(letter, 580, 590, {
      size: 330,
      font: 'serif',
      fill: palette.ground === 'light' ? '#ffffff' : palette.accentDeep,
      anchor: 'middle',
    }),
  ].join('');
};

/** Spines on a shelf. */
export const shelf: Draw = (art) => {
  const { palette, random } = art;
  let x = 180;
  let body = '';
  const inks = [
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.tint,
    palette.shade,
  ];
  for (let index = 0; x < 720; index += 1) {
    const w = random.int(84, 136);
    const h = random.int(400, 600);
    const last = x + w > 690;
    const spine =
      rect(0, -h, w, h, inks[index % 5] ?? '#fff', { rx: 12 }) +
      rect(0, -h + 60, w, 18, '#ffffff', { opacity: 0.4 }) +
      rect(0, -96, w, 18, '#ffffff', { opacity: 0.4 });
    body += group(spine, { transform: `translate(${x + (last ? 96 : 0)} 820)${last ? ' rotate(-13)' : ''}` });
    x += w + 8;
  }
  return [
    ground(art),
    body,
    rect(110, 820, 804, 44, palette.ground === 'light' ? palette.ink : palette.shade, { rx: 14 }),
  ].join('');
};

/** Characters of several scripts, or three letters of growing weight. */
export const letters: Draw = (art) => {
  const { palette, random, letter } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  if (random.chance(0.5))
    return [
      ground(art),
      text(`${letter}${letter.toLowerCase()}`, 512, 690, {
        size: 520,
        font: random.pick(['bold', 'serif']),
        fill: figure,
        anchor: 'middle',
      }),
      rect(172, 790, 680, 36, palette.accent, { rx: 18 }),
    ].join('');
  const [first, second] = random.pick([
    ['ß', 'Ж'],
    ['ñ', 'A'],
    ['å', 'ç'],
    ['Я', 'e'],
    ['?', '!'],
    ['“', '”'],
    ['&', 'a'],
  ] as const);
  return [
    ground(art),
    rect(130, 130, 440, 440, figure, { rx: 110 }),
    text(first, 350, 460, {
      size: 330,
      font: 'bold',
      fill: palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep,
      anchor: 'middle',
    }),
    rect(454, 454, 440, 440, palette.accent, { rx: 110 }),
    text(second, 674, 784, { size: 330, font: 'bold', fill: palette.accentDeep, anchor: 'middle' }),
  ].join('');
};
