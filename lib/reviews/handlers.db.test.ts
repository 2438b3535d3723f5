import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { appStats, reviewResponses, reviewRevisions, reviews, reviewVotes, users } from '@/db/schema';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createReview, createUser } from '@/tests/factories';
import { eventsOf } from '@/tests/reviews';
import { reviewHandlers } from './handlers';
import { listReviews } from './queries';
import { reviewsQuery } from './schema';

const t = testDatabase();

const erased = (userId: string, choice: 'delete' | 'keep'): Event => ({
  id: newId(),
  type: 'account.erased',
  occurredAt: new Date(),
  payload: { userId, reviews: choice },
});
const handle = async (...events: Event[]) => {
  for (const handler of reviewHandlers) {
    if (handler.event === 'account.erased') await handler.run(t.ctx(), events);
  }
};
const row = async (id: string) => (await t.db.select().from(reviews).where(eq(reviews.id, id)))[0]!;
const revisionsOf = (id: string) => t.db.select().from(reviewRevisions).where(eq(reviewRevisions.reviewId, id));
const stars = async (appId: string) => {
  const [stats] = await t.db.select().from(appStats).where(eq(appStats.appId, appId));
  return [stats?.ratingSum, stats?.ratingCount];
};

describe('when an account is erased', () => {
  test('its answers as a developer stay, from the organisation alone', async () => {
    const author = await createUser(t.db);
    const { app } = await createApp(t.db);
    const { id: reviewId } = await createReview(t.db, { app });
    await t.db.insert(reviewResponses).values({
      reviewId,
      organizationId: app.organizationId,
      authorId: author.id,
      body: 'Dear Ada',
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    await handle(erased(author.id, 'delete'));
    expect(await t.db.select().from(reviewResponses).where(eq(reviewResponses.reviewId, reviewId))).toMatchObject([
      { body: 'Dear Ada', authorId: null, organizationId: app.organizationId },
    ]);
    await t.db.delete(reviewResponses);
  });

  test('its reviews go with their words, answers and stars, where their author chose so', async () => {
    const user = await createUser(t.db);
    const { app } = await createApp(t.db, { stats: { ratingSum: 9, ratingCount: 2 } });
    const hidden = await createApp(t.db, { stats: { ratingSum: 5, ratingCount: 1 } });
    const shown = await createReview(t.db, { user, app }, { rating: 5 });
    const other = await createReview(t.db, { app }, { rating: 4 });
    const waiting = await createReview(t.db, { user, app: hidden.app }, { isVisible: false, status: 'manual_review' });
    const at = { createdAt: new Date(), updatedAt: new Date() };
    await t.db
      .insert(reviewResponses)
      .values({ reviewId: shown.id, organizationId: app.organizationId, body: 'Dear Ada', ...at });
    const event = erased(user.id, 'delete');
    await handle(event);
    for (const { id } of [shown, waiting]) {
      expect(await row(id)).toMatchObject({ title: '', body: '', isVisible: false, deletedAt: expect.any(Date) });
    }
    expect(await row(other.id)).toEqual(other);
    expect(await t.db.select().from(reviewResponses)).toEqual([]);
    expect(await stars(app.id)).toEqual([4, 1]);
    expect(await stars(hidden.app.id)).toEqual([5, 1]);
    expect(await revisionsOf(shown.id)).toMatchObject([{ title: '', body: '', appVersion: null }]);
    expect(await revisionsOf(other.id)).toHaveLength(1);
    await handle(event);
    await handle(erased(user.id, 'delete'));
    expect(await stars(app.id)).toEqual([4, 1]);
    expect(await eventsOf(t, 'review.deleted', shown.id)).toEqual([{ reviewId: shown.id }]);
  });

  test('what stays is what it wrote last, without the texts before', async () => {
    const user = await createUser(t.db);
    const { app } = await createApp(t.db);
    const { id } = await createReview(t.db, { user, app }, { revision: 2, body: 'Second' });
    await t.db
      .insert(reviewRevisions)
      .values({ reviewId: id, revision: 1, rating: 1, body: 'First', createdAt: new Date() });
    await handle(erased(user.id, 'keep'));
    const texts = (await revisionsOf(id)).map(({ revision, title, body }) => [revision, title + body]);
    expect(texts.sort()).toEqual([
      [1, ''],
      [2, 'GoodSecond'],
    ]);
  });

  test('its reviews stay, signed by a former customer, where their author chose so', async () => {
    const user = await createUser(t.db, { name: 'Erased account', erasedAt: new Date() });
    const { app } = await createApp(t.db, { stats: { ratingSum: 5, ratingCount: 1 } });
    await createReview(t.db, { user, app }, { rating: 5, body: 'Splendid.' });
    await handle(erased(user.id, 'keep'));
    const { items } = await listReviews(t.ctx(), app.id, reviewsQuery.parse({}));
    expect(items).toMatchObject([{ body: 'Splendid.', author: { name: 'A former customer' } }]);
    expect(await stars(app.id)).toEqual([5, 1]);
  });

  test('what it found helpful still counts, without saying whose vote it was', async () => {
    const user = await createUser(t.db);
    const { app } = await createApp(t.db);
    const review = await createReview(t.db, { app }, { helpfulCount: 3 });
    const vote = { reviewId: review.id, isHelpful: true, createdAt: new Date() };
    const stranger = await createUser(t.db);
    await t.db.insert(reviewVotes).values([
      { ...vote, userId: user.id },
      { ...vote, userId: stranger.id },
    ]);
    await handle(erased(user.id, 'keep'));
    expect(await t.db.select().from(reviewVotes)).toMatchObject([{ userId: stranger.id }]);
    expect(await row(review.id)).toMatchObject({ helpfulCount: 3 });
  });

  test('several at once are handled together, each as its person chose', async () => {
    const [goes, stays] = [await createUser(t.db), await createUser(t.db)];
    await t.db.update(users).set({ erasedAt: new Date() });
    const { app } = await createApp(t.db, { stats: { ratingSum: 8, ratingCount: 2 } });
    const gone = await createReview(t.db, { user: goes, app });
    const kept = await createReview(t.db, { user: stays, app });
    await handle(erased(goes.id, 'delete'), erased(stays.id, 'keep'));
    expect((await row(gone.id)).deletedAt).not.toBeNull();
    expect(await row(kept.id)).toEqual(kept);
    expect(await stars(app.id)).toEqual([4, 1]);
  });
});
