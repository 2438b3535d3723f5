import { type SeedApp, makeApps } from './apps';
import { bombReviews, farmDownloads } from './attacks';
import { makeCollections, type SeedCollection } from './collections';
import { openShop, type SeedEntitlement, type SeedPurchase } from './commerce';
import { makeDeliveries, type SeedDelivery, versionAt } from './deliveries';
import { demandOf, periodUntil } from './demand';
import { demoReviews, type DemoPeople, fillBaskets, joinOrganization, makeDemoPeople } from './demo-people';
import { makeCharges, makeLedger, makeRefunds, type SeedCharge, type SeedEntry, type SeedRefund } from './ledger';
import { makeMedia, type SeedMedia } from './media';
import { makeReviews, type SeedReview } from './opinions';
import { makeNews, type SeedNews } from './news';
import { DAY_MS } from './numbers';
import { makeOrganizations, type SeedOrganization } from './organizations';
import { makeMembers, makeShoppers, type Membership, type Person, type Shopper } from './people/people';
import { makePayouts, type SeedPayout } from './payouts';
import { makePrices, type SeedPrice } from './prices';
import { makeReports, type SeedReport } from './reports';
import { makeResponses, makeVotes, type SeedResponse, type SeedVote } from './reactions';
import { makeReviewReports, type SeedReviewReport } from './review-reports';
import { type SeedDecision, type SeedReviewAppeal, settleReviews } from './review-decisions';
import { makeReviewSignals, type ReviewSignals } from './review-signals';
import {
  type DownloadsRow,
  engagementOf,
  type EngagementRow,
  firstEntitlements,
  type RevenueRow,
  rollUpDownloads,
  rollUpRevenue,
  type Totals,
  totalsOf,
} from './rollups';
import { goShopping } from './shopping';
import { makeVersions, type SeedVersion } from './versions';
import { makeWishes, type SeedWish } from './wishes';

/** Everything the demo store holds; the same for the same moment and scale, but for passwords and files. */
export interface World {
  now: Date;
  organizations: SeedOrganization[];
  people: Person[];
  demo: DemoPeople;
  members: Membership[];
  apps: SeedApp[];
  versions: SeedVersion[];
  prices: SeedPrice[];
  media: SeedMedia[];
  collections: SeedCollection[];
  purchases: SeedPurchase[];
  entitlements: SeedEntitlement[];
  deliveries: SeedDelivery[];
  charges: SeedCharge[];
  refunds: SeedRefund[];
  payouts: SeedPayout[];
  ledger: SeedEntry[];
  reviews: SeedReview[];
  votes: SeedVote[];
  responses: SeedResponse[];
  signals: ReviewSignals;
  reviewReports: SeedReviewReport[];
  reviewDecisions: SeedDecision[];
  reviewAppeals: SeedReviewAppeal[];
  downloads: DownloadsRow[];
  revenue: RevenueRow[];
  engagement: EngagementRow[];
  totals: Totals[];
  wishes: SeedWish[];
  news: SeedNews[];
  reports: SeedReport[];
}

const groupById = <T>(items: readonly T[], idOf: (item: T) => string): Map<string, T[]> => Map.groupBy(items, idOf);

/** The day's first and newest releases are those of its versions. */
function withReleaseDates(
  apps: SeedApp[],
  versions: ReadonlyMap<string, readonly SeedVersion[]>,
): Map<SeedApp, number[]> {
  const released = new Map<SeedApp, number[]>();
  for (const app of apps) {
    const times = (versions.get(app.id) ?? []).flatMap(({ releasedAt }) => (releasedAt ? [releasedAt.getTime()] : []));
    const first = Math.min(app.releasedAt?.getTime() ?? Number.POSITIVE_INFINITY, ...times);
    if (app.releasedAt && times.length > 0) {
      // An app opens with its first platform.
      const opening = times.some((time) => time - first < 3 * 3_600_000) ? Math.min(...times) : first;
      app.releasedAt = new Date(opening);
    }
    released.set(
      app,
      [...new Set([app.releasedAt?.getTime() ?? 0, ...times])].filter((time) => time > 0).sort((a, b) => a - b),
    );
  }
  return released;
}

