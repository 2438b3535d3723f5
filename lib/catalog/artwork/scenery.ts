import { oklch } from './colour';
import type { Random } from './random';
import type { StoryScene } from './spec';
import { type Canvas, circle, curve, group, line, n, path, polygon, rect } from './svg';

/** A painting's means: a plane of 1600 x 1000 and a handful of colours that belong to one time of day. */
export type Scene = {
  canvas: Canvas;
  random: Random;
  hue: number;
  light: 'dawn' | 'day' | 'dusk' | 'night';
  /** Colour of a plane at `depth` 0 (far) to 1 (near). */
  plane(depth: number, turn?: number): string;
  sky: [string, string];
  sun: string;
  warm: string;
  paper: string;
  tone(l: number, c: number, turn?: number): string;
};

export type Paint = (scene: Scene) => string;

export function createScene(canvas: Canvas, random: Random, hue: number): Scene {
  const light = random.pick(['dawn', 'day', 'dusk', 'night', 'day', 'dawn']);
  const tone = (l: number, c: number, turn = 0) => oklch(l, c, (hue + turn + 720) % 360);
  const complement = random.pick([150, 180, 210, 60, -60]);
  const far = { dawn: 0.84, day: 0.82, dusk: 0.62, night: 0.42 }[light];
  const near = { dawn: 0.36, day: 0.4, dusk: 0.24, night: 0.17 }[light];
  const skies: Record<Scene['light'], [string, string]> = {
    dawn: [tone(0.87, 0.06, 20), tone(0.94, 0.055, complement)],
    day: [tone(0.8, 0.09), tone(0.94, 0.035, 20)],
    dusk: [tone(0.42, 0.12, 20), tone(0.76, 0.14, complement)],
    night: [tone(0.19, 0.06), tone(0.38, 0.1, 15)],
  };
  return {
    canvas,
    random,
    hue,
    light,
    tone,
    plane: (depth, turn = 0) => tone(far + (near - far) * depth, 0.07 + 0.05 * depth, turn - 18 * depth),
    sky: skies[light],
    sun: light === 'night' ? tone(0.95, 0.04, complement) : oklch(light === 'dusk' ? 0.74 : 0.8, 0.17, light === 'day' ? 80 : 45),
    warm: oklch(0.68, 0.18, 38),
    paper: tone(0.96, 0.02, complement),
  };
}

const whole = (scene: Scene) => rect(0, 0, 1600, 1000, scene.canvas.linear([[0, scene.sky[0]], [1, scene.sky[1]]], 90));

const stars = ({ random, light }: Scene, count = 60) =>
  light === 'night' ? Array.from({ length: count }, () => circle(random.range(0, 1600), random.range(0, 560), random.range(1.4, 4), '#ffffff', { opacity: random.range(0.3, 0.95) })).join('') : '';

function ridge(random: Random, base: number, height: number, count: number) {
  const phase = random.range(0, 6);
  const pace = random.range(0.6, 1.25);
  return Array.from({ length: count + 1 }, (_, index) => [(1600 / count) * index, base - height * (0.5 + 0.35 * Math.sin(phase + index * pace) + 0.15 * Math.sin(phase * 2 + index * 2.3))] as const);
}

const land = (points: readonly (readonly [number, number])[], fill: string) => path(`${curve(points)}L1600 1000L0 1000Z`, fill);

const birds = (random: Random, fill: string) =>
  Array.from({ length: random.int(3, 6) }, (_, index) => {
    const x = 380 + index * random.range(46, 90);
    const y = 230 + random.range(-60, 60);
    const s = random.range(12, 20);
    return line(`M${n(x - s)} ${n(y - s * 0.4)}Q${n(x - s * 0.4)} ${n(y - s * 0.6)} ${n(x)} ${n(y)}Q${n(x + s * 0.4)} ${n(y - s * 0.6)} ${n(x + s)} ${n(y - s * 0.4)}`, fill, 4);
  }).join('');

