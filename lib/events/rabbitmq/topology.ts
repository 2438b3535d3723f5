import type { Channel, Options } from 'amqplib';
import type { Queue } from '../queues';

export const eventsExchange = 'app-store.events';
const deadLetterExchange = 'app-store.dlx';
export const deadLetterQueue = 'app-store.dead-letters';

const delayName = (seconds: number) => `app-store.delay.${seconds}s`;

const highestPriority = 10;

/** The exchange that holds a message until its attempt after `attempt` is due; null after the last. */
export const delayExchange = ({ retryDelaysSeconds }: Queue, attempt: number): string | null =>
  retryDelaysSeconds[attempt] === undefined ? null : delayName(retryDelaysSeconds[attempt]);

/**
 * Declares everything that messages of these queues meet, all durable. A message that waits too long in its queue goes
 * through the dead letter exchange; a failed one waits in the queue of its delay, whose time is up for all in their
 * order, and comes back by the routing key it kept. Twice changes nothing.
 */
export async function declareTopology(channel: Channel, queues: readonly Queue[]): Promise<void> {
  const durable = { durable: true };
  await channel.assertExchange(eventsExchange, 'direct', durable);
  await channel.assertExchange(deadLetterExchange, 'fanout', durable);
  await channel.assertQueue(deadLetterQueue, durable);
  await channel.bindQueue(deadLetterQueue, deadLetterExchange, '');
  for (const { name, hasPriority } of queues) {
    const options: Options.AssertQueue = { ...durable, deadLetterExchange };
    await channel.assertQueue(name, hasPriority ? { ...options, maxPriority: highestPriority } : options);
    await channel.bindQueue(name, eventsExchange, name);
  }
  for (const seconds of new Set(queues.flatMap(({ retryDelaysSeconds }) => retryDelaysSeconds))) {
    const name = delayName(seconds);
    await channel.assertExchange(name, 'fanout', durable);
    await channel.assertQueue(name, { ...durable, messageTtl: seconds * 1000, deadLetterExchange: eventsExchange });
    await channel.bindQueue(name, name, '');
  }
}
