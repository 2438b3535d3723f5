import { type Draw, ground, shadow } from './icon-art';
import { circle, group, line, path, rect, regularPolygon } from './svg';
import { text } from './text';

/** A ball: football, basketball, tennis or billiards. */
export const ball: Draw = (art) => {
  const { palette, random, canvas } = art;
  const kind = random.int(0, 3);
  const fill = ['#ffffff', '#ef7d2b', '#d6ee3f', palette.accentDeep][kind] ?? '#ffffff';
  const ink = '#1c1c22';
  const seams = [
    [
      path(regularPolygon(512, 512, 110, 5), ink),
      [0, 72, 144, 216, 288]
        .map((angle) =>
          group(line('M512 402V260', ink, 20) + path('M512 250L410 180L450 90H574L614 180Z', ink), {
            transform: `rotate(${angle} 512 512)`,
          }),
        )
        .join(''),
    ].join(''),
    line('M512 150V874M150 512H874M260 250C420 400 420 624 260 774M764 250C604 400 604 624 764 774', ink, 20),
    line('M210 330C460 380 480 660 250 800M814 694C564 644 544 364 774 224', '#ffffff', 30),
    [
      circle(512, 460, 170, '#ffffff'),
      text(random.pick(['8', '3', '5', '9']), 512, 535, { size: 210, font: 'bold', fill: ink, anchor: 'middle' }),
    ].join(''),
  ];
  const light = canvas.radial(
    [
      [0, '#ffffff', 0.45],
      [0.5, '#ffffff', 0],
      [1, '#000000', 0.28],
    ],
    0.35,
    0.28,
    0.8,
  );
  const scale = random.pick([1, 1, 1.45]);
  return [
    ground(art),
    group(
      `${shadow(art, '<ellipse cx="512" cy="880" rx="230" ry="36"/>', 0, 16, 0.4)}${circle(512, 512, 346, fill)}<g clip-path="${canvas.clip(circle(512, 512, 346, '#fff'))}">${seams[kind] ?? ''}</g>${circle(512, 512, 346, light)}`,
      { transform: `translate(512 512) scale(${scale}) translate(${scale > 1 ? '-380 -400' : '-512 -512'})` },
    ),
  ].join('');
};

/** A playing field from above. */
export const pitch: Draw = (art) => {
  const { palette, random } = art;
  const bands = Array.from({ length: 6 }, (_, index) =>
    rect(0, index * 171, 1024, 171, index % 2 ? palette.shade : palette.tint, { opacity: 0.25 }),
  );
  const lines = line(
    'M0 512H1024M512 360A152 152 0 1 1 511 360ZM300 0V190H724V0M300 1024V834H724V1024',
    palette.ink,
    26,
    { strokeLinecap: 'butt' },
  );
  return [
    ground(art),
    group(bands.join('') + lines, {
      transform: `rotate(${random.pick([0, 90, -32])} 512 512) translate(512 512) scale(1.08) translate(-512 -512)`,
    }),
    circle(512, 512, 60, palette.accent),
  ].join('');
};

/** A pennant on a pole. */
export const pennant: Draw = (art) => {
  const { palette, letter } = art;
  return [
    ground(art),
    line('M270 150V900', palette.ink, 44),
    path('M292 190L880 400L292 610Z', palette.ground === 'light' ? palette.figure : palette.accent),
    text(letter, 430, 478, {
      size: 230,
      font: 'black',
      fill: palette.ground === 'light' ? '#ffffff' : palette.accentDeep,
      anchor: 'middle',
    }),
  ].join('');
};