/** Ridge behind ridge, with a sun, trees and furrows. */
const hills: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const sunX = random.int(400, 1250);
  const glow = canvas.radial([[0, scene.sun, 0.6], [1, scene.sun, 0]]);
  const layers = Array.from({ length: 6 }, (_, index) => {
    const depth = index / 5;
    const points = ridge(random, 520 + index * 88, 190 - index * 14, 7 - Math.floor(index / 2));
    const trees = index > 1 && index < 5 ? Array.from({ length: 9 + index * 2 }, () => {
      const at = random.int(0, points.length - 2);
      const [x0, y0] = points[at] ?? [0, 0];
      const [x1, y1] = points[at + 1] ?? [0, 0];
      const t = random.next();
      const s = 12 + index * 11;
      const x = x0 + (x1 - x0) * t;
      const y = y0 + (y1 - y0) * t + s * 0.55;
      return path(`M${n(x)} ${n(y - s * 2.1)}Q${n(x + s * 0.8)} ${n(y - s)} ${n(x + s * 0.42)} ${n(y)}H${n(x - s * 0.42)}Q${n(x - s * 0.8)} ${n(y - s)} ${n(x)} ${n(y - s * 2.1)}Z`, plane(Math.min(1, depth + 0.22)));
    }).join('') : '';
    return trees + land(points, plane(depth));
  });
  const furrows = Array.from({ length: 15 }, (_, index) => line(`M${700 + (index - 7) * 26} 900Q${700 + (index - 7) * 90} 950 ${700 + (index - 7) * 210} 1010`, plane(0.8, 30), 5 + Math.abs(index - 7) * 0.4, { opacity: 0.6 }));
  return `${whole(scene)}${stars(scene)}${circle(sunX, 390, 330, glow)}${circle(sunX, 390, 118, scene.sun)}${birds(random, plane(0.9))}${layers.join('')}${furrows.join('')}`;
};

/** Sails and a lighthouse on still water. */
const harbour: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const horizon = 560;
  const sunX = random.int(500, 1150);
  const water = canvas.linear([[0, plane(0.25)], [1, plane(0.85)]], 90);
  const glints = Array.from({ length: 34 }, (_, index) => {
    const y = horizon + 12 + index * 12.6;
    const w = random.range(26, 130) * (0.4 + index / 30);
    return rect(sunX - w / 2 + random.range(-50, 50), y, w, 5 + index * 0.12, scene.sun, { rx: 3, opacity: 0.75 - index * 0.014 });
  });
  const boat = (x: number, y: number, s: number, sail: string, hull: string) =>
    group(`${path('M0 -250V-20H-128C-60 -80 -14 -160 0 -250Z', sail)}${path('M14 -190C80 -130 106 -70 110 -20H14Z', scene.paper)}${path('M-150 0H140L104 58H-112Z', hull)}${rect(-120, 66, 240, 7, hull, { rx: 4, opacity: 0.4 })}${rect(-84, 84, 160, 6, sail, { rx: 3, opacity: 0.4 })}`, { transform: `translate(${n(x)} ${n(y)}) scale(${n(s)})` });
  const tower = path('M1330 560L1348 300H1402L1420 560Z', scene.paper) + path('M1336.5 466L1341 400H1409L1413.500 466Z', scene.warm) + rect(1336, 282, 78, 22, plane(1)) + rect(1352, 236, 46, 46, scene.sun) + path('M1342 236L1375 200L1408 236Z', scene.warm);
  const beam = scene.light === 'night' || scene.light === 'dusk' ? path('M1356 258L300 150V350Z', scene.sun, { opacity: 0.14 }) : '';
  const headland = path('M980 562C1080 520 1180 540 1240 500S1420 470 1600 430V562Z', plane(0.55));
  const farLand = path('M0 562C140 500 240 520 360 480S560 540 700 562Z', plane(0.1));
  const swells = Array.from({ length: 6 }, (_, index) => path(`${curve(Array.from({ length: 11 }, (_, step) => [step * 170 - 50, 800 + index * 40 + Math.sin(step * 1.3 + index * 2) * (6 + index * 2)] as const))}L1700 1010L-50 1010Z`, plane(0.7 + index * 0.06), { opacity: 0.55 }));
  return `${whole(scene)}${stars(scene)}${circle(sunX, 410, 104, scene.sun)}${beam}${farLand}${rect(0, horizon, 1600, 440, water)}${glints.join('')}${headland}${tower}${boat(random.int(180, 400), 640, 0.55, scene.paper, plane(0.9))}${swells.slice(0, 2).join('')}${boat(random.int(560, 900), 800, 1.12, scene.warm, plane(1))}${swells.slice(2).join('')}${birds(random, plane(0.8))}`;
};

