import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { apps } from './catalog';

const appId = () =>
  uuid('app_id')
    .notNull()
    .references(() => apps.id, { onDelete: 'cascade' });

/** First entitlements of an (account, app) on a UTC day. */
export const appDownloadsDaily = pgTable(
  'app_downloads_daily',
  {
    appId: appId(),
    day: date('day').notNull(),
    country: text('country').notNull(),
    downloads: integer('downloads').notNull().default(0),
    /** Files handed out, downloading again included. */
    deliveries: integer('deliveries').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'app_downloads_daily_pkey', columns: [t.appId, t.day, t.country] }),
    index('app_downloads_daily_day_idx').on(t.day),
    check('app_downloads_daily_not_negative', sql`least(${t.downloads}, ${t.deliveries}) >= 0`),
  ],
);

/** How often an app's page was opened on a UTC day. */
export const appViewsDaily = pgTable(
  'app_views_daily',
  { appId: appId(), day: date('day').notNull(), views: integer('views').notNull().default(0) },
  (t) => [
    primaryKey({ name: 'app_views_daily_pkey', columns: [t.appId, t.day] }),
    index('app_views_daily_day_idx').on(t.day),
    check('app_views_daily_not_negative', sql`${t.views} >= 0`),
  ],
);

const money = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0);

export const appRevenueDaily = pgTable(
  'app_revenue_daily',
  {
    appId: appId(),
    day: date('day').notNull(),
    country: text('country').notNull(),
    currency: text('currency').notNull(),
    units: integer('units').notNull().default(0),
    grossMinor: money('gross_minor'),
    taxMinor: money('tax_minor'),
    commissionMinor: money('commission_minor'),
    refundedMinor: money('refunded_minor'),
  },
  (t) => [
    primaryKey({ name: 'app_revenue_daily_pkey', columns: [t.appId, t.day, t.country, t.currency] }),
    index('app_revenue_daily_day_idx').on(t.day),
  ],
);

export const appEngagementDaily = pgTable(
  'app_engagement_daily',
  {
    appId: appId(),
    day: date('day').notNull(),
    activeUsers: integer('active_users').notNull().default(0),
    sessions: integer('sessions').notNull().default(0),
    minutes: real('minutes').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'app_engagement_daily_pkey', columns: [t.appId, t.day] }),
    index('app_engagement_daily_day_idx').on(t.day),
  ],
);
