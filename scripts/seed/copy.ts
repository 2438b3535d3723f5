import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';

export type Cell = string | number | boolean | Date | null | readonly string[] | { json: unknown };

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

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escapeText = (text: string) => text.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char);
const arrayLiteral = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** A value as COPY's text format has it. */
export function encodeCell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escapeText(arrayLiteral(value));
  return escapeText(JSON.stringify((value as { json: unknown }).json));
}

const CHUNK_CHARS = 256 * 1024;

/** Loads rows through COPY and waits until the server has taken them. */
export async function copyInto(tx: TransactionSql, { name, columns, rows }: Table): Promise<void> {
  const target = `${name} (${columns.join(', ')})`;
  const stream = await tx`copy ${tx.unsafe(target)} from stdin`.writable();
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(encodeCell).join('\t')}\n`;
    if (chunk.length < CHUNK_CHARS) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end(chunk);
  await finished(stream);
}
