import postgres from 'postgres';
import { formats } from '@/lib/catalog/import/formats/formats';
import { importCatalogue, type ImportOptions, type Reject } from '@/lib/catalog/import/import-catalogue';
import type { Ctx } from '@/lib/context';
import type { TestDatabase } from './database';

type Row = Record<string, unknown>;

/** Imports rows of the own format into a test's database, and looks at what that wrote. */
export function catalogueImporter(database: TestDatabase) {
  async function run(rows: readonly Row[], more: Partial<ImportOptions> = {}, overrides: Partial<Ctx> = {}) {
    const sql = postgres(database.url, { max: 1, prepare: false, onnotice: () => {} });
    const rejects: Reject[] = [];
    async function* chunks() {
      yield rows.map((value, index) => ({ line: index + 1, value }));
    }
    try {
      const summary = await importCatalogue(
        database.ctx({ actor: { kind: 'system', job: 'import' }, ...overrides }),
        sql,
        {
          rows: chunks(),
          format: formats.get('pomona')!,
          name: 'test.ndjson',
          onRejects: async (more) => {
            rejects.push(...more);
          },
          ...more,
        },
      );
      return { ...summary, rejects };
    } finally {
      await sql.end();
    }
  }

  let serial = 0;
  /** A bundle id and a name that no other test has. */
  function unlike(more: Row = {}): Row & { bundleId: string; name: string } {
    serial += 1;
    return { bundleId: `org.unlike.app${serial}`, name: `Unlike ${serial}`, ...more } as never;
  }

  const tables = ['organizations', 'apps', 'app_slugs', 'app_stats', 'app_media', 'app_prices', 'app_versions'];

  /** Every row of the catalogue with the transaction that wrote it. */
  async function dump(): Promise<string[]> {
    const parts = await Promise.all(
      tables.map((table) =>
        database.sql.unsafe(`select '${table}' || xmin::text || t::text as row from ${table} t order by 1`),
      ),
    );
    return parts.flat().map((row) => row.row as string);
  }

  const appOf = async (bundleId: string) => {
    const [app] = await database.sql`select * from apps where bundle_id = ${bundleId}`;
    if (!app) throw new Error(`no app ${bundleId}`);
    return app;
  };

  return { run, unlike, dump, appOf };
}
