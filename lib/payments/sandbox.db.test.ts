import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { paymentProviderContract } from '@/tests/payment-provider-contract';
import { sandboxProvider } from './sandbox';

const database = testDatabase();

paymentProviderContract('the sandbox', () => sandboxProvider(database.db), {
  pays: 'sandbox:ok',
  declines: {
    'sandbox:card_declined': 'card_declined',
    'sandbox:insufficient_funds': 'insufficient_funds',
    'sandbox:expired_card': 'expired_card',
  },
  unknown: 'sandbox:constructor',
});

test('a decline leaves no charge', async () => {
  const key = newId();
  const { signal } = new AbortController();
  await sandboxProvider(database.db).charge(
    { key, amountMinor: 1, currency: 'USD', token: 'sandbox:expired_card' },
    signal,
  );
  expect(await database.sql`select from sandbox.charges where idempotency_key = ${key}`).toHaveLength(0);
});
