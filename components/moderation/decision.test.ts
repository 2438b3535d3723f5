import { expect, test } from 'vitest';
import { decisionBody } from '@/lib/moderation/schema';
import { bodyOf, type Draft, emptyDraft, isWritten, problemsOf } from './decision';

const rejection: Draft = {
  ...emptyDraft('reject'),
  guidelineIds: ['4.1', '2.1'],
  evidence: ' Crashes on start. ',
  note: ' Fix the start. ',
};

test('a rejection without a rule, evidence or a note says what is missing', () => {
  expect(Object.keys(problemsOf(emptyDraft('reject')))).toEqual(['guidelineIds', 'evidence', 'note']);
  expect(Object.keys(problemsOf({ ...rejection, evidence: '  ' }))).toEqual(['evidence']);
  expect(problemsOf(rejection)).toEqual({});
  expect(problemsOf(emptyDraft('approve'))).toEqual({});
});

test('what is sent is what the store takes', () => {
  const bodies = [
    rejection,
    { ...rejection, decision: 'reject_metadata' as const },
    emptyDraft('approve'),
    { ...emptyDraft('approve'), ageRating: 12 as const, note: 'Good.' },
  ].map(bodyOf);
  expect(bodies.map((body) => decisionBody.parse(body))).toEqual(bodies);
  expect(bodies[0]).toMatchObject({ guidelineIds: ['2.1', '4.1'], evidence: 'Crashes on start.' });
  expect(bodies[2]).toEqual({ decision: 'approve', note: '' });
});

test('an empty draft is nothing to lose', () => {
  expect([emptyDraft('approve'), emptyDraft('reject'), rejection].map(isWritten)).toEqual([false, false, true]);
});
