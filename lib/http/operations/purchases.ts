import { z } from 'zod';
import { appRef, platforms } from '@/lib/catalog/schema';
import { defineOperations } from '@/lib/http/operation';
import { page } from '@/lib/pagination';
import {
  addPaymentMethodBody,
  buyAppBody,
  download,
  libraryItem,
  libraryQuery,
  paymentMethod,
  paymentMethodList,
  paymentMethodPage,
  purchaseAnswer,
  purchaseListItem,
  purchasesQuery,
  receiptAnswer,
} from '@/lib/purchases/schema';

const idParams = z.object({ id: z.uuid() });
/** Mine by id; the account's sandbox card answers to its token. */
const paymentMethodParams = z.object({ id: z.string().min(1).max(100) });

export const purchaseOperations = defineOperations({
  'POST /purchases': {
    tag: 'Buying',
    summary: 'Get or buy an app, exactly once per Idempotency-Key',
    auth: 'user',
    headers: z.object({
      'Idempotency-Key': z.string().describe('16–255 printable ASCII characters, bare or quoted'),
    }),
    body: buyAppBody,
    responses: { 201: purchaseAnswer, 202: purchaseAnswer },
    errors: [
      'idempotency_key_missing',
      'idempotency_key_invalid',
      'idempotency_key_reused',
      'purchase_in_progress',
      'already_owned',
      'price_changed',
      'account_changed',
      'payment_declined',
      'payment_method_unknown',
      'payments_unavailable',
    ],
  },
  'GET /purchases': {
    tag: 'Buying',
    summary: 'My purchases, newest first; failed ones with ?status=failed',
    auth: 'user',
    query: purchasesQuery,
    responses: { 200: page(purchaseListItem) },
    errors: ['invalid_cursor'],
  },
  'GET /purchases/{id}': {
    tag: 'Buying',
    summary: 'One of my purchases: 202 while pending, 402 when declined',
    auth: 'user',
    params: idParams,
    responses: { 200: purchaseAnswer, 202: purchaseAnswer },
    errors: ['payment_declined'],
  },
  'GET /purchases/{id}/receipt': {
    tag: 'Buying',
    summary: 'The receipt of one of my purchases, signed anew; 409 while there is nothing to prove',
    auth: 'user',
    params: idParams,
    responses: { 200: receiptAnswer },
    errors: ['no_receipt'],
  },
  'GET /me/payment-methods': {
    tag: 'Buying',
    summary: 'How I can pay',
    auth: 'user',
    responses: { 200: paymentMethodList },
  },
  'POST /me/payment-methods': {
    tag: 'Buying',
    summary: 'Keep a payment method; the first one is the default',
    auth: 'user',
    body: addPaymentMethodBody,
    responses: { 201: paymentMethod },
    errors: ['payment_method_unknown', 'too_many_payment_methods', 'payments_unavailable'],
  },
  'POST /me/payment-methods/setup': {
    tag: 'Buying',
    summary: 'The provider’s page where I add a card; 404 where test cards are enough',
    auth: 'user',
    responses: { 200: paymentMethodPage },
    errors: ['too_many_payment_methods', 'payments_unavailable'],
  },
  'DELETE /me/payment-methods/{id}': {
    tag: 'Buying',
    summary: 'Remove a payment method',
    auth: 'user',
    params: paymentMethodParams,
    responses: { 204: null },
  },
  'PUT /me/payment-methods/{id}/default': {
    tag: 'Buying',
    summary: 'Pay with this one unless told otherwise',
    auth: 'user',
    params: paymentMethodParams,
    responses: { 200: paymentMethod },
  },
  'GET /library': {
    tag: 'Library',
    summary: 'What I own',
    auth: 'user',
    query: libraryQuery,
    responses: { 200: page(libraryItem) },
    errors: ['invalid_cursor'],
  },
  'POST /apps/{id}/downloads': {
    tag: 'Library',
    summary: 'A signed URL (10 minutes) for the newest version of an app I own',
    auth: 'user',
    params: z.object({ id: appRef }),
    body: z.strictObject({ platform: z.enum(platforms).optional(), version: z.string().max(64).optional() }).optional(),
    responses: { 201: download },
    errors: ['version_not_found', 'app_removed', 'no_file'],
  },
  'GET /downloads/{token}': {
    tag: 'Library',
    summary: 'The file behind a signed URL; ranges and conditional requests work',
    auth: 'none',
    isOpenToStrangers: true,
    params: z.object({ token: z.string().min(1).max(1000) }),
    responses: { 200: null, 206: null },
    errors: ['app_removed', 'precondition_failed', 'range_not_satisfiable', 'file_unavailable'],
  },
  'POST /webhooks/payments/{provider}': {
    tag: 'Buying',
    summary: 'Where the payment provider says what became of a payment, signed as it signs',
    auth: 'none',
    isOpenToStrangers: true,
    params: z.object({ provider: z.string().min(1).max(40).describe('`stripe` or `sandbox`') }),
    file: ['application/json'],
    responses: { 200: z.object({ received: z.literal(true) }) },
    errors: ['invalid_signature', 'not_found', 'body_too_large'],
    limit: 'webhooks',
  },
});
