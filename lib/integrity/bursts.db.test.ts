import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { writtenEventId } from '@/lib/reviews/event-id';
import { generatedCorpus } from '@/scripts/integrity/generate';
import { testDatabase } from '@/tests/database';
import { type CreatedApp, createApp, createPurchase, createReview, createUser } from '@/tests/factories';
import { analysesOf, chooseVersion, DAY, deliver, HOUR, MINUTE, statusOf, writePending } from '@/tests/integrity';
import { starsOf } from '@/tests/reviews';
import { followBursts } from './bursts';
import { sweepForgotten } from './sweep';

const t = testDatabase();
const start = new Date(Date.now() - 2 * DAY);
const later = (ms: number) => new Date(start.getTime() + ms);
const signal = new AbortController().signal;
const follow = (at: Date) => followBursts(t.ctx({ now: at }), signal);
let product: CreatedApp;

const said = [
  'Keeps my receipts in order; the export to my accountant is one tap since the last update.',
  'I compared four of these. This one reads crumpled paper and asks when it is unsure.',
  'Search by amount is what I needed. The colours are a matter of taste.',
  'Works without a connection on the train, and sorts itself out afterwards.',
  'There was a bug with foreign currencies; support wrote back and the next version solved it.',
  'My husband and I share a folder. Sometimes it takes a minute until he sees what I scanned.',
];

/** Ordinary reviews over three months: one every three days, by people of long standing. */
async function ordinaryHistory(): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const createdAt = new Date(start.getTime() - (90 - 3 * i) * DAY);
    const user = await createUser(t.db, { createdAt: new Date('2024-01-01') });
    await createReview(
      t.db,
      { app: product.app, user },
      { rating: 3 + (i % 3), body: `${said[i % 6]} ${i}`, createdAt },
    );
  }
  await t.sql`update app_stats s set (rating_sum, rating_count) =
    (select sum(rating), count(*) from reviews where app_id = s.app_id) where app_id = ${product.app.id}`;
}

/** One star each from accounts of the same day, five minutes apart; they have the app, which is free. */
async function attack(count: number, { from = 0, body = (i: number) => `Never again ${i}` } = {}) {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = later(from + i * 5 * MINUTE);
    const user = await createUser(t.db, { createdAt: new Date(at.getTime() - 2 * HOUR) });
    await createPurchase(t.db, { user, ...product });
    const { review, event } = await writePending(t, product.app, { user, at, rating: 1, body: body(i) });
    await deliver(t.ctx({ now: at }), event);
    ids.push(review.id);
  }
  return ids;
}

const burstsOf = () => t.sql`
  select id, to_json(started_at) #>> '{}' as started_at, ended_at, baseline, review_count, rescoring_since, one_star_share
  from review_bursts where app_id = ${product.app.id} order by started_at`;
const statuses = (ids: string[]) => Promise.all(ids.map((id) => statusOf(t, id)));

beforeAll(() => chooseVersion(t, 2));
beforeEach(async () => {
  await t.sql`update review_bursts set ended_at = started_at where ended_at is null`;
  product = await createApp(t.db, { releasedAt: new Date('2025-01-01') });
  await ordinaryHistory();
});

