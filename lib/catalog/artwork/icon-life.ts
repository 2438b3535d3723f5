import { type Draw, ground, shadow } from './icon-art';
import { arc, circle, curve, group, line, n, path, polygon, rect } from './svg';
import { text } from './text';

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
  return [ground(art), shadow(art, '<ellipse cx="512" cy="890" rx="240" ry="30"/>', 0, 18, 0.3), path(body, skin), line('M512 320C506 250 520 200 560 150', palette.tone(0.36, 0.07, 40), 34), path('M540 230C590 110 730 100 800 140C760 250 650 290 540 230Z', leaf), line('M300 520A230 230 0 0 1 380 400', '#ffffff', 34, { opacity: 0.55 })].join('');
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
  return [ground(art), group(circle(0, 0, 372, palette.tone(0.7, 0.2, 10)) + circle(0, 0, 336, palette.tone(0.97, 0.04)) + wedges.join(''), { transform: `translate(${x} ${y}) scale(${scale}) rotate(12)` })].join('');
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
  return [ground(art), line('M720 500H780A110 110 0 0 1 780 720H700', fill, 58), path('M220 420H740V640A220 220 0 0 1 520 860H440A220 220 0 0 1 220 640Z', fill), band, steam, rect(170, 890, 620, 40, palette.accentDeep, { rx: 20 })].join('');
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
  return [ground(art), line('M650 190L800 470M720 170L820 460', palette.accentDeep, 26), food.join(''), path('M140 500H884C884 740 720 840 620 850V880H404V850C304 840 140 740 140 500Z', fill), rect(140, 500, 744, 54, palette.accent)].join('');
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
  return [ground(art), stems.join(''), path(body, palette.ground === 'light' ? palette.accentDeep : palette.ground === 'pastel' ? palette.figure : palette.ink)].join('');
};

/** Rings that close as the day goes. */
export const rings: Draw = (art) => {
  const { palette, random } = art;
  const back =
    palette.ground === 'light'
      ? rectAll(palette.tone(0.2, 0.02))
      : palette.ground === 'vivid' || palette.ground === 'pastel'
        ? ground(art)
        : rectAll(palette.tone(0.16, 0.02));
  const white = palette.ground === 'vivid' || palette.ground === 'pastel';
  const inks = white
    ? [palette.ink, palette.accentDeep, palette.ground === 'vivid' ? palette.tint : palette.figure]
    : [palette.figure, palette.accent, palette.tone(0.8, 0.16, 150)];
  const count = random.pick([1, 2, 3, 3]);
  return [back, inks
    .slice(0, count)
    .map((ink, index) => {
      const r = 350 - index * 108;
      const width = count === 1 ? 120 : 86;
      return `<circle cx="512" cy="512" r="${r}" fill="none" stroke="${ink}" stroke-width="${width}" opacity=".22"/>${line(arc(512, 512, r, 0, random.int(200, 330)), ink, width)}`;
    })
    .join('')].join('');
};

const rectAll = (fill: string) => rect(0, 0, 1024, 1024, fill);

/** A heartbeat. */
export const pulse: Draw = (art) => {
  const { palette, random } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  const heart =
    'M512 860C200 640 120 480 150 350C180 210 400 150 512 330C624 150 844 210 874 350C904 480 824 640 512 860Z';
  const beat = 'M90 560H330L400 430L500 690L580 490L620 560H934';
  return random.chance(0.5)
    ? [ground(art), path(heart, figure), line(beat, palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep, 46)].join('')
    : [ground(art), line('M60 540H300L390 260L520 800L630 420L690 540H964', figure, 62), circle(964 - 120, 540, 66, palette.accent)].join('');
};

