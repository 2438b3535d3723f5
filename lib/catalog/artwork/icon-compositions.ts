import type { Draw } from './icon-art';
import * as books from './icon-books';
import * as devices from './icon-devices';
import * as figures from './icon-figures';
import * as food from './icon-food';
import * as health from './icon-health';
import * as letters from './icon-letters';
import * as light from './icon-light';
import * as lines from './icon-lines';
import * as making from './icon-making';
import * as marks from './icon-marks';
import * as media from './icon-media';
import * as nature from './icon-nature';
import * as office from './icon-office';
import * as places from './icon-places';
import * as play from './icon-play';
import * as printed from './icon-printed';
import * as shapes from './icon-shapes';
import * as sound from './icon-sound';
import * as sport from './icon-sport';
import * as tableGames from './icon-table-games';

export const compositions = {
  ...books,
  ...devices,
  ...figures,
  ...food,
  ...health,
  ...letters,
  ...light,
  ...lines,
  ...making,
  ...marks,
  ...media,
  ...nature,
  ...office,
  ...places,
  ...play,
  ...printed,
  ...shapes,
  ...sound,
  ...sport,
  ...tableGames,
} satisfies Record<string, Draw>;

export type Composition = keyof typeof compositions;

/** Drawn from the icon's glyph, so fit for an app that names one. */
export const glyphCompositions = {
  plain: 2.4,
  duotone: 2.2,
  cutOut: 1.8,
  badge: 1,
  split: 1.8,
  longShadow: 1.4,
  neon: 0.9,
  repeat: 0.8,
  cropped: 1.4,
  sticker: 1.6,
  halftone: 0.6,
  mesh: 1.8,
  glass: 1.5,
  outline: 2,
  ripples: 1.2,
  raised: 1.4,
  folded: 1.3,
  terrazzo: 1,
  gingham: 0.8,
  sunburst: 1.4,
  risograph: 1.5,
  stamp: 1.2,
  papercut: 1.2,
} as const satisfies Partial<Record<Composition, number>>;

/** Made of an initial. */
export const letterCompositions = {
  giant: 1.2,
  serif: 1,
  echo: 1.2,
  striped: 1,
  lowercase: 1.6,
  quartered: 1.4,
  fading: 1.2,
} as const satisfies Partial<Record<Composition, number>>;

/** Made of shapes alone, at home in every category. */
export const shapeCompositions = {
  overlap: 1.6,
  concentric: 1.2,
  petals: 1,
  bauhaus: 1.4,
  pinwheel: 1.2,
  stripes: 1.3,
  waves: 1,
  orb: 1,
  isometric: 1.2,
  ribbon: 1.4,
  arches: 0.8,
  orbitals: 1,
  arcs: 1,
  dots: 0.6,
  tiled: 2,
} as const satisfies Partial<Record<Composition, number>>;
