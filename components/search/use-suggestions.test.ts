import { expect, test } from 'vitest';
import { secondLine } from './suggestion-list';
import { isOneTyping } from './use-suggestions';

test.each([
  ['tea', 'tea p', true],
  ['tea', 'te', true],
  ['Tea', 'tea', true],
  ['tea', 'weather', false],
  ['tea', 'ti', false],
  ['tea', '', false],
])('suggestions for %s and what is typed now, %s: still the same typing is %s', (made, typed, isSame) => {
  expect(isOneTyping(made, typed)).toBe(isSame);
});

test('an app that is suggested shows its subtitle, or its developer where that is what was typed', () => {
  const app = { subtitle: 'Coins in a jar', developer: { name: 'Teapot Works' } };
  expect(secondLine(app, 'tea')).toBe('Teapot Works');
  expect(secondLine(app, 'jar')).toBe('Coins in a jar');
  expect(secondLine(app, 'kudos')).toBe('Coins in a jar');
  expect(secondLine({ ...app, subtitle: '' }, 'kudos')).toBe('Teapot Works');
});
