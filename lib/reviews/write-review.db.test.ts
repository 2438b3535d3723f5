import { beforeEach, describe, expect, it, test } from 'vitest';
import { organizationMembers } from '@/db/schema';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase, createUser, createVersion, type CreatedApp } from '@/tests/factories';
import { actorOf, createOwner, eventsOf, move, starsOf } from '@/tests/reviews';
import { deleteReview } from './delete-review';
import { writtenEventId } from './event-id';
import { getMyReview, requireMyReview } from './my-review';
import { listReviews } from './queries';
import { type ReviewBody, reviewsQuery } from './schema';
import { writeReview } from './write-review';

const t = testDatabase();
let product: CreatedApp;
let owner: UserActor;
const as = (actor: UserActor) => t.ctx({ actor });
const words = { rating: 4, title: 'Good', body: 'It opens my files at once.' };
const write = (input: Partial<ReviewBody> = {}, actor = owner) =>
  writeReview(as(actor), product.app.slug, { ...words, ...input });
const rowsOf = (userId: string) => t.sql`select * from reviews where user_id = ${userId} order by created_at`;
const others = async () => (await listReviews(t.ctx(), product.app.id, reviewsQuery.parse({}))).items;

beforeEach(async () => {
  product = await createApp(t.db);
  owner = await createOwner(t, product);
});

describe('writing', () => {
  it('is stored as it was written, waits, and is announced in the same transaction', async () => {
    const review = await write({ body: '<script>alert(1)</script>' });
    expect(review).toMatchObject({
      rating: 4,
      title: 'Good',
      body: '<script>alert(1)</script>',
      status: 'pending',
      isVisible: false,
      revision: 1,
      appVersion: '1.0.0',
      country: 'US',
      isPaid: false,
      app: { id: product.app.id },
      signals: [],
      rejection: null,
      appealUntil: null,
    });
    expect(await eventsOf(t, 'review.created', review.id)).toEqual([{ reviewId: review.id, revision: 1 }]);
    const [job] = await t.sql`select id from pgboss.job where id = ${writtenEventId(review.id, 1)}`;
    expect(job).toBeDefined();
    expect(await others()).toEqual([]);
    expect((await starsOf(t, product.app.id)).kept).toEqual([0, 0]);
  });

  it('knows the version downloaded last, and whether the app was paid for and is still', async () => {
    const paid = await createApp(t.db, { prices: [{ amountMinor: 299 }] });
    const buyer = await createUser(t.db, { country: 'DE' });
    const purchase = await createPurchase(t.db, { user: buyer, ...paid });
    await createVersion(t.db, paid.app, { version: '2.0.0', releasedAt: new Date() });
    const about = (rating: number) => writeReview(as(actorOf(buyer.id)), paid.app.id, { ...words, rating });
    expect(await about(5)).toMatchObject({ appVersion: '2.0.0', isPaid: true, country: 'DE' });
    await t.sql`insert into deliveries (id, user_id, app_id, version_id, country, created_at)
      values (${newId()}, ${buyer.id}, ${paid.app.id}, ${paid.version.id}, 'DE', now())`;
    expect(await about(4)).toMatchObject({ appVersion: '1.0.0', isPaid: true });
    await t.sql`update purchases set status = 'refunded', refunded_at = now() where id = ${purchase.id}`;
    await t.sql`update entitlements set is_active = false, revoked_at = now() where purchase_id = ${purchase.id}`;
    expect(await about(3)).toMatchObject({ isPaid: false, rating: 3 });
  });

  it('is for who has or had the app, and not for those who make it', async () => {
    const stranger = await createActor(t.db);
    await expect(write({}, stranger)).rejects.toMatchObject({ code: 'not_owned' });
    const { organizationId } = product.app;
    await t.db
      .insert(organizationMembers)
      .values({ organizationId, userId: owner.userId, role: 'viewer', createdAt: new Date() });
    await expect(write()).rejects.toMatchObject({ code: 'conflict_of_interest' });
    await expect(writeReview(t.ctx(), product.app.id, words)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await t.sql`select from reviews where app_id = ${product.app.id}`).toHaveLength(0);
  });

  it('tells strangers nothing of an app that is in no shop window, and is possible for who has it', async () => {
    await t.sql`update apps set status = 'removed' where id = ${product.app.id}`;
    await expect(write({}, await createActor(t.db))).rejects.toMatchObject({ code: 'not_found' });
    await expect(writeReview(as(owner), newId(), words)).rejects.toMatchObject({ code: 'not_found' });
    expect(await write()).toMatchObject({ status: 'pending' });
  });

  it('is one review, however many requests come at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 5].map((rating) => write({ rating })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const [row] = await rowsOf(owner.userId);
    const revisions =
      await t.sql`select revision, rating from review_revisions where review_id = ${row?.id} order by 1`;
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6].slice(0, revisions.length));
    expect(row).toMatchObject({ revision: revisions.length, rating: revisions.at(-1)?.rating });
    expect(await eventsOf(t, 'review.created', row?.id)).toHaveLength(revisions.length);
  });

  it('is never edited before it was written, whichever of two requests came first', async () => {
    const late = t.ctx({ actor: owner, now: new Date(Date.now() - 3) });
    const { id, createdAt } = await write();
    const edited = await writeReview(late, product.app.id, { ...words, rating: 1 });
    expect(edited.editedAt).toBe(createdAt);
    await move(t, 'pass', id);
    expect(await others()).toMatchObject([{ createdAt, editedAt: createdAt }]);
  });

  it('is refused after ten in an hour; the same words again are not counted', async () => {
    for (let i = 0; i < 10; i += 1) await write({ body: `Version ${i}` });
    await write({ body: 'Version 9' });
    await expect(write({ body: 'Version 10' })).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('is not possible for an account that was erased a moment ago', async () => {
    await t.sql`update users set erased_at = now() where id = ${owner.userId}`;
    await expect(write()).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await rowsOf(owner.userId)).toHaveLength(0);
  });
});

