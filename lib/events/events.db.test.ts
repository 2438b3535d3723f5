import { afterEach, describe, expect, test } from 'vitest';
import { deadLetters } from '@/db/schema';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { until } from '@/tests/events/messages';
import type { Consumer, Delivery } from './broker';
import { subscriptionsOf } from './consume';
import type { Event } from './events';
import { type AnyHandler, defineHandler } from './handler';
import { pgBossBroker } from './pg-boss';
import { publish } from './publish';
import { queueOf } from './queues';

const database = testDatabase();
const consumers: Consumer[] = [];

afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.stop(5_000)));
  await database.sql`delete from pgboss.job`;
});

const broker = () => pgBossBroker({ databaseUrl: database.url, db: database.db, log: logger() });

async function work(...handlers: AnyHandler[]): Promise<void> {
  consumers.push(await broker().consume(subscriptionsOf(handlers, { db: database.db, log: logger() })));
}

async function publishOne(): Promise<string> {
  const userId = newId();
  await inTransaction(database.ctx(), (ctx) => publish(ctx, { type: 'account.created', payload: { userId } }));
  return userId;
}

/** A handler that notes what it gets; `fail` may throw for an event. */
function recorder(
  options: { name?: string; batchSize?: number; fail?: (event: Event<'account.created'>) => void } = {},
) {
  const seen: { userId: string; at: number }[] = [];
  const batches: number[] = [];
  const handler = defineHandler({
    name: options.name ?? `test.${newId()}`,
    event: 'account.created',
    batchSize: options.batchSize ?? 100,
    async handle(_ctx, events) {
      batches.push(events.length);
      for (const event of events) {
        seen.push({ userId: event.payload.userId, at: Date.now() });
        options.fail?.(event);
      }
    },
  });
  return { handler, seen, batches };
}

describe('publishing', () => {
  test('an event reaches its handler, with its payload', async () => {
    const { handler, seen } = recorder();
    const userId = await publishOne();
    await work(handler);
    await until(() => seen.length > 0);
    expect(seen.map((event) => event.userId)).toEqual([userId]);
  });

  test('a rollback takes the event back', async () => {
    const attempt = inTransaction(database.ctx(), async (ctx) => {
      await publish(ctx, { type: 'account.created', payload: { userId: newId() } });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    const [row] = await database.sql`select count(*)::int as count from pgboss.job`;
    expect(row?.count).toBe(0);
  });

  test('events published at once by many transactions all arrive', async () => {
    const { handler, seen } = recorder({ batchSize: 50 });
    const ids = await Promise.all(Array.from({ length: 60 }, publishOne));
    await work(handler);
    await until(() => seen.length >= 60);
    expect(seen.map((event) => event.userId).sort()).toEqual(ids.sort());
  });
});

describe('handling', () => {
  const eventOf = (userId: string): Event => ({
    id: newId(),
    type: 'account.created',
    occurredAt: new Date(),
    payload: { userId },
  });

  test('an event delivered twice at once is handled once', async () => {
    const { handler, seen } = recorder();
    const event = eventOf(newId());
    await Promise.all([1, 2, 3, 4].map(() => handler.run(database.ctx(), [event, event])));
    expect(seen).toHaveLength(1);
  });

  test('overlapping batches in opposite orders do not wait for each other for ever', async () => {
    const { handler, seen } = recorder();
    const events = Array.from({ length: 200 }, () => eventOf(newId()));
    await Promise.all([handler.run(database.ctx(), events), handler.run(database.ctx(), [...events].reverse())]);
    expect(seen).toHaveLength(200);
  });

  test('every handler of a queue gets the event', async () => {
    const [one, two] = [recorder(), recorder()];
    await publishOne();
    await work(one.handler, two.handler);
    await until(() => one.seen.length > 0 && two.seen.length > 0);
    expect([one.seen.length, two.seen.length]).toEqual([1, 1]);
  });

  test('one bad event does not hold up the others of its batch, and is not marked as handled', async () => {
    const bad = new Set<string>();
    const { handler } = recorder({
      fail: (event) => {
        if (bad.has(event.payload.userId)) throw new Error('cannot');
      },
    });
    const events = Array.from({ length: 5 }, () => eventOf(newId()));
    bad.add((events[2] as Event<'account.created'>).payload.userId);
    const subscription = subscriptionsOf([handler], { db: database.db, log: logger() }).find(
      ({ queue }) => queue.name === 'account.created',
    );
    const deliveries = events.map((event): Delivery => {
      const { id, occurredAt, payload } = event;
      const data = { id, version: 1, occurredAt: occurredAt.toISOString(), payload };
      return { data, attempt: 0, priority: 0, sentAt: occurredAt };
    });
    const outcomes = await subscription?.receive(deliveries);
    expect(outcomes?.map((outcome) => outcome.result)).toEqual(['done', 'done', 'retry', 'done', 'done']);
    const rows = await database.sql`select event_id from processed_events where handler = ${handler.name}`;
    expect(rows).toHaveLength(4);
  });

  test('what is not an event goes to the dead letters at once', async () => {
    const { handler, seen } = recorder();
    await database.db.transaction((tx) =>
      broker().send(tx, queueOf('account.created'), {
        id: newId(),
        version: 99,
        occurredAt: new Date().toISOString(),
        payload: {},
      }),
    );
    await work(handler);
    await until(async () => (await database.db.select().from(deadLetters)).length === 1);
    expect(seen).toEqual([]);
  });
});
