import { formatMoney } from '@/lib/money';
import type { RefundCase, RefundReason } from '@/lib/purchases/schema';

export const refundsPath = '/api/v1/ops/refunds';

export const reasonWords: Record<RefundReason, string> = {
  UNINTENDED_PURCHASE: 'Did not mean to buy it',
  FULFILLMENT_ISSUE: 'Did not get it',
  UNSATISFIED_WITH_PURCHASE: 'Not what they expected',
  LEGAL: 'A right by law',
  OTHER: 'Something else',
};

/** What an answer of the store about one refund comes to. */
export function outcomeSentence(refund: RefundCase): string {
  const price = formatMoney(refund);
  if (refund.status === 'refused') {
    return refund.refusedBy === 'provider'
      ? `The payment provider kept ${price}: nothing was given back.`
      : `Refused. ${refund.person.name} keeps ${refund.app.name}.`;
  }
  return refund.finishedAt
    ? `${price} went back to ${refund.person.name}.`
    : `Approved. ${price} is on its way back to ${refund.person.name}.`;
}
