import { createRandom } from '@/lib/catalog/artwork/random';
import { reportersToReopen } from '@/lib/reviews/rules';
import type { Attack } from './attacks';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { SeedReview } from './opinions';
import type { Shopper } from './people/people';

export interface SeedReviewReport {
  id: string;
  review: SeedReview;
  user: Shopper;
  reason: 'spam' | 'off_topic' | 'abusive' | 'fake' | 'outdated';
  createdAt: Date;
}

/** What brought reviews to the desk that no attack explains: three people who have been here for a while complained. */
export function makeReviewReports(
  now: Date,
  reviews: readonly SeedReview[],
  shoppers: readonly Shopper[],
  attacks: readonly Attack[],
): SeedReviewReport[] {
  const random = createRandom('review reports');
  const attackers = new Set(attacks.flatMap(({ crowd }) => crowd));
  const settled = shoppers.filter(({ createdAt }) => now.getTime() - createdAt.getTime() > 120 * DAY_MS);
  return reviews.flatMap((review) => {
    const isOnDesk = review.status === 'manual_review' || review.status === 'escalated';
    if (!isOnDesk || review.deletedAt !== null || attackers.has(review.user)) return [];
    const reason = random.weighted({ spam: 3, off_topic: 4, abusive: 2, fake: 3, outdated: 2 }, 'off_topic');
    const last = now.getTime() - random.range(0.2, 70) * HOUR_MS;
    const from = Math.max(review.createdAt.getTime() + 60_000, last - 5 * DAY_MS);
    const times = Array.from({ length: reportersToReopen }, () => from + random.next() * Math.max(last - from, 60_000));
    const people = new Set<Shopper>();
    while (people.size < Math.min(reportersToReopen, settled.length - 1)) {
      const user = random.pickFrom(settled, settled[0] as Shopper);
      if (user !== review.user) people.add(user);
    }
    return [...people].map((user, i): SeedReviewReport => {
      const createdAt = new Date(Math.floor(Math.min(times[i] ?? last, now.getTime() - 1000)));
      return { id: seededId(random, createdAt), review, user, reason, createdAt };
    });
  });
}