/** A bough with heavy fruit before rows of trees. */
const orchard: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const rows = Array.from({ length: 4 }, (_, row) => {
    const y = 600 + row * 78;
    const s = 34 + row * 24;
    const trees = Array.from({ length: 26 }, (_, index) => {
      const x = index * s * 1.9 - (row % 2) * s;
      return x > 1700 ? '' : rect(x - s * 0.08, y - s * 0.3, s * 0.16, s * 0.8, plane(0.95)) + circle(x, y - s * 0.7, s * 0.72, plane(0.3 + row * 0.16, 70)) + circle(x - s * 0.2, y - s * 0.9, s * 0.34, plane(0.15 + row * 0.14, 60), { opacity: 0.6 });
    });
    return land([[0, y + s * 0.3], [400, y + s * 0.1], [800, y + s * 0.3], [1200, y + s * 0.12], [1600, y + s * 0.3]], plane(0.25 + row * 0.14, 40)) + trees.join('');
  });
  const skin = canvas.radial([[0, oklch(0.72, 0.18, 28)], [0.7, oklch(0.55, 0.2, 20)], [1, oklch(0.42, 0.16, 14)]], 0.36, 0.32, 0.75);
  const leaf = (x: number, y: number, turn: number, s: number, depth: number) => group(path('M0 0C40 -70 130 -90 210 -40C150 30 60 50 0 0Z', plane(depth, 80)) + line('M8 -4Q100 -40 190 -38', plane(0.2, 60), 4, { opacity: 0.6 }), { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(s)})` });
  const fruit = (x: number, y: number, r: number) => line(`M${x} ${y - r * 1.5}Q${x + 10} ${y - r * 1.2} ${x} ${y - r * 0.9}`, plane(1), 11) + circle(x, y, r, skin) + path(`M${n(x - r * 0.26)} ${n(y + r * 0.92)}L${n(x - r * 0.34)} ${n(y + r * 1.3)}L${n(x - r * 0.1)} ${n(y + r * 1.12)}L${n(x)} ${n(y + r * 1.36)}L${n(x + r * 0.1)} ${n(y + r * 1.12)}L${n(x + r * 0.34)} ${n(y + r * 1.3)}L${n(x + r * 0.26)} ${n(y + r * 0.92)}Z`, oklch(0.5, 0.19, 22)) + path(`M${n(x - r * 0.62)} ${n(y - r * 0.1)}A${n(r * 0.66)} ${n(r * 0.66)} 0 0 1 ${n(x - r * 0.1)} ${n(y - r * 0.64)}`, 'none', { stroke: '#ffffff', strokeWidth: r * 0.09, strokeLinecap: 'round', opacity: 0.4 });
  const bough = line('M1640 60C1380 70 1240 150 1060 140S800 190 640 160', plane(1, 30), 28) + line('M1240 132C1180 190 1120 210 1080 270M1460 74C1420 150 1400 190 1350 240', plane(1, 30), 15);
  const leaves = [[1500, 76, 150, 1, 0.75], [1400, 90, -40, 1.05, 0.55], [1300, 118, 120, 1, 0.65], [1180, 140, -60, 1.1, 0.45], [1080, 150, 160, 1.1, 0.7], [960, 150, -30, 0.95, 0.5], [860, 164, 130, 0.95, 0.75], [760, 172, -150, 0.9, 0.6], [660, 160, 170, 0.85, 0.7], [1340, 230, 40, 0.9, 0.7], [1090, 268, 60, 0.8, 0.6]] as const;
  return `${whole(scene)}${stars(scene)}${circle(random.int(240, 480), 330, 120, scene.sun)}${land(ridge(random, 590, 130, 6), plane(0.1))}${rows.join('')}${bough}${leaves.map(([x, y, turn, s, depth]) => leaf(x, y, turn, s, depth)).join('')}${fruit(1350, 400, 112)}${fruit(1080, 400, 92)}${fruit(850, 330, 74)}`;
};

/** Towers with lit windows. */
const city: Paint = (scene) => {
  const { random, plane, tone } = scene;
  const isLit = scene.light === 'night' || scene.light === 'dusk';
  const layers = [0, 1, 2, 3].map((layer) => {
    let body = '';
    const fill = plane(0.12 + layer * 0.29);
    for (let x = -40; x < 1640; ) {
      const w = random.int(90, 190) + layer * 12;
      const h = random.int(190, 470) - layer * 24 + (Math.abs(x - 800) < 340 && layer < 2 ? 130 : 0);
      const base = 800 + layer * 66;
      const roof = random.int(0, 5);
      body += rect(x, base - h, w, h + 300, fill);
      if (roof === 0) body += path(polygon([[x, base - h + 1], [x + w / 2, base - h - 70], [x + w, base - h + 1]]), fill);
      if (roof === 1) body += rect(x + w * 0.46, base - h - 90, 8, 92, fill) + rect(x + w * 0.2, base - h - 24, w * 0.6, 26, fill);
      if (roof === 2) body += path(`M${x} ${base - h + 1}A${n(w / 2)} ${n(w / 2.6)} 0 0 1 ${x + w} ${base - h + 1}Z`, fill);
      const columns = Math.floor((w - 20) / 26);
      for (let row = 0; row < Math.floor(h / 40); row += 1) {
        for (let column = 0; column < columns; column += 1) {
          if (!random.chance(isLit ? 0.42 : 0.6)) continue;
          const glow = isLit ? (random.chance(0.8) ? oklch(0.86, 0.13, 85) : oklch(0.78, 0.15, 50)) : tone(0.95, 0.03);
          body += rect(x + 14 + column * 26, base - h + 24 + row * 40, 12, 18, glow, { opacity: isLit ? 0.35 + layer * 0.2 : 0.28 });
        }
      }
      x += w + random.int(0, 26);
    }
    return body;
  });
  return `${whole(scene)}${stars(scene, 90)}${circle(random.int(300, 1300), 260, 112, scene.sun)}${layers.join('')}`;
};

/** Worlds and their paths. */
const orbit: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const [x, y] = random.pick([[1100, 480], [520, 460], [820, 520]]);
  const sky = rect(0, 0, 1600, 1000, canvas.radial([[0, tone(0.36, 0.13)], [1, tone(0.15, 0.05, 20)]], x / 1600, y / 1000, 0.8));
  const dust = Array.from({ length: 150 }, () => circle(random.range(0, 1600), random.range(0, 1000), random.range(1, 3.6), '#ffffff', { opacity: random.range(0.2, 0.9) }));
  const rings = Array.from({ length: 6 }, (_, index) => {
    const r = 250 + index * 125;
    const angle = random.range(0, 6.28);
    const size = random.range(14, 52);
    const fill = canvas.linear([[0, tone(0.86, 0.12, index * 55)], [1, tone(0.48, 0.15, index * 55)]], 60);
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${n(r * 0.4)}" fill="none" stroke="#ffffff" stroke-width="2.5" opacity=".3"/>${circle(x + Math.cos(angle) * r, y + Math.sin(angle) * r * 0.4, size, fill)}`;
  });
  const body = canvas.linear([[0, scene.sun], [1, tone(0.42, 0.18, 40)]], 55);
  const bands = [-110, -50, 20, 90].map((dy, index) => rect(x - 200, y + dy, 400, 20 + index * 6, '#ffffff', { opacity: 0.14 }));
  return `${sky}${dust.join('')}${group(`${rings.join('')}${circle(x, y, 176, body)}<g clip-path="${canvas.clip(circle(x, y, 176, '#fff'))}">${bands.join('')}${circle(x + 120, y + 70, 210, '#000000', { opacity: 0.2 })}</g>${line(`M${x - 330} ${y}A330 84 0 0 0 ${x + 330} ${y}`, scene.paper, 26, { opacity: 0.92 })}`, { transform: `rotate(${random.pick([-14, 10, -22])} ${x} ${y})` })}`;
};

