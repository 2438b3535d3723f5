import { z } from 'zod';
import { defineOperations } from '@/lib/http/operation';
import { page } from '@/lib/pagination';
import {
  approveRefundBody,
  refundAnswer,
  refundCase,
  refundsQuery,
  refuseRefundBody,
  requestRefundBody,
  startRefundBody,
} from '@/lib/purchases/schema';

const params = z.object({ id: z.uuid() });
const obstacles = ['nothing_to_refund', 'purchase_in_progress', 'already_refunded'] as const;

export const refundOperations = defineOperations({
  'POST /purchases/{id}/refund': {
    tag: 'Buying',
    summary: 'Ask for the money of a purchase back: 201 when it has gone back, 202 while it is decided or on its way',
    auth: 'user',
    params,
    body: requestRefundBody,
    responses: { 200: refundAnswer, 201: refundAnswer, 202: refundAnswer },
    errors: obstacles,
  },
  'GET /purchases/{id}/refund': {
    tag: 'Buying',
    summary: 'What became of my request for a refund; 404 when there is none',
    auth: 'user',
    params,
    responses: { 200: refundAnswer },
  },
  'GET /ops/refunds': {
    tag: 'Operations',
    summary: 'Refunds that wait for a decision, oldest first; others with ?status=, newest first',
    auth: 'admin',
    query: refundsQuery,
    responses: { 200: page(refundCase) },
    errors: ['invalid_cursor'],
  },
  'POST /ops/refunds': {
    tag: 'Operations',
    summary: 'Give the money of any paid purchase back, whatever the rules say',
    auth: 'admin',
    body: startRefundBody,
    responses: { 200: refundCase },
    errors: obstacles,
  },
  'POST /ops/refunds/{id}/approve': {
    tag: 'Operations',
    summary: 'Give the money of a waiting request back',
    auth: 'admin',
    params,
    body: approveRefundBody,
    responses: { 200: refundCase },
    errors: ['already_decided', ...obstacles],
  },
  'POST /ops/refunds/{id}/refuse': {
    tag: 'Operations',
    summary: 'Keep the money of a waiting request, with a note that the person reads',
    auth: 'admin',
    params,
    body: refuseRefundBody,
    responses: { 200: refundCase },
    errors: ['already_decided'],
  },
});
