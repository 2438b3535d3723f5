import { signStripe, stripeEvent } from './fake-stripe';
import type { ContractBench } from './payment-provider-contract';

/** Test methods of Stripe's that are declined, and as what. */
export const stripeDeclines = {
  pm_card_chargeDeclined: 'generic_decline',
  pm_card_chargeDeclinedInsufficientFunds: 'insufficient_funds',
  pm_card_chargeDeclinedExpiredCard: 'expired_card',
  pm_card_authenticationRequired: 'authentication_required',
};

/** A key of a Stripe account in test mode, where the contract is to be kept by Stripe itself. */
export const liveStripeKey = process.env.STRIPE_TEST_SECRET_KEY ?? null;

/** Webhooks with the shape that Stripe gives them. */
export function stripeWebhooks(webhookSecret: string): Pick<ContractBench, 'post' | 'postNonsense'> {
  return {
    postNonsense: (body) => signStripe(webhookSecret, body),
    post({ type, key, reference: id, declineCode }, signing) {
      const metadata = key === null ? {} : { key };
      const error = { type: 'card_error', code: 'card_declined', decline_code: declineCode };
      const events = {
        'charge.succeeded': () => stripeEvent('payment_intent.succeeded', { id, metadata, status: 'succeeded' }),
        'charge.declined': () =>
          stripeEvent('payment_intent.payment_failed', { id, metadata, last_payment_error: error }),
        'refund.succeeded': () => stripeEvent('refund.updated', { id, metadata, status: 'succeeded' }),
        'refund.refused': () =>
          stripeEvent('refund.failed', { id, metadata, status: 'failed', failure_reason: declineCode }),
        other: () => stripeEvent('customer.created', { id: 'cus_1', metadata }),
      };
      return signStripe(webhookSecret, events[type](), signing);
    },
  };
}
