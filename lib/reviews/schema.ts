import { z } from 'zod';
import { organizationRef } from '@/lib/accounts/organizations/schema';
import { appRef, histogram } from '@/lib/catalog/schema';
import { countryCode } from '@/lib/country';
import { pageQuery } from '@/lib/pagination';
import { isPlainText } from '@/lib/plain-text';

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

export const reviewReportReasons = ['spam', 'offensive', 'fake', 'off_topic', 'personal_data', 'other'] as const;

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

export type Review = z.infer<typeof review>;
export type ReviewsQuery = z.infer<typeof reviewsQuery>;
export type ConsoleReview = z.infer<typeof consoleReview>;
export type ConsoleReviewsQuery = z.output<typeof consoleReviewsQuery>;
export type ReviewSummary = z.infer<typeof reviewSummary>;
export type ReviewReport = z.infer<typeof reviewReport>;
export type ReviewReportReason = (typeof reviewReportReasons)[number];
export type ReviewReportBody = z.output<typeof reviewReportBody>;