/** A still life in window light. */
const table: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const wall = canvas.linear([[0, tone(0.9, 0.05)], [1, tone(0.8, 0.08)]], 20);
  const cloth = canvas.linear([[0, tone(0.58, 0.12, 160)], [1, tone(0.4, 0.11, 160)]], 90);
  const pane = path(polygon([[880, 0], [1180, 0], [900, 560], [600, 560]]), '#fffbe8', { opacity: 0.5 }) + path(polygon([[1220, 0], [1480, 0], [1200, 560], [940, 560]]), '#fffbe8', { opacity: 0.5 });
  const shade = (x: number, y: number, rx: number) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${n(rx * 0.13)}" fill="#000" opacity=".22"/>`;
  const ball = (x: number, y: number, r: number, hue: number) => shade(x - 20, y + r * 0.95, r * 1.1) + circle(x, y, r, canvas.radial([[0, oklch(0.8, 0.16, hue)], [0.7, oklch(0.64, 0.19, hue - 8)], [1, oklch(0.48, 0.16, hue - 16)]], 0.64, 0.3, 0.75)) + line(`M${x} ${y - r + 10}q6 -24 20 -34`, oklch(0.36, 0.06, 80), 8);
  const jug = shade(430, 792, 150) + path('M350 300H500L490 400C590 470 580 790 520 800H340C280 790 270 470 360 400Z', canvas.linear([[0, tone(0.5, 0.13, -30)], [1, tone(0.76, 0.12, -30)]], 0)) + line('M500 360C620 350 610 560 548 580', tone(0.66, 0.12, -30), 26);
  const stems = [-30, -10, 12, 32].map((turn, index) => group(`${line('M425 310V60', tone(0.42, 0.09, 120), 8)}${[130, 190, 250].map((y, place) => `<ellipse cx="${425 + (place % 2 ? 30 : -30)}" cy="${y}" rx="38" ry="15" fill="${tone(0.55, 0.12, 110 + index * 10)}" transform="rotate(${place % 2 ? -36 : 36} ${425 + (place % 2 ? 30 : -30)} ${y})"/>`).join('')}${circle(425, 56, 34, index % 2 ? scene.warm : scene.paper)}`, { transform: `rotate(${turn} 425 330)` }));
  const cup = shade(1240, 800, 140) + line('M1330 640C1430 630 1430 750 1310 750', '#fffdf7', 24) + path('M1120 600H1350C1350 740 1310 800 1235 800S1120 740 1120 600Z', '#fffdf7') + `<ellipse cx="1235" cy="602" rx="115" ry="24" fill="${oklch(0.4, 0.07, 50)}"/>`;
  const books = rect(640, 742, 330, 50, tone(0.46, 0.14, 200), { rx: 6 }) + rect(670, 694, 290, 48, scene.warm, { rx: 6 }) + rect(660, 752, 296, 8, '#ffffff', { opacity: 0.5 }) + shade(800, 796, 190);
  return `${rect(0, 0, 1600, 1000, wall)}${pane}${rect(0, 700, 1600, 300, cloth)}${rect(0, 700, 1600, 10, '#ffffff', { opacity: 0.18 })}${stems.join('')}${jug}${books}${ball(740, 622, 70, random.pick([35, 55, 95]))}${ball(880, 628, 64, random.pick([25, 80]))}${ball(1010, 790, 82, random.pick([28, 60, 120]))}${cup}`;
};

