import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { DAY_MS, seededId } from './numbers';
import { slugify } from './parse';
import { demoOrganization, organizationsByTrade } from './people/organizations';

export interface SeedOrganization {
  id: string;
  slug: string;
  name: string;
  country: string;
  town: string;
  description: string;
  website: string;
  domain: string;
  verifiedAt: Date | null;
  createdAt: Date;
  categories: readonly string[];
  /** How many of its trade's apps it publishes, relative to others. */
  size: number;
  /** Share of reviews with text that it answers. */
  answers: number;
}

/** The 120 invented developers, older than everything else in the store. */
export function makeOrganizations(now: Date): SeedOrganization[] {
  return Object.values(organizationsByTrade).flatMap(({ categories, list }) =>
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', country = '', town = '', about = ''] = line.split(' | ');
        const random = createRandom(`organization:${name}`);
        return makeOrganization(random, now, { name, country, town, about, categories });
      }),
  );
}

function makeOrganization(
  random: Random,
  now: Date,
  {
    name,
    country,
    town,
    about,
    categories,
  }: Record<'name' | 'country' | 'town' | 'about', string> & Pick<SeedOrganization, 'categories'>,
): SeedOrganization {
  const slug = slugify(name);
  const isDemo = name === demoOrganization.name;
  const createdAt = new Date(now.getTime() - random.range(1400, 2600) * DAY_MS);
  const domain = `${slug}.example`;
  const isVerified = isDemo || random.chance(0.62);
  return {
    id: seededId(random, createdAt),
    slug,
    name,
    country,
    town,
    description: `${about} Based in ${town}.`,
    website: `https://${domain}`,
    domain,
    verifiedAt: isVerified ? new Date(createdAt.getTime() + random.range(1, 90) * DAY_MS) : null,
    createdAt,
    categories,
    size: random.range(0.25, 1) ** 2,
    answers: isDemo
      ? 0.4
      : random.weighted({ none: 5, some: 3, many: 2 }, 'none') === 'none'
        ? 0
        : random.range(0.05, 0.45),
  };
}

/** Which organisation publishes an app: one of its trade, larger ones more often. */
function organizationFor(
  organizations: readonly SeedOrganization[],
  app: { name: string; category: string },
): SeedOrganization {
  const isDemo = (demoOrganization.apps as readonly string[]).includes(app.name);
  const candidates = organizations.filter((one) =>
    isDemo
      ? one.name === demoOrganization.name
      : one.categories.includes(app.category) && one.name !== demoOrganization.name,
  );
  // Within a trade a developer leans towards one or two categories.
  const weights = Object.fromEntries(
    candidates.map((one) => [one.id, one.size * (createRandom(`${one.slug}:${app.category}`).chance(0.5) ? 1 : 0.08)]),
  );
  const id = createRandom(`publisher:${app.name}`).weighted(weights, candidates[0]?.id ?? '');
  const found = candidates.find((one) => one.id === id);
  if (!found) throw new Error(`nobody publishes ${app.category}`);
  return found;
}

/** Every app's organisation by the app's name; each organisation publishes something. */
export function assignOrganizations(
  organizations: readonly SeedOrganization[],
  apps: readonly { name: string; category: string }[],
): Map<string, SeedOrganization> {
  const assigned = new Map(apps.map((app) => [app.name, organizationFor(organizations, app)]));
  const appsOf = (one: SeedOrganization) => apps.filter((app) => assigned.get(app.name) === one);
  for (const idle of organizations.filter((one) => appsOf(one).length === 0)) {
    const busiest = organizations
      .filter((one) => one.categories === idle.categories && one.name !== demoOrganization.name)
      .reduce((most, one) => (appsOf(one).length > appsOf(most).length ? one : most), idle);
    for (const app of appsOf(busiest).slice(0, 2)) assigned.set(app.name, idle);
  }
  return assigned;
}
