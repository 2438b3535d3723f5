import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';

type Anchor = { at: number; monotonic: number };

const globals = globalThis as typeof globalThis & { pomonaClock?: Anchor };

/**
 * The store's time: the database's, so that several machines agree on leases and prices however wrong their own clocks
 * are or jump. Between two looks the time that has passed is counted, not read.
 */
export function now(): Date {
  const anchor = globals.pomonaClock;
  return new Date(anchor ? anchor.at + (performance.now() - anchor.monotonic) : Date.now());
}

/** Takes the time from the database; what the answer needed to come is shared out evenly. */
export async function setClock(db: Db | Tx): Promise<void> {
  const before = performance.now();
  const [row] = await db.execute<{ at: string }>(sql`select extract(epoch from clock_timestamp()) * 1000 as at`);
  if (row) globals.pomonaClock = { at: Number(row.at), monotonic: (before + performance.now()) / 2 };
}

const lookEveryMs = 30_000;

/** Keeps the clock right as long as the process lives; a database that is away leaves it as it is. */
export async function keepClock(db: Db): Promise<void> {
  const look = () => setClock(db).catch(() => undefined);
  await look();
  setInterval(look, lookEveryMs).unref();
}
