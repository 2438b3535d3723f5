import { describe, expect, test } from 'vitest';
import { bodyMax, reviewStates, titleMax } from '@/lib/reviews/rules';
import { reviewBody, reviewRefusals, reviewReportReasons, reviewsQuery } from '@/lib/reviews/schema';
import { choiceOf, isFiltered, paramsOf, queryOf, unfiltered } from './choice';
import { countText, emptyDraft, isSameDraft, nearEndText, problemsOf } from './draft';
import { askAgainMs } from './follow';
import { cast } from './votes';
import { refusalWords, reportReasonWords, stateTones } from './words';

describe('a draft', () => {
  const fine = { rating: 4, title: 'Fine', body: 'It opens my files.' };

  test('needs stars and nothing else', () => {
    expect(problemsOf(emptyDraft)).toEqual({ rating: 'Choose how many stars first.', title: null, body: null });
    expect(problemsOf({ ...emptyDraft, rating: 1 })).toEqual({ rating: null, title: null, body: null });
  });

  test('is measured in code points, without the space around it, as the store does', () => {
    const emoji = '😀'.repeat(bodyMax);
    expect(problemsOf({ ...fine, body: `  ${emoji}  ` }).body).toBeNull();
    expect(problemsOf({ ...fine, body: `${emoji}a` }).body).toBe('One character too many.');
    expect(problemsOf({ ...fine, title: 'a'.repeat(titleMax + 1_200) }).title).toBe('1,200 characters too many.');
    expect(countText(emoji, bodyMax)).toBe('4,000 of 4,000 characters');
  });

  test.each([
    ['Zero width only: \u200b', { ...fine, body: '\u200b' }],
    ['direction', { ...fine, body: 'fine \u202e enif' }],
    ['two lines of title', { ...fine, title: 'a\nb' }],
    ['too long', { ...fine, body: 'a'.repeat(bodyMax + 1) }],
    ['no stars', { ...fine, rating: 0 }],
    ['emoji and right-to-left', { ...fine, title: 'ممتاز 👍🏽', body: '<b>עברית</b>\nשורה' }],
  ])('has a problem exactly where the store would refuse it: %s', (_, draft) => {
    const refused = new Set(reviewBody.safeParse(draft).error?.issues.map(({ path }) => path[0]));
    const found = Object.entries(problemsOf(draft)).flatMap(([field, problem]) => (problem ? [field] : []));
    expect(found).toEqual([...refused]);
  });

  test('is the same whatever space stands around it', () => {
    expect(isSameDraft(fine, { ...fine, body: ` ${fine.body}\n` })).toBe(true);
    expect(isSameDraft(fine, { ...fine, rating: 5 })).toBe(false);
  });

  test('speaks of its end once that is near', () => {
    expect(nearEndText('a'.repeat(3_799), bodyMax)).toBe('');
    expect(nearEndText('a'.repeat(3_800), bodyMax)).not.toBe('');
  });
});

describe('what is chosen of the reviews', () => {
  const drawn = { sort: 'critical', stars: '2', cursor: 'abc', limit: '10' };

  test('is the page as it was drawn until something else is chosen, and again afterwards', () => {
    const choice = choiceOf(drawn);
    expect(paramsOf(choice, drawn)).toBe(drawn);
    expect(paramsOf({ ...choice, stars: null }, drawn)).toEqual({ sort: 'critical', limit: '10' });
    expect(paramsOf(choiceOf({ limit: '10' }), { limit: '10' })).toEqual({ limit: '10' });
  });

  test('is asked for in words that the store knows, and is read back from them', () => {
    const choice = { sort: 'recent', stars: 4, version: '2.0 beta', isAnswered: true };
    const query = queryOf(choice);
    expect(reviewsQuery.parse(query)).toMatchObject({
      sort: 'recent',
      stars: 4,
      version: '2.0 beta',
      withResponse: true,
    });
    expect(choiceOf(query)).toEqual(choice);
    expect([isFiltered(choice), isFiltered(unfiltered(choice))]).toEqual([true, false]);
  });
});

describe('a vote', () => {
  const none = { helpful: null, helpfulCount: 3 };

  test('counts, changes and is taken back', () => {
    const yes = cast(none, true);
    expect(yes).toEqual({ helpful: true, helpfulCount: 4 });
    expect(cast(yes, true)).toEqual(none);
    expect(cast(yes, false)).toEqual({ helpful: false, helpfulCount: 3 });
    expect(cast(cast(none, false), false)).toEqual(none);
  });

  test('never counts less than nobody', () => {
    expect(cast({ helpful: true, helpfulCount: 0 }, true)).toEqual({ helpful: null, helpfulCount: 0 });
  });
});

test('a review is asked after every second for 20 seconds, then less and less', () => {
  expect([0, 19_999, 20_000, 119_999, 120_000].map(askAgainMs)).toEqual([1_000, 1_000, 5_000, 5_000, 30_000]);
});

test('every state, refusal and reason has its words', () => {
  expect(Object.keys(stateTones).sort()).toEqual([...reviewStates].sort());
  expect(Object.keys(refusalWords).sort()).toEqual([...reviewRefusals].sort());
  expect(Object.keys(reportReasonWords).sort()).toEqual([...reviewReportReasons].sort());
});
