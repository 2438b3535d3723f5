import { sql } from 'drizzle-orm';
import { type Clock, fromDrizzle, type Job, PgBoss } from 'pg-boss';
import type { Tx } from '@/db/client';
import type { Logger } from '@/lib/logger';
import { type Broker, type Consumer, type Delivery, type Outcome, retryDelaysOf, type Subscription } from './broker';
import type { EventType, Message } from './events';

const pollingSeconds = 1;

/** Sending needs no timers, and a timer would keep a script alive that has published something. */
const timeless: Clock = {
  now: () => Date.now(),
  setTimeout: () => null,
  clearTimeout: () => {},
  setInterval: () => null,
  clearInterval: () => {},
};

const store = globalThis as typeof globalThis & { pomonaSender?: Promise<PgBoss> };

/** Learns the queues through the first transaction that sends, and keeps them. */
function sender(tx: Tx): Promise<PgBoss> {
  store.pomonaSender ??= new PgBoss({
    db: fromDrizzle(tx, sql),
    clock: timeless,
    migrate: false,
    supervise: false,
    schedule: false,
  }).start();
  return store.pomonaSender;
}

export async function sendInTransaction(tx: Tx, queue: EventType, message: Message): Promise<void> {
  try {
    const boss = await sender(tx);
    await boss.send(queue, message, { id: message.id, db: fromDrizzle(tx, sql) });
  } catch (error) {
    store.pomonaSender = undefined;
    throw error;
  }
}

/** The queue in Postgres, with a small pool of its own for consuming. */
export function pgBossBroker({ databaseUrl, log }: { databaseUrl: string; log: Logger }): Broker {
  return {
    send: sendInTransaction,

    async consume(subscriptions) {
      const boss = new PgBoss({
        connectionString: databaseUrl,
        application_name: 'pomona-worker',
        max: 3,
        migrate: false,
        schedule: false,
        superviseIntervalSeconds: 5,
        monitorIntervalSeconds: 5,
      });
      boss.on('error', (error) => log.warn({ err: error }, 'queue error'));
      boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue warning'));
      try {
        await boss.start();
        for (const subscription of subscriptions) await subscribe(boss, subscription);
      } catch (error) {
        await boss.stop({ graceful: false });
        throw error;
      }
      return { stop: (timeoutMs) => boss.stop({ graceful: true, timeout: timeoutMs }) } satisfies Consumer;
    },
  };
}

async function subscribe(boss: PgBoss, { queue, batchSize, receive }: Subscription): Promise<void> {
  const options = {
    batchSize,
    burstWhenBatchFull: batchSize > 1,
    pollingIntervalSeconds: pollingSeconds,
    notifyPollingIntervalSeconds: pollingSeconds,
    perJobResults: true,
  } as const;
  await boss.work<object, unknown, typeof options>(queue, options, async (jobs) => {
    const outcomes = await receive(jobs.map((job): Delivery => ({ data: job.data, attempt: job.retryCount })));
    await postponeRetries(boss, queue, jobs, outcomes);
    return jobs.map((job, i) => settlement(job, outcomes[i]));
  });
}

/** The library knows one delay or random ones; a failed message waits for exactly the next of ours. */
async function postponeRetries(
  boss: PgBoss,
  queue: EventType,
  jobs: Job<object>[],
  outcomes: Outcome[],
): Promise<void> {
  for (const [i, job] of jobs.entries()) {
    const outcome = outcomes[i];
    const delaySeconds = retryDelaysOf(queue)[job.retryCount];
    if (outcome?.result !== 'retry' || delaySeconds === undefined) continue;
    await boss.fail(queue, { id: job.id, retryCount: job.retryCount }, { message: outcome.error });
    await boss.update(queue, undefined, { id: job.id, startAfter: delaySeconds });
  }
}

function settlement(job: Job<object>, outcome: Outcome | undefined) {
  if (outcome?.result === 'done') return { id: job.id, status: 'completed' as const };
  return {
    id: job.id,
    // A retry was settled already, and this finds nothing left to do.
    status: outcome?.result === 'reject' ? ('deadletter' as const) : ('failed' as const),
    output: { message: outcome?.error ?? 'not handled' },
  };
}
