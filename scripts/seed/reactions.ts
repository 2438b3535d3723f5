import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { clamp, DAY_MS, exponential, HOUR_MS, logNormal } from './numbers';
import type { SeedReview } from './opinions';
import type { SeedOrganization } from './organizations';
import type { Membership, Person, Shopper } from './people/people';
import { sorry, thanks, wishes } from './reviews/responses';
import { withFeature } from './wording';

export interface SeedVote {
  review: SeedReview;
  user: Shopper;
  isHelpful: boolean;
  createdAt: Date;
}

export interface SeedResponse {
  review: SeedReview;
  organization: SeedOrganization;
  author: Person;
  body: string;
  createdAt: Date;
}

/** Votes on reviews that say something; the counts on the reviews follow them. */
export function makeVotes(now: Date, reviews: readonly SeedReview[], shoppers: readonly Shopper[]): SeedVote[] {
  const random = createRandom('votes');
  const votes: SeedVote[] = [];
  const fans = Map.groupBy(reviews, ({ app }) => app);
  for (const review of reviews) {
    if (!review.isVisible || review.body.length < 30) continue;
    const crowd = Math.sqrt(fans.get(review.app)?.length ?? 1) / 4;
    const substance = Math.min(1.8, review.body.length / 130);
    const wanted = Math.floor(clamp(logNormal(random, 0.9 * crowd * substance, 1), 0, 60));
    const share = clamp(0.55 + 0.2 * substance + (review.rating <= 2 ? -0.05 : 0.05), 0.2, 0.95);
    const voters = new Set<Shopper>();
    for (let i = 0; i < wanted; i += 1) {
      const user = random.pickFrom(shoppers, shoppers[0]);
      const from = Math.max(review.createdAt.getTime(), user?.createdAt.getTime() ?? 0);
      if (!user || user === review.user || voters.has(user) || from > now.getTime() - HOUR_MS) continue;
      voters.add(user);
      const isHelpful = random.chance(share);
      const createdAt = new Date(Math.floor(from + (now.getTime() - HOUR_MS - from) * random.next() ** 2 + 1000));
      votes.push({ review, user, isHelpful, createdAt });
      if (isHelpful) review.helpful += 1;
      else review.unhelpful += 1;
    }
  }
  return votes;
}

function answerTo(random: Random, review: SeedReview, organization: SeedOrganization): string {
  const lines = review.rating >= 5 ? thanks : review.rating >= 3 ? wishes : sorry;
  const label = random.pickFrom(review.app.features, { label: 'search', detail: '' }).label;
  const author = review.user.name.split(/[ ._]/)[0] ?? review.user.name;
  return withFeature(random.pickFrom(lines, ''), label)
    .replaceAll('{author}', author.charAt(0).toUpperCase() + author.slice(1))
    .replaceAll('{org}', organization.name)
    .replaceAll('{town}', organization.town)
    .replaceAll('{version}', review.appVersion ? nextPatch(review.appVersion) : 'the next version');
}

function nextPatch(version: string): string {
  const [major = '1', minor = '0', patch = '0'] = version.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}

/** Developers' answers: to complaints more often than to praise, and only from those who answer at all. */
export function makeResponses(
  now: Date,
  reviews: readonly SeedReview[],
  members: readonly Membership[],
): SeedResponse[] {
  const random = createRandom('responses');
  const writers = Map.groupBy(
    members.filter(({ role }) => role !== 'viewer'),
    ({ organization }) => organization,
  );
  const responses: SeedResponse[] = [];
  for (const review of reviews) {
    const { organization } = review.app;
    if (!review.isVisible || review.body.length < 25 || review.user.country === 'JP') continue;
    const likely = organization.answers * (review.rating <= 2 ? 2.2 : review.rating === 5 ? 0.6 : 1);
    if (!random.chance(clamp(likely, 0, 0.9))) continue;
    const at = review.createdAt.getTime() + 2 * HOUR_MS + exponential(random, 1.6) * DAY_MS;
    const author = random.pickFrom(writers.get(organization) ?? [], undefined)?.person;
    if (at > now.getTime() - 60_000 || !author) continue;
    const body = answerTo(random, review, organization);
    responses.push({ review, organization, author, body, createdAt: new Date(Math.floor(at)) });
  }
  return responses;
}
