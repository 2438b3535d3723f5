import { requireDb } from '@/lib/database';
import { isDatabaseAway } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { guardPayments, type Payments } from './guard';
import { sandboxProvider } from './sandbox';

const store = globalThis as typeof globalThis & { pomonaPayments?: Payments };

/** The provider of this store behind its breaker, one for the process. */
export function storePayments(): Payments {
  store.pomonaPayments ??= guardPayments(sandboxProvider(requireDb()), {
    // The sandbox lives in our own database: its restart must not stop payments for a minute.
    isFailure: (error) => !isDatabaseAway(error),
    log: logger(),
  });
  return store.pomonaPayments;
}
