import { z } from 'zod';
import { defineOperations } from '@/lib/http/operation';
import { caseParams, claim } from '@/lib/moderation/schema';
import {
  reviewCase,
  reviewDecisionAnswer,
  reviewDecisionBody,
  reviewDecisionsAnswer,
  reviewDecisionsBody,
  reviewQueueItem,
  reviewQueueQuery,
  transparency,
} from '@/lib/moderation/reviews/schema';
import { page } from '@/lib/pagination';

const tag = 'Moderation';

export const reviewDeskOperations = defineOperations({
  'GET /moderation/reviews': {
    tag,
    summary: 'Flagged reviews, the worst first',
    auth: 'moderator',
    query: reviewQueueQuery,
    responses: { 200: page(reviewQueueItem) },
    errors: ['invalid_cursor'],
  },
  'GET /moderation/reviews/events': {
    tag,
    summary: 'What happens on the desk, as server-sent events',
    auth: 'moderator',
    responses: { 200: null },
    errors: ['too_many_streams'],
  },
  'GET /moderation/reviews/{id}': {
    tag,
    summary: 'One review: its author, signals, similar texts, burst, reports and decisions',
    auth: 'moderator',
    params: caseParams,
    responses: { 200: reviewCase },
  },
  'POST /moderation/reviews/{id}/claim': {
    tag,
    summary: 'Take a review for 30 minutes, or renew that',
    auth: 'moderator',
    params: caseParams,
    responses: { 200: claim },
    errors: ['already_claimed', 'already_decided', 'conflict_of_interest', 'role_required'],
  },
  'DELETE /moderation/reviews/{id}/claim': {
    tag,
    summary: 'Give a review back',
    auth: 'moderator',
    params: caseParams,
    responses: { 204: null },
    errors: ['not_claimed', 'already_decided'],
  },
  'POST /moderation/reviews/{id}/decision': {
    tag,
    summary: 'Approve, reject under a rule, or hand on to admins',
    auth: 'moderator',
    params: caseParams,
    body: reviewDecisionBody,
    responses: { 200: reviewDecisionAnswer },
    errors: ['already_decided', 'not_claimed', 'claim_expired', 'conflict_of_interest'],
  },
  'POST /moderation/reviews/{id}/undo': {
    tag,
    summary: 'Take my decision back within 10 s; the review waits again, claimed by me unless it was one of many',
    auth: 'moderator',
    params: caseParams,
    responses: { 200: reviewQueueItem },
    errors: ['too_late', 'not_yours', 'nothing_to_undo'],
  },
  'POST /moderation/reviews/decisions': {
    tag,
    summary: 'Decide several at once: a burst, or copies of one text',
    auth: 'moderator',
    body: reviewDecisionsBody,
    responses: { 200: reviewDecisionsAnswer },
  },
  'POST /moderation/reviews/decisions/{id}/undo': {
    tag,
    summary: 'Take back what I decided at once, within 10 s',
    auth: 'moderator',
    params: caseParams,
    responses: { 200: z.object({ undone: z.array(z.uuid()) }) },
    errors: ['too_late', 'not_yours', 'nothing_to_undo'],
  },
  'GET /transparency': {
    tag,
    summary: 'What was moderated in the last 90 days, and how often it was wrong',
    auth: 'none',
    query: z.strictObject({}),
    responses: { 200: transparency },
    isCatalogueRead: true,
  },
});
