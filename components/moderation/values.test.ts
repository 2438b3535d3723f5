import { expect, test } from 'vitest';
import { changesOf, picturesOf, textList } from './values';

const id = '0190a1b2-0000-7000-8000-000000000000';

test('pictures are found by id, by address and in lists; what is none is left out', () => {
  expect(picturesOf(id)).toEqual([{ id, altText: '' }]);
  expect(picturesOf([{ id, altText: 'The chart' }])).toEqual([{ id, altText: 'The chart' }]);
  expect(picturesOf({ url: `/media/${id}/256.webp` })).toEqual([{ id, altText: '' }]);
  expect([picturesOf(null), picturesOf([]), picturesOf([3, null, ''])]).toEqual([[], [], []]);
});

test('a list of anything reads as a list of words', () => {
  expect(textList(['camera', 3, true, { a: 1 }])).toEqual(['camera', '3', 'yes', '{"a":1}']);
  expect([textList(null), textList('one')]).toEqual([[], ['one']]);
});

test('the changes of an audit row read as before and after where there are both', () => {
  const lines = changesOf({
    state: ['in_review', 'approved'],
    roles: { from: [], to: ['moderator'] },
    age: { before: 4, after: 12 },
    appId: 'a',
    ids: ['x', 'y'],
    price: { amountMinor: 5 },
    nothing: {},
    texts: { note: 'f00' },
  });
  expect(lines).toEqual([
    { name: 'state', before: 'in_review', after: 'approved' },
    { name: 'roles', before: '–', after: 'moderator' },
    { name: 'age', before: '4', after: '12' },
    { name: 'appId', before: null, after: 'a' },
    { name: 'ids', before: null, after: 'x, y' },
    { name: 'price.amountMinor', before: null, after: '5' },
    { name: 'nothing', before: null, after: '–' },
  ]);
});
