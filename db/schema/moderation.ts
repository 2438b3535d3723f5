import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
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

/** What was decided about reviews, by the machine and by people; append-only but for undoing and telling. */
export const reviewDecisions = pgTable(
  'review_decisions',
  {
    id: uuid('id').primaryKey(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    decision: text('decision').notNull(),
    /** The state before, which undoing gives back. */
    fromStatus: text('from_status').notNull(),
    wasVisible: boolean('was_visible').notNull().default(false),
    /** What the machine's newest analysis had said, for how often people agree with it. */
    machineAction: text('machine_action'),
    ruleId: text('rule_id'),
    note: text('note').notNull().default(''),
    /** Null for the machine, and once the account was erased. */
    decidedBy: person('decided_by'),
    isMachine: boolean('is_machine').notNull(),
    /** Several that were decided at once. */
    batchId: uuid('batch_id'),
    createdAt: timestamptz('created_at').notNull(),
    undoneAt: timestamptz('undone_at'),
    /** When the author was told; not before the 10 s in which it can be undone. */
    toldAt: timestamptz('told_at'),
  },
  (t) => [
    index('review_decisions_review_id_idx').on(t.reviewId, t.createdAt.desc().nullsFirst()),
    index('review_decisions_untold_idx').on(t.createdAt).where(sql`told_at is null and undone_at is null`),
    index('review_decisions_created_at_idx').on(t.createdAt.desc().nullsFirst()),
    index('review_decisions_decided_by_idx').on(t.decidedBy, t.createdAt.desc().nullsFirst()),
    check('review_decisions_decision_known', sql`${t.decision} in ('approve', 'reject', 'escalate')`),
    check('review_decisions_rule_present', sql`${t.decision} <> 'reject' or ${t.isMachine} or ${t.ruleId} is not null`),
  ],
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
