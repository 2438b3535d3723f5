import { connect } from '@/db/client';
import { openBroker } from '@/lib/events/open-broker';
import type { Queue } from '@/lib/events/queues';
import { logger } from '@/lib/logger';

// A worker that takes one message and never finishes it: to be killed.

const { DATABASE_URL: databaseUrl = '', AMQP_URL: amqpUrl, TEST_QUEUE = '' } = process.env;
const queue = JSON.parse(TEST_QUEUE) as Queue;
const broker = openBroker({ databaseUrl, amqpUrl, db: connect(databaseUrl), log: logger() });

await broker.consume([
  {
    queue,
    batchSize: 1,
    receive: () => {
      process.stdout.write('taken\n');
      return new Promise(() => undefined);
    },
  },
]);
process.stdout.write('ready\n');