describe('writing again', () => {
  test('the same words change nothing and publish nothing', async () => {
    const first = await write();
    await move(t, 'pass', first.id, { revision: 1, score: 0.9 });
    const again = await write();
    expect(again).toMatchObject({ id: first.id, status: 'approved', revision: 1 });
    expect(await eventsOf(t, 'review.created', first.id)).toHaveLength(1);
  });

  test('leaves what others see, counted as it was, until the new text is scored', async () => {
    const { id } = await write({ rating: 5 });
    await move(t, 'pass', id, { revision: 1, score: 0.9 });
    expect((await starsOf(t, product.app.id)).kept).toEqual([5, 1]);
    const edited = await write({ rating: 1, body: 'It lost my files.' });
    expect(edited).toMatchObject({
      id,
      status: 'pending',
      isVisible: true,
      revision: 2,
      rating: 1,
      shown: { rating: 5, body: words.body },
      history: [{ revision: 1, rating: 5, body: words.body }],
    });
    expect(await others()).toMatchObject([{ id, rating: 5, body: words.body, editedAt: null }]);
    expect((await starsOf(t, product.app.id)).kept).toEqual([5, 1]);
    expect(await move(t, 'pass', id, { revision: 1 })).toBeNull();
    expect(await move(t, 'pass', id, { revision: 2, score: 0.8 })).toMatchObject({ to: 'approved', wasVisible: true });
    expect(await others()).toMatchObject([{ id, rating: 1, body: 'It lost my files.', editedAt: expect.any(String) }]);
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [1, 1], counted: [1, 1] });
    expect(await eventsOf(t, 'review.created', id)).toHaveLength(2);
  });

  test.each(['hold', 'refuse'] as const)('hides both texts where the new one is not let pass (%s)', async (action) => {
    const { id } = await write({ rating: 5 });
    await move(t, 'pass', id);
    await write({ rating: 1, body: 'Buy followers here' });
    await move(t, action, id, { revision: 2, score: 0.2 });
    expect(await others()).toEqual([]);
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
    const [row] = await rowsOf(owner.userId);
    expect(row).toMatchObject({ rating: 1, body: 'Buy followers here' });
  });

  test('what waits to be scored is replaced, and nobody ever sees the first text', async () => {
    const { id } = await write();
    await write({ body: 'Better words.' });
    await move(t, 'pass', id, { revision: 2 });
    expect((await others()).map(({ body }) => body)).toEqual(['Better words.']);
  });
});

