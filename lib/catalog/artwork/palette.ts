import { oklch } from './colour';
import type { Random } from './random';

export type Ground = 'vivid' | 'light' | 'dark' | 'deep' | 'pastel';

/** Colours that belong together. `ink` reads on the ground, `figure` is its coloured sister, `detail` reads on figure. */
export type Palette = {
  ground: Ground;
  isDark: boolean;
  from: string;
  to: string;
  ink: string;
  figure: string;
  detail: string;
  accent: string;
  accentDeep: string;
  accentPale: string;
  tint: string;
  shade: string;
  /** Any colour of the palette's hue: lightness, chroma, and degrees away from it. */
  tone(l: number, c: number, turn?: number): string;
  hue: number;
};

const turns = [35, -35, 60, -60, 150, 180, -150, 120] as const;

/** How much lighter a hue must be to look saturated: yellows and limes glow high, blues and violets low. */
function lift(hue: number): number {
  const distance = Math.abs(((hue - 100 + 540) % 360) - 180);
  return distance < 50 ? 0.16 * (1 - distance / 50) : 0;
}

/** The two ends of a ground's gradient. */
export function gradientOf(hue: number, ground: Ground, strength: number, drift: number): { from: string; to: string } {
  const tone = (l: number, c: number, turn = 0) => oklch(l, c * strength, lean((hue + turn + 720) % 360, l));
  const up = lift(hue);
  switch (ground) {
    case 'vivid':
      return { from: tone(0.7 + up, 0.18, drift), to: tone(0.54 + up * 1.2, 0.21, -drift / 3) };
    case 'light':
      return { from: oklch(0.985, 0.008, hue), to: oklch(0.93, 0.022, hue) };
    case 'dark':
      return {
        from: oklch(0.29, up > 0 ? 0.015 : 0.035, hue),
        to: oklch(0.16, up > 0 ? 0.01 : 0.025, hue + drift),
      };
    case 'deep':
      return { from: tone(0.44 + up * 0.8, 0.14, drift / 2), to: tone(0.28 + up * 0.7, 0.11, -drift / 3) };
    case 'pastel':
      return { from: tone(0.91, 0.075, drift), to: tone(0.82, 0.11, -drift / 3) };
  }
}

/** Which colours go with a ground: how far the accent is turned away, and how far the gradient drifts. */
export function pickTurns(random: Random): { turn: number; drift: number } {
  return { turn: random.pick(turns), drift: random.pick([24, -24, 40, -40, 12, -12]) };
}

/** Dark yellow looks like mud: darker tones of yellow hues lean to amber or to leaf green instead. */
function lean(hue: number, l: number): number {
  const from = hue - 92;
  const reach = l < 0.78 ? 30 : 0;
  if (Math.abs(from) >= reach) return hue;
  return hue + (from < 0 ? -1 : 1) * (reach - Math.abs(from)) * 0.9;
}

export function createPalette(hue: number, ground: Ground, strength: number, random: Random): Palette {
  const tone = (l: number, c: number, turn = 0) => oklch(l, c * strength, lean((hue + turn + 720) % 360, l));
  const { turn, drift } = pickTurns(random);
  const up = lift(hue);
  const accentUp = lift((hue + turn + 720) % 360);
  const base = { ...gradientOf(hue, ground, strength, drift), ground, hue, tone, accentPale: tone(0.94, 0.06, turn) };
  switch (ground) {
    case 'vivid': {
      const isBright = up > 0.05;
      return {
        ...base,
        isDark: !isBright,
        ink: isBright ? tone(0.27, 0.08) : '#ffffff',
        figure: isBright ? tone(0.34, 0.11, turn / 3) : tone(0.975, 0.02),
        detail: isBright ? tone(0.93, 0.12) : tone(0.56 + up, 0.2),
        accent: tone(0.84, 0.17, isBright ? 180 : turn),
        accentDeep: tone(0.42, 0.17, turn * 0.8),
        tint: tone(0.82 + up / 2, 0.13, drift),
        shade: tone(0.42 + up, 0.18, -drift / 3),
      };
    }
    case 'light':
      return {
        ...base,
        isDark: false,
        ink: tone(0.3, 0.07),
        figure: tone(0.6 + up, 0.2),
        detail: oklch(0.98, 0.01, hue),
        accent: tone(0.74 + accentUp / 2, 0.18, turn),
        accentDeep: tone(0.42, 0.15, turn * 0.75),
        tint: tone(0.9, 0.06),
        shade: tone(0.8, 0.09),
      };
    case 'dark':
      return {
        ...base,
        isDark: true,
        ink: oklch(0.97, 0.015, hue),
        figure: tone(0.78 + up / 2, 0.18),
        detail: oklch(0.2, 0.03, hue),
        accent: tone(0.78, 0.18, turn),
        accentDeep: tone(0.5, 0.16, turn * 0.8),
        tint: oklch(0.38, 0.05, hue),
        shade: oklch(0.12, 0.02, hue),
      };
    case 'deep':
      return {
        ...base,
        isDark: true,
        ink: oklch(0.98, 0.02, hue + drift),
        figure: tone(0.86, 0.12, drift),
        detail: tone(0.34, 0.12),
        accent: tone(0.8, 0.17, turn),
        accentDeep: tone(0.6, 0.16, turn * 0.8),
        tint: tone(0.54, 0.14, drift / 2),
        shade: tone(0.2, 0.07),
      };
    case 'pastel':
      return {
        ...base,
        isDark: false,
        ink: tone(0.33, 0.11),
        figure: tone(0.5 + up / 2, 0.18, -drift / 2),
        detail: oklch(0.98, 0.02, hue),
        accent: tone(0.7 + accentUp / 2, 0.17, turn),
        accentDeep: tone(0.45, 0.15, turn * 0.8),
        tint: oklch(0.97, 0.025, hue),
        shade: tone(0.72, 0.13),
      };
  }
}
