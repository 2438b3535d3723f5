import { glyph } from './glyphs';
import { type Draw, shadow } from './icon-art';
import { circle, n, path, polygon, rect } from './svg';
import { monogram, text } from './text';

const whole = (fill: string) => rect(0, 0, 1024, 1024, fill);

/** Clouds of several hues run into one another under a white glyph. */
export const mesh: Draw = (art) => {
  const { canvas, palette, random, glyph: name } = art;
  const turns = random.pick([
    [0, 70, -60],
    [0, 120, 50],
    [0, -90, -150],
    [0, 40, 170],
  ] as const);
  const spots = random.shuffle([
    [140, 160],
    [900, 220],
    [820, 900],
    [160, 860],
    [520, 480],
  ] as const);
  const clouds = spots.map(([x, y], index) =>
    circle(x, y, random.range(300, 460), palette.tone(0.6 + (index % 3) * 0.08, 0.2, turns[index % 3])),
  );
  return [
    whole(palette.tone(0.62, 0.19, turns[1])),
    `<g filter="${canvas.blur(120)}">${clouds.join('')}</g>`,
    shadow(art, glyph(name, 512, 512, 540, { body: '#000', weight: 2 }), 14, 22, 0.22),
    glyph(name, 512, 512, 540, { body: '#ffffff', detail: palette.tone(0.42, 0.16, turns[1]), weight: 2 }),
  ].join('');
};

/** A pane of frosted glass before two bright bodies. */
export const glass: Draw = (art) => {
  const { canvas, palette, random, glyph: name } = art;
  const [first, second] = [palette.tone(0.72, 0.19), palette.tone(0.66, 0.21, random.pick([80, -70, 150]))];
  const bodies = `${circle(330, 350, 210, first)}${circle(700, 690, 240, second)}`;
  const pane = rect(236, 236, 552, 552, '#fff', { rx: 150 });
  const isNight = palette.isDark;
  return [
    whole(isNight ? palette.tone(0.23, 0.05) : palette.tone(0.955, 0.025)),
    bodies,
    shadow(art, pane.replace('#fff', '#000'), 20, 30, isNight ? 0.4 : 0.18),
    `<g clip-path="${canvas.clip(pane)}">${whole(isNight ? palette.tone(0.4, 0.07) : palette.tone(0.93, 0.03))}<g filter="${canvas.blur(46)}">${bodies}</g>${rect(0, 0, 1024, 1024, '#ffffff', { opacity: isNight ? 0.12 : 0.34 })}</g>`,
    rect(240, 240, 544, 544, 'none', { rx: 146, stroke: '#ffffff', strokeWidth: 7, opacity: 0.6 }),
    glyph(name, 512, 512, 320, {
      body: isNight ? '#ffffff' : palette.tone(0.33, 0.12),
      detail: isNight ? palette.tone(0.3, 0.1) : palette.tone(0.66, 0.18),
      weight: 2.2,
    }),
  ].join('');
};

/** Thin lines on white, one part of them in a second colour. */
export const outline: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const [x, y, r] = random.pick([
    [300, 330, 190],
    [700, 690, 210],
    [690, 340, 180],
    [512, 560, 270],
  ] as const);
  return [
    whole(palette.ground === 'dark' ? palette.tone(0.2, 0.02) : '#ffffff'),
    circle(
      x,
      y,
      r,
      palette.ground === 'dark' ? palette.accentDeep : palette.tone(0.88, 0.11, random.pick([0, 60, -50])),
    ),
    glyph(name, 512, 512, 640, {
      body: palette.ground === 'dark' ? palette.tone(0.94, 0.04) : palette.tone(0.34, 0.12),
      outlined: true,
      weight: random.pick([1.15, 1.4, 1.7]),
    }),
  ].join('');
};

/** Ripples around the glyph, from its own colour out to the ground's. */
export const ripples: Draw = (art) => {
  const { palette, glyph: name, random } = art;
  const drift = random.pick([60, -60, 110, 20]);
  const rings = Array.from({ length: 6 }, (_, index) =>
    glyph(name, 512, 512, 470, {
      body: palette.tone(0.34 + index * 0.1, 0.13 + (index % 2) * 0.04, drift * (1 - index / 5)),
      weight: 14.5 - index * 2.5,
    }),
  );
  return [
    whole(palette.tone(0.27, 0.1, drift * 1.2)),
    rings.join(''),
    glyph(name, 512, 512, 470, { body: '#ffffff', detail: palette.tone(0.7, 0.17), weight: 1.6 }),
  ].join('');
};

/** A key to press: a soft block on a pale ground. */
export const raised: Draw = (art) => {
  const { canvas, palette, glyph: name, random } = art;
  const block = rect(192, 176, 640, 640, '#000', { rx: random.pick([150, 320]) });
  const face = canvas.linear(
    [
      [0, palette.tone(0.78, 0.16, 20)],
      [1, palette.tone(0.6, 0.2, -10)],
    ],
    80,
  );
  return [
    whole(palette.tone(0.945, 0.022)),
    shadow(art, block, 74, 44, 0.3),
    `<g transform="translate(0 52)">${block.replace('#000', palette.tone(0.45, 0.17, -15))}</g>`,
    block.replace('#000', face),
    glyph(name, 512, 496, 360, { body: '#ffffff', detail: palette.tone(0.48, 0.17), weight: 2.2 }),
  ].join('');
};

