import { oklch } from './colour';
import type { FontName } from './fonts';
import { type GlyphName, glyph } from './glyphs';
import type { Random } from './random';
import { paints } from './paintings';
import { createScene } from './scenery';
import type { StoryScene } from './spec';
import { type Canvas, circle, line, n, path, rect } from './svg';
import { text, wrap } from './text';

/** The look of one invented app: its own colours, corner radius and headline font, in light or dark. Units are points. */
export type Ui = {
  canvas: Canvas;
  random: Random;
  hue: number;
  isDark: boolean;
  isWide: boolean;
  words: readonly string[];
  appName: string;
  radius: number;
  headline: FontName;
  bg: string;
  surface: string;
  sunken: string;
  line: string;
  ink: string;
  muted: string;
  faint: string;
  accent: string;
  onAccent: string;
  soft: string;
  /** A colour of the app's family, `turn` degrees from its hue. */
  tint(turn: number, strength?: number): string;
};

export type Size = { w: number; h: number };

/** What a scene gives to the frame that holds it. */
export type Screen = {
  body: string;
  /** Draws behind the status bar, without tab bar or sidebar. */
  isImmersive?: boolean;
  statusInk?: string;
  tabs?: readonly GlyphName[];
};

export type DrawScreen = (ui: Ui, size: Size) => Screen;

export function createUi(
  options: Pick<Ui, 'canvas' | 'random' | 'hue' | 'words' | 'appName' | 'isWide'>,
  taste: Random,
): Ui {
  const { hue } = options;
  const isDark = taste.chance(0.38);
  const isTinted = taste.chance(0.5);
  const turnTo = (turn: number) => (hue + turn + 720) % 360;
  const greyHue = isTinted ? hue : 80;
  const grey = (l: number, c: number) => oklch(l, isTinted ? c * 1.8 : c, greyHue);
  // On white, yellow is either unreadable or olive: its neighbours speak for it.
  const accentHue = isDark || hue < 68 || hue > 134 ? hue : hue < 102 ? 58 : 146;
  const shared = {
    ...options,
    isDark,
    radius: taste.pick([10, 14, 18, 22]),
    headline: taste.pick(['bold', 'bold', 'semibold', 'serif', 'black'] as const),
    accent: oklch(isDark ? 0.74 : accentHue === 58 ? 0.63 : 0.56, 0.18, accentHue),
    onAccent: isDark ? oklch(0.18, 0.04, hue) : '#ffffff',
    tint: (turn: number, strength = 1) => {
      const at = turnTo(turn);
      const isYellow = at > 65 && at < 128;
      return oklch(isDark ? 0.74 : isYellow ? 0.77 : 0.66, 0.155 * strength, at);
    },
  };
  return isDark
    ? {
        ...shared,
        bg: grey(0.17, 0.008),
        surface: grey(0.225, 0.01),
        sunken: grey(0.265, 0.012),
        line: grey(0.31, 0.012),
        ink: grey(0.965, 0.004),
        muted: grey(0.72, 0.012),
        faint: grey(0.5, 0.012),
        soft: oklch(0.31, 0.07, hue),
      }
    : {
        ...shared,
        bg: grey(0.98, 0.005),
        surface: '#ffffff',
        sunken: grey(0.945, 0.006),
        line: grey(0.915, 0.006),
        ink: grey(0.22, 0.012),
        muted: grey(0.5, 0.014),
        faint: grey(0.72, 0.01),
        soft: oklch(0.935, 0.04, hue),
      };
}

/** The nth of the screen's words, or one that fits anywhere. */
export function word(ui: Ui, index: number, fallback: string): string {
  const given = ui.words[index]?.trim();
  return given ? given : fallback;
}

export const label = (
  ui: Ui,
  content: string,
  x: number,
  y: number,
  size: number,
  more: {
    font?: FontName;
    fill?: string;
    anchor?: 'start' | 'middle' | 'end';
    maxWidth?: number;
    tracking?: number;
  } = {},
) => text(content, x, y, { size, fill: ui.ink, ...more });

export const mark = (name: GlyphName, x: number, y: number, size: number, colour: string, isFilled = false) =>
  glyph(name, x, y, size, { body: colour, weight: 2, outlined: !isFilled });

/** Small interface signs that the glyph set does not have. */
const signs = {
  right: 'M9 5l7 7l-7 7',
  left: 'M15 5l-7 7l7 7',
  down: 'M5 9l7 7l7 -7',
  plus: 'M12 5v14M5 12h14',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  close: 'M6 6l12 12M18 6L6 18',
  up: 'M12 19V5M6 11l6 -6l6 6',
  bars: 'M6 18v-6M12 18V6M18 18v-9',
  menu: 'M4 7h16M4 12h16M4 17h10',
} as const;

export const sign = (name: keyof typeof signs, x: number, y: number, size: number, colour: string, weight = 2.2) =>
  line(signs[name], colour, weight, {
    transform: `translate(${n(x - size / 2)} ${n(y - size / 2)}) scale(${n(size / 24)})`,
  });

export const card = (ui: Ui, x: number, y: number, w: number, h: number, fill = ui.surface) =>
  [
    ui.isDark ? '' : rect(x, y + 3, w, h, '#000000', { rx: ui.radius, opacity: 0.045 }),
    rect(x, y, w, h, fill, { rx: ui.radius }),
  ].join('');

