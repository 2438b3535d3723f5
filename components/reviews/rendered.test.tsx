import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { idle, PurchasesContext, type Purchases } from '@/components/store/purchase-context';
import type { MyReview as Mine, Ratings, Review } from '@/lib/reviews/schema';
import { render } from '@/tests/console-scene';
import { MyCard } from './my-card';
import { ReviewsSection } from './reviews-section';
import { StarChoice } from './star-choice';

const app = { id: '01890000-0000-7000-8000-000000000001', slug: 'tern', name: 'Tern' };

const review: Review = {
  id: '01890000-0000-7000-8000-000000000002',
  rating: 4,
  title: '<b>Good</b>',
  body: 'مرحبا <script>alert(1)</script>',
  author: { name: 'Ada' },
  country: 'DE',
  appVersion: '1.2.0',
  isPaid: true,
  helpfulCount: 3,
  createdAt: '2026-01-02T00:00:00.000Z',
  editedAt: '2026-01-03T00:00:00.000Z',
  response: { developer: 'Harbour', body: 'Thank you.', updatedAt: '2026-01-02T12:00:00.000Z', isBeforeEdit: true },
};

const mine: Mine = {
  ...review,
  id: '01890000-0000-7000-8000-000000000003',
  app,
  title: 'Mine',
  body: 'It opens my files.',
  response: null,
  status: 'pending',
  isVisible: false,
  shown: null,
  revision: 1,
  history: [],
  signals: [],
  rejection: null,
  appeal: null,
  appealUntil: null,
};

const ratings: Ratings = {
  range: 'all',
  version: null,
  average: 4.25,
  count: 1200,
  histogram: { '1': 10, '2': 0, '3': 90, '4': 500, '5': 600 },
  counted: 1200,
  total: 1250,
};

const purchases = (isSignedIn: boolean, isOwned = false): Purchases => ({
  isSignedIn,
  progressOf: () => ({ ...idle, phase: isOwned ? 'owned' : 'idle' }),
  prepare: () => undefined,
  begin: () => undefined,
  recall: () => undefined,
  send: async () => null,
  isUnsettled: () => false,
  announce: () => undefined,
});

type Change = Partial<Parameters<typeof ReviewsSection>[0]> & { isSignedIn?: boolean; isOwned?: boolean };

const section = ({ isSignedIn = true, isOwned = false, ...change }: Change = {}) =>
  render(
    <PurchasesContext value={purchases(isSignedIn, isOwned)}>
      <ReviewsSection
        app={app}
        params={{ limit: '10' }}
        first={{ items: [review], nextCursor: null }}
        ratings={ratings}
        versions={['1.2.0', '1.1.0']}
        mine={{ review: null, refusal: null }}
        {...change}
      />
    </PurchasesContext>,
  );

const card = (change: Partial<Mine>) =>
  render(
    <MyCard
      review={{ ...mine, ...change }}
      refusal={null}
      onEdit={() => undefined}
      onDelete={() => undefined}
      onAppeal={() => undefined}
      onNear={() => undefined}
    />,
  );

/** The buttons whose words begin so. */
const buttons = (page: string, name: string) =>
  (page.match(/<button.*?<\/button>/gs) ?? []).filter((button) => button.replace(/<[^>]*>/g, '').startsWith(name));

describe('the ratings', () => {
  test('are an average with its count, a histogram, and how many of the reviews count', () => {
    const page = section();
    for (const words of ['4.3', '1,200 ratings', '1,200 of 1,250 reviews counted', '/transparency']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('type="radio"');
  });

  test('have no average below five', () => {
    const page = section({ ratings: { ...ratings, average: null, count: 4, counted: 4, total: 4 } });
    expect(page).toContain('Not enough ratings');
    expect(page).toContain('4 ratings so far');
    expect(page).not.toContain('>4.3<');
  });

  test('that came from elsewhere say so in the place of their stars', () => {
    const histogram = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 };
    expect(section({ ratings: { ...ratings, histogram } })).toContain('from another catalogue');
  });

  test('that nobody gave invite the first one', () => {
    const none = { ...ratings, average: null, count: 0, counted: 0, total: 0 };
    const page = section({ ratings: none, first: { items: [], nextCursor: null } });
    expect(page).toContain('No ratings yet');
    expect(buttons(page, 'Write a review')).toHaveLength(1);
  });
});

