import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { apps } from './catalog';
import { bytea, timestamptz } from './columns';
import { reviews } from './reviews';

/** How a revision was scored, each time anew; append-only. */
export const reviewAnalyses = pgTable(
  'review_analyses',
  {
    id: uuid('id').primaryKey(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull().default(1),
    /** Version of the scoring formula. */
    version: smallint('version').notNull(),
    score: real('score').notNull(),
    signals: jsonb('signals').$type<Record<string, number>>().notNull(),
    /** What the signals' sentences are made of (lib/integrity/rules.ts). */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull().default({}),
    action: text('action').notNull(),
    /** Why it was scored: written, edited, refunded, a burst, or by hand. */
    cause: text('cause').notNull().default('written'),
    /** Names the weights of the text model; null where none took part. */
    model: text('model'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    index('review_analyses_review_id_idx').on(t.reviewId, t.createdAt.desc().nullsFirst()),
    index('review_analyses_created_at_idx').on(t.createdAt),
    check('review_analyses_score_range', sql`${t.score} between 0 and 1`),
    check('review_analyses_action_known', sql`${t.action} in ('approved', 'manual_review', 'rejected')`),
    check('review_analyses_cause_known', sql`${t.cause} in ('written', 'edited', 'refunded', 'burst', 'asked')`),
  ],
);

/** What similar and copied texts are found by: one row for each revision that has a text. */
export const reviewFingerprints = pgTable(
  'review_fingerprints',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    appId: uuid('app_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** SHA-256 of the text as it is compared (lib/integrity/text.ts). */
    textHash: bytea('text_hash').notNull(),
    /** Locality-sensitive hashes of its trigrams (lib/integrity/minhash.ts): similar texts share some. */
    bands: bigint('bands', { mode: 'number' }).array().notNull(),
    /** Found to be a copy of an earlier text when it was scored (lib/integrity/coordination.ts). */
    isCopy: boolean('is_copy').notNull().default(false),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'review_fingerprints_pkey', columns: [t.reviewId, t.revision] }),
    index('review_fingerprints_text_hash_idx').on(t.textHash, t.createdAt),
    index('review_fingerprints_app_hash_idx').on(t.appId, t.textHash, t.createdAt),
    // Without a list of what is to be sorted in: every search would read it.
    index('review_fingerprints_bands_idx').using('gin', t.bands).with({ fastupdate: false }),
  ],
);

/** Times in which an app got more reviews than is usual for it. */
export const reviewBursts = pgTable(
  'review_bursts',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    startedAt: timestamptz('started_at').notNull(),
    /** Null while it lasts. */
    endedAt: timestamptz('ended_at'),
    /** Reviews a day before it began, frozen while it lasts. */
    baseline: real('baseline').notNull(),
    /** Share of five stars and of one star before it began, 0..1. */
    fiveStarShare: real('five_star_share').notNull(),
    oneStarShare: real('one_star_share').notNull(),
    /** Reviews in it when they were last scored again; 0 before the first time. */
    reviewCount: integer('review_count').notNull(),
    lastReviewAt: timestamptz('last_review_at').notNull(),
    /** Since when they are being scored again; null when all of them were. */
    rescoringSince: timestamptz('rescoring_since'),
  },
  (t) => [
    uniqueIndex('review_bursts_one_open_key').on(t.appId).where(sql`ended_at is null`),
    index('review_bursts_app_id_idx').on(t.appId, t.startedAt.desc().nullsFirst()),
    check('review_bursts_order', sql`${t.endedAt} is null or ${t.endedAt} >= ${t.startedAt}`),
  ],
);
