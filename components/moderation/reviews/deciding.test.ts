import { expect, test } from 'vitest';
import type { ReviewCase, ReviewQueueItem } from '@/lib/moderation/reviews/schema';
import { reviewDecisionBody } from '@/lib/moderation/reviews/schema';
import type { ReviewState } from '@/lib/reviews/rules';
import { listedOf } from './bulk';
import { bodyOf, emptyDraft, isWritten } from './draft';
import { reviewStanding, whyNot } from './standing';

const now = Date.parse('2026-03-03T12:00:00Z');
const claimed = (isMine: boolean) => ({ by: { id: 'p', name: 'Mira' }, expiresAt: '2026-03-03T12:10:00Z', isMine });
const item = (
  status: ReviewState,
  claim: ReviewCase['claim'] = null,
  conflict: string | null = null,
  decision: ReviewCase['decision'] = null,
) => ({ status, claim, conflict, decision });
const decided = (decision: 'approve' | 'reject', name: string | null, isUndone = false) => ({
  id: 'd',
  decision,
  by: name === null ? null : { id: 'p', name },
  at: '2026-03-03T11:00:00Z',
  isUndone,
});
const reasons = (one: ReturnType<typeof item>, isAdmin = false) => {
  const standing = reviewStanding(one, now, isAdmin);
  return (['approve', 'reject', 'escalate'] as const).map((decision) => whyNot(decision, one, standing));
};

test('nobody has to claim first, and what somebody else has cannot be decided', () => {
  expect(reasons(item('manual_review'))).toEqual([null, null, null]);
  expect(reasons(item('manual_review', claimed(true)))).toEqual([null, null, null]);
  expect(reasons(item('manual_review', claimed(false)))).toEqual(Array(3).fill('Mira is on it, 10 min left.'));
});

test('what was handed on is decided by admins, and not handed on again', () => {
  expect(reasons(item('escalated'))[0]).toContain('admins');
  expect(reasons(item('escalated'), true)).toEqual([null, null, 'The admins have it already.']);
});

test('of what is decided only what others see can be rejected, without a claim', () => {
  expect(reasons(item('approved'))).toEqual(['It is approved.', null, 'It is approved.']);
  expect(reasons(item('rejected'))).toEqual(Array(3).fill('It is rejected.'));
  expect(reasons(item('approved', null, 'You wrote it.'))).toEqual(Array(3).fill('You wrote it.'));
});

test('what a person has decided stands, as the store says, until it comes back to the desk', () => {
  const why = (decision: ReviewCase['decision'], status: ReviewState = 'approved') =>
    reasons(item(status, null, null, decision))[1];
  expect(why(decided('approve', 'Mira'))).toBe(
    'It is approved. Mira decided so, and that stands until it comes back to the desk.',
  );
  expect(why(decided('approve', null))).toContain('A moderator decided so');
  expect(why(decided('reject', 'Mira'))).toContain('An appeal decided so');
  expect(why(decided('reject', 'Mira', true))).toBeNull();
  expect(why(decided('approve', 'Mira'), 'manual_review')).toBeNull();
});

test('a rejection without a rule is not sent, and what is sent is what the store takes', () => {
  expect(bodyOf(emptyDraft('reject'))).toBeNull();
  const bodies = [
    bodyOf({ decision: 'reject', ruleId: 'R7', note: ' No links. ' }),
    bodyOf({ decision: 'escalate', ruleId: 'R7', note: '' }),
  ];
  expect(bodies.map((body) => reviewDecisionBody.parse(body))).toEqual([
    { decision: 'reject', ruleId: 'R7', note: 'No links.' },
    { decision: 'escalate', note: '' },
  ]);
});

test('leaving asks only where something was written', () => {
  expect(isWritten(emptyDraft('reject'))).toBe(false);
  expect(isWritten({ ...emptyDraft('escalate'), note: 'Look at this' })).toBe(true);
});

test('what will be decided at once is listed in its order, and what is not known is counted', () => {
  const row = (id: string, claim: ReviewCase['claim'] = null) =>
    ({ id, rating: 1, title: '', excerpt: id, app: { name: 'Tern' }, author: { name: 'A' }, claim }) as ReviewQueueItem;
  const opened = { ...row('b'), neighbours: [{ ...row('d'), body: 'near' }] } as unknown as ReviewCase;
  const { rows, unknown } = listedOf(['a', 'b', 'c', 'd'], opened, [row('a', claimed(false))]);
  expect(rows.map(({ id, heldBy }) => [id, heldBy])).toEqual([
    ['a', 'Mira'],
    ['b', null],
    ['d', null],
  ]);
  expect(unknown).toBe(1);
});
