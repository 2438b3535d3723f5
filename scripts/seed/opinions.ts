import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { SeedEntitlement } from './commerce';
import { versionAt } from './deliveries';
import { clamp, DAY_MS, exponential, HOUR_MS, seededId } from './numbers';
import type { Shopper } from './people/people';
import { abusiveTexts, spamTexts } from './reviews/campaigns';
import { reviewWriter, type Written } from './reviews/write';
import type { SeedVersion } from './versions';

export type ReviewStatus = 'pending' | 'approved' | 'manual_review' | 'escalated' | 'rejected' | 'appealed';

export interface SeedReview extends Written {
  id: string;
  user: Shopper;
  app: SeedApp;
  rating: number;
  status: ReviewStatus;
  isVisible: boolean;
  appVersion: string | null;
  isPaid: boolean;
  helpful: number;
  unhelpful: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

/** Stars from somebody who is content or not: few are in between. */
export function starsFor(random: Random, quality: number): number {
  const isContent = random.chance(clamp((quality - 1.95) / 2.66, 0.02, 0.99));
  const stars = isContent
    ? random.weighted({ '5': 68, '4': 25, '3': 7 }, '5')
    : random.weighted({ '1': 46, '2': 22, '3': 23, '4': 9 }, '1');
  return Number(stars);
}

/** Some updates go wrong: for a week, those who have the version say so. */
function stumbles(app: SeedApp, versions: readonly SeedVersion[], now: Date): { from: number; until: number } | null {
  const random = createRandom(`stumble:${app.slug}`);
  const recent = versions.filter(({ releasedAt }) => releasedAt && now.getTime() - releasedAt.getTime() < 85 * DAY_MS);
  const bad = random.pickFrom(recent, undefined);
  if (!bad?.releasedAt || !random.chance(0.09)) return null;
  const from = bad.releasedAt.getTime();
  return { from, until: from + 8 * DAY_MS };
}

function fate(random: Random, age: number): Pick<SeedReview, 'status' | 'isVisible'> {
  if (age < 3 * HOUR_MS) return { status: 'pending', isVisible: false };
  const status = random.weighted(
    { approved: 968, manual_review: 16, rejected: 12, escalated: 2, appealed: 2 },
    'approved',
  );
  const isUnderAnotherLook = (status === 'manual_review' || status === 'escalated') && random.chance(0.35);
  return { status, isVisible: status === 'approved' || isUnderAnotherLook };
}

/** What owners think of what they have: on the hits hundreds of reviews, on the long tail a handful. */
export function makeReviews(
  now: Date,
  entitlements: readonly SeedEntitlement[],
  versions: ReadonlyMap<string, readonly SeedVersion[]>,
  isSilent: (user: Shopper, app: SeedApp) => boolean,
): SeedReview[] {
  const random = createRandom('reviews');
  const reviews: SeedReview[] = [];
  const seen = new Set<string>();
  const byApp = Map.groupBy(entitlements, ({ app }) => app);
  for (const [app, own] of byApp) {
    const write = reviewWriter(app, now);
    const released = versions.get(app.id) ?? [];
    const stumble = stumbles(app, released, now);
    for (const { user, grantedAt, isPaid } of own) {
      if (isSilent(user, app) || !random.chance(clamp(0.33 * user.candour, 0, 0.85))) continue;
      const at = grantedAt.getTime() + 150_000 + exponential(random, random.chance(0.3) ? 0.15 : 7) * DAY_MS;
      const key = `${user.id}:${app.id}`;
      if (at >= now.getTime() - 30_000 || seen.has(key)) continue;
      seen.add(key);
      const version = versionAt(user, released, at)?.version ?? null;
      const isStumbling = stumble !== null && at > stumble.from && at < stumble.until;
      const rating = starsFor(random, app.quality - (isStumbling ? 1.3 : 0));
      const createdAt = new Date(Math.floor(at));
      const { status, isVisible } = fate(random, now.getTime() - at);
      const isMute = random.chance(rating === 5 ? 0.36 : rating === 4 ? 0.3 : 0.2);
      const written = isMute
        ? { title: '', body: '' }
        : write({ random, rating, country: user.country, version: version ?? '1.0.0' });
      const nonsense = status === 'rejected' ? random.pickFrom(random.chance(0.8) ? spamTexts : abusiveTexts, '') : '';
      const deletedAt = random.chance(0.006)
        ? new Date(Math.min(now.getTime() - 1000, at + random.range(0.1, 9) * DAY_MS))
        : null;
      const isEdited = status === 'approved' && !isMute && random.chance(0.028);
      reviews.push({
        id: seededId(random, at),
        user,
        app,
        rating,
        ...(nonsense === '' ? written : { title: '', body: nonsense }),
        status,
        isVisible: isVisible && deletedAt === null,
        appVersion: version,
        isPaid,
        helpful: 0,
        unhelpful: 0,
        createdAt,
        editedAt: isEdited ? new Date(Math.min(now.getTime() - 1000, at + random.range(0.2, 20) * DAY_MS)) : null,
        deletedAt,
      });
    }
  }
  return reviews;
}
