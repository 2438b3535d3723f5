import { type Draw, glow, ground } from './icon-art';
import { circle, curve, group, line, n, path, polygon, rect } from './svg';

const ridge = (base: number, height: number, phase: number, steps = 8) =>
  Array.from({ length: steps + 1 }, (_, step) => [(1024 / steps) * step, base - height * (0.5 + 0.5 * Math.sin(phase + step * 1.3))] as const);

const rays = (x: number, y: number, from: number, to: number, count: number, stroke: string, width: number) =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    return line(`M${n(x + Math.cos(angle) * from)} ${n(y + Math.sin(angle) * from)}L${n(x + Math.cos(angle) * to)} ${n(y + Math.sin(angle) * to)}`, stroke, width);
  }).join('');

const cloudShape = (x: number, y: number, scale: number, fill: string) =>
  group(path('M-210 120A130 130 0 0 1 -190 -136A190 190 0 0 1 170 -160A150 150 0 0 1 210 120Z', fill), { transform: `translate(${n(x)} ${n(y)}) scale(${n(scale)})` });

/** Hills under a sun. */
export const landscape: Draw = (art) => {
  const { palette, random, canvas } = art;
  const sky = canvas.linear([[0, palette.tint], [1, palette.isDark ? palette.to : palette.from]], 90);
  const sun = circle(random.pick([330, 512, 690]), random.int(330, 430), random.int(100, 150), palette.accent);
  const fills = [palette.figure, palette.accentDeep, palette.tone(0.33, 0.1)];
  const layers = fills.map((fill, index) => path(`${curve(ridge(640 + index * 130, 190 - index * 40, random.range(0, 6), 5))}L1024 1024L0 1024Z`, fill, { opacity: index === 0 ? 0.75 : 1 }));
  return `${rect(0, 0, 1024, 1024, sky)}${sun}${layers.join('')}`;
};

/** Peaks with lit and shaded sides and snow. */
export const mountain: Draw = (art) => {
  const { palette, random } = art;
  const peak = (x: number, y: number, half: number, light: string, dark: string) =>
    path(polygon([[x, y], [x + half, 1024], [x - half, 1024]]), light) +
    path(polygon([[x, y], [x + half, 1024], [x + half * 0.12, 1024], [x - half * 0.1, y + 330]]), dark) +
    path(polygon([[x, y], [x + half * 0.27, y + (1024 - y) * 0.27], [x + half * 0.06, y + 120], [x - half * 0.1, y + (1024 - y) * 0.3], [x - half * 0.2, y + (1024 - y) * 0.2]]), '#ffffff');
  const flip = random.chance(0.5) ? 'translate(1024 0) scale(-1 1)' : 'translate(0 0)';
  return `${ground(art)}${circle(random.pick([250, 780]), 290, 96, palette.accent)}${group(`${peak(720, 420, 520, palette.tint, palette.shade)}${peak(400, 260, 560, palette.ground === 'light' ? palette.figure : palette.tone(0.8, 0.08), palette.accentDeep)}`, { transform: flip })}`;
};

/** A boat between sea and sun. */
export const sea: Draw = (art) => {
  const { palette, random } = art;
  const x = random.int(420, 600);
  const wave = (y: number, fill: string, phase: number) =>
    path(`${curve(Array.from({ length: 13 }, (_, step) => [step * 90 - 20, y + Math.sin(phase + step * 1.57) * 24] as const))}L1100 1100L-20 1100Z`, fill);
  return `${ground(art)}${circle(1024 - x, 400, 190, palette.accent)}${path(`M${x} 170V650H${x - 250}C${x - 90} 540 ${x - 20} 380 ${x} 170Z`, palette.ink)}${path(`M${x + 28} 290C${x + 150} 410 ${x + 210} 530 ${x + 220} 650H${x + 28}Z`, palette.tint)}${path(`M${x - 280} 690H${x + 270}L${x + 190} 810H${x - 200}Z`, palette.accentDeep)}${wave(770, palette.figure, 0)}${wave(860, palette.tone(0.42, 0.14), 1.6)}`;
};

