import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { workers } from '@/db/schema';
import { writeActivity } from '@/lib/events/activity';
import { newId } from '@/lib/ids';
import type { Logger } from '@/lib/logger';

const beatMs = 5_000;

type Options = {
  db: Db;
  log: Logger;
  broker: 'postgres' | 'rabbitmq';
  /** Why no events are taken now, if so. */
  problem: () => string | null;
  signal: AbortSignal;
};

/** Says every 5 s that this worker lives and what it did, until the signal; then that it is gone. */
export async function beat({ db, log, broker, problem, signal }: Options): Promise<void> {
  const id = newId();
  const now = sql`now()`;
  while (!signal.aborted) {
    try {
      const state = { problem: problem(), seenAt: now };
      await db
        .insert(workers)
        .values({ id, name: `${hostname()}:${process.pid}`, broker, startedAt: now, ...state })
        .onConflictDoUpdate({ target: workers.id, set: state });
      await writeActivity(db);
    } catch (error) {
      log.debug({ err: error }, 'the worker cannot say that it lives');
    }
    await sleep(beatMs, undefined, { signal }).catch(() => undefined);
  }
  try {
    await writeActivity(db);
    await db.delete(workers).where(eq(workers.id, id));
  } catch (error) {
    log.debug({ err: error }, 'the worker cannot say that it is gone');
  }
}
