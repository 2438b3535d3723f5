import { type Draw, glow, ground } from './icon-art';
import { circle, curve, group, line, n, path, polygon, rect } from './svg';

const ridge = (base: number, height: number, phase: number, steps = 8) =>
  Array.from(
    { length: steps + 1 },
    (_, step) => [(1024 / steps) * step, base - height * (0.5 + 0.5 * Math.sin(phase + step * 1.3))] as const,
  );

const rays = (x: number, y: number, from: number, to: number, count: number, stroke: string, width: number) =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    return line(
      `M${n(x + Math.cos(angle) * from)} ${n(y + Math.sin(angle) * from)}L${n(x + Math.cos(angle) * to)} ${n(y + Math.sin(angle) * to)}`,
      stroke,
      width,
    );
  }).join('');

const cloudShape = (x: number, y: number, scale: number, fill: string) =>
  group(path('M-210 120A130 130 0 0 1 -190 -136A190 190 0 0 1 170 -160A150 150 0 0 1 210 120Z', fill), {
    transform: `translate(${n(x)} ${n(y)}) scale(${n(scale)})`,
  });

/** Hills under a sun. */
export const landscape: Draw = (art) => {
  const { palette, random, canvas } = art;
  const sky = canvas.linear(
    [
      [0, palette.tint],
      [1, palette.isDark ? palette.to : palette.from],
    ],
    90,
  );
  const sun = circle(random.pick([330, 512, 690]), random.int(330, 430), random.int(100, 150), palette.accent);
  const fills = [palette.figure, palette.accentDeep, palette.tone(0.33, 0.1)];
  const layers = fills.map((fill, index) =>
    path(`${curve(ridge(640 + index * 130, 190 - index * 40, random.range(0, 6), 5))}L1024 1024L0 1024Z`, fill, {
      opacity: index === 0 ? 0.75 : 1,
    }),
  );
  return `${rect(0, 0, 1024, 1024, sky)}${sun}${layers.join('')}`;
};

/** A world with a ring or moons. */
export const planet: Draw = (art) => {
  const { palette, random, canvas } = art;
  const stars = Array.from({ length: 26 }, () =>
    circle(random.range(40, 984), random.range(40, 984), random.range(4, 11), '#ffffff', {
      opacity: random.range(0.35, 0.95),
    }),
  );
  const night = rect(
    0,
    0,
    1024,
    1024,
    canvas.linear(
      [
        [0, palette.tone(0.3, 0.13)],
        [1, palette.tone(0.17, 0.08, 40)],
      ],
      60,
    ),
  );
  const body = canvas.linear(
    [
      [0, palette.accent],
      [1, palette.accentDeep],
    ],
    50,
  );
  const bands = [380, 470, 590, 670].map((y, index) =>
    rect(200, y, 640, 30 + index * 9, '#ffffff', { opacity: 0.2, rx: 20 }),
  );
  const world = `${circle(512, 512, 250, body)}<g clip-path="${canvas.clip(circle(512, 512, 250, '#fff'))}">${bands.join('')}${circle(660, 560, 300, '#000000', { opacity: 0.14 })}</g>`;
  const ring = (half: 'back' | 'front') =>
    line(
      half === 'back' ? 'M122 512A390 108 0 0 1 902 512' : 'M122 512A390 108 0 0 0 902 512',
      palette.tone(0.9, 0.08),
      40,
    );
  return random.chance(0.65)
    ? [
        night,
        stars.join(''),
        group(ring('back') + world + ring('front'), { transform: `rotate(${random.pick([-22, 18, -30])} 512 512)` }),
      ].join('')
    : [
        night,
        stars.join(''),
        world,
        circle(770, 250, 78, palette.tone(0.92, 0.06)),
        circle(250, 760, 44, palette.tone(0.8, 0.1, 60)),
      ].join('');
};

/** Half a sun with rays above a line. */
export const sunrise: Draw = (art) => {
  const { palette, random, canvas } = art;
  const sky = `<g clip-path="${canvas.clip(rect(0, 0, 1024, 640, '#fff'))}">${rays(512, 640, 310, 430, 24, palette.accent, 32)}${circle(512, 640, 250, palette.ground === 'light' ? palette.figure : palette.accent)}</g>`;
  const bands = [690, 780, 860].map((y, index) =>
    rect(512 - (380 - index * 90), y, (380 - index * 90) * 2, 44, palette.ink, { rx: 22, opacity: 1 - index * 0.22 }),
  );
  return `${ground(art)}${random.chance(0.5) ? glow(art, 0.5, 0.6) : ''}${sky}${bands.join('')}`;
};

