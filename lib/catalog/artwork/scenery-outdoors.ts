import { oklch } from './colour';
import type { Random } from './random';
import { circle, curve, group, line, n, path, polygon, rect } from './svg';
import { type Paint, whole, stars } from './scenery';

function ridge(random: Random, base: number, height: number, count: number) {
  const phase = random.range(0, 6);
  const pace = random.range(0.6, 1.25);
  return Array.from(
    { length: count + 1 },
    (_, index) =>
      [
        (1600 / count) * index,
        base - height * (0.5 + 0.35 * Math.sin(phase + index * pace) + 0.15 * Math.sin(phase * 2 + index * 2.3)),
      ] as const,
  );
}

const land = (points: readonly (readonly [number, number])[], fill: string) =>
  path(`${curve(points)}L1600 1000L0 1000Z`, fill);

const birds = (random: Random, fill: string) =>
  Array.from({ length: random.int(3, 6) }, (_, index) => {
    const x = 380 + index * random.range(46, 90);
    const y = 230 + random.range(-60, 60);
    const s = random.range(12, 20);
    return line(
      `M${n(x - s)} ${n(y - s * 0.4)}Q${n(x - s * 0.4)} ${n(y - s * 0.6)} ${n(x)} ${n(y)}Q${n(x + s * 0.4)} ${n(y - s * 0.6)} ${n(x + s)} ${n(y - s * 0.4)}`,
      fill,
      4,
    );
  }).join('');

/** Ridge behind ridge, with a sun, trees and furrows. */
export const hills: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const sunX = random.int(400, 1250);
  const glow = canvas.radial([
    [0, scene.sun, 0.6],
    [1, scene.sun, 0],
  ]);
  const layers = Array.from({ length: 6 }, (_, index) => {
    const depth = index / 5;
    const points = ridge(random, 520 + index * 88, 190 - index * 14, 7 - Math.floor(index / 2));
    const trees =
      index > 1 && index < 5
        ? Array.from({ length: 9 + index * 2 }, () => {
            const at = random.int(0, points.length - 2);
            const [x0, y0] = points[at] ?? [0, 0];
            const [x1, y1] = points[at + 1] ?? [0, 0];
            const t = random.next();
            const s = 12 + index * 11;
            const x = x0 + (x1 - x0) * t;
            const y = y0 + (y1 - y0) * t + s * 0.55;
            return path(
              `M${n(x)} ${n(y - s * 2.1)}Q${n(x + s * 0.8)} ${n(y - s)} ${n(x + s * 0.42)} ${n(y)}H${n(x - s * 0.42)}Q${n(x - s * 0.8)} ${n(y - s)} ${n(x)} ${n(y - s * 2.1)}Z`,
              plane(Math.min(1, depth + 0.22)),
            );
          }).join('')
        : '';
    return trees + land(points, plane(depth));
  });
  const furrows = Array.from({ length: 15 }, (_, index) =>
    line(
      `M${700 + (index - 7) * 26} 900Q${700 + (index - 7) * 90} 950 ${700 + (index - 7) * 210} 1010`,
      plane(0.8, 30),
      5 + Math.abs(index - 7) * 0.4,
      { opacity: 0.6 },
    ),
  );
  return [
    whole(scene),
    stars(scene),
    circle(sunX, 390, 330, glow),
    circle(sunX, 390, 118, scene.sun),
    birds(random, plane(0.9)),
    layers.join(''),
    furrows.join(''),
  ].join('');
};

