import { type Draw, figureOf, glow, ground, shadow } from './icon-art';
import { circle, group, line, n, rect } from './svg';
import { text } from './text';

/** A prompt in a window. */
export const terminal: Draw = (art) => {
  const { palette, random } = art;
  const prompt = random.pick(['>_', '$_', '~/', '❯', '#!', '::']);
  const known = prompt === '❯' ? '>' : prompt;
  const isWindow = random.chance(0.5);
  const frame = isWindow
    ? [
        rect(130, 190, 764, 644, palette.isDark ? palette.shade : palette.ink, { rx: 90 }),
        [230, 300, 370]
          .map((x, index) => circle(x, 276, 24, [palette.accent, palette.figure, palette.tint][index] ?? '#fff'))
          .join(''),
      ].join('')
    : '';
  return [
    ground(art),
    frame,
    text(known, isWindow ? 220 : 512, isWindow ? 640 : 660, {
      size: isWindow ? 300 : 500,
      font: 'mono',
      fill: isWindow ? palette.tone(0.85, 0.18) : figureOf(palette),
      anchor: isWindow ? 'start' : 'middle',
      tracking: -0.05,
    }),
  ].join('');
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
  return [
    ground(art),
    glow(art),
    text(left, 250, 690, { size, font: 'mono', fill: figureOf(palette), anchor: 'middle' }),
    text(middle, 512, 660, { size: 420, font: 'mono', fill: palette.accent, anchor: 'middle' }),
    text(right, 774, 690, { size, font: 'mono', fill: figureOf(palette), anchor: 'middle' }),
  ].join('');
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
  return [
    ground(art),
    shadow(art, circle(512, 512, 370, '#000'), 20, 24, 0.22),
    circle(512, 512, 370, dial),
    marks.join(''),
    group(line('M512 540V350', palette.accentDeep, 46), { transform: `rotate(${hour} 512 512)` }),
    group(line('M512 550V250', palette.tone(0.35, 0.06), 34), { transform: `rotate(${minute} 512 512)` }),
    circle(512, 512, 40, palette.accent),
  ].join('');
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
  return [
    ground(art),
    ticks.join(''),
    shadow(art, circle(512, 540, 270, '#000'), 26, 22, 0.35),
    circle(512, 540, 270, palette.ground === 'light' ? '#ffffff' : palette.tone(0.93, 0.02)),
    circle(512, 540, 220, palette.tone(0.87, 0.025)),
    group(rect(494, 350, 36, 120, palette.accentDeep, { rx: 18 }), { transform: `rotate(${to} 512 540)` }),
  ].join('');
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
    : [ground(art), group(row(392, true), { transform: 'translate(512 512) scale(1.12) translate(-512 -512)' })].join(
        '',
      );
};

/** Keys of a calculator. */
export const keypad: Draw = (art) => {
  const { palette, random } = art;
  const signs = random.shuffle(['+', '−', '×', '=', '÷', '%']);
  return [
    ground(art),
    [0, 1, 2, 3]
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
      .join(''),
  ].join('');
};
