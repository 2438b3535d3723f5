import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts';
import { apps } from './catalog';
import { timestamptz } from './columns';

/** Apps that people want to remember. */
export const wishlistItems = pgTable(
  'wishlist_items',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'wishlist_items_pkey', columns: [t.userId, t.appId] }),
    index('wishlist_items_user_id_idx').on(t.userId, t.createdAt.desc().nullsFirst(), t.appId),
    index('wishlist_items_app_id_idx').on(t.appId),
  ],
);

/** What people say is wrong with an app; moderators decide. */
export const appReports = pgTable(
  'app_reports',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** Null once the account was erased. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    note: text('note').notNull().default(''),
    createdAt: timestamptz('created_at').notNull(),
    resolvedAt: timestamptz('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
    resolution: text('resolution'),
  },
  (t) => [
    uniqueIndex('app_reports_one_open_key').on(t.appId, t.userId).where(sql`resolved_at is null`),
    index('app_reports_open_idx').on(t.createdAt, t.id).where(sql`resolved_at is null`),
    index('app_reports_resolved_idx')
      .on(t.resolvedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`resolved_at is not null`),
    index('app_reports_user_id_idx').on(t.userId),
    check(
      'app_reports_reason_known',
      sql`${t.reason} in ('malware', 'scam', 'offensive', 'copyright', 'misleading', 'broken', 'other')`,
    ),
    check('app_reports_resolution_known', sql`${t.resolution} in ('dismissed', 'acted')`),
    check('app_reports_note_length', sql`length(${t.note}) <= 2000`),
  ],
);
