import { createRandom } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import type { Shop } from './commerce';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { ReviewStatus, SeedReview } from './opinions';
import { makeCrowd, type Shopper } from './people/people';
import { bombTexts, bombTitles, farmTexts } from './reviews/campaigns';

export interface Attack {
  crowd: Shopper[];
  app: SeedApp;
  reviews: SeedReview[];
}

function review(
  random: ReturnType<typeof createRandom>,
  user: Shopper,
  app: SeedApp,
  version: string | null,
  at: number,
  text: Pick<SeedReview, 'rating' | 'title' | 'body'> & { status: ReviewStatus },
): SeedReview {
  const isVisible = text.status === 'approved';
  const createdAt = new Date(Math.floor(at));
  return {
    id: seededId(random, at),
    user,
    app,
    ...text,
    isVisible,
    appVersion: version,
    isPaid: false,
    helpful: 0,
    unhelpful: 0,
    createdAt,
    editedAt: null,
    deletedAt: null,
  };
}

/** A quarrel on the net: hundreds of accounts, hours old, take a free app to give it one star in their own few words. */
export function bombReviews(now: Date, shop: Shop, app: SeedApp, version: string | null, count: number): Attack {
  const random = createRandom('bomb');
  const crowd = makeCrowd(now, 'b', count, 18, ['US', 'GB', 'BR']);
  const reviews = crowd.flatMap((user, i) => {
    const got = user.createdAt.getTime() + random.range(1, 50) * 60_000;
    if (!shop.sell(user, app, new Date(Math.floor(got)))) return [];
    const at = got + random.range(0.05, 5) * HOUR_MS;
    // The first ones pass before the burst is recognised.
    const status = random.weighted(
      i < count * 0.12
        ? { approved: 6, manual_review: 2, rejected: 1 }
        : { approved: 0.6, manual_review: 2.4, rejected: 6 },
      'rejected',
    );
    const body = random.chance(0.75) ? random.pickFrom(bombTexts, '') : '';
    const shout = random.chance(0.25)
      ? body.toUpperCase()
      : random.chance(0.3)
        ? `${body} ${random.pickFrom(bombTexts, '')}`
        : body;
    const title = random.chance(0.4) ? random.pickFrom(bombTitles, '') : '';
    return [review(random, user, app, version, at, { rating: 1, title, body: shout, status })];
  });
  return { crowd, app, reviews };
}

/** Two nights of bought downloads: accounts in rows that take one app, never fetch the file, and leave some stars. */
export function farmDownloads(now: Date, shop: Shop, app: SeedApp, version: string | null, count: number): Attack {
  const random = createRandom('farm');
  const crowd = [
    ...makeCrowd(now, 'f', Math.ceil(count / 2), 9.2, ['US', 'BR']),
    ...makeCrowd(now, 'g', Math.floor(count / 2), 7.1, ['US', 'BR', 'DE']),
  ];
  const reviews = crowd.flatMap((user) => {
    const got = user.createdAt.getTime() + random.range(0.3, 4) * 60_000;
    if (!shop.sell(user, app, new Date(Math.floor(got))) || !random.chance(0.05)) return [];
    const status = random.weighted({ approved: 2, manual_review: 3, rejected: 5 }, 'rejected');
    const at = Math.min(now.getTime() - 4 * HOUR_MS, got + random.range(0.01, 0.8) * DAY_MS);
    return [
      review(random, user, app, version, at, { rating: 5, title: '', body: random.pickFrom(farmTexts, ''), status }),
    ];
  });
  return { crowd, app, reviews };
}
