import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './lock.mjs';
import type { Runner } from './postgres-binaries';
import { freePort, isPortFree } from './ports';
import { Refusal, systemCode } from './refusal';

export interface Layout {
  root: string;
  cluster: string;
  passwordFile: string;
  portFile: string;
  logFile: string;
  lockFile: string;
  users: string;
}

export interface ServerOptions {
  durable: boolean;
  maxConnections: number;
}

export interface PidFile {
  pid: number;
  port: number;
  status: string;
}

export function layoutOf(root: string): Layout {
  return {
    root,
    cluster: join(root, 'data'),
    passwordFile: join(root, 'password'),
    portFile: join(root, 'port'),
    logFile: join(root, 'server.log'),
    lockFile: join(root, 'lock'),
    users: join(root, 'users'),
  };
}

export function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const environment = () => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TMPDIR: tmpdir(),
});

function launchOptions(runner: Runner, workingDirectory: string) {
  return {
    cwd: runner.byWorkingDirectory ? workingDirectory : '/',
    env: environment(),
    ...(runner.uid === undefined ? {} : { uid: runner.uid, gid: runner.gid }),
  };
}

function commandLine(runner: Runner, program: string, args: string[]): [string, string[]] {
  const [file = '', ...rest] = [...runner.prefix, join(runner.binDir, program), ...args];
  return [file, rest];
}

/** After a move between users (root today, an account yesterday) the server would refuse the directory. */
function giveTo(path: string, owner: { uid: number; gid: number }): void {
  if (statSync(path).uid === owner.uid) return;
  for (const entry of readdirSync(path, { recursive: true })) {
    lchownSync(join(path, String(entry)), owner.uid, owner.gid);
  }
  chownSync(path, owner.uid, owner.gid);
}

export function prepareOwnership(layout: Layout, runner: Runner): void {
  if (runner.owner === null) return;
  if (!runner.byWorkingDirectory) chownSync(layout.root, runner.owner.uid, runner.owner.gid);
  if (existsSync(layout.cluster)) giveTo(layout.cluster, runner.owner);
}

