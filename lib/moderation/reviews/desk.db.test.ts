import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { deleteReview } from '@/lib/reviews/delete-review';
import { writeReview } from '@/lib/reviews/write-review';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createReview, createUser } from '@/tests/factories';
import { createOwner, eventsOf, starsOf } from '@/tests/reviews';
import { claimReview, giveBackReview } from './claim-review';
import { decideReview, decideReviews } from './decide-review';
import { listReviewQueue } from './list-queue';
import { getReviewCase } from './review-case';
import { reviewCase, reviewDecisionAnswer, reviewQueueItem, reviewQueueQuery } from './schema';
import { tellAuthors } from './tell-authors';
import { undoDecision, undoDecisions } from './undo-decision';

const t = testDatabase();
const as = (actor: UserActor, now = new Date()) => t.ctx({ actor, now });
const seconds = (count: number) => new Date(Date.now() + count * 1000);

let moderator: UserActor;
let app: Awaited<ReturnType<typeof createApp>>;

const flagged = async (values: Parameters<typeof createReview>[2] = {}, author?: { id: string }) =>
  createReview(
    t.db,
    { app: app.app, ...(author ? { user: author } : {}) },
    { status: 'manual_review', isVisible: false, queuedAt: new Date(), score: 0.5, rating: 5, ...values },
  );
const row = async (id: string) => (await t.sql`select * from reviews where id = ${id}`)[0];
const claimed = async (values: Parameters<typeof createReview>[2] = {}) => {
  const review = await flagged(values);
  await claimReview(as(moderator), review.id);
  return review;
};
const reject = { decision: 'reject', ruleId: 'R7', note: 'Pasted text' } as const;
const approve = { decision: 'approve', note: '' } as const;
const notesTo = (userId: string) => t.sql`select kind, data from notifications where user_id = ${userId} order by id`;

beforeEach(async () => {
  await t.sql`update reviews set status = 'approved', queued_at = null where status in ('manual_review', 'escalated')`;
  moderator = await createActor(t.db, { roles: ['moderator'] });
  app = await createApp(t.db);
});

