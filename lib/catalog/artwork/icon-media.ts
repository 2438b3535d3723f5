import { type Draw, figureOf, glow, ground, shadow } from './icon-art';
import { circle, group, line, n, path, polygon, rect } from './svg';
import { text } from './text';

/** A lens with reflections. */
export const lens: Draw = (art) => {
  const { canvas, palette, random } = art;
  const glass = canvas.radial(
    [
      [0, palette.tone(0.8, 0.17)],
      [0.35, palette.tone(0.5, 0.2)],
      [0.7, palette.tone(0.25, 0.12, 30)],
      [1, '#0c0b10'],
    ],
    0.4,
    0.36,
    0.7,
  );
  const body = random.chance(0.5)
    ? rect(110, 220, 804, 600, palette.isDark ? palette.tone(0.95, 0.01) : palette.ink, { rx: 120 }) +
      rect(350, 150, 324, 120, palette.isDark ? palette.tone(0.95, 0.01) : palette.ink, { rx: 50 })
    : '';
  const r = body ? 236 : 350;
  return [
    ground(art),
    body ? shadow(art, rect(110, 220, 804, 600, '#000', { rx: 120 }), 22, 24, 0.3) : '',
    body,
    circle(512, 520, r, '#26242b'),
    circle(512, 520, r * 0.86, '#0f0e13'),
    circle(512, 520, r * 0.74, glass),
    circle(512 - r * 0.24, 520 - r * 0.28, r * 0.16, '#ffffff', { opacity: 0.8 }),
    circle(512 + r * 0.26, 520 + r * 0.24, r * 0.08, '#ffffff', { opacity: 0.4 }),
    body ? circle(800, 320, 36, palette.accent) : '',
  ].join('');
};

/** Blades of an aperture. */
export const aperture: Draw = (art) => {
  const { palette, random, canvas } = art;
  const count = random.pick([6, 7, 8]);
  const blades = Array.from({ length: count }, (_, index) => {
    const fill =
      palette.ground === 'light' || random.chance(0.001)
        ? palette.tone(0.62 + (index / count) * 0.2, 0.19, (index * 360) / count / 4)
        : palette.tone(0.58 + (index / count) * 0.32, 0.17, (index * 90) / count);
    return path(
      polygon([
        [512 - 150, 130],
        [920, 130],
        [512 + 116, 452],
        [512 - 20, 380],
      ]),
      fill,
      { transform: `rotate(${n((360 / count) * index)} 512 512)`, opacity: 0.93 },
    );
  });
  return `${ground(art)}<g clip-path="${canvas.clip(circle(512, 512, 384, '#fff'))}">${blades.join('')}</g>${circle(512, 512, 384, 'none', { stroke: palette.ink, strokeWidth: 22 })}`;
};

/** Photographs on a pile. */
export const prints: Draw = (art) => {
  const { palette, random, canvas } = art;
  const sky = canvas.linear(
    [
      [0, palette.tone(0.72, 0.15)],
      [1, palette.tone(0.9, 0.08, 60)],
    ],
    90,
  );
  const photo = (turn: number, inside: string) =>
    group(
      [
        rect(-300, -330, 600, 680, '#000000', { rx: 24, opacity: 0.2, transform: 'translate(6 18)' }),
        rect(-300, -330, 600, 680, '#ffffff', { rx: 24 }),
        rect(-250, -280, 500, 480, sky),
        inside,
      ].join(''),
      { transform: `translate(512 512) rotate(${turn})` },
    );
  const scene = [
    circle(120, -140, 70, '#fff3c4'),
    path('M-250 200V60L-90 -110L60 60L130 -10L250 110V200Z', palette.tone(0.4, 0.12)),
  ].join('');
  return `${ground(art)}${photo(random.pick([12, 16]), '')}${photo(random.pick([-8, -4]), scene)}`;
};

/** A play mark. */
export const play: Draw = (art) => {
  const { palette, random, canvas } = art;
  const triangle = 'M400 300Q400 240 452 270L770 460Q820 490 770 524L452 744Q400 770 400 710Z';
  const figure = figureOf(palette);
  const kind = random.int(0, 3);
  if (kind === 0) return `${ground(art)}${glow(art)}${path(triangle, figure)}`;
  if (kind === 1)
    return [
      ground(art),
      circle(512, 512, 360, figure),
      group(
        path(
          triangle,
          palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep,
        ),
        { transform: 'translate(512 512) scale(.72) translate(-566 -508)' },
      ),
    ].join('');
  if (kind === 2)
    return [
      ground(art),
      [palette.accentDeep, palette.accent, figure]
        .map((fill, index) =>
          group(path(triangle, fill, { opacity: 0.9 }), { transform: `translate(${-130 + index * 110} 0)` }),
        )
        .join(''),
    ].join('');
  const band = canvas.linear(
    [
      [0, palette.accent],
      [1, palette.accentDeep],
    ],
    40,
  );
  return [
    ground(art),
    rect(140, 240, 744, 544, band, { rx: 130 }),
    group(path(triangle, '#ffffff'), { transform: 'translate(512 512) scale(.66) translate(-570 -508)' }),
  ].join('');
};

