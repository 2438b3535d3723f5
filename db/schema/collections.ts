import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apps } from './catalog';
import { timestamptz } from './columns';

export const collections = pgTable(
  'collections',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    subtitle: text('subtitle').notNull().default(''),
    body: text('body').notNull().default(''),
    /** Names the picture in its address, so that another picture has another address; null for plain lists. */
    artId: uuid('art_id'),
    /** lib/catalog/artwork/spec.ts. */
    art: jsonb('art'),
    /** Uploaded picture, where it was not drawn. */
    artStorageKey: text('art_storage_key'),
    position: smallint('position').notNull().default(0),
    startsAt: timestamptz('starts_at').notNull(),
    endsAt: timestamptz('ends_at'),
    createdAt: timestamptz('created_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('collections_slug_key').on(t.slug),
    uniqueIndex('collections_art_id_key').on(t.artId),
    index('collections_position_idx').on(t.position, t.startsAt.desc().nullsFirst()),
    check('collections_art_source', sql`(${t.artId} is null)::int + num_nonnulls(${t.art}, ${t.artStorageKey}) = 1`),
    check('collections_dates_order', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
    check('collections_kind_known', sql`${t.kind} in ('story', 'list')`),
    check('collections_slug_format', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

export const collectionApps = pgTable(
  'collection_apps',
  {
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
  },
  (t) => [
    primaryKey({ name: 'collection_apps_pkey', columns: [t.collectionId, t.appId] }),
    index('collection_apps_app_id_idx').on(t.appId),
  ],
);
