import { connect } from '@/db/client';
import { type Ctx, systemContext, type UserActor } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { guardPayments } from '@/lib/payments/guard';
import { sandboxProvider } from '@/lib/payments/sandbox';
import { signWebhook } from '@/lib/payments/sandbox-webhooks';
import { buyApp } from '@/lib/purchases/buy-app';
import { completePurchases } from '@/lib/purchases/complete-purchases';
import { receiveWebhook } from '@/lib/purchases/payment-events';
import { completeRefunds } from '@/lib/purchases/refunds/complete-refunds';
import { requestRefund } from '@/lib/purchases/refunds/request-refund';
import type { BuyAppBody } from '@/lib/purchases/schema';

// A process of the store in `prove:purchases`: it does what it is told until it is killed, with the sandbox's webhooks
// brought to the same process, and a provider that is given up after a moment.

export type Errand =
  | { kind: 'buy'; actor: UserActor; key: string; body: BuyAppBody }
  | { kind: 'refund'; actor: UserActor; purchaseId: string }
  | { kind: 'complete' };
export type Outcome = { status: number; body: string };

const { DATABASE_URL: url = '', SHOPPER_NAME: applicationName = 'shopper' } = process.env;
const secret = 'of the proof';
const db = connect(url, { max: 8, applicationName });
const provider = sandboxProvider(db, { secret, deliver, lateMs: 200 });
const payments = guardPayments(provider, { timeoutMs: 400, halfOpenAfterMs: 100, log: logger() });
const { signal } = new AbortController();

async function deliver(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [row] = await db.$client<{ body: string }[]>`select body from sandbox.webhooks where id = ${id}`;
    if (!row) continue;
    const headers = new Headers(signWebhook(secret, row.body));
    await receiveWebhook(systemContext('proof'), { provider: 'sandbox', body: row.body, headers }, payments);
    await db.$client`update sandbox.webhooks set delivered_at = now() where id = ${id}`;
  }
}

async function run(errand: Errand): Promise<Outcome> {
  const ctx: Ctx = systemContext('proof', { db, ...('actor' in errand ? { actor: errand.actor } : {}) });
  switch (errand.kind) {
    case 'buy':
      return buyApp(ctx, { idempotencyKey: errand.key, body: errand.body }, payments);
    case 'refund': {
      const reason = 'UNINTENDED_PURCHASE';
      const { status, body } = await requestRefund(ctx, { purchaseId: errand.purchaseId, reason }, payments);
      return { status, body: JSON.stringify(body) };
    }
    case 'complete': {
      const ended = (await completePurchases(ctx, signal, payments)) + (await completeRefunds(ctx, signal, payments));
      return { status: 200, body: String(ended) };
    }
  }
}

process.on('disconnect', () => process.exit());
process.on('message', ({ id, errand }: { id: number; errand: Errand }) => {
  void run(errand)
    .catch((error: unknown): Outcome => {
      if (error instanceof AppError) return { status: error.status, body: error.code };
      return { status: 500, body: String(error instanceof Error ? (error.cause ?? error) : error) };
    })
    .then((outcome) => process.send?.({ id, outcome }));
});
process.send?.('ready');
