import { describe, expect, test } from 'vitest';
import { isDatabaseAway } from '@/lib/errors';
import type { Consumer } from '@/lib/events/broker';
import { subscriptionsOf } from '@/lib/events/consume';
import type { Event } from '@/lib/events/events';
import { pgBossBroker } from '@/lib/events/pg-boss';
import { logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { writeReview } from '@/lib/reviews/write-review';
import { testDatabase } from '@/tests/database';
import { until } from '@/tests/events/messages';
import { createApp, createPurchase, createUser } from '@/tests/factories';
import {
  analysesOf,
  chooseVersion,
  DAY,
  deliver,
  eventOf,
  fingerprintsOf,
  good,
  integrityScene,
  statusOf,
  writePending,
  written,
} from '@/tests/integrity';
import { createOwner, eventsOf, starsOf } from '@/tests/reviews';
import { integrityHandlers } from './handlers';

const t = testDatabase();
const scene = integrityScene(t);

describe('a written review', () => {
  test('passes, shows, counts and is announced, with its analysis and every fact of its sentences', async () => {
    const { id } = await scene.write();
    await deliver(t.ctx(), written(id));
    expect(await statusOf(t, id)).toBe('approved');
    expect(await starsOf(t, scene.product.app.id)).toEqual({ kept: [4, 1], counted: [4, 1] });
    expect(await eventsOf(t, 'review.status_changed', id)).toEqual([{ reviewId: id, revision: 1, status: 'approved' }]);
    const [analysis, ...more] = await analysesOf(t, id);
    expect(more).toEqual([]);
    expect(analysis).toMatchObject({
      revision: 1,
      version: 2,
      action: 'approved',
      cause: 'written',
      model: expect.any(String),
      facts: { version: 2, reviews24h: 1, owns: true, isPaid: false, sameTextAccounts: 1, appReviews24h: 1 },
    });
    expect(analysis?.facts.ageDays).toBeCloseTo(400, 1);
    const [row] = await t.sql`select score from reviews where id = ${id}`;
    expect(row?.score).toBeCloseTo(analysis?.score ?? 0, 6);
  });

  test('waits for a moderator where it says little, comes from nobody known and from no owner', async () => {
    const { review, event } = await writePending(t, scene.product.app, { body: 'great app' });
    await deliver(t.ctx(), event);
    expect(await statusOf(t, review.id)).toBe('manual_review');
    const [row] = await t.sql`select queued_at, is_visible from reviews where id = ${review.id}`;
    expect(row).toMatchObject({ queued_at: expect.any(String), is_visible: false });
    expect(await starsOf(t, scene.product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
  });

  test('with stars alone has no fingerprint and asks no model', async () => {
    const { id } = await scene.write({ body: '' });
    await deliver(t.ctx(), written(id));
    expect(await analysesOf(t, id)).toMatchObject([{ model: null, signals: { originality: 1, content: 0.5 } }]);
    expect(await fingerprintsOf(t, id)).toEqual([]);
  });

  test('is decided within 2 s of being written, through the queue', async () => {
    const consumer: Consumer = await pgBossBroker({ databaseUrl: t.url, db: t.db, log: logger() }).consume(
      subscriptionsOf(integrityHandlers, { db: t.db, log: logger() }),
    );
    try {
      // The first one finds a cold process.
      await until(async () => (await statusOf(t, (await scene.write()).id)) === 'approved');
      const actor = await createOwner(t, scene.product, 400);
      const { id } = await scene.write({ body: `${good.body} And it is fast.` }, actor);
      const started = Date.now();
      await until(async () => (await statusOf(t, id)) !== 'pending');
      expect(Date.now() - started).toBeLessThan(2_000);
    } finally {
      await consumer.stop(5_000);
    }
  });

  test('is counted in the metric, once it is committed', async () => {
    const count = async () => {
      const { values } = await metrics.reviewsAnalyzed.get();
      return values.reduce((sum, { labels, value }) => sum + (labels.action === 'approved' ? value : 0), 0);
    };
    const before = await count();
    const { id } = await scene.write();
    await deliver(t.ctx(), written(id));
    await deliver(t.ctx(), written(id));
    expect(await count()).toBe(before + 1);
  });

  test('is scored by version 1 where the store chose that', async () => {
    await chooseVersion(t, 1);
    try {
      const { id } = await scene.write();
      await deliver(t.ctx(), written(id));
      expect(await analysesOf(t, id)).toMatchObject([{ version: 1, model: null, signals: { content: 1 } }]);
    } finally {
      await chooseVersion(t, 2);
    }
  });
});

describe('repeats and races', () => {
  test('the same event again, and another for the same revision, change nothing', async () => {
    const { id } = await scene.write();
    const event = written(id);
    await deliver(t.ctx(), event, event);
    await deliver(t.ctx(), event);
    await deliver(t.ctx(), eventOf('review.created', { reviewId: id, revision: 1 }));
    expect(await analysesOf(t, id)).toHaveLength(1);
    expect(await eventsOf(t, 'review.status_changed', id)).toHaveLength(1);
  });

  test('workers that score the same reviews of the same apps at once neither wait for each other nor score twice', async () => {
    const apps = [scene.product, await createApp(t.db), await createApp(t.db)];
    const events: Event<'review.created'>[] = [];
    for (let i = 0; i < 36; i += 1) {
      const one = apps[i % 3] ?? scene.product;
      const user = await createUser(t.db, { createdAt: new Date(Date.now() - 300 * DAY) });
      await createPurchase(t.db, { user, ...one });
      events.push(
        (await writePending(t, one.app, { user, rating: 5, body: `${good.body} For ${i} months now.` })).event,
      );
    }
    const workers = [events, events.toReversed(), events.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
    await Promise.all(
      workers.map(async (mine) => {
        for (let i = 0; i < mine.length; i += 9) await deliver(t.ctx(), ...mine.slice(i, i + 9));
      }),
    );
    const [row] = await t.sql`
      select count(*)::int as count, count(distinct review_id)::int as reviews from review_analyses
      where review_id = any(${events.map(({ payload }) => payload.reviewId)})`;
    expect(row).toEqual({ count: 36, reviews: 36 });
    for (const { app } of apps) {
      const { kept, counted } = await starsOf(t, app.id);
      expect(kept).toEqual(counted);
    }
  });

  test('one that cannot be scored keeps none of its batch from it', async () => {
    const before = await scene.write();
    const bad = await scene.write({}, await createOwner(t, scene.product, 400));
    const after = await scene.write({ body: `${good.body} Really.` }, await createOwner(t, scene.product, 400));
    await t.sql`delete from review_revisions where review_id = ${bad.id}`;
    await t.sql`alter table review_analyses add constraint broken check (review_id <> ${t.sql.unsafe(`'${bad.id}'`)}) not valid`;
    await t.sql`insert into review_revisions (review_id, revision, rating, body, created_at) values (${bad.id}, 1, 5, 'x', now())`;
    try {
      const failure = await deliver(t.ctx(), written(before.id), written(bad.id), written(after.id)).catch(
        (e: unknown) => e,
      );
      expect(failure).toBeInstanceOf(Error);
      expect(isDatabaseAway(failure)).toBe(false);
      expect(await statusOf(t, before.id)).toBe('approved');
      expect(await statusOf(t, bad.id)).toBe('pending');
      expect(await statusOf(t, after.id)).not.toBe('pending');
    } finally {
      await t.sql`alter table review_analyses drop constraint broken`;
    }
    await deliver(t.ctx(), written(bad.id));
    expect(await statusOf(t, bad.id)).not.toBe('pending');
  });
});

describe('an edit', () => {
  test('is scored as of when it was written; the event of the text before it does nothing', async () => {
    const { id } = await scene.write();
    const first = written(id);
    await scene.write({ rating: 2, body: 'The last update broke the search: a bug with folders of photos.' });
    await deliver(t.ctx(), first);
    expect(await statusOf(t, id)).toBe('pending');
    await deliver(t.ctx(), written(id, 2));
    expect(await analysesOf(t, id)).toMatchObject([{ revision: 2, cause: 'edited', facts: { reviews24h: 1 } }]);
    expect(await starsOf(t, scene.product.app.id)).toEqual({ kept: [2, 1], counted: [2, 1] });
  });

  test('months later counts what was written that day, itself included', async () => {
    const then = new Date(Date.now() - 90 * DAY);
    const review = await writeReview(t.ctx({ actor: scene.owner, now: then }), scene.product.app.id, good);
    await deliver(t.ctx({ now: then }), written(review.id));
    await scene.write({ body: 'Another text, of today, about a feature that was not there then.' });
    await deliver(t.ctx(), written(review.id, 2));
    const [first, second] = await analysesOf(t, review.id);
    expect(first?.facts.ageDays).toBeCloseTo(310, 0);
    expect(second?.facts).toMatchObject({ reviews24h: 1, appReviews24h: 1, usualDaily: 0, similarity: 0 });
    expect(second?.facts.ageDays).toBeCloseTo(400, 0);
    expect(second?.facts.firstReviewDays).toBeCloseTo(90, 0);
  });

  test('that would not pass waits for a moderator, and what others saw before it does not count meanwhile', async () => {
    const young = await createOwner(t, scene.product, 0.01);
    const { id } = await scene.write({}, young);
    await deliver(t.ctx(), written(id));
    expect(await statusOf(t, id)).toBe('approved');
    await t.sql`update entitlements set is_active = false, revoked_at = now() where user_id = ${young.userId}`;
    await scene.write({ rating: 1, body: 'great app' }, young);
    await deliver(t.ctx(), written(id, 2));
    expect(await statusOf(t, id)).toBe('manual_review');
    expect(await starsOf(t, scene.product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
  });
});
