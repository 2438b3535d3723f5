import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { type FakeStripe, signStripe, startFakeStripe } from '@/tests/fake-stripe';
import { paymentProviderContract } from '@/tests/payment-provider-contract';
import { stripeDeclines, stripeWebhooks } from '@/tests/stripe-bench';
import { guardPayments } from './guard';
import type { ChargeRequest, PaymentProvider, RefundRequest } from './provider';
import { stripeProvider } from './stripe';
import { isStripeAway, stripeAmount } from './stripe-client';

let fake: FakeStripe;
let provider: PaymentProvider;
let customer: string;
beforeAll(async () => {
  fake = await startFakeStripe();
  provider = stripeProvider(fake.settings);
  customer = fake.objects.createCustomer().id;
});
afterAll(() => fake.stop());

const { signal } = new AbortController();
const paid = { outcome: 'succeeded', paymentId: expect.stringMatching(/^pi_/) };
const request = (method = 'pm_card_visa'): ChargeRequest => ({
  key: newId(),
  amountMinor: 499,
  currency: 'USD',
  token: `${customer}/${method}`,
});
const charged = (key: string) => fake.objects.moved(key).charges;

paymentProviderContract('Stripe, as the fake server has it', {
  declines: stripeDeclines,
  open: () => ({
    provider,
    token: (name) => `${customer}/${name === 'pays' ? 'pm_card_visa' : name}`,
    unknownToken: 'pm_card_visa',
    moved: async (key) => fake.objects.moved(key),
    chargeUnheard: async (charge) => {
      fake.trouble(/confirm$/, 'lose');
      await expect(provider.charge(charge, signal)).rejects.toThrow();
    },
    ...stripeWebhooks(fake.settings.webhookSecret),
  }),
});

