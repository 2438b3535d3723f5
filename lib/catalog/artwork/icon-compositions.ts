import type { Draw } from './icon-art';
import * as books from './icon-books';
import * as devices from './icon-devices';
import * as figures from './icon-figures';
import * as food from './icon-food';
import * as health from './icon-health';
import * as letters from './icon-letters';
import * as lines from './icon-lines';
import * as making from './icon-making';
import * as marks from './icon-marks';
import * as media from './icon-media';
import * as nature from './icon-nature';
import * as office from './icon-office';
import * as places from './icon-places';
import * as play from './icon-play';
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
  ...lines,
  ...making,
  ...marks,
  ...media,
  ...nature,
  ...office,
  ...places,
  ...play,
  ...shapes,
  ...sound,
  ...sport,
  ...tableGames,
} satisfies Record<string, Draw>;

export type Composition = keyof typeof compositions;

/** Drawn from the icon's glyph, so fit for an app that names one. */
export const glyphCompositions = {
  plain: 3,
  duotone: 3,
  cutOut: 3,
  badge: 1.5,
  split: 2,
  longShadow: 2,
  neon: 1,
  repeat: 1,
  cropped: 1,
  sticker: 2,
  halftone: 0.6,
} as const satisfies Partial<Record<Composition, number>>;

/** Made of an initial. */
export const letterCompositions = { giant: 2, serif: 1, echo: 1.5, striped: 1.5 } as const satisfies Partial<
  Record<Composition, number>
>;

/** Made of shapes alone, at home in every category. */
export const shapeCompositions = {
  overlap: 2,
  concentric: 1.5,
  petals: 1.5,
  bauhaus: 1.5,
  pinwheel: 1.5,
  stripes: 1.5,
  waves: 1,
  orb: 1,
  isometric: 1.5,
  ribbon: 1.5,
  arches: 1,
  orbitals: 1,
  arcs: 1,
  dots: 1,
} as const satisfies Partial<Record<Composition, number>>;
