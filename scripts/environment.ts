import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from '@/lib/env';
import { Refusal, systemCode } from './refusal';

export const repositoryDir = dirname(dirname(fileURLToPath(import.meta.url)));

export type Variables = Record<string, string> & { NODE_ENV: 'production' | 'development' };

export interface Settings {
  dataDir: string;
  port: number;
  host: string;
  publicUrl: string;
  /** No DATABASE_URL: Postgres, secret and demo store are ours. */
  isEmbedded: boolean;
  wantsDemo: boolean;
  /** What `lib/env.ts` reads; the database's address is known once it runs. */
  variables: Variables;
}

const minimumFreeBytes = 64 * 1024 * 1024;
const placeholderDatabase = 'postgres://localhost/pomona';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The environment wins over the file. */
export function loadDotEnv(): void {
  const file = join(repositoryDir, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Reads `.env` and the environment, which wins; makes the data directory and, in the embedded mode, the secret.
 * Reports every problem of the settings at once.
 */
export function readSettings(mode: 'production' | 'development'): Settings {
  loadDotEnv();
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value) given[name] = value;
  }
  const isEmbedded = given.DATABASE_URL === undefined;
  const problems: string[] = [];
  const portText = given.PORT ?? '3000';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  const isPort = port >= 1 && port <= 65_535;
  if (!isPort) problems.push(`PORT is "${portText}", which is not a port: use a number from 1 to 65535`);
  const host = given.HOST ?? '127.0.0.1';
  const dataDir = resolve(repositoryDir, given.POMONA_DATA_DIR ?? '.pomona');
  const embedded = {
    PUBLIC_URL: `http://localhost:${isPort ? port : 3000}`,
    DATABASE_URL: placeholderDatabase,
    POMONA_EMBEDDED: '1',
  };
  const variables: Variables = {
    ...(isEmbedded ? embedded : { POMONA_EMBEDDED: '0' }),
    HOST: host,
    ...given,
    PORT: String(port),
    NODE_ENV: mode,
    POMONA_DATA_DIR: dataDir,
  };
  const publicUrl = variables.PUBLIC_URL ?? '';
  if (isEmbedded && !/^(1|true)$/.test(given.POMONA_ALLOW_EMBEDDED ?? '')) {
    const without = 'without DATABASE_URL Pomona serves this machine only; set POMONA_ALLOW_EMBEDDED=1 if you mean it';
    if (!isLoopback(host)) problems.push(`HOST is "${host}", but ${without}`);
    if (URL.canParse(publicUrl) && (publicUrl.startsWith('https:') || !isLoopback(new URL(publicUrl).hostname))) {
      problems.push(`PUBLIC_URL is "${publicUrl}", but ${without}`);
    }
  }
  // A stand-in, so that the other settings are checked before the data directory is touched.
  const secret = isEmbedded ? { POMONA_SECRET: '-'.repeat(32) } : {};
  try {
    parseEnv({ ...secret, ...variables, PORT: '3000' });
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n').slice(1) : [];
    problems.push(...lines.map((line) => line.trim().replace(/Invalid input: .*received undefined/, 'must be set')));
  }
  if (problems.length === 1) throw new Refusal(`${problems[0]}.`);
  if (problems.length > 1)
    throw new Refusal(`These settings need attention:\n${problems.map((p) => `  ${p}`).join('\n')}`);
  prepareDataDir(dataDir);
  if (isEmbedded) variables.POMONA_SECRET ??= storedSecret(dataDir);
  const wantsDemo = given.POMONA_DEMO === undefined ? isEmbedded : /^(1|true)$/.test(given.POMONA_DEMO);
  variables.POMONA_DEMO = wantsDemo ? '1' : '0';
  return { dataDir, port, host, publicUrl, isEmbedded, wantsDemo, variables };
}

/** By hand, because Node's own recursion never ends where the file system refuses with ENOENT (/proc). */
function makeDirectory(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (!existsSync(dirname(path))) makeDirectory(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function prepareDataDir(dataDir: string): void {
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOSPC') throw error;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in its place' : 'this user may not write there';
    throw new Refusal(`The data directory ${dataDir} cannot be used (${reason}): set POMONA_DATA_DIR to another one.`);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < minimumFreeBytes) {
    throw new Refusal(`The disk is full: ${Math.floor((bavail * bsize) / 1024 / 1024)} MB are free for ${dataDir}.`);
  }
}

/** Signs sessions and tokens; made once and kept, so that people stay signed in. */
function storedSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  if (!existsSync(path)) {
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, randomBytes(32).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    } finally {
      unlinkSync(temporary);
    }
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new Refusal(`The file ${path} is damaged: remove it, and everyone signs in again.`);
  return secret;
}

/** One sentence about anything that was thrown, or null where only a stack helps. */
export function explain(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  const code = systemCode(error) ?? (error instanceof Error ? systemCode(error.cause) : null);
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return `The disk is full${path}.`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `This user may not write where it must${path}: if it belongs to another user, start as that one or chown it.`;
  }
  if (code === 'EROFS') return `The file system is read-only${path}.`;
  if (code === '28P01' || code === '3D000' || code === '28000') {
    return `The database refuses the address in DATABASE_URL: ${error instanceof Error ? error.message : code}.`;
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'CONNECT_TIMEOUT') {
    return 'The database in DATABASE_URL cannot be reached.';
  }
  return null;
}
