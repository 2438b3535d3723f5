import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectAmqp } from 'amqplib';
import { sql } from 'drizzle-orm';
import { connect, type Db } from '@/db/client';
import { type Ctx, inTransaction, systemContext } from '@/lib/context';
import type { Message } from '@/lib/events/events';
import { sendAgain } from '@/lib/events/outbox';
import { publish } from '@/lib/events/publish';
import { queueOf } from '@/lib/events/queues';
import { newId } from '@/lib/ids';
import { migrate } from '../migrate';
import { makeRabbit, type RabbitServer } from '../rabbitmq';
import { Refusal } from '../refusal';
import { provideRabbit } from '../tools';
import { withScratchDatabase } from './database';
import { printTable } from '../table';

// npm run bench:events: events from their commit to their handler, one process handling them with deduplication, for both
// brokers, beside loops that do without any of it: insert and delete a row, publish and consume a message.

const publishers = 8;
const streamed = 10_000;
const bareSeconds = 6;
const confirmedAtOnce = 100;
const drains = [1_000, 100_000];
const shared = 50_000;
const openLoop = { perSecond: 200, seconds: 15 };
const queue = queueOf('account.created');

type Told = { latencies: number[]; firstAt: number; lastAt: number };
type Worker = Told & { child: ChildProcess };

async function startWorker(env: Record<string, string>): Promise<Worker> {
  const child = fork(join(import.meta.dirname, 'events-worker.ts'), [], { env: { ...process.env, ...env } });
  const worker: Worker = { child, latencies: [], firstAt: 0, lastAt: 0 };
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error('a worker ended before it began')));
    child.on('message', (told: Told | 'ready') => {
      if (told === 'ready') return resolve();
      for (const latency of told.latencies) worker.latencies.push(latency);
      worker.firstAt = told.firstAt;
      worker.lastAt = told.lastAt;
    });
  });
  return worker;
}

async function stopWorker({ child }: Worker): Promise<void> {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
}

async function handled(workers: Worker[], count: number): Promise<void> {
  while (workers.reduce((sum, { latencies }) => sum + latencies.length, 0) < count) {
    if (workers.some(({ child }) => child.exitCode !== null)) throw new Error('a worker ended');
    await sleep(10);
  }
}

const publishOne = (ctx: Ctx) =>
  inTransaction({ ...ctx, now: new Date() }, (tx) =>
    publish(tx, { type: 'account.created', payload: { userId: newId() } }),
  );

/** Keeps so many running that each begins when one has ended. */
const inParallel = (many: number, work: () => Promise<void>) => Promise.all(Array.from({ length: many }, work));

/** Publishes, each event in a transaction of its own, while a worker handles them. Events a second, first to last. */
async function stream(ctx: Ctx, env: Record<string, string>): Promise<number> {
  const worker = await startWorker(env);
  const started = Date.now();
  let left = streamed;
  await inParallel(publishers, async () => {
    while (left-- > 0) await publishOne(ctx);
  });
  await handled([worker], streamed);
  await stopWorker(worker);
  return (streamed / (worker.lastAt - started)) * 1000;
}

async function fill(db: Db, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1_000) {
    const messages = Array.from({ length: Math.min(1_000, count - done) }, (): Message => {
      const occurredAt = new Date().toISOString();
      return { id: newId(), version: 1, occurredAt, payload: { userId: newId() } };
    });
    await db.transaction((tx) => sendAgain(tx, queue, messages));
  }
}

/** Starts workers before a queue that is full. Events a second from the first to the last. */
async function drain(db: Db, env: Record<string, string>, count: number, workerCount = 1): Promise<number> {
  await fill(db, count);
  const workers = await Promise.all(Array.from({ length: workerCount }, () => startWorker(env)));
  await handled(workers, count);
  await Promise.all(workers.map(stopWorker));
  const busy = workers.filter(({ firstAt }) => firstAt > 0);
  const first = Math.min(...busy.map(({ firstAt }) => firstAt));
  const last = Math.max(...busy.map(({ lastAt }) => lastAt));
  return (count / (last - first)) * 1000;
}

