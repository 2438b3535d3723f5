import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { workers } from '@/db/schema';
import { measureQueues } from '@/lib/events/queue-status';
import { mayReadMetrics } from '@/lib/http/metrics-access';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { Refusal, systemCode } from './refusal';

const patienceMs = 2_000;

/** A worker says every 5 s that it lives. */
const silence = sql`interval '20 seconds'`;

type Options = { host: string; port: number; db: Db; log: Logger };

type Answer = { status: number; body: string; type: string };

const text = (status: number, body: string): Answer => ({ status, body, type: 'text/plain; charset=utf-8' });
const json = (status: number, body: object): Answer => ({
  status,
  body: JSON.stringify(body),
  type: 'application/json',
});

/** Serves /metrics and /healthz of this process until the function that it resolves to is called. */
export async function serveWorkerMetrics(options: Options): Promise<() => void> {
  const { host, port, log } = options;
  const server = createServer(async (request, response) => {
    const { status, body, type } = await answer(request, options).catch((error: unknown) => {
      log.error({ err: error }, 'the worker cannot answer');
      return text(500, 'Internal server error');
    });
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  });
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    throw refusalOf(error, host, port);
  }
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

function refusalOf(error: unknown, host: string, port: number): Refusal {
  const code = systemCode(error);
  if (code === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} is taken by another program: stop it, or set WORKER_METRICS_PORT to another port.`,
    );
  }
  if (code === 'EACCES') {
    return new Refusal(`This user may not listen on port ${port}: set WORKER_METRICS_PORT to one above 1023.`);
  }
  return new Refusal(`HOST "${host}" is no address of this machine (${code}).`);
}

async function answer(request: IncomingMessage, { db, log }: Options): Promise<Answer> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Method not allowed');
  if (path === '/healthz') return (await beats(db)) ? json(200, { status: 'ok' }) : json(503, { status: 'silent' });
  if (path !== '/metrics' || !mayReadMetrics(trusted(request))) return text(404, 'Not found');
  // A database that is away must not take the other figures with it.
  await measureQueues({ db }).catch((error: unknown) => log.warn({ err: error }, 'queues are not measured'));
  return { status: 200, body: await metrics.registry.metrics(), type: metrics.registry.contentType };
}

/** What the rule of the web process looks at. The address is the connection's: no proxy stands before a worker. */
function trusted({ socket, headers }: IncomingMessage): Headers {
  return new Headers({
    'x-forwarded-for': socket.remoteAddress ?? '',
    authorization: headers.authorization ?? '',
  });
}

/** Whether the heartbeat of this process has reached the database of late. */
async function beats(db: Db): Promise<boolean> {
  const isThisOne = eq(workers.name, `${hostname()}:${process.pid}`);
  const found = db
    .select({ id: workers.id })
    .from(workers)
    .where(and(isThisOne, gt(workers.seenAt, sql`now() - ${silence}`)))
    .then(
      (rows) => rows.length > 0,
      () => false,
    );
  return Promise.race([found, sleep(patienceMs, false, { ref: false })]);
}
