import { randomBytes } from 'node:crypto';

export type Form = URLSearchParams;

export class StripeProblem extends Error {
  readonly status: number;
  readonly error: Record<string, unknown>;

  constructor(status: number, error: Record<string, unknown>) {
    super(String(error.message));
    this.status = status;
    this.error = error;
  }
}

type Card = { brand: string; last4: string };
type Method = { id: string; customer: string | null; card: Card };
type Intent = {
  id: string;
  object: 'payment_intent';
  amount: number;
  currency: string;
  customer: string | null;
  payment_method: string | null;
  status: string;
  metadata: Record<string, string>;
  last_payment_error: Record<string, unknown> | null;
  cancellation_reason: string | null;
};
type Refund = {
  id: string;
  object: 'refund';
  payment_intent: string;
  amount: number;
  currency: string;
  status: string;
  metadata: Record<string, string>;
  failure_reason?: string;
};
type Session = {
  id: string;
  object: 'checkout.session';
  mode: string;
  status: string;
  url: string | null;
  customer: string;
  client_reference_id: string | null;
  success_url: string;
  cancel_url: string | null;
  setup_intent: { id: string; status: string; payment_method: Method | null };
};

const visa: Card = { brand: 'visa', last4: '4242' };

/** Stripe's test methods and how they are declined; the last two stand for what no card of a test can do there. */
const testMethods: Record<string, { code: string; decline_code?: string } | 'processing' | 'requires_action' | null> = {
  pm_card_visa: null,
  pm_card_chargeDeclined: { code: 'card_declined', decline_code: 'generic_decline' },
  pm_card_chargeDeclinedInsufficientFunds: { code: 'card_declined', decline_code: 'insufficient_funds' },
  pm_card_chargeDeclinedExpiredCard: { code: 'expired_card' },
  pm_card_authenticationRequired: { code: 'authentication_required', decline_code: 'authentication_required' },
  pm_fake_processing: 'processing',
  pm_fake_requiresAction: 'requires_action',
};

const newId = (kind: string) => `${kind}_${randomBytes(9).toString('hex')}`;

function invalid(message: string, more: Record<string, unknown> = {}, status = 400): never {
  throw new StripeProblem(status, { type: 'invalid_request_error', message, ...more });
}

const missing = (what: string, id: string | null, param: string, status = 400): never =>
  invalid(`No such ${what}: '${id}'`, { code: 'resource_missing', param }, status);

const metadataOf = (form: Form) =>
  Object.fromEntries(
    [...form].flatMap(
      ([name, value]) =>
        /^metadata\[(.+)\]$/
          .exec(name)
          ?.slice(1)
          .map((key) => [key, value]) ?? [],
    ),
  );

