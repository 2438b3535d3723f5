import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createReview } from '@/tests/factories';
import { actorOf, move } from '@/tests/reviews';
import { appealReview } from '../appeal-review';
import { decideAppeal } from '../decide-appeal';
import { claimReview } from './claim-review';
import { decideReview, decideReviews } from './decide-review';
import { tellAuthors } from './tell-authors';
import { undoDecision, undoDecisions } from './undo-decision';

const t = testDatabase();
const as = (actor: UserActor, now = new Date()) => t.ctx({ actor, now });
const seconds = (count: number) => new Date(Date.now() + count * 1000);
const reject = { decision: 'reject', ruleId: 'R7', note: 'Pasted text' } as const;
const approve = { decision: 'approve', note: '' } as const;
const escalate = { decision: 'escalate', note: '' } as const;

let moderator: UserActor;
let admin: UserActor;
let app: Awaited<ReturnType<typeof createApp>>['app'];

beforeEach(async () => {
  moderator = await createActor(t.db, { roles: ['moderator'] });
  admin = await createActor(t.db, { roles: ['admin'] });
  ({ app } = await createApp(t.db));
});

const flagged = () =>
  createReview(t.db, { app }, { status: 'manual_review', isVisible: false, queuedAt: new Date(), score: 0.5 });
const claimed = async () => {
  const review = await flagged();
  await claimReview(as(moderator), review.id);
  return review;
};
const row = async (id: string) => (await t.sql`select status, claimed_by from reviews where id = ${id}`)[0];
const decisionsOf = (id: string) =>
  t.sql`select decision, undone_at from review_decisions where review_id = ${id} order by created_at, id`;
const kindsTo = async (userId: string) =>
  (await t.sql`select kind from notifications where user_id = ${userId} order by id`).map(({ kind }) => kind);
const tell = (now: Date) => tellAuthors(t.ctx({ now }), new AbortController().signal);

async function appealed({ id, userId }: { id: string; userId: string }): Promise<string> {
  await appealReview(t.ctx({ actor: actorOf(userId) }), id, { text: 'I wrote it myself.' });
  const [appeal] = await t.sql<{ id: string }[]>`select id from appeals where review_id = ${id}`;
  return appeal!.id;
}

describe('taking back', () => {
  test('what was decided at once leaves the reviews free for everybody, as they were', async () => {
    const ids = [(await flagged()).id, (await flagged()).id];
    const { batchId } = await decideReviews(as(admin), { ids, ...approve });
    expect((await undoDecisions(as(admin), batchId)).undone.toSorted()).toEqual(ids.toSorted());
    for (const id of ids) expect(await row(id)).toEqual({ status: 'manual_review', claimed_by: null });
    const answer = await decideReviews(as(moderator), { ids, ...reject });
    expect(answer).toMatchObject({ refused: [] });
  });

  test('an escalation comes too late once an admin has claimed it, and the admin decides', async () => {
    const { id } = await claimed();
    await decideReview(as(moderator), id, escalate);
    await claimReview(as(admin), id);
    await expect(undoDecision(as(moderator), id)).rejects.toMatchObject({ code: 'too_late' });
    expect(await row(id)).toEqual({ status: 'escalated', claimed_by: admin.userId });
    await decideReview(as(admin), id, approve);
    await expect(undoDecision(as(moderator), id)).rejects.toMatchObject({ code: 'not_yours' });
    expect(await row(id)).toEqual({ status: 'approved', claimed_by: null });
  });

  test('one’s own escalation works though one has claimed it again, as admins may', async () => {
    const { id } = await flagged();
    await claimReview(as(admin), id);
    await decideReview(as(admin), id, escalate);
    await claimReview(as(admin), id);
    await undoDecision(as(admin), id);
    expect(await row(id)).toEqual({ status: 'manual_review', claimed_by: admin.userId });
  });

  test.each(['overturn', 'uphold'] as const)(
    'a rejection comes too late once it was appealed, and after %s',
    async (decision) => {
      const review = await claimed();
      await decideReview(as(moderator), review.id, reject);
      const appealId = await appealed(review);
      await expect(undoDecision(as(moderator), review.id)).rejects.toMatchObject({ code: 'too_late' });
      await decideAppeal(as(admin), appealId, { decision, note: 'Read.' });
      await expect(undoDecision(as(moderator), review.id)).rejects.toMatchObject({ code: 'too_late' });
      expect((await row(review.id))?.status).toBe(decision === 'overturn' ? 'approved' : 'rejected');
    },
  );
});

describe('authors hear', () => {
  test.each(['overturn', 'uphold'] as const)(
    'nothing of a rejection after the decision of its appeal (%s)',
    async (decision) => {
      const review = await claimed();
      await decideReview(as(moderator), review.id, reject);
      await decideAppeal(as(admin), await appealed(review), { decision, note: 'Read.' });
      await tell(seconds(11));
      expect(await kindsTo(review.userId)).toEqual([]);
    },
  );

  test('of a rejection whose appeal still waits', async () => {
    const review = await claimed();
    await decideReview(as(moderator), review.id, reject);
    await appealed(review);
    await tell(seconds(11));
    expect(await kindsTo(review.userId)).toEqual(['review_rejected']);
  });

  test('only of the last decision, where a second one has followed within 10 s', async () => {
    const { id, userId } = await claimed();
    await decideReview(as(moderator), id, approve);
    await move(t, 'reopen', id);
    await claimReview(as(moderator), id);
    await decideReview(as(moderator), id, reject);
    await tell(seconds(11));
    await tell(seconds(30));
    expect(await kindsTo(userId)).toEqual(['review_rejected']);
  });
});

describe('the same decision again', () => {
  test.each([approve, reject, escalate])(
    'by the same person hears the first answer, and nothing happens ($decision)',
    async (body) => {
      const { id } = await claimed();
      const first = await decideReview(as(moderator), id, body);
      const [before] = await t.sql`select count(*) from audit_log where subject_id = ${id}`;
      expect(await decideReview(as(moderator, seconds(5)), id, body)).toEqual(first);
      expect(await decisionsOf(id)).toHaveLength(1);
      expect(await t.sql`select count(*) from audit_log where subject_id = ${id}`).toEqual([before]);
    },
  );

  test('is new for somebody else, with another note, after 10 s and once it was taken back', async () => {
    const { id } = await claimed();
    await decideReview(as(moderator), id, reject);
    const refused = { code: 'already_decided' };
    await expect(decideReview(as(admin), id, reject)).rejects.toMatchObject(refused);
    await expect(decideReview(as(moderator), id, { ...reject, note: 'Else' })).rejects.toMatchObject(refused);
    await expect(decideReview(as(moderator, seconds(11)), id, reject)).rejects.toMatchObject(refused);
    await undoDecision(as(moderator), id);
    await decideReview(as(moderator), id, reject);
    const decisions = await decisionsOf(id);
    expect(decisions.map(({ undone_at }) => undone_at === null)).toEqual([false, true]);
  });

  test('is a decision of its own about a review that has come back to the desk', async () => {
    const { id } = await claimed();
    await decideReview(as(moderator), id, approve);
    await move(t, 'reopen', id);
    await expect(decideReview(as(moderator), id, approve)).rejects.toMatchObject({ code: 'not_claimed' });
    await claimReview(as(moderator), id);
    await decideReview(as(moderator), id, approve);
    expect(await decisionsOf(id)).toHaveLength(2);
  });
});
