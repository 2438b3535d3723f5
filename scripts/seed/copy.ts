import type { TransactionSql } from 'postgres';
import { type Cell, copyText, encodeRow } from '@/lib/copy';

export interface Table {
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

/** A table's rows from things and how each column reads off them. */
export function table<T>(name: string, items: Iterable<T>, columns: Record<string, (item: T) => Cell>): Table {
  const readers = Object.values(columns);
  function* rows() {
    for (const item of items) yield readers.map((read) => read(item));
  }
  return { name, columns: Object.keys(columns), rows: rows() };
}

const CHUNK_CHARS = 256 * 1024;

function* chunksOf(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += encodeRow(row);
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Loads rows through COPY and waits until the server has taken them. */
export const copyInto = (tx: TransactionSql, { name, columns, rows }: Table) =>
  copyText(tx, { table: name, columns }, chunksOf(rows));
