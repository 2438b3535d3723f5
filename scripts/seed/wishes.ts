import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { SeedEntitlement } from './commerce';
import type { DemoPeople, DemoRole } from './demo-people';
import { cumulate, DAY_MS, draw } from './numbers';
import type { Shopper } from './people/people';

export interface SeedWish {
  user: Shopper;
  app: SeedApp;
  createdAt: Date;
}

/** What the demo people want to remember, in days before now; one of them is not in the store any more. */
const written: Partial<Record<DemoRole, readonly [string, number][]>> = {
  shopper: [
    ['Kanji Garden', 61.3],
    ['Perfume Diary', 44.2],
    ['Loopyard', 33.8],
    ['Latchkey', 19.4],
    ['Lantern Reader', 11.6],
    ['Mouthful', 6.2],
    ['Signalbox', 2.7],
    ['Plantsitter', 0.4],
  ],
  developer: [
    ['Latchkey', 25.1],
    ['Daybook', 3.9],
  ],
};

/** Wishlists of the demo people and of every ninth shopper: the popular and the dear, out by then, and not owned. */
export function makeWishes(
  now: Date,
  demo: DemoPeople,
  shoppers: readonly Shopper[],
  apps: readonly SeedApp[],
  entitlements: readonly SeedEntitlement[],
): SeedWish[] {
  const random = createRandom('wishes');
  const owned = new Set(entitlements.map(({ user, app }) => `${user.id} ${app.id}`));
  const byName = new Map(apps.map((app) => [app.name, app]));
  const wishes: SeedWish[] = [];
  const wish = (user: Shopper, app: SeedApp | undefined, at: number) => {
    const isPossible = app?.releasedAt && app.releasedAt.getTime() < at && at > user.createdAt.getTime();
    if (isPossible && !owned.has(`${user.id} ${app.id}`))
      wishes.push({ user, app, createdAt: new Date(Math.floor(at)) });
  };

  for (const role of ['shopper', 'developer'] as const) {
    for (const [name, daysAgo] of written[role] ?? []) {
      wish(demo[role], byName.get(name), now.getTime() - daysAgo * DAY_MS);
    }
  }
  const pull = cumulate(
    apps.map(({ status, weight, offer }) => (status === 'listed' ? weight * (offer.usdMinor > 0 ? 3 : 1) : 0)),
  );
  for (const user of shoppers.filter((_, i) => i % 9 === 0)) {
    const wanted = new Set(Array.from({ length: random.int(1, 12) }, () => apps[draw(random, pull)]));
    const days = Math.min(120, (now.getTime() - user.createdAt.getTime()) / DAY_MS);
    for (const app of wanted) wish(user, app, now.getTime() - random.next() * days * DAY_MS);
  }
  return wishes;
}
