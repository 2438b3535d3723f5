import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, inject } from 'vitest';
import { createQueues } from '@/lib/events/pg-boss';
import type { Queue } from '@/lib/events/queues';
import { makeRabbit, type RabbitServer } from '@/scripts/rabbitmq';
import type { TestDatabase } from './database';

export type TestRabbit = {
  server: RabbitServer;
  /** Makes a queue known in Postgres, where every message begins. */
  create(queue: Queue): Promise<void>;
};

/** A real RabbitMQ server of this file's own, started before its first test. */
export function testRabbit(database: TestDatabase): TestRabbit {
  const rabbit = {} as TestRabbit;
  let boss: PgBoss | undefined;

  beforeAll(async () => {
    const sender = new PgBoss({
      connectionString: database.url,
      max: 2,
      migrate: false,
      supervise: false,
      schedule: false,
    });
    const server = await makeRabbit(inject('rabbitProgram'));
    Object.assign(rabbit, { server, create: (queue: Queue) => createQueues(sender, [queue]) } satisfies TestRabbit);
    await Promise.all([server.start(), sender.start()]);
    boss = sender;
  }, 60_000);

  afterAll(async () => {
    await boss?.stop({ graceful: false });
    await rabbit.server?.remove();
  });

  return rabbit;
}
