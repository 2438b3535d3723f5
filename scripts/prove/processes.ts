import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Errand, Outcome } from './shopper';

export type Shopper = {
  /** What came of it; null when the process died before it could say. */
  run(errand: Errand): Promise<Outcome | null>;
  kill(): Promise<void>;
};

/** A process that buys. What it says to Postgres goes under `name`. */
export async function startShopper(name: string, env: Record<string, string>): Promise<Shopper> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'shopper.ts'), [], {
    env: { ...process.env, ...env, SHOPPER_NAME: name },
  });
  const waiting = new Map<number, (outcome: Outcome | null) => void>();
  let count = 0;
  const ended = once(child, 'exit').then(() => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error('a shopper ended before it began')));
    child.on('message', (message: 'ready' | { id: number; outcome: Outcome }) => {
      if (message === 'ready') return resolve();
      waiting.get(message.id)?.(message.outcome);
      waiting.delete(message.id);
    });
  });
  return {
    run: (errand) =>
      new Promise((resolve) => {
        const id = count++;
        if (child.exitCode !== null || child.signalCode !== null) return resolve(null);
        waiting.set(id, resolve);
        child.send({ id, errand }, (error) => {
          if (error) resolve(null);
        });
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
