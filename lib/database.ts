import { connect, type Db } from '@/db/client';
import { env } from './env';

const store = globalThis as typeof globalThis & { pomonaDb?: Db };

/** The process's pool, made at first use. */
export function requireDb(): Db {
  store.pomonaDb ??= connect(env().DATABASE_URL, { max: env().DATABASE_POOL });
  return store.pomonaDb;
}

export async function closeDb(): Promise<void> {
  const db = store.pomonaDb;
  store.pomonaDb = undefined;
  await db?.close();
}
