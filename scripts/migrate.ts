import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { createQueues } from '@/lib/events/pg-boss';

const migrationsFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'db', 'migrations');

// Any number that nothing else in this database locks.
const lockKey = 7_601_412_007;

/**
 * Brings the tables and the queue's schema up to date. Safe to run in several processes at once: one works,
 * the others wait and then find nothing to do.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  // One connection, because the lock belongs to it.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await migrateTables(drizzle(sql), { migrationsFolder });
    await migrateQueue(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function migrateQueue(sql: postgres.Sql): Promise<void> {
  const executeSql = async (text: string, values: unknown[] = []) => {
    const isDocument = (value: unknown) => value !== null && value?.constructor === Object;
    const parameters = values.map((value) => (isDocument(value) ? JSON.stringify(value) : value));
    const result = await sql.unsafe(text, parameters as postgres.ParameterOrJSON<never>[]);
    // A text of several statements answers with a list of results.
    return { rows: Array.isArray(result[0]) ? [] : [...result] };
  };
  const boss = new PgBoss({ db: { executeSql }, migrate: true, supervise: false, schedule: false });
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false });
}