/** The objects behind the fake API, and what each request does to them. */
export function fakeStripeObjects(url: string) {
  const customers = new Map<string, { id: string; object: 'customer'; metadata: Record<string, string> }>();
  const methods = new Map<string, Method>();
  const intents = new Map<string, Intent>();
  const refunds = new Map<string, Refund>();
  const sessions = new Map<string, Session>();

  const routes: [string, RegExp, (form: Form, id: string) => unknown][] = [
    ['POST', /^\/v1\/customers$/, (form) => createCustomer(metadataOf(form))],
    ['POST', /^\/v1\/payment_intents$/, createIntent],
    ['GET', /^\/v1\/payment_intents$/, (form) => page([...intents.values()], form, 'customer')],
    ['GET', /^\/v1\/payment_intents\/(\w+)$/, (_, id) => requireIntent(id)],
    ['POST', /^\/v1\/payment_intents\/(\w+)\/confirm$/, confirmIntent],
    ['POST', /^\/v1\/payment_intents\/(\w+)\/cancel$/, cancelIntent],
    ['POST', /^\/v1\/refunds$/, createRefund],
    ['GET', /^\/v1\/refunds$/, (form) => listRefunds(form)],
    ['POST', /^\/v1\/checkout\/sessions$/, createSession],
    ['GET', /^\/v1\/checkout\/sessions\/(\w+)$/, (form, id) => showSession(form, id)],
  ];

  function createCustomer(metadata: Record<string, string> = {}) {
    const customer = { id: newId('cus'), object: 'customer' as const, metadata };
    customers.set(customer.id, customer);
    return customer;
  }

  function createIntent(form: Form): Intent {
    if (form.has('payment_method_types[0]')) {
      invalid('Use dynamic payment methods.', { code: 'payment_method_types_no_longer_supported' });
    }
    if (form.has('off_session')) invalid('off_session needs confirm=true.', { param: 'off_session' });
    const amount = Number(form.get('amount'));
    const currency = form.get('currency') ?? '';
    const customer = form.get('customer');
    const method = form.get('payment_method');
    if (!Number.isInteger(amount) || amount < 1)
      invalid('Invalid integer', { code: 'parameter_invalid_integer', param: 'amount' });
    if (!/^[a-z]{3}$/.test(currency)) invalid(`Invalid currency: ${currency}`, { param: 'currency' });
    if (currency === 'usd' && amount < 50)
      invalid('Amount must be at least $0.50 usd', { code: 'amount_too_small', param: 'amount' });
    if (customer !== null && !customers.has(customer)) missing('customer', customer, 'customer');
    const isKnown = method === null || method in testMethods || methods.get(method)?.customer === customer;
    if (!isKnown) missing('PaymentMethod', method, 'payment_method');
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      amount,
      currency,
      customer,
      payment_method: method,
      status: method === null ? 'requires_payment_method' : 'requires_confirmation',
      metadata: metadataOf(form),
      last_payment_error: null,
      cancellation_reason: null,
    };
    intents.set(intent.id, intent);
    return intent;
  }

  const requireIntent = (id: string): Intent => intents.get(id) ?? missing('payment_intent', id, 'intent', 404);

  function requireStatus(intent: Intent, verb: string, statuses: string[]): void {
    if (statuses.includes(intent.status)) return;
    invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: { ...intent },
    });
  }

  function confirmIntent(_: Form, id: string): Intent {
    const intent = requireIntent(id);
    requireStatus(intent, 'confirm', ['requires_confirmation']);
    const end = testMethods[intent.payment_method ?? ''] ?? null;
    if (end === null || typeof end === 'string') {
      intent.status = end ?? 'succeeded';
      return intent;
    }
    const error = { type: 'card_error', message: 'Your card was declined.', ...end };
    Object.assign(intent, { status: 'requires_payment_method', payment_method: null, last_payment_error: error });
    throw new StripeProblem(402, { ...error, payment_intent: { ...intent } });
  }

  function cancelIntent(form: Form, id: string): Intent {
    const intent = requireIntent(id);
    requireStatus(intent, 'cancel', ['requires_confirmation', 'requires_payment_method', 'requires_action']);
    return Object.assign(intent, { status: 'canceled', cancellation_reason: form.get('cancellation_reason') });
  }

  function createRefund(form: Form): Refund {
    const intent = requireIntent(form.get('payment_intent') ?? '');
    if (intent.status !== 'succeeded') invalid('This PaymentIntent does not have a successful charge to refund.');
    const left = intent.amount - refunded(intent.id);
    const amount = form.has('amount') ? Number(form.get('amount')) : left;
    if (left === 0) invalid('The charge has already been refunded.', { code: 'charge_already_refunded' });
    if (amount > left) invalid('Refund amount is greater than unrefunded amount on charge', { param: 'amount' });
    const refund: Refund = {
      id: newId('re'),
      object: 'refund',
      payment_intent: intent.id,
      amount,
      currency: intent.currency,
      status: 'succeeded',
      metadata: metadataOf(form),
    };
    refunds.set(refund.id, refund);
    return refund;
  }

  const refunded = (id: string) =>
    [...refunds.values()]
      .filter(({ payment_intent, status }) => payment_intent === id && status !== 'failed')
      .reduce((sum, { amount }) => sum + amount, 0);

  function listRefunds(form: Form) {
    requireIntent(form.get('payment_intent') ?? '');
    return page([...refunds.values()], form, 'payment_intent');
  }

  function createSession(form: Form): Session {
    const customer = form.get('customer') ?? '';
    if (!customers.has(customer)) missing('customer', customer, 'customer');
    if (!form.has('allowed_payment_method_types[0]') && !form.has('currency')) {
      invalid('Missing required param: currency.', { code: 'parameter_missing', param: 'currency' });
    }
    const id = `cs_test_${randomBytes(20).toString('hex')}`;
    const session: Session = {
      id,
      object: 'checkout.session',
      mode: form.get('mode') ?? 'payment',
      status: 'open',
      url: `${url}/pay/${id}`,
      customer,
      client_reference_id: form.get('client_reference_id'),
      success_url: form.get('success_url') ?? '',
      cancel_url: form.get('cancel_url'),
      setup_intent: { id: newId('seti'), status: 'requires_payment_method', payment_method: null },
    };
    sessions.set(id, session);
    return session;
  }

  function showSession(form: Form, id: string) {
    const session = sessions.get(id) ?? missing('checkout.session', id, 'session', 404);
    const isExpanded = form.get('expand[0]') === 'setup_intent.payment_method';
    return { ...session, setup_intent: isExpanded ? session.setup_intent : session.setup_intent.id };
  }

  return {
    intents,
    refunds,
    sessions,
    createCustomer,
    serve(method: string, path: string, form: Form): unknown {
      for (const [verb, pattern, answer] of routes) {
        const match = verb === method ? pattern.exec(path) : null;
        if (match) return answer(form, match[1] ?? '');
      }
      return invalid(`Unrecognized request URL (${method}: ${path}).`, {}, 404);
    },
    /** What a person does on Stripe's page: gives a card. Answers where they go next. */
    completeSession(id: string): string {
      const session = sessions.get(id);
      if (!session) throw new Error('no such session');
      const method = { id: newId('pm'), customer: session.customer, card: visa };
      methods.set(method.id, method);
      session.setup_intent.status = 'succeeded';
      session.setup_intent.payment_method = method;
      session.status = 'complete';
      session.url = null;
      return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', id);
    },
    /** How much was taken with a key of ours, and how much of it went back. */
    moved(key: string) {
      const paid = [...intents.values()].filter(
        ({ metadata, status }) => metadata.key === key && status === 'succeeded',
      );
      return {
        charges: paid.length,
        charged: paid.reduce((sum, { amount }) => sum + amount, 0),
        refunded: paid.reduce((sum, { id }) => sum + refunded(id), 0),
      };
    },
  };
}

/** A page of a list as Stripe gives it: newest first, after the object with that id. */
function page<T extends { id: string }>(all: T[], form: Form, filter: keyof T & string) {
  const wanted = form.get(filter);
  const matching = all.filter((item) => wanted === null || item[filter] === wanted).reverse();
  const start = matching.findIndex(({ id }) => id === form.get('starting_after')) + 1;
  const limit = Number(form.get('limit') ?? 10);
  return {
    object: 'list',
    url: '/v1/list',
    data: matching.slice(start, start + limit),
    has_more: matching.length > start + limit,
  };
}
