import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
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

/**
 * `rating`, `title`, `body`, `app_version` are what others see while `is_visible`: an edit stays in `review_revisions`
 * until it is approved. While not visible they equal the newest revision.
 */
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
    /** The newest of `review_revisions`, which is what is scored and decided. */
    revision: integer('revision').notNull().default(1),
    /** Open reports of this count bring a review back to the desk: those of accounts of 30 days or more. */
    reportCount: integer('report_count').notNull().default(0),
    /** Score of the newest analysis, 0..1; null before the first. */
    score: real('score'),
    /** When it came to the desk; null while it is not there. */
    queuedAt: timestamptz('queued_at'),
    claimedBy: uuid('claimed_by').references(() => users.id, { onDelete: 'set null' }),
    claimExpiresAt: timestamptz('claim_expires_at'),
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
    index('reviews_app_version_idx')
      .on(t.appId, t.appVersion, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`is_visible`),
    index('reviews_pending_idx').on(t.createdAt).where(sql`status = 'pending' and deleted_at is null`),
    // The desk's queue, worst first.
    index('reviews_queue_idx')
      .on(t.status, t.score, t.queuedAt, t.id)
      .where(sql`status in ('manual_review', 'escalated') and deleted_at is null`),
    // Velocity, coordination and originality look at an app's and a person's reviews in the order of time.
    index('reviews_app_time_idx').on(t.appId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index('reviews_user_time_idx').on(t.userId, t.createdAt).where(sql`deleted_at is null`),
    check('reviews_claim_together', sql`(${t.claimedBy} is null) or (${t.claimExpiresAt} is not null)`),
    check('reviews_revision_positive', sql`${t.revision} >= 1`),
    check('reviews_report_count_not_negative', sql`${t.reportCount} >= 0`),
    check('reviews_score_range', sql`${t.score} between 0 and 1`),
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

/** What an author wrote, edit by edit; emptied of words when the review is deleted. */
export const reviewRevisions = pgTable(
  'review_revisions',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    /** Counted from 1. */
    revision: integer('revision').notNull(),
    rating: smallint('rating').notNull(),
    title: text('title').notNull().default(''),
    body: text('body').notNull().default(''),
    appVersion: text('app_version'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'review_revisions_pkey', columns: [t.reviewId, t.revision] }),
    check('review_revisions_rating_range', sql`${t.rating} between 1 and 5`),
    check('review_revisions_title_length', sql`length(${t.title}) <= 100`),
    check('review_revisions_body_length', sql`length(${t.body}) <= 4000`),
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
      sql`${t.reason} in ('spam', 'off_topic', 'abusive', 'fake', 'conflict_of_interest', 'outdated', 'personal_data', 'illegal')`,
    ),
    check('review_reports_note_length', sql`length(${t.note}) <= 2000`),
  ],
);
