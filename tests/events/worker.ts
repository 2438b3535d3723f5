import { connect } from '@/db/client';
import { pgBossBroker } from '@/lib/events/pg-boss';
import type { Queue } from '@/lib/events/queues';
import { logger } from '@/lib/logger';

// A worker that takes one message and never finishes it: to be killed.

const { DATABASE_URL = '', TEST_QUEUE = '' } = process.env;
const queue = JSON.parse(TEST_QUEUE) as Queue;
const broker = pgBossBroker({ databaseUrl: DATABASE_URL, db: connect(DATABASE_URL), log: logger() });

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
