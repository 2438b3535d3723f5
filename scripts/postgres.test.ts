import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './postgres';

const dataDir = mkdtempSync(join(tmpdir(), 'pomona-postgres-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    const [row] = await sql`select current_database() as name`;
    return row?.name === 'pomona';
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test('several starts at once share one server, and its last user stops it', { timeout: 60_000 }, async () => {
  const start = () => startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 20 });
  const servers = await Promise.all([start(), start(), start()]);
  const url = servers[0].url;
  expect(servers.map((server) => server.url)).toEqual([url, url, url]);
  expect(servers.filter((server) => !server.adopted)).toHaveLength(1);
  const found = await findEmbeddedPostgres(dataDir);
  expect(found?.adopted).toBe(true);
  await servers[0].stop();
  await servers[1].stop();
  expect(await answers(url)).toBe(true);
  await servers[2].stop();
  expect(await answers(url)).toBe(true);
  await found?.stop();
  expect(await answers(url)).toBe(false);
});

test('a pid file left behind, whose number another process has now, does not stop a start', {
  timeout: 60_000,
}, async () => {
  const pidFile = join(dataDir, 'data', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${dataDir}\n1\n1\n\n127.0.0.1\n\nready\n`);
  expect(await findEmbeddedPostgres(dataDir)).toBeNull();
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await answers(server.url)).toBe(true);
  await server.stop();
  expect(await answers(server.url)).toBe(false);
});
