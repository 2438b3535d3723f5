import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { subscriptionsOf } from '@/lib/events/consume';
import { defineHandler } from '@/lib/events/handler';
import { openBroker } from '@/lib/events/open-broker';
import { logger } from '@/lib/logger';

// A worker that notes every event it handles, without anything that would keep it from noting one twice.

const { DATABASE_URL: databaseUrl = '', AMQP_URL: amqpUrl } = process.env;
const db = connect(databaseUrl, { max: 5 });
const log = logger();

const handler = defineHandler({
  name: 'test.storm',
  event: 'account.created',
  batchSize: 50,
  handle: async (ctx, events) => {
    for (const { payload } of events) {
      await ctx.db.execute(sql`insert into storm_effects (key) values (${payload.userId})`);
    }
  },
});

const subscriptions = subscriptionsOf([handler], { db, log }).filter(({ queue }) => queue.name === 'account.created');
for (;;) {
  try {
    await openBroker({ databaseUrl, amqpUrl, db, log }).consume(subscriptions);
    break;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
