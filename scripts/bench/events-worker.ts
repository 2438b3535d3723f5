import { connect } from '@/db/client';
import { subscriptionsOf } from '@/lib/events/consume';
import { type AnyHandler, defineHandler } from '@/lib/events/handler';
import { openBroker } from '@/lib/events/open-broker';
import { logger } from '@/lib/logger';

// A worker of `bench:events`: marks each event as handled, does nothing else, and tells how long each took to come here.

const { DATABASE_URL: databaseUrl = '', AMQP_URL } = process.env;
const db = connect(databaseUrl, { max: 5 });
const log = logger();
const tellMs = 50;

let latencies: number[] = [];
let [firstAt, lastAt] = [0, 0];

const handler = defineHandler({
  name: 'bench.events',
  event: 'account.created',
  batchSize: 100,
  handle: async () => undefined,
});

const timed: AnyHandler = {
  ...handler,
  run: async (ctx, events) => {
    firstAt ||= Date.now();
    const handled = await handler.run(ctx, events);
    lastAt = Date.now();
    for (const { occurredAt } of events) latencies.push(lastAt - occurredAt.getTime());
    return handled;
  },
};

const subscriptions = subscriptionsOf([timed], { db, log }).filter(({ queue }) => queue.name === 'account.created');
const consumer = await openBroker({ databaseUrl, amqpUrl: AMQP_URL || undefined, db, log }).consume(subscriptions);
setInterval(() => {
  if (latencies.length > 0) process.send?.({ latencies, firstAt, lastAt });
  latencies = [];
}, tellMs);
process.send?.('ready');
process.on('disconnect', () => process.exit());
process.on('message', () => {
  consumer.stop(5_000).then(
    () => process.exit(),
    () => process.exit(1),
  );
});
