import { setTimeout as sleep } from 'node:timers/promises';
import { accountHandlers } from '@/lib/accounts/handlers';
import { catalogHandlers } from '@/lib/catalog/handlers';
import { purchaseHandlers } from '@/lib/purchases/handlers';
import { publishingHandlers } from '@/lib/publishing/handlers';
import { reviewHandlers } from '@/lib/reviews/handlers';
import { integrityHandlers } from '@/lib/integrity/handlers';
import { moderationHandlers } from '@/lib/moderation/handlers';
import { analyticsHandlers } from '@/lib/analytics/handlers';
import { searchHandlers } from '@/lib/search/handlers';
import type { Ctx } from '@/lib/context';
import type { Consumer } from '@/lib/events/broker';
import { subscriptionsOf } from '@/lib/events/consume';
import type { AnyHandler } from '@/lib/events/handler';
import { readPausedQueues } from '@/lib/events/pauses';
import { openBroker } from '@/lib/events/open-broker';
import { queues } from '@/lib/events/queues';
import { mailHandlers } from '@/lib/mail/handlers';
import { runJobs } from '@/lib/events/schedule/run-jobs';
import { beat } from '@/lib/events/heartbeat';
import { accountJobs } from '@/lib/accounts/jobs';
import { eventJobs } from '@/lib/events/jobs';
import { mailJobs } from '@/lib/mail/jobs';
import { integrityJobs } from '@/lib/integrity/jobs';
import { moderationJobs } from '@/lib/moderation/jobs';
import { paymentJobs } from '@/lib/payments/jobs';
import { publishingJobs } from '@/lib/publishing/jobs';
import { purchaseJobs } from '@/lib/purchases/jobs';
import { searchJobs } from '@/lib/search/jobs';
import { reviewJobs } from '@/lib/reviews/jobs';
import type { Job } from '@/lib/events/schedule/job';

const handlers: readonly AnyHandler[] = [
  ...purchaseHandlers,
  ...catalogHandlers,
  ...publishingHandlers,
  ...reviewHandlers,
  ...integrityHandlers,
  ...accountHandlers,
  ...moderationHandlers,
  ...analyticsHandlers,
  ...mailHandlers,
  ...searchHandlers,
];

const jobs: readonly Job[] = [
  ...eventJobs,
  ...purchaseJobs,
  ...accountJobs,
  ...mailJobs,
  ...paymentJobs,
  ...publishingJobs,
  ...reviewJobs,
  ...integrityJobs,
  ...moderationJobs,
  ...searchJobs,
];

const stopMs = 25_000;
const retryMs = 2_000;
const pausesMs = 2_000;

export type RunningWorker = {
  /** Resolves when events are being taken. */
  ready: Promise<void>;
  /** Takes no new work and waits at most 25 s for what is running. */
  stop(): Promise<void>;
};

const inTime = (work: Promise<void>) => Promise.race([work, sleep(stopMs, undefined, { ref: false })]);

/** In words for admins, without addresses that may hold a password. */
const describe = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? `the broker cannot be reached (${error.code})`
    : 'the broker cannot be reached';

type Options = Pick<Ctx, 'log'> & {
  db: Parameters<typeof subscriptionsOf>[1]['db'];
  databaseUrl: string;
  amqpUrl?: string | undefined;
  signal?: AbortSignal;
};

/** Takes events of every queue until it is stopped. A database that is away is waited for, at start and later. */
export function runWorker({ db, databaseUrl, amqpUrl, log, signal }: Options): RunningWorker {
  const stopping = new AbortController();
  const broker = openBroker({ databaseUrl, amqpUrl, db, log });
  let running: Consumer | null = null;
  let problem: string | null = 'starting';
  const consumer = connect();
  const scheduling = runJobs({ db, jobs, log, signal: stopping.signal });
  const living = new AbortController();
  const beating = beat({
    db,
    log,
    broker: amqpUrl === undefined ? 'postgres' : 'rabbitmq',
    problem: () => problem ?? running?.problem() ?? null,
    signal: living.signal,
  });

  async function connect(): Promise<Consumer | null> {
    while (!stopping.signal.aborted) {
      try {
        running = await broker.consume(subscriptionsOf(handlers, { db, log }));
        problem = null;
        void followPauses(running);
        return running;
      } catch (error) {
        problem = describe(error);
        log.warn({ err: error }, 'the worker cannot start yet');
        await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return null;
  }

  /** Does what admins say about queues, until the worker stops. */
  async function followPauses(running: Consumer): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const paused = await readPausedQueues(db);
        for (const { name } of queues) await running.setPaused(name, paused.has(name));
      } catch (error) {
        log.debug({ err: error }, 'cannot read which queues are paused');
      }
      await sleep(pausesMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopping.abort();
    stopped ??= Promise.all([consumer.then((one) => one?.stop(stopMs)), inTime(scheduling)]).then(() => {
      living.abort();
      return beating;
    });
    return stopped;
  };
  signal?.addEventListener('abort', () => {
    stop().catch((error: unknown) => log.error({ err: error }, 'the worker did not stop cleanly'));
  });
  return { ready: consumer.then(() => undefined), stop };
}