/** A sheet folded at a corner, its back in another colour. */
export const folded: Draw = (art) => {
  const { canvas, palette, random, glyph: name } = art;
  const turn = random.pick([150, 60, -60, 30]);
  const cut = random.int(280, 420);
  const flap = `M${1024 - cut} 1024V${1024 - cut + 70}Q${1024 - cut} ${1024 - cut} ${1024 - cut + 70} ${1024 - cut}H1024Z`;
  const face = canvas.linear(
    [
      [0, palette.tone(0.9, 0.11)],
      [1, palette.tone(0.78, 0.16)],
    ],
    60,
  );
  const at = 512 - cut * 0.16;
  return [
    whole(palette.tone(0.38, 0.13, turn)),
    path(
      polygon([
        [0, 0],
        [1024, 0],
        [1024, 1024 - cut],
        [1024 - cut, 1024],
        [0, 1024],
      ]),
      face,
    ),
    glyph(name, at, at, 500, { body: palette.tone(0.35, 0.12), detail: palette.tone(0.6, 0.17, turn), weight: 2.2 }),
    shadow(art, path(flap, '#000'), 0, 26, 0.35),
    path(flap, palette.tone(0.68, 0.19, turn)),
  ].join('');
};

/** A small letter at large size, running off the edge, with one round accent. */
export const lowercase: Draw = (art) => {
  const { palette, random, letter } = art;
  const small = monogram(letter, 'black') === null ? letter : letter.toLowerCase();
  const paper = random.pick(['#ffffff', palette.tone(0.96, 0.035), palette.tone(0.9, 0.11), palette.tone(0.3, 0.1)]);
  const isDark = paper === palette.tone(0.3, 0.1);
  const [x, y] = random.pick([
    [430, 830],
    [600, 900],
    [512, 800],
  ] as const);
  return [
    whole(paper),
    text(small, x, y, {
      size: 1180,
      font: 'black',
      fill: isDark ? palette.tone(0.86, 0.14) : palette.tone(0.55, 0.21),
      anchor: 'middle',
    }),
    circle(
      random.pick([190, 836]),
      random.pick([200, 836]),
      84,
      palette.tone(isDark ? 0.72 : 0.36, 0.17, random.pick([150, 60, -70])),
    ),
  ].join('');
};

/** A letter in four quarters, each with its colours the other way round. */
export const quartered: Draw = (art) => {
  const { canvas, palette, random, letter } = art;
  const turn = random.pick([180, 120, -90, 60]);
  const [one, two] = random.pick([
    [palette.tone(0.93, 0.07, turn), palette.tone(0.5, 0.19)],
    [palette.tone(0.84, 0.16, turn), palette.tone(0.33, 0.11)],
    ['#ffffff', palette.tone(0.62, 0.21)],
  ] as const);
  const quarters = canvas.clip(rect(0, 0, 512, 512, '#fff') + rect(512, 512, 512, 512, '#fff'));
  const style = { size: 960, font: random.chance(0.6) ? 'black' : 'serif', anchor: 'middle' } as const;
  const base = style.font === 'black' ? 856 : 846;
  return `${whole(one)}${text(letter, 512, base, { ...style, fill: two })}<g clip-path="${quarters}">${whole(two)}${text(letter, 512, base, { ...style, fill: one })}</g>`;
};

/** Rows of the letter, thinner and thinner towards the foot. */
export const fading: Draw = (art) => {
  const { canvas, palette, random, letter } = art;
  const mask = canvas.mask(text(letter, 512, 850, { size: 960, font: 'black', fill: '#fff', anchor: 'middle' }));
  const isNight = palette.isDark;
  let y = 120;
  const bars = Array.from({ length: 15 }, (_, index) => {
    const height = 74 - index * 4.4;
    const bar = rect(0, y, 1024, height, palette.tone(isNight ? 0.82 : 0.56, 0.2, index * random.range(5, 7)));
    y += height + 14;
    return bar;
  });
  return `${whole(isNight ? palette.tone(0.19, 0.03) : palette.tone(0.97, 0.015))}<g mask="${mask}">${bars.join('')}</g>`;
};

/** Tiles of quarter circles that spell nothing, in three tones of one hue. */
export const tiled: Draw = (art) => {
  const { palette, random } = art;
  const count = random.pick([2, 3]);
  const size = 1024 / count;
  const tones = [palette.tone(0.92, 0.06), palette.tone(0.7, 0.18), palette.tone(0.4, 0.14), palette.accent];
  const cells = Array.from({ length: count * count }, (_, index) => {
    const [x, y] = [(index % count) * size, Math.floor(index / count) * size];
    const [back = '', front = ''] = random.shuffle(tones);
    const turn = random.pick([0, 90, 180, 270]);
    const kind = random.pick(['quarter', 'leaf', 'half', 'eye'] as const);
    const s = n(size);
    const shape = {
      quarter: `M0 0H${s}A${s} ${s} 0 0 1 0 ${s}Z`,
      leaf: `M0 0A${s} ${s} 0 0 1 ${s} ${s}A${s} ${s} 0 0 1 0 0Z`,
      half: `M0 0A${n(size / 2)} ${n(size / 2)} 0 0 0 ${s} 0Z`,
      eye: `M0 ${n(size / 2)}A${n(size / 1.6)} ${n(size / 1.6)} 0 0 1 ${s} ${n(size / 2)}A${n(size / 1.6)} ${n(size / 1.6)} 0 0 1 0 ${n(size / 2)}Z`,
    }[kind];
    return `<g transform="translate(${n(x)} ${n(y)})">${rect(0, 0, size + 1, size + 1, back)}<g transform="rotate(${turn} ${n(size / 2)} ${n(size / 2)})">${path(shape, front)}${kind === 'eye' ? circle(size / 2, size / 2, size * 0.16, back) : ''}</g></g>`;
  });
  return cells.join('');
};
