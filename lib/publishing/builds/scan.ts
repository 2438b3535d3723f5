import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env, environmentForPrograms } from '@/lib/env';
import { storage } from '@/lib/storage/storage';
import { type BuildKind, buildKinds } from '../rules';
import { BuildProblem } from './inspect/problem';
import { kindOfName } from './kinds';

const timeoutMs = 5 * 60_000;
const wordsMax = 1_000;
const keptMs = 3_600_000;

const folder = () => join(env().POMONA_DATA_DIR, 'scan');

/**
 * Shows a build to the program of BUILD_SCAN_COMMAND, if there is one: 0 is fine, 1 is refused with what it printed, and
 * with anything else it is asked again later. Throws BuildProblem, or any other error for later.
 */
export async function scanBuild(key: string, fileName: string): Promise<void> {
  const command = env().BUILD_SCAN_COMMAND;
  if (!command) return;
  const stream = await storage().open(key);
  if (!stream) throw new Error('the build that was to be scanned is not in storage');
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const kind: BuildKind | null = kindOfName(fileName);
  const path = join(folder(), `${randomBytes(12).toString('hex')}.${kind && kind in buildKinds ? kind : 'bin'}`);
  try {
    await pipeline(Readable.from(stream), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    const { status, words } = await run(command, path);
    if (status === 1) throw new BuildProblem(words || 'The scanner of this store refused it and said no more.');
    if (status !== 0) throw new Error(`the scanner ended with ${status}`);
  } finally {
    await rm(path, { force: true });
  }
}

/** Exit status, or the signal that ended it, and what it printed first. */
function run(command: string, path: string): Promise<{ status: number | string; words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [path], {
      env: environmentForPrograms() as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let printed = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      if (printed.length < wordsMax) printed += text.slice(0, wordsMax);
    });
    child.on('error', reject);
    const done = (code: number | null, signal: string | null) =>
      resolve({ status: code ?? signal ?? 'nothing', words: wordsOf(printed) });
    child.on('close', done);
    // What it left running may hold its output open for ever; what it printed itself is here within a moment.
    child.on('exit', (code, signal) => setTimeout(done, 500, code, signal).unref());
  });
}

const wordsOf = (printed: string) => printed.toWellFormed().replaceAll('\0', '').trim().slice(0, wordsMax);

/** Deletes copies that a killed worker left on this machine. Gives their number. */
export async function forgetScans(): Promise<number> {
  let forgotten = 0;
  for (const name of await readdir(folder()).catch(() => [])) {
    const path = join(folder(), name);
    const info = await stat(path).catch(() => null);
    if (!info || Date.now() - info.mtimeMs < keptMs) continue;
    await rm(path, { force: true });
    forgotten += 1;
  }
  return forgotten;
}
