import { craft } from './flagships/craft';
import { everyday } from './flagships/everyday';
import { play } from './flagships/play';

/** The hits, most popular first. */
const ranking = [
  'Matinee',
  'Duckling Parade',
  'Torchlight Plus',
  'Quiet Chess',
  'Brolly',
  'Patience, Please',
  'Mouthful',
  'Foldaway',
  'Aisle Nine',
  'Knot Today',
  'Saltcellar',
  'Tally Ho',
  'Softstep',
  'Latchkey',
  'Noodle Stand',
  'Stillwater',
  'Crumb',
  'Rooftop Courier',
  'Daybook',
  'Porchlight',
  'Stack the Cats',
  'Tern',
  'Evening Edition',
  'Signalbox',
  'QR, Please',
  'Splice Kitchen',
  'Inkwell Studio',
  'Crossways',
  'The Thursday Quiz',
  'Plantsitter',
  'Larder',
  'Kanji Garden',
  'Lantern Reader',
  'Halftone Darkroom',
  'Small Empires',
  'Chore Weather',
  'Gitlark',
  'Itinerant',
  'Loopyard',
  'Deckwright',
  'The Lighthouse Ledger',
  'Ridgewalk',
] as const;

export const flagships: readonly { name: string; description: string }[] = ranking.map((name) => ({
  name,
  description: everyday[name] ?? craft[name] ?? play[name] ?? '',
}));
