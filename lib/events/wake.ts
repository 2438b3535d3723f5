import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Logger } from '@/lib/logger';

// A hint and no more: workers look for themselves every second. It is not part of the transactions that publish, because
// Postgres lets only one transaction with a NOTIFY commit at a time.

const channel = 'pomona_queues';

/** Hints of so long go out as one. */
const gatherMs = 10;

const fresh = new Set<string>();
let isTelling = false;

/** Tells workers, wherever they run, that a queue has something new. */
export function wakeWorkers(db: Db, queue: string): void {
  fresh.add(queue);
  if (!isTelling) void tell(db);
}

async function tell(db: Db): Promise<void> {
  isTelling = true;
  while (fresh.size > 0) {
    const names = `{${[...fresh].map((name) => `"${name}"`).join(',')}}`;
    fresh.clear();
    try {
      await db.execute(sql`select pg_notify(${channel}, name) from unnest(${sql.param(names)}::text[]) as t(name)`);
    } catch {
      // They will look.
    }
    await sleep(gatherMs, undefined, { ref: false });
  }
  isTelling = false;
}

/** Calls `onFresh` with the queues that have something new, until the returned function is called. */
export async function listenForWork(
  db: Db,
  onFresh: (queue: string) => void,
  log: Logger,
): Promise<() => Promise<void>> {
  try {
    const { unlisten } = await db.$client.listen(channel, onFresh);
    return unlisten;
  } catch (error) {
    log.warn({ err: error }, 'nobody says when there is work; the worker looks every second');
    return async () => undefined;
  }
}