/** A world with a ring or moons. */
export const planet: Draw = (art) => {
  const { palette, random, canvas } = art;
  const stars = Array.from({ length: 26 }, () => circle(random.range(40, 984), random.range(40, 984), random.range(4, 11), '#ffffff', { opacity: random.range(0.35, 0.95) }));
  const night = rect(0, 0, 1024, 1024, canvas.linear([[0, palette.tone(0.3, 0.13)], [1, palette.tone(0.17, 0.08, 40)]], 60));
  const body = canvas.linear([[0, palette.accent], [1, palette.accentDeep]], 50);
  const bands = [380, 470, 590, 670].map((y, index) => rect(200, y, 640, 30 + index * 9, '#ffffff', { opacity: 0.2, rx: 20 }));
  const world = `${circle(512, 512, 250, body)}<g clip-path="${canvas.clip(circle(512, 512, 250, '#fff'))}">${bands.join('')}${circle(660, 560, 300, '#000000', { opacity: 0.14 })}</g>`;
  const ring = (half: 'back' | 'front') => line(half === 'back' ? 'M122 512A390 108 0 0 1 902 512' : 'M122 512A390 108 0 0 0 902 512', palette.tone(0.9, 0.08), 40);
  return random.chance(0.65)
    ? `${night}${stars.join('')}${group(ring('back') + world + ring('front'), { transform: `rotate(${random.pick([-22, 18, -30])} 512 512)` })}`
    : `${night}${stars.join('')}${world}${circle(770, 250, 78, palette.tone(0.92, 0.06))}${circle(250, 760, 44, palette.tone(0.8, 0.1, 60))}`;
};

/** Half a sun with rays above a line. */
export const sunrise: Draw = (art) => {
  const { palette, random, canvas } = art;
  const sky = `<g clip-path="${canvas.clip(rect(0, 0, 1024, 640, '#fff'))}">${rays(512, 640, 310, 430, 24, palette.accent, 32)}${circle(512, 640, 250, palette.ground === 'light' ? palette.figure : palette.accent)}</g>`;
  const bands = [690, 780, 860].map((y, index) => rect(512 - (380 - index * 90), y, (380 - index * 90) * 2, 44, palette.ink, { rx: 22, opacity: 1 - index * 0.22 }));
  return `${ground(art)}${random.chance(0.5) ? glow(art, 0.5, 0.6) : ''}${sky}${bands.join('')}`;
};

/** Sun behind a cloud, or a moon. */
export const weather: Draw = (art) => {
  const { palette, random, canvas } = art;
  const cloud = canvas.linear([[0, '#ffffff'], [1, palette.tone(0.88, 0.05)]], 90);
  const [x, y] = random.pick([[640, 390], [380, 380], [512, 360]] as const);
  const sun = random.chance(0.55) ? rays(x, y, 250, 310, 12, palette.tone(0.87, 0.17, 85 - 230), 34) : '';
  const sky = palette.ground === 'light' ? rect(0, 0, 1024, 1024, canvas.linear([[0, palette.tone(0.68, 0.14)], [1, palette.tone(0.84, 0.08)]], 90)) : ground(art);
  return `${sky}${sun}${circle(x, y, 200, '#ffcf4a')}${cloudShape(500, 660, 1.35, cloud)}${random.chance(0.4) ? cloudShape(760, 770, 0.7, palette.tone(0.8, 0.06)) : ''}`;
};

/** Drops falling from a cloud, or a single great drop. */
export const rain: Draw = (art) => {
  const { palette, random } = art;
  const drops = Array.from({ length: 5 }, (_, index) => line(`M${300 + index * 110} ${690 + (index % 2) * 70}l-44 120`, palette.accent, 44));
  return `${ground(art)}${drops.join('')}${cloudShape(512, 470, 1.4, palette.ground === 'light' ? palette.figure : random.chance(0.5) ? '#ffffff' : palette.tint)}`;
};

/** A crescent in the dark. */
export const moon: Draw = (art) => {
  const { palette, random, canvas } = art;
  const mask = canvas.mask(`${circle(512, 512, 320, '#fff')}${circle(640, 430, 270, '#000')}`);
  const night = rect(0, 0, 1024, 1024, canvas.linear([[0, palette.tone(0.2, 0.07)], [1, palette.tone(0.42, 0.14)]], 90));
  const stars = [[690, 330, 26], [780, 500, 16], [620, 520, 14], [830, 250, 12]] as const;
  return `${night}<g mask="${mask}">${rect(0, 0, 1024, 1024, palette.tone(0.95, 0.07, 120))}</g>${stars.map(([x, y, r]) => path(`M${x} ${y - r}L${n(x + r * 0.28)} ${n(y - r * 0.28)}L${x + r} ${y}L${n(x + r * 0.28)} ${n(y + r * 0.28)}L${x} ${y + r}L${n(x - r * 0.28)} ${n(y + r * 0.28)}L${x - r} ${y}L${n(x - r * 0.28)} ${n(y - r * 0.28)}Z`, '#ffffff')).join('')}${random.chance(0.5) ? path('M0 860C240 780 420 930 640 850S940 800 1024 850V1024H0Z', palette.tone(0.15, 0.05)) : ''}`;
};

