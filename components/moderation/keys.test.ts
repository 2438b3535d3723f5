import { describe, expect, test } from 'vitest';
import { commandOf, deskKeys, isTypingIn } from './keys';

const free = { isTyping: false, isDialogOpen: false };

test.each([
  ['j', 'next'],
  ['J', 'next'],
  ['k', 'previous'],
  ['c', 'claim'],
  ['a', 'approve'],
  ['r', 'reject'],
  ['m', 'reject_metadata'],
  ['?', 'help'],
  ['x', null],
  ['Enter', null],
])('%s means %s', (key, command) => {
  expect(commandOf(deskKeys, { key }, free)).toBe(command);
});

test('a letter that is typed into a field, or pressed in a dialog, decides nothing', () => {
  for (const { key } of deskKeys) {
    expect(commandOf(deskKeys, { key }, { ...free, isTyping: true })).toBeNull();
    expect(commandOf(deskKeys, { key }, { ...free, isDialogOpen: true })).toBeNull();
  }
});

test('keys of the browser and of input methods stay theirs', () => {
  const others = [
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { isComposing: true },
    { defaultPrevented: true },
  ];
  for (const other of others) expect(commandOf(deskKeys, { key: 'r', ...other }, free)).toBeNull();
});

test('a held key walks the queue and decides nothing twice', () => {
  expect(commandOf(deskKeys, { key: 'j', repeat: true }, free)).toBe('next');
  expect(commandOf(deskKeys, { key: 'a', repeat: true }, free)).toBeNull();
});

describe('keys go into', () => {
  test.each([
    [{ tagName: 'TEXTAREA' }, true],
    [{ tagName: 'SELECT' }, true],
    [{ tagName: 'INPUT', type: 'text' }, true],
    [{ tagName: 'INPUT', type: 'search' }, true],
    [{ tagName: 'INPUT' }, true],
    [{ tagName: 'DIV', isContentEditable: true }, true],
    [{ tagName: 'INPUT', type: 'checkbox' }, false],
    [{ tagName: 'INPUT', type: 'radio' }, false],
    [{ tagName: 'BUTTON' }, false],
    [null, false],
  ])('%j: %s', (element, isTyping) => {
    expect(isTypingIn(element)).toBe(isTyping);
  });
});
