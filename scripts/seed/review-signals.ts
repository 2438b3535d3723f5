import { createRandom } from '@/lib/catalog/artwork/random';
import {
  BASELINE_DAYS,
  baselineOf,
  type Coordination,
  coordinationOf,
  type Mix,
  YOUNG_DAYS,
} from '@/lib/integrity/coordination';
import { loadShippedModel } from '@/lib/integrity/model/load-model';
import { predict } from '@/lib/integrity/model/predict';
import { type Analysis, scoreV2 } from '@/lib/integrity/rules';
import { comparedText, similarityOf, trigramsOf, trimmedBody } from '@/lib/integrity/text';
import type { Attack } from './attacks';
import type { SeedEntitlement } from './commerce';
import { DAY_MS, HOUR_MS, seededId } from './numbers';
import type { SeedReview } from './opinions';

export interface SeedBurst {
  id: string;
  app: SeedReview['app'];
  startedAt: Date;
  endedAt: Date;
  baseline: number;
  fiveStarShare: number;
  oneStarShare: number;
  reviewCount: number;
}

/** What scoring would have noted: closely about reviews that did not simply pass, roughly about those of late that did. */
export interface ReviewSignals {
  bursts: SeedBurst[];
  analyses: { id: string; review: SeedReview; analysis: Analysis; model: string | null }[];
  /** What similar texts are found by is cheap to make only for those that somebody will look at. */
  fingerprinted: SeedReview[];
}

type Sources = {
  now: Date;
  reviews: readonly SeedReview[];
  entitlements: readonly SeedEntitlement[];
  attacks: readonly Attack[];
};

/** Earlier texts of an app, the latest: the first start is not to wait for more. */
const mostCompared = 60;

/** What is public about moderation is of so many days. */
const PUBLIC_DAYS = 91;

const isFlagged = ({ status }: SeedReview) => status !== 'approved' && status !== 'pending';
const timeOf = ({ createdAt }: SeedReview) => createdAt.getTime();
const without = (text: string) => trimmedBody(text) === '';

/** Each distinct text is taken apart once: an attack has few. */
function textBook() {
  const known = new Map<string, { compared: string; trigrams: Set<string> }>();
  return (body: string) => {
    const found = known.get(body) ?? { compared: comparedText(body), trigrams: trigramsOf(body) };
    known.set(body, found);
    return found;
  };
}

function between(reviews: readonly SeedReview[], after: number, until: number): SeedReview[] {
  return reviews.filter((review) => timeOf(review) > after && timeOf(review) <= until);
}

