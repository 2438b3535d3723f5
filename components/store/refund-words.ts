import type { RefundVerdict } from '@/lib/purchases/rules';
import type { RefundReason } from '@/lib/purchases/schema';

export const refundReasonWords: Record<RefundReason, { label: string; text: string }> = {
  UNINTENDED_PURCHASE: { label: 'I did not mean to buy it', text: 'By mistake, or somebody else did' },
  FULFILLMENT_ISSUE: { label: 'I did not get it', text: 'It does not download, install or start' },
  UNSATISFIED_WITH_PURCHASE: { label: 'It is not what I expected', text: 'It does not do what its page says' },
  LEGAL: { label: 'The law gives me the right', text: 'A consumer’s right to withdraw, or a court' },
  OTHER: { label: 'Something else', text: 'None of these' },
};

/** What will happen when somebody asks now, and why. */
export const outlookWords: Record<RefundVerdict['because'], { title: string; text: string }> = {
  soon: {
    title: 'Your money goes back at once',
    text: 'You bought this less than 48 hours ago.',
  },
  unused: {
    title: 'Your money goes back at once',
    text: 'You bought this less than 14 days ago and have not downloaded it.',
  },
  downloaded: {
    title: 'Somebody of the store will decide',
    text: 'You have downloaded it, and bought it more than 48 hours ago.',
  },
  late: {
    title: 'Somebody of the store will decide',
    text: 'You bought this more than 14 days ago.',
  },
  often: {
    title: 'Somebody of the store will decide',
    text: 'You were given three refunds within the last 90 days.',
  },
};
