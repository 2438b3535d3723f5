import { expect, test } from 'vitest';
import type { OrganizationRole } from '@/lib/accounts/organizations/rules';
import type { Member } from '@/lib/accounts/organizations/schema';
import { rolesToGive, roleWords, whyNotChange, whyNotRemove } from './member-rules';

const member = (role: OrganizationRole, isMe = false): Member => ({
  userId: `${role}${isMe}`,
  name: role,
  email: `${role}@example.org`,
  role,
  joinedAt: '2026-03-03T00:00:00.000Z',
  isMe,
});
const as = (role: OrganizationRole, suspendedReason: string | null = null) => ({ role, suspendedReason });

test('each role says more than the one below it', () => {
  expect(roleWords('viewer')).toBe('See everything.');
  expect(roleWords('marketer')).toBe('See everything; change texts and pictures; and answer reviews.');
  const lengths = (['viewer', 'marketer', 'admin', 'owner'] as const).map((role) => roleWords(role).length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
});

test('owners are named and changed by owners alone', () => {
  expect(rolesToGive('owner')).toContain('owner');
  expect(rolesToGive('admin')).toEqual(['admin', 'marketer', 'viewer']);
  expect([rolesToGive('marketer'), rolesToGive(null)]).toEqual([[], []]);
  const two = [member('owner'), member('owner', true)];
  expect(whyNotChange(as('admin'), member('owner'), two)).toContain('owner');
  expect(whyNotChange(as('owner'), member('owner'), two)).toBeNull();
});

test('the last owner can neither become less nor leave, and is told why', () => {
  const me = member('owner', true);
  const all = [me, member('admin')];
  expect(whyNotChange(as('owner'), me, all)).toContain('last owner');
  expect(whyNotRemove(as('owner'), me, all)).toContain('last owner');
});

test('everybody else may leave, also where they may do nothing more', () => {
  for (const role of ['admin', 'marketer', 'viewer'] as const) {
    expect(whyNotRemove(as(role, 'Spam'), member(role, true), [member('owner'), member(role, true)])).toBeNull();
  }
  expect(whyNotRemove(as('viewer'), member('marketer'), [member('owner')])).toContain('role admin');
});
