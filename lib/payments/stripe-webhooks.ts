import Stripe from 'stripe';
import type { PaymentEvent } from './provider';

/** What a webhook of Stripe tells us; null when Stripe did not sign it, or more than 5 minutes ago. */
export function readStripeEvent(secret: string, body: string, headers: Headers): PaymentEvent | null {
  const signature = headers.get('stripe-signature');
  if (!signature) return null;
  let event: Stripe.Event;
  try {
    event = Stripe.webhooks.constructEvent(body, signature, secret);
  } catch {
    return null;
  }
  return typeof event?.id === 'string' && event.data?.object ? { id: event.id, ...newsOf(event) } : null;
}

const nothing: Omit<PaymentEvent, 'id'> = { type: 'other', key: null, reference: null, declineCode: null };

function newsOf(event: Stripe.Event): Omit<PaymentEvent, 'id'> {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed': {
      const { id, metadata, last_payment_error: error } = event.data.object;
      const about = { key: metadata.key ?? null, reference: id };
      if (event.type === 'payment_intent.succeeded') return { ...about, type: 'charge.succeeded', declineCode: null };
      return { ...about, type: 'charge.declined', declineCode: error?.decline_code || error?.code || 'card_declined' };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const { id, metadata, status, failure_reason: reason } = event.data.object;
      const about = { key: metadata?.key ?? null, reference: id };
      if (status === 'succeeded') return { ...about, type: 'refund.succeeded', declineCode: null };
      const isLost = event.type === 'refund.failed' || status === 'failed' || status === 'canceled';
      return { ...about, type: isLost ? 'refund.refused' : 'other', declineCode: isLost ? (reason ?? null) : null };
    }
    default:
      return nothing;
  }
}
