import { constants as osConstants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfNeeded } from './build';
import { loadDemoIfEmpty, readDemoAccounts } from './demo';
import { explain, readSettings, type Settings } from './environment';
import { keepWeb } from './keep-web';
import { tryLock } from './lock.mjs';
import { migrate } from './migrate';
import { requireFreePort } from './ports';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres';
import { say, step } from './progress';
import { Refusal } from './refusal';
import { startWeb, type Web } from './web';

type Mode = 'production' | 'development';

/** What has to be stopped, in the reverse order of its start. */
interface Running {
  interrupt: AbortController;
  postgres: Promise<EmbeddedPostgres> | null;
  web: Web | null;
  isReady: boolean;
}

/** Runs the store until a signal, or until it cannot be kept up: `npm start` and `npm run dev`. */
export function launch(mode: Mode): void {
  const running: Running = { interrupt: new AbortController(), postgres: null, web: null, isReady: false };
  let isEnding = false;
  const end = async (status: number) => {
    if (isEnding) return;
    isEnding = true;
    running.interrupt.abort();
    if (running.isReady) say('Stopping …');
    await running.web?.stop();
    const postgres = await running.postgres?.catch(() => null);
    await postgres?.stop();
    process.exit(status);
  };
  const onSignal = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => {
    void end(running.isReady ? 0 : 128 + osConstants.signals[signal]).catch(report);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal));
  if (process.channel) process.on('disconnect', () => onSignal('SIGTERM'));
  // The terminal may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const fail = (error: unknown) => {
    // What fails because it is being stopped is no news.
    if (isEnding) return;
    report(error);
    void end(1).catch(() => process.exit(1));
  };
  run(mode, running).then(fail, fail);
}

function report(error: unknown): void {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
}

/** Resolves, once the store has been served, to why it is not any more. */
async function run(mode: Mode, running: Running): Promise<Refusal> {
  const settings = readSettings(mode);
  if (settings.isEmbedded) claimDataDir(settings);
  await requireFreePort(settings.host, settings.port);
  const { signal } = running.interrupt;
  const databaseUrl = await openDatabase(settings, running);
  const variables = { ...settings.variables, DATABASE_URL: databaseUrl };
  await step('Updating the database', () => migrate(databaseUrl));
  signal.throwIfAborted();
  Object.assign(process.env, variables);
  if (settings.wantsDemo) await loadDemoIfEmpty(databaseUrl, settings.dataDir);
  signal.throwIfAborted();
  if (mode === 'production') {
    await step('Building the pages', (progress) => buildIfNeeded(variables, signal, progress));
    signal.throwIfAborted();
  }
  const web = startWeb(variables);
  running.web = web;
  await step('Starting the web server', () => web.waitUntilHealthy(settings.host, settings.port));
  running.isReady = true;
  announce(settings);
  // Either ends the store: a web server or a database that cannot be brought back.
  const lost = settings.isEmbedded ? keepDatabase(settings, running, databaseUrl) : new Promise<never>(() => undefined);
  const start = () => {
    running.web = startWeb(variables);
    return running.web;
  };
  const waitUntilHealthy = (one: Web) => one.waitUntilHealthy(settings.host, settings.port);
  return Promise.race([keepWeb({ web, start, waitUntilHealthy, signal, say }), lost]);
}

/** Starts Postgres again when it ends under us: requests fail meanwhile and recover by themselves. */
async function keepDatabase(settings: Settings, running: Running, databaseUrl: string): Promise<Refusal> {
  const { signal } = running.interrupt;
  for (;;) {
    await sleep(500, undefined, { signal });
    const postgres = await running.postgres;
    if (signal.aborted || postgres === null || postgres.isRunning()) continue;
    say('Postgres has ended; starting it again.');
    await postgres.stop();
    signal.throwIfAborted();
    running.postgres = startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres') });
    const { url } = await running.postgres;
    if (url !== databaseUrl) return new Refusal('Postgres had to move to another port: start Pomona again.');
  }
}

/** Two launchers on one data directory would fight over everything in it. */
function claimDataDir(settings: Settings): void {
  const lock = tryLock(join(settings.dataDir, 'launcher.lock'), settings.publicUrl);
  if (lock.holder === null) {
    process.on('exit', lock.release);
    return;
  }
  throw new Refusal(
    `Pomona is running on ${settings.dataDir} already, at ${lock.holder.note} (process ${lock.holder.pid}): stop it first, or set POMONA_DATA_DIR and PORT.`,
  );
}

async function openDatabase(settings: Settings, running: Running): Promise<string> {
  if (!settings.isEmbedded) return settings.variables.DATABASE_URL ?? '';
  const starting = startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres') });
  running.postgres = starting;
  const { url } = await step('Starting Postgres', () => starting);
  return url;
}

function announce(settings: Settings): void {
  const lines = ['', `Pomona is running at ${settings.publicUrl}`, ''];
  const accounts = settings.wantsDemo ? readDemoAccounts(settings.dataDir) : [];
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    lines.push('Demo accounts:');
    lines.push(...accounts.map((one) => `  ${one.role.padEnd(10)} ${one.email.padEnd(width)}  ${one.password}`), '');
  }
  lines.push(`Data is in ${settings.dataDir}. Ctrl-C stops it.`, '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
