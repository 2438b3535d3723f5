import { beforeEach, describe, expect, it, test } from 'vitest';
import { createActor, createApp, type CreatedApp, createReview } from '@/tests/factories';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createOwner, eventsOf, move, starsOf } from '@/tests/reviews';
import { moveReview, noteScore } from './move-review';
import { resolveReports } from './report-weight';
import { reportReview } from './report-review';
import { type ReviewAction, type ReviewState, reviewStates, transitions } from './rules';
import { writeReview } from './write-review';

const t = testDatabase();
let product: CreatedApp;

beforeEach(async () => {
  product = await createApp(t.db);
});

const reviewIn = (status: ReviewState, values: object = {}) =>
  createReview(t.db, product, { status, isVisible: status === 'approved', rating: 5, ...values });
const row = async (id: string) => (await t.sql`select * from reviews where id = ${id}`)[0];
const recount = (id: string) =>
  t.sql`update app_stats s set rating_sum = x.sum, rating_count = x.count
    from (select app_id, coalesce(sum(rating) filter (where is_visible), 0) as sum, count(*) filter (where is_visible) as count
      from reviews where app_id = (select app_id from reviews where id = ${id}) group by app_id) x where s.app_id = x.app_id`;

describe('a move', () => {
  test.each(Object.keys(transitions) as ReviewAction[])(
    '%s happens in the states of the table alone, with the app’s stars and one event',
    async (action) => {
      for (const state of reviewStates) {
        const { id } = await reviewIn(state);
        await recount(id);
        const moved = await move(t, action, id);
        const { from, to } = transitions[action];
        const isAllowed = (from as readonly ReviewState[]).includes(state);
        expect(moved?.to ?? null).toBe(isAllowed ? to : null);
        expect((await row(id))?.status).toBe(isAllowed ? to : state);
        const events = isAllowed && state !== to ? [{ reviewId: id, revision: 1, status: to }] : [];
        expect(await eventsOf(t, 'review.status_changed', id)).toEqual(events);
        const stars = await starsOf(t, product.app.id);
        expect(stars.kept).toEqual(stars.counted);
      }
    },
  );

  it('is one of several at once', async () => {
    const { id } = await reviewIn('pending');
    const moves = await Promise.all((['pass', 'hold', 'refuse', 'pass'] as const).map((action) => move(t, action, id)));
    expect(moves.filter((moved) => moved !== null)).toHaveLength(1);
    expect(await eventsOf(t, 'review.status_changed', id)).toHaveLength(1);
    const stars = await starsOf(t, product.app.id);
    expect(stars.kept).toEqual(stars.counted);
  });

  it('does not happen to another text than was looked at, nor without the claim, nor to what is deleted', async () => {
    const [moderator, other] = [await createActor(t.db), await createActor(t.db)];
    const until = (ms: number) => new Date(Date.now() + ms);
    const { id } = await reviewIn('manual_review', { claimedBy: moderator.userId, claimExpiresAt: until(60_000) });
    expect(await move(t, 'approve', id, { revision: 2 })).toBeNull();
    expect(await move(t, 'approve', id, { claimedBy: other.userId })).toBeNull();
    const late = await reviewIn('manual_review', { claimedBy: moderator.userId, claimExpiresAt: until(-1) });
    expect(await move(t, 'approve', late.id, { claimedBy: moderator.userId })).toBeNull();
    const gone = await reviewIn('manual_review', { deletedAt: new Date() });
    expect(await move(t, 'approve', gone.id)).toBeNull();
    expect(await move(t, 'approve', newId())).toBeNull();
    expect(await move(t, 'approve', id, { revision: 1, claimedBy: moderator.userId })).toMatchObject({
      to: 'approved',
    });
    expect(await row(id)).toMatchObject({ claimed_by: null, claim_expires_at: null, queued_at: null });
  });

  it('brings to the desk with the time, keeps it while it is handed on, and leaves with neither time nor claim', async () => {
    const { id } = await reviewIn('pending');
    await move(t, 'hold', id, { score: 0.45 });
    const held = await row(id);
    expect(held).toMatchObject({ score: 0.45, queued_at: expect.any(String), is_visible: false });
    await move(t, 'escalate', id);
    expect(await row(id)).toMatchObject({ status: 'escalated', queued_at: held?.queued_at, score: 0.45 });
    await move(t, 'approve', id);
    expect(await row(id)).toMatchObject({ is_visible: true, queued_at: null });
  });

  it('is undone with the rest of its transaction', async () => {
    const { id } = await reviewIn('approved');
    await recount(id);
    const failing = inTransaction(t.ctx(), async (ctx) => {
      await moveReview(ctx, 'reject', id);
      throw new Error('after it');
    });
    await expect(failing).rejects.toThrow('after it');
    expect(await row(id)).toMatchObject({ status: 'approved', is_visible: true });
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [5, 1], counted: [5, 1] });
    expect(await eventsOf(t, 'review.status_changed', id)).toEqual([]);
  });
});

