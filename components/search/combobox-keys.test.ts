import { describe, expect, test } from 'vitest';
import { actionOf } from './combobox-keys';

const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
const box = { isOpen: true, active: -1, count: 3, hasText: true, canRemove: false };
const press = (key: string, change: Partial<typeof box> = {}, held: Partial<typeof plain> = {}) =>
  actionOf({ key, ...plain, ...held }, { ...box, ...change });

describe('the arrows', () => {
  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowUp', -1, 2],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 2],
  ])('%s goes from %i to %i', (key, active, to) => expect(press(key, { active })).toEqual({ kind: 'move', to }));

  test('open the list that is closed and go to its first or last option', () => {
    expect(press('ArrowDown', { isOpen: false })).toEqual({ kind: 'move', to: 0 });
    expect(press('ArrowUp', { isOpen: false })).toEqual({ kind: 'move', to: 2 });
    expect(press('ArrowDown', { isOpen: false, count: 0 })).toEqual({ kind: 'open' });
  });

  test('with Alt open and close it, and go nowhere', () => {
    expect(press('ArrowDown', { isOpen: false }, { altKey: true })).toEqual({ kind: 'open' });
    expect(press('ArrowUp', {}, { altKey: true })).toEqual({ kind: 'close' });
  });
});

test('Enter chooses the active option, and sends the text where there is none', () => {
  expect(press('Enter', { active: 1 })).toEqual({ kind: 'choose' });
  expect(press('Enter')).toEqual({ kind: 'pass' });
  expect(press('Enter', { isOpen: false, active: 1 })).toEqual({ kind: 'pass' });
});

test('Escape closes the list first and empties the box then', () => {
  expect(press('Escape')).toEqual({ kind: 'close' });
  expect(press('Escape', { isOpen: false })).toEqual({ kind: 'clear' });
  expect(press('Escape', { isOpen: false, hasText: false })).toEqual({ kind: 'pass' });
});

test.each(['Home', 'End', 'ArrowLeft', 'ArrowRight'])('%s goes back into the text', (key) => {
  expect(press(key, { active: 1 })).toEqual({ kind: 'text' });
  expect(press(key)).toEqual({ kind: 'pass' });
});

test('Delete takes away what can be taken away, and is a key of the text elsewhere', () => {
  expect(press('Delete', { active: 0, canRemove: true })).toEqual({ kind: 'remove' });
  expect(press('Delete', { active: 0 })).toEqual({ kind: 'pass' });
  expect(press('Delete', { canRemove: true })).toEqual({ kind: 'pass' });
});

test.each(['ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Home', 'Tab'])(
  '%s is the input method’s while it composes',
  (key) => expect(press(key, { active: 1 }, { isComposing: true })).toEqual({ kind: 'pass' }),
);

test('shortcuts of the browser stay the browser’s', () => {
  expect(press('ArrowDown', {}, { ctrlKey: true })).toEqual({ kind: 'pass' });
  expect(press('ArrowLeft', { active: 1 }, { metaKey: true })).toEqual({ kind: 'pass' });
});
