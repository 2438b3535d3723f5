import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { guardPayments } from './guard';
import type { ChargeOutcome, PaymentProvider } from './provider';

const request = { key: 'k', amountMinor: 1, currency: 'USD', token: 't' };
const paid: ChargeOutcome = { outcome: 'succeeded', paymentId: 'p' };
const lost = () => Promise.reject(new Error('connection lost'));
const never = () => new Promise<never>(() => {});

function guarded(answers: (() => Promise<ChargeOutcome>)[], isFailure?: (error: unknown) => boolean) {
  let calls = 0;
  const provider: PaymentProvider = {
    name: 'test',
    defaultToken: null,
    describe: () => null,
    charge: () => (answers[calls++] ?? lost)(),
    retrieve: async () => null,
    cancel: async () => null,
    refund: async () => ({ outcome: 'refused', code: 'none' }),
    parseWebhook: () => null,
    setUpMethod: async () => null,
    findMethod: () => lost(),
  };
  const payments = guardPayments(provider, {
    timeoutMs: 20,
    halfOpenAfterMs: 60,
    ...(isFailure ? { isFailure } : {}),
    log: logger(),
  });
  return { payments, calls: () => calls };
}

async function breakerState(): Promise<number | undefined> {
  return (await metrics.circuitBreakerState.get()).values.find((value) => value.labels.name === 'payments')?.value;
}

describe('the guard of a payment provider', () => {
  test('answers pass through', async () => {
    const { payments } = guarded([async () => paid]);
    expect(await payments.charge(request)).toEqual(paid);
    expect(await payments.retrieve(request)).toBeNull();
    expect(await payments.cancel(request)).toBeNull();
    expect(await payments.setUpMethod({ userId: 'u', returnUrl: '/' })).toBeNull();
    const refund = { key: 'r', paymentId: 'p', amountMinor: 1, currency: 'USD' };
    expect(await payments.refund(refund)).toEqual({ outcome: 'refused', code: 'none' });
    expect(payments.parseWebhook('', new Headers())).toBeNull();
  });

  test('a provider that never answers is an unknown outcome, in time', async () => {
    const { payments } = guarded([never]);
    expect(await payments.charge(request)).toEqual({ outcome: 'unknown' });
  });

  test('two failures in a row stop the calls, and one trial starts them again', async () => {
    const { payments, calls } = guarded([lost, lost, async () => paid]);
    expect(await payments.charge(request)).toEqual({ outcome: 'unknown' });
    expect(payments.unavailability()).toBeNull();
    expect(await payments.charge(request)).toEqual({ outcome: 'unknown' });
    expect(await breakerState()).toBe(1);
    expect(payments.unavailability()).toEqual({ outcome: 'unavailable', retryAfterSeconds: 1 });
    expect(await payments.charge(request)).toEqual({ outcome: 'unavailable', retryAfterSeconds: 1 });
    expect(calls()).toBe(2);
    await sleep(70);
    expect(payments.unavailability()).toBeNull();
    expect(await payments.charge(request)).toEqual(paid);
    expect(await breakerState()).toBe(0);
  });

  test('a provider that fails at something else than charging is an unknown outcome, and stops the calls too', async () => {
    const { payments, calls } = guarded([async () => paid]);
    for (const _ of [1, 2]) {
      expect(await payments.findMethod({ userId: 'u', reference: 'r' })).toEqual({ outcome: 'unknown' });
    }
    expect(await payments.charge(request)).toMatchObject({ outcome: 'unavailable' });
    expect(calls()).toBe(0);
  });

  test('declines never stop the calls', async () => {
    const declined: ChargeOutcome = { outcome: 'declined', code: 'card_declined' };
    const { payments } = guarded([1, 2, 3].map(() => async () => declined));
    for (const _ of [1, 2, 3]) expect(await payments.charge(request)).toEqual(declined);
    expect(payments.unavailability()).toBeNull();
  });

  test('a success between two failures keeps the calls going', async () => {
    const { payments } = guarded([lost, async () => paid, lost, async () => paid]);
    for (const outcome of ['unknown', 'succeeded', 'unknown', 'succeeded']) {
      expect((await payments.charge(request)).outcome).toBe(outcome);
    }
  });

  test('what says nothing about the provider does not stop the calls', async () => {
    const { payments } = guarded([lost, lost, lost, async () => paid], () => false);
    for (const outcome of ['unknown', 'unknown', 'unknown', 'succeeded']) {
      expect((await payments.charge(request))?.outcome).toBe(outcome);
    }
  });
});