describe('a charge at Stripe', () => {
  test('is made for one customer, with one card, without the buyer, and carries our key', async () => {
    const charge = request();
    await provider.charge(charge, signal);
    const [intent] = [...fake.objects.intents.values()].filter(({ metadata }) => metadata.key === charge.key);
    expect(intent).toMatchObject({ amount: 499, currency: 'usd', customer, payment_method: 'pm_card_visa' });
    const keys = fake.requests.filter(({ method }) => method === 'POST').map(({ key }) => key);
    expect(keys.slice(-2)).toEqual([charge.key, `${charge.key}:confirm`]);
  });

  test('under way at the bank is processing until it is paid', async () => {
    const charge = request('pm_fake_processing');
    expect(await provider.charge(charge, signal)).toEqual({ outcome: 'processing' });
    expect(await provider.retrieve(charge, signal)).toEqual({ outcome: 'processing' });
    expect(await provider.cancel(charge, signal)).toEqual({ outcome: 'processing' });
    for (const intent of fake.objects.intents.values()) {
      if (intent.metadata.key === charge.key) intent.status = 'succeeded';
    }
    expect(await provider.retrieve(charge, signal)).toEqual(paid);
  });

  test('for which the bank wants to hear from the buyer is given up, so that it cannot succeed later', async () => {
    const charge = request('pm_fake_requiresAction');
    const declined = { outcome: 'declined', code: 'authentication_required' };
    expect(await provider.charge(charge, signal)).toEqual(declined);
    expect(await provider.retrieve(charge, signal)).toEqual(declined);
    expect(await provider.cancel(charge, signal)).toEqual(declined);
    const [intent] = [...fake.objects.intents.values()].filter(({ metadata }) => metadata.key === charge.key);
    expect(intent?.status).toBe('canceled');
  });

  test.each(['down', 'limit', 'fail'] as const)(
    'that Stripe cannot take now (%s) throws, and succeeds later',
    async (kind) => {
      const charge = request();
      for (const step of [/intents$/, /confirm$/]) {
        fake.trouble(step, kind);
        await expect(provider.charge(charge, signal)).rejects.toSatisfy(isStripeAway);
        expect(charged(charge.key)).toBe(0);
      }
      expect(await provider.charge(charge, signal)).toEqual(paid);
      expect(charged(charge.key)).toBe(1);
    },
  );

  test('that succeeded although Stripe answered with an error is found, not repeated', async () => {
    const charge = request();
    fake.trouble(/confirm$/, 'break');
    await expect(provider.charge(charge, signal)).rejects.toThrow();
    expect(await provider.charge(charge, signal)).toEqual(paid);
    expect(await provider.retrieve(charge, signal)).toEqual(paid);
    expect(charged(charge.key)).toBe(1);
  });

  test.each(['hang', 'lose'] as const)(
    'whose first step gets no answer (%s) is not confirmed behind our back',
    async (kind) => {
      const charge = request();
      fake.trouble(/POST .*intents$/, kind);
      await expect(provider.charge(charge, AbortSignal.timeout(100))).rejects.toThrow();
      expect(await provider.retrieve(charge, signal)).toBeNull();
      expect(charged(charge.key)).toBe(0);
      expect(await provider.charge(charge, signal)).toEqual(paid);
      expect(charged(charge.key)).toBe(1);
    },
  );

  test('that nobody waits for is not made', async () => {
    const charge = request();
    await expect(provider.charge(charge, AbortSignal.abort())).rejects.toThrow();
    expect(fake.requests.some(({ key }) => key === charge.key)).toBe(false);
  });

  test('is found when Stripe has forgotten its keys, and is neither repeated nor cancelled', async () => {
    const charge = request();
    const outcome = await provider.charge(charge, signal);
    fake.forgetKeys();
    expect(await provider.retrieve(charge, signal)).toEqual(outcome);
    fake.forgetKeys();
    expect(await provider.cancel(charge, signal)).toEqual(outcome);
    expect(charged(charge.key)).toBe(1);
  });

  test('with a card that is gone, or for less than Stripe takes, is declined for good', async () => {
    const gone = { outcome: 'declined', code: 'payment_method_unknown' };
    for (const charge of [request('pm_gone'), { ...request(), token: 'cus_gone/pm_card_visa' }]) {
      expect(await provider.charge(charge, signal)).toEqual(gone);
      expect(await provider.cancel(charge, signal)).toEqual(gone);
    }
    const little = { ...request(), amountMinor: 20 };
    expect(await provider.charge(little, signal)).toEqual({ outcome: 'declined', code: 'amount_too_small' });
  });

  test('counts money as Stripe does', () => {
    const at = (currency: string, amountMinor = 300) => stripeAmount({ amountMinor, currency });
    expect([at('USD'), at('JPY'), at('KWD')]).toEqual([300, 300, 300]);
    expect([at('ISK'), at('UGX')]).toEqual([30_000, 30_000]);
    expect(at('LYD')).toBe(30);
    expect(() => at('LYD', 305)).toThrow();
  });
});

