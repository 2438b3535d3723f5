import type { Sql, TransactionSql } from 'postgres';
import { iconSpec } from '@/lib/catalog/artwork/icon';
import { iconColor } from '@/lib/catalog/artwork/icon-color';
import { type Cell, copyText, encodeRow } from '@/lib/copy';
import { databaseError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Listing } from './listing';
import { append, chunksOf, clear, emptyPages, type Pages } from './pages';
import { appSlugOf, slugOf } from './text';

/** Columns of the tables that COPY fills, with their types. */
const tables = {
  import_rows: {
    line: 'bigint',
    app_id: 'uuid',
    organization_id: 'uuid',
    media_id: 'uuid',
    source: 'text',
    bundle_id: 'text',
    developer_key: 'text',
    developer_name: 'text',
    developer_slug: 'text',
    website: 'text',
    country: 'text',
    slug: 'text',
    name: 'text',
    subtitle: 'text',
    description: 'text',
    category_slug: 'text',
    subcategory_slug: 'text',
    keywords: 'text[]',
    platforms: 'text[]',
    age_rating: 'smallint',
    privacy_label: 'jsonb',
    accessibility: 'text[]',
    support_url: 'text',
    privacy_url: 'text',
    released_at: 'timestamptz',
    last_released_at: 'timestamptz',
    downloads: 'bigint',
    rating_sum: 'bigint',
    rating_count: 'bigint',
    art: 'jsonb',
    color: 'text',
  },
  import_prices: {
    line: 'bigint',
    id: 'uuid',
    country: 'text',
    currency: 'text',
    amount_minor: 'bigint',
    kind: 'text',
    period: 'text',
    trial_days: 'smallint',
  },
  import_versions: {
    line: 'bigint',
    id: 'uuid',
    version: 'text',
    platform: 'text',
    languages: 'text[]',
    release_notes: 'text',
    minimum_os: 'text',
    size_bytes: 'bigint',
    released_at: 'timestamptz',
  },
} as const;

type TableName = keyof typeof tables;

const names = Object.keys(tables) as TableName[];

/**
 * Makes the temporary tables of an import, which live as long as the connection: what COPY fills and each batch empties,
 * what the batch works out about it, and which bundle ids and developers this file has named already.
 */
export async function createStagingTables(sql: Sql): Promise<void> {
  const staged = names.map((name) => {
    const columns = Object.entries(tables[name]).map(([column, type]) => `${column} ${type}`);
    return `create temporary table ${name} (${columns.join(', ')}) on commit delete rows`;
  });
  const statements = [
    // Room for the two tables that grow with the file. Later batches of a large store are many look-ups by index.
    `set temp_buffers = '64MB'; set work_mem = '64MB'; set random_page_cost = 1.1; set jit = off`,
    // New names wait in a list until there are many for the index of names: finishTables empties it.
    `set gin_pending_list_limit = '16MB'`,
    ...staged,
    'create temporary table import_apps (line bigint, app_id uuid, is_new boolean, slug text) on commit delete rows',
    'create temporary table import_changed (app_id uuid) on commit delete rows',
    'create temporary table import_developers (line bigint, key text, id uuid, name text, website text, country text, slug text) on commit delete rows',
    'create temporary table import_seen (bundle_id text primary key, line bigint)',
    'create temporary table import_seen_developers (key text primary key)',
  ];
  await sql.unsafe(statements.join(';\n'));
}

/** What autovacuum would do some minutes later: until then lists and searches would be slow. */
export async function finishTables(sql: Sql): Promise<void> {
  try {
    await sql`select gin_clean_pending_list('apps_name_trgm_idx')`;
    await sql`analyze organizations, apps, app_slugs, app_stats, app_media, app_prices, app_versions`;
  } catch (error) {
    // Only the owner of the tables may.
    if (databaseError(error)?.code !== '42501') throw error;
  }
}

/** Rows of one batch as COPY takes them. */
export type Batch = { rows: number; texts: Record<TableName, Pages> };

export const newBatch = (): Batch => ({
  rows: 0,
  texts: { import_rows: emptyPages(), import_prices: emptyPages(), import_versions: emptyPages() },
});

export function clearBatch(batch: Batch): void {
  batch.rows = 0;
  for (const name of names) clear(batch.texts[name]);
}

/** Gives the length of what was added. */
export function addToBatch(batch: Batch, line: number, listing: Listing, now: Date): number {
  const { prices, version } = listing;
  batch.rows += 1;
  const text = encodeRow(rowCells(line, listing, now));
  append(batch.texts.import_rows, text);
  for (const price of prices) {
    append(
      batch.texts.import_prices,
      encodeRow([
        line,
        newId(now),
        price.country,
        price.currency,
        price.amountMinor,
        price.kind,
        price.period,
        price.trialDays,
      ]),
    );
  }
  if (version === null) return text.length;
  append(
    batch.texts.import_versions,
    encodeRow([
      line,
      newId(now),
      version.version,
      version.platform,
      version.languages,
      version.releaseNotes,
      version.minimumOs,
      version.sizeBytes,
      version.releasedAt,
    ]),
  );
  return text.length;
}

const firstLetter = /[\p{L}\p{N}]/u;

function rowCells(line: number, listing: Listing, now: Date): Cell[] {
  const { name, bundleId, category, subcategory } = listing;
  // The letter alone, so that the icon stays when the rest of the name changes.
  const letter = firstLetter.exec(name)?.[0];
  const art = iconSpec(bundleId.slice(0, 200), subcategory ?? category, letter ? { name: letter } : {});
  return [
    line,
    newId(now),
    newId(now),
    newId(now),
    listing.source,
    bundleId,
    listing.developerKey,
    listing.developerName,
    slugOf(listing.developerName),
    listing.website,
    listing.country,
    appSlugOf(name, bundleId),
    name,
    listing.subtitle,
    listing.description,
    category,
    subcategory,
    listing.keywords,
    listing.platforms,
    listing.ageRating,
    { json: listing.privacyLabel },
    listing.accessibility,
    listing.supportUrl,
    listing.privacyUrl,
    listing.releasedAt,
    listing.lastReleasedAt,
    listing.downloads,
    listing.ratingSum,
    listing.ratingCount,
    { json: art },
    iconColor(art),
  ];
}

export async function copyBatch(tx: TransactionSql, batch: Batch): Promise<void> {
  for (const name of names) {
    const chunks = [...chunksOf(batch.texts[name])];
    if (chunks.length > 0) await copyText(tx, { table: name, columns: Object.keys(tables[name]) }, chunks);
  }
}
