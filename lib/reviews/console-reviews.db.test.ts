import { beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationRole } from '@/lib/accounts/organizations/rules';
import type { KeyActor, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createReview } from '@/tests/factories';
import { listConsoleReviews, summariseConsoleReviews } from './console-reviews';
import { reviewHandlers } from './handlers';
import { reportReview } from './report-review';
import { deleteResponse, respondToReview } from './respond-to-review';
import { consoleReviewsQuery } from './schema';

const t = testDatabase();
let app: Awaited<ReturnType<typeof createApp>>['app'];
let owner: UserActor;
let author: UserActor;
let reviewId = '';

const as = (actor: UserActor | KeyActor) => t.ctx({ actor });
const list = (actor: UserActor | KeyActor, values: Record<string, unknown> = {}) =>
  listConsoleReviews(as(actor), consoleReviewsQuery.parse(values));
const answers = () =>
  t.sql`select organization_id, author_id, body from review_responses where review_id = ${reviewId}`;

async function memberOf(organizationId: string, role: OrganizationRole): Promise<UserActor> {
  const actor = await createActor(t.db);
  await t.sql`insert into organization_members values (${organizationId}, ${actor.userId}, ${role}, now())`;
  return actor;
}

const key = (organizationId: string, ...scopes: KeyActor['scopes']): KeyActor => ({
  kind: 'api_key',
  keyId: newId(),
  organizationId,
  scopes,
});

beforeEach(async () => {
  ({ app } = await createApp(t.db));
  owner = await memberOf(app.organizationId, 'owner');
  author = await createActor(t.db);
  const review = await createReview(
    t.db,
    { app, user: { id: author.userId } },
    { rating: 2, title: 'Slow', body: 'It takes ages', country: 'DE', appVersion: '1.2.0' },
  );
  reviewId = review.id;
});

