import { oklch } from './colour';
import { circle, group, line, n, path, polygon, rect } from './svg';
import type { Paint } from './scenery';

/** Worlds and their paths. */
export const orbit: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const [x, y] = random.pick([
    [1100, 480],
    [520, 460],
    [820, 520],
  ]);
  const sky = rect(
    0,
    0,
    1600,
    1000,
    canvas.radial(
      [
        [0, tone(0.36, 0.13)],
        [1, tone(0.15, 0.05, 20)],
      ],
      x / 1600,
      y / 1000,
      0.8,
    ),
  );
  const dust = Array.from({ length: 150 }, () =>
    circle(random.range(0, 1600), random.range(0, 1000), random.range(1, 3.6), '#ffffff', {
      opacity: random.range(0.2, 0.9),
    }),
  );
  const rings = Array.from({ length: 6 }, (_, index) => {
    const r = 250 + index * 125;
    const angle = random.range(0, 6.28);
    const size = random.range(14, 52);
    const fill = canvas.linear(
      [
        [0, tone(0.86, 0.12, index * 55)],
        [1, tone(0.48, 0.15, index * 55)],
      ],
      60,
    );
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${n(r * 0.4)}" fill="none" stroke="#ffffff" stroke-width="2.5" opacity=".3"/>${circle(x + Math.cos(angle) * r, y + Math.sin(angle) * r * 0.4, size, fill)}`;
  });
  const body = canvas.linear(
    [
      [0, scene.sun],
      [1, tone(0.42, 0.18, 40)],
    ],
    55,
  );
  const bands = [-110, -50, 20, 90].map((dy, index) =>
    rect(x - 200, y + dy, 400, 20 + index * 6, '#ffffff', { opacity: 0.14 }),
  );
  return [
    sky,
    dust.join(''),
    group(
      `${rings.join('')}${circle(x, y, 176, body)}<g clip-path="${canvas.clip(circle(x, y, 176, '#fff'))}">${bands.join('')}${circle(x + 120, y + 70, 210, '#000000', { opacity: 0.2 })}</g>${line(`M${x - 330} ${y}A330 84 0 0 0 ${x + 330} ${y}`, scene.paper, 26, { opacity: 0.92 })}`,
      { transform: `rotate(${random.pick([-14, 10, -22])} ${x} ${y})` },
    ),
  ].join('');
};

/** A still life in window light. */
export const table: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const wall = canvas.linear(
    [
      [0, tone(0.9, 0.05)],
      [1, tone(0.8, 0.08)],
    ],
    20,
  );
  const cloth = canvas.linear(
    [
      [0, tone(0.58, 0.12, 160)],
      [1, tone(0.4, 0.11, 160)],
    ],
    90,
  );
  const pane =
    path(
      polygon([
        [880, 0],
        [1180, 0],
        [900, 560],
        [600, 560],
      ]),
      '#fffbe8',
      { opacity: 0.5 },
    ) +
    path(
      polygon([
        [1220, 0],
        [1480, 0],
        [1200, 560],
        [940, 560],
      ]),
      '#fffbe8',
      { opacity: 0.5 },
    );
  const shade = (x: number, y: number, rx: number) =>
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${n(rx * 0.13)}" fill="#000" opacity=".22"/>`;
  const ball = (x: number, y: number, r: number, hue: number) =>
    shade(x - 20, y + r * 0.95, r * 1.1) +
    circle(
      x,
      y,
      r,
      canvas.radial(
        [
          [0, oklch(0.8, 0.16, hue)],
          [0.7, oklch(0.64, 0.19, hue - 8)],
          [1, oklch(0.48, 0.16, hue - 16)],
        ],
        0.64,
        0.3,
        0.75,
      ),
    ) +
    line(`M${x} ${y - r + 10}q6 -24 20 -34`, oklch(0.36, 0.06, 80), 8);
  const jug =
    shade(430, 792, 150) +
    path(
      'M350 300H500L490 400C590 470 580 790 520 800H340C280 790 270 470 360 400Z',
      canvas.linear(
        [
          [0, tone(0.5, 0.13, -30)],
          [1, tone(0.76, 0.12, -30)],
        ],
        0,
      ),
    ) +
    line('M500 360C620 350 610 560 548 580', tone(0.66, 0.12, -30), 26);
  const stems = [-30, -10, 12, 32].map((turn, index) =>
    group(
      [
        line('M425 310V60', tone(0.42, 0.09, 120), 8),
        [130, 190, 250]
          .map(
            (y, place) =>
              `<ellipse cx="${425 + (place % 2 ? 30 : -30)}" cy="${y}" rx="38" ry="15" fill="${tone(0.55, 0.12, 110 + index * 10)}" transform="rotate(${place % 2 ? -36 : 36} ${425 + (place % 2 ? 30 : -30)} ${y})"/>`,
          )
          .join(''),
        circle(425, 56, 34, index % 2 ? scene.warm : scene.paper),
      ].join(''),
      { transform: `rotate(${turn} 425 330)` },
    ),
  );
  const cup =
    shade(1240, 800, 140) +
    line('M1330 640C1430 630 1430 750 1310 750', '#fffdf7', 24) +
    path('M1120 600H1350C1350 740 1310 800 1235 800S1120 740 1120 600Z', '#fffdf7') +
    `<ellipse cx="1235" cy="602" rx="115" ry="24" fill="${oklch(0.4, 0.07, 50)}"/>`;
  const books =
    rect(640, 742, 330, 50, tone(0.46, 0.14, 200), { rx: 6 }) +
    rect(670, 694, 290, 48, scene.warm, { rx: 6 }) +
    rect(660, 752, 296, 8, '#ffffff', { opacity: 0.5 }) +
    shade(800, 796, 190);
  return [
    rect(0, 0, 1600, 1000, wall),
    pane,
    rect(0, 700, 1600, 300, cloth),
    rect(0, 700, 1600, 10, '#ffffff', { opacity: 0.18 }),
    stems.join(''),
    jug,
    books,
    ball(740, 622, 70, random.pick([35, 55, 95])),
    ball(880, 628, 64, random.pick([25, 80])),
    ball(1010, 790, 82, random.pick([28, 60, 120])),
    cup,
  ].join('');
};

