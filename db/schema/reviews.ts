import { sql } from 'drizzle-orm';
import {
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
import { organizations, users } from './accounts';
import { apps } from './catalog';
import { timestamptz } from './columns';

export const reviews = pgTable(
  'reviews',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    rating: smallint('rating').notNull(),
    title: text('title').notNull().default(''),
    body: text('body').notNull().default(''),
    status: text('status').notNull().default('pending'),
    /** Shown to others and counted: approved, or approved before and under another look. */
    isVisible: boolean('is_visible').notNull().default(false),
    appVersion: text('app_version'),
    country: text('country').notNull(),
    isPaid: boolean('is_paid').notNull().default(false),
    helpfulCount: integer('helpful_count').notNull().default(0),
    unhelpfulCount: integer('unhelpful_count').notNull().default(0),
    /** Wilson 95% lower bound of the helpful share, 0..1. */
    helpfulScore: real('helpful_score').notNull().default(0),
    createdAt: timestamptz('created_at').notNull(),
    editedAt: timestamptz('edited_at'),
    deletedAt: timestamptz('deleted_at'),
  },
  (t) => [
    uniqueIndex('reviews_one_live_key').on(t.userId, t.appId).where(sql`deleted_at is null`),
    index('reviews_user_id_idx').on(t.userId),
    index('reviews_app_created_at_idx')
      .on(t.appId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`is_visible`),
    index('reviews_app_helpful_idx')
      .on(t.appId, t.helpfulScore.desc().nullsFirst(), t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`is_visible`),
    index('reviews_app_rating_idx')
      .on(t.appId, t.rating, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`is_visible`),
    index('reviews_waiting_idx')
      .on(t.createdAt)
      .where(sql`status in ('pending', 'manual_review', 'escalated', 'appealed')`),
    check('reviews_rating_range', sql`${t.rating} between 1 and 5`),
    check('reviews_title_length', sql`length(${t.title}) <= 100`),
    check('reviews_body_length', sql`length(${t.body}) <= 4000`),
    check(
      'reviews_status_known',
      sql`${t.status} in ('pending', 'approved', 'manual_review', 'escalated', 'rejected', 'appealed')`,
    ),
    check(
      'reviews_visible_status',
      sql`not ${t.isVisible} or (${t.deletedAt} is null and ${t.status} in ('approved', 'manual_review', 'escalated', 'pending'))`,
    ),
  ],
);

export const reviewResponses = pgTable(
  'review_responses',
  {
    reviewId: uuid('review_id')
      .primaryKey()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [
    index('review_responses_organization_id_idx').on(t.organizationId),
    check('review_responses_body_length', sql`length(${t.body}) between 1 and 1000`),
  ],
);

export const reviewVotes = pgTable(
  'review_votes',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    isHelpful: boolean('is_helpful').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'review_votes_pkey', columns: [t.reviewId, t.userId] }),
    index('review_votes_user_id_idx').on(t.userId),
  ],
);

export const reviewAnalyses = pgTable(
  'review_analyses',
  {
    id: uuid('id').primaryKey(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    /** Version of the scoring formula. */
    version: smallint('version').notNull(),
    score: real('score').notNull(),
    signals: jsonb('signals').$type<Record<string, number>>().notNull(),
    action: text('action').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    index('review_analyses_review_id_idx').on(t.reviewId, t.createdAt.desc().nullsFirst()),
    check('review_analyses_score_range', sql`${t.score} between 0 and 1`),
    check('review_analyses_action_known', sql`${t.action} in ('approved', 'manual_review', 'rejected')`),
  ],
);

/** What people and developers say is wrong with a review; moderators decide. */
export const reviewReports = pgTable(
  'review_reports',
  {
    id: uuid('id').primaryKey(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    /** Null once the account was erased. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    note: text('note').notNull().default(''),
    createdAt: timestamptz('created_at').notNull(),
    resolvedAt: timestamptz('resolved_at'),
  },
  (t) => [
    uniqueIndex('review_reports_one_open_key').on(t.reviewId, t.userId).where(sql`resolved_at is null`),
    index('review_reports_user_id_idx').on(t.userId),
    check(
      'review_reports_reason_known',
      sql`${t.reason} in ('spam', 'offensive', 'fake', 'off_topic', 'personal_data', 'other')`,
    ),
    check('review_reports_note_length', sql`length(${t.note}) <= 2000`),
  ],
);
