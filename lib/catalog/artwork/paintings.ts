import type { Paint } from './scenery';
import { garden, orbit, shapes, table } from './scenery-indoors';
import { city, harbour, hills, orchard } from './scenery-outdoors';
import type { StoryScene } from './spec';

export const paints: Readonly<Record<StoryScene, Paint>> = {
  hills,
  harbour,
  orchard,
  city,
  orbit,
  table,
  shapes,
  garden,
};
