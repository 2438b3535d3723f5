import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { organizations } from './accounts';
import { timestamptz } from './columns';

export const categories = pgTable(
  'categories',
  {
    slug: text('slug').primaryKey(),
    name: text('name').notNull(),
    parentSlug: text('parent_slug'),
    /** Name of the lucide icon that stands for it. */
    icon: text('icon').notNull(),
    /** Degrees on the colour wheel, 0–359. */
    hue: smallint('hue').notNull(),
    position: smallint('position').notNull(),
  },
  (t) => [
    foreignKey({ name: 'categories_parent_slug_fkey', columns: [t.parentSlug], foreignColumns: [t.slug] }),
    check('categories_hue_range', sql`${t.hue} between 0 and 359`),
  ],
);

export const apps = pgTable(
  'apps',
  {
    id: uuid('id').primaryKey(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    bundleId: text('bundle_id').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    subtitle: text('subtitle').notNull().default(''),
    categorySlug: text('category_slug')
      .notNull()
      .references(() => categories.slug),
    subcategorySlug: text('subcategory_slug').references(() => categories.slug),
    /** Markdown as written; rendered through a sanitiser. */
    description: text('description').notNull().default(''),
    /** A line of news above the description; changes without review. */
    promotionalText: text('promotional_text').notNull().default(''),
    /** Texts in other languages, by BCP 47 tag. */
    translations: jsonb('translations').$type<Record<string, AppTranslation>>().notNull().default({}),
    keywords: text('keywords').array().notNull().default(sql`'{}'`),
    platforms: text('platforms').array().notNull().default(sql`'{}'`),
    /** Youngest age it is for: 4, 9, 12, 16 or 18. */
    ageRating: smallint('age_rating').notNull().default(4),
    /** What a moderator raised the age to, whatever the questionnaire says; null for nothing. */
    minimumAgeRating: smallint('minimum_age_rating'),
    privacyLabel: jsonb('privacy_label')
      .$type<PrivacyLabel>()
      .notNull()
      .default({ collected: [], linked: [], tracking: [] }),
    accessibility: text('accessibility').array().notNull().default(sql`'{}'`),
    supportUrl: text('support_url'),
    privacyUrl: text('privacy_url'),
    status: text('status').notNull().default('draft'),
    /** The catalogue it was imported from, which may rewrite it; null for apps made here. */
    importSource: text('import_source'),
    /** First release; null before. */
    releasedAt: timestamptz('released_at'),
    /** Newest release; null before. */
    lastReleasedAt: timestamptz('last_released_at'),
    createdAt: timestamptz('created_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('apps_bundle_id_key').on(t.bundleId),
    uniqueIndex('apps_slug_key').on(t.slug),
    // Lets app_stats carry the category under a foreign key, so that the copy can never disagree.
    unique('apps_id_category_slug_key').on(t.id, t.categorySlug),
    index('apps_category_released_at_idx')
      .on(t.categorySlug, t.releasedAt.desc().nullsFirst(), t.id)
      .where(sql`status = 'listed'`),
    index('apps_subcategory_idx').on(t.subcategorySlug).where(sql`status = 'listed'`),
    index('apps_released_at_idx').on(t.releasedAt.desc().nullsFirst(), t.id).where(sql`status = 'listed'`),
    index('apps_last_released_at_idx').on(t.lastReleasedAt.desc().nullsFirst(), t.id).where(sql`status = 'listed'`),
    index('apps_category_last_released_at_idx')
      .on(t.categorySlug, t.lastReleasedAt.desc().nullsFirst(), t.id)
      .where(sql`status = 'listed'`),
    index('apps_organization_id_idx').on(t.organizationId),
    index('apps_name_trgm_idx').using('gin', sql`lower(${t.name}) gin_trgm_ops`),
    index('apps_name_prefix_idx').on(sql`lower(${t.name}) text_pattern_ops`),
    check('apps_status_known', sql`${t.status} in ('draft', 'listed', 'hidden', 'removed')`),
    check('apps_slug_format', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 220`),
    check('apps_slug_not_uuid', sql`${t.slug} !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'`),
    check(
      'apps_bundle_id_format',
      sql`${t.bundleId} ~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)+$' and length(${t.bundleId}) <= 255`,
    ),
    check('apps_name_length', sql`length(${t.name}) between 1 and 200`),
    check('apps_subtitle_length', sql`length(${t.subtitle}) <= 250`),
    check('apps_keywords_count', sql`cardinality(${t.keywords}) <= 10`),
    check('apps_age_rating_known', sql`${t.ageRating} in (4, 9, 12, 16, 18)`),
    check('apps_released_together', sql`(${t.releasedAt} is null) = (${t.lastReleasedAt} is null)`),
  ],
);

/** What is said in another language; an empty text falls back to the app's own. */
export type AppTranslation = { subtitle: string; description: string; promotionalText: string };

/** What an app collects: kinds of data that stay anonymous, are linked to a person, or are used for tracking. */
export type PrivacyLabel = { collected: string[]; linked: string[]; tracking: string[] };

/** Every slug an app ever had, the present one included (kept by a trigger on apps). */
export const appSlugs = pgTable(
  'app_slugs',
  {
    slug: text('slug').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
  },
  (t) => [index('app_slugs_app_id_idx').on(t.appId)],
);

const count = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0);

export const appStats = pgTable(
  'app_stats',
  {
    appId: uuid('app_id').primaryKey(),
    categorySlug: text('category_slug').notNull(),
    downloads: count('downloads'),
    ratingSum: count('rating_sum'),
    ratingCount: count('rating_count'),
    importedDownloads: count('imported_downloads'),
    importedRatingSum: count('imported_rating_sum'),
    importedRatingCount: count('imported_rating_count'),
    dau: count('dau'),
    mau: count('mau'),
    averageSessionMinutes: real('average_session_minutes').notNull().default(0),
    /** Share of new users who return on day 7, 0..1. */
    day7Retention: real('day7_retention').notNull().default(0),
    /** Own ratings alone; 0 when none. */
    averageRating: real('average_rating')
      .notNull()
      .generatedAlwaysAs(sql`case when rating_count = 0 then 0 else rating_sum::real / rating_count end`),
    /** Own and imported together, as pages show them; 0 when none. */
    shownRating: real('shown_rating')
      .notNull()
      .generatedAlwaysAs(
        sql`case when rating_count + imported_rating_count = 0 then 0 else (rating_sum + imported_rating_sum)::real / (rating_count + imported_rating_count) end`,
      ),
    /** As if 20 more people had given 4 stars, so that a few ratings do not lead; 0 when none. */
    trustedRating: real('trusted_rating')
      .notNull()
      .generatedAlwaysAs(
        sql`case when rating_count + imported_rating_count = 0 then 0 else (rating_sum + imported_rating_sum + 80)::real / (rating_count + imported_rating_count + 20) end`,
      ),
    shownDownloads: bigint('shown_downloads', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`downloads + imported_downloads`),
  },
  (t) => [
    foreignKey({
      name: 'app_stats_app_fkey',
      columns: [t.appId, t.categorySlug],
      foreignColumns: [apps.id, apps.categorySlug],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    index('app_stats_category_downloads_idx').on(t.categorySlug, t.shownDownloads.desc().nullsFirst(), t.appId),
    index('app_stats_category_rating_idx').on(t.categorySlug, t.trustedRating.desc().nullsFirst(), t.appId),
    index('app_stats_downloads_idx').on(t.shownDownloads.desc().nullsFirst(), t.appId),
    index('app_stats_rating_idx').on(t.shownRating.desc().nullsFirst(), t.appId),
    index('app_stats_trusted_rating_idx').on(t.trustedRating.desc().nullsFirst(), t.appId),
    check(
      'app_stats_not_negative',
      sql`least(${t.downloads}, ${t.ratingSum}, ${t.ratingCount}, ${t.importedDownloads}, ${t.importedRatingSum}, ${t.importedRatingCount}, ${t.dau}, ${t.mau}) >= 0`,
    ),
    check('app_stats_retention_range', sql`${t.day7Retention} between 0 and 1`),
  ],
);

export const appMedia = pgTable(
  'app_media',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    platform: text('platform'),
    position: smallint('position').notNull().default(0),
    altText: text('alt_text').notNull().default(''),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Average colour as #rrggbb: placeholder and tint. */
    color: text('color').notNull(),
    /** Uploaded original; null when `art` says how to draw it. */
    storageKey: text('storage_key'),
    /** lib/catalog/artwork/spec.ts: drawn on first request and kept. */
    art: jsonb('art'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('app_media_app_kind_platform_position_key').on(
      t.appId,
      t.kind,
      sql`coalesce(${t.platform}, '')`,
      t.position,
    ),
    uniqueIndex('app_media_one_icon_key').on(t.appId).where(sql`kind = 'icon'`),
    check('app_media_kind_known', sql`${t.kind} in ('icon', 'screenshot', 'video', 'poster')`),
    check('app_media_has_source', sql`(${t.storageKey} is null) <> (${t.art} is null)`),
    check('app_media_color_format', sql`${t.color} ~ '^#[0-9a-f]{6}$'`),
    check('app_media_size_positive', sql`${t.width} > 0 and ${t.height} > 0`),
  ],
);

export const appPrices = pgTable(
  'app_prices',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** ISO 3166-1 alpha-2, or '*' where no row of the country itself is in force. */
    country: text('country').notNull(),
    currency: text('currency').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    period: text('period'),
    trialDays: smallint('trial_days').notNull().default(0),
    validFrom: timestamptz('valid_from').notNull(),
    validUntil: timestamptz('valid_until'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    unique('app_prices_open_key').on(t.appId, t.country, t.kind, t.period, t.validUntil).nullsNotDistinct(),
    index('app_prices_app_country_idx').on(t.appId, t.country, t.validFrom.desc().nullsFirst()),
    check('app_prices_country_format', sql`${t.country} ~ '^([A-Z]{2}|[*])$'`),
    check('app_prices_currency_format', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('app_prices_amount_not_negative', sql`${t.amountMinor} between 0 and 100000000000`),
    check('app_prices_kind_known', sql`${t.kind} in ('one_time', 'subscription')`),
    check(
      'app_prices_period_known',
      sql`(${t.kind} = 'one_time' and ${t.period} is null) or (${t.kind} = 'subscription' and ${t.period} in ('P1W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y'))`,
    ),
    check('app_prices_valid_order', sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
    check('app_prices_trial_range', sql`${t.trialDays} between 0 and 365`),
  ],
);
