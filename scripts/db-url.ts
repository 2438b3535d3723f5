import { join } from 'node:path';
import { explain, loadDotEnv, readSettings } from './environment';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './postgres';
import { say } from './progress';

async function main(): Promise<void> {
  loadDotEnv();
  if (process.env.DATABASE_URL) {
    process.stdout.write(`${process.env.DATABASE_URL}\n`);
    return;
  }
  const dataDir = join(readSettings('production').dataDir, 'postgres');
  const running = await findEmbeddedPostgres(dataDir);
  const server = running ?? (await startEmbeddedPostgres({ dataDir }));
  process.stdout.write(`${server.url}\n`);
  await server.stop();
  if (running === null) say('The embedded Postgres is not running; it answers there while `npm start` runs.');
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
