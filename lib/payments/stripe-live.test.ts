import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { paymentProviderContract } from '@/tests/payment-provider-contract';
import { liveStripeKey, stripeDeclines, stripeWebhooks } from '@/tests/stripe-bench';
import { stripeProvider } from './stripe';

if (liveStripeKey === null) {
  test('Stripe itself is not asked without STRIPE_TEST_SECRET_KEY: what holds here holds for the fake server', () => {
    expect(liveStripeKey).toBeNull();
  });
} else {
  if (!/^[sr]k_test_/.test(liveStripeKey)) throw new Error('STRIPE_TEST_SECRET_KEY is not a key of test mode');
  const stripe = new Stripe(liveStripeKey);
  const webhookSecret = 'whsec_live_contract';
  const provider = stripeProvider({ secretKey: liveStripeKey, webhookSecret });

  paymentProviderContract('Stripe itself, live in test mode', {
    declines: stripeDeclines,
    open: async () => {
      const customer = await stripe.customers.create({ description: 'Contract of payment providers' });
      const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
      return {
        provider,
        token: (name) => `${customer.id}/${name === 'pays' ? card.id : name}`,
        unknownToken: card.id,
        moved: async (key) => {
          const intents = await stripe.paymentIntents
            .list({ customer: customer.id, limit: 100, expand: ['data.latest_charge'] })
            .autoPagingToArray({ limit: 1000 });
          const paid = intents.filter(({ metadata, status }) => metadata.key === key && status === 'succeeded');
          return {
            charges: paid.length,
            charged: paid.reduce((sum, { amount_received }) => sum + amount_received, 0),
            refunded: paid.reduce((sum, { latest_charge: charge }) => {
              return sum + (charge && typeof charge === 'object' ? charge.amount_refunded : 0);
            }, 0),
          };
        },
        // Nothing on the way to Stripe can be cut here: an answer that nobody reads is as good as lost.
        chargeUnheard: (charge) => provider.charge(charge, AbortSignal.timeout(30_000)),
        ...stripeWebhooks(webhookSecret),
      };
    },
  });
}
