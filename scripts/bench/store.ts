import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { buildIfNeeded } from '../build';
import { loadDemoIfEmpty } from '../demo';
import { readSettings, repositoryDir } from '../environment';
import { freePort } from '../ports';
import { migrate } from '../migrate';
import { step } from '../progress';
import { startWeb } from '../web';
import { withScratchDatabase } from './database';

export type BenchStore = {
  url: string;
  /** Transactions that the store's database has committed; a page's query outside a transaction is one. */
  countTransactions(): Promise<number>;
};

/** The production build of the store with the demo catalogue, on a database and files of its own that go afterwards. */
export function withDemoStore<T>(work: (store: BenchStore) => Promise<T>): Promise<T> {
  return withScratchDatabase(async (databaseUrl) => {
    const dataDir = join(repositoryDir, '.pomona', 'bench', `store-${process.pid}`);
    mkdirSync(dataDir, { recursive: true });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const variables = {
      ...readSettings('production').variables,
      DATABASE_URL: databaseUrl,
      POMONA_DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      LOG_LEVEL: 'error',
    };
    try {
      await migrate(databaseUrl);
      await loadDemoIfEmpty(databaseUrl, dataDir);
      await step('Building the pages', (progress) => buildIfNeeded(variables, new AbortController().signal, progress));
      // A load generator is one address; what is measured is the store, not its patience.
      const sql = postgres(databaseUrl, { max: 1 });
      const limits = { requests: { points: 100_000_000, seconds: 60 } };
      await sql`insert into settings (key, value, updated_at) values ('limits', ${sql.json(limits)}, now())`;
      const web = startWeb(variables);
      try {
        await step('Starting the web server', () => web.waitUntilHealthy('127.0.0.1', port));
        return await work({
          url,
          countTransactions: async () => {
            await sql`select pg_stat_force_next_flush()`;
            const [row] = await sql`select xact_commit from pg_stat_database where datname = current_database()`;
            return Number(row?.xact_commit);
          },
        });
      } finally {
        await web.stop();
        await sql.end();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}
