import { describe, expect, test } from 'vitest';
import {
  actionOf,
  type Facts,
  type FactsV2,
  integrityActions,
  type Signal,
  scoreV1,
  scoreV2,
  signalNames,
  weights,
} from './rules';
import { sentenceOf } from './sentences';

const plain: Facts = {
  text: 'x'.repeat(100),
  authorReviews24h: 1,
  accountAgeDays: 400,
  owns: true,
  app: { in24h: 1, in28dBefore: 0, gapsUnder60s: 0 },
  highestSimilarity: 0,
};
const plainV2: FactsV2 = {
  ...plain,
  modelScore: null,
  firstReviewDays: 400,
  isPaid: true,
  coordination: { value: 1, isBurst: false, count: 1, expected: 2, hours: 24 },
  sameTextAccounts: 1,
};
const signalsOf = (facts: Partial<Facts>) => scoreV1({ ...plain, ...facts }).signals;
const contentOf = (text: string) => signalsOf({ text }).content;
const coordinated = (in24h: number, in28dBefore: number, gapsUnder60s = 0) =>
  signalsOf({ app: { in24h, in28dBefore, gapsUnder60s } }).coordination;

test('the weights are those of the specification and add up to 1', () => {
  expect(weights).toEqual({
    velocity: 0.15,
    content: 0.25,
    accountAge: 0.1,
    verifiedPurchase: 0.2,
    coordination: 0.2,
    originality: 0.1,
  });
  expect(signalNames).toEqual(Object.keys(weights));
  expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});

describe('version 1, row by row', () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 0.6],
    [5, 0.6],
    [6, 0.2],
    [50, 0.2],
  ])('velocity: %i reviews in 24 hours give %d', (authorReviews24h, value) => {
    expect(signalsOf({ authorReviews24h }).velocity).toBe(value);
  });

  test.each([
    ['', 0.5],
    [' \n ', 0.5],
    ['x'.repeat(100), 0.8],
    ['x'.repeat(400), 0.8],
    ['x'.repeat(50), 0.65],
    [`  ${'x'.repeat(50)}\n`, 0.65],
    // Code points of the NFC form: 50 emoji, 50 letters that are composed.
    ['😀'.repeat(50), 0.65],
    ['e\u0301'.repeat(50), 0.65],
    [`Great App ${'x'.repeat(90)}`, 0.65],
    [`greatest apparel ${'x'.repeat(83)}`, 0.8],
    [`glove items ${'x'.repeat(88)}`, 0.65],
    [`15 STARS ${'x'.repeat(91)}`, 0.65],
    [`one bug, ${'x'.repeat(91)}`, 1],
    [`Update! ${'x'.repeat(92)}`, 1],
    [`bugs and features, updated versions ${'x'.repeat(64)}`, 0.8],
    [`debug_bug ${'x'.repeat(90)}`, 0.8],
    [`amazing crash ${'x'.repeat(86)}`, 0.85],
    ['bug', 0.709],
  ])('content of %j is %d', (text, value) => {
    expect(contentOf(text)).toBeCloseTo(value, 12);
  });

  test.each(['great app', 'LOVE IT', 'best app ever', 'must download', 'amazing', 'Awesome', '5 stars'])(
    'content: "%s" is a stock phrase',
    (phrase) => expect(contentOf(`${phrase}${'x'.repeat(100)}`)).toBeCloseTo(0.65, 12),
  );

  test.each(['feature', 'update', 'version', 'bug', 'problem', 'solved', 'crash'])(
    'content: "%s" is particular',
    (word) => expect(contentOf(`${'x'.repeat(100)} ${word}`)).toBeCloseTo(1, 12),
  );

  test('account age: fractions of 30 days', () => {
    expect(signalsOf({ accountAgeDays: 0 }).accountAge).toBe(0);
    expect(signalsOf({ accountAgeDays: 1.5 }).accountAge).toBeCloseTo(0.05, 12);
    expect(signalsOf({ accountAgeDays: 30 }).accountAge).toBe(1);
    expect(signalsOf({ accountAgeDays: 3000 }).accountAge).toBe(1);
  });

  test('verified purchase: an active entitlement or not', () => {
    expect(signalsOf({ owns: true }).verifiedPurchase).toBe(1);
    expect(signalsOf({ owns: false }).verifiedPurchase).toBe(0.3);
  });

  test('coordination: more than five times the daily average, which is two at least', () => {
    expect(coordinated(10, 0)).toBe(1);
    expect(coordinated(11, 0)).toBe(0.3);
    expect(coordinated(15, 28 * 3)).toBe(1);
    expect(coordinated(16, 28 * 3)).toBe(0.3);
    expect(coordinated(16, 28 * 3 + 6)).toBe(1);
  });

  test('coordination: of at least five, more than 80% of the gaps under a minute', () => {
    expect(coordinated(4, 0, 3)).toBe(1);
    expect(coordinated(5, 0, 4)).toBe(0.4);
    expect(coordinated(6, 0, 4)).toBe(1);
    expect(coordinated(7, 0, 5)).toBe(0.4);
    expect(coordinated(11, 0, 10)).toBe(0.3);
  });

  test('originality: one less the highest similarity, 1 without a text', () => {
    expect(signalsOf({ highestSimilarity: 0.37 }).originality).toBeCloseTo(0.63, 12);
    expect(signalsOf({ highestSimilarity: 1 }).originality).toBe(0);
    expect(signalsOf({ text: '  ', highestSimilarity: 1 }).originality).toBe(1);
  });

  test('the score is rounded to six decimals before it is compared', () => {
    expect(actionOf(0.2999996)).toBe('manual_review');
    expect(actionOf(0.2999994)).toBe('rejected');
    expect(actionOf(0.5999995)).toBe('approved');
    expect(actionOf(0.599999)).toBe('manual_review');
    expect(scoreV1({ ...plain, accountAgeDays: 1 / 3 }).score).toBe(0.851111);
  });

  test('an owner is never rejected, whatever else', () => {
    const worst = { text: 'awesome', authorReviews24h: 99, accountAgeDays: 0, highestSimilarity: 1 };
    const { score, action } = scoreV1({ ...plain, ...worst, app: { in24h: 99, in28dBefore: 0, gapsUnder60s: 98 } });
    expect(score).toBeCloseTo(0.38275, 6);
    expect(action).toBe('manual_review');
  });
});

