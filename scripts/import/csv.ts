import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { SourceRow } from '@/lib/catalog/import/import-catalogue';
import { Refusal } from '../refusal';
import { lineLimit, notUtf8 } from './ndjson';

type Progress = { lines: number; empty_lines: number };
type Line = { line: number; record: Record<string, string> };

const chunkRows = 500;
const delimiters = [',', ';', '\t'];

/** The rows of CSV with a line of column names. "developer.name" is the name in the developer. */
export async function* readCsv(chunks: AsyncIterable<Buffer>, head: Buffer, path: string): AsyncGenerator<SourceRow[]> {
  const header =
    head
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const delimiter = delimiters.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
  const columns = header.split(delimiter).map((column) => column.trim().replace(/^"|"$/g, ''));
  if (!columns.includes('name')) {
    throw new Refusal(`${path} is neither NDJSON nor CSV of a catalogue: its first line names no column "name".`);
  }
  let rows: SourceRow[] = [];
  // Where the last row ended, as the parser goes, which is ahead of the loop below.
  let ended = 1;
  let empty = 0;
  let refused = 0;
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    delimiter,
    max_record_size: lineLimit,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (record: Record<string, string>, { lines, empty_lines }: Progress): Line => {
      const line = ended + 1 + empty_lines - empty;
      [ended, empty] = [lines, empty_lines];
      return { line, record };
    },
    on_skip: (error: CsvError | undefined) => {
      ended = typeof error?.lines === 'number' ? error.lines : ended;
      // Of one line it may complain several times.
      if (ended === refused) return undefined;
      refused = ended;
      rows.push({ line: ended, value: error?.record ?? null, problem: problemOf(error) });
      return undefined;
    },
  });
  // Its errors come out of the loop below.
  pipeline(Readable.from(chunks), parser, () => undefined);
  try {
    for await (const { line, record } of parser as AsyncIterable<Line>) {
      rows.push(isText(record) ? { line, value: nest(record) } : notText(line, record));
      if (rows.length < chunkRows) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (rows.length > 0) yield rows;
    if (isCsvError(error)) throw new Refusal(`${path} is broken as CSV: ${error.message}.`);
    throw error;
  }
  if (rows.length > 0) yield rows;
}

// What UTF-8 has no meaning for is read as this mark; nobody writes it.
const isText = (record: Record<string, string>) => !Object.values(record).some((cell) => cell.includes('\ufffd'));

const notText = (line: number, value: unknown): SourceRow => ({
  line,
  value,
  problem: { field: '', reason: notUtf8 },
});

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

const reasons: Record<string, string> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'the line has another number of columns than the first',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on after its closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that has none around it',
  CSV_MAX_RECORD_SIZE: 'the row is too long',
};

const problemOf = (error: CsvError | undefined) => ({
  field: typeof error?.column === 'string' && error.code.includes('QUOTE') ? error.column : '',
  reason: reasons[error?.code ?? ''] ?? 'the line is broken as CSV',
});

function nest(record: Record<string, string>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(record)) {
    const dot = column.indexOf('.');
    if (dot < 1) row[column] = value;
    else if (value !== '') {
      const outer = column.slice(0, dot);
      const inner = row[outer];
      row[outer] = { ...(typeof inner === 'object' ? inner : {}), [column.slice(dot + 1)]: value };
    }
  }
  return row;
}
