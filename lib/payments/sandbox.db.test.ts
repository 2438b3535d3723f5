import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { paymentProviderContract } from '@/tests/payment-provider-contract';
import type { ChargeRequest, PaymentEvent, PaymentProvider } from './provider';
import { sandboxCards } from './rules';
import { sandboxProvider } from './sandbox';
import { signWebhook } from './sandbox-webhooks';

const database = testDatabase();
const secret = 'of the sandbox in tests';
const { signal } = new AbortController();
const request = (token: string): ChargeRequest => ({ key: newId(), amountMinor: 499, currency: 'USD', token });

const moved = async (key: string) => {
  const [row] = await database.sql`
    select count(*)::int as charges, coalesce(sum(amount_minor), 0)::int as charged,
      (select coalesce(sum(r.amount_minor), 0)::int from sandbox.refunds r join sandbox.charges c on c.id = r.charge_id
        where c.idempotency_key = ${key}) as refunded
    from sandbox.charges where idempotency_key = ${key}`;
  return { charges: row?.charges, charged: row?.charged, refunded: row?.refunded };
};

/** Charges and hangs up on the silence that follows. */
async function chargeUnheard(provider: PaymentProvider, charge: ChargeRequest, patienceMs = 150) {
  await expect(provider.charge(charge, AbortSignal.timeout(patienceMs))).rejects.toThrow();
}

paymentProviderContract('the sandbox', {
  declines: {
    'sandbox:card_declined': 'card_declined',
    'sandbox:insufficient_funds': 'insufficient_funds',
    'sandbox:expired_card': 'expired_card',
  },
  open: () => {
    const provider = sandboxProvider(database.db, { deliver: async () => undefined, secret });
    const signed = (body: string, by = secret, ageMs = 0) => ({
      body,
      headers: new Headers(signWebhook(by, body, Date.now() - ageMs)),
    });
    return {
      provider,
      token: (name) => (name === 'pays' ? 'sandbox:ok' : name),
      unknownToken: 'sandbox:constructor',
      moved,
      chargeUnheard: (charge) => chargeUnheard(provider, { ...charge, token: 'sandbox:timeout_after' }),
      post: (event, { secret: by, ageMs } = {}) =>
        signed(JSON.stringify({ id: `evt_${newId()}`, ...event }), by, ageMs),
      postNonsense: (body) => signed(body),
    };
  },
});

describe('what goes wrong with a card of the sandbox', () => {
  /** The sandbox, and what it brought to the store in the order it came. */
  function wired(lateMs = 200) {
    const brought: { event: PaymentEvent; answered: boolean }[] = [];
    let answered = false;
    const provider = sandboxProvider(database.db, {
      secret,
      lateMs,
      deliver: async (ids) => {
        for (const id of ids) {
          const [row] = await database.sql`select body from sandbox.webhooks where id = ${id}`;
          brought.push({ event: JSON.parse(row?.body), answered });
        }
      },
    });
    const charge = async (charged: ChargeRequest) => {
      const outcome = await provider.charge(charged, signal);
      answered = true;
      return outcome;
    };
    return { provider, charge, brought };
  }

  test('every card has a label, and tokens of nobody have none', () => {
    const { provider } = wired();
    for (const [token, { label }] of Object.entries(sandboxCards)) expect(provider.describe(token)).toEqual({ label });
    expect(provider.describe('sandbox:nothing')).toBeNull();
  });

  test('a decline leaves no charge and brings nothing', async () => {
    const { charge, brought } = wired();
    const declined = request('sandbox:expired_card');
    await charge(declined);
    expect(await moved(declined.key)).toMatchObject({ charges: 0 });
    expect(brought).toEqual([]);
  });

  test('timeout_before: no answer, nothing charged, and cancelling ends it', async () => {
    const { provider, brought } = wired();
    const charge = request('sandbox:timeout_before');
    await chargeUnheard(provider, charge, 50);
    expect(await provider.retrieve(charge, signal)).toBeNull();
    expect(await moved(charge.key)).toMatchObject({ charges: 0 });
    expect(await provider.cancel(charge, signal)).toBeNull();
    expect(await provider.retrieve(charge, signal)).toEqual({ outcome: 'declined', code: 'canceled' });
    expect(brought).toEqual([]);
  });

  test('timeout_after: no answer, charged once, however often it is tried', async () => {
    const { provider } = wired();
    const charge = request('sandbox:timeout_after');
    await Promise.all([1, 2, 3].map(() => chargeUnheard(provider, charge)));
    expect(await moved(charge.key)).toMatchObject({ charges: 1, charged: 499 });
    expect(await provider.retrieve(charge, signal)).toMatchObject({ outcome: 'succeeded' });
    expect(await provider.cancel(charge, signal)).toMatchObject({ outcome: 'succeeded' });
  });

  test('webhook_first: the news come before the answer, about the same payment', async () => {
    const { charge, brought } = wired();
    const paid = request('sandbox:webhook_first');
    const outcome = await charge(paid);
    const news = { type: 'charge.succeeded', key: paid.key, declineCode: null };
    expect(brought).toMatchObject([{ answered: false, event: news }]);
    expect(outcome).toEqual({ outcome: 'succeeded', paymentId: brought[0]?.event.reference });
  });

  test('webhook_late: under way at first, and paid when the news come', async () => {
    const { provider, charge, brought } = wired(200);
    const paid = request('sandbox:webhook_late');
    expect(await charge(paid)).toEqual({ outcome: 'processing' });
    expect(await provider.retrieve(paid, signal)).toEqual({ outcome: 'processing' });
    expect(await provider.cancel(paid, signal)).toEqual({ outcome: 'processing' });
    expect(brought).toEqual([]);
    await vi.waitFor(() => expect(brought).toHaveLength(1), { timeout: 5_000 });
    const found = await provider.retrieve(paid, signal);
    expect(found).toEqual({ outcome: 'succeeded', paymentId: brought[0]?.event.reference });
    expect(await moved(paid.key)).toMatchObject({ charges: 1 });
  });

  test('webhook_twice: one event comes twice', async () => {
    const { charge, brought } = wired();
    await charge(request('sandbox:webhook_twice'));
    await vi.waitFor(() => expect(brought).toHaveLength(2), { timeout: 5_000 });
    await sleep(50);
    expect(brought).toHaveLength(2);
    expect(brought[0]?.event).toEqual(brought[1]?.event);
  });

  test('answers_twice: two events tell of one payment', async () => {
    const { charge, brought } = wired();
    const paid = request('sandbox:answers_twice');
    await charge(paid);
    await vi.waitFor(() => expect(brought).toHaveLength(2), { timeout: 5_000 });
    const [one, other] = brought.map(({ event }) => event);
    expect(one?.id).not.toBe(other?.id);
    expect(one).toEqual({ ...other, id: one?.id });
    expect(await moved(paid.key)).toMatchObject({ charges: 1 });
  });

  test('asked again, a card brings no more news', async () => {
    const { charge, brought } = wired();
    const paid = request('sandbox:webhook_first');
    const outcome = await charge(paid);
    expect(await charge(paid)).toEqual(outcome);
    await sleep(50);
    expect(brought).toHaveLength(1);
  });
});
