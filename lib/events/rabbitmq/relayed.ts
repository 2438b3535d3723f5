import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { relayedMessages } from '@/db/schema';
import { keepDeadLetters } from '../dead-letters';
import type { Message } from '../events';
import { type Queue, retryBudgetSeconds } from '../queues';
import type { DeathReason } from '../schema';
import { uuids } from '@/lib/sql';

// What RabbitMQ carries stays in Postgres until somebody has handled it, or it is a dead letter.

export type Relayed = { message: Message; priority: number; sentAt: Date };

/** Before anything was ever due, so that these are told from what is merely late. */
const atOnce = sql`'epoch'::timestamptz`;

const dueSeconds = (queue: Queue) => 2 * retryBudgetSeconds(queue);

/** Keeps messages that are about to be handed over. One that is there already begins anew. */
export async function keepRelayed(db: Db, queue: Queue, relayed: readonly Relayed[]): Promise<void> {
  const rows = relayed.map(({ message, priority, sentAt }) => ({ id: message.id, message, priority, sent_at: sentAt }));
  await db.execute(sql`
    insert into relayed_messages (id, queue, message, priority, sent_at, due_at)
    select distinct on (id) id, ${queue.name}, message, priority, sent_at, now() + make_interval(secs => ${dueSeconds(queue)})
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as given(id uuid, message jsonb, priority smallint, sent_at timestamptz)
    on conflict (id) do update set due_at = excluded.due_at, redeliveries = 0`);
}

/** Lets go of messages that were handled. */
export async function forgetRelayed(db: Db | Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.execute(sql`delete from relayed_messages where id = any(${uuids(ids)})`);
}

/** Says that the broker may not have got these: they are handed over again as soon as possible. */
export async function markUnsure(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .update(relayedMessages)
    .set({ dueAt: atOnce })
    .where(sql`${relayedMessages.id} = any(${uuids(ids)})`);
}

/**
 * Messages of a queue that the broker may not have got and, unless others are waiting there and they may be among them,
 * those that nobody has handled in twice the retry budget. They are the caller's for as long again.
 */
export async function takeOverdue(
  db: Db,
  queue: Queue,
  { isWaiting, limit }: { isWaiting: boolean; limit: number },
): Promise<Relayed[]> {
  const overdue = db
    .select({ id: relayedMessages.id })
    .from(relayedMessages)
    .where(and(eq(relayedMessages.queue, queue.name), lte(relayedMessages.dueAt, isWaiting ? atOnce : sql`now()`)))
    .orderBy(relayedMessages.dueAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(relayedMessages)
    .set({ dueAt: sql`now() + make_interval(secs => ${dueSeconds(queue)})` })
    .where(inArray(relayedMessages.id, overdue))
    .returning();
  return rows.map(({ message, priority, sentAt }) => ({ message: message as Message, priority, sentAt }));
}

/** Counts messages that came back because a worker went away with them; gives the new count of each. */
export async function countRedeliveries(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .update(relayedMessages)
    .set({ redeliveries: sql`${relayedMessages.redeliveries} + 1` })
    .where(inArray(relayedMessages.id, [...ids]))
    .returning({ id: relayedMessages.id, redeliveries: relayedMessages.redeliveries });
  return new Map(rows.map(({ id, redeliveries }) => [id, redeliveries]));
}

/** Which of these nobody has handled or buried yet. */
export async function readRelayed(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: relayedMessages.id })
    .from(relayedMessages)
    .where(inArray(relayedMessages.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

export type Dead = { id: string; message: unknown; reason: DeathReason; error: string; attempts: number };

/** Makes dead letters of messages that the broker carried. */
export async function buryRelayed(db: Db, queueName: string, dead: readonly Dead[]): Promise<void> {
  if (dead.length === 0) return;
  const diedAt = new Date();
  await db.transaction(async (tx) => {
    await keepDeadLetters(
      tx,
      dead.map((one) => ({ ...one, queue: queueName, diedAt })),
    );
    await forgetRelayed(
      tx,
      dead.map(({ id }) => id),
    );
  });
}
