import { requireDb } from '@/lib/database';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { type RunningWorker, runWorker } from './index';

const store = globalThis as typeof globalThis & {
  pomonaWorker?: RunningWorker;
  /** Called by the server when it shuts down. */
  __pomonaStopWorker?: () => Promise<void>;
};

/** The worker inside the web process, unless the settings leave the work to others; started at most once however often this module is loaded. */
export function startEmbeddedWorker(): void {
  if (store.pomonaWorker || !env().POMONA_WORKER) return;
  const worker = runWorker({
    db: requireDb(),
    databaseUrl: env().DATABASE_URL,
    amqpUrl: env().AMQP_URL,
    log: logger(),
  });
  store.pomonaWorker = worker;
  store.__pomonaStopWorker = () => worker.stop();
}
