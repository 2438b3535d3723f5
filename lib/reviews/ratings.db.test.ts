import { beforeEach, describe, expect, it, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createApp, type CreatedApp, createReview, createVersion } from '@/tests/factories';
import { starsOf } from '@/tests/reviews';
import { reviewJobs } from './jobs';
import { getRatings } from './ratings';

const t = testDatabase();
let product: CreatedApp;
const day = 86_400_000;
const make = (rating: number, values: object = {}) => createReview(t.db, product, { rating, ...values });
const read = (range: 'all' | '30d' | 'version' = 'all') => getRatings(t.ctx(), product.app.id, range);

beforeEach(async () => {
  product = await createApp(t.db);
});

describe('the ratings of an app', () => {
  it('have no average below five, and say how many of the reviews count', async () => {
    for (const rating of [5, 4, 4, 1]) await make(rating);
    await make(1, { status: 'rejected', isVisible: false });
    await make(1, { status: 'manual_review', isVisible: true });
    await make(1, { isVisible: false, deletedAt: new Date() });
    const histogram = { '1': 2, '2': 0, '3': 0, '4': 2, '5': 1 };
    expect(await read()).toEqual({
      range: 'all',
      version: null,
      average: 3,
      count: 5,
      histogram,
      counted: 5,
      total: 6,
    });
    await t.sql`update reviews set is_visible = false, status = 'rejected' where app_id = ${product.app.id} and rating = 5`;
    expect(await read()).toMatchObject({ average: null, count: 4, counted: 4, total: 6 });
  });

  it('of all time take in what was imported, which has no stars', async () => {
    await t.sql`update app_stats set imported_rating_sum = 40, imported_rating_count = 10 where app_id = ${product.app.id}`;
    for (const rating of [5, 5]) await make(rating);
    expect(await read()).toMatchObject({ average: 4.17, count: 12, counted: 2, total: 2 });
    expect(await read('30d')).toMatchObject({ average: null, count: 2 });
  });

  it('are of the last 30 days, or of the present version, where that is asked for', async () => {
    await createVersion(t.db, product.app, { version: '2.0.0', releasedAt: new Date() });
    for (let i = 0; i < 5; i += 1) await make(5, { createdAt: new Date(Date.now() - 31 * day), appVersion: '1.0.0' });
    for (let i = 0; i < 5; i += 1) await make(2, { appVersion: i < 3 ? '2.0.0' : '1.0.0' });
    expect(await read()).toMatchObject({ average: 3.5, count: 10 });
    expect(await read('30d')).toMatchObject({ average: 2, count: 5, histogram: { '2': 5, '5': 0 } });
    expect(await read('version')).toMatchObject({ version: '2.0.0', average: null, count: 3, total: 3 });
  });

  it('are empty for an app without versions or reviews', async () => {
    await t.sql`update app_versions set state = 'removed' where app_id = ${product.app.id}`;
    for (const range of ['all', '30d', 'version'] as const) {
      expect(await read(range)).toMatchObject({ version: null, average: null, count: 0, counted: 0, total: 0 });
    }
  });
});

test('the nightly check mends what differs from the reviews, and says how many apps and which', async () => {
  const [job] = reviewJobs;
  const run = () => job!.run(t.ctx(), new AbortController().signal);
  await t.sql`update app_stats set rating_sum = 0, rating_count = 0`;
  await t.sql`update reviews set is_visible = false, status = 'rejected'`;
  const right = await createApp(t.db, {
    stats: { ratingSum: 4, ratingCount: 1, importedRatingSum: 9, importedRatingCount: 3 },
  });
  await createReview(t.db, right);
  await make(5);
  await make(3, { status: 'rejected', isVisible: false });
  await t.sql`update app_stats set rating_sum = 44, rating_count = 9 where app_id = ${product.app.id}`;
  expect(await run()).toMatch(new RegExp(`^\\d+ apps counted, 1 differed and were mended: ${product.app.slug}$`));
  expect(await starsOf(t, product.app.id)).toEqual({ kept: [5, 1], counted: [5, 1] });
  expect(await starsOf(t, right.app.id)).toEqual({ kept: [4, 1], counted: [4, 1] });
  expect(await run()).toMatch(/, none differed$/);
});
