import { sql } from 'drizzle-orm';
import { bigint, check, index, pgSchema, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from './columns';

/** What a payment provider told us, once each: kept before anything is made of it. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    id: uuid('id').primaryKey(),
    provider: text('provider').notNull(),
    providerEventId: text('provider_event_id').notNull(),
    type: text('type').notNull(),
    /** Ours, of the charge or refund that it speaks of: a purchase id or a refund id. */
    key: text('key'),
    /** The provider's id of the payment or refund. */
    reference: text('reference'),
    declineCode: text('decline_code'),
    createdAt: timestamptz('created_at').notNull(),
    handledAt: timestamptz('handled_at'),
  },
  (t) => [
    uniqueIndex('payment_events_provider_event_key').on(t.provider, t.providerEventId),
    index('payment_events_created_at_idx').on(t.createdAt),
  ],
);

export const sandbox = pgSchema('sandbox');

/** The sandbox provider's own books: money that moved. A double charge would be two rows. */
export const sandboxCharges = sandbox.table(
  'charges',
  {
    id: text('id').primaryKey(),
    idempotencyKey: text('idempotency_key').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    status: text('status').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('charges_idempotency_key_key').on(t.idempotencyKey),
    check('charges_status_known', sql`${t.status} in ('succeeded', 'refunded')`),
    check('charges_amount_positive', sql`${t.amountMinor} > 0`),
  ],
);

/** What became of each key: whoever comes first decides, a charge or the word that there shall be none. */
export const sandboxAttempts = sandbox.table(
  'attempts',
  {
    idempotencyKey: text('idempotency_key').primaryKey(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    outcome: text('outcome').notNull(),
    declineCode: text('decline_code'),
    /** Until then the bank says that it is under way. */
    settlesAt: timestamptz('settles_at'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    check('attempts_outcome_known', sql`${t.outcome} in ('succeeded', 'declined', 'canceled')`),
    check('attempts_decline_code_present', sql`(${t.outcome} = 'declined') = (${t.declineCode} is not null)`),
  ],
);

export const sandboxRefunds = sandbox.table(
  'refunds',
  {
    id: text('id').primaryKey(),
    idempotencyKey: text('idempotency_key').notNull(),
    chargeId: text('charge_id')
      .notNull()
      .references(() => sandboxCharges.id),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('refunds_idempotency_key_key').on(t.idempotencyKey),
    index('refunds_charge_id_idx').on(t.chargeId),
    check('refunds_amount_positive', sql`${t.amountMinor} > 0`),
  ],
);

/** Webhooks on their way to the store. */
export const sandboxWebhooks = sandbox.table(
  'webhooks',
  {
    id: text('id').primaryKey(),
    body: text('body').notNull(),
    sendAt: timestamptz('send_at').notNull(),
    deliveredAt: timestamptz('delivered_at'),
  },
  (t) => [index('webhooks_waiting_idx').on(t.sendAt).where(sql`delivered_at is null`)],
);
