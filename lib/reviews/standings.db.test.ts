import { beforeEach, expect, test } from 'vitest';
import { organizationMembers } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp } from '@/tests/factories';
import { createOwner } from '@/tests/reviews';
import { listReviewStandings } from './standings';
import { writeReview } from './write-review';

const t = testDatabase();
let product: CreatedApp;

beforeEach(async () => {
  product = await createApp(t.db);
});

const standingOf = async (actor: Awaited<ReturnType<typeof createActor>>) => {
  const { items } = await listReviewStandings({ ...t.ctx(), actor }, [product.app.id]);
  return items;
};

test('an owner may review, and sees the stars and the state of what they wrote last', async () => {
  const owner = await createOwner(t, product);
  const appId = product.app.id;
  expect(await standingOf(owner)).toEqual([{ appId, refusal: null, review: null }]);
  const ctx = { ...t.ctx(), actor: owner };
  await writeReview(ctx, appId, { rating: 2, title: '', body: 'It stops.' });
  await writeReview(ctx, appId, { rating: 4, title: '', body: 'It goes on.' });
  expect(await standingOf(owner)).toEqual([{ appId, refusal: null, review: { rating: 4, status: 'pending' } }]);
  expect(await standingOf(await createOwner(t, product))).toMatchObject([{ review: null }]);
});

test('who never had the app, or makes it, is told why not', async () => {
  expect(await standingOf(await createActor(t.db))).toMatchObject([{ refusal: 'not_owned', review: null }]);
  const maker = await createOwner(t, product);
  await t.db.insert(organizationMembers).values({
    organizationId: product.app.organizationId,
    userId: maker.userId,
    role: 'viewer',
    createdAt: new Date(),
  });
  expect(await standingOf(maker)).toMatchObject([{ refusal: 'conflict_of_interest' }]);
});

test('an app in no shop window is known to its owners alone', async () => {
  const owner = await createOwner(t, product);
  await t.sql`update apps set status = 'removed' where id = ${product.app.id}`;
  expect(await standingOf(owner)).toHaveLength(1);
  expect(await standingOf(await createActor(t.db))).toEqual([]);
});

test('strangers are not answered', async () => {
  await expect(listReviewStandings(t.ctx(), [product.app.id])).rejects.toMatchObject({ kind: 'unauthenticated' });
});
