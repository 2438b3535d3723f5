import { type Draw, glow, ground, shadow } from './icon-art';
import { arc, circle, curve, group, line, n, path, polygon, rect } from './svg';
import { text } from './text';

const figureOf = (palette: Parameters<Draw>[0]['palette']) =>
  palette.ground === 'light' ? palette.figure : palette.ink;

/** A bar chart. */
export const bars: Draw = (art) => {
  const { palette, random } = art;
  const count = random.pick([3, 4, 5]);
  const step = 700 / count;
  const heights = Array.from(
    { length: count },
    (_, index) => 180 + (index / (count - 1)) * 400 + random.range(-70, 70),
  );
  return [ground(art), heights.map((h, index) => rect(162 + index * step + step * 0.1, 820 - h, step * 0.8, h, index === count - 1 ? palette.accent : figureOf(palette), { rx: random.pick([24, 40]), opacity: index === count - 1 ? 1 : 0.55 + 0.4 * (index / count) })).join('')].join('');
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
  return [ground(art), path(`${d}L${n(x)} 1024L120 1024Z`, fill), line(d, figureOf(palette), 52), circle(x, y, 64, palette.accent), circle(x, y, 28, palette.ground === 'light' ? '#ffffff' : palette.to)].join('');
};

/** A pie with one slice drawn out. */
export const pie: Draw = (art) => {
  const { palette, random } = art;
  const turn = random.int(0, 3) * 90;
  const hole = random.chance(0.5) ? 150 : 0;
  return [ground(art), group([path('M512 512V180A332 332 0 1 1 180 512Z', figureOf(palette)), path('M470 470V138A332 332 0 0 0 138 470Z', palette.accent), path('M512 512L844 512A332 332 0 0 1 512 844Z', palette.accentDeep)].join(''), { transform: `rotate(${turn} 512 512)` }), hole ? circle(512, 512, hole, palette.to) : ''].join('');
};

/** Stairs. */
export const steps: Draw = (art) => {
  const { palette } = art;
  return [ground(art), [0, 1, 2, 3].map((index) => rect(150 + index * 184, 740 - index * 160, 172, 160 + index * 160, index === 3 ? palette.accent : figureOf(palette), { opacity: index === 3 ? 1 : 0.4 + index * 0.2, rx: 20 })).join(''), circle(788, 170, 56, palette.accent)].join('');
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
  return [ground(art), back, shadow(art, circle(x, y, 300, '#000'), 22, 20, 0.3), circle(x, y, 310, gold), circle(x, y, 250, 'none', { stroke: '#b8750f', strokeWidth: 16, opacity: 0.6 }), text(mark, x, y + 118, { size: 330, font: 'bold', fill: '#8f560a', anchor: 'middle' })].join('');
};

/** A sheet of a calendar. */
export const calendar: Draw = (art) => {
  const { palette, random } = art;
  const top = palette.ground === 'light' ? palette.figure : palette.accent;
  const number = String(random.int(1, 28));
  const grid = random.chance(0.4);
  const body = grid
    ? Array.from({ length: 12 }, (_, index) =>
        rect(244 + (index % 4) * 142, 440 + Math.floor(index / 4) * 136, 104, 100, index === 6 ? top : palette.tint, {
          rx: 26,
        }),
      ).join('')
    : text(number, 512, 770, { size: 400, font: 'semibold', fill: '#23222a', anchor: 'middle', tracking: -0.04 });
  return [ground(art), shadow(art, rect(170, 170, 684, 700, '#000', { rx: 110 }), 22, 24, 0.25), rect(170, 170, 684, 700, '#ffffff', { rx: 110 }), path('M280 170H744A110 110 0 0 1 854 280V380H170V280A110 110 0 0 1 280 170Z', top), body, [360, 664].map((x) => rect(x - 22, 110, 44, 150, palette.ground === 'light' ? palette.accentDeep : '#ffffff', { rx: 22 })).join('')].join('');
};

/** A letter in its envelope. */
export const envelope: Draw = (art) => {
  const { palette, random } = art;
  const paper = palette.ground === 'light' ? palette.figure : '#ffffff';
  const seal = random.chance(0.5) ? circle(780, 330, 92, palette.accent) : '';
  return [ground(art), shadow(art, rect(140, 290, 744, 500, '#000', { rx: 80 }), 22, 22, 0.25), rect(140, 270, 744, 510, paper, { rx: 80 }), path('M160 320L470 560Q512 590 554 560L864 320', 'none', { stroke: palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep, strokeWidth: 46, strokeLinejoin: 'round' }), seal].join('');
};

