import { requireDb } from '@/lib/database';
import { deriveKey } from '@/lib/derive-key';
import { env } from '@/lib/env';
import { isDatabaseAway } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { guardPayments, type Payments } from './guard';
import { sandboxProvider } from './sandbox';
import { deliverWebhooks } from './sandbox-webhooks';
import { stripeProvider } from './stripe';
import { isStripeAway } from './stripe-client';

const store = globalThis as typeof globalThis & { pomonaPayments?: Payments };

/** The provider of this store behind its breaker, one for the process. */
export function storePayments(): Payments {
  store.pomonaPayments ??= storeStripe() ?? guardSandbox();
  return store.pomonaPayments;
}

/** Where the sandbox's webhooks go, and what signs them. */
export const sandboxPost = () => ({
  url: `${env().PUBLIC_URL}/api/v1/webhooks/payments/sandbox`,
  secret: deriveKey('pomona sandbox webhooks v1').toString('hex'),
});

function storeStripe(): Payments | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = env();
  if (!secretKey || !webhookSecret) return null;
  return guardPayments(stripeProvider({ secretKey, webhookSecret, apiUrl }), {
    isFailure: isStripeAway,
    log: logger(),
  });
}

function guardSandbox(): Payments {
  const db = requireDb();
  const { url, secret } = sandboxPost();
  const provider = sandboxProvider(db, {
    secret,
    deliver: async (ids) => {
      await deliverWebhooks(db, { url, secret, ids });
    },
  });
  // The sandbox lives in our own database: its restart must not stop payments for a minute.
  return guardPayments(provider, { isFailure: (error) => !isDatabaseAway(error), log: logger() });
}
