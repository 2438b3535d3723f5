import { statfs } from 'node:fs/promises';
import { asc, gt, sql } from 'drizzle-orm';
import { workers } from '@/db/schema';
import { type Ctx, requireRole } from '@/lib/context';
import { env } from '@/lib/env';
import { metrics } from '@/lib/metrics';
import type { Dependency, Health } from './health-schema';

/** A worker says every 5 s that it lives. */
const workerSilence = sql`interval '20 seconds'`;

const scarceBytes = 1_000_000_000;

/**
 * How everything that the store depends on is doing, as this process sees it. Domains that depend on something of their
 * own tell how it is by `others`. For admins: throws 401, 403.
 */
export async function readHealth(
  ctx: Ctx,
  others: readonly ((ctx: Ctx) => Promise<Dependency>)[] = [],
): Promise<Health> {
  requireRole(ctx, 'admin');
  const [database, alive, breakers, files, ...rest] = await Promise.all([
    databaseHealth(ctx),
    readWorkers(ctx),
    readBreakers(),
    filesHealth(),
    ...others.map((read) => read(ctx)),
  ]);
  return {
    dependencies: [database, cacheHealth(breakers), brokerHealth(alive), files, mailHealth(), ...rest],
    workers: alive,
    breakers,
  };
}

async function databaseHealth({ db }: Ctx): Promise<Dependency> {
  const started = performance.now();
  const [row] = await db.execute<{ version: string; size: string; connections: number; most: number }>(sql`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as most`);
  const ms = Math.round(performance.now() - started);
  const { version = '', size = '', connections = 0, most = 1 } = row ?? {};
  return {
    name: 'Database',
    engine: `PostgreSQL ${version.split(' ')[0]}${env().POMONA_EMBEDDED ? ', embedded' : ''}`,
    state: connections > most * 0.9 ? 'trouble' : 'ok',
    detail: `${size}, ${connections} of ${most} connections, answers in ${ms} ms`,
  };
}

async function readWorkers({ db }: Ctx): Promise<Health['workers']> {
  const rows = await db
    .select()
    .from(workers)
    .where(gt(workers.seenAt, sql`now() - ${workerSilence}`))
    .orderBy(asc(workers.startedAt), asc(workers.id));
  return rows.map(({ name, broker, problem, startedAt, seenAt }) => ({
    name,
    broker: broker === 'rabbitmq' ? 'rabbitmq' : 'postgres',
    problem,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
  }));
}

async function readBreakers(): Promise<Health['breakers']> {
  const { values } = await metrics.circuitBreakerState.get();
  return values.map(({ labels, value }) => ({
    name: String(labels.name),
    state: value === 0 ? 'closed' : value === 1 ? 'open' : 'half-open',
  }));
}

function cacheHealth(breakers: Health['breakers']): Dependency {
  if (env().REDIS_URL === undefined) {
    return { name: 'Cache', engine: 'in the process', state: 'ok', detail: 'Set REDIS_URL to share it.' };
  }
  const isAway = breakers.some(({ name, state }) => name === 'redis' && state !== 'closed');
  return {
    name: 'Cache',
    engine: 'Redis',
    state: isAway ? 'away' : 'ok',
    detail: isAway ? 'Nothing is shared; every process keeps what it reads.' : 'Processes share what they read.',
  };
}

function brokerHealth(alive: Health['workers']): Dependency {
  const working = alive.filter(({ problem }) => problem === null);
  const isRabbit = env().AMQP_URL !== undefined || alive.some(({ broker }) => broker === 'rabbitmq');
  const [first] = alive.flatMap(({ problem }) => problem ?? []);
  const count = working.length === 1 ? '1 worker takes events' : `${working.length} workers take events`;
  return {
    name: 'Events',
    engine: isRabbit ? 'RabbitMQ' : 'the queue in Postgres',
    state: working.length === 0 ? 'away' : first === undefined ? 'ok' : 'trouble',
    detail: first ?? (alive.length === 0 ? 'No worker has been seen; start one with npm run worker.' : count),
  };
}

async function filesHealth(): Promise<Dependency> {
  const engine = 'a directory';
  try {
    const { bavail, bsize } = await statfs(env().POMONA_DATA_DIR);
    const free = bavail * bsize;
    const detail = `${(free / 1e9).toFixed(1)} GB free`;
    return { name: 'Files', engine, state: free < scarceBytes ? 'trouble' : 'ok', detail };
  } catch {
    return { name: 'Files', engine, state: 'away', detail: 'The data directory cannot be read.' };
  }
}

function mailHealth(): Dependency {
  const isSent = env().SMTP_URL !== undefined;
  return {
    name: 'Mail',
    engine: isSent ? 'SMTP' : 'kept here',
    state: 'ok',
    detail: isSent ? 'Letters leave the store.' : 'Letters wait under Mail; set SMTP_URL to send them.',
  };
}
