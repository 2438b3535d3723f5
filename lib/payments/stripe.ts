import type Stripe from 'stripe';
import type { ChargeOutcome, ChargeRequest, PaymentProvider, RefundOutcome, RefundRequest } from './provider';
import {
  connectStripe,
  isReplayed,
  isStripeError,
  once,
  patiently,
  refusalCode,
  type StripeSettings,
  stripeAmount,
} from './stripe-client';
import { stripeMethods } from './stripe-methods';
import { readStripeEvent } from './stripe-webhooks';

type Intent = Stripe.PaymentIntent;
type Declined = Extract<ChargeOutcome, { outcome: 'declined' }>;

/** What Stripe will say to this request whenever it comes: there is no charge, and there will be none. */
const neverCharged: Record<string, string> = {
  resource_missing: 'payment_method_unknown',
  payment_method_unexpected_state: 'payment_method_unknown',
  amount_too_small: 'amount_too_small',
  amount_too_large: 'amount_too_large',
};

const notRefundable = [
  'charge_already_refunded',
  'charge_disputed',
  'refund_disputed_payment',
  'resource_missing',
  'amount_too_large',
];

/**
 * Stripe. A charge takes two steps, each with its key: making the intent, which moves nothing and gives the same intent
 * again whoever asks, and confirming it, which Stripe lets succeed once for an intent. So what became of a key can be
 * looked up by making the intent again, and forbidden by cancelling it.
 *
 * Stripe may forget keys after 24 hours. The completer is done with a purchase minutes after its charge; where it was
 * not, an intent that is new to `retrieve` or `cancel` counts only after a look at what the customer paid before.
 */
export function stripeProvider(settings: StripeSettings): PaymentProvider {
  return {
    name: 'stripe',
    defaultToken: null,
    describe: () => null,
    charge: (request, signal) => charge(connectStripe(settings, signal), request, signal),
    retrieve: (request, signal) => retrieve(connectStripe(settings, signal), request, signal),
    cancel: (request, signal) => cancel(connectStripe(settings, signal), request, signal),
    refund: (request, signal) => refund(connectStripe(settings, signal), request, signal),
    parseWebhook: (body, headers) => readStripeEvent(settings.webhookSecret, body, headers),
    ...stripeMethods(settings),
  };
}

async function charge(stripe: Stripe, request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
  const made = await makeIntent(stripe, request, signal);
  if ('outcome' in made) return made;
  const { id } = made;
  const present = () => patiently(signal, () => stripe.paymentIntents.retrieve(id));
  try {
    const confirmed = await once(
      signal,
      `${request.key}:confirm`,
      (options) => stripe.paymentIntents.confirm(id, { off_session: true }, options),
      async () => {
        const intent = await present();
        return intent.status === 'requires_confirmation' ? null : intent;
      },
    );
    return await settled(stripe, confirmed, signal);
  } catch (error) {
    if (isStripeError(error) && error.type === 'StripeCardError') {
      return { outcome: 'declined', code: error.decline_code || error.code || 'card_declined' };
    }
    if (refusalCode(error) !== 'payment_intent_unexpected_state') throw error;
    return settled(stripe, await present(), signal);
  }
}