describe('deleting', () => {
  it('takes words, answer, votes and stars with it, and one may write a new one', async () => {
    const { id } = await write();
    await move(t, 'pass', id);
    const voter = await createUser(t.db);
    await t.sql`insert into review_votes values (${id}, ${voter.id}, true, now())`;
    await t.sql`insert into review_responses values (${id}, ${product.app.organizationId}, null, 'Thanks', now(), now())`;
    await t.sql`insert into review_reports (id, review_id, user_id, reason, created_at) values (${newId()}, ${id}, ${voter.id}, 'spam', now())`;
    await deleteReview(as(owner), product.app.slug);
    const [row] = await rowsOf(owner.userId);
    expect(row).toMatchObject({ title: '', body: '', is_visible: false, deleted_at: expect.any(String) });
    for (const table of ['review_votes', 'review_responses']) {
      expect(await t.sql`select from ${t.sql(table)} where review_id = ${id}`).toHaveLength(0);
    }
    const written = await t.sql`select title, body, app_version from review_revisions where review_id = ${id}`;
    expect([...written]).toEqual([{ title: '', body: '', app_version: null }]);
    expect(await t.sql`select from review_reports where review_id = ${id} and resolved_at is null`).toHaveLength(0);
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
    expect(await eventsOf(t, 'review.deleted', id)).toEqual([{ reviewId: id }]);
    expect(await getMyReview(as(owner), product.app.id)).toBeNull();
    const next = await write();
    expect(next.id).not.toBe(id);
    expect(next.revision).toBe(1);
  });

  it('is for one’s own alone, and once', async () => {
    const { id } = await write();
    await move(t, 'pass', id);
    const other = await createOwner(t, product);
    await expect(deleteReview(as(other), product.app.id)).rejects.toMatchObject({ code: 'not_found' });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => deleteReview(as(owner), product.app.id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await eventsOf(t, 'review.deleted', id)).toHaveLength(1);
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
    await expect(deleteReview(as(owner), newId())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of what is being scored ends in nothing that is seen', async () => {
    const { id } = await write();
    await Promise.allSettled([deleteReview(as(owner), product.app.id), move(t, 'pass', id, { revision: 1 })]);
    expect(await others()).toEqual([]);
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [0, 0], counted: [0, 0] });
  });
});

describe('my review', () => {
  it('is shown to me alone, in every state', async () => {
    const { id } = await write();
    await move(t, 'refuse', id, { score: 0.1 });
    const mine = await requireMyReview(as(owner), product.app.slug);
    expect(mine).toMatchObject({ status: 'rejected', isVisible: false });
    expect(mine.rejection).toMatchObject({ ruleId: 'R2', isMachine: true, note: expect.stringContaining('program') });
    expect(Date.parse(mine.appealUntil!)).toBeGreaterThan(Date.now() + 179 * 86_400_000);
    const other = await createOwner(t, product);
    await expect(requireMyReview(as(other), product.app.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(requireMyReview(t.ctx(), product.app.slug)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('says what its signals say in words, never their values', async () => {
    const { id } = await write();
    const signals = {
      velocity: 1,
      content: 0.61803,
      accountAge: 1,
      verifiedPurchase: 1,
      coordination: 1,
      originality: 1,
    };
    const facts = {
      version: 1,
      reviews24h: 1,
      textLength: 26,
      isGeneric: false,
      isSpecific: false,
      ageDays: 40,
      owns: true,
      appReviews24h: 1,
      usualDaily: 1,
      quickGapShare: null,
      similarity: 0,
    };
    await t.sql`insert into review_analyses (id, review_id, revision, version, score, signals, facts, action, created_at)
      values (${newId()}, ${id}, 1, 1, 0.9, ${JSON.stringify(signals)}::text::jsonb, ${JSON.stringify(facts)}::text::jsonb, 'approved', now())`;
    const mine = await requireMyReview(as(owner), product.app.slug);
    expect(mine.signals.map(({ name }) => name).sort()).toEqual(Object.keys(signals).sort());
    expect(mine.signals.every(({ sentence }) => sentence.length > 10)).toBe(true);
    expect(JSON.stringify(mine)).not.toMatch(/0\.6|61803|"score"/);
  });

  it('marks an answer that was written before the text that others see was changed', async () => {
    const { id } = await write();
    await move(t, 'pass', id);
    await t.sql`insert into review_responses values (${id}, ${product.app.organizationId}, null, 'Thanks', now() - interval '1 second', now() - interval '1 second')`;
    expect((await requireMyReview(as(owner), product.app.id)).response).toMatchObject({ isBeforeEdit: false });
    await write({ body: 'Changed my mind.' });
    await move(t, 'pass', id, { revision: 2 });
    expect((await others())[0]?.response).toMatchObject({ body: 'Thanks', isBeforeEdit: true });
  });
});
