import type { Random } from '@/lib/catalog/artwork/random';
import { accessibilityFlags } from '@/lib/catalog/rules';
import type { Platform } from '@/lib/catalog/schema';
import type { Concept } from './parse';

export interface Facts {
  platforms: Platform[];
  languages: string[];
  ageRating: 4 | 9 | 12 | 16 | 18;
  privacyLabel: { collected: string[]; linked: string[]; tracking: string[] };
  accessibility: string[];
}

const desk = ['macos', 'windows', 'linux'] as const;
const desktopShare: Record<string, number> = {
  'developer-tools': 0.95,
  business: 0.5,
  'graphics-design': 0.55,
  productivity: 0.5,
  music: 0.35,
  'photo-video': 0.35,
  utilities: 0.4,
  books: 0.3,
  reference: 0.35,
  education: 0.3,
  games: 0.3,
  finance: 0.3,
};
const webShare: Record<string, number> = {
  business: 0.4,
  productivity: 0.25,
  news: 0.5,
  magazines: 0.5,
  shopping: 0.3,
  'social-networking': 0.5,
  reference: 0.3,
  finance: 0.2,
  travel: 0.25,
  weather: 0.25,
  'developer-tools': 0.15,
  education: 0.2,
};
const order: readonly Platform[] = ['ios', 'android', 'macos', 'windows', 'linux', 'web'];

function platformsOf(random: Random, category: string, isFlagship: boolean): Platform[] {
  const found = new Set<Platform>();
  const isDesk = random.chance(desktopShare[category] ?? 0.08);
  if (category !== 'developer-tools' || random.chance(0.15)) {
    if (isFlagship || random.chance(0.62)) found.add('ios').add('android');
    else found.add(random.chance(0.45) ? 'ios' : 'android');
  }
  if (isDesk) for (const platform of desk) if (random.chance(0.55)) found.add(platform);
  if (random.chance(webShare[category] ?? 0.04)) found.add('web');
  if (found.size === 0) found.add(random.pick(desk));
  return order.filter((platform) => found.has(platform));
}

const languageWeights: readonly [string, number][] = [
  ['de', 0.6],
  ['fr', 0.55],
  ['es', 0.55],
  ['ja', 0.45],
  ['pt-BR', 0.45],
  ['it', 0.4],
  ['nl', 0.25],
  ['pl', 0.2],
  ['ko', 0.2],
  ['zh-Hans', 0.2],
  ['tr', 0.15],
  ['sv', 0.15],
  ['da', 0.1],
  ['ar', 0.08],
  ['uk', 0.1],
  ['fi', 0.06],
];

const ages: Record<string, readonly [number, number, number, number, number]> = {
  'games-casino': [0, 0, 0, 0, 1],
  'games-action': [1, 4, 5, 1, 0],
  'games-adventure': [3, 3, 3, 0, 0],
  'games-role-playing': [0, 4, 5, 1, 0],
  'games-strategy': [3, 4, 2, 0, 0],
  'social-networking': [1, 0, 6, 3, 0],
  news: [2, 1, 6, 0, 0],
  medical: [3, 0, 4, 1, 0],
  books: [6, 1, 2, 0, 0],
  entertainment: [4, 1, 3, 0, 0],
};

function ageOf(random: Random, concept: Concept): Facts['ageRating'] {
  const [a, b, c, d, e] = ages[concept.subcategory ?? concept.category] ?? [12, 1, 0, 0, 0];
  const drawn = random.weighted({ '4': a, '9': b, '12': c, '16': d, '18': e }, '4');
  return Number(drawn) as Facts['ageRating'];
}

const kinds: Record<string, readonly string[]> = {
  navigation: ['Location'],
  travel: ['Location'],
  weather: ['Location'],
  'health-fitness': ['Health and fitness'],
  medical: ['Health and fitness'],
  finance: ['Financial information'],
  shopping: ['Purchases', 'Search history'],
  'social-networking': ['Contact details', 'Messages', 'Photos and videos'],
  business: ['Contact details'],
  'photo-video': ['Photos and videos'],
  productivity: ['User content'],
  books: ['Purchases'],
  kids: [],
};

function privacyOf(random: Random, category: string): Facts['privacyLabel'] {
  if (category === 'kids' || random.chance(0.28)) return { collected: [], linked: [], tracking: [] };
  const collected = ['Diagnostics', ...(random.chance(0.6) ? ['Usage data'] : [])];
  const linked = (kinds[category] ?? []).filter(() => random.chance(0.7));
  if (random.chance(0.35)) linked.push('E-mail address');
  const tracking = random.chance(0.07) ? ['Identifiers'] : [];
  return { collected, linked, tracking };
}

/** What a listing states beside its texts, believable for the category. */
export function facts(random: Random, concept: Concept, isFlagship: boolean): Facts {
  return {
    platforms: platformsOf(random, concept.category, isFlagship),
    languages: [
      'en',
      ...languageWeights.filter(([, p]) => random.chance(isFlagship ? p * 1.5 : p * 0.75)).map(([code]) => code),
    ],
    ageRating: ageOf(random, concept),
    privacyLabel: privacyOf(random, concept.category),
    accessibility: accessibilityFlags.filter(() => random.chance(isFlagship ? 0.65 : 0.3)),
  };
}
