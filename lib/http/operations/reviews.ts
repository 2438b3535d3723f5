import { z } from 'zod';
import { appRef } from '@/lib/catalog/schema';
import { defineOperations } from '@/lib/http/operation';
import { page } from '@/lib/pagination';
import {
  appConsoleReviewsQuery,
  consoleReview,
  consoleReviewsQuery,
  responseBody,
  review,
  reviewReport,
  reviewReportBody,
} from '@/lib/reviews/schema';

const params = z.object({ id: z.uuid() });
const tag = 'Reviews';

export const reviewOperations = defineOperations({
  'GET /console/reviews': {
    tag,
    summary: 'Reviews of all apps of my organisations, the latest first',
    auth: 'developer',
    query: consoleReviewsQuery,
    responses: { 200: page(consoleReview) },
    errors: ['invalid_cursor', 'scope_required'],
  },
  'GET /console/apps/{id}/reviews': {
    tag,
    summary: 'Reviews of one app of mine, the latest first',
    auth: 'developer',
    params: z.object({ id: appRef }),
    query: appConsoleReviewsQuery,
    responses: { 200: page(consoleReview) },
    errors: ['invalid_cursor', 'scope_required'],
  },
  'PUT /reviews/{id}/response': {
    tag,
    summary: 'Answer a review of an app of mine, or change the answer',
    auth: 'developer',
    params,
    body: responseBody,
    responses: { 200: review.shape.response.unwrap() },
    errors: ['role_required', 'scope_required', 'organization_suspended'],
  },
  'DELETE /reviews/{id}/response': {
    tag,
    summary: 'Take an answer back',
    auth: 'developer',
    params,
    responses: { 204: null },
    errors: ['role_required', 'scope_required', 'organization_suspended'],
  },
  'POST /reviews/{id}/reports': {
    tag,
    summary: 'Say what is wrong with a review; another report of mine takes the place of the first',
    auth: 'user',
    params,
    body: reviewReportBody,
    responses: { 200: reviewReport, 201: reviewReport },
    errors: ['own_review', 'rate_limited'],
  },
});