describe('version 2', () => {
  test('content is half the rule and half the model, which may be absent', () => {
    expect(scoreV2({ ...plainV2, modelScore: 0.4 }).signals.content).toBeCloseTo(0.6, 12);
    expect(scoreV2(plainV2).signals.content).toBeCloseTo(0.8, 12);
    expect(scoreV2({ ...plainV2, text: '', modelScore: 0 }).signals.content).toBe(0.5);
  });

  test.each([
    [0, 1],
    [0.5, 1],
    [0.6, 0.6],
    [0.7, 0.4],
    [0.8, 0.2],
    [0.9, 0.1],
    [1, 0],
  ])('originality of a long text that is %d similar is %d', (highestSimilarity, value) => {
    expect(scoreV2({ ...plainV2, highestSimilarity }).signals.originality).toBeCloseTo(value, 9);
  });

  test('a short text is judged by how many repeat it, not by one match', () => {
    const short = { ...plainV2, text: 'good app', highestSimilarity: 1 };
    expect(scoreV2(short).signals.originality).toBe(1);
    expect(scoreV2({ ...short, sameTextAccounts: 3 }).signals.originality).toBeCloseTo(0.7, 12);
    expect(scoreV2({ ...short, sameTextAccounts: 90 }).signals.originality).toBe(0.4);
  });

  test('a ring keeps the pace of one hand, and its sentence says how many it is', () => {
    const of = (companions: number) =>
      scoreV2({ ...plainV2, coordination: { ...plainV2.coordination, value: 0.2, companions } });
    expect([0, 2, 3, 9].map((companions) => of(companions).signals.velocity)).toEqual([1, 1, 0.2, 0.2]);
    const { signals, facts } = of(9);
    const { author, moderator } = sentenceOf('coordination', signals.coordination, facts);
    expect(moderator).toContain('9 accounts reviewed the same apps');
    expect(author).toBe('Others reviewed the same apps as you at the same times.');
  });

  test('copies in a recognised burst are rejected whatever their score; outside they are not', () => {
    const burst = { ...plainV2.coordination, value: 0.4, isBurst: true };
    expect(scoreV2({ ...plainV2, coordination: burst }).action).toBe('approved');
    expect(scoreV2({ ...plainV2, coordination: burst, highestSimilarity: 0.8 }).action).toBe('rejected');
    expect(scoreV2({ ...plainV2, coordination: burst, text: 'good app', sameTextAccounts: 5 }).action).toBe('rejected');
    expect(scoreV2({ ...plainV2, coordination: burst, text: 'good app', sameTextAccounts: 4 }).action).toBe('approved');
    expect(scoreV2({ ...plainV2, highestSimilarity: 1, sameTextAccounts: 9 }).action).toBe('approved');
    expect(scoreV2({ ...plainV2, coordination: burst, text: '', sameTextAccounts: 9 }).action).toBe('approved');
  });

  test('a new account that owns a free app passes alone and is held in a burst, even with the best of texts', () => {
    const young = { ...plainV2, accountAgeDays: 0, firstReviewDays: 0, isPaid: false };
    expect(scoreV2({ ...young, text: 'Nice one', modelScore: 0.5 }).action).toBe('approved');
    const burst = { ...plainV2.coordination, value: 0.1, isBurst: true };
    const text = `A crash ${'x'.repeat(200)}`;
    expect(scoreV2({ ...young, text, modelScore: 1, coordination: burst }).action).toBe('manual_review');
  });
});

