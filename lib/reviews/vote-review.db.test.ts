import { beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp, createReview } from '@/tests/factories';
import { actorOf } from '@/tests/reviews';
import { listMyVotes } from './my-review';
import { wilsonLowerBound } from './rules';
import { deleteVote, voteReview } from './vote-review';

const t = testDatabase();
let product: CreatedApp;
let id = '';
let author: UserActor;
let reader: UserActor;
const as = (actor: UserActor) => t.ctx({ actor });
const vote = (helpful: boolean, actor = reader) => voteReview(as(actor), id, { helpful });
const counts = async () => {
  const [row] = await t.sql<{ helpful_count: number; unhelpful_count: number; helpful_score: number }[]>`
    select helpful_count, unhelpful_count, helpful_score::float8 from reviews where id = ${id}`;
  return [row!.helpful_count, row!.unhelpful_count, row!.helpful_score] as const;
};

beforeEach(async () => {
  product = await createApp(t.db);
  reader = await createActor(t.db);
  const review = await createReview(t.db, product);
  id = review.id;
  author = actorOf(review.userId);
});

describe('a vote', () => {
  it('is one for each person, the last one counts, and it can be taken back', async () => {
    expect(await vote(true)).toEqual({ reviewId: id, helpful: true, helpfulCount: 1, unhelpfulCount: 0 });
    expect(await vote(true)).toMatchObject({ helpfulCount: 1, unhelpfulCount: 0 });
    expect(await vote(false)).toMatchObject({ helpful: false, helpfulCount: 0, unhelpfulCount: 1 });
    await vote(true, await createActor(t.db));
    const [helpful, unhelpful, score] = await counts();
    expect([helpful, unhelpful]).toEqual([1, 1]);
    expect(score).toBeCloseTo(wilsonLowerBound(1, 2), 5);
    await deleteVote(as(reader), id);
    await deleteVote(as(reader), id);
    expect((await counts()).slice(0, 2)).toEqual([1, 0]);
  });

  it('is counted right when many come at once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => createActor(t.db)));
    await Promise.all(people.flatMap((actor, i) => [vote(i % 2 === 0, actor), vote(i < 6, actor), vote(i < 6, actor)]));
    await Promise.all([deleteVote(as(people[0]!), id), deleteVote(as(people[0]!), id)]);
    const [row] = await t.sql<{ yes: number; no: number }[]>`
      select count(*) filter (where is_helpful)::int as yes, count(*) filter (where not is_helpful)::int as no
      from review_votes where review_id = ${id}`;
    const [helpful, unhelpful, score] = await counts();
    expect([helpful, unhelpful]).toEqual([row!.yes, row!.no]);
    expect(helpful + unhelpful).toBe(7);
    expect(score).toBeCloseTo(wilsonLowerBound(helpful, helpful + unhelpful), 5);
  });

  it('is not for authors on their own, nor on what nobody sees, nor for strangers', async () => {
    await expect(vote(true, author)).rejects.toMatchObject({ code: 'own_review' });
    await expect(voteReview(t.ctx(), id, { helpful: true })).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(voteReview(as(reader), newId(), { helpful: true })).rejects.toMatchObject({ code: 'not_found' });
    const hidden = await createReview(t.db, product, { status: 'rejected', isVisible: false });
    await expect(voteReview(as(reader), hidden.id, { helpful: true })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteVote(as(reader), hidden.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
  });

  it('is not for those who make the app', async () => {
    await vote(true);
    await t.sql`insert into organization_members values (${product.app.organizationId}, ${reader.userId}, 'viewer', now())`;
    await expect(vote(false)).rejects.toMatchObject({ status: 403, code: 'conflict_of_interest' });
    expect((await counts()).slice(0, 2)).toEqual([1, 0]);
    await deleteVote(as(reader), id);
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
  });

  it('is told to who gave it alone', async () => {
    const second = await createReview(t.db, product);
    await vote(false);
    await vote(true, await createActor(t.db));
    expect(await listMyVotes(as(reader), [id, second.id])).toEqual({ items: [{ reviewId: id, helpful: false }] });
    await expect(listMyVotes(t.ctx(), [id])).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
