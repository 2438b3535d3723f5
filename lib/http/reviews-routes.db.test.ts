import { beforeEach, describe, expect, test } from 'vitest';
import { GET as ratings } from '@/app/api/v1/apps/[id]/ratings/route';
import { DELETE as remove, GET as mine, PUT as write } from '@/app/api/v1/apps/[id]/review/route';
import { GET as list } from '@/app/api/v1/apps/[id]/reviews/route';
import { GET as myVotes } from '@/app/api/v1/me/review-votes/route';
import { POST as appeal } from '@/app/api/v1/reviews/[id]/appeal/route';
import { POST as report } from '@/app/api/v1/reviews/[id]/reports/route';
import { DELETE as unvote, PUT as vote } from '@/app/api/v1/reviews/[id]/vote/route';
import { testDatabase } from '@/tests/database';
import { createApp, type CreatedApp, createPurchase, createReview, createUser, PASSWORD } from '@/tests/factories';
import { move } from '@/tests/reviews';
import { type Visitor, visitor } from '@/tests/visitor';

const t = testDatabase();
let product: CreatedApp;
let owner: Visitor;
let stranger: Visitor;

async function signedIn(isOwner: boolean): Promise<Visitor> {
  const user = await createUser(t.db);
  if (isOwner) await createPurchase(t.db, { user, ...product });
  const client = visitor();
  await client.signIn(user.email, PASSWORD);
  return client;
}

beforeEach(async () => {
  product = await createApp(t.db);
  owner = await signedIn(true);
  stranger = await signedIn(false);
});

const onApp = () => ({ params: { id: product.app.slug } });
const put = (client: Visitor, json: object) => client.call(write, 'PUT', '/api/v1/apps/x/review', { ...onApp(), json });
const problem = async (answer: Response) => [answer.status, (await answer.json()).code];
const words = { rating: 3, title: 'Fine', body: 'It opens my files.' };

describe('a review', () => {
  test('is written, read, seen by others once it is let pass, and deleted', async () => {
    const written = await put(owner, words);
    expect(written.status).toBe(202);
    const { review } = await written.json();
    expect(review).toMatchObject({ ...words, status: 'pending' });
    const read = await owner.call(mine, 'GET', '/api/v1/apps/x/review', onApp());
    expect(await read.json()).toEqual({ review });
    expect(read.headers.get('cache-control')).toContain('no-store');
    await move(t, 'pass', review.id, { revision: 1 });
    const { items } = await (await visitor().call(list, 'GET', '/api/v1/apps/x/reviews', onApp())).json();
    expect(items).toMatchObject([{ id: review.id, ...words }]);
    expect(JSON.stringify(items)).not.toContain('"score"');
    expect((await owner.call(remove, 'DELETE', '/api/v1/apps/x/review', onApp())).status).toBe(204);
    expect(await problem(await owner.call(remove, 'DELETE', '/api/v1/apps/x/review', onApp()))).toEqual([
      404,
      'not_found',
    ]);
    expect(await problem(await owner.call(mine, 'GET', '/api/v1/apps/x/review', onApp()))).toEqual([404, 'not_found']);
  });

  test('is refused to strangers, to who does not have the app, and in other shapes', async () => {
    expect(await problem(await put(visitor(), words))).toEqual([401, 'not_signed_in']);
    expect(await problem(await put(stranger, words))).toEqual([403, 'not_owned']);
    for (const json of [{}, { rating: '5' }, { ...words, status: 'approved' }, { rating: 5, body: '\ud800' }]) {
      expect(await problem(await put(owner, json))).toEqual([400, 'invalid_request']);
    }
    const long = await put(owner, { rating: 5, body: '😀'.repeat(4001) });
    expect(await long.json()).toMatchObject({ status: 400, errors: [{ path: 'body' }] });
    expect((await put(owner, { rating: 5, body: '😀'.repeat(4000) })).status).toBe(202);
    expect(await t.sql`select from reviews where app_id = ${product.app.id}`).toHaveLength(1);
  });

  test('that was rejected can be appealed by its author alone', async () => {
    const { review } = await (await put(owner, words)).json();
    await move(t, 'refuse', review.id);
    const call = (client: Visitor, json: object = { text: 'I use it daily.' }) =>
      client.call(appeal, 'POST', '/api/v1/reviews/x/appeal', { params: { id: review.id }, json });
    expect(await problem(await call(stranger))).toEqual([404, 'not_found']);
    expect(await problem(await call(visitor()))).toEqual([401, 'not_signed_in']);
    expect(await problem(await call(owner, { text: ' ' }))).toEqual([400, 'invalid_request']);
    const answer = await call(owner);
    expect([answer.status, (await answer.json()).review.status]).toEqual([200, 'appealed']);
    expect(await problem(await call(owner))).toEqual([409, 'already_appealed']);
  });
});

describe('what others think of a review', () => {
  test('is one vote, told to who gave it', async () => {
    const { id } = await createReview(t.db, product);
    const call = (client: Visitor, json: object) =>
      client.call(vote, 'PUT', '/api/v1/reviews/x/vote', { params: { id }, json });
    expect(await (await call(stranger, { helpful: true })).json()).toMatchObject({ helpfulCount: 1 });
    expect(await problem(await call(visitor(), { helpful: true }))).toEqual([401, 'not_signed_in']);
    expect(await problem(await call(stranger, { helpful: 'yes' }))).toEqual([400, 'invalid_request']);
    const votes = await stranger.call(myVotes, 'GET', `/api/v1/me/review-votes?ids=${id}`);
    expect(await votes.json()).toEqual({ items: [{ reviewId: id, helpful: true }] });
    expect((await stranger.call(myVotes, 'GET', '/api/v1/me/review-votes?ids=x')).status).toBe(400);
    expect((await stranger.call(unvote, 'DELETE', '/api/v1/reviews/x/vote', { params: { id } })).status).toBe(204);
  });

  test('may be a report, of the reasons that there are', async () => {
    const { id } = await createReview(t.db, product);
    const call = (json: object) => stranger.call(report, 'POST', '/api/v1/reviews/x/reports', { params: { id }, json });
    expect(await problem(await call({ reason: 'offensive' }))).toEqual([400, 'invalid_request']);
    expect((await call({ reason: 'outdated' })).status).toBe(201);
    expect((await call({ reason: 'conflict_of_interest' })).status).toBe(200);
  });
});

test('ratings are read by anybody and may be kept by a CDN', async () => {
  for (let i = 0; i < 5; i += 1) await createReview(t.db, product, { rating: 4 });
  const call = (query = '') => visitor().call(ratings, 'GET', `/api/v1/apps/x/ratings${query}`, onApp());
  const answer = await call('?range=30d');
  expect(await answer.json()).toMatchObject({ range: '30d', average: 4, count: 5, counted: 5, total: 5 });
  expect(answer.headers.get('cache-control')).toContain('public');
  expect(await problem(await call('?range=7d'))).toEqual([400, 'invalid_request']);
});
