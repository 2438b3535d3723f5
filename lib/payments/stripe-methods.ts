import type Stripe from 'stripe';
import type { PaymentProvider } from './provider';
import { connectStripe, once, patiently, refusalCode, type StripeSettings } from './stripe-client';

const brands: Record<string, string> = {
  american_express: 'American Express',
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  diners_club: 'Diners Club',
  eftpos_australia: 'eftpos',
  jcb: 'JCB',
  union_pay: 'UnionPay',
  unionpay: 'UnionPay',
};

/** Cards that people add on Stripe's own page: the store never sees their numbers. */
export function stripeMethods(settings: StripeSettings): Pick<PaymentProvider, 'setUpMethod' | 'findMethod'> {
  return {
    async setUpMethod({ userId, returnUrl }, signal) {
      const stripe = connectStripe(settings, signal);
      // Once the key is forgotten a person has a second customer, which does no harm: a token names its customer.
      const customer = await once(signal, `customer:${userId}`, (options) =>
        stripe.customers.create({ metadata: { userId } }, options),
      );
      const [page, fragment] = returnUrl.split('#');
      const back = (setup: string) => `${page}?setup=${setup}${fragment ? `#${fragment}` : ''}`;
      const { url } = await patiently(signal, () =>
        stripe.checkout.sessions.create({
          mode: 'setup',
          customer: customer.id,
          client_reference_id: userId,
          allowed_payment_method_types: ['card'],
          success_url: back('{CHECKOUT_SESSION_ID}'),
          cancel_url: back('canceled'),
        }),
      );
      if (!url) throw new Error('Stripe gave no page to add a card on');
      return { url };
    },

    async findMethod({ userId, reference }, signal) {
      if (!/^cs_\w{1,250}$/.test(reference)) return null;
      const session = await findSession(connectStripe(settings, signal), reference, signal);
      if (session?.mode !== 'setup' || session.status !== 'complete') return null;
      if (session.client_reference_id !== userId) return null;
      const { customer, setup_intent: setup } = session;
      const method = setup && typeof setup === 'object' && setup.status === 'succeeded' ? setup.payment_method : null;
      if (!customer || !method || typeof method !== 'object' || !method.card) return null;
      const customerId = typeof customer === 'string' ? customer : customer.id;
      return { token: `${customerId}/${method.id}`, label: labelOf(method.card) };
    },
  };
}

async function findSession(stripe: Stripe, reference: string, signal: AbortSignal) {
  try {
    return await patiently(signal, () =>
      stripe.checkout.sessions.retrieve(reference, { expand: ['setup_intent.payment_method'] }),
    );
  } catch (error) {
    if (refusalCode(error) === 'resource_missing') return null;
    throw error;
  }
}

function labelOf({ display_brand: display, brand, last4 }: Stripe.PaymentMethod.Card): string {
  const name = display && display !== 'other' ? display : brand;
  const words = brands[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
  return `${words === 'Unknown' ? 'Card' : words} •••• ${last4}`;
}