/** A prompt in a window. */
export const terminal: Draw = (art) => {
  const { palette, random } = art;
  const prompt = random.pick(['>_', '$_', '~/', '❯', '#!', '::']);
  const known = prompt === '❯' ? '>' : prompt;
  const isWindow = random.chance(0.5);
  const frame = isWindow
    ? [rect(130, 190, 764, 644, palette.isDark ? palette.shade : palette.ink, { rx: 90 }), [230, 300, 370].map((x, index) => circle(x, 276, 24, [palette.accent, palette.figure, palette.tint][index] ?? '#fff')).join('')].join('')
    : '';
  return [ground(art), frame, text(known, isWindow ? 220 : 512, isWindow ? 640 : 660, { size: isWindow ? 300 : 500, font: 'mono', fill: isWindow ? palette.tone(0.85, 0.18) : figureOf(palette), anchor: isWindow ? 'start' : 'middle', tracking: -0.05 })].join('');
};

/** Brackets around a point. */
export const brackets: Draw = (art) => {
  const { palette, random } = art;
  const [left, right, middle] = random.pick([
    ['{', '}', '•'],
    ['<', '>', '/'],
    ['[', ']', ';'],
    ['(', ')', '='],
    ['{', '}', '*'],
    ['[', ']', '#'],
  ] as const);
  const size = 560;
  return [ground(art), glow(art), text(left, 250, 690, { size, font: 'mono', fill: figureOf(palette), anchor: 'middle' }), text(middle, 512, 660, { size: 420, font: 'mono', fill: palette.accent, anchor: 'middle' }), text(right, 774, 690, { size, font: 'mono', fill: figureOf(palette), anchor: 'middle' })].join('');
};

/** A tick, alone or on a plate. */
export const check: Draw = (art) => {
  const { palette, random } = art;
  const tick = 'M300 530L460 690L760 350';
  const kind = random.int(0, 2);
  if (kind === 0) return `${ground(art)}${line(tick, figureOf(palette), 124)}`;
  if (kind === 1)
    return [ground(art), circle(512, 512, 350, 'none', { stroke: figureOf(palette), strokeWidth: 62 }), line('M380 520L480 620L720 330', palette.accent, 84)].join('');
  return [ground(art), [260, 480, 700].map((y, index) => rect(160, y, 130, 130, index < 2 ? palette.accent : palette.tint, { rx: 40 }) + (index < 2 ? line(`M192 ${y + 68}l28 28l46 -56`, '#ffffff', 24) : '') + rect(340, y + 36, 520 - index * 110, 58, figureOf(palette), { rx: 29, opacity: index === 2 ? 1 : 0.6 })).join('')].join('');
};

/** Notes, one over another. */
export const notes: Draw = (art) => {
  const { palette, random } = art;
  const sheet = (x: number, y: number, turn: number, fill: string, inside: string) =>
    group(
      [rect(-260, -300, 520, 600, '#000000', { rx: 50, opacity: 0.16, transform: 'translate(8 18)' }), rect(-260, -300, 520, 600, fill, { rx: 50 }), inside].join(''),
      { transform: `translate(${x} ${y}) rotate(${turn})` },
    );
  const rows = [0, 1, 2, 3]
    .map((index) =>
      rect(-180, -190 + index * 106, index === 3 ? 190 : 360, 34, palette.accentDeep, {
        rx: 17,
        opacity: index === 0 ? 1 : 0.3,
      }),
    )
    .join('');
  return [ground(art), sheet(560, 500, random.pick([10, 14]), palette.accent, ''), sheet(480, 530, random.pick([-6, -3, 0]), '#fffdf6', rows)].join('');
};

