import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { deadLetters } from '@/db/schema';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { describeBroker } from '@/tests/events/contract';
import { messageOf } from '@/tests/events/messages';
import { sendAgain, sendInTransaction } from './outbox';
import { createQueues, pgBossBroker, sweepExpired } from './pg-boss';
import type { Queue } from './queues';

const database = testDatabase();
let boss: PgBoss;

beforeAll(async () => {
  boss = new PgBoss({ connectionString: database.url, max: 2, migrate: false, supervise: false, schedule: false });
  await boss.start();
});

afterAll(() => boss.stop({ graceful: false }));

const create = (queue: Queue) => createQueues(boss, [queue]);

describeBroker('the queue in Postgres', {
  database,
  broker: () => pgBossBroker({ databaseUrl: database.url, db: database.db, log: logger() }),
  create,
  workerEnv: () => ({ DATABASE_URL: database.url }),
});

describe('where nobody works on a queue', () => {
  const lifeOf = async (lifetimeSeconds: number | null): Promise<Queue> => {
    const queue = {
      name: `test.${newId()}`,
      lifetimeSeconds,
      retryDelaysSeconds: [2],
      prefetch: 1,
      hasPriority: false,
    };
    await create(queue);
    return queue;
  };
  const jobs = (queue: Queue) => database.sql`select id from pgboss.job where name = ${queue.name}`;
  const dead = (queue: Queue) =>
    database.db.select().from(deadLetters).where(eq(deadLetters.queue, queue.name)).orderBy(deadLetters.id);

  test('what outlived its time is moved, what is younger or has no end stays', async () => {
    const [mortal, immortal] = [await lifeOf(60), await lifeOf(null)];
    const [old, young, ageless] = [messageOf(), messageOf(), messageOf()];
    await database.db.transaction(async (tx) => {
      await sendInTransaction(tx, mortal, old);
      await sendInTransaction(tx, mortal, young);
      await sendInTransaction(tx, immortal, ageless);
    });
    await database.sql`update pgboss.job set created_on = now() - interval '61 s' where id in (${old.id}, ${ageless.id})`;
    expect(await sweepExpired(database.db, [mortal, immortal])).toBe(1);
    expect(await sweepExpired(database.db, [mortal, immortal])).toBe(0);
    expect(await dead(mortal)).toMatchObject([{ id: old.id, message: old, reason: 'expired', attempts: 0 }]);
    expect((await jobs(mortal)).map(({ id }) => id)).toEqual([young.id]);
    expect(await jobs(immortal)).toHaveLength(1);
  });

  test('more than one sweep holds are all moved', async () => {
    const queue = await lifeOf(60);
    const ids = Array.from({ length: 2_100 }, () => newId());
    await boss.insert(
      queue.name,
      ids.map((id) => ({ id, data: messageOf() })),
    );
    await database.sql`update pgboss.job set created_on = now() - interval '2 min' where name = ${queue.name}`;
    expect(await sweepExpired(database.db, [queue])).toBe(2_100);
    expect((await dead(queue)).map(({ id }) => id)).toEqual(ids.sort());
  });

  test('the same id is in a queue once, and again once it was sent again', async () => {
    const queue = await lifeOf(60);
    const message = messageOf();
    const send = () => database.db.transaction((tx) => sendInTransaction(tx, queue, message));
    await send();
    await send();
    expect(await jobs(queue)).toHaveLength(1);
    await boss.cancel(queue.name, message.id);
    await database.db.transaction((tx) => sendAgain(tx, queue, [message]));
    const [job] = await database.sql`select state from pgboss.job where name = ${queue.name}`;
    expect(job?.state).toBe('created');
  });
});
