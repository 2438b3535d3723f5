import type { AppTranslation } from '@/db/schema';
import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { grammars } from './content/all';
import { describeApp } from './describe';
import { facts, type Facts } from './facts';
import { flagships } from './flagships';
import { german } from './flagships/german';
import { promotions } from './flagships/promotions';
import { clamp, DAY_MS, logNormal, normal, seededId } from './numbers';
import { assignOrganizations, type SeedOrganization } from './organizations';
import { type Concept, parseApps, slugify } from './parse';

export const demoCountries = ['US', 'GB', 'DE', 'JP', 'BR'] as const;
export type DemoCountry = (typeof demoCountries)[number];

export interface SeedApp extends Concept, Facts {
  id: string;
  slug: string;
  bundleId: string;
  organization: SeedOrganization;
  description: string;
  promotionalText: string;
  /** Texts in other languages, by tag. */
  translations: Record<string, AppTranslation>;
  isFlagship: boolean;
  status: 'draft' | 'listed' | 'hidden' | 'removed';
  /** How often it is taken, relative to others. */
  weight: number;
  /** Where it is liked more or less than elsewhere. */
  taste: Record<DemoCountry, number>;
  /** What its users would give it on average, 1..5. */
  quality: number;
  createdAt: Date;
  releasedAt: Date | null;
}

/** Apps that some countries know far better than others. */
const localTaste: Record<string, Partial<Record<DemoCountry, number>>> = {
  'Skat am Sonntag': { DE: 14, US: 0.1, GB: 0.1, JP: 0.05, BR: 0.05 },
  Plattenteller: { DE: 3 },
  Handschrift: { DE: 3 },
  'Kanji Garden': { JP: 0.35, US: 1.5 },
  'Hanafuda House': { JP: 8 },
  'Lexis Portuguese': { BR: 4 },
  'Cricket Scorebook': { GB: 6, US: 0.2, DE: 0.1, JP: 0.1, BR: 0.1 },
  'Cribbage Corner': { US: 2, GB: 2, JP: 0.2 },
  Tern: { GB: 1.5, BR: 0.7 },
  'Club Secretary': { DE: 4 },
  'Bingo at the Legion': { GB: 4 },
  'Sumo Saturday': { JP: 4 },
};

const unlisted: Record<string, SeedApp['status']> = {
  Coinroll: 'hidden',
  'Perfume Diary': 'hidden',
  'Karaoke Kitchen': 'hidden',
  'Street Latin': 'hidden',
  'Crowfund Tracker': 'removed',
  'Penny Pier': 'removed',
  'Auction Owl': 'removed',
  'Thesis Compass': 'draft',
  'Tremor Log': 'draft',
  Convoy: 'draft',
  Obit: 'draft',
  'Marsh Company': 'draft',
  Bandroom: 'draft',
};

/** Which apps a smaller store has: the hits, 25 games and a bit of everything. */
function choose(concepts: readonly Concept[], scale: number): Concept[] {
  if (scale >= 1) return [...concepts];
  const wanted = Math.max(60, Math.round(concepts.length * scale));
  const order = createRandom('selection').shuffle(concepts);
  const isHit = (concept: Concept) => flagships.some(({ name }) => name === concept.name);
  const chosen = new Set(concepts.filter(isHit));
  const add = (pool: readonly Concept[], until: () => boolean) => {
    for (const concept of pool) {
      if (until()) return;
      if (!(concept.name in unlisted)) chosen.add(concept);
    }
  };
  const games = order.filter((concept) => concept.category === 'games');
  // With fewer seats than that, the hits make room.
  const hits = [...chosen].sort((a, b) => rankOf(a) - rankOf(b));
  for (const concept of hits.slice(Math.max(20, wanted - 20))) chosen.delete(concept);
  add(games, () => [...chosen].filter((concept) => concept.category === 'games').length >= 25);
  add(order, () => chosen.size >= wanted);
  return concepts.filter((concept) => chosen.has(concept));
}

