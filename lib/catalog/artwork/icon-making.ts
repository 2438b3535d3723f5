import { type Draw, figureOf, ground } from './icon-art';
import { circle, group, line, path, rect } from './svg';
import { text } from './text';

/** Colour chips in a fan. */
export const swatches: Draw = (art) => {
  const { palette, random } = art;
  const step = random.pick([50, 72, 30]);
  return [
    ground(art),
    [-2, -1, 0, 1, 2]
      .map((place, index) =>
        group(
          rect(402, 150, 220, 660, '#ffffff', { rx: 40 }) +
            rect(402, 150, 220, 480, palette.tone(0.72 - index * 0.03, 0.19, step * place), { rx: 40 }) +
            rect(402, 560, 220, 70, palette.tone(0.72 - index * 0.03, 0.19, step * place)),
          { transform: `rotate(${place * 19} 512 850)` },
        ),
      )
      .join(''),
    circle(512, 740, 30, palette.accentDeep),
  ].join('');
};

/** A curve and its handles. */
export const bezier: Draw = (art) => {
  const { palette } = art;
  const figure = figureOf(palette);
  const node = (x: number, y: number) =>
    rect(x - 56, y - 56, 112, 112, palette.ground === 'light' ? '#ffffff' : palette.to, {
      rx: 24,
      stroke: figure,
      strokeWidth: 30,
    });
  return [
    ground(art),
    line('M220 300H804', palette.accent, 20),
    line('M220 780C220 420 400 300 512 300S804 420 804 780', figure, 46),
    circle(220, 300, 48, palette.accent),
    circle(804, 300, 48, palette.accent),
    node(220, 780),
    node(804, 780),
    node(512, 300),
  ].join('');
};

/** A pencil on a slant. */
export const pencil: Draw = (art) => {
  const { palette, random } = art;
  const wood =
    rect(412, 120, 200, 540, palette.accent) +
    rect(412, 120, 66, 540, '#ffffff', { opacity: 0.28 }) +
    rect(546, 120, 66, 540, '#000000', { opacity: 0.12 });
  return [
    ground(art),
    group(
      [
        rect(412, 40, 200, 110, palette.tone(0.72, 0.17, 160), { rx: 50 }),
        rect(412, 120, 200, 60, palette.tone(0.85, 0.02)),
        wood,
        path('M412 660H612L512 900Z', '#f3d6ab'),
        path('M479 820H545L512 900Z', palette.tone(0.27, 0.06)),
      ].join(''),
      { transform: `rotate(${random.pick([40, -40, 0])} 512 512)` },
    ),
    random.chance(0.5) ? line('M160 880Q300 820 420 880T680 880', palette.ink, 34) : '',
  ].join('');
};

/** A carrier bag. */
export const bag: Draw = (art) => {
  const { palette, random, letter } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.isDark ? '#ffffff' : palette.figure;
  const ink =
    palette.ground === 'light' || !palette.isDark
      ? '#ffffff'
      : palette.ground === 'vivid'
        ? palette.detail
        : palette.accentDeep;
  const mark = random.chance(0.5)
    ? line('M400 520A112 112 0 0 0 624 520', ink, 46)
    : text(letter, 512, 720, { size: 280, font: 'bold', fill: ink, anchor: 'middle' });
  return [
    ground(art),
    line('M372 400V320A140 140 0 0 1 652 320V400', palette.accent, 48),
    path('M220 360H804L850 830Q856 900 790 900H234Q168 900 174 830Z', figure),
    mark,
  ].join('');
};

/** A price tag on a string. */
export const pricetag: Draw = (art) => {
  const { palette, random } = art;
  const tag =
    'M300 240H620Q660 240 690 270L880 470Q920 512 880 554L690 760Q660 790 620 790H300Q220 790 220 710V320Q220 240 300 240Z';
  return [
    ground(art),
    group(
      [
        path(tag, '#000000', { opacity: 0.2, transform: 'translate(0 24)' }),
        path(tag, palette.ground === 'light' ? palette.figure : palette.accent),
        circle(740, 515, 56, palette.ground === 'light' ? '#ffffff' : palette.to),
        text(random.pick(['%', '$', '1', '+']), 440, 640, {
          size: 350,
          font: 'black',
          fill: palette.ground === 'light' ? '#ffffff' : palette.accentDeep,
          anchor: 'middle',
        }),
      ].join(''),
      { transform: `rotate(${random.pick([-45, -28, 0, -60])} 512 512)` },
    ),
  ].join('');
};

/** A compass needle. */
export const compass: Draw = (art) => {
  const { palette, random } = art;
  const turn = random.pick([20, 34, 45, -30]);
  const plate = random.chance(0.6)
    ? circle(512, 512, 376, palette.ground === 'light' ? palette.figure : palette.ink, { opacity: 1 })
    : circle(512, 512, 370, 'none', { stroke: figureOf(palette), strokeWidth: 40 });
  const marks = [0, 90, 180, 270].map((angle) =>
    rect(500, 176, 24, 60, palette.ground === 'light' ? '#ffffff' : palette.shade, {
      rx: 12,
      transform: `rotate(${angle} 512 512)`,
    }),
  );
  return [
    ground(art),
    plate,
    marks.join(''),
    group(
      path('M512 210L610 512H414Z', '#f0433a') +
        path('M512 814L610 512H414Z', palette.ground === 'light' ? '#ffffff' : palette.tone(0.6, 0.05)),
      { transform: `rotate(${turn} 512 512)` },
    ),
    circle(512, 512, 44, '#ffffff'),
    circle(512, 512, 20, palette.tone(0.3, 0.04)),
  ].join('');
};
