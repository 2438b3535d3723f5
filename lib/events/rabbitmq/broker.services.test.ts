import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { describeBroker } from '@/tests/events/contract';
import { testRabbit } from '@/tests/rabbitmq';
import { rabbitBroker } from './broker';

const database = testDatabase({ connections: 40 });
const rabbit = testRabbit(database);

describeBroker('RabbitMQ', {
  database,
  broker: () => rabbitBroker({ amqpUrl: rabbit.server.url, databaseUrl: database.url, db: database.db, log: logger() }),
  create: (queue) => rabbit.create(queue),
  workerEnv: () => ({ DATABASE_URL: database.url, AMQP_URL: rabbit.server.url }),
});
