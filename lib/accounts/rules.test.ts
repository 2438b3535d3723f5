import { expect, test } from 'vitest';
import { countryLockedUntil, normaliseEmail } from './rules';

const now = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test('a country is locked for 30 days after a change, and never before one', () => {
  expect(countryLockedUntil(null, now)).toBeNull();
  expect(countryLockedUntil(daysAgo(30), now)).toBeNull();
  expect(countryLockedUntil(daysAgo(29), now)).toEqual(new Date('2026-11-22T12:00:00Z'));
});

test('addresses that differ in case and surrounding space are one account', () => {
  expect(normaliseEmail(' Ada@Example.COM\n')).toBe('ada@example.com');
});