describe('reviews of my apps', () => {
  it('are those of my organisations alone, of each app that others see a review of', async () => {
    const { app: foreign } = await createApp(t.db);
    await createReview(t.db, { app: foreign });
    await createReview(t.db, { app }, { status: 'pending', isVisible: false });
    expect((await list(owner)).items).toMatchObject([{ id: reviewId, rating: 2, app: { id: app.id }, response: null }]);
    expect((await list(await createActor(t.db))).items).toEqual([]);
    expect((await list(key(app.organizationId, 'read'))).items).toHaveLength(1);
    await expect(list(owner, { app: foreign.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(list(key(app.organizationId, 'respond'))).rejects.toMatchObject({ code: 'scope_required' });
    await expect(listConsoleReviews(t.ctx(), consoleReviewsQuery.parse({}))).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });

  it.each([
    [{ stars: '2' }, 1],
    [{ stars: '5' }, 0],
    [{ country: 'de' }, 1],
    [{ country: 'FR' }, 0],
    [{ version: '1.2.0' }, 1],
    [{ version: '1.3.0' }, 0],
    [{ q: 'AGES' }, 1],
    [{ q: '100%' }, 0],
    [{ answered: 'false' }, 1],
    [{ answered: 'true' }, 0],
  ])('filtered by %j are %i', async (filter, count) => {
    expect((await list(owner, filter)).items).toHaveLength(count);
  });

  it('page without repeating or losing one, ties included', async () => {
    const createdAt = new Date('2026-03-01T10:00:00Z');
    for (let i = 0; i < 7; i += 1) await createReview(t.db, { app }, { createdAt });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(owner, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([8, 8]);
  });
});

describe('the summary', () => {
  const summarise = (actor: UserActor | KeyActor, scope: { organization?: string; app?: string } = {}) =>
    summariseConsoleReviews(as(actor), scope);

  it('counts the stars and the unanswered of what others see, of all my apps or of one', async () => {
    const { app: second } = await createApp(t.db, { organizationId: app.organizationId });
    const { app: foreign } = await createApp(t.db);
    await createReview(t.db, { app }, { rating: 5 });
    await createReview(t.db, { app }, { rating: 1, status: 'pending', isVisible: false });
    await createReview(t.db, { app: second }, { rating: 5 });
    await createReview(t.db, { app: foreign }, { rating: 3 });
    await respondToReview(as(owner), reviewId, { body: 'Thanks' });
    const all = { histogram: { '1': 0, '2': 1, '3': 0, '4': 0, '5': 2 }, unanswered: 2 };
    expect(await summarise(owner)).toEqual(all);
    expect(await summarise(owner, { organization: app.organizationId })).toEqual(all);
    expect(await summarise(key(app.organizationId, 'read'))).toEqual(all);
    expect(await summarise(owner, { app: app.id })).toEqual({
      histogram: { '1': 0, '2': 1, '3': 0, '4': 0, '5': 1 },
      unanswered: 1,
    });
  });

  it('is nothing to strangers', async () => {
    const none = { histogram: { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 }, unanswered: 0 };
    expect(await summarise(author, { organization: app.organizationId })).toEqual(none);
    await expect(summarise(author, { app: app.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(summariseConsoleReviews(t.ctx(), {})).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

describe('an answer', () => {
  it.each(['owner', 'admin', 'marketer'] as const)('is given, changed and taken back by the %s', async (role) => {
    const actor = await memberOf(app.organizationId, role);
    await respondToReview(as(actor), reviewId, { body: 'We are on it.' });
    await respondToReview(as(actor), reviewId, { body: 'It is fast now.' });
    expect(await answers()).toMatchObject([{ author_id: actor.userId, body: 'It is fast now.' }]);
    expect((await list(owner, { answered: 'true' })).items[0]?.response?.body).toBe('It is fast now.');
    await deleteResponse(as(actor), reviewId);
    await deleteResponse(as(actor), reviewId);
    expect(await answers()).toEqual([]);
  });

  it('is refused to viewers, and nobody else learns that there is such a review', async () => {
    const [viewer, stranger] = [await memberOf(app.organizationId, 'viewer'), await createActor(t.db)];
    await expect(respondToReview(as(viewer), reviewId, { body: 'No' })).rejects.toMatchObject({
      code: 'role_required',
    });
    await expect(respondToReview(as(stranger), reviewId, { body: 'No' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteResponse(as(author), reviewId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(respondToReview(as(key(app.organizationId, 'read')), reviewId, { body: 'No' })).rejects.toMatchObject({
      code: 'scope_required',
    });
    expect(await answers()).toEqual([]);
  });

  it('may come from a program, and then has no author', async () => {
    await respondToReview(as(key(app.organizationId, 'respond')), reviewId, { body: 'Thanks' });
    expect(await answers()).toMatchObject([{ author_id: null, organization_id: app.organizationId }]);
  });

  it('is one, whoever of two at once comes first, and its event is one', async () => {
    await Promise.all(['a', 'b', 'c'].map((body) => respondToReview(as(owner), reviewId, { body })));
    expect(await answers()).toHaveLength(1);
    const events =
      await t.sql`select from pgboss.job where name = 'review.responded' and data -> 'payload' ->> 'reviewId' = ${reviewId}`;
    expect(events).toHaveLength(1);
  });

  it('reaches the author under the bell', async () => {
    await respondToReview(as(owner), reviewId, { body: 'Thanks' });
    const handler = reviewHandlers.find(({ name }) => name === 'reviews.notify_responded')!;
    const event = { id: newId(), type: 'review.responded' as const, occurredAt: new Date(), payload: { reviewId } };
    await handler.run(t.ctx(), [event]);
    await handler.run(t.ctx(), [event]);
    const news = await t.sql`select kind, data ->> 'appId' as app from notifications where user_id = ${author.userId}`;
    expect(news).toEqual([{ kind: 'review_answered', app: app.id }]);
  });
});

describe('a report', () => {
  it('is one for each person and review, and its words can be changed', async () => {
    const first = await reportReview(as(owner), reviewId, { reason: 'spam', note: '' });
    const second = await reportReview(as(owner), reviewId, { reason: 'fake', note: 'Never used it' });
    expect([first.isNew, second.isNew, second.report.id]).toEqual([true, false, first.report.id]);
    expect((await list(owner)).items[0]?.isReported).toBe(true);
  });

  it('is not for authors about themselves, nor for what nobody sees', async () => {
    await expect(reportReview(as(author), reviewId, { reason: 'spam', note: '' })).rejects.toMatchObject({
      code: 'own_review',
    });
    await t.sql`update reviews set is_visible = false where id = ${reviewId}`;
    await expect(reportReview(as(owner), reviewId, { reason: 'spam', note: '' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