/** Publishes at a fixed rate. Milliseconds from just before the commit to the end of the handler. */
async function latency(ctx: Ctx, env: Record<string, string>): Promise<{ p50: number; p99: number }> {
  const worker = await startWorker(env);
  const { perSecond, seconds } = openLoop;
  const running: Promise<void>[] = [];
  const started = performance.now();
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const wait = started + (sent * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(publishOne(ctx));
  }
  await Promise.all(running);
  await handled([worker], perSecond * seconds);
  await stopWorker(worker);
  const sorted = worker.latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Rows a second that are inserted and deleted, each in a transaction of its own. */
async function bareRows(db: Db): Promise<number> {
  await db.execute('create table if not exists bare (id uuid primary key, message jsonb not null)');
  const end = Date.now() + bareSeconds * 1000;
  let count = 0;
  await inParallel(publishers, async () => {
    while (Date.now() < end) {
      const id = newId();
      const message = JSON.stringify({ id, version: 1, occurredAt: new Date(), payload: { userId: newId() } });
      await db.execute(sql`insert into bare values (${id}, ${message})`);
      await db.execute(sql`delete from bare where id = ${id}`);
      count += 1;
    }
  });
  return count / bareSeconds;
}

/** Persistent messages a second that are published and confirmed a hundred at a time, consumed and acknowledged. */
async function bareMessages(url: string): Promise<number> {
  const connection = await connectAmqp(url);
  const channel = await connection.createConfirmChannel();
  await channel.assertQueue('bare', { durable: true });
  await channel.prefetch(queue.prefetch);
  let count = 0;
  await channel.consume('bare', (message) => {
    if (message === null) return;
    channel.ack(message);
    count += 1;
  });
  const end = Date.now() + bareSeconds * 1000;
  while (Date.now() < end) {
    for (let i = 0; i < confirmedAtOnce; i += 1) {
      const id = newId();
      const text = JSON.stringify({ id, version: 1, occurredAt: new Date(), payload: { userId: newId() } });
      channel.sendToQueue('bare', Buffer.from(text), { persistent: true, messageId: id });
    }
    await channel.waitForConfirms();
  }
  await connection.close();
  return count / bareSeconds;
}

type Row = [name: string, ...figures: (number | string)[]];

async function measure(name: string, env: Record<string, string>, bare: () => Promise<number>): Promise<Row> {
  const { DATABASE_URL = '' } = env;
  const db = connect(DATABASE_URL, { max: publishers });
  const ctx = systemContext('bench', { db });
  try {
    const bareRate = await bare();
    const streaming = await stream(ctx, env);
    const { p50, p99 } = await latency(ctx, env);
    const drained: number[] = [];
    for (const count of drains) drained.push(await drain(db, env, count));
    const two = await drain(db, env, shared, 2);
    return [name, bareRate, streaming, streaming / bareRate, p50, p99, ...drained, two];
  } finally {
    await db.close();
  }
}

async function withRabbit<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { AMQP_URL } = process.env;
  if (AMQP_URL) return work(AMQP_URL);
  const { path, missing } = await provideRabbit();
  if (path === null) throw new Refusal(`There is no RabbitMQ to measure: ${missing}.`);
  const server: RabbitServer = await makeRabbit(path);
  try {
    await server.start();
    return await work(server.url);
  } finally {
    await server.remove();
  }
}

await withScratchDatabase((databaseUrl) =>
  withRabbit(async (amqpUrl) => {
    await migrate(databaseUrl);
    const inPostgres: Record<string, string> = { DATABASE_URL: databaseUrl, AMQP_URL: '', LOG_LEVEL: 'error' };
    const db = connect(databaseUrl, { max: publishers });
    const rows = [
      await measure('queue in Postgres', inPostgres, () => bareRows(db)),
      await measure('RabbitMQ', { ...inPostgres, AMQP_URL: amqpUrl }, () => bareMessages(amqpUrl)),
    ];
    await db.close();
    process.stdout.write(
      `\n${streamed} events published by ${publishers} clients; ${openLoop.perSecond} events/s for ${openLoop.seconds} s; full queues drained by one worker process, and ${shared} by two\n\n`,
    );
    const drainHeads = drains.map((count) => `drain ${count}/s`);
    printTable(['', 'bare/s', 'events/s', 'ratio', 'p50 ms', 'p99 ms', ...drainHeads, `two workers/s`], rows);
  }),
);
