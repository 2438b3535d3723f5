import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres, { type Sql } from 'postgres';
import { encodeRow } from '@/lib/copy';

/** What an import fills, in an order that foreign keys allow; a trigger fills app_slugs. */
const filled = ['organizations', 'apps', 'app_stats', 'app_media', 'app_prices', 'app_versions'];

/** Encoded rows in pieces that COPY takes well. */
function piecesOf(rows: readonly Record<string, unknown>[], columns: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const row of rows) {
    piece += encodeRow(columns.map((column) => cellOf(row[column])));
    if (piece.length < 256 * 1024) continue;
    pieces.push(piece);
    piece = '';
  }
  return [...pieces, piece];
}

const cellOf = (value: unknown) =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/**
 * Seconds that COPY alone takes for the fields of a catalogue as they are in its file: one text column each in one
 * unlogged table without keys or indexes. Reading and encoding the file is not counted.
 */
export async function copyIntoStaging(sql: Sql, rows: readonly Record<string, unknown>[]): Promise<number> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const pieces = piecesOf(rows, columns);
  await sql.unsafe(`create unlogged table bare_rows (${columns.map((column) => `"${column}" text`).join(', ')})`);
  try {
    const started = performance.now();
    const stream = await sql`copy bare_rows from stdin`.writable();
    await pipeline(Readable.from(pieces), stream);
    return (performance.now() - started) / 1000;
  } finally {
    await sql`drop table bare_rows`;
  }
}

/**
 * Seconds that COPY alone takes for the rows that an import has written: the same bytes into the same tables of an empty
 * store with their keys, indexes and foreign keys, in one transaction.
 */
export async function copyIntoTables(url: string, into: Sql, dir: string): Promise<number> {
  mkdirSync(dir, { recursive: true });
  const columns = await into<{ name: string; list: string }[]>`
    select attrelid::regclass::text as name, string_agg(quote_ident(attname), ', ' order by attnum) as list
    from pg_attribute
    where attrelid = any(${filled}::regclass[]) and attnum > 0 and not attisdropped and attgenerated = ''
    group by attrelid`;
  const targets = filled.map((table) => ({ table, list: columns.find(({ name }) => name === table)?.list ?? '' }));
  for (const { table, list } of targets) {
    await copyOut(url, `${table} (${list})`, join(dir, table));
  }
  const started = performance.now();
  await into.begin(async (tx) => {
    for (const { table, list } of targets) {
      const stream = await tx`copy ${tx.unsafe(`${table} (${list})`)} from stdin`.writable();
      await pipeline(createReadStream(join(dir, table), { highWaterMark: 256 * 1024 }), stream);
    }
  });
  return (performance.now() - started) / 1000;
}

/** On a connection of its own: the driver may leave one paused after the last byte. */
async function copyOut(url: string, source: string, path: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    await pipeline(await sql`copy ${sql.unsafe(source)} to stdout`.readable(), createWriteStream(path));
  } finally {
    await sql.end({ timeout: 0 });
  }
}
