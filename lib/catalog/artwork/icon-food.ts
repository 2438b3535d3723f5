import { type Draw, ground, shadow } from './icon-art';
import { circle, group, line, n, path, rect } from './svg';

/** A round fruit with a leaf. */
export const fruit: Draw = (art) => {
  const { palette, random, canvas } = art;
  const hue = random.pick([0, 30, -40, 110]);
  const skin = canvas.radial(
    [
      [0, palette.tone(0.82, 0.17, hue)],
      [1, palette.tone(0.58, 0.21, hue - 12)],
    ],
    0.36,
    0.32,
    0.8,
  );
  const leaf = palette.tone(0.6, 0.17, 110);
  const body = random.pick([
    'M512 310C720 230 860 380 840 580S680 900 512 890S204 780 184 580S304 230 512 310Z',
    'M512 240C600 240 620 360 680 450C790 580 740 890 512 890S234 580 344 450C404 360 424 240 512 240Z',
    'M512 280A310 310 0 1 1 511 280Z',
  ]);
  return [
    ground(art),
    shadow(art, '<ellipse cx="512" cy="890" rx="240" ry="30"/>', 0, 18, 0.3),
    path(body, skin),
    line('M512 320C506 250 520 200 560 150', palette.tone(0.36, 0.07, 40), 34),
    path('M540 230C590 110 730 100 800 140C760 250 650 290 540 230Z', leaf),
    line('M300 520A230 230 0 0 1 380 400', '#ffffff', 34, { opacity: 0.55 }),
  ].join('');
};

/** A slice of citrus. */
export const citrus: Draw = (art) => {
  const { palette, random } = art;
  const flesh = palette.tone(0.8, 0.18, random.pick([0, 20, 50]));
  const [x, y, scale] = random.pick([
    [512, 512, 1],
    [680, 700, 1.7],
    [512, 820, 1.5],
  ] as const);
  const wedges = Array.from({ length: 8 }, (_, index) =>
    path('M0 -30C-60 -140 -110 -220 -92 -270Q0 -318 92 -270C110 -220 60 -140 0 -30Z', flesh, {
      transform: `rotate(${index * 45}) scale(.98)`,
    }),
  );
  return [
    ground(art),
    group(
      circle(0, 0, 372, palette.tone(0.7, 0.2, 10)) + circle(0, 0, 336, palette.tone(0.97, 0.04)) + wedges.join(''),
      { transform: `translate(${x} ${y}) scale(${scale}) rotate(12)` },
    ),
  ].join('');
};

/** A cup with steam. */
export const cup: Draw = (art) => {
  const { palette, random } = art;
  const fill = palette.ground === 'light' ? palette.figure : palette.isDark ? '#ffffff' : palette.figure;
  const steam = random.chance(0.6)
    ? [370, 480, 590]
        .map((x, index) =>
          line(
            `M${x} ${360 - index * 14}C${x - 50} ${300} ${x + 50} ${240} ${x} ${170 + (index % 2) * 30}`,
            palette.ink,
            32,
            { opacity: 0.55 },
          ),
        )
        .join('')
    : '';
  const band = random.pick([
    '',
    rect(220, 560, 520, 70, palette.accent),
    circle(480, 640, 84, palette.accent),
    path(
      'M480 740C380 670 400 580 450 590C470 594 480 612 480 624C480 612 490 594 510 590C560 580 580 670 480 740Z',
      palette.accent,
    ),
  ]);
  return [
    ground(art),
    line('M720 500H780A110 110 0 0 1 780 720H700', fill, 58),
    path('M220 420H740V640A220 220 0 0 1 520 860H440A220 220 0 0 1 220 640Z', fill),
    band,
    steam,
    rect(170, 890, 620, 40, palette.accentDeep, { rx: 20 }),
  ].join('');
};

/** A bowl with what is in it. */
export const bowl: Draw = (art) => {
  const { palette, random } = art;
  const food = Array.from({ length: 7 }, (_, index) =>
    circle(
      270 + index * 82,
      500 - Math.sin((index / 6) * Math.PI) * 110,
      random.range(70, 104),
      palette.tone(0.72, 0.17, index * 47 - 60),
    ),
  );
  const fill = palette.ground === 'light' ? palette.figure : '#ffffff';
  return [
    ground(art),
    line('M650 190L800 470M720 170L820 460', palette.accentDeep, 26),
    food.join(''),
    path('M140 500H884C884 740 720 840 620 850V880H404V850C304 840 140 740 140 500Z', fill),
    rect(140, 500, 744, 54, palette.accent),
  ].join('');
};

/** A vase with branches. */
export const vase: Draw = (art) => {
  const { palette, random } = art;
  const body = random.pick([
    'M420 520H604L590 590C740 660 730 930 600 930H424C294 930 284 660 434 590Z',
    'M390 540H634L700 720C720 800 680 930 590 930H434C344 930 304 800 324 720Z',
    'M440 500H584V600L690 900C690 920 680 930 660 930H364C344 930 334 920 334 900L440 600Z',
  ]);
  const stems = [-34, -8, 22, 44].map((angle, index) => {
    const leaves = [150, 230, 310].map(
      (y, place) =>
        `<ellipse cx="${512 + (place % 2 ? 44 : -44)}" cy="${520 - y}" rx="52" ry="24" fill="${palette.tone(0.6, 0.13, 80 + index * 14)}" transform="rotate(${place % 2 ? -34 : 34} ${512 + (place % 2 ? 44 : -44)} ${520 - y})"/>`,
    );
    const bloom =
      index % 2 === 0 ? circle(512, 130, 58, palette.accent) + circle(512, 130, 22, palette.tone(0.95, 0.06)) : '';
    return group(line('M512 540V150', palette.tone(0.45, 0.09, 80), 15) + leaves.join('') + bloom, {
      transform: `rotate(${angle} 512 600) scale(1 ${n(1 - Math.abs(angle) / 260)})`,
    });
  });
  return [
    ground(art),
    stems.join(''),
    path(
      body,
      palette.ground === 'light' ? palette.accentDeep : palette.ground === 'pastel' ? palette.figure : palette.ink,
    ),
  ].join('');
};
