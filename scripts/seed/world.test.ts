import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { demoCountries } from './apps';
import { makeBuild } from './builds';
import { addMonths } from './commerce';
import { encodeCell } from '@/lib/copy';
import { isPaid } from './ledger';
import { cumulate, draw, seededId, wilsonLower } from './numbers';
import { makeWorld } from './world';
import { createRandom } from '@/lib/catalog/artwork/random';

const now = new Date('2026-11-21T12:34:56Z');
const world = makeWorld(now);
const DAY_MS = 86_400_000;
const downloadsOf = new Map(world.totals.map(({ app, downloads }) => [app, downloads]));
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the demo store', () => {
  test('is the same for the same moment', { timeout: 60_000 }, () => {
    const digest = (at: Date) => {
      const { people, purchases, reviews, totals, deliveries } = makeWorld(at, 0.1);
      return JSON.stringify([
        people,
        purchases.map((purchase) => [
          purchase.id,
          purchase.user.id,
          purchase.app.slug,
          purchase.status,
          purchase.createdAt,
        ]),
        reviews.map((review) => [review.id, review.title, review.body, review.rating, review.status]),
        totals.map(({ app, ...rest }) => [app.slug, rest]),
        deliveries.map(({ id }) => id),
      ]);
    };
    expect(digest(now)).toBe(digest(now));
    expect(digest(now)).not.toBe(digest(new Date(now.getTime() + DAY_MS)));
  });

  test('has tens of thousands of purchases, over 12,000 reviews, and hits with hundreds of them', () => {
    expect(world.purchases.length).toBeGreaterThan(40_000);
    expect(world.purchases.length).toBeLessThan(65_000);
    expect(world.reviews.length).toBeGreaterThan(12_000);
    const counts = [...Map.groupBy(world.reviews, ({ app }) => app).values()].map(({ length }) => length);
    expect(counts.filter((count) => count > 150).length).toBeGreaterThan(10);
  });

  test.each(demoCountries)(
    'in %s, at least ten paid apps and five subscriptions are among the 100 most popular',
    (country) => {
      const local = new Map<(typeof world.apps)[number], number>();
      for (const row of world.downloads) {
        if (row.country === country) local.set(row.app, (local.get(row.app) ?? 0) + row.downloads);
      }
      const top = [...local]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 100)
        .map(([app]) => app);
      expect(top.filter(({ offer }) => offer.usdMinor > 0 && offer.period === null).length).toBeGreaterThanOrEqual(10);
      expect(top.filter(({ offer }) => offer.period !== null).length).toBeGreaterThanOrEqual(5);
    },
  );

  test('has few hits and a long tail', () => {
    const counts = [...downloadsOf.values()].sort((a, b) => b - a);
    const all = sum(counts);
    expect(sum(counts.slice(0, 42)) / all).toBeGreaterThan(0.4);
    expect(counts[0]! / counts[300]!).toBeGreaterThan(25);
    expect(sum(counts.slice(100)) / all).toBeGreaterThan(0.2);
  });

  test('is busier at weekends, games most of all', () => {
    const farmed = Map.groupBy(world.downloads, ({ day }) => day);
    const average = (isWeekend: boolean) => {
      const days = [...farmed].filter(([day]) => [0, 6].includes(new Date(day).getUTCDay()) === isWeekend);
      return (
        sum(
          days.flatMap(([, rows]) =>
            rows.filter(({ app }) => app.category === 'games').map(({ downloads }) => downloads),
          ),
        ) / days.length
      );
    };
    expect(average(true) / average(false)).toBeGreaterThan(1.2);
  });

  test('has nothing from the future, and nothing before its cause', () => {
    const released = new Map(world.apps.map((app) => [app, app.releasedAt?.getTime() ?? Number.POSITIVE_INFINITY]));
    for (const { user, app, createdAt, purchasedAt, refundedAt } of world.purchases) {
      expect(createdAt.getTime()).toBeGreaterThan(user.createdAt.getTime());
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(released.get(app)!);
      expect(Math.max(+createdAt, +(purchasedAt ?? 0), +(refundedAt ?? 0))).toBeLessThanOrEqual(now.getTime());
    }
    for (const { version, createdAt } of world.deliveries) {
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(version.releasedAt!.getTime());
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
    const owned = new Map(world.entitlements.map((one) => [`${one.user.id}${one.app.id}`, one.grantedAt]));
    for (const { user, app, createdAt } of world.reviews) {
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(owned.has(`${user.id}${app.id}`)).toBe(true);
    }
    for (const { review, createdAt } of [...world.votes, ...world.responses]) {
      expect(createdAt.getTime()).toBeGreaterThan(review.createdAt.getTime());
      expect(createdAt.getTime()).toBeLessThan(now.getTime());
    }
  });

  test('charges what the price of the country was at that moment, and nothing for a trial', () => {
    for (const { price, amountMinor, currency, user, createdAt, periodNumber } of world.purchases) {
      expect(price.country).toBe(user.country);
      expect(currency).toBe(price.currency);
      expect(price.validFrom.getTime()).toBeLessThanOrEqual(createdAt.getTime());
      expect(amountMinor).toBe(price.trialDays > 0 && periodNumber === 0 && amountMinor === 0 ? 0 : price.amountMinor);
    }
  });

  test('was attacked twice: by a review bomb and by a download farm', () => {
    const stars = world.reviews.filter(({ app, rating }) => app.name === 'Porchlight' && rating === 1);
    const burst = stars.filter(
      ({ createdAt }) =>
        now.getTime() - createdAt.getTime() > 16 * DAY_MS && now.getTime() - createdAt.getTime() < 19 * DAY_MS,
    );
    expect(burst.length).toBeGreaterThan(200);
    expect(burst.filter(({ isVisible }) => isVisible).length).toBeLessThan(burst.length / 3);
    const farm = world.downloads.filter(({ app }) => app.name === 'Lemon Squeezer');
    const byDay = [...Map.groupBy(farm, ({ day }) => day).values()]
      .map((rows) => sum(rows.map(({ downloads }) => downloads)))
      .sort((a, b) => b - a);
    expect(byDay[0]! / byDay[10]!).toBeGreaterThan(20);
    expect(sum(farm.map(({ deliveries }) => deliveries))).toBeLessThan(sum(byDay) / 4);
  });

  test('has reviews that are not one review', () => {
    const written = world.reviews
      .filter(({ body, status }) => body.length > 60 && status === 'approved')
      .map(({ body }) => body);
    expect(new Set(written).size / written.length).toBeGreaterThan(0.97);
    for (const { title, body } of world.reviews) {
      expect(`${title} ${body}`).not.toMatch(/[{}]|undefined|<[^>]*\/[^>]*>/);
      expect(title.length).toBeLessThanOrEqual(100);
    }
    for (const { body } of world.responses) expect(body).not.toMatch(/[{}]|undefined|<[^>]*\/[^>]*>/);
  });

  test('lets the demo shopper find a library, purchases of every fate and own reviews', () => {
    const { shopper } = world.demo;
    const own = world.purchases.filter(({ user }) => user === shopper);
    expect(new Set(own.map(({ status }) => status))).toEqual(new Set(['completed', 'failed', 'refunded']));
    expect(own.some(({ price }) => price.kind === 'subscription')).toBe(true);
    expect(own.filter(isPaid).length).toBeGreaterThanOrEqual(6);
    expect(world.reviews.filter(({ user }) => user === shopper).length).toBeGreaterThanOrEqual(5);
    const owner = world.members.find(({ person }) => person === world.demo.developer);
    expect(owner?.role).toBe('owner');
    expect(
      world.apps.filter(({ organization, status }) => organization === owner?.organization && status === 'listed')
        .length,
    ).toBeGreaterThanOrEqual(5);
  });
});

