import { z } from 'zod';
import { pageQuery } from '@/lib/pagination';

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

export type Review = z.infer<typeof review>;
export type ReviewsQuery = z.infer<typeof reviewsQuery>;
