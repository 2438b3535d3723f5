import { createRandom } from './random';
import { paints } from './paintings';
import { createScene } from './scenery';
import { storyScenes } from '../schema';
import type { StorySpec } from './spec';
import { createCanvas } from './svg';

/** Wide editorial art of 1600 x 1000 without text. */
export function renderStorySvg(spec: StorySpec): string {
  const random = createRandom(`story:${spec.seed}`);
  const canvas = createCanvas(1600, 1000);
  const name = spec.scene ?? random.pickFrom(storyScenes, 'hills');
  const body = paints[name](createScene(canvas, random, spec.hue));
  return canvas.svg(`${body}${canvas.grain(0.12)}`);
}
