import { signalNames, weights } from '@/lib/integrity/rules';
import { type ReviewCase, type ReviewQueueItem, reviewCase, reviewQueueItem } from '@/lib/moderation/reviews/schema';

// What the desk of reviews shows in tests.

export const id = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const now = Date.parse('2026-03-03T12:00:00Z');
export const hour = (n: number) => new Date(now - n * 3_600_000).toISOString();
export const nothing = () => {};
export const person = (n: number, name: string) => ({ id: id(n), name });
export const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

export const row = (n: number, changes: Partial<ReviewQueueItem> = {}): ReviewQueueItem =>
  reviewQueueItem.parse({
    id: id(n),
    revision: 2,
    app: { id: id(900), slug: 'tern', name: 'Tern', iconUrl: null, color: '#336699' },
    author: person(800, 'Jo'),
    rating: 5,
    title: 'Best app ever',
    excerpt: 'Must download',
    status: 'manual_review',
    isVisible: false,
    score: 0.412,
    priority: 0.9,
    reportCount: 2,
    queuedAt: hour(5),
    claim: null,
    decision: null,
    ...changes,
  });

const signal = (name: (typeof signalNames)[number], value: number) => ({
  name,
  value,
  weight: weights[name],
  sentence: `About ${name}.`,
});

export const item: ReviewCase = reviewCase.parse({
  ...row(1),
  body: 'Must download',
  country: 'US',
  appVersion: '2.1.0',
  isPaid: false,
  createdAt: hour(6),
  shown: { rating: 3, title: '', body: 'It was fine' },
  revisions: [
    { revision: 2, rating: 5, title: 'Best app ever', body: 'Must download', createdAt: hour(6) },
    { revision: 1, rating: 3, title: 'Best app ever', body: 'Must not download', createdAt: hour(40) },
  ],
  person: {
    createdAt: hour(48),
    ageDays: 2,
    isErased: false,
    isSuspended: false,
    purchaseCount: 1,
    ownsIt: true,
    reviewCount: 7,
    reviews: [
      {
        id: id(31),
        app: { slug: 'gull', name: 'Gull' },
        rating: 1,
        excerpt: 'No.',
        status: 'rejected',
        createdAt: hour(7),
      },
    ],
    rejectedCount: 3,
  },
  signals: signalNames.map((name, index) => signal(name, index / 5)),
  analyses: [
    { version: 2, revision: 2, score: 0.412, action: 'manual_review', cause: 'burst', createdAt: hour(4) },
    { version: 2, revision: 1, score: 0.7, action: 'approved', cause: 'written', createdAt: hour(40) },
  ],
  reports: [{ reason: 'fake', note: 'I know them.', by: null, createdAt: hour(1) }],
  neighbours: [
    {
      id: id(21),
      app: { slug: 'gull', name: 'Gull' },
      author: person(801, 'Mo'),
      rating: 5,
      body: 'Must download!',
      status: 'rejected',
      createdAt: hour(9),
      similarity: 0.997,
    },
  ],
  burst: {
    id: id(50),
    startedAt: hour(8),
    endedAt: null,
    baseline: 2.4,
    reviewCount: 37,
    hours: Array.from({ length: 60 }, (_, n) => ({
      at: hour(60 - n),
      count: n > 51 ? 4 : 0,
      fiveStars: n > 51 ? 3 : 0,
    })),
    waitingIds: [id(1), id(2), id(3)],
  },
  sameTextIds: [id(1)],
  decisions: [
    {
      id: id(60),
      decision: 'reject',
      by: person(802, 'Mira'),
      isMachine: false,
      ruleId: 'R2',
      note: 'Bought.',
      at: hour(3),
      undoneAt: hour(3),
      isEarlierReview: false,
    },
  ],
  conflict: null,
});
