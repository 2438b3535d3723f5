import postgres from 'postgres';
import { openDatabase } from '../database';
import { Refusal, systemCode } from '../refusal';

const prefix = 'pomona_bench_';

/**
 * Runs a benchmark with an empty database of its own, on the server that scripts use, and drops it afterwards. Those of
 * benchmarks that were killed are dropped first.
 */
export async function withScratchDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const server = await openDatabase();
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  const name = `${prefix}${process.pid}_${Date.now()}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    await dropAbandoned(admin);
    await admin`create database ${admin(name)} template template0`.catch((error: unknown) => {
      if (systemCode(error) !== '42501') throw error;
      throw new Refusal('A benchmark makes a database of its own, and the role in DATABASE_URL may not (CREATEDB).');
    });
    return await work(url.href);
  } finally {
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end({ timeout: 5 });
    await server.close();
  }
}

async function dropAbandoned(admin: postgres.Sql): Promise<void> {
  const rows = await admin<{ datname: string }[]>`
    select datname from pg_database d where starts_with(datname, ${prefix})
      and not exists (select from pg_stat_activity a where a.datname = d.datname)`;
  for (const { datname } of rows) {
    const pid = Number(datname.slice(prefix.length).split('_')[0]);
    if (!isRunning(pid)) await admin`drop database if exists ${admin(datname)}`;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
