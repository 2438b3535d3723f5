import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { paymentEvents, purchases } from '@/db/schema';
import { type Ctx, inTransaction } from '@/lib/context';
import type { Tx } from '@/db/client';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { isId, newId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import type { PaymentEvent } from '@/lib/payments/provider';
import { storePayments } from '@/lib/payments/payments';
import { settleRefundEvent } from './refunds/settle-refund';
import { saleTerms } from './sale-terms';
import { failPurchase, recordCharge, settlePurchase } from './settle-purchase';

/** Ids and codes of providers: longer ones, and what Postgres stores no text of, are nothing that we act on. */
const storable = z
  .string()
  .min(1)
  .max(255)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'is not text that can be stored');

const storableEvent = z.object({
  id: storable,
  reference: storable.nullable(),
  declineCode: storable.nullable(),
});

/** Thrown for news about a purchase that is not there, as yet. */
export class PurchaseMissing extends Error {
  constructor(purchaseId: string) {
    super(`there is no purchase ${purchaseId} yet`);
    this.name = 'PurchaseMissing';
  }
}

/**
 * Keeps what the payment provider says by webhook, once however often it comes, and publishes `payment.event_received`.
 * What it means is made true by a worker: the provider gets its answer at once. Throws 404 `not_found` for a provider
 * that the store does not use, 400 `invalid_signature`, `invalid_request`.
 */
export async function receiveWebhook(
  ctx: Ctx,
  { provider, body, headers }: { provider: string; body: string; headers: Headers },
  payments: Payments = storePayments(),
): Promise<void> {
  if (provider !== payments.name) throw new AppError('not_found', 'not_found');
  const event = payments.parseWebhook(body, headers);
  if (event === null) throw new AppError('invalid', 'invalid_signature', { detail: 'This is not from the provider.' });
  if (event.type === 'other' || event.key === null || !isId(event.key)) return;
  const { type, key, reference, declineCode } = event;
  requireStorable(event);
  await inTransaction(ctx, async (tx) => {
    const [kept] = await tx.db
      .insert(paymentEvents)
      .values({
        id: newId(ctx.now),
        provider,
        providerEventId: event.id,
        type,
        key,
        reference,
        declineCode,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: [paymentEvents.provider, paymentEvents.providerEventId] })
      .returning({ id: paymentEvents.id });
    if (kept) await publish(tx, { type: 'payment.event_received', payload: { paymentEventId: kept.id } });
  });
}

function requireStorable(event: PaymentEvent): void {
  const { error } = storableEvent.safeParse(event);
  if (!error) return;
  throw new AppError('invalid', 'invalid_request', {
    detail: 'Some fields are not valid.',
    errors: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

/**
 * Makes true what the provider said, in this transaction and through the functions that the buyer's own request uses.
 * Twice is a no-op. Throws PurchaseMissing where there is no purchase yet: the event is tried again.
 */
export async function settlePaymentEvent(ctx: Ctx & { db: Tx }, paymentEventId: string): Promise<void> {
  const [event] = await ctx.db
    .select()
    .from(paymentEvents)
    .where(and(eq(paymentEvents.id, paymentEventId), isNull(paymentEvents.handledAt)))
    .for('update');
  if (!event) return;
  const { type, key, reference, provider } = event;
  if (key === null) return;
  if (type === 'charge.succeeded' && reference !== null) await settleCharge(ctx, key, { provider, reference });
  else if (type === 'charge.declined') {
    await requirePurchase(ctx, key);
    await failPurchase(ctx, key, event.declineCode ?? 'card_declined');
  } else if (type === 'refund.succeeded' || type === 'refund.refused') {
    await settleRefundEvent(ctx, { id: event.providerEventId, type, key, reference, declineCode: event.declineCode });
  }
  await ctx.db.update(paymentEvents).set({ handledAt: ctx.now }).where(eq(paymentEvents.id, event.id));
}

async function settleCharge(
  ctx: Ctx & { db: Tx },
  purchaseId: string,
  { provider, reference }: { provider: string; reference: string },
): Promise<void> {
  const { appId, country } = await requirePurchase(ctx, purchaseId);
  await recordCharge(ctx, purchaseId, provider, reference);
  await settlePurchase(ctx, purchaseId, await saleTerms(ctx, appId, country));
}

async function requirePurchase(ctx: Ctx, purchaseId: string) {
  const [purchase] = await ctx.db
    .select({ appId: purchases.appId, country: purchases.country })
    .from(purchases)
    .where(eq(purchases.id, purchaseId));
  if (!purchase) throw new PurchaseMissing(purchaseId);
  return purchase;
}
