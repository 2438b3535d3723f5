import { type Draw, figureOf, ground, shadow } from './icon-art';
import { circle, curve, group, line, n, path, polygon, rect } from './svg';
import { text } from './text';

/** A bar chart. */
export const bars: Draw = (art) => {
  const { palette, random } = art;
  const count = random.pick([3, 4, 5]);
  const step = 700 / count;
  const heights = Array.from(
    { length: count },
    (_, index) => 180 + (index / (count - 1)) * 400 + random.range(-70, 70),
  );
  return [
    ground(art),
    heights
      .map((h, index) =>
        rect(
          162 + index * step + step * 0.1,
          820 - h,
          step * 0.8,
          h,
          index === count - 1 ? palette.accent : figureOf(palette),
          { rx: random.pick([24, 40]), opacity: index === count - 1 ? 1 : 0.55 + 0.4 * (index / count) },
        ),
      )
      .join(''),
  ].join('');
};

/** A rising line with a filled foot. */
export const trend: Draw = (art) => {
  const { palette, random, canvas } = art;
  const points = Array.from(
    { length: 6 },
    (_, index) => [120 + index * 157, 740 - index * 84 + random.range(-90, 90)] as const,
  );
  const fill = canvas.linear(
    [
      [0, palette.accent, 0.6],
      [1, palette.accent, 0],
    ],
    90,
  );
  const [x, y] = points[5] ?? [905, 300];
  const d = random.chance(0.6) ? curve(points) : polygon(points).slice(0, -1);
  return [
    ground(art),
    path(`${d}L${n(x)} 1024L120 1024Z`, fill),
    line(d, figureOf(palette), 52),
    circle(x, y, 64, palette.accent),
    circle(x, y, 28, palette.ground === 'light' ? '#ffffff' : palette.to),
  ].join('');
};

/** Candlesticks. */
export const candles: Draw = (art) => {
  const { palette, random } = art;
  const sticks = Array.from({ length: 4 }, (_, index) => {
    const x = 236 + index * 184;
    const y = 600 - index * 90 + random.range(-70, 70);
    const high = random.range(150, 290);
    const fill = random.chance(0.6) ? palette.accent : figureOf(palette);
    return (
      line(`M${x} ${n(y - high * 0.5 - 120)}V${n(y + high * 0.5 + 120)}`, fill, 24) +
      rect(x - 56, y - high / 2, 112, high, fill, { rx: 32 })
    );
  });
  return [ground(art), sticks.join('')].join('');
};

/** A pie with one slice drawn out. */
export const pie: Draw = (art) => {
  const { palette, random } = art;
  const turn = random.int(0, 3) * 90;
  const hole = random.chance(0.5) ? 150 : 0;
  return [
    ground(art),
    group(
      [
        path('M512 512V180A332 332 0 1 1 180 512Z', figureOf(palette)),
        path('M470 470V138A332 332 0 0 0 138 470Z', palette.accent),
        path('M512 512L844 512A332 332 0 0 1 512 844Z', palette.accentDeep),
      ].join(''),
      { transform: `rotate(${turn} 512 512)` },
    ),
    hole ? circle(512, 512, hole, palette.to) : '',
  ].join('');
};

/** Stairs. */
export const steps: Draw = (art) => {
  const { palette } = art;
  return [
    ground(art),
    [0, 1, 2, 3]
      .map((index) =>
        rect(
          150 + index * 184,
          740 - index * 160,
          172,
          160 + index * 160,
          index === 3 ? palette.accent : figureOf(palette),
          { opacity: index === 3 ? 1 : 0.4 + index * 0.2, rx: 20 },
        ),
      )
      .join(''),
    circle(788, 170, 56, palette.accent),
  ].join('');
};

/** A coin with a mark. */
export const coin: Draw = (art) => {
  const { random, canvas } = art;
  const gold = canvas.linear(
    [
      [0, '#ffe08a'],
      [1, '#e8a325'],
    ],
    60,
  );
  const mark = random.pick(['$', '€', '£', '¥', '%']);
  const back = random.chance(0.5) ? circle(640, 430, 270, '#c98214') + circle(640, 430, 226, '#e8a325') : '';
  const [x, y] = back ? [430, 570] : [512, 512];
  return [
    ground(art),
    back,
    shadow(art, circle(x, y, 300, '#000'), 22, 20, 0.3),
    circle(x, y, 310, gold),
    circle(x, y, 250, 'none', { stroke: '#b8750f', strokeWidth: 16, opacity: 0.6 }),
    text(mark, x, y + 118, { size: 330, font: 'bold', fill: '#8f560a', anchor: 'middle' }),
  ].join('');
};
