import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Db } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';

export type TestDatabase = {
  db: Db;
  sql: Sql;
  url: string;
  /** An anonymous visitor's context, now, unless told otherwise. */
  ctx(overrides?: Partial<Ctx>): Ctx;
};

async function asAdmin(statement: (admin: Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  try {
    await statement(admin);
  } finally {
    await admin.end();
  }
}

/**
 * A database of this file's own, cloned from the migrated template before its first test and dropped after its last.
 * Code that reads the environment finds this database and an empty data directory there.
 */
export function testDatabase(options: { connections?: number } = {}): TestDatabase {
  const database = {} as TestDatabase;
  const name = `test_${newId().replaceAll('-', '')}`;
  let dataDir: string | undefined;

  beforeAll(async () => {
    await asAdmin((admin) => admin`create database ${admin(name)} template ${admin(inject('templateDatabase'))}`);
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${name}`;
    dataDir = mkdtempSync(join(inject('temporaryDir'), 'files-'));
    process.env.DATABASE_URL = url.href;
    process.env.POMONA_DATA_DIR = dataDir;
    const db = connect(url.href, { max: options.connections ?? 20, applicationName: 'pomona-test' });
    Object.assign(database, {
      db,
      sql: db.$client,
      url: url.href,
      ctx: (overrides: Partial<Ctx> = {}): Ctx => ({
        db,
        actor: { kind: 'anonymous' },
        now: new Date(),
        requestId: newId(),
        log: logger(),
        ...overrides,
      }),
    } satisfies TestDatabase);
  });

  afterAll(async () => {
    await closeDb();
    await database.db?.close();
    await asAdmin(async (admin) => {
      // A pool that was told to end has its connections for a moment more, and would complain of being cut off.
      const isUsed = async () => (await admin`select from pg_stat_activity where datname = ${name}`).length > 0;
      for (let waited = 0; waited < 2_000 && (await isUsed()); waited += 50) await sleep(50);
      await admin`drop database if exists ${admin(name)} with (force)`;
    });
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
  });

  return database;
}