describe('a burst', () => {
  test('is recognised, with what was usual before it, and what had passed is scored again and comes back to the desk', async () => {
    const ids = await attack(24);
    const [burst, ...others] = await burstsOf();
    expect(others).toEqual([]);
    expect(burst).toMatchObject({ baseline: 0, ended_at: null, review_count: 0, rescoring_since: null });
    expect(new Date(burst?.started_at).getTime()).toBeLessThan(start.getTime());
    const before = await statuses(ids);
    expect(before[0]).toBe('approved');
    expect(before.at(-1)).not.toBe('approved');

    const now = later(2 * HOUR);
    const passed = ids.filter((_, i) => before[i] === 'approved');
    expect(await follow(now)).toMatchObject({ ended: 0, rescored: passed.length });
    expect(await statuses(passed)).toEqual(passed.map(() => 'manual_review'));
    const [row] = await t.sql`select is_visible from reviews where id = ${ids[0] ?? ''}`;
    expect(row).toEqual({ is_visible: true });
    const [first, again] = await analysesOf(t, ids[0] ?? '');
    expect(first?.facts.burst).toMatchObject({ isBurst: false, count: 1 });
    expect(again).toMatchObject({ cause: 'burst', facts: { burst: { isBurst: true } } });
    expect(again?.facts.burst?.count).toBeGreaterThan(10);
    expect((await burstsOf())[0]).toMatchObject({ review_count: 24, rescoring_since: null });
    const { kept, counted } = await starsOf(t, product.app.id);
    expect(kept).toEqual(counted);
  });

  test('is scored again when it has doubled, not before', async () => {
    await attack(24);
    await follow(later(2 * HOUR));
    const ordinary = await writePending(t, product.app, {
      at: later(2 * HOUR + MINUTE),
      user: await createUser(t.db, { createdAt: new Date('2024-01-01') }),
      rating: 4,
      body: said.join(' '),
    });
    await createPurchase(t.db, { user: { id: ordinary.review.userId }, ...product });
    await deliver(t.ctx({ now: later(2 * HOUR) }), ordinary.event);
    expect(await statusOf(t, ordinary.review.id)).toBe('approved');
    expect(await follow(later(3 * HOUR))).toEqual({ rescored: 0, ended: 0 });
    await attack(24, { from: 3 * HOUR });
    const { rescored } = await follow(later(6 * HOUR));
    expect(rescored).toBeGreaterThan(0);
    expect((await analysesOf(t, ordinary.review.id)).map(({ cause }) => cause)).toEqual(['written', 'burst']);
    expect(await statusOf(t, ordinary.review.id)).toBe('approved');
    expect((await burstsOf())[0]).toMatchObject({ review_count: 49, baseline: 0 });
  });

  test('cannot raise its own baseline, however long it lasts', async () => {
    await attack(24);
    for (let day = 1; day <= 6; day += 1) await attack(8, { from: day * DAY });
    const bursts = await burstsOf();
    expect(bursts).toHaveLength(1);
    expect(bursts[0]?.baseline).toBe(0);
    const [row] = await t.sql`select id from reviews where app_id = ${product.app.id} order by created_at desc limit 1`;
    const [last] = await analysesOf(t, row?.id);
    expect(last?.facts.burst).toMatchObject({ isBurst: true, expected: expect.any(Number) });
  });

  test('rejects what is new in it and copied, by other means than the score', async () => {
    const text = 'They sold my data and the support lied to me about it, uninstall this while you can.';
    const ids = await attack(30, { body: () => text });
    const all = await statuses(ids);
    expect(all.at(-1)).toBe('rejected');
    expect((await analysesOf(t, ids.at(-1) ?? ''))[0]).toMatchObject({
      action: 'rejected',
      facts: { similarity: 1, burst: { isBurst: true } },
    });
    await follow(later(3 * HOUR));
    const [, again] = await analysesOf(t, ids[0] ?? '');
    // Nobody could see that it was the first of many.
    expect(again).toMatchObject({ action: 'rejected', facts: { sameTextAccounts: 30 } });
    // The machine takes away nothing that people have seen.
    expect(await statusOf(t, ids[0] ?? '')).toBe('manual_review');
  });

  test('leaves alone what a moderator decided', async () => {
    const ids = await attack(24);
    const [approved = '', rejected = ''] = ids;
    await t.sql`insert into review_decisions (id, review_id, revision, decision, from_status, is_machine, created_at)
      values (${newId()}, ${approved}, 1, 'approve', 'manual_review', false, now())`;
    await t.sql`update reviews set status = 'rejected', is_visible = false where id = ${rejected}`;
    await follow(later(2 * HOUR));
    expect(await statusOf(t, approved)).toBe('approved');
    expect(await statusOf(t, rejected)).toBe('rejected');
    expect((await analysesOf(t, approved)).at(-1)).toMatchObject({ cause: 'burst', action: 'manual_review' });
  });

  test('is gone on with where a look was interrupted', async () => {
    await attack(24);
    const stopping = new AbortController();
    stopping.abort();
    await t.sql`update review_bursts set rescoring_since = now() where app_id = ${product.app.id}`;
    expect(await followBursts(t.ctx({ now: later(2 * HOUR) }), stopping.signal)).toEqual({ rescored: 0, ended: 0 });
    const { rescored } = await follow(later(2 * HOUR));
    expect(rescored).toBeGreaterThan(0);
    expect(await follow(later(2 * HOUR))).toEqual({ rescored: 0, ended: 0 });
  });

  test('followed by two workers at once is scored again once, and ends once', async () => {
    const ids = await attack(24);
    await Promise.all([follow(later(2 * HOUR)), follow(later(2 * HOUR))]);
    expect((await statuses(ids)).filter((status) => status === 'approved')).toEqual([]);
    const ends = await Promise.all([follow(later(20 * DAY)), follow(later(20 * DAY))]);
    expect(ends.map(({ ended }) => ended).toSorted()).toEqual([0, 1]);
  });

  test('is over when nothing is out of the ordinary any more; the next one is another', async () => {
    await attack(24);
    await follow(later(2 * HOUR));
    expect(await follow(later(5 * DAY))).toMatchObject({ ended: 0 });
    expect(await follow(later(9 * DAY))).toMatchObject({ ended: 1 });
    const [burst] = await burstsOf();
    expect(burst?.ended_at).not.toBeNull();
    await attack(20, { from: 12 * DAY });
    expect(await burstsOf()).toHaveLength(2);
    expect((await burstsOf())[1]).toMatchObject({ baseline: 0, ended_at: null });
    // What was held the first time has not become usual.
    expect((await burstsOf())[1]?.one_star_share).toBeLessThan(0.5);
  });

  test('of ordinary reviews by people of long standing keeps none of them back', async () => {
    const genuine = generatedCorpus('rush').examples.flatMap(({ text, fake }) => (fake ? [] : [text]));
    const ids: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      const at = later(i * 10 * MINUTE);
      const user = await createUser(t.db, { createdAt: new Date('2024-01-01') });
      await createPurchase(t.db, { user, ...product });
      const body = genuine[i] ?? '';
      const { review, event } = await writePending(t, product.app, { user, at, rating: 3 + (i % 3), body });
      await deliver(t.ctx({ now: at }), event);
      ids.push(review.id);
    }
    await follow(later(6 * HOUR));
    expect(new Set(await statuses(ids))).toEqual(new Set(['approved']));
  });
});