/** Sun behind a cloud, or a moon. */
export const weather: Draw = (art) => {
  const { palette, random, canvas } = art;
  const cloud = canvas.linear(
    [
      [0, '#ffffff'],
      [1, palette.tone(0.88, 0.05)],
    ],
    90,
  );
  const [x, y] = random.pick([
    [640, 390],
    [380, 380],
    [512, 360],
  ] as const);
  const sun = random.chance(0.55) ? rays(x, y, 250, 310, 12, palette.tone(0.87, 0.17, 85 - 230), 34) : '';
  const sky =
    palette.ground === 'light'
      ? rect(
          0,
          0,
          1024,
          1024,
          canvas.linear(
            [
              [0, palette.tone(0.68, 0.14)],
              [1, palette.tone(0.84, 0.08)],
            ],
            90,
          ),
        )
      : ground(art);
  return [
    sky,
    sun,
    circle(x, y, 200, '#ffcf4a'),
    cloudShape(500, 660, 1.35, cloud),
    random.chance(0.4) ? cloudShape(760, 770, 0.7, palette.tone(0.8, 0.06)) : '',
  ].join('');
};

/** Drops falling from a cloud, or a single great drop. */
export const rain: Draw = (art) => {
  const { palette, random } = art;
  const drops = Array.from({ length: 5 }, (_, index) =>
    line(`M${300 + index * 110} ${690 + (index % 2) * 70}l-44 120`, palette.accent, 44),
  );
  return [
    ground(art),
    drops.join(''),
    cloudShape(
      512,
      470,
      1.4,
      palette.ground === 'light' ? palette.figure : random.chance(0.5) ? '#ffffff' : palette.tint,
    ),
  ].join('');
};

/** A crescent in the dark. */
export const moon: Draw = (art) => {
  const { palette, random, canvas } = art;
  const isWarm = palette.hue > 15 && palette.hue < 150;
  const dusk = isWarm ? 265 - palette.hue : 0;
  const mask = canvas.mask(`${circle(512, 512, 320, '#fff')}${circle(640, 430, 270, '#000')}`);
  const night = rect(
    0,
    0,
    1024,
    1024,
    canvas.linear(
      [
        [0, palette.tone(0.2, 0.07, dusk)],
        [1, palette.tone(0.42, 0.14, dusk)],
      ],
      90,
    ),
  );
  const stars = [
    [690, 330, 26],
    [780, 500, 16],
    [620, 520, 14],
    [830, 250, 12],
  ] as const;
  const star = (x: number, y: number, r: number) =>
    polygon(
      Array.from({ length: 8 }, (_, index) => {
        const reach = index % 2 === 0 ? r : r * 0.4;
        return [x + reach * Math.sin((index * Math.PI) / 4), y - reach * Math.cos((index * Math.PI) / 4)] as const;
      }),
    );
  const light = palette.tone(0.95, 0.07, isWarm ? 0 : random.pick([120, 180, 60]));
  const hill = path('M0 860C240 780 420 930 640 850S940 800 1024 850V1024H0Z', palette.tone(0.15, 0.05, dusk));
  return [
    night,
    group(rect(0, 0, 1024, 1024, light), { mask }),
    path(stars.map(([x, y, r]) => star(x, y, r)).join(''), '#ffffff'),
    random.chance(0.5) ? hill : '',
  ].join('');
};

/** One great drop. */
export const droplet: Draw = (art) => {
  const { palette, canvas } = art;
  const fill = canvas.linear(
    palette.isDark
      ? [
          [0, palette.accentPale],
          [1, palette.accent],
        ]
      : [
          [0, palette.tone(0.76, 0.16)],
          [1, palette.tone(0.5, 0.2)],
        ],
    80,
  );
  return [
    ground(art),
    path('M512 130C650 330 780 450 780 620A268 268 0 0 1 244 620C244 450 374 330 512 130Z', fill),
    line('M380 640A136 136 0 0 0 490 770', '#ffffff', 40, { opacity: 0.85 }),
  ].join('');
};

/** Rainbow bands over clouds. */
export const rainbow: Draw = (art) => {
  const { palette, canvas } = art;
  const bands = [0, 55, 110, 165, 220].map(
    (turn, index) =>
      `<circle cx="512" cy="720" r="${400 - index * 62}" fill="none" stroke="${palette.tone(0.76, 0.17, turn)}" stroke-width="64"/>`,
  );
  return `${ground(art)}<g clip-path="${canvas.clip(rect(0, 0, 1024, 740, '#fff'))}">${bands.join('')}</g>${cloudShape(210, 740, 0.62, '#ffffff')}${cloudShape(814, 740, 0.62, '#ffffff')}`;
};

/** Stacked lotus leaves. */
export const lotus: Draw = (art) => {
  const { palette } = art;
  const leaf = (angle: number, fill: string) =>
    path('M512 800C370 680 370 440 512 230C654 440 654 680 512 800Z', fill, {
      transform: `rotate(${angle} 512 800)`,
      opacity: 0.85,
    });
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  return [
    ground(art),
    [-72, 72].map((angle) => leaf(angle, palette.accentDeep)).join(''),
    [-38, 38].map((angle) => leaf(angle, palette.accent)).join(''),
    leaf(0, figure),
  ].join('');
};