/** One great drop. */
export const droplet: Draw = (art) => {
  const { palette, canvas } = art;
  const fill = canvas.linear([[0, palette.ground === 'light' ? palette.figure : palette.ink], [1, palette.accent]], 80);
  return `${ground(art)}${path('M512 130C650 330 780 450 780 620A268 268 0 0 1 244 620C244 450 374 330 512 130Z', fill)}${line('M380 640A136 136 0 0 0 490 770', '#ffffff', 40, { opacity: 0.85 })}`;
};

/** Contour lines of a height map. */
export const contour: Draw = (art) => {
  const { palette, random } = art;
  const phase = random.range(0, 6);
  const rings = Array.from({ length: 8 }, (_, index) => {
    const points = Array.from({ length: 19 }, (_, step) => {
      const angle = (step / 18) * Math.PI * 2;
      const r = 90 + index * 82 + Math.sin(angle * 3 + phase) * (18 + index * 7) + Math.cos(angle * 2 + phase) * 24;
      return [470 + Math.cos(angle) * r, 540 + Math.sin(angle) * r * 0.86] as const;
    });
    return line(curve(points), index === 2 ? palette.accent : palette.ink, index === 2 ? 26 : 15, { opacity: index === 2 ? 1 : 0.85 - index * 0.06 });
  });
  return `${ground(art)}${rings.join('')}${circle(470, 540, 44, palette.accent)}`;
};

/** Rainbow bands over clouds. */
export const rainbow: Draw = (art) => {
  const { palette, canvas } = art;
  const bands = [0, 55, 110, 165, 220].map((turn, index) => `<circle cx="512" cy="720" r="${400 - index * 62}" fill="none" stroke="${palette.tone(0.76, 0.17, turn)}" stroke-width="64"/>`);
  return `${ground(art)}<g clip-path="${canvas.clip(rect(0, 0, 1024, 740, '#fff'))}">${bands.join('')}</g>${cloudShape(210, 740, 0.62, '#ffffff')}${cloudShape(814, 740, 0.62, '#ffffff')}`;
};

/** Stacked lotus leaves. */
export const lotus: Draw = (art) => {
  const { palette } = art;
  const leaf = (angle: number, fill: string) => path('M512 800C370 680 370 440 512 230C654 440 654 680 512 800Z', fill, { transform: `rotate(${angle} 512 800)`, opacity: 0.85 });
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  return `${ground(art)}${[-72, 72].map((angle) => leaf(angle, palette.accentDeep)).join('')}${[-38, 38].map((angle) => leaf(angle, palette.accent)).join('')}${leaf(0, figure)}`;
};

/** Streets seen from above, and a pin. */
export const streets: Draw = (art) => {
  const { palette, random } = art;
  const turn = random.pick([-24, 18, 32]);
  const blocks = [[-100, -60, 420, 360], [380, -60, 300, 200], [740, -60, 420, 360], [-100, 360, 420, 300], [380, 200, 300, 460], [740, 360, 420, 300], [-100, 720, 780, 420], [740, 720, 420, 420]] as const;
  const fills = [palette.tone(0.94, 0.03), palette.tone(0.88, 0.08, 120), palette.tone(0.9, 0.05), palette.tone(0.86, 0.08, -20)];
  const map = group(blocks.map(([x, y, w, h], index) => rect(x, y, w, h, fills[(index * 5) % 4] ?? '#eee', { rx: 26 })).join(''), { transform: `rotate(${turn} 512 512) translate(512 512) scale(1.12) translate(-512 -512)` });
  const pin = random.chance(0.5) ? palette.tone(0.55, 0.22) : palette.tone(0.6, 0.23, 160);
  return `${rect(0, 0, 1024, 1024, '#ffffff')}${map}${line('M180 1060C260 700 640 800 620 560', pin, 54, { opacity: 0.35 })}<ellipse cx="560" cy="768" rx="110" ry="30" fill="#000" opacity=".2"/>${path('M560 760C470 620 370 540 370 400A190 190 0 0 1 750 400C750 540 650 620 560 760Z', pin)}${circle(560, 400, 78, '#ffffff')}`;
};

/** A road to the horizon. */
export const road: Draw = (art) => {
  const { palette } = art;
  const dashes = [[560, 620, 10], [650, 730, 18], [770, 880, 28], [930, 1060, 40]] as const;
  return `${ground(art)}${circle(512, 430, 190, palette.accent)}${path('M0 520H1024V1024H0Z', palette.accentDeep)}${path('M452 520H572L900 1024H124Z', palette.tone(0.27, 0.03))}${dashes.map(([top, bottom, w]) => path(`M${512 - w * 0.6} ${top}H${512 + w * 0.6}L${512 + w} ${bottom}H${512 - w}Z`, '#ffffff')).join('')}`;
};
