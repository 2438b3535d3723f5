import { expect, test } from 'vitest';
import type { DeskEvent, ReviewQueueItem } from '@/lib/moderation/reviews/schema';
import { afterEvent, changesOf, isWorse, type QueueState } from './live';
import { readEvent } from './use-events';

const mira = { id: 'm', name: 'Mira' };
const now = Date.parse('2026-03-03T12:00:00Z');
const row = (id: string, changes: Partial<ReviewQueueItem> = {}) =>
  ({ id, priority: 1, claim: null, ...changes }) as ReviewQueueItem;
const event = (kind: DeskEvent['kind'], ids: string[], by: DeskEvent['by'] = mira): DeskEvent => ({ kind, ids, by });
const changes = (one: DeskEvent, state: QueueState = 'open', known = ['a', 'b'], inSight = known) =>
  changesOf(one, state, { isKnown: (id) => known.includes(id), isInSight: (id) => inSight.includes(id) });

test('a row shows at once who has taken it, for how long, and that it was given back', () => {
  const taken = afterEvent(row('a'), event('claimed', ['a']), { meId: 'x', now });
  expect(taken.claim).toEqual({ by: mira, expiresAt: '2026-03-03T12:30:00.000Z', isMine: false });
  expect(afterEvent(row('a'), event('claimed', ['a']), { meId: 'm', now }).claim?.isMine).toBe(true);
  expect(afterEvent(taken, event('released', ['a'], null), { meId: 'x', now }).claim).toBeNull();
});

test('rows that an event is not about stay the very same', () => {
  const one = row('b');
  expect(afterEvent(one, event('claimed', ['a']), { meId: 'x', now })).toBe(one);
  expect(afterEvent(one, event('released', ['b']), { meId: 'x', now })).toBe(one);
});

test('what somebody decided leaves the queue, and what they took back returns to it', () => {
  expect(changes(event('decided', ['a', 'z'])).gone).toEqual(['a', 'z']);
  expect(changes(event('undone', ['a'], null), 'open', ['a', 'b'], ['b'])).toEqual({
    gone: [],
    back: ['a'],
    fresh: [],
  });
  expect(changes(event('undone', ['z'], null)).fresh).toEqual(['z']);
});

test('what comes in is counted once and moves no row', () => {
  expect(changes(event('queued', ['a', 'c', 'd'], null))).toEqual({ gone: [], back: [], fresh: ['c', 'd'] });
  expect(changes(event('queued', ['c'], null), 'escalated').fresh).toEqual([]);
});

test('the list of what is decided is left alone', () => {
  expect(changes(event('decided', ['a']), 'decided')).toEqual({ gone: [], back: [], fresh: [] });
});

test('the worst comes first, and what is as bad in the order of its writing', () => {
  const rows = [row('b', { priority: 0.5 }), row('c'), row('a')].sort((x, y) => (isWorse(x, y) ? -1 : 1));
  expect(rows.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

test('an event that cannot be read is none', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  expect(readEvent(JSON.stringify({ kind: 'queued', ids: [id], by: null }))).toEqual(event('queued', [id], null));
  for (const data of ['', '{', '{"kind":"danced","ids":[],"by":null}', undefined]) expect(readEvent(data)).toBeNull();
});