/** A large constructivist arrangement. */
const shapes: Paint = (scene) => {
  const { random, tone } = scene;
  const inks = random.shuffle([tone(0.62, 0.2), tone(0.82, 0.15, 60), tone(0.36, 0.12, -20), tone(0.95, 0.025), tone(0.72, 0.16, 180), tone(0.24, 0.05)]);
  const ink = (index: number) => inks[index % inks.length] ?? tone(0.5, 0.1);
  let body = rect(0, 0, 1600, 1000, ink(0));
  for (let index = 0; index < 40; index += 1) {
    const x = (index % 8) * 200;
    const y = Math.floor(index / 8) * 200;
    const kind = random.int(0, 7);
    const back = ink(random.int(0, 5));
    const front = ink(random.int(0, 5));
    body += rect(x, y, 201, 201, back);
    if (kind === 0) body += path(`M${x} ${y}H${x + 200}A200 200 0 0 1 ${x} ${y + 200}Z`, front);
    if (kind === 1) body += path(`M${x + 200} ${y + 200}H${x}A200 200 0 0 1 ${x + 200} ${y}Z`, front);
    if (kind === 2) body += circle(x + 100, y + 100, 100, front) + circle(x + 100, y + 100, 44, back);
    if (kind === 3) body += path(`M${x} ${y + 200}A100 100 0 0 1 ${x + 200} ${y + 200}ZM${x} ${y + 100}A100 100 0 0 1 ${x + 200} ${y + 100}Z`, front);
    if (kind === 4) body += path(polygon([[x, y], [x + 200, y], [x, y + 200]]), front);
    if (kind === 5) body += [0, 1, 2, 3].map((bar) => rect(x, y + bar * 50, 200, 25, front)).join('');
    if (kind === 6) body += path(`M${x + 100} ${y}A100 100 0 0 1 ${x + 100} ${y + 200}A100 100 0 0 1 ${x + 100} ${y}Z`, front);
  }
  return `${body}${circle(random.pick([400, 800, 1200]), random.pick([400, 600]), 200, ink(2))}`;
};