/** A large constructivist arrangement. */
export const shapes: Paint = (scene) => {
  const { random, tone } = scene;
  const inks = random.shuffle([
    tone(0.62, 0.2),
    tone(0.82, 0.15, 60),
    tone(0.36, 0.12, -20),
    tone(0.95, 0.025),
    tone(0.72, 0.16, 180),
    tone(0.24, 0.05),
  ]);
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
    if (kind === 3)
      body += path(
        `M${x} ${y + 200}A100 100 0 0 1 ${x + 200} ${y + 200}ZM${x} ${y + 100}A100 100 0 0 1 ${x + 200} ${y + 100}Z`,
        front,
      );
    if (kind === 4)
      body += path(
        polygon([
          [x, y],
          [x + 200, y],
          [x, y + 200],
        ]),
        front,
      );
    if (kind === 5) body += [0, 1, 2, 3].map((bar) => rect(x, y + bar * 50, 200, 25, front)).join('');
    if (kind === 6)
      body += path(`M${x + 100} ${y}A100 100 0 0 1 ${x + 100} ${y + 200}A100 100 0 0 1 ${x + 100} ${y}Z`, front);
  }
  return `${body}${circle(random.pick([400, 800, 1200]), random.pick([400, 600]), 200, ink(2))}`;
};

/** Leaves and blossoms in front of the dark. */
export const garden: Paint = (scene) => {
  const { random, tone, canvas } = scene;
  const back = rect(
    0,
    0,
    1600,
    1000,
    canvas.radial(
      [
        [0, tone(0.34, 0.09)],
        [1, tone(0.18, 0.05)],
      ],
      0.5,
      0.35,
      0.8,
    ),
  );
  const shapesOf = [
    'M0 0C70 -120 70 -300 0 -430C-70 -300 -70 -120 0 0Z',
    'M0 0C150 -60 190 -230 120 -370C90 -420 40 -440 0 -470C-40 -440 -90 -420 -120 -370C-190 -230 -150 -60 0 0Z',
    'M0 0C40 -90 30 -330 0 -520C-30 -330 -40 -90 0 0Z',
  ];
  const leaf = (x: number, y: number, turn: number, s: number, depth: number) => {
    const veins = [90, 160, 230, 300].map((d) => `M0 ${-d}L44 ${-d - 44}M0 ${-d}L-44 ${-d - 44}`).join('');
    return group(
      path(random.pickFrom(shapesOf, ''), tone(0.3 + depth * 0.34, 0.06 + depth * 0.08, random.range(-34, 44))) +
        line(`M0 0V-400${veins}`, tone(0.2 + depth * 0.36, 0.07), 5, { opacity: 0.7 }),
      { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(s)})` },
    );
  };
  const bloom = (x: number, y: number, r: number, hue: number) => {
    const count = random.pick([5, 6, 8]);
    return group(
      Array.from({ length: count }, (_, index) =>
        path(
          `M0 0C${n(-r * 0.62)} ${n(-r * 0.4)} ${n(-r * 0.5)} ${n(-r)} 0 ${n(-r)}C${n(r * 0.5)} ${n(-r)} ${n(r * 0.62)} ${n(-r * 0.4)} 0 0Z`,
          oklch(0.7 + (index % 2) * 0.08, 0.17, hue),
          { transform: `rotate(${n((360 / count) * index)})` },
        ),
      ).join('') +
        circle(0, 0, r * 0.26, oklch(0.85, 0.15, 85)) +
        circle(0, 0, r * 0.12, oklch(0.6, 0.15, 55)),
      { transform: `translate(${n(x)} ${n(y)})` },
    );
  };
  const layer = (count: number, depth: number, low: number) =>
    Array.from({ length: count }, (_, index) =>
      leaf(
        (1600 / (count - 1)) * index + random.range(-60, 60),
        low + random.range(-20, 60),
        random.range(-34, 34),
        random.range(0.75, 1.25),
        depth,
      ),
    ).join('');
  const top = Array.from({ length: 5 }, (_, index) =>
    leaf(index * 400 + random.range(-60, 60), -40, 180 + random.range(-40, 40), random.range(0.5, 0.8), 0.12),
  ).join('');
  const petals = [random.range(5, 30), random.range(320, 355), random.range(50, 80)];
  const blooms = Array.from({ length: 7 }, (_, index) =>
    bloom(
      130 + index * 225 + random.range(-50, 50),
      540 + random.range(-140, 140),
      random.range(60, 118),
      petals[index % 3] ?? 20,
    ),
  );
  return [
    back,
    top,
    layer(9, 0.15, 900),
    layer(9, 0.45, 1000),
    blooms.slice(0, 4).join(''),
    layer(10, 0.75, 1080),
    blooms.slice(4).join(''),
    layer(11, 1, 1190),
  ].join('');
};
