import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A program for BUILD_SCAN_COMMAND that does what each test says, in shell: `$1` is the copy of the build. */
export function testScanner() {
  const folder = mkdtempSync(join(tmpdir(), 'pomona-scanner-'));
  const script = join(folder, 'script');
  const does = (lines: string) => writeFileSync(script, lines);

  beforeAll(() => {
    const program = join(folder, 'scan');
    writeFileSync(program, `#!/bin/sh\n. ${script}\n`);
    chmodSync(program, 0o700);
    does('exit 0');
    process.env.BUILD_SCAN_COMMAND = program;
  });

  afterAll(() => {
    delete process.env.BUILD_SCAN_COMMAND;
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    does,
    path: (name: string) => join(folder, name),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
  };
}
