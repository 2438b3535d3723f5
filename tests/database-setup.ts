import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/scripts/migrate';
import { startEmbeddedPostgres } from '@/scripts/postgres';
import { makeTemporaryDir, sweepTemporaryDirs } from '@/scripts/temporary';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server's maintenance database. */
    postgresUrl: string;
    /** Name of the migrated database that each test file clones. */
    templateDatabase: string;
    /** Goes with the run. */
    temporaryDir: string;
  }
}

/** One Postgres a run, with one migrated template; tests/database.ts clones it for each file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepTemporaryDirs();
  const dir = makeTemporaryDir();
  const server = await startEmbeddedPostgres({ dataDir: join(dir, 'postgres'), durable: false, maxConnections: 200 });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const templateDatabase = 'template_pomona';
    const admin = postgres(server.url, { max: 1, onnotice: () => {} });
    await admin`create database ${admin(templateDatabase)}`;
    await admin.end();
    const template = new URL(server.url);
    template.pathname = `/${templateDatabase}`;
    await migrate(template.href);
    project.provide('postgresUrl', server.url);
    project.provide('templateDatabase', templateDatabase);
    project.provide('temporaryDir', dir);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
