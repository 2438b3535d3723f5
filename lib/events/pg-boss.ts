import { sql } from 'drizzle-orm';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Db, Tx } from '@/db/client';
import type { Logger } from '@/lib/logger';
import type { Broker, Consumer, Delivery, Outcome, Subscription } from './broker';
import { keepDeadLetters } from './dead-letters';
import { sendInTransaction, unsend } from './outbox';
import { expiredText, isExpired, type Queue, queues } from './queues';
import type { DeathReason } from './schema';
import { listenForWork } from './wake';

const daySeconds = 86_400;

/** Retries wait for a look, so this is the most that one is late. Of new messages workers are told. */
const pollingSeconds = 1;

/** A killed worker's messages are taken up again after this and one look of the supervisor. */
const handlingSeconds = 30;

/** Where the library puts what died, on its way to `dead_letters`. */
const deadLetterQueue = 'dead-letters';

const deadLetterBatch = 100;
const sweepRows = 1_000;
const sweepMs = 15_000;

/** Creates the queues or brings their settings up to date; safe to run in several processes at once. */
export async function createQueues(boss: PgBoss, all: readonly Queue[] = queues): Promise<void> {
  // The library deletes what waits too long. It is told to wait longer than any lifetime: `sweepExpired` comes first.
  const kept = { retentionSeconds: 365 * daySeconds, notify: false };
  await boss.createQueue(deadLetterQueue);
  await boss.updateQueue(deadLetterQueue, {
    ...kept,
    retryLimit: 1_000,
    retryDelay: 5,
    deleteAfterSeconds: daySeconds,
  });
  for (const { name, retryDelaysSeconds } of all) {
    await boss.createQueue(name);
    await boss.updateQueue(name, {
      ...kept,
      deadLetter: deadLetterQueue,
      retryLimit: retryDelaysSeconds.length,
      retryDelay: retryDelaysSeconds[0],
      expireInSeconds: handlingSeconds,
      deleteAfterSeconds: daySeconds,
    });
  }
}

/** The queue in Postgres, with a small pool of its own for consuming. `db` is where dead letters go. */
export function pgBossBroker({ databaseUrl, db, log }: { databaseUrl: string; db: Db; log: Logger }): Broker {
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
      boss.on('warning', (warning) => log.debug({ warning: warning.message }, 'queue warning'));
      const workers = workersOf(boss);
      try {
        await boss.start();
        await takeDeadLetters(boss, db);
        for (const subscription of subscriptions) await workers.start(subscription);
      } catch (error) {
        await boss.stop({ graceful: false });
        throw error;
      }
      const sweeping = setInterval(() => {
        sweepExpired(
          db,
          subscriptions.map(({ queue }) => queue),
        ).catch((error: unknown) => log.warn({ err: error }, 'messages that outlived their time are still there'));
      }, sweepMs);
      const unlisten = await listenForWork(db, workers.wake, log);
      return consumer(boss, workers, subscriptions, async () => {
        clearInterval(sweeping);
        await unlisten();
      });
    },
  };
}

/** The library's worker of each queue, which looks by itself every second. */
function workersOf(boss: PgBoss) {
  const ids = new Map<string, string>();
  return {
    start: async (subscription: Subscription) => {
      ids.set(subscription.queue.name, await subscribe(boss, subscription));
    },
    stop: async (queueName: string) => {
      ids.delete(queueName);
      await boss.offWork(queueName, { wait: false });
    },
    wake: (queueName: string) => {
      const id = ids.get(queueName);
      if (id !== undefined) boss.notifyWorker(id);
    },
  };
}

function consumer(
  boss: PgBoss,
  workers: ReturnType<typeof workersOf>,
  subscriptions: readonly Subscription[],
  onStop: () => Promise<void>,
): Consumer {
  const paused = new Set<string>();
  return {
    async setPaused(name, isPaused) {
      const subscription = subscriptions.find(({ queue }) => queue.name === name);
      if (!subscription || paused.has(name) === isPaused) return;
      if (isPaused) {
        paused.add(name);
        await workers.stop(name);
      } else {
        paused.delete(name);
        await workers.start(subscription);
      }
    },
    // Where Postgres is away nobody can ask.
    problem: () => null,
    async stop(timeoutMs) {
      await Promise.all([onStop().catch(() => undefined), boss.stop({ graceful: true, timeout: timeoutMs })]);
    },
  };
}

const working = {
  pollingIntervalSeconds: pollingSeconds,
  perJobResults: true,
  includeMetadata: true,
} as const;

