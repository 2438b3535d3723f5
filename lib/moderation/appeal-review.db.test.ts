import { beforeEach, describe, expect, it, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import type { Event, NewEvent } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { deleteReview } from '@/lib/reviews/delete-review';
import { writeReview } from '@/lib/reviews/write-review';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp } from '@/tests/factories';
import { createOwner, eventsOf, move } from '@/tests/reviews';
import { appealReview } from './appeal-review';
import { moderationHandlers } from './handlers';

const t = testDatabase();
const day = 86_400_000;
let product: CreatedApp;
let author: UserActor;
let id = '';
const write = (body: string) => writeReview(t.ctx({ actor: author }), product.app.id, { rating: 2, title: '', body });
const appeal = (actor = author, values: { now?: Date } = {}) =>
  appealReview(t.ctx({ actor, ...values }), id, { text: 'I wrote it myself.' });
const appeals = () => t.sql`select text, appealed_by, outcome from appeals where review_id = ${id}`;

async function handle(event: NewEvent) {
  for (const handler of moderationHandlers) {
    if (handler.event === event.type) {
      await handler.run(t.ctx(), [{ ...event, id: newId(), occurredAt: new Date() } as Event]);
    }
  }
}

beforeEach(async () => {
  product = await createApp(t.db);
  author = await createOwner(t, product);
  id = (await write('It is slow.')).id;
});

describe('an appeal', () => {
  beforeEach(async () => {
    await move(t, 'refuse', id, { score: 0.2 });
  });

  it('is written once, and the review waits for somebody else', async () => {
    const review = await appeal();
    expect(review).toMatchObject({
      id,
      status: 'appealed',
      appeal: { text: 'I wrote it myself.', outcome: null },
      appealUntil: null,
    });
    expect(await appeals()).toEqual([{ text: 'I wrote it myself.', appealed_by: author.userId, outcome: null }]);
    expect((await eventsOf(t, 'review.status_changed', id)).at(-1)).toMatchObject({ status: 'appealed' });
    await expect(appeal()).rejects.toMatchObject({ code: 'already_appealed' });
    await move(t, 'uphold', id);
    await expect(appeal()).rejects.toMatchObject({ code: 'already_appealed' });
  });

  it('is one of several at once, and the others hear that there is one', async () => {
    const outcomes = await Promise.allSettled([appeal(), appeal(), appeal()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(refused).toEqual(['already_appealed', 'already_appealed']);
    expect(await appeals()).toHaveLength(1);
  });

  it('is its author’s alone', async () => {
    await expect(appeal(await createActor(t.db))).rejects.toMatchObject({ code: 'not_found' });
    await expect(appealReview(t.ctx(), id, { text: 'x' })).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await appeals()).toEqual([]);
  });

  it('comes too late after 180 days', async () => {
    await expect(appeal(author, { now: new Date(Date.now() + 181 * day) })).rejects.toMatchObject({
      code: 'appeal_too_late',
    });
    expect(await appeal(author, { now: new Date(Date.now() + 179 * day) })).toMatchObject({ status: 'appealed' });
  });

  it('counts its days from the decision of the moderator, where one has decided', async () => {
    await t.sql`update review_revisions set created_at = now() - interval '300 days' where review_id = ${id}`;
    await expect(appeal()).rejects.toMatchObject({ code: 'appeal_too_late' });
    await t.sql`insert into review_decisions (id, review_id, revision, decision, from_status, rule_id, note, is_machine, created_at)
      values (${newId()}, ${id}, 1, 'reject', 'manual_review', 'R5', 'Insults.', false, now() - interval '10 days')`;
    expect(await appeal()).toMatchObject({
      status: 'appealed',
      rejection: { ruleId: 'R5', rule: 'Respect', note: 'Insults.', isMachine: false },
    });
  });

  it('is taken back by an edit, and goes with the review', async () => {
    await appeal();
    await write('It is slow on my old machine.');
    await handle({ type: 'review.created', payload: { reviewId: id, revision: 2 } });
    expect(await appeals()).toMatchObject([{ outcome: 'upheld' }]);
    await move(t, 'refuse', id);
    await expect(appeal()).rejects.toMatchObject({ code: 'already_appealed' });
    await deleteReview(t.ctx({ actor: author }), product.app.id);
    await handle({ type: 'review.deleted', payload: { reviewId: id } });
    expect(await appeals()).toEqual([{ text: '–', appealed_by: null, outcome: 'upheld' }]);
  });

  it('that waits goes with a deleted review, and loses its words with the account', async () => {
    await appeal();
    await handle({ type: 'account.erased', payload: { userId: author.userId, reviews: 'keep' } });
    expect(await appeals()).toEqual([{ text: '–', appealed_by: null, outcome: null }]);
    await handle({ type: 'review.deleted', payload: { reviewId: id } });
    expect(await appeals()).toEqual([]);
  });
});

test.each(['pass', 'hold'] as const)('there is none of what was not rejected (%s)', async (action) => {
  await expect(appeal()).rejects.toMatchObject({ code: 'illegal_transition' });
  await move(t, action, id);
  await expect(appeal()).rejects.toMatchObject({ code: 'illegal_transition' });
});