/** Sails and a lighthouse on still water. */
export const harbour: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const horizon = 560;
  const sunX = random.int(500, 1150);
  const water = canvas.linear(
    [
      [0, plane(0.25)],
      [1, plane(0.85)],
    ],
    90,
  );
  const glints = Array.from({ length: 34 }, (_, index) => {
    const y = horizon + 12 + index * 12.6;
    const w = random.range(26, 130) * (0.4 + index / 30);
    return rect(sunX - w / 2 + random.range(-50, 50), y, w, 5 + index * 0.12, scene.sun, {
      rx: 3,
      opacity: 0.75 - index * 0.014,
    });
  });
  const boat = (x: number, y: number, s: number, sail: string, hull: string) =>
    group(
      [
        path('M0 -250V-20H-128C-60 -80 -14 -160 0 -250Z', sail),
        path('M14 -190C80 -130 106 -70 110 -20H14Z', scene.paper),
        path('M-150 0H140L104 58H-112Z', hull),
        rect(-120, 66, 240, 7, hull, { rx: 4, opacity: 0.4 }),
        rect(-84, 84, 160, 6, sail, { rx: 3, opacity: 0.4 }),
      ].join(''),
      { transform: `translate(${n(x)} ${n(y)}) scale(${n(s)})` },
    );
  const tower =
    path('M1330 560L1348 300H1402L1420 560Z', scene.paper) +
    path('M1336.5 466L1341 400H1409L1413.500 466Z', scene.warm) +
    rect(1336, 282, 78, 22, plane(1)) +
    rect(1352, 236, 46, 46, scene.sun) +
    path('M1342 236L1375 200L1408 236Z', scene.warm);
  const beam =
    scene.light === 'night' || scene.light === 'dusk'
      ? path('M1356 258L300 150V350Z', scene.sun, { opacity: 0.14 })
      : '';
  const headland = path('M980 562C1080 520 1180 540 1240 500S1420 470 1600 430V562Z', plane(0.55));
  const farLand = path('M0 562C140 500 240 520 360 480S560 540 700 562Z', plane(0.1));
  const swells = Array.from({ length: 6 }, (_, index) =>
    path(
      `${curve(Array.from({ length: 11 }, (_, step) => [step * 170 - 50, 800 + index * 40 + Math.sin(step * 1.3 + index * 2) * (6 + index * 2)] as const))}L1700 1010L-50 1010Z`,
      plane(0.7 + index * 0.06),
      { opacity: 0.55 },
    ),
  );
  return [
    whole(scene),
    stars(scene),
    circle(sunX, 410, 104, scene.sun),
    beam,
    farLand,
    rect(0, horizon, 1600, 440, water),
    glints.join(''),
    headland,
    tower,
    boat(random.int(180, 400), 640, 0.55, scene.paper, plane(0.9)),
    swells.slice(0, 2).join(''),
    boat(random.int(560, 900), 800, 1.12, scene.warm, plane(1)),
    swells.slice(2).join(''),
    birds(random, plane(0.8)),
  ].join('');
};

