import { keepClock } from '@/lib/clock';
import { closeDb, requireDb } from '@/lib/database';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { runWorker } from '@/worker';
import { openDatabase } from './database';
import { explain } from './environment';
import { migrate } from './migrate';
import { say } from './progress';
import { serveWorkerMetrics } from './worker-metrics';

// npm run worker: takes events until it is told to stop; several may run at once, on as many machines as wanted.

async function main(): Promise<void> {
  const { url, close } = await openDatabase();
  let stopServing: (() => void) | undefined;
  try {
    const port = env().WORKER_METRICS_PORT;
    if (port) stopServing = await serveWorkerMetrics({ host: env().HOST, port, db: requireDb(), log: logger() });
    await migrate(url);
    await keepClock(requireDb());
    const worker = runWorker({
      db: requireDb(),
      databaseUrl: env().DATABASE_URL,
      amqpUrl: env().AMQP_URL,
      log: logger(),
    });
    const told = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
      process.on('disconnect', () => resolve());
    });
    await Promise.race([worker.ready, told]);
    say('The worker takes events. Ctrl-C stops it.');
    await told;
    say('Stopping …');
    await worker.stop();
  } finally {
    stopServing?.();
    await closeDb();
    await close();
  }
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