export function button(ui: Ui, content: string, x: number, y: number, w: number, h = 48): string {
  return (
    rect(x, y, w, h, ui.accent, { rx: Math.min(h / 2, ui.radius) }) +
    label(ui, content, x + w / 2, y + h / 2 + 6, 17, {
      font: 'semibold',
      fill: ui.onAccent,
      anchor: 'middle',
      maxWidth: w - 24,
    })
  );
}

export function search(ui: Ui, x: number, y: number, w: number, hint: string): string {
  return (
    rect(x, y, w, 40, ui.sunken, { rx: Math.min(20, ui.radius) }) +
    mark('search', x + 22, y + 20, 17, ui.muted) +
    label(ui, hint, x + 40, y + 26, 16, { fill: ui.muted, maxWidth: w - 60 })
  );
}

export function chips(ui: Ui, names: readonly string[], x: number, y: number, active = 0, limit = 1000): string {
  let left = x;
  let body = '';
  for (const [index, name] of names.entries()) {
    const w = Math.min(150, name.length * 8.2 + 28);
    if (left + w > x + limit) break;
    const isOn = index === active;
    body +=
      rect(left, y, w, 34, isOn ? ui.accent : ui.sunken, { rx: 17 }) +
      label(ui, name, left + w / 2, y + 22, 14, {
        font: 'medium',
        fill: isOn ? ui.onAccent : ui.ink,
        anchor: 'middle',
        maxWidth: w - 16,
      });
    left += w + 8;
  }
  return body;
}

export function segments(ui: Ui, names: readonly string[], x: number, y: number, w: number, active: number): string {
  const each = (w - 4) / names.length;
  return [
    rect(x, y, w, 36, ui.sunken, { rx: 10 }),
    rect(x + 2 + each * active, y + 2, each, 32, ui.isDark ? ui.line : '#ffffff', { rx: 8 }),
    names
      .map((name, index) =>
        label(ui, name, x + 2 + each * (index + 0.5), y + 23, 14, {
          font: index === active ? 'semibold' : 'medium',
          fill: index === active ? ui.ink : ui.muted,
          anchor: 'middle',
        }),
      )
      .join(''),
  ].join('');
}

export function avatar(ui: Ui, name: string, x: number, y: number, r: number, turn: number): string {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
  return (
    circle(x, y, r, ui.tint(turn)) +
    label(ui, initials, x, y + r * 0.32, r * 0.86, {
      font: 'semibold',
      fill: ui.isDark ? ui.bg : '#ffffff',
      anchor: 'middle',
    })
  );
}

/** A painted picture in a rounded frame. */
export function picture(
  ui: Ui,
  seed: Random,
  x: number,
  y: number,
  w: number,
  h: number,
  rx: number,
  scene?: StoryScene,
): string {
  const kinds = ['hills', 'harbour', 'orchard', 'city', 'orbit', 'table', 'shapes', 'garden'] as const;
  const kind = scene ?? seed.pick(kinds);
  const art = paints[kind](createScene(ui.canvas, seed, (ui.hue + seed.pick([0, 30, -40, 180, 90])) % 360));
  const scale = Math.max(w / 1600, h / 1000);
  const dx = x + (w - 1600 * scale) / 2;
  const dy = y + (h - 1000 * scale) / 2;
  return `<g clip-path="${ui.canvas.clip(rect(x, y, w, h, '#fff', { rx }))}"><g transform="translate(${n(dx)} ${n(dy)}) scale(${Math.round(scale * 10000) / 10000})">${art}</g></g>`;
}

export function paragraph(
  ui: Ui,
  content: string,
  x: number,
  y: number,
  w: number,
  size: number,
  lines: number,
  more: { font?: FontName; fill?: string; leading?: number } = {},
): { body: string; height: number } {
  const { font = 'regular', fill = ui.ink, leading = 1.42 } = more;
  const rows = wrap(content, w, size, font, lines, false);
  return {
    body: rows
      .map((row, index) => text(row, x, y + index * size * leading, { size, font, fill, maxWidth: w }))
      .join(''),
    height: rows.length * size * leading,
  };
}

export const people = [
  'Maya Okafor',
  'Jonas Weber',
  'Inês Duarte',
  'Kenji Mori',
  'Priya Nair',
  'Tom Hale',
  'Lucía Ramos',
  'Ada Lindqvist',
  'Noor Haddad',
  'Elif Demir',
] as const;

export const person = (random: Random) => random.pick(people);

/** An area or line through values of 0..1. */
export function plotLine(
  values: readonly number[],
  x: number,
  y: number,
  w: number,
  h: number,
): (readonly [number, number])[] {
  return values.map((value, index) => [x + (w / Math.max(1, values.length - 1)) * index, y + h - value * h] as const);
}

export const hairline = (ui: Ui, x: number, y: number, w: number) => rect(x, y, w, 1, ui.line);

export const roundedTop = (x: number, y: number, w: number, h: number, r: number, fill: string) =>
  path(
    `M${n(x)} ${n(y + h)}V${n(y + r)}A${r} ${r} 0 0 1 ${n(x + r)} ${n(y)}H${n(x + w - r)}A${r} ${r} 0 0 1 ${n(x + w)} ${n(y + r)}V${n(y + h)}Z`,
    fill,
  );
