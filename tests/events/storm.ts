import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import type { TestDatabase } from '@/tests/database';

type Options = {
  database: Pick<TestDatabase, 'sql' | 'ctx'>;
  /** Variables under which a worker talks to the broker. */
  workerEnv: Record<string, string>;
  seconds: number;
  /** What else goes wrong, each once, evenly spread. */
  disturbances?: (() => Promise<unknown>)[];
};

export type Toll = {
  published: number;
  /** Workers killed with SIGKILL. */
  killed: number;
  /** Published events without any effect. */
  lost: number;
  /** Effects beyond the first of their event. */
  doubled: number;
  /** Effects of events whose transaction was rolled back. */
  imagined: number;
  dead: number;
};

const killEveryMs = 2_000;
const settleMs = 120_000;

/**
 * Publishes some 200 events a second, every tenth in a transaction that rolls back, to two workers of which one is
 * killed every 2 s; then waits until nothing is under way and counts.
 */
export async function storm({ database, workerEnv, seconds, disturbances = [] }: Options): Promise<Toll> {
  const { sql: query } = database;
  await query`create table storm_published (key uuid primary key)`;
  await query`create table storm_effects (key uuid not null)`;
  const workers = [startWorker(workerEnv), startWorker(workerEnv)];
  let killed = 0;
  const end = Date.now() + seconds * 1000;

  async function killing(): Promise<void> {
    for (let turn = 0; Date.now() + killEveryMs < end; turn = 1 - turn) {
      await sleep(killEveryMs);
      workers[turn]?.kill('SIGKILL');
      killed += 1;
      workers[turn] = startWorker(workerEnv);
    }
  }

  async function publishing(): Promise<void> {
    for (let i = 0; Date.now() < end; i += 1) {
      // Also what the broker or Postgres refuses now: the table says what came about.
      await publishOne(database.ctx(), i % 10 === 9).catch(() => undefined);
      await sleep(20);
    }
  }

  async function disturbing(): Promise<void> {
    for (const disturb of disturbances) {
      await sleep((seconds * 1000) / (disturbances.length + 1));
      await disturb();
    }
  }

  try {
    await Promise.all([killing(), disturbing(), ...Array.from({ length: 4 }, publishing)]);
    const latest = Date.now() + settleMs;
    while (Date.now() < latest && (await isUnderWay(query))) await sleep(250);
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
  }
  return { ...(await count(query)), killed };
}

function startWorker(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'storm-worker.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const publishOne = (ctx: Ctx, isRolledBack: boolean) =>
  inTransaction(ctx, async (tx) => {
    const userId = newId();
    await tx.db.execute(sql`insert into storm_published (key) values (${userId})`);
    await publish(tx, { type: 'account.created', payload: { userId } });
    if (isRolledBack) throw new Error('changed my mind');
  });

/** Whether an event waits or is in hand, in Postgres or with another broker. */
async function isUnderWay(query: TestDatabase['sql']): Promise<boolean> {
  const [row] = await query<{ is_under_way: boolean }[]>`
    select exists(select from pgboss.job where name = 'account.created' and state in ('created', 'retry', 'active'))
      or exists(select from relayed_messages) as is_under_way`;
  return row?.is_under_way ?? true;
}

async function count(query: TestDatabase['sql']): Promise<Omit<Toll, 'killed'>> {
  const [row] = await query<Omit<Toll, 'killed'>[]>`
    select (select count(*) from storm_published)::int as published,
      (select count(*) from storm_published p where not exists(select from storm_effects e where e.key = p.key))::int as lost,
      ((select count(*) from storm_effects) - (select count(distinct key) from storm_effects))::int as doubled,
      (select count(*) from storm_effects e where not exists(select from storm_published p where p.key = e.key))::int as imagined,
      (select count(*) from dead_letters)::int as dead`;
  if (row === undefined) throw new Error('a count gives a row');
  return row;
}
