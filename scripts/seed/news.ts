import type { News } from '@/lib/accounts/notify';
import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { SeedEntitlement, SeedPurchase } from './commerce';
import { type DemoPeople, demoRoles } from './demo-people';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { Shopper } from './people/people';
import type { SeedResponse } from './reactions';
import type { SeedVersion } from './versions';

/** A notification of a demo person; `readAt` is null while it is new. */
export type SeedNews = Pick<News, 'kind' | 'data' | 'href'> & {
  id: string;
  user: Shopper;
  createdAt: Date;
  readAt: Date | null;
};

type Told = Omit<SeedNews, 'id' | 'readAt'>;

/** Of each kind. */
const mostTold = 3;
/** Anything younger has not been read yet. */
const unreadMs = 3.5 * DAY_MS;

/** What the bells of the demo people show: the newest of what they bought, of updates and of answers to reviews. */
export function makeNews(
  now: Date,
  demo: DemoPeople,
  world: {
    purchases: readonly SeedPurchase[];
    entitlements: readonly SeedEntitlement[];
    versions: readonly SeedVersion[];
    responses: readonly SeedResponse[];
  },
): SeedNews[] {
  const random = createRandom('news');
  return demoRoles.flatMap((role) => {
    const user = demo[role];
    const told = [
      ...newest(world.purchases.filter((one) => one.user === user).flatMap(boughtNews)),
      ...newest(updatesFor(user, world.entitlements, world.versions)),
      ...newest(world.responses.filter(({ review }) => review.user === user).flatMap((one) => answerNews(user, one))),
    ];
    return told
      .filter(({ createdAt }) => createdAt < now)
      .map((one) => {
        const at = one.createdAt.getTime();
        const isRead = now.getTime() - at > unreadMs;
        const readAt = isRead ? new Date(Math.floor(at + random.range(0.2, 20) * HOUR_MS)) : null;
        return { ...one, id: seededId(random, at), readAt };
      });
  });
}

const newest = (told: Told[]) => told.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, mostTold);

const about = (app: SeedApp) => ({ appId: app.id, app: app.name });

function boughtNews({ id, user, app, status, purchasedAt, periodNumber }: SeedPurchase): Told[] {
  if (status !== 'completed' || purchasedAt === null || periodNumber > 0) return [];
  return [{ user, kind: 'purchase_completed', data: about(app), href: `/purchases/${id}`, createdAt: purchasedAt }];
}

/** The newest release of each app that somebody has, where it came out after they got it. */
function updatesFor(user: Shopper, entitlements: readonly SeedEntitlement[], versions: readonly SeedVersion[]): Told[] {
  const mine = entitlements.filter((one) => one.user === user && one.revokedAt === null && one.app.status === 'listed');
  const since = new Map(mine.map(({ app, grantedAt }) => [app.id, grantedAt]));
  const latest = new Map<string, { app: SeedApp; version: string; at: Date }>();
  for (const { app, version, state, releasedAt } of versions) {
    const from = since.get(app.id);
    if (state !== 'released' || !releasedAt || !from || releasedAt <= from) continue;
    const known = latest.get(app.id);
    if (!known || known.at < releasedAt) latest.set(app.id, { app, version, at: releasedAt });
  }
  return [...latest.values()].map(({ app, version, at }) => ({
    user,
    kind: 'app_updated',
    data: { ...about(app), version },
    href: `/apps/${app.slug}`,
    createdAt: at,
  }));
}

function answerNews(user: Shopper, { review, organization, createdAt }: SeedResponse): Told[] {
  const { app } = review;
  if (app.status !== 'listed' || !review.isVisible) return [];
  const data = { ...about(app), developer: organization.name };
  return [{ user, kind: 'review_answered', data, href: `/apps/${app.slug}#reviews`, createdAt }];
}
