import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts';
import { appPrices, apps } from './catalog';
import { timestamptz } from './columns';
import { appVersions } from './versions';

export const paymentMethods = pgTable(
  'payment_methods',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    /** The provider's own name for the method; never a card number. */
    token: text('token').notNull(),
    label: text('label').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: timestamptz('created_at').notNull(),
    deletedAt: timestamptz('deleted_at'),
  },
  (t) => [
    index('payment_methods_user_id_idx').on(t.userId).where(sql`deleted_at is null`),
    uniqueIndex('payment_methods_one_default_key').on(t.userId).where(sql`is_default and deleted_at is null`),
    check('payment_methods_deleted_not_default', sql`${t.deletedAt} is null or not ${t.isDefault}`),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** SHA-256 over method, route and canonical JSON (RFC 8785), hexadecimal. */
    fingerprint: text('fingerprint').notNull(),
    recoveryPoint: text('recovery_point').notNull().default('started'),
    /** Lease of the request that works on it; free again after 30 s. */
    lockedAt: timestamptz('locked_at'),
    responseStatus: smallint('response_status'),
    /** Exactly the bytes that were answered. */
    responseBody: text('response_body'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('idempotency_keys_user_key_key').on(t.userId, t.key),
    index('idempotency_keys_created_at_idx').on(t.createdAt),
    check('idempotency_keys_recovery_point_known', sql`${t.recoveryPoint} in ('started', 'charged', 'finished')`),
    check('idempotency_keys_response_together', sql`(${t.responseStatus} is null) = (${t.responseBody} is null)`),
    check(
      'idempotency_keys_finished_has_response',
      sql`(${t.recoveryPoint} = 'finished') = (${t.responseStatus} is not null)`,
    ),
  ],
);

export const purchases = pgTable(
  'purchases',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id),
    priceId: uuid('price_id')
      .notNull()
      .references(() => appPrices.id),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    country: text('country').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull().default('pending'),
    /** Null for what costs nothing: no provider was asked. */
    provider: text('provider'),
    providerPaymentId: text('provider_payment_id'),
    paymentToken: text('payment_token'),
    declineCode: text('decline_code'),
    idempotencyKeyId: uuid('idempotency_key_id').references(() => idempotencyKeys.id, { onDelete: 'set null' }),
    originalPurchaseId: uuid('original_purchase_id').references((): AnyPgColumn => purchases.id),
    /** 0 for the purchase itself, 1, 2, … for renewals. */
    periodNumber: integer('period_number').notNull().default(0),
    createdAt: timestamptz('created_at').notNull(),
    purchasedAt: timestamptz('purchased_at'),
    expiresAt: timestamptz('expires_at'),
    refundedAt: timestamptz('refunded_at'),
  },
  (t) => [
    uniqueIndex('purchases_one_pending_key').on(t.userId, t.appId).where(sql`status = 'pending' and period_number = 0`),
    uniqueIndex('purchases_provider_payment_key')
      .on(t.provider, t.providerPaymentId)
      .where(sql`provider_payment_id is not null`),
    uniqueIndex('purchases_idempotency_key_key').on(t.idempotencyKeyId).where(sql`idempotency_key_id is not null`),
    uniqueIndex('purchases_period_key').on(t.originalPurchaseId, t.periodNumber).where(sql`period_number > 0`),
    index('purchases_user_created_at_idx').on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('purchases_app_user_idx').on(t.appId, t.userId),
    index('purchases_pending_idx').on(t.createdAt).where(sql`status = 'pending'`),
    check('purchases_amount_not_negative', sql`${t.amountMinor} >= 0`),
    check('purchases_status_known', sql`${t.status} in ('pending', 'completed', 'failed', 'refunded')`),
    check('purchases_kind_known', sql`${t.kind} in ('one_time', 'subscription')`),
    check(
      'purchases_purchased_at_present',
      sql`${t.status} not in ('completed', 'refunded') or ${t.purchasedAt} is not null`,
    ),
    check('purchases_refunded_at_present', sql`(${t.status} = 'refunded') = (${t.refundedAt} is not null)`),
    check(
      'purchases_paid_has_payment',
      sql`${t.status} not in ('completed', 'refunded') or ${t.amountMinor} = 0 or ${t.providerPaymentId} is not null`,
    ),
    check('purchases_period_not_negative', sql`${t.periodNumber} >= 0`),
  ],
);

export const entitlements = pgTable(
  'entitlements',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id),
    purchaseId: uuid('purchase_id')
      .notNull()
      .references(() => purchases.id),
    isActive: boolean('is_active').notNull().default(true),
    grantedAt: timestamptz('granted_at').notNull(),
    revokedAt: timestamptz('revoked_at'),
  },
  (t) => [
    uniqueIndex('entitlements_one_active_key').on(t.userId, t.appId).where(sql`is_active`),
    index('entitlements_user_granted_at_idx')
      .on(t.userId, t.grantedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`is_active`),
    index('entitlements_app_id_idx').on(t.appId, t.userId),
    uniqueIndex('entitlements_purchase_id_key').on(t.purchaseId),
    check('entitlements_revoked_at_present', sql`${t.isActive} = (${t.revokedAt} is null)`),
  ],
);

