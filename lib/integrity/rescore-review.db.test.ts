import { describe, expect, test } from 'vitest';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { deleteReview } from '@/lib/reviews/delete-review';
import { testDatabase } from '@/tests/database';
import { createApp, createPurchase, createUser } from '@/tests/factories';
import {
  analysesOf,
  DAY,
  deliver,
  eventOf,
  fingerprintsOf,
  good,
  integrityScene,
  MINUTE,
  statusOf,
  writePending,
  written,
} from '@/tests/integrity';
import { createOwner, starsOf } from '@/tests/reviews';
import { followRings } from './follow-rings';
import { scoreReview } from './score-review';

const t = testDatabase();
const scene = integrityScene(t);

describe('a refund', () => {
  const refund = async (userId: string, app = scene.product) => {
    const [row] = await t.sql`
      update purchases set status = 'refunded', refunded_at = now() where user_id = ${userId} and app_id = ${app.app.id} returning id`;
    await t.sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${row?.id}`;
    return eventOf('purchase.refunded', { purchaseId: row?.id, refundId: newId() });
  };

  test('scores the author’s review again, and what would not pass any more comes back to the desk, visible meanwhile', async () => {
    const young = await createOwner(t, scene.product, 2);
    const { id } = await scene.write({ body: 'I like the colours and that it opens quickly.' }, young);
    await deliver(t.ctx(), written(id));
    expect(await statusOf(t, id)).toBe('approved');
    const event = await refund(young.userId);
    await deliver(t.ctx(), event);
    await deliver(t.ctx(), event);
    const [before, after, ...more] = await analysesOf(t, id);
    expect(more).toEqual([]);
    expect(after).toMatchObject({ cause: 'refunded', signals: { verifiedPurchase: 0.3 }, facts: { owns: false } });
    expect(after?.score).toBeLessThan(before?.score ?? 0);
    expect(await statusOf(t, id)).toBe(after?.action === 'approved' ? 'approved' : 'manual_review');
    expect((await starsOf(t, scene.product.app.id)).kept).toEqual([4, 1]);
  });

  test('leaves what a moderator approved where it is, and scores what waits at once', async () => {
    const { id } = await scene.write({}, scene.owner);
    await deliver(t.ctx(), written(id));
    await t.sql`update reviews set body = 'x' where id = ${id}`;
    await t.sql`update review_revisions set body = 'great app' where review_id = ${id}`;
    await t.sql`insert into review_decisions (id, review_id, revision, decision, from_status, is_machine, created_at)
      values (${newId()}, ${id}, 1, 'approve', 'manual_review', false, now())`;
    await t.sql`update users set created_at = now() where id = ${scene.owner.userId}`;
    await deliver(t.ctx(), await refund(scene.owner.userId));
    expect((await analysesOf(t, id)).at(-1)).toMatchObject({ action: 'manual_review', cause: 'refunded' });
    expect(await statusOf(t, id)).toBe('approved');

    const other = await createOwner(t, scene.product, 400);
    const waiting = await scene.write({ body: `${good.body} Mostly.` }, other);
    await deliver(t.ctx(), await refund(other.userId));
    expect(await statusOf(t, waiting.id)).not.toBe('pending');
    await deliver(t.ctx(), written(waiting.id));
    expect(await analysesOf(t, waiting.id)).toHaveLength(1);
  });
});

describe('what is gone', () => {
  test('a deleted review is not scored, is counted by nothing, and is forgotten by what finds copies', async () => {
    const once = { body: 'Shelves, lending lists and a barcode scanner: all that a small library needs.' };
    const { id } = await scene.write(once);
    await deliver(t.ctx(), written(id));
    expect(await fingerprintsOf(t, id)).toHaveLength(1);
    await deleteReview(t.ctx({ actor: scene.owner }), scene.product.app.id);
    await deliver(t.ctx(), eventOf('review.deleted', { reviewId: id }));
    expect(await fingerprintsOf(t, id)).toEqual([]);
    expect(await scoreReview(t.ctx(), id, { cause: 'asked' })).toBeNull();
    const again = await scene.write(once);
    await deliver(t.ctx(), written(again.id));
    expect(await analysesOf(t, again.id)).toMatchObject([
      { signals: { originality: 1 }, facts: { similarity: 0, sameTextAccounts: 1, reviews24h: 1, appReviews24h: 1 } },
    ]);
  });

  test('of an erased account whose reviews stay only the last text can be recognised', async () => {
    const { id } = await scene.write();
    await deliver(t.ctx(), written(id));
    await scene.write({ body: 'Something else entirely, about a feature I miss.' });
    await deliver(t.ctx(), written(id, 2));
    expect(await fingerprintsOf(t, id)).toEqual([{ revision: 1 }, { revision: 2 }]);
    await deliver(t.ctx(), eventOf('account.erased', { userId: scene.owner.userId, reviews: 'keep' }));
    expect(await fingerprintsOf(t, id)).toEqual([{ revision: 2 }]);
  });

  test('scoring something that is no review does nothing', async () => {
    expect(await scoreReview(t.ctx(), newId(), { cause: 'asked' })).toBeNull();
    await deliver(t.ctx(), eventOf('review.created', { reviewId: newId(), revision: 1 }));
    await deliver(t.ctx(), eventOf('purchase.refunded', { purchaseId: newId(), refundId: newId() }));
  });
});

describe('a ring that reviews the same apps within a day of each other', () => {
  const praise = [
    'Lovely little thing, the shelf view is my favourite.',
    'Everything about it is smooth and I told my colleagues.',
    'So easy to set up, and the widget is pretty too.',
    'Best thing on my phone, quick and reliable each time.',
    'The reminders alone are worth having it around.',
    'Could not be happier with how it looks and works.',
  ];

  async function ringOfSix(): Promise<Event<'review.created'>[]> {
    const apps = [scene.product, await createApp(t.db), await createApp(t.db)];
    const ring = await Promise.all(praise.map(() => createUser(t.db, { createdAt: new Date(Date.now() - 20 * DAY) })));
    const events: Event<'review.created'>[] = [];
    for (const [a, one] of apps.entries()) {
      for (const [i, user] of ring.entries()) {
        await createPurchase(t.db, { user, ...one });
        const at = new Date(Date.now() - (10 - 3 * a) * DAY + i * 20 * MINUTE);
        const body = `${praise[(i + 2 * a) % 6]} ${a === 0 ? '' : newId().slice(-6)}`;
        events.push((await writePending(t, one.app, { user, at, rating: 5, body })).event);
      }
    }
    return events;
  }

  const statusesOf = (events: readonly Event<'review.created'>[]) =>
    Promise.all(events.map(({ payload }) => statusOf(t, payload.reviewId)));

  test('is seen from the third app on; then what passed of it comes back to the desk, once', async () => {
    const events = await ringOfSix();
    for (const event of events) await deliver(t.ctx(), event);
    const last = await analysesOf(t, events.at(-1)?.payload.reviewId ?? '');
    expect(last[0]?.facts.burst).toMatchObject({ companions: 5 });
    const second = await analysesOf(t, events[7]?.payload.reviewId ?? '');
    expect(second[0]?.facts.burst).toMatchObject({ companions: 0 });
    const before = await statusesOf(events);
    expect(before.slice(0, 12).filter((status) => status === 'approved').length).toBeGreaterThan(6);

    const { signal } = new AbortController();
    const counts = await Promise.all([followRings(t.ctx(), signal), followRings(t.ctx(), signal)]);
    expect(Math.max(...counts)).toBeGreaterThan(6);
    const after = await statusesOf(events);
    expect(after.filter((status) => status === 'approved').length).toBeLessThan(4);
    expect((await analysesOf(t, events[0]?.payload.reviewId ?? '')).at(-1)).toMatchObject({
      cause: 'burst',
      facts: { burst: { companions: 5, isBurst: false } },
    });
    expect(await followRings(t.ctx(), signal)).toBe(0);
  });

  test('is not made of people who like some of the same apps at other times', async () => {
    const apps = [scene.product, await createApp(t.db), await createApp(t.db)];
    const events: Event<'review.created'>[] = [];
    for (let i = 0; i < 6; i += 1) {
      const user = await createUser(t.db, { createdAt: new Date(Date.now() - 300 * DAY) });
      for (const [a, one] of apps.entries()) {
        await createPurchase(t.db, { user, ...one });
        const at = new Date(Date.now() - (90 - 12 * i - 4 * a) * DAY);
        events.push((await writePending(t, one.app, { user, at, rating: 4, body: `${praise[i]} Number ${a}.` })).event);
      }
    }
    for (const event of events) await deliver(t.ctx(), event);
    const last = await analysesOf(t, events.at(-1)?.payload.reviewId ?? '');
    expect(last[0]?.facts.burst).toMatchObject({ companions: 0 });
    expect(await followRings(t.ctx(), new AbortController().signal)).toBe(0);
  });
});
