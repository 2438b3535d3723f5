import { z } from 'zod';
import { organizationRef } from '@/lib/accounts/organizations/schema';
import { appRef, histogram } from '@/lib/catalog/schema';
import { countryCode } from '@/lib/country';
import { pageQuery } from '@/lib/pagination';
import { isPlainText } from '@/lib/plain-text';
import {
  appealTextMax,
  bodyMax,
  isReviewLine,
  isReviewText,
  lengthOf,
  reviewStates,
  titleMax,
  votesMax,
} from './rules';

export const reviewSorts = ['helpful', 'recent', 'favourable', 'critical'] as const;

export const review = z.object({
  id: z.uuid(),
  rating: z.number().int().min(1).max(5),
  title: z.string(),
  body: z.string(),
  author: z.object({ name: z.string() }),
  country: z.string(),
  appVersion: z.string().nullable(),
  isPaid: z.boolean(),
  helpfulCount: z.number().int(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  response: z
    .object({
      developer: z.string(),
      body: z.string(),
      updatedAt: z.string(),
      /** The reviewer changed the review after this was written. */
      isBeforeEdit: z.boolean(),
    })
    .nullable(),
});

export const reviewsQuery = z.strictObject({
  sort: z.enum(reviewSorts).default('helpful'),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  version: z.string().max(64).optional(),
  withResponse: z
    .enum(['true', 'false'])
    .transform((v) => v === 'true')
    .optional(),
  ...pageQuery,
});

const filters = {
  stars: z.coerce.number().int().min(1).max(5).optional(),
  country: countryCode.optional(),
  version: z.string().max(64).optional(),
  answered: z
    .enum(['true', 'false'])
    .transform((v) => v === 'true')
    .optional(),
  /** Words in title or text. */
  q: z.string().trim().max(100).optional(),
  ...pageQuery,
};

export const appConsoleReviewsQuery = z.strictObject(filters);
export const consoleReviewsQuery = z.strictObject({
  organization: organizationRef.optional(),
  app: appRef.optional(),
  ...filters,
});

/** A review as the developer of its app sees it. */
export const consoleReview = review.extend({
  app: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    iconUrl: z.string().nullable(),
    color: z.string(),
  }),
  /** I reported it, and nobody has decided yet. */
  isReported: z.boolean(),
});

/** All that others see of the apps in question, whatever is filtered. */
export const reviewSummary = z.object({
  histogram,
  /** Without an answer. */
  unanswered: z.number().int(),
});

export const responseBody = z.strictObject({
  body: z.string().trim().min(1).max(1000).refine(isPlainText, 'no control characters'),
});

export const reviewReportReasons = [
  'spam',
  'off_topic',
  'abusive',
  'fake',
  'conflict_of_interest',
  'outdated',
  'personal_data',
  'illegal',
] as const;

export const reviewReportBody = z.strictObject({
  reason: z.enum(reviewReportReasons),
  note: z.string().trim().max(2000).default(''),
});

export const reviewReport = z.object({
  id: z.uuid(),
  reason: z.enum(reviewReportReasons),
  note: z.string(),
  createdAt: z.string(),
});

const stars = z.number().int().min(1).max(5);
const hidden = 'no hidden or control characters';
const atMost = (max: number) => (text: string) => lengthOf(text) <= max;

/** Counted in code points, as the database counts. */
export const reviewBody = z.strictObject({
  rating: stars,
  title: z
    .string()
    .trim()
    .refine(atMost(titleMax), `at most ${titleMax} characters`)
    .refine(isReviewLine, hidden)
    .default(''),
  body: z
    .string()
    .trim()
    .refine(atMost(bodyMax), `at most ${bodyMax} characters`)
    .refine(isReviewText, hidden)
    .default(''),
});

export const reviewAppealBody = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'say why')
    .refine(atMost(appealTextMax), `at most ${appealTextMax} characters`)
    .refine(isReviewText, hidden),
});

