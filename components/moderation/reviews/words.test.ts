import { expect, test } from 'vitest';
import { actionOf, integrityActions, signalNames } from '@/lib/integrity/rules';
import {
  actionNames,
  bulkWords,
  causeWords,
  meanwhileWords,
  ruleWords,
  scoreText,
  scoreWords,
  signalWords,
  titleOf,
} from './words';

test.each([
  [0, '0.00'],
  [0.299_999, '0.29'],
  [0.3, '0.30'],
  [0.599_999, '0.59'],
  [0.6, '0.60'],
  [0.57, '0.57'],
  [1, '1.00'],
])('a score of %d is written %s: never over a threshold that it does not reach', (score, text) => {
  expect(scoreText(score)).toBe(text);
});

test('what is said of a score is what happens to it', () => {
  const said = { rejected: 'rejected by itself', manual_review: 'a person decides', approved: 'published by itself' };
  for (const score of [0, 0.299_999, 0.3, 0.599_999, 0.6, 1]) {
    expect(scoreWords(score)).toContain(said[actionOf(score)]);
  }
});

test('signals, actions, causes and rules all have names', () => {
  expect(Object.keys(signalWords)).toEqual([...signalNames]);
  expect(Object.keys(actionNames).sort()).toEqual([...integrityActions].sort());
  expect(causeWords('burst')).toBe('A burst was recognised');
  expect(causeWords('some_new_one')).toBe('some new one');
  expect([ruleWords('R2'), ruleWords('R99')]).toEqual(['R2 Not bought', 'R99']);
});

test('it is said what others see while a review waits', () => {
  const shown = { rating: 5, title: '', body: 'Before' };
  expect(meanwhileWords({ isVisible: false, shown: null, status: 'manual_review' })).toBe('Nobody else sees it.');
  expect(meanwhileWords({ isVisible: true, shown: null, status: 'manual_review' })).toContain('as it stands here');
  expect(meanwhileWords({ isVisible: true, shown, status: 'manual_review' })).toContain('what it was before');
});

test('many decisions at once say what was left as it is, and why', () => {
  const answer = { batchId: 'b', undoUntil: '' };
  const refused = ['already_claimed', 'already_decided', 'already_claimed', 'brand_new'].map((code, i) => ({
    id: String(i),
    code,
  }));
  expect(bulkWords('reject', { ...answer, decided: ['x'], refused: [] })).toBe('1 review rejected.');
  expect(bulkWords('approve', { ...answer, decided: ['x', 'y'], refused })).toBe(
    '2 reviews approved. Left as they are: 2 somebody else has, 1 decided meanwhile, 1 brand new.',
  );
});

test('one of several reviews of an app is named by its author, as long as they are known', () => {
  const one = { rating: 1, app: { name: 'Porchlight' } };
  expect(titleOf({ ...one, author: { name: 'Mira' } })).toBe('Mira’s 1 star for Porchlight');
  expect(titleOf({ ...one, author: { name: '' } })).toBe('1 star for Porchlight');
});
