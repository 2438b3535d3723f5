import pino from 'pino';
import postgres, { type TransactionSql } from 'postgres';
import { connect } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { indexCatalogue } from '@/lib/search/catch-up';
import { countCompanions } from '@/lib/search/companions';
import { issuePasswords } from './accounts';
import { copyInto, type Table } from './copy';
import { storeBuilds } from './files';
import { tablesOf, tablesOfFiles } from './tables';
import { makeWorld } from './world';

export interface LoadOptions {
  databaseUrl: string;
  dataDir: string;
  now?: Date;
  /** 1 is the whole store; a tenth is enough for most tests. */
  scale?: number;
  onProgress?: (detail: string) => void;
}

/** Any number, the same everywhere: one loader at a time. */
const lockKey = 7_301_002;

async function isEmpty(tx: TransactionSql): Promise<boolean> {
  const [row] = await tx<{ used: boolean }[]>`select exists (select from users) or exists (select from apps) as used`;
  return row?.used === false;
}

/**
 * Fills an empty store with the demo: everything or nothing, in one transaction, files first. Of several at once one
 * loads and the others find it done, and then it can be searched. A store that has people or apps is left as it is.
 */
export async function loadDemo(options: LoadOptions): Promise<{ loaded: boolean }> {
  const { databaseUrl, dataDir, now = new Date(), scale = 1, onProgress = () => {} } = options;
  const sql = postgres(databaseUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'pomona-demo', TimeZone: 'UTC' },
  });
  try {
    const loaded = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      if (!(await isEmpty(tx))) return false;
      onProgress('inventing apps and people');
      const world = makeWorld(now, scale);
      const files = storeBuilds(dataDir, world.versions);
      // Awaited below; a full disk must not end the process before.
      files.catch(() => {});
      const passwordHashes = await issuePasswords(dataDir, world.demo);
      const names: string[] = [];
      const copyAll = async (tables: Iterable<Table>) => {
        for (const table of tables) {
          onProgress(table.name.replace(/^sandbox\./, '').replaceAll('_', ' '));
          await copyInto(tx, table);
          names.push(table.name);
        }
      };
      await copyAll(tablesOf(world, passwordHashes));
      onProgress(`${world.versions.length} files`);
      await copyAll(tablesOfFiles(world, await files));
      onProgress('statistics');
      await tx.unsafe(`analyze categories, ${names.join(', ')}`);
      return true;
    });
    if (loaded) {
      onProgress('the search index');
      await indexDemo(databaseUrl, now);
    }
    return { loaded };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Search in Postgres, and what is bought together; what is not done when this dies, and any other engine, is left to the worker. */
async function indexDemo(databaseUrl: string, now: Date): Promise<void> {
  const db = connect(databaseUrl, { max: 2, applicationName: 'pomona-demo' });
  try {
    const log = pino({ level: 'silent' });
    const ctx: Ctx = { db, actor: { kind: 'system', job: 'demo' }, now, requestId: newId(), log };
    await indexCatalogue(ctx, null);
    await countCompanions(ctx);
  } finally {
    await db.close();
  }
}
