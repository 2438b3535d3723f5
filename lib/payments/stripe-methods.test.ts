import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { type FakeStripe, startFakeStripe } from '@/tests/fake-stripe';
import type { PaymentProvider } from './provider';
import { stripeProvider } from './stripe';

let fake: FakeStripe;
let provider: PaymentProvider;
beforeAll(async () => {
  fake = await startFakeStripe();
  provider = stripeProvider(fake.settings);
});
afterAll(() => fake.stop());

const { signal } = new AbortController();

describe('a card added at Stripe', () => {
  const returnUrl = 'https://store.example.org/account#payment';

  async function added(userId: string) {
    const page = await provider.setUpMethod({ userId, returnUrl }, signal);
    const answer = await fetch(page?.url ?? '', { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    return { back, reference: back.searchParams.get('setup') ?? '' };
  }

  test('comes back to where the person was, and pays', async () => {
    const userId = newId();
    const { back, reference } = await added(userId);
    expect(back.href).toBe(`https://store.example.org/account?setup=${reference}#payment`);
    const method = await provider.findMethod({ userId, reference }, signal);
    expect(method).toEqual({ token: expect.stringMatching(/^cus_\w+\/pm_\w+$/), label: 'Visa •••• 4242' });
    const charge = { key: newId(), amountMinor: 499, currency: 'USD', token: method?.token ?? '' };
    expect(await provider.charge(charge, signal)).toMatchObject({ outcome: 'succeeded' });
    expect(provider.describe(method?.token ?? '')).toBeNull();
  });

  test('is for whoever added it: somebody else’s reference, an unfinished one and nonsense are null', async () => {
    const userId = newId();
    const { reference } = await added(userId);
    expect(await provider.findMethod({ userId: newId(), reference }, signal)).toBeNull();
    const unfinished = await provider.setUpMethod({ userId, returnUrl }, signal);
    const open = new URL(unfinished?.url ?? '').pathname.split('/').at(-1) ?? '';
    for (const wrong of [open, 'cs_test_unknown', 'canceled', '', '../v1/customers', 'cs_a/../b']) {
      expect(await provider.findMethod({ userId, reference: wrong }, signal)).toBeNull();
    }
  });

  test('is asked for on a page that leads back without one, too', async () => {
    const page = await provider.setUpMethod({ userId: newId(), returnUrl }, signal);
    const session = fake.objects.sessions.get(new URL(page?.url ?? '').pathname.slice('/pay/'.length));
    expect(session?.cancel_url).toBe('https://store.example.org/account?setup=canceled#payment');
  });

  test('belongs to one customer a person', async () => {
    const userId = newId();
    const customers = await Promise.all(
      [1, 2].map(async () => {
        const { reference } = await added(userId);
        return (await provider.findMethod({ userId, reference }, signal))?.token.split('/')[0];
      }),
    );
    expect(customers[0]).toBe(customers[1]);
  });
});
