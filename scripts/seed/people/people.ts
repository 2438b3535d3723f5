import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { demoCountries, type DemoCountry } from '../apps';
import { clamp, DAY_MS, exponential, logNormal, seededId } from '../numbers';
import type { SeedOrganization } from '../organizations';
import { namesByCountry } from './names';

export interface Person {
  id: string;
  name: string;
  email: string;
  country: string;
  roles: ('moderator' | 'admin')[];
  isDemo: boolean;
  createdAt: Date;
}

export interface Shopper extends Person {
  country: DemoCountry;
  /** How many apps they would like to have. */
  appetite: number;
  /** Whether they ever pay for an app. */
  isPaying: boolean;
  /** How likely they are to review what they have, relative to others. */
  candour: number;
  /** Which device they hold, 0..1: decides the platform they download for. */
  device: number;
}

export interface Membership {
  organization: SeedOrganization;
  person: Person;
  role: 'owner' | 'admin' | 'marketer' | 'viewer';
  createdAt: Date;
}

const shares: Record<DemoCountry, number> = { US: 38, GB: 16, DE: 18, JP: 13, BR: 15 };

function nameIn(random: Random, country: string): { first: string; last: string } {
  const list = namesByCountry[country] ?? namesByCountry.XX;
  return { first: random.pickFrom(list?.first ?? [], 'Sam'), last: random.pickFrom(list?.last ?? [], 'Smith') };
}

/** What people call themselves in a store: mostly a name, sometimes a handle. */
function displayName(random: Random, { first, last }: { first: string; last: string }): string {
  const kind = random.weighted({ full: 46, initial: 22, first: 14, lower: 8, handle: 10 }, 'full');
  if (kind === 'initial') return `${first} ${last.charAt(0)}.`;
  if (kind === 'first') return first;
  if (kind === 'lower') return `${first.toLowerCase()}${random.chance(0.5) ? '_' : '.'}${last.charAt(0).toLowerCase()}`;
  if (kind === 'handle') {
    const tail = random.pickFrom(
      ['reads', 'runs', 'on tour', 'from upstairs', '1987', '_x', 'the 2nd', '77', 'bakes', 'mum of 3', 'd', 'at home'],
      '',
    );
    return `${first}${/^[\d_]/.test(tail) || tail === 'd' ? '' : ' '}${tail}`;
  }
  return `${first} ${last}`;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase() || 'person';

export function makePerson(random: Random, serial: string, country: string, createdAt: Date): Person {
  const name = nameIn(random, country);
  return {
    id: seededId(random, createdAt),
    name: displayName(random, name),
    email: `${plain(name.first)}.${plain(name.last)}.${serial}@mail.example`,
    country,
    roles: [],
    isDemo: false,
    createdAt,
  };
}

/** People who shop; three in five came before the three months on record, the others in a growing stream. */
export function makeShoppers(now: Date, count: number): Shopper[] {
  const random = createRandom('shoppers');
  return Array.from({ length: count }, (_, i) => {
    const country = random.weighted(shares, 'US');
    const daysAgo = random.chance(0.6) ? 90 + exponential(random, 190) : 90 * (1 - random.next() ** 0.8);
    const createdAt = new Date(now.getTime() - clamp(daysAgo, 0.02, 900) * DAY_MS);
    return {
      ...makePerson(random, String(i + 1), country, createdAt),
      country,
      appetite: Math.round(clamp(logNormal(random, 8, 0.85), 1, 110)),
      isPaying: random.chance(0.5),
      candour: logNormal(random, 0.8, 0.8),
      device: random.next(),
    };
  });
}

/** Accounts opened within a few hours of each other by whoever pays for it. */
export function makeCrowd(
  now: Date,
  label: string,
  count: number,
  daysAgo: number,
  countries: readonly DemoCountry[],
): Shopper[] {
  const random = createRandom(`crowd:${label}`);
  return Array.from({ length: count }, (_, i) => {
    const country = random.pickFrom(countries, 'US');
    const createdAt = new Date(now.getTime() - (daysAgo + random.range(0, 0.45)) * DAY_MS);
    const person = makePerson(random, `${label}${i + 1}`, country, createdAt);
    return { ...person, country, appetite: 0, isPaying: false, candour: 0, device: random.next() };
  });
}

/** Everybody who works for a developer: one owner each, some with colleagues. */
export function makeMembers(
  now: Date,
  organizations: readonly SeedOrganization[],
): { people: Person[]; members: Membership[] } {
  const people: Person[] = [];
  const members: Membership[] = [];
  for (const organization of organizations) {
    const random = createRandom(`members:${organization.slug}`);
    const roles = [
      'owner',
      ...random.shuffle(['admin', 'marketer', 'viewer'] as const).slice(0, random.chance(0.45) ? random.int(1, 2) : 0),
    ] as const;
    for (const [i, role] of roles.entries()) {
      const since =
        i === 0 ? organization.createdAt : new Date(organization.createdAt.getTime() + random.range(5, 900) * DAY_MS);
      const createdAt = since.getTime() < now.getTime() ? since : organization.createdAt;
      const person = { ...makePerson(random, `${role}`, organization.country, createdAt) };
      const name = nameIn(random, organization.country);
      person.name = `${name.first} ${name.last}`;
      person.email = `${plain(name.first)}.${role}@${organization.domain}`;
      people.push(person);
      members.push({ organization, person, role, createdAt });
    }
  }
  return { people, members };
}

export const isDemoCountry = (country: string): country is DemoCountry =>
  (demoCountries as readonly string[]).includes(country);
