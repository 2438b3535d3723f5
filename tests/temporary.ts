import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmbeddedPostgres } from '@/scripts/postgres';

const PREFIX = 'pomona-tests-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A directory of this process, named so that a later run can tell when its owner was killed. */
export function makeTemporaryDir(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Stops what runs in the directories of test runs that were killed, and removes them. */
export async function sweepTemporaryDirs(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? process.pid);
    if (isRunning(pid)) continue;
    const dir = join(tmpdir(), name);
    try {
      await (await findEmbeddedPostgres(join(dir, 'postgres')))?.stop();
      rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      // Somebody else's: their next run removes it.
      if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
