import { type Clock, type Db, PgBoss } from 'pg-boss';
import type { ParameterOrJSON, TransactionSql } from 'postgres';
import type { Tx } from '@/db/client';
import type { SendOptions } from './broker';
import type { Message } from './events';
import type { Queue } from './queues';

// Every message goes into the queue in Postgres, in the transaction that it tells of, whoever carries it from there.

/** Sending needs no timers, and a timer would keep a script alive that has published something. */
const timeless: Clock = {
  now: () => Date.now(),
  setTimeout: () => null,
  clearTimeout: () => {},
  setInterval: () => null,
  clearInterval: () => {},
};

/**
 * Lets the library speak in a transaction of ours. Prepared, unlike what Drizzle sends: to plan the library's statement
 * takes Postgres longer than to run it.
 */
function inside(tx: Tx): Db {
  const { client } = (tx as unknown as { session: { client: TransactionSql } }).session;
  return {
    executeSql: async (text, values = []) => {
      const rows = await client.unsafe(text, values as ParameterOrJSON<never>[], { prepare: true });
      return { rows: [...rows] };
    },
  };
}

type Sender = { boss: PgBoss; queues: ReadonlySet<string> };

const store = globalThis as typeof globalThis & { pomonaSender?: Promise<Sender> };

/** Learns the queues through the transaction that sends: the library would later ask through it about others. */
async function newSender(tx: Tx): Promise<Sender> {
  const boss = new PgBoss({
    db: inside(tx),
    clock: timeless,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  return { boss, queues: new Set((await boss.getQueues()).map(({ name }) => name)) };
}

/** Lets the library work in a transaction of ours. */
async function inTransactionOf<T>(tx: Tx, queue: Queue, work: (boss: PgBoss, db: Db) => Promise<T>): Promise<T> {
  try {
    store.pomonaSender ??= newSender(tx);
    let sender = await store.pomonaSender;
    if (!sender.queues.has(queue.name)) {
      sender = await newSender(tx);
      store.pomonaSender = Promise.resolve(sender);
    }
    return await work(sender.boss, inside(tx));
  } catch (error) {
    store.pomonaSender = undefined;
    throw error;
  }
}

/** A message whose id is in the queue already is not sent a second time. */
export async function sendInTransaction(
  tx: Tx,
  queue: Queue,
  message: Message,
  { priority, delaySeconds }: SendOptions = {},
): Promise<void> {
  await inTransactionOf(tx, queue, (boss, db) =>
    boss.send(queue.name, message, {
      id: message.id,
      db,
      ...(priority === undefined ? {} : { priority }),
      ...(delaySeconds === undefined ? {} : { startAfter: delaySeconds }),
    }),
  );
}

/** Takes messages out of a queue, whatever became of them. */
export async function unsend(tx: Tx, queue: Queue, ids: string[]): Promise<void> {
  await inTransactionOf(tx, queue, (boss, db) => boss.deleteJob(queue.name, ids, { db }));
}

/** Sends dead messages of a queue again, whatever is left of their first journey. */
export async function sendAgain(tx: Tx, queue: Queue, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await unsend(
    tx,
    queue,
    messages.map(({ id }) => id),
  );
  await inTransactionOf(tx, queue, async (boss, db) => {
    await boss.insert(
      queue.name,
      messages.map((message) => ({ id: message.id, data: message })),
      { db },
    );
  });
}
