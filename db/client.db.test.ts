import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { connect } from './client';

const database = testDatabase();

const endOthers = () =>
  database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'victim'`;

test('a connection that is held while Postgres ends it fails its query and nothing else', async () => {
  const sql = postgres(database.url, { max: 1, connection: { application_name: 'victim' } });
  const held = await sql.reserve();
  await held`select 1`;
  await endOthers();
  await sleep(200);
  // In the unmended driver this is an exception that nobody can catch.
  await expect(held`select 2`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await sql.end({ timeout: 1 });
});

test('a pool whose connections are ended again and again fails queries and serves the next ones', async () => {
  const db = connect(database.url, { max: 4, applicationName: 'victim' });
  const end = Date.now() + 3_000;
  let failed = 0;
  const asking = Array.from({ length: 16 }, async () => {
    while (Date.now() < end) {
      await db
        .transaction(async (tx) => {
          await tx.execute('select 1');
          await tx.execute('select pg_sleep(0.002)');
        })
        .catch(() => {
          failed += 1;
        });
    }
  });
  while (Date.now() < end) {
    await endOthers();
    await sleep(50);
  }
  await Promise.all(asking);
  expect(failed).toBeGreaterThan(0);
  for (let i = 0; i < 20; i += 1) expect([...(await db.execute('select 1 as one'))]).toEqual([{ one: 1 }]);
  await db.close();
});
