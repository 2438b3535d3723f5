import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { afterCommit, type Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { type EventType, type NewEvent, toMessage } from './events';
import { sendInTransaction } from './outbox';
import { queueOf } from './queues';
import { wakeWorkers } from './wake';
import { uuids } from '@/lib/sql';

/**
 * Says that something has happened, in the transaction that makes it true; handlers hear of it after the commit. With an
 * `id` made from the thing and its version, a sweeper can see whether the event ever came.
 */
export async function publish(ctx: Ctx & { db: Tx }, event: NewEvent, id = newId(ctx.now)): Promise<void> {
  await sendInTransaction(ctx.db, queueOf(event.type), toMessage(event, id, ctx.now));
  afterCommit(ctx.db, (db) => wakeWorkers(db, event.type));
}

/** A thing that waits for an event of this id. */
type Waiting = { id: string; event: NewEvent };

/**
 * Publishes events again of which there is no trace: none under way, handled, dead or discarded. For sweepers, who look
 * for things younger than a day: that long handled messages are kept. Gives how many there were.
 */
export async function publishMissing(ctx: Ctx & { db: Tx }, type: EventType, waiting: Waiting[]): Promise<number> {
  if (waiting.length === 0) return 0;
  const ids = uuids(waiting.map(({ id }) => id));
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select id from unnest(${ids}) as given(id)
    where not exists(select from pgboss.job j where j.name = ${type} and j.id = given.id)
      and not exists(select from relayed_messages r where r.id = given.id)
      and not exists(select from dead_letters d where d.id = given.id)
      and not exists(select from processed_events p where p.event_id = given.id)`);
  const missing = new Set(rows.map(({ id }) => id));
  for (const { id, event } of waiting) if (missing.has(id)) await publish(ctx, event, id);
  return missing.size;
}
