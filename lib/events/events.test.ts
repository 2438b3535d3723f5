import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { fromMessage, toMessage } from './events';

const now = new Date('2026-02-03T04:05:06.789Z');

test('an event survives the journey through a queue', () => {
  const [id, purchaseId] = [newId(), newId()];
  const message = toMessage({ type: 'purchase.completed', payload: { purchaseId } }, id, now);
  expect(fromMessage('purchase.completed', JSON.parse(JSON.stringify(message)))).toEqual({
    id,
    type: 'purchase.completed',
    occurredAt: now,
    payload: { purchaseId },
  });
});

test('a payload that is not of its type is refused by the sender', () => {
  expect(() => toMessage({ type: 'purchase.completed', payload: { purchaseId: 'p1' } }, newId(), now)).toThrow();
});

test.each([
  ['nothing', null],
  ['another payload', { id: newId(), version: 1, occurredAt: now.toISOString(), payload: { userId: newId() } }],
  [
    'a payload with more in it',
    { id: newId(), version: 1, occurredAt: now.toISOString(), payload: { purchaseId: newId(), email: 'a' } },
  ],
  ['a later version', { id: newId(), version: 2, occurredAt: now.toISOString(), payload: { purchaseId: newId() } }],
  ['no id', { version: 1, occurredAt: now.toISOString(), payload: { purchaseId: newId() } }],
])('%s is not a message of the queue', (_, data) => {
  expect(fromMessage('purchase.completed', data)).toBeNull();
});
