import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';

export type Cell = string | number | boolean | Date | null | readonly string[] | { json: unknown };

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const special = /[\\\t\n\r]/;
const escapeText = (text: string) =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : text;
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

/** A row as COPY's text format has it. */
export const encodeRow = (row: readonly Cell[]) => `${row.map(encodeCell).join('\t')}\n`;

/** Sends encoded rows to a table through COPY, and waits until the server has taken them. */
export async function copyText(
  tx: TransactionSql,
  { table, columns }: { table: string; columns: readonly string[] },
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  const stream = await tx`copy ${tx.unsafe(`${table} (${columns.join(', ')})`)} from stdin`.writable();
  for (const chunk of chunks) {
    if (!stream.write(chunk)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