/** A lit stage between curtains. */
export const curtain: Draw = (art) => {
  const { palette, canvas } = art;
  const fold = canvas.linear(
    [
      [0, palette.tone(0.42, 0.18)],
      [0.5, palette.tone(0.6, 0.22)],
      [1, palette.tone(0.38, 0.16)],
    ],
    0,
  );
  const light = canvas.linear(
    [
      [0, '#fff4c9', 0.9],
      [1, '#fff4c9', 0.1],
    ],
    90,
  );
  const folds = [0, 1, 2].map((index) =>
    path(
      `M${index * 120} 0H${index * 120 + 124}C${index * 120 + 110} 420 ${index * 70 + 90} 620 ${index * 60 + 60} 900H${index * 50}C${index * 90} 620 ${index * 120} 420 ${index * 120} 0Z`,
      fold,
    ),
  );
  return [
    rect(0, 0, 1024, 1024, palette.tone(0.2, 0.06)),
    path('M440 0H584L800 900H224Z', light),
    '<ellipse cx="512" cy="890" rx="290" ry="52" fill="#fff4c9" opacity=".8"/>',
    folds.join(''),
    group(folds.join(''), { transform: 'translate(1024 0) scale(-1 1)' }),
    rect(0, 900, 1024, 124, palette.tone(0.3, 0.08)),
    path(
      'M512 470L556 590L684 596L584 676L618 800L512 728L406 800L440 676L340 596L468 590Z',
      palette.tone(0.85, 0.17, 75),
    ),
  ].join('');
};

/** A ticket with a notch. */
export const ticket: Draw = (art) => {
  const { palette, random, letter } = art;
  const fill = palette.ground === 'light' ? palette.figure : palette.isDark ? '#fff8ea' : palette.figure;
  const ink = palette.ground === 'light' || !palette.isDark ? '#ffffff' : palette.accentDeep;
  const stub = 'M130 320H894V440A72 72 0 0 0 894 584V704H130V584A72 72 0 0 0 130 440Z';
  return [
    ground(art),
    group(
      [
        path(stub, '#000000', { opacity: 0.2, transform: 'translate(0 22)' }),
        path(stub, fill, { stroke: fill, strokeWidth: 30, strokeLinejoin: 'round' }),
        line('M650 340V684', ink, 14, { strokeDasharray: '4 40' }),
        text(letter, 400, 618, { size: 300, font: 'black', fill: ink, anchor: 'middle' }),
        circle(770, 512, 44, palette.accent),
      ].join(''),
      { transform: `rotate(${random.pick([-18, -10, 12])} 512 512)` },
    ),
  ].join('');
};

/** Two bubbles of a conversation. */
export const bubbles: Draw = (art) => {
  const { palette, random } = art;
  const bubble = (x: number, y: number, w: number, h: number, fill: string, tail: number) =>
    rect(x, y, w, h, fill, { rx: h * 0.38 }) +
    path(
      `M${x + w / 2 + tail * w * 0.34} ${y + h - 120}L${x + w / 2 + tail * w * 0.42} ${y + h + 76}L${x + w / 2 + tail * w * 0.06} ${y + h - 10}Z`,
      fill,
      { stroke: fill, strokeWidth: 24, strokeLinejoin: 'round' },
    );
  const figure = figureOf(palette);
  const ink = palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep;
  const kind = random.int(0, 3);
  if (kind === 0)
    return [ground(art), bubble(340, 190, 540, 400, palette.accent, 1), bubble(144, 370, 560, 400, figure, -1)].join(
      '',
    );
  const inside = [
    [340, 512, 684].map((x) => circle(x, 480, 50, ink)).join(''),
    circle(400, 440, 46, ink) + circle(624, 440, 46, ink) + line('M392 560Q512 660 632 560', ink, 44),
    path(
      'M512 640C380 560 350 480 370 420C390 350 490 340 512 420C534 340 634 350 654 420C674 480 644 560 512 640Z',
      ink,
    ),
  ][kind - 1];
  return `${ground(art)}${glow(art)}${bubble(150, 200, 724, 560, figure, random.pick([-1, 1]))}${inside ?? ''}`;
};

/** The front page of a paper. */
export const masthead: Draw = (art) => {
  const { palette, random, letter } = art;
  const paper = palette.isDark || palette.ground === 'pastel' ? '#fffaf1' : '#ffffff';
  const ink = palette.tone(0.28, 0.06);
  const columns = [0, 1].map((column) =>
    [0, 1, 2, 3]
      .map((row) =>
        rect(200 + column * 330, 640 + row * 62, column && row === 3 ? 180 : 290, 26, ink, { opacity: 0.32 }),
      )
      .join(''),
  );
  const back = palette.ground === 'light' ? rect(0, 0, 1024, 1024, palette.figure) : ground(art);
  return [
    back,
    rect(130, 130, 764, 1000, '#000000', { opacity: 0.22, transform: 'translate(10 20)', rx: 20 }),
    rect(130, 130, 764, 1000, paper, { rx: 20 }),
    text(letter, 220, 330, { size: 210, font: 'serif', fill: ink }),
    rect(400, 190, 420, 52, ink),
    rect(400, 274, 300, 52, ink),
    rect(200, 372, 624, 12, ink),
    rect(200, 412, 624, 190, random.chance(0.5) ? palette.accent : palette.accentDeep),
    columns.join(''),
  ].join('');
};