async function retrieve(stripe: Stripe, request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome | null> {
  const found = await findIntent(stripe, request, signal);
  if ('outcome' in found) return found;
  return found.status === 'requires_confirmation' ? null : settled(stripe, found, signal);
}

async function cancel(stripe: Stripe, request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome | null> {
  const found = await findIntent(stripe, request, signal);
  if ('outcome' in found) return found;
  const intent = found.status === 'requires_confirmation' ? await giveUp(stripe, found.id, signal) : found;
  const outcome = await settled(stripe, intent, signal);
  return outcome.outcome === 'declined' && outcome.code === 'canceled' ? null : outcome;
}

/** The intent of a key, made if nobody has; as it was then. */
async function makeIntent(stripe: Stripe, request: ChargeRequest, signal: AbortSignal) {
  const { customer, method } = parseToken(request.token);
  try {
    const intent = await once(signal, request.key, (options) =>
      stripe.paymentIntents.create(
        {
          amount: stripeAmount(request),
          currency: request.currency.toLowerCase(),
          customer,
          payment_method: method,
          allowed_payment_method_types: ['card'],
          metadata: { key: request.key },
        },
        options,
      ),
    );
    return ours(intent, request);
  } catch (error) {
    const code = neverCharged[refusalCode(error) ?? ''];
    if (code === undefined) throw error;
    return { outcome: 'declined', code } satisfies Declined;
  }
}

/** The intent of a key as it is now. */
async function findIntent(stripe: Stripe, request: ChargeRequest, signal: AbortSignal): Promise<Intent | Declined> {
  const made = await makeIntent(stripe, request, signal);
  if ('id' in made && isReplayed(made)) {
    const { id } = made;
    return ours(await patiently(signal, () => stripe.paymentIntents.retrieve(id)), request);
  }
  const { customer } = parseToken(request.token);
  for await (const earlier of stripe.paymentIntents.list({ customer, limit: 100 })) {
    const isPaid = earlier.status === 'succeeded' || earlier.status === 'processing';
    if (isPaid && earlier.metadata.key === request.key) return ours(earlier, request);
  }
  return made;
}

function ours<T extends Intent>(intent: T, request: ChargeRequest): T {
  const isSame =
    intent.metadata.key === request.key &&
    intent.amount === stripeAmount(request) &&
    intent.currency === request.currency.toLowerCase();
  if (!isSame) throw new Error('this key was used for another charge');
  return intent;
}

/** Cancels an intent if that is still possible, and tells how it stands. */
async function giveUp(
  stripe: Stripe,
  id: string,
  signal: AbortSignal,
  reason: 'requested_by_customer' | 'abandoned' = 'requested_by_customer',
): Promise<Intent> {
  try {
    return await patiently(signal, () => stripe.paymentIntents.cancel(id, { cancellation_reason: reason }));
  } catch (error) {
    if (refusalCode(error) !== 'payment_intent_unexpected_state') throw error;
    return patiently(signal, () => stripe.paymentIntents.retrieve(id));
  }
}

/** How an intent ended that somebody tried to charge or cancel. */
async function settled(stripe: Stripe, intent: Intent, signal: AbortSignal): Promise<ChargeOutcome> {
  // The bank wants to hear from the buyer, who is not there.
  const { status, cancellation_reason, last_payment_error, id } =
    intent.status === 'requires_action' ? await giveUp(stripe, intent.id, signal, 'abandoned') : intent;
  switch (status) {
    case 'succeeded':
      return { outcome: 'succeeded', paymentId: id };
    case 'processing':
      return { outcome: 'processing' };
    case 'canceled':
      return {
        outcome: 'declined',
        code: cancellation_reason === 'abandoned' ? 'authentication_required' : 'canceled',
      };
    case 'requires_payment_method':
      return {
        outcome: 'declined',
        code: last_payment_error?.decline_code || last_payment_error?.code || 'card_declined',
      };
    default:
      throw new Error(`Stripe left ${id} ${status}`);
  }
}

async function refund(stripe: Stripe, request: RefundRequest, signal: AbortSignal): Promise<RefundOutcome> {
  const { key, paymentId } = request;
  const amount = stripeAmount(request);
  const known = async () => {
    for await (const earlier of stripe.refunds.list({ payment_intent: paymentId, limit: 100 })) {
      if (earlier.metadata?.key === key) return earlier;
    }
    return null;
  };
  const outcomeOf = (made: Stripe.Refund): RefundOutcome => {
    if (made.amount !== amount) throw new Error('this key was used for another refund');
    const isLost = made.status === 'failed' || made.status === 'canceled';
    // What is pending is on its way; should it fail after all, a webhook says so.
    return isLost
      ? { outcome: 'refused', code: made.failure_reason ?? made.status ?? 'failed' }
      : { outcome: 'succeeded', refundId: made.id };
  };
  try {
    const earlier = await known();
    if (earlier) return outcomeOf(earlier);
    const made = await once<Stripe.Refund>(
      signal,
      key,
      (options) => stripe.refunds.create({ payment_intent: paymentId, amount, metadata: { key } }, options),
      known,
    );
    return outcomeOf(made);
  } catch (error) {
    const code = refusalCode(error);
    if (code === null || !isStripeError(error)) throw error;
    if (!notRefundable.includes(code) && error.param !== 'amount') throw error;
    const faster = code === 'charge_already_refunded' ? await known() : null;
    if (faster) return outcomeOf(faster);
    return { outcome: 'refused', code: notRefundable.includes(code) ? code : 'more_than_charged' };
  }
}

/** A customer of Stripe's and their method, in one: a method is charged for its customer only. */
function parseToken(token: string): { customer: string; method: string } {
  const [, customer, method] = /^(cus_\w+)\/(pm_\w+)$/.exec(token) ?? [];
  if (customer === undefined || method === undefined) throw new Error('Stripe does not know this token');
  return { customer, method };
}
