import { basename } from 'node:path';
import postgres from 'postgres';
import { createCategoryFinder } from '@/lib/catalog/import/categories';
import type { Format } from '@/lib/catalog/import/formats/format';
import { formats, sourceOf } from '@/lib/catalog/import/formats/formats';
import { importCatalogue, type SourceRow } from '@/lib/catalog/import/import-catalogue';
import { toListing } from '@/lib/catalog/import/to-listing';
import type { Ctx } from '@/lib/context';
import { openFile } from '../import/open-file';
import { readRows } from '../import/rows';
import { say } from '../progress';
import { Refusal } from '../refusal';

/** What a row is called in queries: its id, else what it is called in the store. */
const idOf = (row: unknown, bundleId: string): string => {
  const { id } = (row ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : bundleId;
};

async function* rowsOf(path: string): AsyncGenerator<{ chunk: SourceRow[]; format: Format }> {
  const file = await openFile(path);
  try {
    const { rows, format } = await readRows(file, { file: path, name: basename(path), format: undefined });
    for await (const chunk of rows) yield { chunk, format };
  } finally {
    await file.close();
  }
}

/** The sources that the files are of, each with the files that have rows of it. Files that are no catalogue are left out. */
export async function readSources(paths: readonly string[]): Promise<Map<string, Set<string>>> {
  const sources = new Map<string, Set<string>>();
  for (const path of paths) {
    try {
      for await (const { chunk, format } of rowsOf(path)) {
        for (const { value } of chunk) {
          const source = sourceOf(value) ?? format.name;
          sources.set(source, (sources.get(source) ?? new Set()).add(path));
        }
      }
    } catch (error) {
      // Patterns of shells take in more than was meant.
      if (!(error instanceof Refusal) || paths.length === 1) throw error;
      say(`Left out: ${error.message}`);
    }
  }
  if (sources.size === 0) throw new Refusal('The catalogues have no rows.');
  return sources;
}

/** Imports the rows of one source. Gives the apps' bundle ids by the ids that queries name. */
export async function importSource(
  ctx: Ctx,
  url: string,
  source: string,
  paths: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const bundleIds = new Map<string, string>();
  const anyCategory = createCategoryFinder([]);
  for (const path of paths) {
    // An import has tables of its connection's own.
    const sql = postgres(url, { max: 1, prepare: false, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });
    try {
      let format: Format | undefined;
      for await (const { format: known } of rowsOf(path)) {
        format = known;
        break;
      }
      if (!format) continue;
      const known = format;
      async function* ofSource(): AsyncGenerator<SourceRow[]> {
        for await (const { chunk } of rowsOf(path)) {
          const rows = chunk.filter(({ value }) => (sourceOf(value) ?? known.name) === source);
          for (const { value } of rows) {
            const result = toListing(formats.get(sourceOf(value) ?? '') ?? known, value, anyCategory);
            if ('listing' in result) bundleIds.set(idOf(value, result.listing.bundleId), result.listing.bundleId);
          }
          yield rows;
        }
      }
      const summary = await importCatalogue(ctx, sql, { rows: ofSource(), format, name: basename(path) });
      if (summary.rejected > 0) say(`${basename(path)}: ${summary.rejected} rows could not be imported.`);
    } finally {
      await sql.end({ timeout: 5 });
    }
  }
  return bundleIds;
}
