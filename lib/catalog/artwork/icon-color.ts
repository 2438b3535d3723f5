import { familyOf } from './families-data';
import { gradientOf, pickTurns } from './palette';
import { createRandom } from './random';
import type { IconSpec } from './spec';

const known = new Map<string, string>();

/** The middle of an icon's gradient. */
export function iconColor(spec: IconSpec): string {
  const family = familyOf(spec.family);
  const random = createRandom(`icon:${spec.seed}`);
  const ground = random.weighted(family.grounds, 'vivid');
  const { drift } = pickTurns(random);
  const key = `${spec.hue} ${ground} ${family.strength} ${drift}`;
  let color = known.get(key);
  if (color === undefined) {
    const { from, to } = gradientOf(spec.hue, ground, family.strength, drift);
    color = middleOf(from, to);
    if (known.size < 50_000) known.set(key, color);
  }
  return color;
}

function middleOf(from: string, to: string): string {
  const channel = (at: number) =>
    Math.round((Number.parseInt(from.slice(at, at + 2), 16) + Number.parseInt(to.slice(at, at + 2), 16)) / 2)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