describe('a decision that is taken back', () => {
  it('leaves what was hidden hidden, what was seen seen, and the claim with who had it', async () => {
    const { userId } = await createActor(t.db);
    const claim = { by: userId, expiresAt: new Date(Date.now() + 60_000) };
    const { id } = await reviewIn('pending');
    await move(t, 'hold', id);
    const approved = await move(t, 'approve', id);
    expect(approved).toEqual({ from: 'manual_review', to: 'approved', wasVisible: false, isVisible: true });
    await move(t, 'undo_to_manual_review', id, { claim, wasVisible: approved?.wasVisible ?? false });
    expect(await row(id)).toMatchObject({ status: 'manual_review', is_visible: false, claimed_by: userId });
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });

    const seen = await reviewIn('approved');
    await recount(seen.id);
    await move(t, 'reopen', seen.id, { score: 0.5 });
    const rejected = await move(t, 'reject', seen.id);
    expect((await starsOf(t, product.app.id)).kept).toEqual([0, 0]);
    await move(t, 'undo_to_manual_review', seen.id, { wasVisible: rejected?.wasVisible ?? false });
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [5, 1], counted: [5, 1] });
  });
});

describe('what a person has to look at', () => {
  const decide = (id: string, revision: number, decision: string, moderator: string) => t.sql`
    insert into review_decisions (id, review_id, revision, decision, from_status, rule_id, decided_by, is_machine, created_at)
    values (${newId()}, ${id}, ${revision}, ${decision}, 'manual_review', 'R5', ${moderator}, false, now())`;

  it('is not let pass by the machine because its author has edited it: neither a moderator’s rejection', async () => {
    const owner = await createOwner(t, product);
    const moderator = await createActor(t.db);
    const write = (body: string) =>
      writeReview(t.ctx({ actor: owner }), product.app.id, { rating: 1, title: '', body });
    const { id } = await write('You are all fools.');
    await move(t, 'hold', id);
    await move(t, 'reject', id);
    await decide(id, 1, 'reject', moderator.userId);
    await write('You are all fools!');
    expect(await move(t, 'pass', id, { revision: 2, score: 0.9 })).toMatchObject({ to: 'manual_review' });
    expect(await row(id)).toMatchObject({ is_visible: false, queued_at: expect.any(String) });
    await move(t, 'approve', id);
    await decide(id, 2, 'approve', moderator.userId);
    await write('It is slow.');
    expect(await move(t, 'pass', id, { revision: 3, score: 0.9 })).toMatchObject({ to: 'approved' });
  });

  it('nor reports that nobody has decided', async () => {
    const owner = await createOwner(t, product);
    const reporter = await createActor(t.db);
    const write = (body: string) =>
      writeReview(t.ctx({ actor: owner }), product.app.id, { rating: 1, title: '', body });
    const { id } = await write('Call Ada at 555 0100.');
    await move(t, 'pass', id);
    await reportReview(t.ctx({ actor: reporter }), id, { reason: 'personal_data', note: '' });
    await write('Call Ada at 555-0100.');
    expect(await move(t, 'pass', id, { revision: 2 })).toMatchObject({ to: 'manual_review', isVisible: false });
    await inTransaction(t.ctx(), (ctx) => resolveReports(ctx, [id]));
    await write('It is slow.');
    expect(await move(t, 'pass', id, { revision: 3 })).toMatchObject({ to: 'approved' });
  });
});

test('a score that changes nothing is noted for the text that it is about', async () => {
  const { id } = await reviewIn('approved');
  const note = (revision: number, score: number) =>
    inTransaction(t.ctx(), (ctx) => noteScore(ctx, id, { revision, score }));
  expect(await note(1, 0.75)).toBe(true);
  expect(await note(2, 0.1)).toBe(false);
  expect(await row(id)).toMatchObject({ score: 0.75, status: 'approved' });
});
