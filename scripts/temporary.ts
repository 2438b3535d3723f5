import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmbeddedPostgres } from './postgres';
import { systemCode } from './refusal';

const PREFIX = 'pomona-tests-';

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** A directory of this process, named so that a later run can tell when its owner was killed. */
export function makeTemporaryDir(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Stops the databases of test runs that ended before they could, and removes their directories. */
export async function sweepTemporaryDirs(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const dir = join(tmpdir(), name);
    try {
      // Of a database run, and of a browser run's store.
      for (const root of [join(dir, 'postgres'), join(dir, 'store', 'postgres')]) {
        await (await findEmbeddedPostgres(root))?.stop();
      }
      rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      // Another user's: their next run removes it.
      if (!['EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
    }
  }
}
