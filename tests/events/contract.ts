import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { deadLetters } from '@/db/schema';
import type { Broker, Consumer, Delivery, Outcome, SendOptions } from '@/lib/events/broker';
import { subscriptionsOf } from '@/lib/events/consume';
import type { Message } from '@/lib/events/events';
import { defineHandler } from '@/lib/events/handler';
import { type Queue, queueOf } from '@/lib/events/queues';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import type { TestDatabase } from '@/tests/database';
import { expectWaits, messageOf, until } from './messages';

export type Bench = {
  database: TestDatabase;
  broker: () => Broker;
  /** Makes the queue known to the broker. */
  create: (queue: Queue) => Promise<void>;
  /** Variables under which `tests/events/worker.ts` talks to the same broker. */
  workerEnv: () => Record<string, string>;
};

const isDone: Outcome = { result: 'done' };

/** What every broker promises: no message is lost, none is handled before its time, none is tried for ever. */
export function describeBroker(name: string, bench: Bench): void {
  const consumers: Consumer[] = [];
  afterAll(() => Promise.all(consumers.map((consumer) => consumer.stop(5_000))));

  async function newQueue(policy: Partial<Queue> = {}): Promise<Queue> {
    const queue = {
      name: `test.${newId()}`,
      lifetimeSeconds: 600,
      retryDelaysSeconds: [2, 4, 8],
      prefetch: 50,
      hasPriority: false,
      ...policy,
    };
    await bench.create(queue);
    return queue;
  }

  const send = (queue: Queue, message: Message, options?: SendOptions) =>
    bench.database.db.transaction((tx) => bench.broker().send(tx, queue, message, options));

  type Seen = { id: string; attempt: number; at: number };

  /** Takes messages and notes them; `answer` may decide otherwise than done. */
  async function consume(queue: Queue, answer: (delivery: Delivery) => Outcome = () => isDone, batchSize = 10) {
    const seen: Seen[] = [];
    const consumer = await bench.broker().consume([
      {
        queue,
        batchSize,
        receive: async (deliveries) =>
          deliveries.map((delivery) => {
            seen.push({ id: (delivery.data as Message).id, attempt: delivery.attempt, at: Date.now() });
            return answer(delivery);
          }),
      },
    ]);
    consumers.push(consumer);
    return { seen, consumer };
  }

  const dead = (queue: Queue) => bench.database.db.select().from(deadLetters).where(eq(deadLetters.queue, queue.name));

  describe.concurrent(name, { timeout: 40_000 }, () => {
    test('a message arrives once, whole', async () => {
      const queue = await newQueue();
      const message = messageOf({ text: 'héllo 🍎', list: [1, null] });
      const got: unknown[] = [];
      await consume(queue, ({ data }) => {
        got.push(data);
        return isDone;
      });
      await send(queue, message);
      await until(() => got.length > 0);
      await sleep(1_500);
      expect(got).toEqual([message]);
    });

    test('a rollback takes the message back', async () => {
      const queue = await newQueue();
      const { seen } = await consume(queue);
      const attempt = bench.database.db.transaction(async (tx) => {
        await bench.broker().send(tx, queue, messageOf());
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      const kept = messageOf();
      await send(queue, kept);
      await until(() => seen.length > 0);
      await sleep(500);
      expect(seen.map(({ id }) => id)).toEqual([kept.id]);
    });

    test('what was sent while nobody worked waits, and arrives', async () => {
      const queue = await newQueue();
      const messages = Array.from({ length: 120 }, () => messageOf());
      await Promise.all(messages.map((message) => send(queue, message)));
      const { seen } = await consume(queue);
      await until(() => seen.length >= messages.length);
      expect(seen.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    });

    test('two workers share the messages of a queue', async () => {
      const queue = await newQueue();
      const workers = [await consume(queue), await consume(queue)];
      const messages = Array.from({ length: 100 }, () => messageOf());
      await Promise.all(messages.map((message) => send(queue, message)));
      const all = () => workers.flatMap(({ seen }) => seen.map(({ id }) => id));
      await until(() => all().length >= messages.length);
      expect(all().sort()).toEqual(messages.map(({ id }) => id).sort());
    });

    test.each([1, 3])(
      'a message that fails %i times is tried again after 2, 4 and 8 s, and handled',
      {
        timeout: 40_000,
      },
      async (failures) => {
        const queue = await newQueue();
        const message = messageOf();
        const { seen } = await consume(queue, ({ attempt }) =>
          attempt < failures ? { result: 'retry', error: 'not yet' } : isDone,
        );
        await send(queue, message);
        await until(() => seen.length > failures, 30);
        await sleep(1_000);
        expect(seen.map(({ attempt }) => attempt)).toEqual(Array.from({ length: failures + 1 }, (_, i) => i));
        expectWaits(seen, [2, 4, 8].slice(0, failures));
        expect(await dead(queue)).toEqual([]);
      },
    );

    test('one that fails 4 times is a dead letter, with its message, error and attempts', {
      timeout: 40_000,
    }, async () => {
      const queue = await newQueue();
      const message = messageOf({ of: 'mine' });
      const { seen } = await consume(queue, () => ({ result: 'retry', error: 'never works' }));
      await send(queue, message);
      await until(async () => (await dead(queue)).length > 0, 30);
      expectWaits(seen, [2, 4, 8]);
      expect(await dead(queue)).toMatchObject([
        { id: message.id, message, reason: 'failed', error: 'never works', attempts: 4 },
      ]);
    });

    test('what can never succeed is a dead letter at once', async () => {
      const queue = await newQueue();
      const message = messageOf();
      const { seen } = await consume(queue, () => ({ result: 'reject', error: 'not a message of this queue' }));
      await send(queue, message);
      await until(async () => (await dead(queue)).length > 0);
      expect(seen).toHaveLength(1);
      expect(await dead(queue)).toMatchObject([
        { id: message.id, reason: 'rejected', error: 'not a message of this queue', attempts: 1 },
      ]);
    });

    test('one bad message does not hold up its neighbours', async () => {
      const queue = await newQueue({ retryDelaysSeconds: [60] });
      const messages = Array.from({ length: 30 }, () => messageOf());
      const bad = messages[7]?.id;
      await Promise.all(messages.map((message) => send(queue, message)));
      const { seen } = await consume(queue, ({ data }) =>
        (data as Message).id === bad ? { result: 'retry', error: 'bad' } : isDone,
      );
      await until(() => seen.length >= messages.length);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(messages.length);
    });

    test('a message that outlives its time goes to the dead letters unhandled', async () => {
      const queue = await newQueue({ lifetimeSeconds: 1 });
      const message = messageOf();
      await send(queue, message);
      await sleep(1_500);
      const { seen } = await consume(queue);
      await until(async () => (await dead(queue)).length > 0, 30);
      expect(await dead(queue)).toMatchObject([{ id: message.id, message, reason: 'expired' }]);
      expect(seen).toEqual([]);
    }, 40_000);

    test('a delayed message does not come early', async () => {
      const queue = await newQueue();
      const { seen } = await consume(queue);
      const sentAt = Date.now();
      await send(queue, messageOf(), { delaySeconds: 2 });
      await until(() => seen.length > 0);
      expect((seen[0]?.at ?? 0) - sentAt).toBeGreaterThanOrEqual(1_950);
    });

    test('of waiting messages the one of the highest priority comes first', async () => {
      const queue = await newQueue({ hasPriority: true, prefetch: 1 });
      const priorities = [0, 5, 10, 1, 7, 5, 0, 10];
      const sent = priorities.map((priority) => ({ priority, message: messageOf() }));
      for (const { priority, message } of sent) await send(queue, message, { priority });
      await sleep(500);
      const { seen } = await consume(queue, () => isDone, 1);
      await until(() => seen.length === sent.length, 30);
      const order = seen.map(({ id }) => sent.find(({ message }) => message.id === id)?.priority);
      expect(order).toEqual([...priorities].sort((a, b) => b - a));
    }, 40_000);

    test('a paused queue fills, and nothing of it is lost', async () => {
      const queue = await newQueue();
      const { seen, consumer } = await consume(queue);
      await consumer.setPaused(queue.name, true);
      await sleep(500);
      const messages = Array.from({ length: 300 }, () => messageOf());
      await Promise.all(messages.map((message) => send(queue, message)));
      await sleep(2_000);
      expect(seen).toEqual([]);
      await consumer.setPaused(queue.name, false);
      await until(() => seen.length >= messages.length);
      expect(seen.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    });

    test('stopping waits for the work in hand', async () => {
      const queue = await newQueue();
      let state: 'idle' | 'running' | 'done' = 'idle';
      const consumer = await bench.broker().consume([
        {
          queue,
          batchSize: 1,
          receive: async () => {
            state = 'running';
            await sleep(1_500);
            state = 'done';
            return [isDone];
          },
        },
      ]);
      await send(queue, messageOf());
      await until(() => state === 'running');
      await consumer.stop(10_000);
      expect(state).toBe('done');
    });

    test('the same message twice at once takes effect once, however many workers have it', async () => {
      const { db } = bench.database;
      const queue = { ...queueOf('account.created'), name: (await newQueue()).name };
      const seen: string[] = [];
      const handler = defineHandler({
        name: `test.${queue.name}`,
        event: 'account.created',
        batchSize: 10,
        handle: async (_ctx, events) => {
          await sleep(200);
          seen.push(...events.map(({ id }) => id));
        },
      });
      const [subscription] = subscriptionsOf([handler], { db, log: logger() }).filter(
        ({ queue: { name } }) => name === 'account.created',
      );
      if (!subscription) throw new Error('no subscription');
      const workers = [1, 2].map(() => ({ ...subscription, queue }));
      for (const worker of workers) consumers.push(await bench.broker().consume([worker]));
      const message = messageOf({ userId: newId() });
      // What a broker that lost track, or a sweeper, would do.
      const twin = { ...message };
      const deliver = (one: Message) =>
        subscription.receive([{ data: one, attempt: 0, priority: 0, sentAt: new Date() }]);
      await Promise.all([send(queue, message), deliver(twin), deliver(message)]);
      await until(() => seen.length > 0);
      await sleep(1_500);
      expect(seen).toEqual([message.id]);
    });

    test('the work of a killed worker is taken up within 45 s', { timeout: 90_000 }, async () => {
      const queue = await newQueue();
      const message = messageOf();
      const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'worker.ts')], {
        env: { ...process.env, ...bench.workerEnv(), TEST_QUEUE: JSON.stringify(queue) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await send(queue, message);
      // It says a second word when it has the message, and would never let go of it.
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      const killedAt = Date.now();
      const { seen } = await consume(queue);
      await until(() => seen.length > 0, 60);
      expect(seen[0]?.id).toBe(message.id);
      expect((seen[0]?.at ?? 0) - killedAt).toBeLessThan(45_000);
    });
  });
}
