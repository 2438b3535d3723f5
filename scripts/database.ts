import { join } from 'node:path';
import { readSettings } from './environment';
import { startEmbeddedPostgres } from './postgres';

/**
 * The database for a script: `DATABASE_URL`, else the embedded Postgres, adopted or started. Sets the environment
 * that `lib/env.ts` reads. The last user of the embedded one stops it with `close`.
 */
export async function openDatabase(): Promise<{ url: string; dataDir: string; close: () => Promise<void> }> {
  const settings = readSettings('production');
  const given = settings.isEmbedded ? undefined : settings.variables.DATABASE_URL;
  const server =
    given === undefined ? await startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres') }) : null;
  const url = given ?? server?.url ?? '';
  Object.assign(process.env, settings.variables, { DATABASE_URL: url });
  return { url, dataDir: settings.dataDir, close: async () => server?.stop() };
}