/** Makes the cluster beside its final place, so that an interrupted attempt leaves nothing half made. */
export function initCluster(layout: Layout, runner: Runner, durable: boolean): void {
  const partial = `${layout.cluster}.new`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordDir = mkdtempSync(join(tmpdir(), 'pomona-init-'));
  const passwordFile = join(passwordDir, 'password');
  try {
    writeFileSync(layout.passwordFile, password, { mode: 0o600 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (runner.owner !== null) {
      for (const path of [partial, passwordDir, passwordFile]) chownSync(path, runner.owner.uid, runner.owner.gid);
    }
    const [file, args] = commandLine(runner, 'initdb', [
      ...['-D', runner.byWorkingDirectory ? '/proc/self/cwd' : partial],
      ...['-U', 'pomona', '--pwfile', passwordFile, '--auth=scram-sha-256', '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    const result = spawnSync(file, args, { ...launchOptions(runner, partial), encoding: 'utf8' });
    if (result.status !== 0) throw failure(layout, `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`);
    renameSync(partial, layout.cluster);
  } finally {
    rmSync(passwordDir, { recursive: true, force: true });
  }
}

export function failure(layout: Layout, output: string): Refusal {
  const { bavail, bsize } = statfsSync(layout.root);
  // The log may have had no room for the reason.
  if (/No space left on device|Disk quota exceeded/.test(output) || bavail * bsize < 1024 * 1024) {
    return new Refusal(`The disk is full: the database in ${layout.root} cannot be started.`);
  }
  if (/is not compatible with this version|incompatible with server/.test(output)) {
    return new Refusal(`The database in ${layout.root} was made by another major version of Postgres.`);
  }
  const lines = output.trim().split('\n');
  const cause = lines.findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? lines.at(-1) ?? '';
  const reason = cause.replace(/^.*?(FATAL|PANIC|error): */i, '') || 'no reason given';
  return new Refusal(
    `The database in ${layout.root} cannot be started (${reason}): restore a backup, or move the directory away to begin afresh.`,
  );
}

export function readPidFile(layout: Layout): PidFile | null {
  const text = readTextFile(join(layout.cluster, 'postmaster.pid'));
  if (text === null) return null;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), status: lines[7] ?? '' };
}

/** Whether the process is a Postgres in this very directory, as far as the system tells. */
function isOurServer(layout: Layout, pid: number): boolean {
  if (processIdentity(pid) === null) return false;
  if (process.platform !== 'linux') {
    const result = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return /postgres$/.test(result.stdout.trim());
  }
  if (readTextFile(`/proc/${pid}/comm`) !== 'postgres') return false;
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(layout.cluster);
  } catch (error) {
    return systemCode(error) !== 'ENOENT';
  }
}

export function isServerRunning(layout: Layout): boolean {
  const found = readPidFile(layout);
  return found !== null && isOurServer(layout, found.pid);
}

/** The server that runs on this directory. Removes a pid file that a dead server left behind. */
export function runningServer(layout: Layout): PidFile | null {
  const found = readPidFile(layout);
  if (found === null) return null;
  if (isOurServer(layout, found.pid)) return found;
  rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** The port of last time where possible: an address handed out yesterday works today. */
async function choosePort(layout: Layout): Promise<number> {
  const last = Number(readTextFile(layout.portFile));
  const port = Number.isInteger(last) && last > 1023 && (await isPortFree(last)) ? last : await freePort();
  writeFileSync(layout.portFile, String(port), { mode: 0o600 });
  return port;
}

function serverSettings(port: number, options: ServerOptions): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: options.maxConnections,
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const transient = /pre-existing shared memory block|lock file .* already exists|could not bind|Address already in use/;

async function attemptStart(layout: Layout, runner: Runner, options: ServerOptions): Promise<string | null> {
  const port = await choosePort(layout);
  const log = openSync(layout.logFile, 'a', 0o600);
  const logged = statSync(layout.logFile).size;
  const data = runner.byWorkingDirectory ? '/proc/self/cwd' : layout.cluster;
  const [file, args] = commandLine(runner, 'postgres', ['-D', data, ...serverSettings(port, options)]);
  // A group of its own: Ctrl-C in the terminal must stop the web server before the database.
  const child = spawn(file, args, {
    ...launchOptions(runner, layout.cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | null = null;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', () => {
    ended ??= readFileSync(layout.logFile).subarray(logged).toString('utf8');
  });
  child.unref();
  const deadline = Date.now() + 120_000;
  while (ended === null) {
    if (readPidFile(layout)?.status === 'ready') {
      // Its log may be gone by the time it ends.
      child.removeAllListeners('exit');
      return null;
    }
    if (Date.now() > deadline) return 'error: it took longer than two minutes';
    await sleep(10);
  }
  return ended;
}

export async function startServer(layout: Layout, runner: Runner, options: ServerOptions): Promise<void> {
  const logSize = existsSync(layout.logFile) ? statSync(layout.logFile).size : 0;
  if (logSize > 10_000_000) renameSync(layout.logFile, `${layout.logFile}.1`);
  const deadline = Date.now() + 5_000;
  for (;;) {
    runningServer(layout);
    const output = await attemptStart(layout, runner, options);
    if (output === null) return;
    if (!transient.test(output) || Date.now() > deadline) throw failure(layout, output);
    await sleep(100);
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  const steps = [
    { signal: 'SIGINT', waitMs: 20_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 2_000 },
  ] as const;
  for (const { signal, waitMs } of steps) {
    const deadline = Date.now() + waitMs;
    if (identity === null || processIdentity(pid) !== identity) return;
    process.kill(pid, signal);
    while (Date.now() < deadline) {
      if (processIdentity(pid) !== identity) return;
      await sleep(5);
    }
  }
}
