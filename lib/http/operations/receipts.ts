import { defineOperations } from '@/lib/http/operation';
import { receiptVerdict, verifyReceiptBody } from '@/lib/purchases/receipts/schema';

export const receiptOperations = defineOperations({
  'POST /receipts/verify': {
    tag: 'Receipts',
    summary: 'Whether a receipt is ours, and what it is worth now; one that is refused answers valid: false and why',
    auth: 'none',
    isOpenToStrangers: true,
    body: verifyReceiptBody,
    responses: { 200: receiptVerdict },
    errors: ['receipt_malformed', 'receipt_too_large'],
    limit: 'receiptChecks',
  },
});