describe('a refund at Stripe', () => {
  async function paidCharge(): Promise<{ key: string; refund: RefundRequest }> {
    const charge = request();
    const outcome = await provider.charge(charge, signal);
    if (outcome.outcome !== 'succeeded') throw new Error('not paid');
    return {
      key: charge.key,
      refund: { key: newId(), paymentId: outcome.paymentId, amountMinor: 200, currency: 'USD' },
    };
  }
  const refunded = (key: string) => fake.objects.moved(key).refunded;

  test.each(['lose', 'break'] as const)('that was made without an answer (%s) is found, not repeated', async (kind) => {
    const { key, refund } = await paidCharge();
    fake.trouble(/POST .*refunds$/, kind);
    await expect(provider.refund(refund, signal)).rejects.toThrow();
    expect(await provider.refund(refund, signal)).toMatchObject({ outcome: 'succeeded' });
    expect(refunded(key)).toBe(200);
  });

  test('asked for again when Stripe has forgotten its keys is the same one', async () => {
    const { key, refund } = await paidCharge();
    const outcome = await provider.refund(refund, signal);
    fake.forgetKeys();
    expect(await provider.refund(refund, signal)).toEqual(outcome);
    expect(refunded(key)).toBe(200);
  });

  test('that Stripe fails at, and keeps failing at, is made under the next key, once', async () => {
    const { key, refund } = await paidCharge();
    fake.trouble(/POST .*refunds$/, 'fail');
    await expect(provider.refund(refund, signal)).rejects.toThrow();
    const outcomes = await Promise.all([1, 2, 3].map(() => provider.refund(refund, signal)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(refunded(key)).toBe(200);
  });

  test('that Stripe makes and calls failed is not made again by those who asked at the same time', async () => {
    const { key, refund } = await paidCharge();
    fake.trouble(/POST .*refunds$/, 'break');
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => provider.refund(refund, signal)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(refunded(key)).toBe(200);
  });

  test('on its way counts as given back; one that came back is refused', async () => {
    const { refund } = await paidCharge();
    await provider.refund(refund, signal);
    const [made] = [...fake.objects.refunds.values()].filter(({ metadata }) => metadata.key === refund.key);
    if (!made) throw new Error('no refund');
    made.status = 'pending';
    expect(await provider.refund(refund, signal)).toEqual({ outcome: 'succeeded', refundId: made.id });
    Object.assign(made, { status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(await provider.refund(refund, signal)).toEqual({ outcome: 'refused', code: 'expired_or_canceled_card' });
  });

  test('with the same key and another amount throws', async () => {
    const { key, refund } = await paidCharge();
    await provider.refund(refund, signal);
    await expect(provider.refund({ ...refund, amountMinor: 100 }, signal)).rejects.toThrow();
    expect(refunded(key)).toBe(200);
  });
});

describe('the store in front of Stripe', () => {
  const guarded = () => guardPayments(provider, { timeoutMs: 150, isFailure: isStripeAway, log: logger() });

  test('does not wait for ever, and stops asking when nothing comes back', async () => {
    const payments = guarded();
    for (const _ of [1, 2]) {
      fake.trouble(/intents$/, 'hang');
      expect(await payments.charge(request())).toEqual({ outcome: 'unknown' });
    }
    expect(await payments.charge(request())).toMatchObject({ outcome: 'unavailable' });
  });

  test('goes on asking when Stripe only refuses', async () => {
    const payments = guarded();
    const charge = request();
    await payments.charge(charge);
    for (const amountMinor of [500, 501, 502]) {
      expect(await payments.charge({ ...charge, amountMinor })).toEqual({ outcome: 'unknown' });
    }
    expect(await payments.charge(request())).toMatchObject({ outcome: 'succeeded' });
  });

  test('a wrong key says nothing of Stripe itself', async () => {
    const stranger = stripeProvider({ ...fake.settings, secretKey: 'sk_test_wrong' });
    const error: unknown = await stranger.charge(request(), signal).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ statusCode: 401 });
    expect(isStripeAway(error)).toBe(false);
  });

  test('a payment that failed is told as declined, one of somebody else’s has no key', () => {
    const told = (type: string, object: unknown) => {
      const { body, headers } = signStripe(fake.settings.webhookSecret, { id: 'evt_1', type, data: { object } });
      return provider.parseWebhook(body, headers);
    };
    const error = { code: 'card_declined', decline_code: 'lost_card' };
    expect(told('payment_intent.payment_failed', { id: 'pi_1', metadata: {}, last_payment_error: error })).toEqual({
      id: 'evt_1',
      type: 'charge.declined',
      key: null,
      reference: 'pi_1',
      declineCode: 'lost_card',
    });
    const pending = { id: 're_1', status: 'pending', metadata: { key: 'r' } };
    expect(told('refund.created', pending)).toMatchObject({ type: 'other' });
    expect(told('refund.updated', { ...pending, status: 'succeeded' })).toMatchObject({
      type: 'refund.succeeded',
      key: 'r',
    });
    expect(told('refund.failed', { ...pending, status: 'failed' })).toMatchObject({ type: 'refund.refused', key: 'r' });
    expect(told('charge.refunded', { id: 'ch_1' })).toMatchObject({ type: 'other', key: null });
  });
});
