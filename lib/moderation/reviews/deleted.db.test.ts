import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAll } from '@/lib/cache/read-through';
import type { UserActor } from '@/lib/context';
import { problemBody } from '@/lib/problem';
import { newId } from '@/lib/ids';
import { deleteReview } from '@/lib/reviews/delete-review';
import { reportReview } from '@/lib/reviews/report-review';
import { writeReview } from '@/lib/reviews/write-review';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp } from '@/tests/factories';
import { createOwner, move } from '@/tests/reviews';
import { claimReview } from './claim-review';
import { decideReview } from './decide-review';
import { alreadyDecided } from './refusals';
import { getReviewCase } from './review-case';
import { reviewCase } from './schema';
import { getTransparency } from './transparency';

const t = testDatabase();
let product: CreatedApp;
let author: UserActor;
let moderator: UserActor;
const as = (actor: UserActor) => t.ctx({ actor });
const write = (body: string) => writeReview(as(author), product.app.id, { rating: 1, title: '', body });
const reject = { decision: 'reject', ruleId: 'R5', note: 'Insults.' } as const;

async function analysed(id: string, revision: number) {
  await t.sql`insert into review_analyses (id, review_id, revision, version, score, signals, facts, action, created_at)
    values (${newId()}, ${id}, ${revision}, 1, 0.5, '{}', '{}', 'manual_review', now())`;
  await move(t, 'hold', id, { score: 0.5 });
}

async function rejected(body: string): Promise<string> {
  const { id, revision } = await write(body);
  await analysed(id, revision);
  await claimReview(as(moderator), id);
  await decideReview(as(moderator), id, reject);
  return id;
}

beforeEach(async () => {
  product = await createApp(t.db);
  author = await createOwner(t, product);
  moderator = await createActor(t.db, { roles: ['moderator'] });
});

describe('a review that its author deleted after it was rejected', () => {
  test('is known to who looks at the next one: the decisions, and that there was a rejection', async () => {
    const earlier = await rejected('You are all fools.');
    await write('You are all fools!');
    await move(t, 'hold', earlier);
    await deleteReview(as(author), product.app.id);
    const { id } = await write('You are all fools.');
    expect(await move(t, 'pass', id, { score: 0.9 })).toMatchObject({ to: 'manual_review' });
    const found = reviewCase.parse(await getReviewCase(as(moderator), id));
    expect(found.person).toMatchObject({ reviewCount: 1, rejectedCount: 1 });
    expect(found.decisions).toMatchObject([
      { decision: 'reject', ruleId: 'R5', note: 'Insults.', isEarlierReview: true, by: { id: moderator.userId } },
    ]);
    await claimReview(as(moderator), id);
    await decideReview(as(moderator), id, reject);
    const decided = await getReviewCase(as(moderator), id);
    expect(decided.decisions.map(({ isEarlierReview }) => isEarlierReview)).toEqual([false, true]);
    expect(decided.person).toMatchObject({ reviewCount: 1, rejectedCount: 2 });
  });

  test('counts in what the public is told as if it were there', async () => {
    const read = () => {
      forgetAll();
      return getTransparency(t.ctx());
    };
    const before = await read();
    const id = await rejected('You are all fools.');
    await write('You are all fools!');
    await t.sql`update review_decisions set created_at = created_at + interval '90 minutes' where review_id = ${id}`;
    await move(t, 'pass', id);
    await move(t, 'approve', id);
    await reportReview(as(await createActor(t.db)), id, { reason: 'abusive', note: '' });
    const there = await read();
    expect(there.reviews.written).toBe(before.reviews.written + 2);
    expect(there.reviews.rejectedByPeople).toBe(before.reviews.rejectedByPeople + 1);
    await deleteReview(as(author), product.app.id);
    expect(await read()).toEqual(there);
  });
});

test('who comes second hears of the status of the review beside that of the answer', () => {
  expect(problemBody(alreadyDecided('appealed'), 'r1')).toMatchObject({ status: 409, reviewStatus: 'appealed' });
});
