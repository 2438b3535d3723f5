import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { isAlive, processIdentity, waitForLock } from './lock.mjs';
import { chooseRunner } from './postgres-binaries';
import {
  failure,
  initCluster,
  isServerRunning,
  type Layout,
  layoutOf,
  prepareOwnership,
  readPidFile,
  readTextFile,
  runningServer,
  startServer,
  stopServer,
} from './postgres-server';
import { Refusal, systemCode } from './refusal';

export interface EmbeddedPostgres {
  /** The database `pomona`, as a superuser. */
  url: string;
  /** It was running already. */
  adopted: boolean;
  isRunning(): boolean;
  /** Says that this process no longer needs it; the last of its users stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** False gives up safety against power loss for speed: tests. */
  durable?: boolean;
  maxConnections?: number;
}

const lockTimeoutMs = 180_000;
let handles = 0;

function register(layout: Layout): () => boolean {
  mkdirSync(layout.users, { recursive: true, mode: 0o700 });
  handles += 1;
  const mine = join(layout.users, `${process.pid}-${handles}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }), { mode: 0o600 });
  return () => {
    rmSync(mine, { force: true });
    return readdirSync(layout.users).every((name) => {
      const path = join(layout.users, name);
      if (isUserAlive(readTextFile(path))) return false;
      rmSync(path, { force: true });
      return true;
    });
  };
}

function isUserAlive(text: string | null): boolean {
  if (text === null) return false;
  try {
    return isAlive({ note: '', ...JSON.parse(text) });
  } catch {
    return false;
  }
}

/** A full disk has no room for the lock, and is no reason to leave the server behind. */
function withoutRoom(error: unknown): () => void {
  if (systemCode(error) !== 'ENOSPC') throw error;
  return () => undefined;
}

function handleFor(layout: Layout, port: number, adopted: boolean): EmbeddedPostgres {
  const unregister = register(layout);
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    const release = await waitForLock(layout.lockFile, { timeoutMs: lockTimeoutMs }).catch(withoutRoom);
    try {
      const server = unregister() ? runningServer(layout) : null;
      if (server !== null) await stopServer(server.pid);
    } finally {
      release();
    }
  };
  return {
    url: addressOf(layout, port, 'pomona'),
    adopted,
    isRunning: () => isServerRunning(layout),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function addressOf(layout: Layout, port: number, database: string): string {
  const password = readTextFile(layout.passwordFile);
  if (password === null) throw failure(layout, `error: its password file ${layout.passwordFile} is gone`);
  return `postgres://pomona:${password}@127.0.0.1:${port}/${database}`;
}

/** The running server once it answers with our password; null when none runs. */
async function adopt(layout: Layout): Promise<number | null> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const server = runningServer(layout);
    if (server === null) return null;
    if (server.status === 'ready' && (await ensureDatabase(layout, server.port))) return server.port;
    if (Date.now() > deadline)
      throw new Refusal(`The Postgres on ${layout.root} (process ${server.pid}) does not answer.`);
    await sleep(20);
  }
}

/** False when nobody answers there (yet). */
async function ensureDatabase(layout: Layout, port: number): Promise<boolean> {
  const sql = postgres(addressOf(layout, port, 'postgres'), { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = 'pomona'`;
    if (found.length === 0) await sql`create database pomona`;
    return true;
  } catch (error) {
    const code = systemCode(error);
    // Invalid password: neither waiting nor a restart would help.
    if (code === '28P01') throw failure(layout, 'error: it refuses the password that was stored with it');
    if (code === '53100') throw failure(layout, 'No space left on device');
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'CONNECTION_CLOSED' || code === '57P03')
      return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function firstHandle(layout: Layout): Promise<EmbeddedPostgres> {
  const server = readPidFile(layout);
  try {
    if (server === null || !(await ensureDatabase(layout, server.port))) {
      throw failure(layout, 'error: it does not answer');
    }
    return handleFor(layout, server.port, false);
  } catch (error) {
    if (server !== null) await stopServer(server.pid);
    throw error;
  }
}

/**
 * Starts the Postgres of `dataDir`, or adopts the one that runs there already (whoever started it).
 * Several processes may ask at once. Throws a `Refusal` that says what is wrong in one sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(options.dataDir);
  mkdirSync(layout.root, { recursive: true, mode: 0o700 });
  const release = await waitForLock(layout.lockFile, { timeoutMs: lockTimeoutMs });
  try {
    const running = await adopt(layout);
    if (running !== null) return handleFor(layout, running, true);
    const settings = { durable: options.durable ?? true, maxConnections: options.maxConnections ?? 100 };
    const runner = chooseRunner(layout.root);
    prepareOwnership(layout, runner);
    if (readTextFile(join(layout.cluster, 'PG_VERSION')) === null) initCluster(layout, runner, settings.durable);
    await startServer(layout, runner, settings);
    return await firstHandle(layout);
  } finally {
    release();
  }
}

/** Adopts the Postgres that runs on `dataDir`; null when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres | null> {
  const layout = layoutOf(dataDir);
  if (readPidFile(layout) === null) return null;
  const release = await waitForLock(layout.lockFile, { timeoutMs: lockTimeoutMs });
  try {
    const port = await adopt(layout);
    return port === null ? null : handleFor(layout, port, true);
  } finally {
    release();
  }
}
