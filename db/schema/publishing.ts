import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts';
import { apps } from './catalog';
import { timestamptz } from './columns';
import { appVersions } from './versions';

const appId = () =>
  uuid('app_id')
    .notNull()
    .references(() => apps.id, { onDelete: 'cascade' });
const person = (name: string) => uuid(name).references(() => users.id, { onDelete: 'set null' });

/** What the developer works on: the whole listing as it will be after the next release. */
export const appDrafts = pgTable('app_drafts', {
  appId: appId().primaryKey(),
  /** `listing` of lib/publishing/schema.ts. */
  listing: jsonb('listing').notNull(),
  /** Counts changes: what If-Match compares. */
  revision: integer('revision').notNull().default(1),
  updatedAt: timestamptz('updated_at').notNull(),
  updatedBy: person('updated_by'),
});

/** Pictures of listings, re-encoded; those of a released listing are in app_media too, under the same id. */
export const stagedMedia = pgTable(
  'staged_media',
  {
    id: uuid('id').primaryKey(),
    appId: appId(),
    kind: text('kind').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Average colour as #rrggbb. */
    color: text('color').notNull(),
    storageKey: text('storage_key').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    index('staged_media_app_id_idx').on(t.appId, t.createdAt),
    check('staged_media_kind_known', sql`${t.kind} in ('icon', 'screenshot')`),
  ],
);

/** Files of versions, from the first byte on. */
export const builds = pgTable(
  'builds',
  {
    id: uuid('id').primaryKey(),
    appId: appId(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => appVersions.id, { onDelete: 'cascade' }),
    state: text('state').notNull().default('uploading'),
    fileName: text('file_name').notNull(),
    /** As declared; the upload is complete when so much has come. */
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** As declared, in hexadecimal. */
    sha256: text('sha256').notNull(),
    receivedBytes: bigint('received_bytes', { mode: 'number' }).notNull().default(0),
    /** Why it is invalid, in words. */
    problem: text('problem'),
    /** `buildFacts` of lib/publishing/schema.ts, once it was looked into. */
    facts: jsonb('facts'),
    /** Where the whole file is kept once it is valid. */
    storageKey: text('storage_key'),
    createdBy: person('created_by'),
    createdAt: timestamptz('created_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [
    index('builds_version_id_idx').on(t.versionId, t.createdAt.desc().nullsFirst()),
    index('builds_app_id_idx').on(t.appId),
    index('builds_unfinished_idx').on(t.updatedAt).where(sql`state in ('uploading', 'processing')`),
    uniqueIndex('builds_one_unfinished_key').on(t.versionId).where(sql`state in ('uploading', 'processing')`),
    check('builds_state_known', sql`${t.state} in ('uploading', 'processing', 'valid', 'invalid', 'abandoned')`),
    check('builds_sha256_format', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('builds_size_range', sql`${t.sizeBytes} between 1 and 4294967296`),
    check('builds_received_range', sql`${t.receivedBytes} between 0 and ${t.sizeBytes}`),
  ],
);

/** The pieces of a file that have come; they go once the whole file is kept. */
export const buildChunks = pgTable(
  'build_chunks',
  {
    buildId: uuid('build_id')
      .notNull()
      .references(() => builds.id, { onDelete: 'cascade' }),
    /** Where the piece begins in the file. */
    startByte: bigint('start_byte', { mode: 'number' }).notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    storageKey: text('storage_key').notNull(),
  },
  (t) => [primaryKey({ name: 'build_chunks_pkey', columns: [t.buildId, t.startByte] })],
);

/** Each time a version was handed in: what was handed in, and what came of it. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => appVersions.id, { onDelete: 'cascade' }),
    appId: appId(),
    /** `snapshot` of lib/publishing/schema.ts: listing, version and build as they were handed in. */
    snapshot: jsonb('snapshot').notNull(),
    /** What moderators should look at: `hold` of lib/publishing/schema.ts. */
    holds: jsonb('holds').notNull(),
    /** SHA-256 of what differs from the last approved version. */
    diffHash: text('diff_hash').notNull(),
    /** What the developer says to the reviewers this time. */
    message: text('message').notNull().default(''),
    submittedBy: person('submitted_by'),
    submittedAt: timestamptz('submitted_at').notNull(),
    /** The place in the queue: of a version whose text alone was refused, that of the time before. */
    queuedAt: timestamptz('queued_at').notNull(),
    claimedBy: person('claimed_by'),
    claimExpiresAt: timestamptz('claim_expires_at'),
    outcome: text('outcome'),
    decidedBy: person('decided_by'),
    decidedAt: timestamptz('decided_at'),
    guidelineIds: text('guideline_ids').array().notNull().default(sql`'{}'`),
    evidence: text('evidence').notNull().default(''),
    /** What the moderator says to the developer. */
    note: text('note').notNull().default(''),
  },
  (t) => [
    uniqueIndex('submissions_one_open_key').on(t.versionId).where(sql`outcome is null`),
    index('submissions_queue_idx').on(t.queuedAt, t.id).where(sql`outcome is null`),
    index('submissions_version_id_idx').on(t.versionId, t.submittedAt.desc().nullsFirst()),
    index('submissions_app_approved_idx').on(t.appId, t.decidedAt.desc().nullsFirst()).where(sql`outcome = 'approved'`),
    index('submissions_decided_at_idx').on(t.decidedAt.desc().nullsFirst(), t.id).where(sql`outcome is not null`),
    check('submissions_outcome_known', sql`${t.outcome} in ('approved', 'rejected', 'metadata_rejected', 'withdrawn')`),
    check('submissions_decided_together', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
    check('submissions_claim_together', sql`(${t.claimedBy} is null) or (${t.claimExpiresAt} is not null)`),
  ],
);

/** What a developer asks for an app: prices of countries follow from it. */
export const pricePlans = pgTable('price_plans', {
  appId: appId().primaryKey(),
  baseCurrency: text('base_currency').notNull(),
  baseAmountMinor: bigint('base_amount_minor', { mode: 'number' }).notNull(),
  /** Amounts set by hand, minor units by country. */
  overrides: jsonb('overrides').$type<Record<string, number>>().notNull().default({}),
  updatedAt: timestamptz('updated_at').notNull(),
  updatedBy: person('updated_by'),
});

/** What currencies are worth, set by admins. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    currency: text('currency').primaryKey(),
    /** Units of the currency for one US dollar. */
    perUsd: numeric('per_usd').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [
    check('exchange_rates_currency_format', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('exchange_rates_positive', sql`${t.perUsd} > 0`),
  ],
);

/** Apps on their way to another organisation, which has to accept. */
export const appTransfers = pgTable(
  'app_transfers',
  {
    id: uuid('id').primaryKey(),
    appId: appId(),
    fromOrganizationId: uuid('from_organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    toOrganizationId: uuid('to_organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    requestedBy: person('requested_by'),
    createdAt: timestamptz('created_at').notNull(),
    outcome: text('outcome'),
    decidedBy: person('decided_by'),
    decidedAt: timestamptz('decided_at'),
  },
  (t) => [
    uniqueIndex('app_transfers_one_open_key').on(t.appId).where(sql`outcome is null`),
    index('app_transfers_to_idx').on(t.toOrganizationId).where(sql`outcome is null`),
    index('app_transfers_from_idx').on(t.fromOrganizationId),
    check('app_transfers_outcome_known', sql`${t.outcome} in ('accepted', 'declined', 'cancelled')`),
    check('app_transfers_decided_together', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
);
