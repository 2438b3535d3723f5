import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { apps } from './catalog';
import { bytea, timestamptz } from './columns';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * One row for each listed app: what both engines search. Made from the current rows by lib/search/documents.ts, so
 * everything in it can be made again.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    appId: uuid('app_id')
      .primaryKey()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** SHA-256 of everything below, in hexadecimal, cut to 32: equal versions, equal documents. */
    version: char('version', { length: 32 }).notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** lib/search/text.ts: what queries are compared with. */
    normalisedName: text('normalised_name').notNull(),
    /** Confusable skeleton of the name (UTS 39). */
    skeleton: text('skeleton').notNull(),
    organizationId: uuid('organization_id').notNull(),
    developer: text('developer').notNull(),
    developerSlug: text('developer_slug').notNull(),
    isVerified: boolean('is_verified').notNull(),
    subtitle: text('subtitle').notNull(),
    keywords: text('keywords').array().notNull(),
    description: text('description').notNull(),
    categorySlug: text('category_slug').notNull(),
    subcategorySlug: text('subcategory_slug'),
    platforms: text('platforms').array().notNull(),
    /** In the default storefront, minor units; null where it is not for sale there. */
    priceMinor: bigint('price_minor', { mode: 'number' }),
    averageRating: real('average_rating').notNull(),
    /** Of app_stats: what is sorted by. */
    trustedRating: real('trusted_rating').notNull(),
    ratingCount: bigint('rating_count', { mode: 'number' }).notNull(),
    downloads: bigint('downloads', { mode: 'number' }).notNull(),
    /** 0..1. */
    engagement: real('engagement').notNull(),
    ageRating: smallint('age_rating').notNull(),
    accessibility: text('accessibility').array().notNull(),
    releasedAt: timestamptz('released_at'),
    updatedAt: timestamptz('updated_at').notNull(),
    /** lib/search/rules.ts, 0..1. */
    quality: real('quality').notNull(),
    /** The name as lib/search/postgres/fold.ts compares names: without accents and punctuation. */
    folded: text('folded').notNull(),
    /** The same of what stands before a colon, a dash or a bracket. */
    head: text('head').notNull(),
    /** The words of everything but the description: name A, developer B, keywords and subtitle C. */
    brief: tsvector('brief').notNull(),
    /** All words, those of the description D, and what is filtered by: lib/search/postgres/vector.ts. */
    words: tsvector('words').notNull(),
  },
  (t) => [
    index('search_documents_words_idx').using('gin', t.words),
    index('search_documents_folded_idx').on(sql`${t.folded} text_pattern_ops`),
    index('search_documents_rating_idx').on(t.trustedRating.desc().nullsFirst(), t.appId),
    index('search_documents_released_at_idx').on(t.releasedAt.desc().nullsLast(), t.appId),
    index('search_documents_price_idx').on(t.priceMinor, t.appId),
    index('search_documents_skeleton_idx').on(t.skeleton),
  ],
);

/** Every lexeme of the documents and in how many it is: what mistyped words are looked up in. */
export const searchTerms = pgTable(
  'search_terms',
  {
    term: text('term').primaryKey(),
    documents: integer('documents').notNull(),
    /** The word, and the word without each one of its letters. Words that share one of these are an edit apart, or two. */
    deletions: text('deletions').array().notNull(),
  },
  (t) => [
    index('search_terms_prefix_idx').on(sql`${t.term} text_pattern_ops`),
    index('search_terms_deletions_idx').using('gin', t.deletions),
  ],
);

/** The greatest figures of the catalogue, refreshed hourly; one row. */
export const searchMaxima = pgTable(
  'search_maxima',
  {
    id: smallint('id').primaryKey().default(1),
    ratingCount: bigint('rating_count', { mode: 'number' }).notNull(),
    downloads: bigint('downloads', { mode: 'number' }).notNull(),
    refreshedAt: timestamptz('refreshed_at').notNull(),
  },
  (t) => [check('search_maxima_one_row', sql`${t.id} = 1`)],
);

/** What people searched for, without the people. */
export const searchQueries = pgTable(
  'search_queries',
  {
    query: text('query').primaryKey(),
    searches: bigint('searches', { mode: 'number' }).notNull(),
    /** About how many people left something in `sketch`. */
    people: integer('people').notNull(),
    /** Up to 19 fingerprints of 13 bits, then 248 bits of linear counting; a key of the month keeps people untold. */
    sketch: bytea('sketch').notNull(),
    /** Apps found the last time. */
    found: integer('found').notNull(),
    lastSearchedAt: timestamptz('last_searched_at').notNull(),
  },
  (t) => [
    index('search_queries_prefix_idx').on(sql`${t.query} text_pattern_ops`),
    index('search_queries_people_idx').on(t.people.desc().nullsFirst()),
    check('search_queries_length', sql`length(${t.query}) between 1 and 100`),
    check('search_queries_sketch_size', sql`length(${t.sketch}) = 32`),
  ],
);

/** Apps that the same people own, counted nightly. */
export const appCompanions = pgTable(
  'app_companions',
  {
    appId: uuid('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    companionId: uuid('companion_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    /** People who own both, at least 5. */
    owners: integer('owners').notNull(),
    /** Counted from 1. */
    position: smallint('position').notNull(),
  },
  (t) => [
    primaryKey({ name: 'app_companions_pkey', columns: [t.appId, t.companionId] }),
    index('app_companions_companion_id_idx').on(t.companionId),
  ],
);