/** A medical cross, whole or built of four parts. */
export const cross: Draw = (art) => {
  const { palette, random } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  const kind = random.int(0, 2);
  if (kind === 0)
    return [ground(art), path('M412 180H612V412H844V612H612V844H412V612H180V412H412Z', figure, { stroke: figure, strokeWidth: 60, strokeLinejoin: 'round' }), path('M512 640C430 580 410 530 422 490C434 450 490 440 512 486C534 440 590 450 602 490C614 530 594 580 512 640Z', palette.ground === 'light' ? '#ffffff' : palette.accent)].join('');
  if (kind === 1)
    return [ground(art), [0, 90, 180, 270].map((angle, index) => rect(432, 150, 160, 330, index % 2 ? palette.accent : figure, { rx: 80, transform: `rotate(${angle} 512 512)` })).join('')].join('');
  return [ground(art), [0, 90, 180, 270].map((angle, index) => path('M512 512C400 470 380 330 400 160H624C644 330 624 470 512 512Z', [figure, palette.accent, palette.tint, palette.accentDeep][index] ?? figure, { transform: `rotate(${angle} 512 512)`, opacity: 0.92 })).join('')].join('');
};

/** A capsule. */
export const capsule: Draw = (art) => {
  const { palette, random, canvas } = art;
  const first = palette.ground === 'light' ? palette.figure : palette.accent;
  const pill = `<g clip-path="${canvas.clip(rect(172, 362, 680, 300, '#fff', { rx: 150 }))}">${rect(172, 362, 340, 300, first)}${rect(512, 362, 340, 300, palette.ground === 'light' ? palette.shade : '#ffffff')}${rect(172, 410, 680, 50, '#ffffff', { opacity: 0.35, rx: 25 })}</g>`;
  const small = random.chance(0.5)
    ? circle(760, 270, 100, palette.tint) + line('M700 270H820', palette.accentDeep, 20)
    : '';
  return [ground(art), small, group(pill, { transform: `rotate(${random.pick([-45, -38, 45, -20])} 512 512)` })].join('');
};

/** An open or closed book. */
export const book: Draw = (art) => {
  const { palette, random, letter } = art;
  const cover = palette.ground === 'light' ? palette.figure : palette.accent;
  if (random.chance(0.5)) {
    const page = palette.isDark || palette.ground === 'pastel' ? '#fffaf0' : palette.figure;
    return [ground(art), path('M110 300C250 240 400 250 512 330C624 250 774 240 914 300V800C774 740 624 750 512 830C400 750 250 740 110 800Z', palette.accentDeep), path('M150 250C280 200 410 220 512 300V780C410 710 280 690 150 740Z', page), path('M874 250C744 200 614 220 512 300V780C614 710 744 690 874 740Z', page, { opacity: 0.86 }), [370, 460, 550].map((y) => line(`M220 ${y - 20}C300 ${y - 44} 380 ${y - 30} 440 ${y}M804 ${y - 20}C724 ${y - 44} 644 ${y - 30} 584 ${y}`, palette.accentDeep, 17, { opacity: 0.35 })).join('')].join('');
  }
  return [ground(art), rect(250, 160, 560, 720, '#000000', { rx: 40, opacity: 0.22, transform: 'translate(16 20)' }), path('M290 820H800V900H290A40 40 0 0 1 290 820Z', '#fffaf0'), rect(250, 140, 560, 700, cover, { rx: 40 }), rect(250, 140, 92, 700, palette.accentDeep, { rx: 40 }), rect(310, 140, 32, 700, palette.accentDeep), text(letter, 580, 590, { size: 330, font: 'serif', fill: palette.ground === 'light' ? '#ffffff' : palette.accentDeep, anchor: 'middle' })].join('');
};

/** Spines on a shelf. */
export const shelf: Draw = (art) => {
  const { palette, random } = art;
  let x = 180;
  let body = '';
  const inks = [
    palette.ground === 'light' ? palette.figure : palette.ink,
    palette.accent,
    palette.accentDeep,
    palette.tint,
    palette.shade,
  ];
  for (let index = 0; x < 720; index += 1) {
    const w = random.int(84, 136);
    const h = random.int(400, 600);
    const last = x + w > 690;
    const spine =
      rect(0, -h, w, h, inks[index % 5] ?? '#fff', { rx: 12 }) +
      rect(0, -h + 60, w, 18, '#ffffff', { opacity: 0.4 }) +
      rect(0, -96, w, 18, '#ffffff', { opacity: 0.4 });
    body += group(spine, { transform: `translate(${x + (last ? 96 : 0)} 820)${last ? ' rotate(-13)' : ''}` });
    x += w + 8;
  }
  return [ground(art), body, rect(110, 820, 804, 44, palette.ground === 'light' ? palette.ink : palette.shade, { rx: 14 })].join('');
};

