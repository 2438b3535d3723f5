import type { Format } from '@/lib/catalog/import/formats/format';
import { formatNames, guessFormat } from '@/lib/catalog/import/formats/formats';
import { pomona } from '@/lib/catalog/import/formats/pomona';
import type { SourceRow } from '@/lib/catalog/import/import-catalogue';
import { Refusal } from '../refusal';
import { readCsv } from './csv';
import { readNdjson } from './ndjson';
import type { OpenFile } from './open-file';
import type { Options } from './options';

/** The rows of an open file and their format, as the options, the rows or the file's name say. */
export async function readRows(
  { chunks, head }: OpenFile,
  { file, name, format }: Pick<Options, 'file' | 'name' | 'format'>,
): Promise<{ rows: AsyncIterable<SourceRow[]>; format: Format }> {
  const first = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()[0];
  if (first === '[') throw new Refusal(`${file} is a JSON array; a catalogue has one JSON object a line (NDJSON).`);
  const rows = first === '{' ? readNdjson(chunks) : readCsv(chunks, head, file);
  const beginning = await rows.next();
  const start = beginning.done ? [] : beginning.value;
  const known =
    format ??
    guessFormat(
      start.flatMap((row) => (row.problem ? [] : [row.value])),
      name,
    ) ??
    // Without rows there is nothing to tell it from, and nothing that needs it.
    (beginning.done ? pomona : undefined);
  if (!known) {
    throw new Refusal(
      `The format of ${file} cannot be told from its rows or its name: say --format with one of ${formatNames.join(', ')}.`,
    );
  }
  async function* all(): AsyncGenerator<SourceRow[]> {
    yield start;
    yield* rows;
  }
  return { rows: all(), format: known };
}
