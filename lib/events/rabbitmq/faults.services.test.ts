import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { deadLetters, relayedMessages } from '@/db/schema';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { messageOf, until } from '@/tests/events/messages';
import { testRabbit } from '@/tests/rabbitmq';
import type { Outcome } from '../broker';
import type { Message } from '../events';
import type { Queue } from '../queues';
import { rabbitBroker } from './broker';

const database = testDatabase();
const rabbit = testRabbit(database);

const broker = () =>
  rabbitBroker({ amqpUrl: rabbit.server.url, databaseUrl: database.url, db: database.db, log: logger() });

async function newQueue(policy: Partial<Queue> = {}): Promise<Queue> {
  const usual = { lifetimeSeconds: 600, retryDelaysSeconds: [1], prefetch: 10, hasPriority: false };
  const queue = { name: `test.${newId()}`, ...usual, ...policy };
  await rabbit.create(queue);
  return queue;
}

const send = (queue: Queue, ...messages: Message[]) =>
  database.db.transaction(async (tx) => {
    for (const message of messages) await broker().send(tx, queue, message);
  });

/** Ids of what arrives; `work` may take its time or decide otherwise than done. */
async function consume(queue: Queue, work: () => Promise<Outcome> = async () => ({ result: 'done' })) {
  const seen: string[] = [];
  const consumer = await broker().consume([
    {
      queue,
      batchSize: 1,
      receive: async (deliveries) => {
        seen.push(...deliveries.map(({ data }) => (data as Message).id));
        return [await work()];
      },
    },
  ]);
  onTestFinished(() => consumer.stop(1_000));
  return { seen, consumer };
}

/** Does something to the server with a connection of its own. */
async function administer<T>(work: (channel: Awaited<ReturnType<typeof open>>['channel']) => Promise<T>): Promise<T> {
  const { connection, channel } = await open();
  try {
    return await work(channel);
  } finally {
    await connection.close();
  }
}

async function open() {
  const connection = await connect(rabbit.server.url);
  return { connection, channel: await connection.createConfirmChannel() };
}

const dead = (queue: Queue) => database.db.select().from(deadLetters).where(eq(deadLetters.queue, queue.name));
const relayed = (queue: Queue) =>
  database.db.select().from(relayedMessages).where(eq(relayedMessages.queue, queue.name));
const kept = (queue: Queue) =>
  database.sql`select id from pgboss.job where name = ${queue.name} and state in ('created', 'retry', 'active')`;

test('what is sent while RabbitMQ is away stays in Postgres, and arrives when it is back', async () => {
  const queue = await newQueue();
  const { seen } = await consume(queue);
  await rabbit.server.kill();
  const messages = [messageOf(), messageOf()];
  await sleep(500);
  await send(queue, ...messages);
  await sleep(1_500);
  expect([...(await kept(queue)), ...(await relayed(queue))]).toHaveLength(2);
  expect(seen).toEqual([]);
  await rabbit.server.start();
  await until(() => seen.length === 2, 30);
  expect(seen.sort()).toEqual(messages.map(({ id }) => id).sort());
  await until(async () => (await relayed(queue)).length === 0);
}, 60_000);

test('consuming fails at once where there is no RabbitMQ', async () => {
  const nowhere = rabbitBroker({
    amqpUrl: 'amqp://127.0.0.1:1',
    databaseUrl: database.url,
    db: database.db,
    log: logger(),
  });
  await expect(nowhere.consume([])).rejects.toThrow('ECONNREFUSED');
});

test('a message that RabbitMQ lost is handed to it again after twice the retry budget', async () => {
  const queue = await newQueue();
  const { seen, consumer } = await consume(queue);
  const message = messageOf();
  await consumer.setPaused(queue.name, true);
  // As if it had been handed over, and the server had been thrown away.
  await database.db.insert(relayedMessages).values({
    id: message.id,
    queue: queue.name,
    message,
    priority: 0,
    sentAt: new Date(),
    dueAt: new Date(),
  });
  await sleep(6_000);
  expect(seen).toEqual([]);
  await consumer.setPaused(queue.name, false);
  await until(() => seen.length > 0, 20);
  expect(seen).toEqual([message.id]);
  await until(async () => (await relayed(queue)).length === 0);
}, 40_000);

test('a message that grows too old inside RabbitMQ is a dead letter, by its exchange', async () => {
  // Longer than the second between two looks at the queue in Postgres, so that both messages reach RabbitMQ alive.
  const queue = await newQueue({ lifetimeSeconds: 3, retryDelaysSeconds: [30], prefetch: 1 });
  const held = Promise.withResolvers<void>();
  const { seen } = await consume(queue, async () => {
    await held.promise;
    return { result: 'done' };
  });
  const [first, second] = [messageOf(), messageOf()];
  await send(queue, first);
  await until(() => seen.length === 1);
  await send(queue, second);
  await until(async () => (await dead(queue)).length > 0);
  held.resolve();
  expect(await dead(queue)).toMatchObject([{ id: second.id, message: second, reason: 'expired', attempts: 0 }]);
  await until(async () => (await relayed(queue)).length === 0);
  expect(seen).toEqual([first.id]);
});

test('what others put into a queue is a dead letter, and holds nothing up', async () => {
  const queue = await newQueue();
  const { seen } = await consume(queue);
  await administer(async (channel) => {
    for (const text of ['hello', '{"id":1}', '"\\u0000"']) channel.sendToQueue(queue.name, Buffer.from(text));
    await channel.waitForConfirms();
  });
  const message = messageOf();
  await send(queue, message);
  await until(async () => seen.length > 0 && (await dead(queue)).length === 3);
  const letters = await dead(queue);
  const texts = letters.map(({ message }) => (message as { text: string }).text);
  expect(texts.sort()).toEqual(['"\\u0000"', 'hello', '{"id":1}']);
  expect(letters.every(({ reason }) => reason === 'rejected')).toBe(true);
  expect(seen).toEqual([message.id]);
});

test('a queue that somebody deletes is there again, with what it held', async () => {
  const queue = await newQueue({ prefetch: 1, retryDelaysSeconds: [1] });
  let isHeld = true;
  const { seen } = await consume(queue, async () => {
    while (isHeld) await sleep(50);
    return { result: 'done' };
  });
  const messages = Array.from({ length: 5 }, () => messageOf());
  await send(queue, ...messages);
  await until(() => seen.length === 1);
  await administer((channel) => channel.deleteQueue(queue.name));
  isHeld = false;
  await until(async () => new Set(seen).size === 5 && (await relayed(queue)).length === 0, 30);
  expect(new Set(seen)).toEqual(new Set(messages.map(({ id }) => id)));
}, 45_000);

test('a message with which workers went away again and again is a dead letter in the end', async () => {
  const queue = await newQueue();
  const message = messageOf();
  await send(queue, message);
  const { seen: taken, consumer } = await consume(queue, () => new Promise(() => undefined));
  await until(async () => taken.length === 1 && (await kept(queue)).length === 0);
  // As many deaths would have left it.
  await database.sql`update relayed_messages set redeliveries = 20 where id = ${message.id}`;
  await consumer.stop(100);
  const { seen } = await consume(queue);
  await until(async () => (await dead(queue)).length > 0);
  expect(await dead(queue)).toMatchObject([{ id: message.id, reason: 'failed' }]);
  expect(seen).toEqual([]);
});
