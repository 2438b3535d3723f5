import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { migrate } from '@/scripts/migrate';
import { testDatabase } from './database';

const t = testDatabase();

async function tableNames(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  await sql.end();
  return rows.map((row) => row.name);
}

test('an empty database migrated by four processes at once has the tables of one migrated alone', async () => {
  const name = 'migrated_at_once';
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)}`;
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  try {
    await Promise.all([1, 2, 3, 4].map(() => migrate(url.href)));
    expect(await tableNames(url.href)).toEqual(await tableNames(t.url));
  } finally {
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end();
  }
});

test('migrating what is migrated changes nothing', async () => {
  const [before] = await t.sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  await migrate(t.url);
  const [after] = await t.sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  expect(before?.n).toBeGreaterThan(0);
  expect(after).toEqual(before);
});
