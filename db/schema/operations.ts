import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './accounts';
import { bytea, citext, timestamptz } from './columns';

/** Append-only; a trigger refuses UPDATE and DELETE. Each row carries the hash of the row before it. */
export const auditLog = pgTable(
  'audit_log',
  {
    sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
    actorId: uuid('actor_id'),
    actorKind: text('actor_kind').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    changes: jsonb('changes').notNull(),
    reason: text('reason'),
    requestId: text('request_id').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    previousHash: bytea('previous_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [
    uniqueIndex('audit_log_hash_key').on(t.hash),
    uniqueIndex('audit_log_previous_hash_key').on(t.previousHash),
    index('audit_log_actor_idx').on(t.actorId, t.sequence),
    index('audit_log_subject_idx').on(t.subjectType, t.subjectId, t.sequence),
    check('audit_log_actor_kind_known', sql`${t.actorKind} in ('user', 'api_key', 'system', 'anonymous')`),
  ],
);

/** Which handler has done its work for which event; written in the handler's own transaction. */
export const processedEvents = pgTable(
  'processed_events',
  {
    eventId: uuid('event_id').notNull(),
    handler: text('handler').notNull(),
    processedAt: timestamptz('processed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'processed_events_pkey', columns: [t.eventId, t.handler] }),
    index('processed_events_processed_at_idx').on(t.processedAt),
  ],
);

/** Messages that no attempt could handle, whichever broker carried them, until somebody sends them again or discards them. */
export const deadLetters = pgTable(
  'dead_letters',
  {
    /** The event's id; for what was no event, that of the job that carried it. */
    id: uuid('id').primaryKey(),
    queue: text('queue').notNull(),
    message: jsonb('message').notNull(),
    reason: text('reason').notNull(),
    error: text('error').notNull(),
    attempts: integer('attempts').notNull(),
    diedAt: timestamptz('died_at').notNull(),
  },
  (t) => [
    index('dead_letters_died_at_idx').on(t.diedAt.desc().nullsFirst(), t.id),
    index('dead_letters_queue_idx').on(t.queue, t.diedAt.desc().nullsFirst(), t.id),
    check('dead_letters_reason_known', sql`${t.reason} in ('failed', 'rejected', 'expired')`),
  ],
);

/** Messages that another broker carries, until they are handled or dead: it is transport, and this is what is kept. */
export const relayedMessages = pgTable(
  'relayed_messages',
  {
    id: uuid('id').primaryKey(),
    queue: text('queue').notNull(),
    message: jsonb('message').notNull(),
    priority: smallint('priority').notNull(),
    sentAt: timestamptz('sent_at').notNull(),
    /** When it is handed to the broker again, unless somebody has handled it by then. */
    dueAt: timestamptz('due_at').notNull(),
    /** How often a worker had it in hand and went away. */
    redeliveries: smallint('redeliveries').notNull().default(0),
  },
  (t) => [index('relayed_messages_due_idx').on(t.queue, t.dueAt)],
);

/** Queues of which workers take nothing for now. */
export const pausedQueues = pgTable('paused_queues', {
  queue: text('queue').primaryKey(),
  pausedAt: timestamptz('paused_at').notNull(),
  pausedBy: uuid('paused_by').references(() => users.id, { onDelete: 'set null' }),
});

/** What became of messages, counted by whoever handled them; kept for a day. */
export const queueActivity = pgTable(
  'queue_activity',
  {
    queue: text('queue').notNull(),
    minute: timestamptz('minute').notNull(),
    done: integer('done').notNull(),
    /** Attempts that failed, whatever came of the message later. */
    failed: integer('failed').notNull(),
  },
  (t) => [
    primaryKey({ name: 'queue_activity_pkey', columns: [t.queue, t.minute] }),
    index('queue_activity_minute_idx').on(t.minute),
  ],
);

/** Processes that take events, each saying every few seconds that it lives. */
export const workers = pgTable(
  'workers',
  {
    id: uuid('id').primaryKey(),
    /** Machine and process, for people. */
    name: text('name').notNull(),
    broker: text('broker').notNull(),
    /** Why it takes no events, if it does not. */
    problem: text('problem'),
    startedAt: timestamptz('started_at').notNull(),
    seenAt: timestamptz('seen_at').notNull(),
  },
  (t) => [
    index('workers_seen_at_idx').on(t.seenAt),
    check('workers_broker_known', sql`${t.broker} in ('postgres', 'rabbitmq')`),
  ],
);

/** Work that comes round by the clock: a row a job, locked by whichever worker runs it. */
export const scheduledJobs = pgTable(
  'scheduled_jobs',
  {
    name: text('name').primaryKey(),
    /** Words for admins. */
    purpose: text('purpose').notNull(),
    cron: text('cron').notNull(),
    nextRunAt: timestamptz('next_run_at').notNull(),
    /** While a worker runs it: when another may take it for dead. */
    leaseUntil: timestamptz('lease_until'),
    startedAt: timestamptz('started_at'),
    /** End of the last run that ended. */
    finishedAt: timestamptz('finished_at'),
    /** Why the last run that ended failed; null where it did its work. */
    error: text('error'),
    /** What the last run that did its work says of it. */
    result: text('result'),
  },
  (t) => [index('scheduled_jobs_next_run_at_idx').on(t.nextRunAt)],
);

/** Every letter the store wrote. Once a mail server has taken one its text is dropped: it may hold a link. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    recipient: citext('recipient').notNull(),
    subject: text('subject').notNull(),
    /** Plain text. */
    body: text('body').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    /** When a mail server took it; null while it waits, or for good where none is configured. */
    sentAt: timestamptz('sent_at'),
    /** Why the last attempt failed. */
    error: text('error'),
  },
  (t) => [
    index('mails_created_at_idx').on(t.createdAt.desc().nullsFirst(), t.id),
    index('mails_user_id_idx').on(t.userId),
    index('mails_recipient_idx').on(t.recipient).where(sql`user_id is null`),
    check('mails_kind_known', sql`${t.kind} in ('verify_email', 'reset_password', 'invitation')`),
  ],
);
