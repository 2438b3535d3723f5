import { expect, test } from 'vitest';
import { standingOf, whyNotDecide } from './standing';

const now = Date.parse('2026-03-03T12:00:00Z');
const claimed = (isMine: boolean, expiresAt: string) => ({
  claim: { by: { id: 'p', name: 'Mira' }, expiresAt, isMine },
  outcome: null,
  conflict: null,
});

test('only who holds a claim that runs may decide', () => {
  const later = '2026-03-03T12:10:00Z';
  const cases = [
    claimed(true, later),
    claimed(false, later),
    claimed(true, '2026-03-03T11:59:00Z'),
    { ...claimed(true, later), conflict: 'You belong to it.' },
    { ...claimed(true, later), outcome: 'approved' as const },
    { claim: null, outcome: null, conflict: null },
  ];
  expect(cases.map((item) => whyNotDecide(standingOf(item, now)))).toEqual([
    null,
    'Mira is on it, 10 min left.',
    'Claim it first.',
    'You belong to it.',
    'It is decided.',
    'Claim it first.',
  ]);
});
