import postgres from 'postgres';
import { openDatabase } from '../database';
import { isRunning } from '../temporary';

const prefix = 'pomona_bench_';

/**
 * Runs the work on a new, empty database of the server that scripts use, and drops it afterwards; also those that
 * earlier runs could not drop because they were killed.
 */
export async function withScratchDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const server = await openDatabase();
  const name = `${prefix}${process.pid}_${Date.now()}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    const left = await admin<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${prefix})`;
    for (const { datname } of left) {
      if (!isRunning(Number(datname.split('_')[2]))) await admin`drop database ${admin(datname)} with (force)`;
    }
    await admin`create database ${admin(name)}`;
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end();
    await server.close();
  }
}
