import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts';
import { apps } from './catalog';
import { bytea, timestamptz } from './columns';
import { submissions } from './publishing';
import { reviews } from './reviews';

const person = (name: string) => uuid(name).references(() => users.id, { onDelete: 'set null' });

/** What a moderator has looked at and let pass for an app: it does not hold a submission again. */
export const approvedHolds = pgTable(
  'approved_holds',
  {
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** SHA-256 of the part of the diff that was the reason. */
    key: text('key').notNull(),
    approvedBy: person('approved_by'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [primaryKey({ name: 'approved_holds_pkey', columns: [t.appId, t.key] })],
);

/** Rejections that somebody asks to have looked at again, each once. */
export const appeals = pgTable(
  'appeals',
  {
    id: uuid('id').primaryKey(),
    submissionId: uuid('submission_id').references(() => submissions.id, { onDelete: 'cascade' }),
    reviewId: uuid('review_id').references(() => reviews.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    appealedBy: person('appealed_by'),
    createdAt: timestamptz('created_at').notNull(),
    outcome: text('outcome'),
    note: text('note').notNull().default(''),
    decidedBy: person('decided_by'),
    decidedAt: timestamptz('decided_at'),
    /** Decided by who had rejected it, because the store has nobody else. */
    isSamePerson: boolean('is_same_person').notNull().default(false),
  },
  (t) => [
    uniqueIndex('appeals_submission_key').on(t.submissionId),
    uniqueIndex('appeals_review_key').on(t.reviewId),
    index('appeals_open_idx').on(t.createdAt, t.id).where(sql`outcome is null`),
    index('appeals_decided_at_idx').on(t.decidedAt.desc().nullsFirst(), t.id).where(sql`outcome is not null`),
    check('appeals_one_subject', sql`num_nonnulls(${t.submissionId}, ${t.reviewId}) = 1`),
    check('appeals_outcome_known', sql`${t.outcome} in ('upheld', 'overturned')`),
    check('appeals_decided_together', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
    check('appeals_text_length', sql`length(${t.text}) between 1 and 4000`),
  ],
);

/** Apps that were taken down, with why. */
export const takedowns = pgTable(
  'takedowns',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    guidelineId: text('guideline_id').notNull(),
    /** For the developer and for those who own it. */
    reason: text('reason').notNull(),
    /** Versions that were released then; restored with the app. */
    versionIds: uuid('version_ids').array().notNull(),
    takenBy: person('taken_by'),
    createdAt: timestamptz('created_at').notNull(),
    liftedBy: person('lifted_by'),
    liftedAt: timestamptz('lifted_at'),
  },
  (t) => [
    uniqueIndex('takedowns_one_open_key').on(t.appId).where(sql`lifted_at is null`),
    index('takedowns_app_id_idx').on(t.appId, t.createdAt.desc().nullsFirst()),
  ],
);

/** Personal text that the audit log names by its SHA-256 only, so that it can be erased without breaking the chain. */
export const auditTexts = pgTable(
  'audit_texts',
  {
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ name: 'audit_texts_pkey', columns: [t.sequence, t.name] })],
);

/** How long the audit log was and how it ended, signed every hour: rows that were cut off are missed. */
export const auditHeads = pgTable('audit_heads', {
  sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
  hash: bytea('hash').notNull(),
  /** HMAC-SHA-256 of sequence, hash and time under a key of POMONA_SECRET. */
  signature: bytea('signature').notNull(),
  createdAt: timestamptz('created_at').notNull(),
});
