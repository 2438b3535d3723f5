import { accountExport, eraseMeBody } from '@/lib/accounts/schema';
import { defineOperations } from '@/lib/http/operation';

/** What a person may have of their account, and that it can go. */
export const meOperations = defineOperations({
  'DELETE /me': {
    tag: 'Accounts',
    summary: 'Erase my account for good; purchases stay under a pseudonym, reviews as I choose',
    auth: 'user',
    body: eraseMeBody,
    responses: { 204: null },
    errors: ['wrong_password', 'wrong_email', 'sole_owner', 'last_admin', 'purchase_pending'],
  },
  'POST /me/export': {
    tag: 'Accounts',
    summary: 'Everything about me as one JSON file',
    auth: 'user',
    responses: { 200: accountExport },
  },
});
