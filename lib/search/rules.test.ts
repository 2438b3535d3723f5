import { describe, expect, it } from 'vitest';
import { isWithinOneEdit, qualityOf, type Rankable, rerank, windowSize } from './rules';
import { normalise, skeletonOf } from './text';

const maxima = { ratingCount: 999, downloads: 999_999 };
const none = { averageRating: 0, ratingCount: 0, downloads: 0, engagement: 0 };
const day = 86_400_000;
let serial = 0;

/** Of an organisation of its own, in one category, released a day after the one before. */
function app(name: string, values: Partial<Rankable> = {}): Rankable & { name: string } {
  serial += 1;
  return {
    ...none,
    id: String(serial).padStart(6, '0'),
    name,
    normalisedName: normalise(name),
    skeleton: skeletonOf(name),
    organizationId: `organisation ${serial}`,
    isVerified: false,
    category: 'finance',
    releasedAt: serial * day,
    score: 0.5,
    ...values,
  };
}

const order = (candidates: (Rankable & { name: string })[], q: string) =>
  rerank(candidates, normalise(q), maxima).map(({ name }) => name);

describe('quality', () => {
  it.each([
    [none, 0],
    [{ averageRating: 5, ratingCount: 999, downloads: 999_999, engagement: 1 }, 1],
    [{ ...none, averageRating: 4 }, 0.24],
    // log1p(31.6…) is half of log1p(999).
    [{ ...none, ratingCount: Math.sqrt(1_000) - 1 }, 0.1],
    [{ ...none, downloads: 999 }, 0.15],
    [{ ...none, engagement: 0.5 }, 0.1],
    [{ averageRating: 4.5, ratingCount: 99, downloads: 9_999, engagement: 0.25 }, 0.27 + 0.4 / 3 + 0.2 + 0.05],
  ])('of %j is %f', (signals, quality) => {
    expect(qualityOf(signals, maxima)).toBeCloseTo(quality, 10);
  });

  it('takes nothing for a part whose maximum is 0', () => {
    const best = { averageRating: 5, ratingCount: 10, downloads: 10, engagement: 1 };
    expect(qualityOf(best, { ratingCount: 0, downloads: 0 })).toBeCloseTo(0.5, 10);
  });

  it('stays within 0 and 1 when figures outgrow maxima of an hour ago', () => {
    expect(qualityOf({ averageRating: 5, ratingCount: 1e9, downloads: 1e12, engagement: 7 }, maxima)).toBe(1);
    expect(qualityOf({ averageRating: -1, ratingCount: -5, downloads: -5, engagement: -1 }, maxima)).toBe(0);
  });
});

describe('re-ranking', () => {
  it('weighs 0.6 of the text’s score over the window and 0.4 of quality', () => {
    const best = app('Best text', { score: 30 });
    // 0.6 · 0.5 + 0.4 · 0.75 = 0.6, as much as the best text has.
    const even = app('Even', { score: 20, averageRating: 5, ratingCount: 999, downloads: 999, engagement: 0.5 });
    const worst = app('Worst', { score: 10, averageRating: 5, ratingCount: 999, downloads: 999_999, engagement: 1 });
    expect(order([worst, { ...even, engagement: 0.51 }, best], 'q')).toEqual(['Even', 'Best text', 'Worst']);
    expect(order([worst, { ...even, engagement: 0.49 }, best], 'q')).toEqual(['Best text', 'Even', 'Worst']);
  });

  it('goes by quality alone where all scores are equal', () => {
    expect(order([app('Plain', { score: 3 }), app('Good', { score: 3, averageRating: 4 })], 'q')).toEqual([
      'Good',
      'Plain',
    ]);
  });

  it('is one order whatever order the candidates come in', () => {
    const apps = Array.from({ length: 9 }, (_, i) => app(`App number ${i} of many`, { releasedAt: null }));
    const ordered = order(apps, 'q');
    expect(ordered).toEqual(apps.map(({ name }) => name));
    expect(order(apps.toReversed(), 'q')).toEqual(ordered);
  });

  it('gives every candidate once, and of none nothing', () => {
    expect(rerank([], 'q', maxima)).toEqual([]);
    expect(rerank([app('One')], 'q', maxima)).toHaveLength(1);
  });

  it('puts the app of that name first whatever its quality, several by their rank', () => {
    const great = app('Ledgers', { score: 9, averageRating: 5, downloads: 999_999, releasedAt: null });
    const poor = app('LEDGER', { score: 1, releasedAt: null, organizationId: 'one' });
    const better = app('Ledger', { score: 2, releasedAt: null, organizationId: 'one' });
    expect(order([great, poor, better], ' ledger')).toEqual(['Ledger', 'LEDGER', 'Ledgers']);
  });

  it('gives a whole window, each once, in the order of its scores where nothing else tells them apart', () => {
    const window = Array.from({ length: windowSize }, (_, i) => app(`Ledger ${i}`, { score: i, releasedAt: null }));
    expect(rerank(window, 'books', maxima)).toEqual(window.toReversed());
  });
});

