import { isUtf8 } from 'node:buffer';
import type { SourceRow } from '@/lib/catalog/import/import-catalogue';

/** Longer lines are no rows of a catalogue, and would need memory for themselves. */
export const lineLimit = 4 * 1024 * 1024;

const newline = 0x0a;
const chunkRows = 500;

/** The rows of NDJSON: one JSON object a line, empty lines left out. */
export async function* readNdjson(chunks: AsyncIterable<Buffer>): AsyncGenerator<SourceRow[]> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 0;
  let rows: SourceRow[] = [];
  const end = (last: Buffer) => {
    line += 1;
    const row =
      length + last.length > lineLimit
        ? tooLong(line)
        : toRow(line, parts.length > 0 ? Buffer.concat([...parts, last]) : last);
    parts = [];
    length = 0;
    if (row) rows.push(row);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      end(chunk.subarray(from, at));
      from = at + 1;
      if (rows.length < chunkRows) continue;
      yield rows;
      rows = [];
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length <= lineLimit) parts.push(rest);
    else parts = [];
  }
  if (length > 0) end(Buffer.alloc(0));
  if (rows.length > 0) yield rows;
}

const tooLong = (line: number): SourceRow => ({
  line,
  value: null,
  problem: { field: '', reason: `the line is longer than ${lineLimit / 1024 / 1024} MB` },
});

export const notUtf8 = 'the line is not UTF-8';

const mark = Buffer.from('\ufeff');

function toRow(line: number, given: Buffer): SourceRow | null {
  const bytes = given.subarray(0, mark.length).equals(mark) ? given.subarray(mark.length) : given;
  const text = bytes.toString('utf8');
  if (text.trim() === '') return null;
  const refuse = (reason: string): SourceRow => ({ line, value: text.slice(0, 2000), problem: { field: '', reason } });
  if (!isUtf8(bytes)) return refuse(notUtf8);
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { line, value, json: bytes } : refuse('the line is no JSON object');
  } catch {
    return refuse('the line is no JSON');
  }
}