/** A clock face. */
export const clock: Draw = (art) => {
  const { palette, random } = art;
  const hour = random.int(0, 11) * 30;
  const minute = random.int(0, 11) * 30;
  const dial = palette.ground === 'light' ? '#ffffff' : palette.ink;
  const marks = Array.from({ length: 12 }, (_, index) =>
    rect(500, 190, 24, index % 3 === 0 ? 70 : 40, palette.shade, {
      rx: 12,
      transform: `rotate(${index * 30} 512 512)`,
    }),
  );
  return [ground(art), shadow(art, circle(512, 512, 370, '#000'), 20, 24, 0.22), circle(512, 512, 370, dial), marks.join(''), group(line('M512 540V350', palette.accentDeep, 46), { transform: `rotate(${hour} 512 512)` }), group(line('M512 550V250', palette.tone(0.35, 0.06), 34), { transform: `rotate(${minute} 512 512)` }), circle(512, 512, 40, palette.accent)].join('');
};

/** A knob or gauge. */
export const dial: Draw = (art) => {
  const { palette, random } = art;
  const to = random.int(-40, 110);
  const ticks = Array.from({ length: 25 }, (_, index) =>
    rect(
      504,
      120,
      16,
      index % 6 === 0 ? 74 : 44,
      index * 11.25 - 135 < to ? palette.accent : palette.ground === 'light' ? palette.shade : palette.tint,
      { rx: 8, transform: `rotate(${n(index * 11.25 - 135)} 512 540)` },
    ),
  );
  return [ground(art), ticks.join(''), shadow(art, circle(512, 540, 270, '#000'), 26, 22, 0.35), circle(512, 540, 270, palette.ground === 'light' ? '#ffffff' : palette.tone(0.93, 0.02)), circle(512, 540, 220, palette.tone(0.87, 0.025)), group(rect(494, 350, 36, 120, palette.accentDeep, { rx: 18 }), { transform: `rotate(${to} 512 540)` })].join('');
};

/** Switches. */
export const toggle: Draw = (art) => {
  const { palette, random } = art;
  const row = (y: number, on: boolean) =>
    rect(212, y, 600, 240, on ? palette.accent : palette.ground === 'light' ? palette.shade : palette.tint, {
      rx: 120,
    }) + circle(on ? 692 : 332, y + 120, 94, '#ffffff');
  return random.chance(0.5)
    ? `${ground(art)}${row(232, true)}${row(552, false)}`
    : [ground(art), group(row(392, true), { transform: 'translate(512 512) scale(1.12) translate(-512 -512)' })].join('');
};

/** Keys of a calculator. */
export const keypad: Draw = (art) => {
  const { palette, random } = art;
  const signs = random.shuffle(['+', '−', '×', '=', '÷', '%']);
  return [ground(art), [0, 1, 2, 3]
    .map((index) => {
      const x = 176 + (index % 2) * 346;
      const y = 176 + Math.floor(index / 2) * 346;
      const fill = index === 3 ? palette.accent : palette.ground === 'light' ? '#ffffff' : palette.tint;
      return (
        rect(x, y, 326, 326, fill, { rx: index === 3 ? 163 : 90 }) +
        text(signs[index] ?? '+', x + 163, y + 250, {
          size: 260,
          font: 'medium',
          fill:
            index === 3
              ? palette.accentDeep
              : palette.ground === 'light' || palette.ground === 'pastel'
                ? palette.ink
                : '#ffffff',
          anchor: 'middle',
        })
      );
    })
    .join('')].join('');
};

/** A great arc of a globe with meridians. */
export const globe: Draw = (art) => {
  const { palette, random } = art;
  const [x, y, r] = random.pick([
    [512, 512, 350],
    [512, 900, 620],
  ] as const);
  const stroke = palette.ground === 'light' ? palette.figure : palette.ink;
  const more = `fill="none" stroke="${stroke}" stroke-width="30"`;
  return `${ground(art)}<circle cx="${x}" cy="${y}" r="${r}" ${more}/>${[0.38, 0.76].map((part) => `<ellipse cx="${x}" cy="${y}" rx="${n(r * part)}" ry="${r}" ${more}/>`).join('')}${line(`M${x} ${y - r}V${y + r}M${x - r} ${y}H${x + r}M${n(x - r * 0.86)} ${n(y - r * 0.5)}H${n(x + r * 0.86)}M${n(x - r * 0.86)} ${n(y + r * 0.5)}H${n(x + r * 0.86)}`, stroke, 30, { strokeLinecap: 'butt' })}${circle(x + r * 0.44, y - r * 0.5, 72, palette.accent)}${line(arc(x, y, r * 1.0, 300, 30), palette.accent, 46)}`;
};
