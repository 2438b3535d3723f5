import { oklch } from './colour';
import type { Random } from './random';
import { type Canvas, circle, rect } from './svg';

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
    sun:
      light === 'night'
        ? tone(0.95, 0.04, complement)
        : oklch(light === 'dusk' ? 0.74 : 0.8, 0.17, light === 'day' ? 80 : 45),
    warm: oklch(0.68, 0.18, 38),
    paper: tone(0.96, 0.02, complement),
  };
}

/** The sky over the whole painting. */
export const whole = (scene: Scene) =>
  rect(
    0,
    0,
    1600,
    1000,
    scene.canvas.linear(
      [
        [0, scene.sky[0]],
        [1, scene.sky[1]],
      ],
      90,
    ),
  );

/** Stars, at night only. */
export const stars = ({ random, light }: Scene, count = 60) =>
  light === 'night'
    ? Array.from({ length: count }, () =>
        circle(random.range(0, 1600), random.range(0, 560), random.range(1.4, 4), '#ffffff', {
          opacity: random.range(0.3, 0.95),
        }),
      ).join('')
    : '';