describe('the queue', () => {
  const list = (values: Record<string, unknown> = {}, actor = moderator) =>
    listReviewQueue(as(actor), reviewQueueQuery.parse(values));

  test('shows the worst first: low scores, reports, and apps that many look at', async () => {
    const popular = await createApp(t.db);
    await t.sql`insert into app_views_daily values (${popular.app.id}, (now() at time zone 'UTC')::date, 20000)`;
    const plain = await flagged({ score: 0.5 });
    const bad = await flagged({ score: 0.31 });
    const reported = await flagged({ score: 0.5, reportCount: 3 });
    const seen = await createReview(
      t.db,
      { app: popular.app },
      { status: 'manual_review', isVisible: false, queuedAt: new Date(), score: 0.5 },
    );
    const { items } = await list();
    expect(items.map(({ id, priority }) => [id, priority])).toEqual([
      [reported.id, 0.8],
      [seen.id, 0.7],
      [bad.id, 0.69],
      [plain.id, 0.5],
    ]);
    for (const item of items) reviewQueueItem.parse(item);
    expect((await list({ app: popular.app.id })).items.map(({ id }) => id)).toEqual([seen.id]);
  });

  test('pages through equal priorities without losing or repeating one, and leaves out what is not flagged', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.push((await flagged()).id);
    await flagged({ status: 'escalated' });
    const { id: gone } = await flagged();
    await t.sql`update reviews set deleted_at = now() where id = ${gone}`;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect((await list({ state: 'escalated' })).items).toHaveLength(1);
  });

  test('is for moderators alone', async () => {
    await expect(list({}, await createActor(t.db))).rejects.toMatchObject({ code: 'role_required' });
    await expect(listReviewQueue(t.ctx(), reviewQueueQuery.parse({}))).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

describe('a claim', () => {
  test('of two at once one has it, and the other hears who; it ends after half an hour', async () => {
    const { id } = await flagged();
    const other = await createActor(t.db, { roles: ['moderator'] });
    const answers = await Promise.allSettled([moderator, other].map((actor) => claimReview(as(actor), id)));
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: 'already_claimed' });
    const later = await claimReview(as(other, seconds(31 * 60)), id);
    expect(Date.parse(later.expiresAt)).toBeGreaterThan(Date.now() + 60 * 60_000);
  });

  test('goes back to the queue by who has it alone', async () => {
    const { id } = await claimed();
    const other = await createActor(t.db, { roles: ['moderator'] });
    await expect(giveBackReview(as(other), id)).rejects.toMatchObject({ code: 'not_claimed' });
    await giveBackReview(as(moderator), id);
    await claimReview(as(other), id);
    await expect(claimReview(as(other), newId())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is not for the author, for members of the app’s organisation, nor for moderators once it was handed on', async () => {
    const own = await flagged({}, { id: moderator.userId });
    await expect(claimReview(as(moderator), own.id)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    const { id } = await flagged();
    await t.sql`insert into organization_members values (${app.app.organizationId}, ${moderator.userId}, 'marketer', now())`;
    await expect(claimReview(as(moderator), id)).rejects.toMatchObject({ code: 'conflict_of_interest' });
    expect((await getReviewCase(as(moderator), id)).conflict).toContain('member');
    const outsider = await createActor(t.db, { roles: ['moderator'] });
    const escalated = await flagged({ status: 'escalated' });
    await expect(claimReview(as(outsider), escalated.id)).rejects.toMatchObject({ code: 'role_required' });
    await claimReview(as(await createActor(t.db, { roles: ['admin'] })), escalated.id);
  });

  test('of what is not flagged is refused', async () => {
    const { id } = await createReview(t.db, { app: app.app });
    await expect(claimReview(as(moderator), id)).rejects.toMatchObject({ code: 'already_decided' });
  });
});

describe('a decision', () => {
  test('approves: it shows and counts at once, is audited, and resolves its reports', async () => {
    const { id } = await claimed({ rating: 4 });
    const reporter = await createUser(t.db);
    await t.sql`insert into review_reports (id, review_id, user_id, reason, created_at) values (${newId()}, ${id}, ${reporter.id}, 'spam', now())`;
    const answer = await decideReview(as(moderator), id, approve);
    reviewDecisionAnswer.parse(answer);
    expect(answer.review).toMatchObject({ status: 'approved', isVisible: true, claim: null });
    expect(await starsOf(t, app.app.id)).toEqual({ kept: [4, 1], counted: [4, 1] });
    expect(await eventsOf(t, 'review.status_changed', id)).toEqual([{ reviewId: id, revision: 1, status: 'approved' }]);
    const audited = await t.sql`select action, actor_id from audit_log where subject_id = ${id}`;
    expect([...audited]).toEqual([{ action: 'review.approve', actor_id: moderator.userId }]);
    expect(await t.sql`select from review_reports where review_id = ${id} and resolved_at is null`).toHaveLength(0);
  });

  test('counts once of several at once, and who asked for another one hears that it was decided', async () => {
    const { id } = await claimed({ rating: 3 });
    const answers = await Promise.allSettled([
      decideReview(as(moderator), id, approve),
      decideReview(as(moderator), id, reject),
      decideReview(as(moderator), id, approve),
    ]);
    const status = (await row(id))?.status;
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value.review.status).toBe(status);
      else expect(answer.reason).toMatchObject({ code: 'already_decided' });
    }
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(status === 'approved' ? 2 : 1);
    expect(await t.sql`select from review_decisions where review_id = ${id}`).toHaveLength(1);
    const { kept, counted } = await starsOf(t, app.app.id);
    expect(kept).toEqual(counted);
  });

  test('needs a claim that has not run out', async () => {
    const { id } = await flagged();
    await expect(decideReview(as(moderator), id, approve)).rejects.toMatchObject({ code: 'not_claimed' });
    await claimReview(as(moderator), id);
    const other = await createActor(t.db, { roles: ['moderator'] });
    await expect(decideReview(as(other), id, approve)).rejects.toMatchObject({ code: 'not_claimed' });
    await expect(decideReview(as(moderator, seconds(31 * 60)), id, approve)).rejects.toMatchObject({
      code: 'claim_expired',
    });
    expect(await row(id)).toMatchObject({ status: 'manual_review' });
  });

  test('finds nothing to decide about a review that was edited or deleted meanwhile', async () => {
    const author = await createOwner(t, app);
    const { id } = await claimed({ userId: author.userId });
    await writeReview(as(author), app.app.id, { rating: 2, title: '', body: 'Another text' });
    await expect(decideReview(as(moderator), id, approve)).rejects.toMatchObject({ code: 'already_decided' });
    await deleteReview(as(author), app.app.id);
    await expect(decideReview(as(moderator), id, approve)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('rejects what others see without a claim, and it counts no more', async () => {
    const { id } = await createReview(t.db, { app: app.app }, { rating: 5 });
    await t.sql`update app_stats set rating_sum = 5, rating_count = 1 where app_id = ${app.app.id}`;
    await decideReview(as(moderator), id, reject);
    expect(await starsOf(t, app.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
  });

  test('tells the author after 10 s, once, and not when it was taken back', async () => {
    const told = await claimed();
    const kept = await claimed();
    await decideReview(as(moderator), told.id, reject);
    await decideReview(as(moderator), kept.id, reject);
    await undoDecision(as(moderator), kept.id);
    const signal = new AbortController().signal;
    await tellAuthors(t.ctx({ now: seconds(5) }), signal);
    expect(await notesTo(told.userId)).toEqual([]);
    await tellAuthors(t.ctx({ now: seconds(11) }), signal);
    await tellAuthors(t.ctx({ now: seconds(30) }), signal);
    expect(await notesTo(told.userId)).toMatchObject([
      { kind: 'review_rejected', data: { rule: 'No advertising', reason: 'Pasted text', by: 'person' } },
    ]);
    expect(await notesTo(kept.userId)).toEqual([]);
  });
});

describe('taking back', () => {
  test('gives everything back as it was, claimed by who decided, within 10 s', async () => {
    const { id } = await claimed({ rating: 5 });
    const reporter = await createUser(t.db, { createdAt: new Date('2025-01-01') });
    await t.sql`insert into review_reports (id, review_id, user_id, reason, created_at) values (${newId()}, ${id}, ${reporter.id}, 'spam', now())`;
    await t.sql`update reviews set report_count = 1 where id = ${id}`;
    await decideReview(as(moderator), id, approve);
    const item = await undoDecision(as(moderator), id);
    expect(item).toMatchObject({ status: 'manual_review', isVisible: false, reportCount: 1, claim: { isMine: true } });
    expect(await starsOf(t, app.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
    await expect(undoDecision(as(moderator), id)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await decideReview(as(moderator), id, reject);
    await expect(undoDecision(as(moderator, seconds(10.1)), id)).rejects.toMatchObject({ code: 'too_late' });
  });

  test('is for who decided, and for a review under another look leaves it visible as it was', async () => {
    const { id } = await claimed({ isVisible: true, rating: 4 });
    await t.sql`update app_stats set rating_sum = 4, rating_count = 1 where app_id = ${app.app.id}`;
    await decideReview(as(moderator), id, reject);
    const other = await createActor(t.db, { roles: ['admin'] });
    await expect(undoDecision(as(other), id)).rejects.toMatchObject({ code: 'not_yours' });
    await undoDecision(as(moderator), id);
    expect(await row(id)).toMatchObject({ status: 'manual_review', is_visible: true });
    expect(await starsOf(t, app.app.id)).toEqual({ kept: [4, 1], counted: [4, 1] });
  });

  test('works for what was handed on, though only admins may decide it now', async () => {
    const { id } = await claimed();
    await decideReview(as(moderator), id, { decision: 'escalate', note: '' });
    await expect(claimReview(as(moderator), id)).rejects.toMatchObject({ code: 'role_required' });
    await undoDecision(as(moderator), id);
    expect(await row(id)).toMatchObject({ status: 'manual_review', claimed_by: moderator.userId });
  });
});

describe('several at once', () => {
  test('are decided but for those that others have, that are decided or one’s own, and taken back together', async () => {
    const ids = [(await flagged()).id, (await flagged()).id, (await flagged()).id];
    const other = await createActor(t.db, { roles: ['moderator'] });
    const taken = await flagged();
    await claimReview(as(other), taken.id);
    const own = await flagged({}, { id: moderator.userId });
    const decided = await createReview(t.db, { app: app.app }, { status: 'rejected', isVisible: false });
    const answer = await decideReviews(as(moderator), { ids: [...ids, taken.id, own.id, decided.id], ...reject });
    expect(answer.decided.toSorted()).toEqual(ids.toSorted());
    expect(Object.fromEntries(answer.refused.map(({ id, code }) => [id, code]))).toEqual({
      [taken.id]: 'already_claimed',
      [own.id]: 'conflict_of_interest',
      [decided.id]: 'already_decided',
    });
    await expect(undoDecisions(as(other), answer.batchId)).rejects.toMatchObject({ code: 'not_yours' });
    expect((await undoDecisions(as(moderator), answer.batchId)).undone.toSorted()).toEqual(ids.toSorted());
    await expect(undoDecisions(as(moderator), newId())).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });
});

describe('a case', () => {
  test('shows texts alike on any app, the burst it is in and what else its author wrote', async () => {
    const text = 'This wonderful application changed my mornings for ever';
    const { id, userId, createdAt } = await flagged({ body: text });
    const elsewhere = await createApp(t.db);
    const copy = await createReview(t.db, { app: elsewhere.app }, { body: text });
    await createReview(t.db, { app: elsewhere.app, user: { id: userId } }, { body: 'Fine' });
    for (const [reviewId, appId] of [
      [id, app.app.id],
      [copy.id, elsewhere.app.id],
    ] as const) {
      await t.sql`
        insert into review_fingerprints (review_id, revision, app_id, user_id, text_hash, bands, created_at)
        values (${reviewId}, 1, ${appId}, ${userId}, '\\x00', '{1}', now())`;
    }
    const started = new Date(createdAt.getTime() - 3_600_000);
    await t.sql`
      insert into review_bursts (id, app_id, started_at, baseline, five_star_share, one_star_share, review_count, last_review_at)
      values (${newId()}, ${app.app.id}, ${started.toISOString()}, 0.5, 0.5, 0.1, 1, ${createdAt.toISOString()})`;
    const found = reviewCase.parse(await getReviewCase(as(moderator), id));
    expect(found.neighbours).toMatchObject([{ id: copy.id, similarity: 1 }]);
    expect(found.person).toMatchObject({ reviewCount: 2, reviews: [{ excerpt: 'Fine' }], ownsIt: false });
    expect(found.burst).toMatchObject({ baseline: 0.5, endedAt: null, waitingIds: [id] });
    expect(found.burst?.hours.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(found.sameTextIds).toEqual([id]);
    await expect(getReviewCase(as(moderator), newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});
