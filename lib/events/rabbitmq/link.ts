import type { ChannelModel, ConsumeMessage, Options as AmqpOptions } from 'amqplib';
import type { Db } from '@/db/client';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import type { Subscription } from '../broker';
import { expiredText, isExpired, type Queue } from '../queues';
import { consumeBatches } from './batches';
import { type Envelope, isOurs, type Ours, open, seal } from './envelope';
import {
  buryRelayed,
  countRedeliveries,
  type Dead,
  forgetRelayed,
  markUnsure,
  type Relayed,
  readRelayed,
  takeOverdue,
} from './relayed';
import { deadLetterQueue, declareTopology, delayExchange, eventsExchange } from './topology';

const overdueMs = 5_000;
const overdueBatch = 500;
const deadLetterBatch = 100;

/** A message with which so many workers went away is taken for the reason. */
const mostRedeliveries = 20;

/** What there is as long as one connection holds. */
export type Link = {
  /** Publishes messages that are kept already; those that are not confirmed are marked. */
  hand(queue: Queue, relayed: readonly Relayed[]): Promise<void>;
  setPaused(queueName: string, isPaused: boolean): Promise<void>;
  /** Takes nothing more and resolves when what is running has ended. */
  stop(): Promise<void>;
  /** Lets go of what outlives the connection. */
  close(): void;
};

type Options = {
  model: ChannelModel;
  db: Db;
  log: Logger;
  subscriptions: readonly Subscription[];
  isPaused(queueName: string): boolean;
};

