import { describe, expect, it, test } from 'vitest';
import { reviewBody } from './schema';
import { type ReviewAction, can, lengthOf, reviewStates, stateWords, transitions, wilsonLowerBound } from './rules';

describe('what may happen to a review', () => {
  test.each([
    ['machine', ['approved>manual_review', 'pending>approved', 'pending>manual_review', 'pending>rejected']],
    ['author', [...reviewStates.map((from) => `${from}>pending`), 'rejected>appealed']],
  ] as const)('by the %s is what the table of the specification says', (by, moves) => {
    const found = (Object.keys(transitions) as ReviewAction[])
      .filter((action) => transitions[action].by === by)
      .flatMap((action) => transitions[action].from.map((from) => `${from}>${transitions[action].to}`));
    expect(found.sort()).toEqual([...moves].sort());
  });

  test('by moderators starts where something waits for them, or at what is shown', () => {
    expect(reviewStates.filter((state) => can('approve', state))).toEqual(['manual_review', 'escalated']);
    expect(reviewStates.filter((state) => can('reject', state))).toEqual(['approved', 'manual_review', 'escalated']);
    expect(reviewStates.filter((state) => can('overturn', state))).toEqual(['appealed']);
  });

  test('only what was approved is ever shown', () => {
    for (const { to, shows } of Object.values(transitions)) {
      if (shows === 'yes') expect(to).toBe('approved');
      if (to === 'rejected' || to === 'appealed') expect(shows).toBe('no');
    }
    expect(Object.keys(stateWords)).toEqual([...reviewStates]);
  });
});

describe('Wilson’s lower bound', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0.2065],
    [9, 10, 0.5958],
    [50, 100, 0.4038],
    [0, 5, 0],
    [900, 1000, 0.8798],
  ])('of %i of %i is %d', (helpful, total, bound) => {
    expect(wilsonLowerBound(helpful, total)).toBeCloseTo(bound, 3);
  });
});

describe('the words of a review', () => {
  const parse = (values: object) => reviewBody.safeParse({ rating: 4, ...values });

  it.each([
    ['<b>not</b> & "markup"'],
    ['👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['می‌خواهم این برنامه را'],
    ['\u200fתוכנה טובה\u200f'],
    ['Line one\nLine two\ttabbed'],
    ['😀'.repeat(4000)],
    ['❤️'],
    ['👍🏽'],
    ['1️⃣'],
    ['⠓⠊'],
    ['नमस्ते'],
    ['e\u0301'],
  ])('may be %s', (body) => {
    expect(parse({ body }).data?.body).toBe(body);
  });

  it.each([
    ['a body of 4,001', { body: '😀'.repeat(4001) }],
    ['a title of 101', { title: 'x'.repeat(101) }],
    ['a title of two lines', { title: 'one\ntwo' }],
    ['a bell', { body: 'ring\u0007' }],
    ['what turns the direction', { body: 'abc\u202edef' }],
    ['nothing to see', { body: '\u200b\u200b' }],
    ['nothing but joiners of graphemes', { body: '\u034f\u034f' }],
    ['nothing but selectors of variants', { body: '\ufe0f \u{e0100}', title: 'Good' }],
    ['nothing but marks without a letter', { title: '\u0301\u20e3' }],
    ['nothing but fillers and blanks', { body: '\u3164\uffa0\u2800\u180e\u{1d159}' }],
    ['no stars', { rating: 0 }],
    ['six stars', { rating: 6 }],
    ['half a star', { rating: 4.5 }],
    ['what nobody asked for', { isVisible: true }],
  ])('are refused for %s', (_, values) => {
    expect(parse(values).success).toBe(false);
  });

  test('are trimmed at both ends and counted in code points', () => {
    expect(parse({ title: '  Good ', body: ' \n fine \n' }).data).toEqual({ rating: 4, title: 'Good', body: 'fine' });
    expect(parse({}).data).toEqual({ rating: 4, title: '', body: '' });
    expect(lengthOf('😀é')).toBe(2);
  });
});
