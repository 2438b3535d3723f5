import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, inject } from 'vitest';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { describeBroker } from '@/tests/events/contract';
import { makeRabbit, type RabbitServer } from '@/scripts/rabbitmq';
import { createQueues } from '../pg-boss';
import { rabbitBroker } from './broker';

const database = testDatabase({ connections: 40 });
let rabbit: RabbitServer;
let boss: PgBoss;

beforeAll(async () => {
  rabbit = await makeRabbit(inject('rabbitProgram'));
  boss = new PgBoss({ connectionString: database.url, max: 2, migrate: false, supervise: false, schedule: false });
  await Promise.all([rabbit.start(), boss.start()]);
}, 60_000);

afterAll(async () => {
  await boss?.stop({ graceful: false });
  await rabbit?.remove();
});

describeBroker('RabbitMQ', {
  database,
  broker: () => rabbitBroker({ amqpUrl: rabbit.url, databaseUrl: database.url, db: database.db, log: logger() }),
  create: (queue) => createQueues(boss, [queue]),
  workerEnv: () => ({ DATABASE_URL: database.url, AMQP_URL: rabbit.url }),
});
