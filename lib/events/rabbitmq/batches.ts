import { setImmediate as soon, setTimeout as sleep } from 'node:timers/promises';
import type { ChannelModel, ConsumeMessage } from 'amqplib';
import type { Logger } from '@/lib/logger';

const pauseAfterFailureMs = 1_000;

type Options = {
  model: ChannelModel;
  queueName: string;
  /** Most messages that this consumer has in hand. */
  prefetch: number;
  batchSize: number;
  /** Resolves when nothing of the batch is left to do; on rejection all of it is delivered again. */
  handle(messages: ConsumeMessage[]): Promise<void>;
  log: Logger;
};

export type BatchConsumer = {
  setPaused(isPaused: boolean): Promise<void>;
  /** Takes nothing more, and resolves when what is running has ended. */
  stop(): Promise<void>;
};

/** Consumes a queue in batches of what has arrived, one batch at a time, each acknowledged when it is done. */
export async function consumeBatches({
  model,
  queueName,
  prefetch,
  batchSize,
  handle,
  log,
}: Options): Promise<BatchConsumer> {
  const channel = await model.createChannel();
  // A channel that breaks takes its connection with it, and both come back together.
  const reconnect = () => void model.close().catch(() => undefined);
  channel.on('error', (error) => {
    log.warn({ err: error, queue: queueName }, 'RabbitMQ closed a channel');
    reconnect();
  });
  await channel.prefetch(prefetch);

  let arrived: ConsumeMessage[] = [];
  let running: Promise<void> | null = null;
  let tag: string | null = null;

  function receive(message: ConsumeMessage | null): void {
    if (message === null) {
      // Somebody deleted the queue.
      reconnect();
      return;
    }
    arrived.push(message);
    running ??= work().finally(() => {
      running = null;
    });
  }

  async function work(): Promise<void> {
    // What came in the same packet belongs to the same batch.
    await soon();
    while (arrived.length > 0 && tag !== null) await settle(arrived.splice(0, batchSize));
    release();
  }

  async function settle(batch: ConsumeMessage[]): Promise<void> {
    const last = batch.at(-1) as ConsumeMessage;
    try {
      await handle(batch);
      onOpenChannel(() => channel.ack(last, true));
    } catch (error) {
      log.warn({ err: error, queue: queueName }, 'messages go back to their queue');
      await sleep(pauseAfterFailureMs);
      onOpenChannel(() => channel.nack(last, true, true));
    }
  }

  /** Gives back what nobody has begun. */
  function release(): void {
    const unhandled = arrived;
    arrived = [];
    onOpenChannel(() => {
      for (const message of unhandled) channel.nack(message, false, true);
    });
  }

  /** On a channel that is gone there is nothing to settle: its messages are in their queue again. */
  function onOpenChannel(action: () => void): void {
    try {
      action();
    } catch (error) {
      log.debug({ err: error, queue: queueName }, 'the channel is gone');
    }
  }

  async function take(): Promise<void> {
    // Messages may come before the answer does.
    tag = `${queueName}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    await channel.consume(queueName, receive, { consumerTag: tag });
  }

  async function leave(): Promise<void> {
    const old = tag;
    tag = null;
    if (old !== null) await channel.cancel(old);
    await running;
    release();
  }

  return {
    setPaused: async (isPaused) => {
      if (isPaused === (tag === null)) return;
      await (isPaused ? leave() : take());
    },
    stop: leave,
  };
}
