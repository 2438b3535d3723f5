import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import type { Event, EventType } from './events';
import { uuids } from '@/lib/sql';

/**
 * A reaction to one type of event. It gets each event once, in a transaction of its own with up to `batchSize` others,
 * and reads the present state: an event says that something happened, not how things are now.
 */
export type EventHandler<T extends EventType = EventType> = {
  /** Names the handler in `processed_events`: never change it. */
  name: string;
  event: T;
  batchSize: number;
  handle(ctx: Ctx & { db: Tx }, events: Event<T>[]): Promise<void>;
};

/** Hides the type of its event, so that handlers of different events can stand in one list. */
export type AnyHandler = Pick<EventHandler, 'name' | 'event' | 'batchSize'> & {
  run(ctx: Ctx, events: Event[]): Promise<number>;
};

/** Thrown by a handler without a transaction of its own: why some events of the batch failed, by id; the others are done. */
export class SomeFailed extends Error {
  readonly reasons: ReadonlyMap<string, string>;

  constructor(reasons: ReadonlyMap<string, string>) {
    super([...new Set(reasons.values())].join(', '));
    this.name = 'SomeFailed';
    this.reasons = reasons;
  }
}

/** Makes a handler run exactly once for each event, however often and by however many workers it is delivered. */
export function defineHandler<T extends EventType>(handler: EventHandler<T>): AnyHandler {
  return {
    name: handler.name,
    event: handler.event,
    batchSize: handler.batchSize,
    run: (ctx, events) =>
      inTransaction(ctx, async (tx) => {
        const fresh = await claim(tx, handler.name, events);
        const mine = events.filter((event) => fresh.delete(event.id)) as Event<T>[];
        if (mine.length > 0) await handler.handle(tx, mine);
        return mine.length;
      }),
  };
}

/** Ids that nobody has handled yet. Another worker with the same event waits here, and then finds it done. */
async function claim(ctx: Ctx & { db: Tx }, handler: string, events: Event[]): Promise<Set<string>> {
  // One order for everybody, so that two overlapping batches cannot wait for each other.
  const ids = [...new Set(events.map((event) => event.id))].sort();
  const rows = await ctx.db.execute<{ event_id: string }>(sql`
    insert into processed_events (event_id, handler, processed_at)
    select id, ${handler}, ${ctx.now.toISOString()}::timestamptz
    from unnest(${uuids(ids)}) with ordinality as given(id, position) order by position
    on conflict do nothing
    returning event_id`);
  return new Set(rows.map((row) => row.event_id));
}
