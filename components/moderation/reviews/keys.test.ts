import { expect, test } from 'vitest';
import { reviewRules } from '@/lib/moderation/reviews/rules';
import { commandOf } from '../keys';
import { reviewKeys } from './keys';
import { ruleOfKey } from './rule-choice';

const free = { isTyping: false, isDialogOpen: false };

test.each([
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'approve'],
  ['R', 'reject'],
  ['e', 'escalate'],
  ['u', 'undo'],
  ['c', 'claim'],
  ['?', 'help'],
  ['1', null],
  ['Enter', null],
])('%s means %s', (key, command) => {
  expect(commandOf(reviewKeys, { key }, free)).toBe(command);
});

test('nothing is decided or taken back by a held key, in a field or behind a dialog', () => {
  for (const { key, command } of reviewKeys) {
    const isMove = command === 'next' || command === 'previous';
    expect(commandOf(reviewKeys, { key, repeat: true }, free)).toBe(isMove ? command : null);
    expect(commandOf(reviewKeys, { key }, { ...free, isTyping: true })).toBeNull();
    expect(commandOf(reviewKeys, { key }, { ...free, isDialogOpen: true })).toBeNull();
  }
});

test('each rule has its digit, and no other key chooses one', () => {
  expect(reviewRules.map((_, index) => ruleOfKey(String(index + 1)))).toEqual(reviewRules.map(({ id }) => id));
  expect(['0', '9', 'r', 'F1', '12'].map(ruleOfKey)).toEqual([null, null, null, null, null]);
});