/** My review of an app, whatever its state: what I wrote last, and what is said about it. */
export const myReview = z.object({
  id: z.uuid(),
  app: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  rating: stars,
  title: z.string(),
  body: z.string(),
  status: z.enum(reviewStates),
  /** Others see it, or the text before it, and it counts. */
  isVisible: z.boolean(),
  /** What others see while an edit waits; null when it is what I wrote last, or nothing. */
  shown: z.object({ rating: stars, title: z.string(), body: z.string() }).nullable(),
  /** How often it was written, the first time included. */
  revision: z.number().int(),
  /** What I wrote before, the newest first. */
  history: z.array(
    z.object({
      revision: z.number().int(),
      rating: stars,
      title: z.string(),
      body: z.string(),
      createdAt: z.string(),
    }),
  ),
  appVersion: z.string().nullable(),
  country: z.string(),
  isPaid: z.boolean(),
  helpfulCount: z.number().int(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  response: review.shape.response,
  /** What its signals say, in words and without their values; empty before it is scored. */
  signals: z.array(z.object({ name: z.string(), sentence: z.string() })),
  /** Why it was rejected; null when it was not. */
  rejection: z
    .object({
      /** An id of lib/moderation/reviews/rules.ts. */
      ruleId: z.string(),
      rule: z.string(),
      note: z.string(),
      isMachine: z.boolean(),
      decidedAt: z.string(),
    })
    .nullable(),
  appeal: z
    .object({
      text: z.string(),
      createdAt: z.string(),
      outcome: z.enum(['upheld', 'overturned']).nullable(),
      note: z.string(),
    })
    .nullable(),
  /** Until when I may appeal; null when I may not. */
  appealUntil: z.string().nullable(),
});

export const myReviewAnswer = z.object({ review: myReview });

export const voteBody = z.strictObject({ helpful: z.boolean() });

export const reviewVote = z.object({
  reviewId: z.uuid(),
  helpful: z.boolean(),
  helpfulCount: z.number().int(),
  unhelpfulCount: z.number().int(),
});

/** `ids`: the reviews in question, by commas. */
export const myVotesQuery = z.strictObject({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(votesMax)),
});

/** Why somebody may not review an app. */
export const reviewRefusals = ['not_owned', 'conflict_of_interest'] as const;

/** `apps`: ids of the apps in question, by commas. */
export const myReviewsQuery = z.strictObject({
  apps: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(100)),
});

/** Whether I may review an app, and what became of what I wrote last about it. */
export const reviewStanding = z.object({
  appId: z.uuid(),
  refusal: z.enum(reviewRefusals).nullable(),
  review: z.object({ rating: stars, status: z.enum(reviewStates) }).nullable(),
});

export const myReviews = z.object({ items: z.array(reviewStanding) });

export const myVotes = z.object({ items: z.array(reviewVote.pick({ reviewId: true, helpful: true })) });

export const ratingRanges = ['all', '30d', 'version'] as const;

export const ratingsQuery = z.strictObject({ range: z.enum(ratingRanges).default('all') });

export const ratings = z.object({
  range: z.enum(ratingRanges),
  /** The present version, where the range is that; null where the app has none. */
  version: z.string().nullable(),
  /** 1..5; null below 5 ratings, which say too little. */
  average: z.number().nullable(),
  /** Ratings that the average is made of; of all time with those that were imported, which have no stars. */
  count: z.number().int(),
  histogram,
  /** Reviews that others see, of all that were written and not deleted. */
  counted: z.number().int(),
  total: z.number().int(),
});

export type ReviewBody = z.output<typeof reviewBody>;
export type ReviewAppealBody = z.output<typeof reviewAppealBody>;
export type MyReview = z.infer<typeof myReview>;
export type ReviewStanding = z.infer<typeof reviewStanding>;
export type ReviewRefusal = (typeof reviewRefusals)[number];
export type ReviewVote = z.infer<typeof reviewVote>;
export type MyVotes = z.infer<typeof myVotes>;
export type RatingsQuery = z.output<typeof ratingsQuery>;
export type RatingRange = RatingsQuery['range'];
export type Ratings = z.infer<typeof ratings>;
export type Review = z.infer<typeof review>;
export type ReviewsQuery = z.infer<typeof reviewsQuery>;
export type ConsoleReview = z.infer<typeof consoleReview>;
export type ConsoleReviewsQuery = z.output<typeof consoleReviewsQuery>;
export type ReviewSummary = z.infer<typeof reviewSummary>;
export type ReviewReport = z.infer<typeof reviewReport>;
export type ReviewReportReason = (typeof reviewReportReasons)[number];
export type ReviewReportBody = z.output<typeof reviewReportBody>;
