import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { Platform } from '@/lib/catalog/schema';
import type { SeedEntitlement } from './commerce';
import { DAY_MS, exponential, seededId } from './numbers';
import type { Shopper } from './people/people';
import type { SeedVersion } from './versions';

export interface SeedDelivery {
  id: string;
  user: Shopper;
  version: SeedVersion;
  createdAt: Date;
}

/** The platform somebody takes an app for: phones first, the same one every time. */
function platformFor(user: Shopper, platforms: readonly Platform[]): Platform | undefined {
  return platforms[Math.floor(user.device * Math.min(2, platforms.length))];
}

/** The newest version out at a moment, on the person's own platform if there is one. */
export function versionAt(user: Shopper, versions: readonly SeedVersion[], at: number): SeedVersion | undefined {
  const platform = platformFor(user, versions[0]?.app.platforms ?? []);
  let best: SeedVersion | undefined;
  for (const version of versions) {
    if (version.releasedAt === null || version.releasedAt.getTime() > at) continue;
    const isBetter =
      best === undefined ||
      (version.platform === platform) > (best.platform === platform) ||
      ((version.platform === platform) === (best.platform === platform) &&
        version.releasedAt.getTime() > (best.releasedAt?.getTime() ?? 0));
    if (isBetter) best = version;
  }
  return best;
}

function times(random: Random, entitlement: SeedEntitlement, versions: readonly SeedVersion[], now: number): number[] {
  const from = entitlement.grantedAt.getTime();
  const until = entitlement.revokedAt?.getTime() ?? now;
  const found = random.chance(0.94) ? [from + (8 + exponential(random, 90)) * 1000] : [];
  if (found.length > 0) {
    if (random.chance(0.07)) found.push(from + exponential(random, 9) * DAY_MS);
    for (const { releasedAt } of versions) {
      const at = (releasedAt?.getTime() ?? 0) + exponential(random, 2.5) * DAY_MS;
      if (releasedAt !== null && releasedAt.getTime() > from && random.chance(0.13)) found.push(at);
    }
  }
  return found.filter((at) => at < until && at < now);
}

/** Who fetched which file when: most people once, some again on another device or for an update. */
export function makeDeliveries(
  now: Date,
  entitlements: readonly SeedEntitlement[],
  versions: ReadonlyMap<string, readonly SeedVersion[]>,
  fetchesNothing: ReadonlySet<Shopper>,
): SeedDelivery[] {
  const random = createRandom('deliveries');
  const deliveries: SeedDelivery[] = [];
  for (const entitlement of entitlements) {
    const { user, app } = entitlement;
    if (fetchesNothing.has(user)) continue;
    const own = versions.get(app.id) ?? [];
    for (const at of times(random, entitlement, own, now.getTime())) {
      const version = versionAt(user, own, at);
      if (version) deliveries.push({ id: seededId(random, at), user, version, createdAt: new Date(Math.floor(at)) });
    }
  }
  return deliveries;
}
