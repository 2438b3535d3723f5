import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import type { PaymentProvider } from '@/lib/payments/provider';

type Tokens = { pays: string; declines: Record<string, string>; unknown: string };

/** What every payment provider guarantees; `tokens` are methods of the one under test. */
export function paymentProviderContract(name: string, getProvider: () => PaymentProvider, tokens: Tokens): void {
  const { signal } = new AbortController();
  const request = (token: string) => ({ key: newId(), amountMinor: 499, currency: 'USD', token });

  describe(`${name} keeps the contract of payment providers`, () => {
    test('a charge succeeds and is found by its key', async () => {
      const charge = request(tokens.pays);
      const outcome = await getProvider().charge(charge, signal);
      expect(outcome).toEqual({ outcome: 'succeeded', paymentId: expect.any(String) });
      expect(await getProvider().retrieveByKey(charge.key, signal)).toEqual(outcome);
    });

    test('the same key charges once, also when asked 20 times at once', async () => {
      const charge = request(tokens.pays);
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => getProvider().charge(charge, signal)));
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    });

    test('different keys are different payments', async () => {
      const outcomes = await Promise.all([1, 2].map(() => getProvider().charge(request(tokens.pays), signal)));
      expect(outcomes[0]).not.toEqual(outcomes[1]);
    });

    test('the same key with another amount is refused', async () => {
      const charge = request(tokens.pays);
      await getProvider().charge(charge, signal);
      await expect(getProvider().charge({ ...charge, amountMinor: 500 }, signal)).rejects.toThrow();
      await expect(getProvider().charge({ ...charge, currency: 'EUR' }, signal)).rejects.toThrow();
    });

    test.each(Object.entries(tokens.declines))('%s is declined as %s, and nothing was charged', async (token, code) => {
      const charge = request(token);
      expect(await getProvider().charge(charge, signal)).toEqual({ outcome: 'declined', code });
      const found = await getProvider().retrieveByKey(charge.key, signal);
      expect(found?.outcome).not.toBe('succeeded');
    });

    test('an unknown key is null, an unknown token is an error and has no description', async () => {
      expect(await getProvider().retrieveByKey(newId(), signal)).toBeNull();
      await expect(getProvider().charge(request(tokens.unknown), signal)).rejects.toThrow();
      expect(getProvider().describe(tokens.unknown)).toBeNull();
      expect(getProvider().describe(tokens.pays)?.label).toEqual(expect.any(String));
    });
  });
}