/** A bough with heavy fruit before rows of trees. */
export const orchard: Paint = (scene) => {
  const { random, plane, canvas } = scene;
  const rows = Array.from({ length: 4 }, (_, row) => {
    const y = 600 + row * 78;
    const s = 34 + row * 24;
    const trees = Array.from({ length: 26 }, (_, index) => {
      const x = index * s * 1.9 - (row % 2) * s;
      return x > 1700
        ? ''
        : rect(x - s * 0.08, y - s * 0.3, s * 0.16, s * 0.8, plane(0.95)) +
            circle(x, y - s * 0.7, s * 0.72, plane(0.3 + row * 0.16, 70)) +
            circle(x - s * 0.2, y - s * 0.9, s * 0.34, plane(0.15 + row * 0.14, 60), { opacity: 0.6 });
    });
    return (
      land(
        [
          [0, y + s * 0.3],
          [400, y + s * 0.1],
          [800, y + s * 0.3],
          [1200, y + s * 0.12],
          [1600, y + s * 0.3],
        ],
        plane(0.25 + row * 0.14, 40),
      ) + trees.join('')
    );
  });
  const skin = canvas.radial(
    [
      [0, oklch(0.72, 0.18, 28)],
      [0.7, oklch(0.55, 0.2, 20)],
      [1, oklch(0.42, 0.16, 14)],
    ],
    0.36,
    0.32,
    0.75,
  );
  const leaf = (x: number, y: number, turn: number, s: number, depth: number) =>
    group(
      path('M0 0C40 -70 130 -90 210 -40C150 30 60 50 0 0Z', plane(depth, 80)) +
        line('M8 -4Q100 -40 190 -38', plane(0.2, 60), 4, { opacity: 0.6 }),
      { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(s)})` },
    );
  const fruit = (x: number, y: number, r: number) =>
    line(`M${x} ${y - r * 1.5}Q${x + 10} ${y - r * 1.2} ${x} ${y - r * 0.9}`, plane(1), 11) +
    circle(x, y, r, skin) +
    path(
      `M${n(x - r * 0.26)} ${n(y + r * 0.92)}L${n(x - r * 0.34)} ${n(y + r * 1.3)}L${n(x - r * 0.1)} ${n(y + r * 1.12)}L${n(x)} ${n(y + r * 1.36)}L${n(x + r * 0.1)} ${n(y + r * 1.12)}L${n(x + r * 0.34)} ${n(y + r * 1.3)}L${n(x + r * 0.26)} ${n(y + r * 0.92)}Z`,
      oklch(0.5, 0.19, 22),
    ) +
    path(
      `M${n(x - r * 0.62)} ${n(y - r * 0.1)}A${n(r * 0.66)} ${n(r * 0.66)} 0 0 1 ${n(x - r * 0.1)} ${n(y - r * 0.64)}`,
      'none',
      { stroke: '#ffffff', strokeWidth: r * 0.09, strokeLinecap: 'round', opacity: 0.4 },
    );
  const bough =
    line('M1640 60C1380 70 1240 150 1060 140S800 190 640 160', plane(1, 30), 28) +
    line('M1240 132C1180 190 1120 210 1080 270M1460 74C1420 150 1400 190 1350 240', plane(1, 30), 15);
  const leaves = [
    [1500, 76, 150, 1, 0.75],
    [1400, 90, -40, 1.05, 0.55],
    [1300, 118, 120, 1, 0.65],
    [1180, 140, -60, 1.1, 0.45],
    [1080, 150, 160, 1.1, 0.7],
    [960, 150, -30, 0.95, 0.5],
    [860, 164, 130, 0.95, 0.75],
    [760, 172, -150, 0.9, 0.6],
    [660, 160, 170, 0.85, 0.7],
    [1340, 230, 40, 0.9, 0.7],
    [1090, 268, 60, 0.8, 0.6],
  ] as const;
  return [
    whole(scene),
    stars(scene),
    circle(random.int(240, 480), 330, 120, scene.sun),
    land(ridge(random, 590, 130, 6), plane(0.1)),
    rows.join(''),
    bough,
    leaves.map(([x, y, turn, s, depth]) => leaf(x, y, turn, s, depth)).join(''),
    fruit(1350, 400, 112),
    fruit(1080, 400, 92),
    fruit(850, 330, 74),
  ].join('');
};

/** Towers with lit windows. */
export const city: Paint = (scene) => {
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
      if (roof === 0)
        body += path(
          polygon([
            [x, base - h + 1],
            [x + w / 2, base - h - 70],
            [x + w, base - h + 1],
          ]),
          fill,
        );
      if (roof === 1)
        body += rect(x + w * 0.46, base - h - 90, 8, 92, fill) + rect(x + w * 0.2, base - h - 24, w * 0.6, 26, fill);
      if (roof === 2)
        body += path(`M${x} ${base - h + 1}A${n(w / 2)} ${n(w / 2.6)} 0 0 1 ${x + w} ${base - h + 1}Z`, fill);
      const columns = Math.floor((w - 20) / 26);
      for (let row = 0; row < Math.floor(h / 40); row += 1) {
        for (let column = 0; column < columns; column += 1) {
          if (!random.chance(isLit ? 0.42 : 0.6)) continue;
          const glow = isLit ? (random.chance(0.8) ? oklch(0.86, 0.13, 85) : oklch(0.78, 0.15, 50)) : tone(0.95, 0.03);
          body += rect(x + 14 + column * 26, base - h + 24 + row * 40, 12, 18, glow, {
            opacity: isLit ? 0.35 + layer * 0.2 : 0.28,
          });
        }
      }
      x += w + random.int(0, 26);
    }
    return body;
  });
  return [whole(scene), stars(scene, 90), circle(random.int(300, 1300), 260, 112, scene.sun), layers.join('')].join('');
};