describe('the sweeper', () => {
  const age = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
  const sweep = () => sweepForgotten(t.ctx(), signal);

  test('scores what waits though no event is under way, and lets the young and the queued be', async () => {
    const forgotten = (await writePending(t, product.app, { at: age(3), body: said[0] ?? '' })).review;
    const young = (await writePending(t, product.app, { at: age(1), body: said[1] ?? '' })).review;
    const queued = (await writePending(t, product.app, { at: age(10), body: said[2] ?? '' })).review;
    await t.db.transaction((db) =>
      publish(
        { ...t.ctx(), db },
        { type: 'review.created', payload: { reviewId: queued.id, revision: 1 } },
        writtenEventId(queued.id, 1),
      ),
    );
    expect(await sweep()).toEqual({ scored: 1, held: 0 });
    expect(await sweep()).toEqual({ scored: 0, held: 0 });
    expect(await statusOf(t, forgotten.id)).not.toBe('pending');
    expect(await statuses([young.id, queued.id])).toEqual(['pending', 'pending']);
    await t.sql`update pgboss.job set state = 'failed' where id = ${writtenEventId(queued.id, 1)}`;
    expect(await sweep()).toEqual({ scored: 1, held: 0 });
  });

  test('leaves to moderators what cannot be scored, and does the others', async () => {
    const bad = (await writePending(t, product.app, { at: age(5), body: said[3] ?? '' })).review;
    const fine = (await writePending(t, product.app, { at: age(4), body: said[4] ?? '' })).review;
    await t.sql`alter table review_analyses add constraint broken check (review_id <> ${t.sql.unsafe(`'${bad.id}'`)}) not valid`;
    try {
      expect(await sweep()).toEqual({ scored: 1, held: 1 });
    } finally {
      await t.sql`alter table review_analyses drop constraint broken`;
    }
    expect(await statusOf(t, bad.id)).toBe('manual_review');
    expect(await statusOf(t, fine.id)).not.toBe('pending');
  });

  test('of two workers at once scores everything once', async () => {
    const waiting = await Promise.all(
      [0, 1, 2, 3, 4].map((i) => writePending(t, product.app, { at: age(5 + i), body: said[i] ?? '' })),
    );
    const sums = await Promise.all([sweep(), sweep()]);
    expect(sums.reduce((sum, { scored }) => sum + scored, 0)).toBe(5);
    for (const { review } of waiting) expect(await analysesOf(t, review.id)).toHaveLength(1);
  });
});
