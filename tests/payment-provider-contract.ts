import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import type { ChargeRequest, PaymentEvent, PaymentProvider, RefundRequest } from '@/lib/payments/provider';

type Signing = { secret?: string; ageMs?: number };

export type ContractBench = {
  provider: PaymentProvider;
  /** The token of a method by the name it has in `declines`; `pays` always pays. */
  token: (name: string) => string;
  /** A token of nobody's. */
  unknownToken: string;
  /** What the provider's own books say of a key. */
  moved: (key: string) => Promise<{ charges: number; charged: number; refunded: number }>;
  /** Charges, and the answer gets lost. */
  chargeUnheard: (request: ChargeRequest) => Promise<unknown>;
  /** A webhook as the provider posts it. */
  post: (event: Omit<PaymentEvent, 'id'>, signing?: Signing) => { body: string; headers: Headers };
  /** Something that is no event, but signed. */
  postNonsense: (body: string) => { body: string; headers: Headers };
};

type Contract = { declines: Record<string, string>; open: () => ContractBench | Promise<ContractBench> };

const canceled = { outcome: 'declined', code: 'canceled' };
const together = <T>(count: number, call: () => Promise<T>) => Promise.all(Array.from({ length: count }, call));

/** What every payment provider guarantees. */
export function paymentProviderContract(name: string, { declines, open }: Contract): void {
  const { signal } = new AbortController();
  let bench: ContractBench;
  let provider: PaymentProvider;
  beforeAll(async () => {
    bench = await open();
    provider = bench.provider;
  });
  const request = (method = 'pays'): ChargeRequest => ({
    key: newId(),
    amountMinor: 499,
    currency: 'USD',
    token: bench.token(method),
  });
  const give = (paymentId: string, amountMinor = 499, key = newId()): RefundRequest => ({
    key,
    paymentId,
    amountMinor,
    currency: 'USD',
  });
  const once = { charges: 1, charged: 499, refunded: 0 };
  const never = { charges: 0, charged: 0, refunded: 0 };

  async function pay() {
    const charge = request();
    const outcome = await provider.charge(charge, signal);
    if (outcome.outcome !== 'succeeded') throw new Error(`the charge ended ${outcome.outcome}`);
    return { charge, outcome, paymentId: outcome.paymentId };
  }

  describe(`${name}: a charge`, () => {
    test('succeeds, and is found by its key from then on', async () => {
      const { charge, outcome } = await pay();
      expect(outcome).toEqual({ outcome: 'succeeded', paymentId: expect.any(String) });
      expect(await provider.retrieve(charge, signal)).toEqual(outcome);
      expect(await bench.moved(charge.key)).toEqual(once);
    });

    test('is null before anybody asked for it, and looking charges nothing', async () => {
      const charge = request();
      expect(await provider.retrieve(charge, signal)).toBeNull();
      expect(await provider.retrieve(charge, signal)).toBeNull();
      expect(await bench.moved(charge.key)).toEqual(never);
      expect(await provider.charge(charge, signal)).toMatchObject({ outcome: 'succeeded' });
    });

    test('happens once for a key, also when asked 20 times at once', async () => {
      const charge = request();
      const outcomes = await together(20, () => provider.charge(charge, signal));
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(await bench.moved(charge.key)).toEqual(once);
    });

    test('of another key is another payment', async () => {
      const [one, other] = await Promise.all([pay(), pay()]);
      expect(one.paymentId).not.toBe(other.paymentId);
    });

    test('with the same key and another amount is refused', async () => {
      const { charge } = await pay();
      await expect(provider.charge({ ...charge, amountMinor: 500 }, signal)).rejects.toThrow();
      await expect(provider.charge({ ...charge, currency: 'EUR' }, signal)).rejects.toThrow();
      expect(await bench.moved(charge.key)).toEqual(once);
    });

    test('whose answer got lost is found, and charging again charges nothing more', async () => {
      const charge = request();
      await bench.chargeUnheard(charge);
      const found = await provider.retrieve(charge, signal);
      expect(found).toMatchObject({ outcome: 'succeeded' });
      expect(await provider.charge(charge, signal)).toEqual(found);
      expect(await bench.moved(charge.key)).toEqual(once);
    });

    test.each(Object.entries(declines))('%s is declined as %s, again and again', async (method, code) => {
      const charge = request(method);
      const declined = { outcome: 'declined', code };
      expect(await provider.charge(charge, signal)).toEqual(declined);
      expect(await provider.charge(charge, signal)).toEqual(declined);
      expect(await provider.retrieve(charge, signal)).toEqual(declined);
      expect(await provider.cancel(charge, signal)).toEqual(declined);
      expect(await bench.moved(charge.key)).toEqual(never);
    });

    test('with a token of nobody’s is an error, and such a token has no description', async () => {
      await expect(provider.charge({ ...request(), token: bench.unknownToken }, signal)).rejects.toThrow();
      expect(provider.describe(bench.unknownToken)).toBeNull();
      expect(provider.describe('')).toBeNull();
    });
  });

  describe(`${name}: cancelling`, () => {
    test('before the charge makes it impossible', async () => {
      const charge = request();
      expect(await provider.cancel(charge, signal)).toBeNull();
      expect(await provider.charge(charge, signal)).toEqual(canceled);
      expect(await provider.retrieve(charge, signal)).toEqual(canceled);
      expect(await provider.cancel(charge, signal)).toBeNull();
      expect(await bench.moved(charge.key)).toEqual(never);
    });

    test('after the charge tells of it, and takes nothing back', async () => {
      const { charge, outcome } = await pay();
      expect(await provider.cancel(charge, signal)).toEqual(outcome);
      expect(await bench.moved(charge.key)).toEqual(once);
    });

    test('while it is being charged agrees with the charge on what became of it', async () => {
      for (let round = 0; round < 5; round += 1) {
        const charge = request();
        const [charged, told] = await Promise.all([provider.charge(charge, signal), provider.cancel(charge, signal)]);
        expect(told).toEqual(charged.outcome === 'succeeded' ? charged : null);
        expect(await provider.retrieve(charge, signal)).toEqual(told ?? canceled);
        expect(await bench.moved(charge.key)).toEqual(told === null ? never : once);
      }
    });
  });

  describe(`${name}: a refund`, () => {
    test('gives back once for a key, also when asked 20 times at once', async () => {
      const { charge, paymentId } = await pay();
      const refund = give(paymentId);
      const outcomes = await together(20, () => provider.refund(refund, signal));
      expect(outcomes[0]).toEqual({ outcome: 'succeeded', refundId: expect.any(String) });
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(await bench.moved(charge.key)).toEqual({ ...once, refunded: 499 });
      expect(await provider.refund(refund, signal)).toEqual(outcomes[0]);
    });

    test('in parts adds up to the charge and never to more', async () => {
      const { charge, paymentId } = await pay();
      expect(await provider.refund(give(paymentId, 200), signal)).toMatchObject({ outcome: 'succeeded' });
      expect(await provider.refund(give(paymentId, 300), signal)).toMatchObject({ outcome: 'refused' });
      expect(await provider.refund(give(paymentId, 299), signal)).toMatchObject({ outcome: 'succeeded' });
      expect(await provider.refund(give(paymentId, 1), signal)).toMatchObject({ outcome: 'refused' });
      expect(await bench.moved(charge.key)).toEqual({ ...once, refunded: 499 });
    });

    test('of more than was charged is refused, also when many small ones come at once', async () => {
      const { charge, paymentId } = await pay();
      expect(await provider.refund(give(paymentId, 500), signal)).toMatchObject({ outcome: 'refused' });
      const outcomes = await together(6, () => provider.refund(give(paymentId, 200), signal));
      expect(outcomes.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(2);
      expect(await bench.moved(charge.key)).toEqual({ ...once, refunded: 400 });
    });

    test('of what nobody paid is refused', async () => {
      expect(await provider.refund(give('pi_none'), signal)).toMatchObject({ outcome: 'refused' });
    });
  });

  describe(`${name}: a webhook`, () => {
    const news: Omit<PaymentEvent, 'id'>[] = [
      { type: 'charge.succeeded', key: 'a purchase', reference: 'a payment', declineCode: null },
      { type: 'charge.declined', key: 'a purchase', reference: 'a payment', declineCode: 'insufficient_funds' },
      { type: 'refund.succeeded', key: 'a refund', reference: 'its id there', declineCode: null },
      { type: 'refund.refused', key: 'a refund', reference: 'its id there', declineCode: 'lost_or_stolen_card' },
      { type: 'other', key: null, reference: null, declineCode: null },
    ];

    test.each(news)('$type is understood', (event) => {
      const { body, headers } = bench.post(event);
      expect(provider.parseWebhook(body, headers)).toEqual({ id: expect.stringMatching(/./), ...event });
    });

    test('that was changed on its way, is old, or is signed by somebody else or nobody, is not one', () => {
      const [event] = news;
      if (!event) throw new Error('no event');
      const { body, headers } = bench.post(event);
      expect(provider.parseWebhook(body.replace('a purchase', 'b purchase'), headers)).toBeNull();
      expect(provider.parseWebhook(body, new Headers())).toBeNull();
      for (const signing of [{ ageMs: 10 * 60_000 }, { secret: 'whsec_of_somebody_else' }]) {
        const foreign = bench.post(event, signing);
        expect(provider.parseWebhook(foreign.body, foreign.headers)).toBeNull();
      }
    });

    test.each(['', '{', 'null', '[]', '{"id":1}', '"text"'])('%j is not one, even when it is signed', (nonsense) => {
      const { body, headers } = bench.postNonsense(nonsense);
      expect(provider.parseWebhook(body, headers)).toBeNull();
    });
  });
}