export async function openLink({ model, db, log, subscriptions, isPaused }: Options): Promise<Link> {
  model.on('error', (error) => log.debug({ err: error }, 'RabbitMQ'));
  const channel = await model.createConfirmChannel();
  channel.on('error', (error) => {
    log.warn({ err: error }, 'RabbitMQ closed a channel');
    model.close().catch(() => undefined);
  });
  const queues = subscriptions.map(({ queue }) => queue);
  await declareTopology(channel, queues);

  /** Resolves when RabbitMQ has the message for good. */
  const publish = (exchange: string, key: string, sealed: { content: Buffer; options: AmqpOptions.Publish }) =>
    new Promise<void>((resolve, reject) => {
      channel.publish(exchange, key, sealed.content, sealed.options, (error) => (error ? reject(error) : resolve()));
    });

  async function hand(queue: Queue, relayed: readonly Relayed[]): Promise<void> {
    // A consumer that waits takes the first that comes.
    const inOrder = queue.hasPriority ? relayed.toSorted((a, b) => b.priority - a.priority) : relayed;
    const results = await Promise.allSettled(
      inOrder.map((one) => publish(eventsExchange, queue.name, seal(queue, one, 0))),
    );
    const unsure = inOrder.filter((_, i) => results[i]?.status === 'rejected').map(({ message }) => message.id);
    if (unsure.length > 0) await markUnsure(db, unsure);
  }

  async function handle({ queue, receive }: Subscription, messages: ConsumeMessage[]): Promise<void> {
    const envelopes = messages.map(open);
    const seenBefore = envelopes.filter((_, i) => messages[i]?.fields.redelivered).map(({ id }) => id);
    const redeliveries = await countRedeliveries(db, seenBefore);
    const dead: Dead[] = [];
    const expired: Envelope[] = [];
    const live: Ours[] = [];
    for (const envelope of envelopes) {
      if (!isOurs(envelope)) dead.push(death(envelope, 'rejected', 'not a message of this queue'));
      else if (isExpired(queue, envelope.sentAt)) expired.push(envelope);
      else if ((redeliveries.get(envelope.id) ?? 0) > mostRedeliveries) {
        dead.push(death(envelope, 'failed', `${mostRedeliveries} workers went away with it`));
      } else live.push(envelope);
    }
    const outcomes = live.length === 0 ? [] : await receive(live);
    const done: string[] = [];
    const again: Promise<void>[] = [];
    for (const [i, envelope] of live.entries()) {
      const outcome = outcomes[i] ?? { result: 'retry', error: 'not handled' };
      const delay = outcome.result === 'retry' ? delayExchange(queue, envelope.attempt) : null;
      if (outcome.result === 'done') done.push(envelope.id);
      else if (delay === null) {
        const reason = outcome.result === 'reject' ? 'rejected' : 'failed';
        dead.push({ ...death(envelope, reason, outcome.error), attempts: envelope.attempt + 1 });
      } else again.push(publish(delay, queue.name, seal(queue, envelope, envelope.attempt + 1)));
    }
    dead.push(...(await deathsOf(queue, expired)));
    await Promise.all([forgetRelayed(db, done), buryRelayed(db, queue.name, dead), ...again]);
  }

  /** What RabbitMQ itself has found to be too old. */
  async function handleDead(messages: ConsumeMessage[]): Promise<void> {
    const byQueue = Map.groupBy(messages.map(open), ({ queue }) => queue);
    for (const [name, envelopes] of byQueue) {
      const queue = queues.find((one) => one.name === name);
      const foreign = queue ? envelopes.filter((one) => !isOurs(one)) : envelopes;
      const deaths = foreign.map((envelope) => death(envelope, 'rejected', 'not a message of this queue'));
      if (queue) deaths.push(...(await deathsOf(queue, envelopes.filter(isOurs))));
      await buryRelayed(db, name, deaths);
    }
  }

  /** A copy that came too late, of a message that was handled or buried, is no death. */
  async function deathsOf(queue: Queue, expired: readonly Envelope[]): Promise<Dead[]> {
    const waiting = await readRelayed(
      db,
      expired.map(({ id }) => id),
    );
    return expired.filter(({ id }) => waiting.has(id)).map((one) => death(one, 'expired', expiredText(queue)));
  }

  async function sendOverdue(): Promise<void> {
    for (const queue of queues) {
      const { messageCount } = await channel.checkQueue(queue.name);
      metrics.rabbitmqQueueDepth.set({ queue: queue.name }, messageCount);
      if (isPaused(queue.name)) continue;
      let found = overdueBatch;
      while (found === overdueBatch) {
        const overdue = await takeOverdue(db, queue, { isWaiting: messageCount > 0, limit: overdueBatch });
        if (overdue.length > 0) log.info({ queue: queue.name, count: overdue.length }, 'handed to RabbitMQ again');
        await hand(queue, overdue);
        found = overdue.length;
      }
    }
  }

  const consumers = new Map(
    await Promise.all(
      subscriptions.map(async (subscription) => {
        const { queue, batchSize } = subscription;
        const options = { model, log, queueName: queue.name, prefetch: queue.prefetch, batchSize };
        const consumer = await consumeBatches({ ...options, handle: (messages) => handle(subscription, messages) });
        await consumer.setPaused(isPaused(queue.name));
        return [queue.name, consumer] as const;
      }),
    ),
  );
  const buried = { queueName: deadLetterQueue, prefetch: deadLetterBatch, batchSize: deadLetterBatch };
  const undertaker = await consumeBatches({ model, log, ...buried, handle: handleDead });
  await undertaker.setPaused(false);

  let sending: Promise<void> | null = null;
  const look = () => {
    sending ??= sendOverdue()
      .catch((error: unknown) => log.debug({ err: error }, 'late messages wait for another look'))
      .finally(() => {
        sending = null;
      });
  };
  const looking = setInterval(look, overdueMs);
  look();

  return {
    hand,
    setPaused: async (name, isPausedNow) => consumers.get(name)?.setPaused(isPausedNow),
    stop: async () => {
      clearInterval(looking);
      await Promise.all([...consumers.values(), undertaker].map((consumer) => consumer.stop()));
      await sending;
    },
    close: () => clearInterval(looking),
  };
}

const death = ({ id, message, data, attempt }: Envelope, reason: Dead['reason'], error: string): Dead => ({
  id,
  message: message ?? data,
  reason,
  error,
  attempts: attempt,
});