/** Characters of several scripts, or three letters of growing weight. */
export const letters: Draw = (art) => {
  const { palette, random, letter } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  if (random.chance(0.5))
    return [ground(art), text(`${letter}${letter.toLowerCase()}`, 512, 690, { size: 520, font: random.pick(['bold', 'serif']), fill: figure, anchor: 'middle' }), rect(172, 790, 680, 36, palette.accent, { rx: 18 })].join('');
  const [first, second] = random.pick([
    ['ß', 'Ж'],
    ['ñ', 'A'],
    ['å', 'ç'],
    ['Я', 'e'],
    ['?', '!'],
    ['“', '”'],
    ['&', 'a'],
  ] as const);
  return [ground(art), rect(130, 130, 440, 440, figure, { rx: 110 }), text(first, 350, 460, { size: 330, font: 'bold', fill: palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep, anchor: 'middle' }), rect(454, 454, 440, 440, palette.accent, { rx: 110 }), text(second, 674, 784, { size: 330, font: 'bold', fill: palette.accentDeep, anchor: 'middle' })].join('');
};

/** Bars that move with sound. */
export const equalizer: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.pick([4, 5, 7]);
  const step = 720 / count;
  const fill = canvas.linear(
    [
      [0, palette.isDark ? palette.accentPale : palette.accent],
      [1, palette.isDark ? palette.accent : palette.accentDeep],
    ],
    90,
  );
  return [ground(art), Array.from({ length: count }, (_, index) => {
    const h = random.range(180, 640);
    return rect(152 + index * step + step * 0.16, 512 - h / 2, step * 0.68, h, fill, { rx: step * 0.34 });
  }).join('')].join('');
};

/** A wave form, as a smooth band. */
export const waveform: Draw = (art) => {
  const { palette, random } = art;
  const ink = [palette.accent, palette.ground === 'light' ? palette.figure : palette.ink, palette.tint];
  return [ground(art), [0, 1, 2]
    .map((layer) => {
      const phase = random.range(0, 6);
      const points = Array.from({ length: 25 }, (_, index) => {
        const u = index / 24;
        return [u * 1024, 512 + Math.sin(u * 9 + phase) * 290 * Math.sin(u * Math.PI) * (1 - layer * 0.2)] as const;
      });
      return line(curve(points), ink[layer] ?? palette.ink, 46 - layer * 8, { opacity: 0.95 });
    })
    .join('')].join('');
};

/** A record. */
export const vinyl: Draw = (art) => {
  const { palette, random } = art;
  const [x, y, r] = random.pick([
    [512, 512, 390],
    [720, 700, 620],
    [512, 860, 560],
  ] as const);
  const grooves = [0.92, 0.8, 0.68, 0.56].map(
    (part) =>
      `<circle cx="${x}" cy="${y}" r="${n(r * part)}" fill="none" stroke="#ffffff" stroke-width="5" opacity=".16"/>`,
  );
  return [ground(art), circle(x, y, r, '#17151c'), grooves.join(''), path(
    polygon([
      [x, y],
      [x + r * 0.96, y - r * 0.26],
      [x + r * 0.96, y + r * 0.06],
    ]),
    '#ffffff',
    { opacity: 0.1 },
  ), path(
    polygon([
      [x, y],
      [x - r * 0.96, y + r * 0.26],
      [x - r * 0.96, y - r * 0.06],
    ]),
    '#ffffff',
    { opacity: 0.1 },
  ), circle(x, y, r * 0.38, palette.accent), circle(x, y, r * 0.38, 'none', { stroke: palette.accentDeep, strokeWidth: 10 }), circle(x, y, r * 0.06, '#17151c')].join('');
};

/** Piano keys. */
export const keys: Draw = (art) => {
  const { palette } = art;
  const whites = [0, 1, 2, 3, 4].map((index) =>
    rect(index * 205, 300, 199, 780, index === 2 ? palette.accent : '#fbfaf6', { rx: 30 }),
  );
  const blacks = [1, 2, 4].map((index) => rect(index * 205 - 64, 300, 124, 420, '#1b1920', { rx: 20 }));
  return `${ground(art)}${whites.join('')}${blacks.join('')}${rect(0, 250, 1024, 66, palette.accentDeep)}`;
};
