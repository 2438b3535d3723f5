import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apps } from './catalog';
import { timestamptz } from './columns';

export const appVersions = pgTable(
  'app_versions',
  {
    id: uuid('id').primaryKey(),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** Semantic version. */
    version: text('version').notNull(),
    platform: text('platform').notNull(),
    languages: text('languages').array().notNull().default(sql`'{}'`),
    releaseNotes: text('release_notes').notNull().default(''),
    minimumOs: text('minimum_os'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** SHA-256 of the file in hexadecimal. An imported listing may come without a file; the four are null then. */
    sha256: text('sha256'),
    /** Where lib/storage keeps the file. */
    storageKey: text('storage_key'),
    fileName: text('file_name'),
    contentType: text('content_type'),
    /** Where a web app is; it has no file. */
    webUrl: text('web_url'),
    state: text('state').notNull().default('draft'),
    /** For reviewers' eyes: how to try it, and an account to try it with. */
    reviewNotes: text('review_notes').notNull().default(''),
    demoAccount: text('demo_account').notNull().default(''),
    releaseMode: text('release_mode').notNull().default('automatic'),
    /** When a scheduled version comes out, once approved. */
    releaseAt: timestamptz('release_at'),
    releasedAt: timestamptz('released_at'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('app_versions_app_platform_version_key').on(t.appId, t.platform, t.version),
    index('app_versions_released_idx')
      .on(t.appId, t.releasedAt.desc().nullsFirst(), t.id)
      .where(sql`state in ('released', 'superseded')`),
    check('app_versions_platform_known', sql`${t.platform} in ('android', 'ios', 'windows', 'macos', 'linux', 'web')`),
    check(
      'app_versions_state_known',
      sql`${t.state} in ('draft', 'processing', 'invalid_binary', 'waiting_for_review', 'in_review', 'metadata_rejected', 'rejected', 'appealed', 'approved', 'released', 'superseded', 'removed')`,
    ),
    uniqueIndex('app_versions_one_in_flight_key')
      .on(t.appId)
      .where(sql`state not in ('released', 'superseded', 'removed')`),
    index('app_versions_scheduled_idx').on(t.releaseAt).where(sql`state = 'approved' and release_mode = 'scheduled'`),
    check('app_versions_release_mode_known', sql`${t.releaseMode} in ('manual', 'scheduled', 'automatic')`),
    check('app_versions_release_at_present', sql`(${t.releaseMode} = 'scheduled') = (${t.releaseAt} is not null)`),
    check(
      'app_versions_released_at_present',
      sql`${t.state} not in ('released', 'superseded') or ${t.releasedAt} is not null`,
    ),
    check(
      'app_versions_file_together',
      sql`num_nulls(${t.sha256}, ${t.storageKey}, ${t.fileName}, ${t.contentType}) in (0, 4)`,
    ),
    check('app_versions_size_positive', sql`${t.sizeBytes} >= 0`),
    check('app_versions_sha256_format', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);
