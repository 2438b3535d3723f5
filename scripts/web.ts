import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryDir, type Variables } from './environment';
import { Refusal } from './refusal';

export interface Web {
  /** Resolves when the process has ended, to what people should read about it. */
  ended: Promise<Refusal>;
  waitUntilHealthy(host: string, port: number): Promise<void>;
  stop(): Promise<void>;
}

const healthTimeoutMs = 120_000;
const stopTimeoutMs = 35_000;

/** The web server as a process of its own; it ends when this one does. */
export function startWeb(variables: Variables): Web {
  // On a terminal only problems are shown, so that the address and the accounts stay in sight.
  const logLevel = process.stdout.isTTY ? 'warn' : 'info';
  const child = spawn(process.execPath, ['--import', 'tsx', join(repositoryDir, 'scripts', 'serve.ts')], {
    cwd: repositoryDir,
    env: { LOG_LEVEL: logLevel, ...variables, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<Refusal>((resolve) => {
    child.on('error', (error) => resolve(new Refusal(`The web server cannot be started: ${error.message}.`)));
    child.on('exit', (code, signal) => {
      resolve(new Refusal(`The web server has ended (${signal ?? `status ${code}`}); its messages are above.`));
    });
  });
  return {
    ended,
    waitUntilHealthy: async (host, port) => {
      const outcome = await Promise.race([ended, poll(child, host, port)]);
      if (outcome !== null) throw outcome;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await ended;
      clearTimeout(killer);
    },
  };
}

async function poll(child: ChildProcess, host: string, port: number): Promise<Refusal | null> {
  // An unspecified address is one to listen on, not one to talk to.
  const target = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const deadline = Date.now() + healthTimeoutMs;
  let last = 'no answer';
  await new Promise((resolve) => child.once('message', resolve));
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://${target}:${port}/healthz`, { signal: AbortSignal.timeout(60_000) });
      await response.body?.cancel();
      if (response.status === 200) return null;
      last = `status ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(100);
  }
  return new Refusal(`The web server does not become healthy (${last}).`);
}