export function makeWorld(now: Date, scale = 1): World {
  const period = periodUntil(now);
  const everyOrganization = makeOrganizations(now);
  const apps = makeApps(now, everyOrganization, scale);
  const organizations = everyOrganization.filter(
    (one) => scale >= 1 || apps.some(({ organization }) => organization === one),
  );
  const versions = apps.flatMap((app) => makeVersions(app, now));
  const versionsOf = groupById(versions, ({ app }) => app.id);
  const released = withReleaseDates(apps, versionsOf);
  const prices = makePrices(apps, now);
  const collections = makeCollections(apps, now);

  const shop = openShop(
    now,
    groupById(prices, ({ appId }) => appId),
  );
  const shoppers = makeShoppers(now, Math.max(330, Math.round(4300 * scale)));
  const demo = makeDemoPeople(now);
  const { people: staff, members } = makeMembers(now, organizations);
  joinOrganization(demo, members);
  fillBaskets(now, shop, demo, apps);
  goShopping(period, shop, shoppers, apps, demandOf(period, apps, released, collections));

  const newest = (app: SeedApp) =>
    versionAt(demo.shopper, versionsOf.get(app.id) ?? [], now.getTime())?.version ?? null;
  const bombed = pickTarget(now, apps, 'Porchlight', (app) => app.isFlagship);
  const farmed = pickTarget(now, apps, 'Lemon Squeezer', (app) => app.category === 'games' && !app.isFlagship);
  const bomb = bombReviews(now, shop, bombed, newest(bombed), Math.max(40, Math.round(260 * scale)));
  const farm = farmDownloads(now, shop, farmed, newest(farmed), Math.max(80, Math.round(1300 * scale)));

  const { purchases, entitlements } = shop.sales;
  const bought = new Set<Shopper>(farm.crowd);
  const organised = new Set<Shopper>([...farm.crowd, ...bomb.crowd]);
  const demoPeople = new Set<Shopper>(Object.values(demo));
  const reviews = [
    ...makeReviews(now, entitlements, versionsOf, (user) => organised.has(user) || demoPeople.has(user)),
    ...demoReviews(now, demo, shop),
    ...bomb.reviews,
    ...farm.reviews,
  ].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const votes = makeVotes(now, reviews, shoppers);
  const responses = makeResponses(now, reviews, members);
  const deliveries = makeDeliveries(now, entitlements, versionsOf, bought);

  const firsts = Map.groupBy(firstEntitlements(entitlements), ({ app }) => app);
  const entitlementsOf = Map.groupBy(entitlements, ({ app }) => app);
  const reviewsOf = Map.groupBy(reviews, ({ app }) => app);
  const engagement = apps.map((app) => engagementOf(period, app, entitlementsOf.get(app) ?? [], bought));
  const totals = apps.map((app, i) => {
    const used = engagement[i] ?? engagementOf(period, app, [], bought);
    return totalsOf(app, now, firsts.get(app)?.length ?? 0, reviewsOf.get(app) ?? [], used);
  });

  const signals = makeReviewSignals({ now, reviews, entitlements, attacks: [bomb, farm] });
  const { moderator, admin } = demo;
  const settled = settleReviews({ now, reviews, signals, attackers: organised, moderator, admin });

  const refunds = makeRefunds(purchases, demo.admin.id);
  const ledger = makeLedger(purchases, refunds);
  const { payouts, entries } = makePayouts(now, ledger);

  return {
    now,
    organizations,
    people: [...staff, ...shoppers, ...bomb.crowd, ...farm.crowd, ...demoPeople],
    demo,
    members,
    apps,
    versions,
    prices,
    media: apps.flatMap(makeMedia),
    collections,
    purchases,
    entitlements,
    deliveries,
    charges: makeCharges(purchases),
    refunds,
    payouts,
    ledger: [...ledger, ...entries],
    reviews,
    votes,
    responses,
    signals,
    reviewReports: makeReviewReports(now, reviews, shoppers, [bomb, farm]),
    reviewDecisions: settled.decisions,
    reviewAppeals: settled.appeals,
    downloads: rollUpDownloads(entitlements, deliveries),
    revenue: rollUpRevenue(purchases),
    engagement: engagement.flatMap(({ rows }) => rows),
    totals,
    wishes: makeWishes(now, demo, shoppers, apps, entitlements),
    news: makeNews(now, demo, { purchases, entitlements, versions, responses }),
    reports: makeReports(now, apps, shoppers),
  };
}

function pickTarget(now: Date, apps: readonly SeedApp[], name: string, otherwise: (app: SeedApp) => boolean): SeedApp {
  const before = now.getTime() - 40 * DAY_MS;
  const fits = (app: SeedApp) =>
    app.offer.usdMinor === 0 && app.status === 'listed' && app.releasedAt !== null && app.releasedAt.getTime() < before;
  const target = apps.find((app) => app.name === name && fits(app)) ?? apps.find((app) => fits(app) && otherwise(app));
  if (!target) throw new Error('no free app to attack');
  return target;
}
