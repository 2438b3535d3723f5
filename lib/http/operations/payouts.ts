import { z } from 'zod';
import { defineOperations } from '@/lib/http/operation';
import { page } from '@/lib/pagination';
import { payout, payoutStatement, payoutsExportQuery, payoutsQuery } from '@/lib/purchases/payouts/schema';

const idParams = z.object({ id: z.uuid() });

export const payoutOperations = defineOperations({
  'GET /purchases/export': {
    tag: 'Buying',
    summary: 'My purchases and refunds as a CSV file, amounts in major units',
    auth: 'user',
    responses: { 200: null },
  },
  'GET /ops/payouts': {
    tag: 'Operations',
    summary: 'What organisations are owed by month and currency, of the latest month first',
    auth: 'admin',
    query: payoutsQuery,
    responses: { 200: page(payout) },
    errors: ['invalid_cursor'],
  },
  'GET /ops/payouts/export': {
    tag: 'Operations',
    summary: 'The payouts of a month as a CSV file for a bank, amounts in major units',
    auth: 'admin',
    query: payoutsExportQuery,
    responses: { 200: null },
  },
  'POST /ops/payouts/{id}/paid': {
    tag: 'Operations',
    summary: 'Say that a payout was sent; again changes nothing',
    auth: 'admin',
    params: idParams,
    responses: { 200: payout },
  },
  'GET /ops/payouts/{id}/statement': {
    tag: 'Operations',
    summary: 'What moved the organisation’s account in the month of a payout, app by app',
    auth: 'admin',
    params: idParams,
    responses: { 200: payoutStatement },
  },
});
