import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelModel, connect } from 'amqplib';
import type { Db } from '@/db/client';
import type { Logger } from '@/lib/logger';
import type { Broker, Consumer, Delivery, Outcome, Subscription } from '../broker';
import { isMessage } from '../events';
import { sendInTransaction } from '../outbox';
import { pgBossBroker } from '../pg-boss';
import type { Queue } from '../queues';
import { type Link, openLink } from './link';
import { keepRelayed, markUnsure, type Relayed } from './relayed';

const heartbeatSeconds = 10;
const longestDelayMs = 10_000;
const relayBatch = 1_000;

type Options = { amqpUrl: string; databaseUrl: string; db: Db; log: Logger };

/**
 * RabbitMQ as the transport. Messages are sent into the queue in Postgres, as everywhere; a relay moves them to a table of
 * what is under way and hands them to RabbitMQ. While RabbitMQ is away they stay where they are.
 */
export function rabbitBroker(options: Options): Broker {
  return { send: sendInTransaction, consume: (subscriptions) => consume(options, subscriptions) };
}

async function consume({ amqpUrl, databaseUrl, db, log }: Options, subscriptions: readonly Subscription[]) {
  const paused = new Set<string>();
  let link: Link | null = null;
  const connection = await connect(withHeartbeat(amqpUrl), {
    timeout: longestDelayMs,
    recovery: {
      waitForConnect: false,
      initialMaxRetries: 0,
      maxDelay: longestDelayMs,
      setup: async (model: ChannelModel) => {
        const opened = await openLink({ model, db, log, subscriptions, isPaused: (name) => paused.has(name) });
        model.on('close', opened.close);
        link = opened;
      },
    },
  });
  connection.on('error', (error) => log.debug({ err: error }, 'RabbitMQ'));
  connection.on('disconnect', (error) => {
    log.warn({ err: error }, 'RabbitMQ is away; events stay in Postgres');
    link = null;
    void follow();
  });
  connection.on('connect', () => {
    log.info('RabbitMQ is there');
    void follow();
  });
  await connection.waitForConnect();

  const relaying = subscriptions.map(
    ({ queue }): Subscription => ({
      queue,
      batchSize: relayBatch,
      receive: (deliveries) => relay(queue, deliveries),
    }),
  );
  let relayConsumer: Consumer | null = null;
  try {
    relayConsumer = await pgBossBroker({ databaseUrl, db, log }).consume(relaying);
  } catch (error) {
    await connection.close();
    throw error;
  }

  const handing = new Map<string, Promise<void>>();

  async function hand(queue: Queue, relayed: readonly Relayed[]): Promise<void> {
    try {
      if (link !== null) return await link.hand(queue, relayed);
      await markUnsure(
        db,
        relayed.map(({ message }) => message.id),
      );
    } catch (error) {
      // Postgres is away, and knows when these are due.
      log.warn({ err: error }, 'messages that RabbitMQ may not have are handed over again when they are due');
    }
  }

  /** Moves messages out of the queue in Postgres. What RabbitMQ did not confirm is handed over again later. */
  async function relay(queue: Queue, deliveries: Delivery[]): Promise<Outcome[]> {
    const relayed = deliveries.flatMap(({ data, priority, sentAt }): Relayed[] =>
      isMessage(data) ? [{ message: data, priority, sentAt }] : [],
    );
    if (relayed.length > 0) {
      await keepRelayed(db, queue, relayed);
      // They are safe: while RabbitMQ confirms these the next ones are fetched.
      await handing.get(queue.name);
      handing.set(queue.name, hand(queue, relayed));
    }
    return deliveries.map(({ data }) =>
      isMessage(data) ? { result: 'done' } : { result: 'reject', error: 'not a message of this queue' },
    );
  }

  // One change after the other: pauses come from people and from the connection.
  let changing = Promise.resolve();
  function follow(): Promise<void> {
    changing = changing
      .then(async () => {
        for (const { queue } of subscriptions) {
          const isPaused = paused.has(queue.name);
          await relayConsumer?.setPaused(queue.name, isPaused || link === null);
          await link?.setPaused(queue.name, isPaused);
        }
      })
      .catch((error: unknown) => log.warn({ err: error }, 'a queue could not be paused or resumed'));
    return changing;
  }

  return {
    async setPaused(name: string, isPaused: boolean) {
      if (paused.has(name) === isPaused) return;
      if (isPaused) paused.add(name);
      else paused.delete(name);
      await follow();
    },
    problem: () => (link === null ? 'RabbitMQ is away; events wait in Postgres' : null),
    async stop(timeoutMs: number) {
      const relayed = relayConsumer.stop(timeoutMs).then(() => Promise.all(handing.values()));
      const ended = Promise.all([relayed, link?.stop()]);
      await Promise.race([ended, sleep(timeoutMs, undefined, { ref: false })]);
      await connection.close();
    },
  } satisfies Consumer;
}

/** A server that hangs is given up after two of these. */
function withHeartbeat(amqpUrl: string): string {
  const url = new URL(amqpUrl);
  if (!url.searchParams.has('heartbeat')) url.searchParams.set('heartbeat', String(heartbeatSeconds));
  return url.href;
}