const rankOf = (concept: Concept) => flagships.findIndex(({ name }) => name === concept.name);

/** Every app of the store, the same for the same day: texts do not depend on `now` or on the scale. */
export function makeApps(now: Date, organizations: readonly SeedOrganization[], scale = 1): SeedApp[] {
  const concepts = grammars.flatMap(parseApps);
  const publishers = assignOrganizations(organizations, concepts);
  const places = new Map(
    createRandom('places')
      .shuffle(concepts.map(({ name }) => name))
      .map((name, i) => [name, i]),
  );
  return choose(concepts, scale).map((concept) => {
    const organization = publishers.get(concept.name);
    if (!organization) throw new Error(`nobody publishes ${concept.name}`);
    return makeApp(concept, now, organization, places.get(concept.name) ?? 0);
  });
}

function makeApp(concept: Concept, now: Date, organization: SeedOrganization, place: number): SeedApp {
  const slug = slugify(concept.name);
  const random = createRandom(`app:${slug}`);
  const rank = rankOf(concept);
  const isFlagship = rank >= 0;
  const offer = offerOf(random, concept, isFlagship);
  const status = unlisted[concept.name] ?? 'listed';
  const age = ageDays(random, rank);
  const releasedAt = status === 'draft' ? null : new Date(atWorkingHour(random, now.getTime() - age * DAY_MS));
  const createdAt = new Date((releasedAt ?? now).getTime() - random.range(9, 45) * DAY_MS);
  const selling = offer.usdMinor === 0 ? 1.15 : offer.period === null ? 0.55 : 0.7;
  const own = { ...concept, ...facts(random, concept, isFlagship), offer, slug, organization, isFlagship };
  return {
    ...own,
    id: seededId(random, createdAt),
    bundleId: `example.${organization.slug}.${slug}`,
    description: describeApp(own),
    promotionalText: promotions[concept.name] ?? '',
    translations: translationsOf(concept.name),
    status,
    weight: isFlagship ? 26 / Math.sqrt(rank + 1) : selling * 9 * (place + 4) ** -0.6 * logNormal(random, 1, 0.3),
    taste: tasteOf(concept.name, slug),
    quality: isFlagship ? clamp(4.45 + 0.18 * normal(random), 4, 4.8) : clamp(4.08 + 0.42 * normal(random), 2.4, 4.85),
    createdAt,
    releasedAt,
  };
}

function translationsOf(name: string): SeedApp['translations'] {
  const de = german[name];
  return de ? { de } : {};
}

/** More is free than authors dream of: about half of the paid ideas give their work away. */
function offerOf(random: Random, concept: Concept, isFlagship: boolean): Concept['offer'] {
  const stays = random.chance(concept.offer.period === null ? 0.5 : 0.85);
  return isFlagship || stays || concept.offer.usdMinor === 0
    ? concept.offer
    : { usdMinor: 0, period: null, trialDays: 0 };
}

/** Days since the first release: one app in nine is younger than the three months on record. */
function ageDays(random: Random, rank: number): number {
  if (rank >= 0 && rank % 9 !== 5) return random.range(260, 1300);
  if (rank >= 0) return random.range(24, 75);
  if (random.chance(0.055)) return random.range(1.5, 29);
  return random.chance(0.06) ? random.range(30, 88) : random.range(95, 1350);
}

export function atWorkingHour(random: Random, time: number): number {
  const day = Math.floor(time / DAY_MS) * DAY_MS;
  return day + Math.floor(random.range(8, 17) * 3_600_000);
}

function tasteOf(name: string, slug: string): SeedApp['taste'] {
  const of = (country: DemoCountry) =>
    (localTaste[name]?.[country] ?? 1) * logNormal(createRandom(`taste:${slug}:${country}`), 1, 0.35);
  return { US: of('US'), GB: of('GB'), DE: of('DE'), JP: of('JP'), BR: of('BR') };
}