describe('what people keep for themselves', () => {
  test('hundreds of wishlists hold what their owners could have seen and do not own', () => {
    const owned = new Set(world.entitlements.map(({ user, app }) => `${user.id} ${app.id}`));
    expect(new Set(world.wishes.map(({ user }) => user)).size).toBeGreaterThan(200);
    expect(new Set(world.wishes.map(({ user, app }) => `${user.id} ${app.id}`)).size).toBe(world.wishes.length);
    for (const { user, app, createdAt } of world.wishes) {
      expect(owned.has(`${user.id} ${app.id}`)).toBe(false);
      expect(createdAt.getTime()).toBeGreaterThan(Math.max(user.createdAt.getTime(), app.releasedAt!.getTime()));
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  test('the demo shopper has a wishlist with something gone from the store, and news, some of it unread', () => {
    const { shopper } = world.demo;
    const wished = world.wishes.filter(({ user }) => user === shopper).map(({ app }) => app);
    expect(wished.length).toBeGreaterThanOrEqual(6);
    expect(wished.some(({ status }) => status !== 'listed')).toBe(true);
    const told = world.news.filter(({ user }) => user === shopper);
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(told.some(({ readAt }) => readAt === null) && told.some(({ readAt }) => readAt !== null)).toBe(true);
    expect(new Set(told.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
    for (const { createdAt, readAt } of told) {
      expect(createdAt.getTime()).toBeLessThan(now.getTime());
      if (readAt) expect(readAt.getTime()).toBeGreaterThan(createdAt.getTime());
    }
  });
});

describe('a build', () => {
  test('is a real archive of 4 to 60 KB, the same bytes every time', () => {
    const some = world.versions.filter((_, i) => i % 97 === 0);
    const sizes = some.map((version) => {
      const { bytes, sha256 } = makeBuild(version);
      expect(makeBuild({ ...version }).sha256).toBe(sha256);
      const files = unzipSync(bytes);
      expect(Object.keys(files).sort()).toEqual([
        'data/table.csv',
        'icon.svg',
        'index.html',
        'manifest.json',
        'readme.txt',
      ]);
      expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toMatchObject({ version: version.version });
      return bytes.byteLength;
    });
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(62_000);
    expect(new Set(sizes).size).toBeGreaterThan(sizes.length * 0.8);
  });

  test('has a key of its own', () => {
    expect(new Set(world.versions.map(({ storageKey }) => storageKey)).size).toBe(world.versions.length);
  });
});

describe('small parts', () => {
  test('cells are escaped as COPY wants them', () => {
    expect(encodeCell(null)).toBe('\\N');
    expect(encodeCell('a\tb\\c\nd')).toBe('a\\tb\\\\c\\nd');
    expect(encodeCell(['a "b"', 'c\\d', 'e,f'])).toBe('{"a \\\\"b\\\\"","c\\\\\\\\d","e,f"}');
    expect(encodeCell({ json: { text: 'x\ny' } })).toBe('{"text":"x\\\\ny"}');
    expect(encodeCell(false)).toBe('f');
  });

  test('months keep their anchor day', () => {
    const anchor = new Date('2026-01-31T10:00:00Z');
    expect(addMonths(anchor, 1).toISOString()).toBe('2026-02-28T10:00:00.000Z');
    expect(addMonths(anchor, 2).toISOString()).toBe('2026-03-31T10:00:00.000Z');
  });

  test('ids are version 7 and carry their moment', () => {
    const id = seededId(createRandom('x'), now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime());
  });

  test('draws follow the weights', () => {
    const random = createRandom('draws');
    const sums = cumulate([1, 0, 3]);
    const drawn = Array.from({ length: 4000 }, () => draw(random, sums));
    expect(drawn.includes(1)).toBe(false);
    expect(drawn.filter((i) => i === 2).length / drawn.length).toBeCloseTo(0.75, 1);
  });

  test('Wilson’s bound is cautious with few votes', () => {
    expect(wilsonLower(1, 1)).toBeLessThan(wilsonLower(50, 55));
    expect(wilsonLower(0, 0)).toBe(0);
  });
});
