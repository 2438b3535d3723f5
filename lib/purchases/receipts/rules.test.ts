import { expect, test } from 'vitest';
import { decodeObject, fromMilliunits, splitReceipt, standingOf, toMilliunits } from './rules';

test.each([
  [499, 'USD', 4_990],
  [1, 'USD', 10],
  [0, 'EUR', 0],
  [300, 'JPY', 300_000],
  [1_250, 'KWD', 1_250],
  [9_007_199_254_740, 'USD', 90_071_992_547_400],
])('%i minor units of %s are %i milliunits, and back', (minor, currency, milli) => {
  expect(toMilliunits(minor, currency)).toBe(milli);
  expect(fromMilliunits(milli, currency)).toBe(minor);
});

const now = new Date('2026-06-15T12:00:00Z');
const before = new Date('2026-06-01T12:00:00Z');
const later = new Date('2026-07-01T12:00:00Z');
const bought = { isRefunded: false, expiresAt: null, paidUntil: null, isHeld: true };

test.each([
  ['bought', {}, 'active', true],
  ['refunded', { isRefunded: true, isHeld: false }, 'refunded', false],
  ['refunded, whatever else is said', { isRefunded: true }, 'refunded', false],
  ['taken away', { isHeld: false }, 'revoked', false],
  ['in its period', { expiresAt: later, paidUntil: later }, 'active', true],
  ['over', { expiresAt: before, paidUntil: before }, 'expired', false],
  ['over at this moment', { expiresAt: now, paidUntil: now }, 'expired', false],
  ['renewed since', { expiresAt: before, paidUntil: later }, 'expired', true],
  ['over and taken away', { expiresAt: before, paidUntil: before, isHeld: false }, 'expired', false],
])('what is %s is worth that', (_, change, status, entitled) => {
  expect(standingOf({ ...bought, ...change }, now)).toEqual({ status, entitled });
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  '',
  'receipt',
  'a.b',
  `${part({})}.e30`,
  `${part({})}.e30.c2ln.more`,
  `${part([])}.e30.c2ln`,
  `${part('text')}.e30.c2ln`,
  `${part(null)}.e30.c2ln`,
  'bm90IGpzb24.e30.c2ln',
  '.e30.c2ln',
  `${part({})}.e3 0.c2ln`,
  `${part({})}.e30=.c2ln`,
  `${part({})}.e30.c2/n`,
  '_w.e30.c2ln',
])('%j is no receipt', (text) => {
  expect(splitReceipt(text)).toBeNull();
});

test('three parts with a JSON header are one, whatever they say', () => {
  expect(splitReceipt(`${part({ alg: 'none' })}.e30.`)).toMatchObject({ header: { alg: 'none' }, signature: '' });
  expect(decodeObject(part({ name: 'Zoë 🍐' }))).toEqual({ name: 'Zoë 🍐' });
});