async function subscribe(boss: PgBoss, { queue, batchSize, receive }: Subscription): Promise<string> {
  const options = { ...working, batchSize, burstWhenBatchFull: batchSize > 1 } as const;
  return boss.work<object, unknown, typeof options>(queue.name, options, async (jobs) => {
    const live = jobs.filter((job) => !isExpired(queue, job.createdOn));
    const received = await receive(live.map(deliveryOf));
    const outcomes = new Map(live.map((job, i) => [job.id, received[i]]));
    await postponeRetries(boss, queue, live, outcomes);
    return jobs.map((job) => settlement(queue, job, outcomes.get(job.id)));
  });
}

const deliveryOf = ({ data, retryCount, priority, createdOn }: JobWithMetadata<object>): Delivery => ({
  data,
  attempt: retryCount,
  priority,
  sentAt: createdOn,
});

/** The library knows one delay or random ones; a failed message waits for exactly the next of its queue. */
async function postponeRetries(
  boss: PgBoss,
  queue: Queue,
  jobs: readonly JobWithMetadata<object>[],
  outcomes: ReadonlyMap<string, Outcome | undefined>,
): Promise<void> {
  for (const job of jobs) {
    const outcome = outcomes.get(job.id);
    const delaySeconds = queue.retryDelaysSeconds[job.retryCount];
    if (outcome?.result !== 'retry' || delaySeconds === undefined) continue;
    await boss.fail(queue.name, { id: job.id, retryCount: job.retryCount }, { message: outcome.error });
    await boss.update(queue.name, undefined, { id: job.id, startAfter: delaySeconds });
  }
}

function settlement(queue: Queue, job: JobWithMetadata<object>, outcome: Outcome | undefined) {
  const { id } = job;
  const buried = (reason: DeathReason, message: string) => ({
    id,
    status: 'deadletter' as const,
    output: { reason, message },
  });
  if (outcome?.result === 'done') return { id, status: 'completed' as const };
  if (outcome?.result === 'reject') return buried('rejected', outcome.error);
  if (isExpired(queue, job.createdOn)) return buried('expired', expiredText(queue));
  // A retry was settled already, and this finds nothing left to do.
  const error = outcome?.error ?? 'not handled';
  return { id, status: 'failed' as const, output: { reason: 'failed' satisfies DeathReason, message: error } };
}

/** Moves what the library buried to where both brokers keep the dead. */
async function takeDeadLetters(boss: PgBoss, db: Db): Promise<void> {
  const options = { ...working, batchSize: deadLetterBatch, burstWhenBatchFull: true } as const;
  await boss.work<object, unknown, typeof options>(deadLetterQueue, options, async (jobs) => {
    await keepDeadLetters(db, jobs.map(letterOf));
    return jobs.map(({ id }) => ({ id, status: 'completed' as const }));
  });
}

function letterOf(job: JobWithMetadata<object>): Parameters<typeof keepDeadLetters>[1][number] {
  const { reason, message } = (job.sourceOutput ?? {}) as { reason?: DeathReason; message?: string };
  return {
    id: job.sourceId ?? job.id,
    queue: job.sourceName ?? job.name,
    message: job.data,
    reason: reason ?? 'failed',
    // Of an attempt that nobody ended the library keeps no words of ours.
    error: message ?? `its worker died, or took more than ${handlingSeconds} s`,
    attempts: (job.sourceRetryCount ?? 0) + 1,
    diedAt: job.createdOn,
  };
}

/**
 * Moves messages that have waited longer than their queue allows to the dead letters, also where nobody works on the
 * queue: the library would delete them in the end. Gives their number.
 */
export async function sweepExpired(db: Db, all: readonly Queue[]): Promise<number> {
  let moved = 0;
  for (const queue of all) {
    if (queue.lifetimeSeconds === null) continue;
    let found = sweepRows;
    while (found === sweepRows) {
      found = await db.transaction((tx) => sweepSome(tx, queue));
      moved += found;
    }
  }
  return moved;
}

async function sweepSome(tx: Tx, queue: Queue): Promise<number> {
  type Row = { id: string; data: unknown; retry_count: number };
  const rows = await tx.execute<Row>(sql`
    select id, data, retry_count from pgboss.job
    where name = ${queue.name} and state in ('created', 'retry')
      and created_on < now() - make_interval(secs => ${queue.lifetimeSeconds})
    order by created_on limit ${sweepRows} for update skip locked`);
  if (rows.length === 0) return 0;
  await keepDeadLetters(
    tx,
    rows.map(({ id, data, retry_count }) => ({
      id,
      queue: queue.name,
      message: data,
      reason: 'expired' as const,
      error: expiredText(queue),
      attempts: retry_count,
      diedAt: new Date(),
    })),
  );
  await unsend(
    tx,
    queue,
    rows.map(({ id }) => id),
  );
  return rows.length;
}
