import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Directories of test runs that were killed before they could tidy up. */
export function abandonedDirs(): string[] {
  return readdirSync(tmpdir())
    .filter((name) => !isRunning(Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? process.pid)))
    .map((name) => join(tmpdir(), name));
}