export function makeReviewSignals({ now, reviews, entitlements, attacks }: Sources): ReviewSignals {
  const live = reviews.filter(({ deletedAt }) => deletedAt === null);
  const byApp = Map.groupBy(live, ({ app }) => app);
  const byAuthor = Map.groupBy(live, ({ user }) => user);
  const flagged = live.filter(isFlagged);
  const flaggedApps = new Set(flagged.map(({ app }) => app));
  const accounts = new Set(flagged.map(({ user }) => user));
  const owned = new Set(
    entitlements
      .filter(({ user, revokedAt }) => revokedAt === null && accounts.has(user))
      .map(({ user, app }) => `${user.id}${app.id}`),
  );
  const textsOf = textBook();
  const sameText = Map.groupBy(
    live.filter(({ app, body }) => flaggedApps.has(app) && !without(body)),
    ({ body }) => textsOf(body).compared,
  );
  const model = loadShippedModel();
  const bursts = attacks.flatMap((attack) => burstOf(attack, byApp.get(attack.app) ?? []));
  const random = createRandom('analyses');

  const mixOf = (list: readonly SeedReview[]): Mix => {
    const count = (of: (review: SeedReview) => boolean) => list.filter(of).length;
    const copies = Map.groupBy(
      list.filter(({ body }) => !without(body)),
      ({ body }) => textsOf(body).compared,
    );
    return {
      reviews: list.length,
      fiveStar: count(({ rating }) => rating === 5),
      oneStar: count(({ rating }) => rating === 1),
      young: count((review) => timeOf(review) - review.user.createdAt.getTime() < YOUNG_DAYS * DAY_MS),
      copied: [...copies.values()].filter((group) => group.length > 2).reduce((sum, group) => sum + group.length, 0),
    };
  };
  const coordinationAt = (list: readonly SeedReview[], at: number, burst: SeedBurst | undefined): Coordination => {
    const start = burst?.startedAt.getTime() ?? at - 7 * DAY_MS;
    return coordinationOf({
      windows: {
        hour: mixOf(between(list, at - HOUR_MS, at)),
        day: mixOf(between(list, at - DAY_MS, at)),
        week: mixOf(between(list, at - 7 * DAY_MS, at)),
      },
      baseline: burst?.baseline ?? baselineBefore(list, at - DAY_MS),
      usual: mixOf(between(list, start - 180 * DAY_MS, start).filter(({ isVisible }) => isVisible)),
      companions: 0,
    });
  };

  const wholes = new Map(
    bursts.map((burst) => [burst, coordinationAt(byApp.get(burst.app) ?? [], burst.endedAt.getTime(), burst)]),
  );
  const analyses = flagged.map((review) => {
    const at = timeOf(review);
    const here = byApp.get(review.app) ?? [];
    const day = between(here, at - DAY_MS, at);
    const mine = (byAuthor.get(review.user) ?? []).filter((other) => timeOf(other) <= at);
    const { compared, trigrams } = textsOf(review.body);
    const past = [...here.filter((other) => timeOf(other) < at).slice(-mostCompared), ...mine];
    const earlier = new Set(past.filter((other) => timeOf(other) < at).map(({ body }) => body));
    const burst = bursts.find(
      ({ app, startedAt, endedAt }) => app === review.app && at > startedAt.getTime() && at <= endedAt.getTime(),
    );
    const own = coordinationAt(here, at, burst);
    const whole = burst ? (wholes.get(burst) ?? own) : own;
    const isEmpty = without(review.body);
    const authors = (sameText.get(compared) ?? []).filter(
      (other) => Math.abs(timeOf(other) - at) < 30 * DAY_MS && (burst !== undefined || timeOf(other) <= at),
    );
    const analysis = scoreV2({
      text: review.body,
      authorReviews24h: between(mine, at - DAY_MS, at).length,
      accountAgeDays: (at - review.user.createdAt.getTime()) / DAY_MS,
      owns: owned.has(`${review.user.id}${review.app.id}`),
      app: {
        in24h: day.length,
        in28dBefore: between(here, at - 29 * DAY_MS, at - DAY_MS).length,
        gapsUnder60s: day.filter((other, i) => i > 0 && timeOf(other) - timeOf(day[i - 1] ?? other) < 60_000).length,
      },
      highestSimilarity: isEmpty
        ? 0
        : [...earlier].reduce((highest, body) => Math.max(highest, similarityOf(trigrams, textsOf(body).trigrams)), 0),
      modelScore: isEmpty ? null : predict(model, review.body).score,
      firstReviewDays: (at - Math.min(at, ...mine.map(timeOf))) / DAY_MS,
      isPaid: review.isPaid,
      coordination: burst ? { ...(own.value <= whole.value ? own : whole), isBurst: true } : own,
      sameTextAccounts: isEmpty ? 1 : Math.max(1, new Set(authors.map(({ user }) => user)).size),
    });
    // What nobody has seen and the machine finds fake does not wait for people.
    if (analysis.action === 'rejected' && !review.isVisible) review.status = 'rejected';
    return { id: seededId(random, at), review, analysis, model: isEmpty ? null : model.name };
  });
  const none = mixOf([]);
  const calm = coordinationOf({
    windows: { hour: none, day: none, week: none },
    baseline: 1,
    usual: none,
    companions: 0,
  });
  const passed = live.filter(
    (review) => review.status === 'approved' && now.getTime() - timeOf(review) < PUBLIC_DAYS * DAY_MS,
  );
  for (const review of passed) {
    const age = (timeOf(review) - review.user.createdAt.getTime()) / DAY_MS;
    const analysis = scoreV2({
      text: review.body,
      authorReviews24h: 1,
      accountAgeDays: age,
      owns: true,
      app: { in24h: 1, in28dBefore: 28, gapsUnder60s: 0 },
      highestSimilarity: 0,
      modelScore: null,
      firstReviewDays: age,
      isPaid: review.isPaid,
      coordination: calm,
      sameTextAccounts: 1,
    });
    analyses.push({ id: seededId(random, timeOf(review)), review, analysis, model: null });
  }
  const attacked = new Set(attacks.map(({ app }) => app));
  const fingerprinted = live.filter(
    (review) => !without(review.body) && (isFlagged(review) || attacked.has(review.app)),
  );
  return { bursts, analyses, fingerprinted };
}

function baselineBefore(reviews: readonly SeedReview[], until: number): number {
  const first = reviews.reduce((least, review) => Math.min(least, timeOf(review)), until);
  const days = Math.min(Math.ceil((until - first) / DAY_MS), BASELINE_DAYS);
  return baselineOf(
    Array.from({ length: days }, (_, i) => {
      const end = until - (days - 1 - i) * DAY_MS;
      return between(reviews, end - DAY_MS, end).length;
    }),
  );
}

/** An attack as it was recognised, with the hour before it. */
function burstOf({ app, reviews }: Attack, all: readonly SeedReview[]): SeedBurst[] {
  const times = reviews.filter(({ deletedAt }) => deletedAt === null).map(timeOf);
  if (times.length < 20) return [];
  const start = Math.min(...times) - HOUR_MS;
  const before = between(all, start - 180 * DAY_MS, start).filter(({ isVisible }) => isVisible);
  const share = (stars: number) => before.filter(({ rating }) => rating === stars).length / Math.max(before.length, 1);
  const endedAt = new Date(Math.max(...times));
  return [
    {
      id: seededId(createRandom(`burst:${app.slug}`), start),
      app,
      startedAt: new Date(start),
      endedAt,
      baseline: baselineBefore(all, start),
      fiveStarShare: share(5),
      oneStarShare: share(1),
      reviewCount: between(all, start, endedAt.getTime()).length,
    },
  ];
}