/** Leaves and blossoms in front of the dark. */
const garden: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const back = rect(0, 0, 1600, 1000, canvas.radial([[0, tone(0.34, 0.09)], [1, tone(0.18, 0.05)]], 0.5, 0.35, 0.8));
  const shapesOf = ['M0 0C70 -120 70 -300 0 -430C-70 -300 -70 -120 0 0Z', 'M0 0C150 -60 190 -230 120 -370C90 -420 40 -440 0 -470C-40 -440 -90 -420 -120 -370C-190 -230 -150 -60 0 0Z', 'M0 0C40 -90 30 -330 0 -520C-30 -330 -40 -90 0 0Z'];
  const leaf = (x: number, y: number, turn: number, s: number, depth: number) => {
    const veins = [90, 160, 230, 300].map((d) => `M0 ${-d}L44 ${-d - 44}M0 ${-d}L-44 ${-d - 44}`).join('');
    return group(path(random.pickFrom(shapesOf, ''), tone(0.3 + depth * 0.34, 0.06 + depth * 0.08, random.range(-34, 44))) + line(`M0 0V-400${veins}`, tone(0.2 + depth * 0.36, 0.07), 5, { opacity: 0.7 }), { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(s)})` });
  };
  const bloom = (x: number, y: number, r: number, hue: number) => {
    const count = random.pick([5, 6, 8]);
    return group(Array.from({ length: count }, (_, index) => path(`M0 0C${n(-r * 0.62)} ${n(-r * 0.4)} ${n(-r * 0.5)} ${n(-r)} 0 ${n(-r)}C${n(r * 0.5)} ${n(-r)} ${n(r * 0.62)} ${n(-r * 0.4)} 0 0Z`, oklch(0.7 + (index % 2) * 0.08, 0.17, hue), { transform: `rotate(${n((360 / count) * index)})` })).join('') + circle(0, 0, r * 0.26, oklch(0.85, 0.15, 85)) + circle(0, 0, r * 0.12, oklch(0.6, 0.15, 55)), { transform: `translate(${n(x)} ${n(y)})` });
  };
  const layer = (count: number, depth: number, low: number) => Array.from({ length: count }, (_, index) => leaf((1600 / (count - 1)) * index + random.range(-60, 60), low + random.range(-20, 60), random.range(-34, 34), random.range(0.75, 1.25), depth)).join('');
  const top = Array.from({ length: 5 }, (_, index) => leaf(index * 400 + random.range(-60, 60), -40, 180 + random.range(-40, 40), random.range(0.5, 0.8), 0.12)).join('');
  const petals = [random.range(5, 30), random.range(320, 355), random.range(50, 80)];
  const blooms = Array.from({ length: 7 }, (_, index) => bloom(130 + index * 225 + random.range(-50, 50), 540 + random.range(-140, 140), random.range(60, 118), petals[index % 3] ?? 20));
  return `${back}${top}${layer(9, 0.15, 900)}${layer(9, 0.45, 1000)}${blooms.slice(0, 4).join('')}${layer(10, 0.75, 1080)}${blooms.slice(4).join('')}${layer(11, 1, 1190)}`;
};

export const paints: Readonly<Record<StoryScene, Paint>> = { hills, harbour, orchard, city, orbit, table, shapes, garden };