describe('an imitator', () => {
  const original = app('PayPal', { score: 0.1 });
  const other = app('Pay later', { score: 0.8 });

  it.each([
    ['looks the same', app('PayPaI', { score: 1, category: 'games' })],
    ['has one letter more', app('PayPall', { score: 1 })],
    ['has one letter less', app('PayPl', { score: 1 })],
    ['has another letter', app('PayPel', { score: 1 })],
    ['has the same name', app('PayPal', { score: 1, category: 'games' })],
  ])('that %s stands directly below what it imitates, also when its name was searched for', (_, imitator) => {
    expect(order([imitator, other, original], 'pay')).toEqual(['Pay later', 'PayPal', imitator.name]);
    expect(rerank([imitator, other, original], imitator.normalisedName, maxima).slice(0, 2)).toEqual([
      original,
      imitator,
    ]);
  });

  it.each([
    ['of the same organisation', app('PayPaI', { organizationId: original.organizationId })],
    ['verified', app('PayPaI', { isVerified: true })],
    ['in another category and only similar', app('PayPall', { category: 'games' })],
    ['older and only similar', app('PayPall', { releasedAt: 0 })],
    ['of unknown age and only similar', app('PayPall', { releasedAt: null })],
    ['two letters away', app('PayPalls')],
  ])('is none who is %s', (_, honest) => {
    expect(order([{ ...honest, score: 1 }, other, original], 'pay')[0]).toBe(honest.name);
  });

  it('is none with a name of four letters; five are enough, figures too', () => {
    for (const [name, like, isImitator] of [
      ['Tern', 'Tarn', false],
      ['Terns', 'Tarns', true],
      ['Tern1', 'Term1', true],
      ['a b c d', 'a b c e', false],
    ] as const) {
      const [real, fake] = [app(name, { score: 0 }), app(like, { score: 1 })];
      expect(order([fake, real], 'q')[0]).toBe(isImitator ? name : like);
    }
  });

  it('imitates the verified one of those that look the same, else the oldest, else the most downloaded', () => {
    const old = app('Signal', { releasedAt: 1, score: 0.2 });
    const young = app('Signa1', { releasedAt: 2, score: 0.9, downloads: 999 });
    const verified = app('SignaI', { releasedAt: 3, score: 0.1, isVerified: true });
    expect(order([young, verified, old], 'q')).toEqual(['SignaI', 'Signa1', 'Signal']);
    expect(order([young, old], 'q')).toEqual(['Signal', 'Signa1']);
    expect(order([young, { ...old, releasedAt: null }], 'q')).toEqual(['Signa1', 'Signal']);
  });

  it('stands with the others of its kind by rank, the one whose name was searched for before them', () => {
    const [a, b] = [app('PayPa1', { score: 0.3 }), app('РауРаl', { score: 0.2 })];
    expect(order([b, a, other, original], 'pay')).toEqual(['Pay later', 'PayPal', 'PayPa1', 'РауРаl']);
    expect(order([b, a, other, original], 'РауРаl')).toEqual(['PayPal', 'РауРаl', 'PayPa1', 'Pay later']);
  });

  it('of an imitator stands below that one', () => {
    const first = app('PayPali', { score: 0.5 });
    const second = app('PayPalix', { score: 1 });
    expect(order([second, first, other, original], 'q')).toEqual(['Pay later', 'PayPal', 'PayPali', 'PayPalix']);
    expect(order([second, first, other, original], 'PayPalix')).toEqual(['PayPal', 'PayPali', 'PayPalix', 'Pay later']);
  });

  it('does not push an app of the name that was searched for from its place', () => {
    const real = app('Payroll', { organizationId: 'one', isVerified: true, score: 0 });
    const named = app('Payroll2', { isVerified: true, score: 0.1 });
    const fake = app('Payrol', { score: 1 });
    expect(order([fake, named, real], 'payrol').slice(0, 2)).toEqual(['Payroll', 'Payrol']);
    expect(order([fake, named, real], 'payroll2')[0]).toBe('Payroll2');
  });
});

describe('one edit', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', true],
    ['abc', 'abcd', true],
    ['abc', 'bc', true],
    ['aab', 'ab', true],
    ['abc', 'acb', false],
    ['abc', 'abcde', false],
    ['abc', 'xbz', false],
    ['a🍎c', 'a🍏c', true],
    ['a🍎c', 'ac', true],
    ['', 'a', true],
  ])('%s and %s: %s', (a, b, isClose) => {
    expect(isWithinOneEdit(a, b)).toBe(isClose);
    expect(isWithinOneEdit(b, a)).toBe(isClose);
  });
});