describe('the reviews of others', () => {
  test('are text, whatever was written into them, in their own direction', () => {
    const page = section();
    expect(page).toContain('&lt;b&gt;Good&lt;/b&gt;');
    expect(page).not.toContain('<script>alert');
    expect(page).toMatch(/<p dir="auto" class="text-start[^>]*>مرحبا/);
  });

  test('say what was bought and edited, and what the developer answered before', () => {
    for (const words of [
      'Bought it',
      'Edited Jan 3, 2026',
      'Helpful to 3',
      'Thank you.',
      'before the review was edited',
    ])
      expect(section()).toContain(words);
  });

  test('can be voted on and reported', () => {
    const page = section();
    expect(page).toContain('Is the review by <bdi>Ada</bdi> helpful?');
    expect(page.match(/aria-pressed="false"[^>]*><svg/g)).toHaveLength(2);
    expect(page).toContain('Report');
  });

  test('do not have mine among them, which stands above', () => {
    const page = section({
      mine: { review: mine, refusal: null },
      first: { items: [{ ...review, id: mine.id }], nextCursor: null },
    });
    expect(page).toContain('Nobody else has written a review.');
    expect(page).not.toContain('Is the review by');
  });

  test('of which the filters leave none lead back to all', () => {
    const page = section({ params: { stars: '2', limit: '10' }, first: { items: [], nextCursor: null } });
    expect(page).toContain('No review is like that.');
    expect(buttons(page, 'Show all reviews')).toHaveLength(1);
    expect(page).toContain('2 stars only');
  });
});

describe('the way to a review of my own', () => {
  test('leads visitors to sign in and back', () => {
    expect(section({ isSignedIn: false })).toContain('/sign-in?next=%2Fapps%2Ftern%23reviews');
  });

  test.each([
    ['not_owned', 'Get the app first'],
    ['conflict_of_interest', 'You are one of those who make this app.'],
  ] as const)('is closed, with the reason: %s', (refusal, reason) => {
    const page = section({ mine: { review: null, refusal } });
    expect(page).toContain(reason);
    expect(buttons(page, 'Write a review')[0]).toContain('disabled');
  });

  test('opens for who got the app on this very page', () => {
    const page = section({ mine: { review: null, refusal: 'not_owned' }, isOwned: true });
    expect(buttons(page, 'Write a review')[0]).not.toContain('disabled=""');
  });
});

describe('my review', () => {
  test('says where it stands, aloud, while it is checked', () => {
    const page = card({});
    expect(page).toContain('Being checked');
    expect(page).toMatch(/role="status".*It is checked before others see it/s);
    expect(buttons(page, 'Edit')).toHaveLength(1);
    expect(buttons(page, 'Appeal')).toHaveLength(0);
  });

  test('says how it was checked in sentences, and what others see while an edit waits', () => {
    const page = card({
      isVisible: true,
      shown: { rating: 2, title: 'Before', body: '' },
      revision: 2,
      history: [{ revision: 1, rating: 2, title: 'Before', body: 'Old words.', createdAt: '2026-01-01T00:00:00.000Z' }],
      signals: [{ name: 'velocity', sentence: 'You write reviews at an ordinary pace.' }],
    });
    for (const words of [
      'Others still see what you wrote before',
      'How this was checked',
      'You write reviews at an ordinary pace.',
      'What you wrote before (1)',
      'Old words.',
    ])
      expect(page).toContain(words);
  });

  const rejection = {
    ruleId: 'R2',
    rule: 'Not bought',
    note: 'It is a copy.',
    isMachine: true,
    decidedAt: '2026-01-02T00:00:00.000Z',
  };

  test('that was rejected says why, who decided, and until when one can appeal', () => {
    const page = card({ status: 'rejected', rejection, appealUntil: '2026-07-01T00:00:00.000Z' });
    for (const words of ['Not published', 'Not bought', 'It is a copy.', 'Decided by a program', 'Jul 1, 2026'])
      expect(page).toContain(words);
    expect(buttons(page, 'Appeal')).toHaveLength(1);
    expect(card({ status: 'rejected', rejection: { ...rejection, isMachine: false } })).toContain(
      'Decided by a moderator',
    );
  });

  test('is appealed once, and waits', () => {
    const appeal = { text: 'I wrote it.', createdAt: '2026-01-04T00:00:00.000Z', outcome: null, note: '' };
    const waiting = card({ status: 'appealed', rejection, appeal });
    expect(waiting).toContain('Nobody has decided yet.');
    expect(buttons(waiting, 'Appeal')).toHaveLength(0);
    const final = card({ status: 'rejected', rejection, appeal: { ...appeal, outcome: 'upheld', note: 'It is.' } });
    for (const words of ['This is final.', 'It is.', 'It was appealed already.']) expect(final).toContain(words);
  });

  test('too old to be appealed says so', () => {
    expect(card({ status: 'rejected', rejection })).toContain('Appeals end 180 days after the decision.');
  });

  test('that is looked at again says that others see it meanwhile', () => {
    expect(card({ status: 'manual_review', isVisible: true })).toContain('Until then others see it and it counts.');
    expect(card({ status: 'manual_review' })).not.toContain('Until then others see it');
  });
});

test('stars are a radio group that says each of them in words', () => {
  const choice = (element: ReactElement) => render(element);
  const page = choice(<StarChoice value={3} onChange={() => undefined} problem="Choose." focusRef={null} />);
  expect(page.match(/type="radio"/g)).toHaveLength(5);
  expect(page).toContain('3 stars: Good');
  expect(page).toMatch(/checked=""[^>]*value="3"|value="3"[^>]*checked=""/);
  expect(page).toContain('role="alert"');
});