/** Double entry: the rows of one transaction sum to zero per currency. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: uuid('id').primaryKey(),
    /** Purchase id for a sale; refund or payout id otherwise. */
    transactionId: uuid('transaction_id').notNull(),
    purchaseId: uuid('purchase_id').references(() => purchases.id),
    organizationId: uuid('organization_id').references(() => organizations.id),
    /** `provider:clearing`, `store:commission`, `organization:{id}:payable`, `tax:payable:{country}`. */
    account: text('account').notNull(),
    /** Debit above zero, credit below. */
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('ledger_entries_transaction_account_key').on(t.transactionId, t.account),
    index('ledger_entries_purchase_id_idx').on(t.purchaseId),
    index('ledger_entries_account_created_at_idx').on(t.account, t.createdAt),
    check('ledger_entries_amount_not_zero', sql`${t.amountMinor} <> 0`),
  ],
);

/** Requests to have the money back. At most one of a purchase is not refused. */
export const refunds = pgTable(
  'refunds',
  {
    id: uuid('id').primaryKey(),
    purchaseId: uuid('purchase_id')
      .notNull()
      .references(() => purchases.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    reason: text('reason').notNull(),
    /** `pending`: an admin decides. `approved`: the money goes, or has gone, back. */
    status: text('status').notNull(),
    /** How far an approved one has come: `requested`, `refunded` (the provider gave it back), `finished` (booked). */
    recoveryPoint: text('recovery_point').notNull().default('requested'),
    /** Lease of whoever works on it; free again after 30 s. */
    lockedAt: timestamptz('locked_at'),
    providerRefundId: text('provider_refund_id'),
    /** Who decided; null when a rule did. */
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: timestamptz('decided_at'),
    /** Why an admin decided so. */
    note: text('note'),
    createdAt: timestamptz('created_at').notNull(),
    finishedAt: timestamptz('finished_at'),
  },
  (t) => [
    uniqueIndex('refunds_one_open_key').on(t.purchaseId).where(sql`status <> 'refused'`),
    uniqueIndex('refunds_provider_refund_key').on(t.providerRefundId).where(sql`provider_refund_id is not null`),
    index('refunds_purchase_id_idx').on(t.purchaseId),
    index('refunds_user_created_at_idx').on(t.userId, t.createdAt),
    index('refunds_status_created_at_idx').on(t.status, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('refunds_unfinished_idx').on(t.createdAt).where(sql`status = 'approved' and recovery_point <> 'finished'`),
    check('refunds_status_known', sql`${t.status} in ('pending', 'approved', 'refused')`),
    check('refunds_recovery_point_known', sql`${t.recoveryPoint} in ('requested', 'refunded', 'finished')`),
    check(
      'refunds_reason_known',
      sql`${t.reason} in ('UNINTENDED_PURCHASE', 'FULFILLMENT_ISSUE', 'UNSATISFIED_WITH_PURCHASE', 'LEGAL', 'OTHER')`,
    ),
    check('refunds_amount_not_negative', sql`${t.amountMinor} >= 0`),
    check('refunds_only_approved_move', sql`${t.recoveryPoint} = 'requested' or ${t.status} = 'approved'`),
    check('refunds_decided_at_present', sql`(${t.status} = 'pending') = (${t.decidedAt} is null)`),
    check('refunds_finished_at_present', sql`(${t.recoveryPoint} = 'finished') = (${t.finishedAt} is not null)`),
  ],
);

/** What an organisation is owed for a month and currency, taken out of its payable account. */
export const payouts = pgTable(
  'payouts',
  {
    id: uuid('id').primaryKey(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** The month up to whose end it counts, `2026-10`, in UTC. */
    month: text('month').notNull(),
    currency: text('currency').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    status: text('status').notNull().default('pending'),
    createdAt: timestamptz('created_at').notNull(),
    paidAt: timestamptz('paid_at'),
  },
  (t) => [
    uniqueIndex('payouts_organization_month_currency_key').on(t.organizationId, t.month, t.currency),
    index('payouts_month_idx').on(t.month),
    check('payouts_amount_positive', sql`${t.amountMinor} > 0`),
    check('payouts_month_shape', sql`${t.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('payouts_status_known', sql`${t.status} in ('pending', 'paid')`),
    check('payouts_paid_at_present', sql`(${t.status} = 'paid') = (${t.paidAt} is not null)`),
  ],
);

/** Keys that receipts are signed with; retired ones stay, because their receipts do. */
export const receiptKeys = pgTable(
  'receipt_keys',
  {
    /** The `kid` of receipts: RFC 7638 thumbprint of the public key. */
    id: text('id').primaryKey(),
    publicJwk: jsonb('public_jwk').notNull(),
    /** PKCS #8, AES-256-GCM under POMONA_SECRET; base64 of nonce, ciphertext and tag. */
    encryptedPrivateKey: text('encrypted_private_key').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    retiredAt: timestamptz('retired_at'),
  },
  () => [uniqueIndex('receipt_keys_one_in_use_key').on(sql`(true)`).where(sql`retired_at is null`)],
);

/** One row a request for the bytes: what this account last took of which app. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => appVersions.id),
    country: text('country').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    index('deliveries_user_app_idx').on(t.userId, t.appId, t.createdAt.desc().nullsFirst()),
    index('deliveries_version_id_idx').on(t.versionId),
  ],
);