describe('sentences', () => {
  const worst: FactsV2 = {
    ...plainV2,
    text: 'awesome',
    authorReviews24h: 7,
    accountAgeDays: 0.2,
    owns: false,
    modelScore: 0.1,
    firstReviewDays: 0,
    coordination: { value: 0.1, isBurst: true, count: 40, expected: 2, hours: 24 },
    highestSimilarity: 1,
    sameTextAccounts: 6,
  };
  const cases = [scoreV1(plain), scoreV1({ ...plain, text: '' }), scoreV2(plainV2), scoreV2(worst)];

  test('every signal has one for the author, without a figure, and one for moderators', () => {
    for (const { signals, facts } of cases) {
      for (const name of signalNames) {
        const { author, moderator } = sentenceOf(name, signals[name], facts);
        expect(author).toMatch(/^[A-Z][^\d%]*\.$/);
        expect(moderator).toMatch(/^[A-Z\d].*[^.]\.$/);
      }
    }
  });

  test('they say what was found, from the kept facts alone', () => {
    const { signals, facts } = scoreV2(worst);
    const kept = JSON.parse(JSON.stringify(facts));
    expect(signalNames.map((name) => sentenceOf(name, signals[name], kept).moderator)).toEqual([
      '7 reviews by the author in 24 hours; they wrote their first less than a day before.',
      '7 characters, with stock phrases, without particulars; 10% likely to be genuine, by the text model.',
      'The account was less than a day old, the author’s first review less than a day old.',
      'The author has no active entitlement: refunded, revoked or imported.',
      '40 reviews of the app in 24 hours, where 2 are usual: a recognised burst.',
      '6 accounts wrote this very text, the author among them.',
    ]);
    expect(JSON.stringify(facts)).not.toContain('awesome');
  });

  test('they do not contradict what is listed beside them, and are grammatical for one', () => {
    const said = (name: Signal, changes: Partial<FactsV2>) => {
      const { signals, facts } = scoreV2({ ...plainV2, ...changes });
      return sentenceOf(name, signals[name], facts).moderator;
    };
    expect(said('originality', { highestSimilarity: 0.15, sameTextAccounts: 24 })).toBe(
      '24 accounts wrote this very text, the author among them.',
    );
    expect(said('originality', { highestSimilarity: 0.15 })).toBe(
      'The most similar of the earlier texts is 15% like it.',
    );
    expect(said('originality', {})).toBe('No earlier text is anything like it.');
    const pace = { ...plainV2.coordination, hours: 1, expected: 1 };
    expect(said('coordination', { coordination: pace })).toBe('1 review of the app in an hour, where 1 is usual.');
    expect(said('coordination', { coordination: { ...pace, expected: 0.013889 } })).toBe(
      '1 review of the app in an hour, where hardly any are usual.',
    );
    expect(said('velocity', { firstReviewDays: 0 })).toBe('1 review by the author in 24 hours, their first ever.');
    expect(said('velocity', { firstReviewDays: 9.5 })).toBe(
      '1 review by the author in 24 hours; they wrote their first 9 days before.',
    );
  });
});

test('actions are the three that a review can meet', () => {
  expect(integrityActions).toEqual(['approved', 'manual_review', 'rejected']);
});
