import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { Outcome, Shop } from './commerce';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { SeedReview } from './opinions';
import { demoOrganization } from './people/organizations';
import { makePerson, type Membership, type Person, type Shopper } from './people/people';

export const demoRoles = ['shopper', 'developer', 'moderator', 'admin'] as const;
export type DemoRole = (typeof demoRoles)[number];
export type DemoPeople = Record<DemoRole, Shopper>;

const written: Record<DemoRole, { name: string; country: 'US' | 'GB' | 'DE'; roles: Person['roles'] }> = {
  shopper: { name: 'Robin Hale', country: 'US', roles: [] },
  developer: { name: 'Orla Devane', country: 'GB', roles: [] },
  moderator: { name: 'Milan Seidel', country: 'DE', roles: ['moderator'] },
  admin: { name: 'June Okafor', country: 'US', roles: ['admin'] },
};

/** The four people that visitors of a demo can be. */
export function makeDemoPeople(now: Date): DemoPeople {
  const make = (role: DemoRole, daysAgo: number): Shopper => {
    const { name, country, roles } = written[role];
    const random = createRandom(`demo:${role}`);
    const createdAt = new Date(now.getTime() - daysAgo * DAY_MS);
    const person = makePerson(random, role, country, createdAt);
    const email = `${role}@demo.example`;
    return {
      ...person,
      name,
      email,
      country,
      roles,
      isDemo: true,
      appetite: 0,
      isPaying: true,
      candour: 0,
      device: 0.1,
    };
  };
  return {
    shopper: make('shopper', 210),
    developer: make('developer', 830),
    moderator: make('moderator', 640),
    admin: make('admin', 900),
  };
}

/** What each of them took, in days before now. */
const baskets: Partial<Record<DemoRole, readonly [string, number, Outcome?][]>> = {
  shopper: [
    ['Matinee', 88.2],
    ['Tern', 86.4, { declines: 0, isRefunded: false }],
    ['Duckling Parade', 81.7],
    ['Foldaway', 77.1, { declines: 0, isRefunded: false }],
    ['Stillwater', 74.3, { declines: 0, renewals: 1 }],
    ['Quiet Chess', 70.6],
    ['Crumb', 63.9, { declines: 1, givesUp: false, isRefunded: false }],
    ['Saltcellar', 58.5, { declines: 0, renewals: 9 }],
    ['Tally Ho', 52.2],
    ['Small Empires', 44.8, { declines: 0, isRefunded: true }],
    ['Inkwell Studio', 37.3, { declines: 1, givesUp: true }],
    ['Stack the Cats', 33.6],
    ['Softstep', 29.4, { declines: 0, isRefunded: false }],
    ['The Lighthouse Ledger', 21.9, { declines: 0, isRefunded: false }],
    ['Porchlight', 20.5],
    ['Aisle Nine', 12.3, { declines: 0, isRefunded: false }],
    ['Evening Edition', 8.7, { declines: 0, renewals: 9 }],
    ['Knot Today', 4.1],
    ['QR, Please', 1.4],
  ],
  developer: [
    ['Gitlark', 66.2, { declines: 0, isRefunded: false }],
    ['Brolly', 61.8, { declines: 0, isRefunded: false }],
    ['Quiet Chess', 40.1],
    ['Lantern Reader', 15.9],
  ],
  moderator: [
    ['Patience, Please', 47.7],
    ['Stack the Cats', 26.2],
  ],
  admin: [
    ['Torchlight Plus', 72.8],
    ['The Thursday Quiz', 31.3],
  ],
};

export function fillBaskets(now: Date, shop: Shop, people: DemoPeople, apps: readonly SeedApp[]): void {
  for (const role of demoRoles) {
    for (const [name, daysAgo, outcome] of baskets[role] ?? []) {
      const app = apps.find((one) => one.name === name);
      const at = new Date(now.getTime() - Math.floor(daysAgo * DAY_MS));
      if (app?.releasedAt && app.releasedAt < at) shop.sell(people[role], app, at, outcome);
    }
  }
}

const opinions: readonly [string, number, string, string, SeedReview['status']][] = [
  [
    'Tern',
    5,
    'Has kept us off the mud',
    'We sail a small boat with a long keel out of a harbour that dries. The keel line tells me in one sentence what took me ten minutes with the paper tables. It was right every time this summer, and the one time I did not believe it, I sat on the bar for four hours.',
    'approved',
  ],
  ['Foldaway', 5, '', 'Sheet 118 took me a week and I was happy the whole time.', 'approved'],
  [
    'Softstep',
    4,
    'Kind and it works',
    'Week five, and I can talk while running. Would be five stars if the watch app did not lose the GPS under the bridge.',
    'approved',
  ],
  ['Tally Ho', 4, '', '', 'approved'],
  [
    'Small Empires',
    2,
    'Not for me',
    'Beautifully made, but my villagers all starved in the second winter, so I asked for a refund. No hard feelings.',
    'approved',
  ],
  [
    'Porchlight',
    1,
    'Why so angry?',
    'I do not understand what is going on in the reviews here. Our street likes it, but the last update crashes when I switch the light on. Amazing how fast it went downhill.',
    'manual_review',
  ],
];

/** The demo shopper's reviews; one of them waits for a moderator. */
export function demoReviews(now: Date, people: DemoPeople, shop: Shop): SeedReview[] {
  const random = createRandom('demo:reviews');
  const { shopper } = people;
  return opinions.flatMap(([name, rating, title, body, status]) => {
    const bought = shop.sales.entitlements.find((one) => one.user === shopper && one.app.name === name);
    if (!bought) return [];
    const at = Math.min(bought.grantedAt.getTime() + random.range(2, 6) * DAY_MS, now.getTime() - 26 * HOUR_MS);
    const common = { helpful: 0, unhelpful: 0, editedAt: null, deletedAt: null };
    return {
      id: seededId(random, at),
      user: shopper,
      app: bought.app,
      rating,
      title,
      body,
      status,
      isVisible: status === 'approved',
      appVersion: null,
      isPaid: bought.isPaid,
      createdAt: new Date(Math.floor(at)),
      ...common,
    };
  });
}

/** The demo developer owns an organisation, and the one who did before becomes an admin of it. */
export function joinOrganization(people: DemoPeople, members: Membership[]): void {
  const own = members.filter(({ organization }) => organization.name === demoOrganization.name);
  const organization = own[0]?.organization;
  if (!organization) return;
  for (const member of own) if (member.role === 'owner') member.role = 'admin';
  members.push({ organization, person: people.developer, role: 'owner', createdAt: people.developer.createdAt });
}
