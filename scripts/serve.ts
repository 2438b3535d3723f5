import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import compression from 'compression';
import next from 'next';
import { sessionCookie } from '@/lib/auth/cookies';
import { keepClock } from '@/lib/clock';
import { requireDb } from '@/lib/database';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { type RequestScope, runInRequestScope } from '@/lib/request-scope';
import { repositoryDir } from './environment';
import { sendChunk } from './serve-chunks';
import {
  contentSecurityPolicy,
  methods,
  newNonce,
  pageCacheControl,
  protectiveHeaders,
  refusalOf,
  requestIdOf,
  rewriteHeaders,
  withoutNul,
} from './serve-request';
import { readRoutes } from './serve-routes';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const settings = env();
const isProduction = settings.NODE_ENV === 'production';
const drainMs = 25_000;
const log = logger();
const fixedHeaders = protectiveHeaders(settings.isHttps);
const routes = isProduction
  ? readRoutes(join(repositoryDir, '.next'), readdirSync(join(repositoryDir, 'public')))
  : readRoutes('');
const staticDir = join(repositoryDir, '.next', 'static');
// Its types speak of Express, which is not here.
const compress = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;
let isStopping = false;

/** Next would forbid everybody to keep a page, and forgets how long a file is. */
function correctHeaders(request: IncomingMessage, response: ServerResponse, scope: RequestScope): void {
  const cacheControl = pageCacheControl(request.headers, sessionCookie().name);

  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    if (scope.contentLength !== undefined) {
      response.setHeader('Content-Length', scope.contentLength);
    } else if (String(response.getHeader('content-type')).startsWith('text/html')) {
      response.setHeader('Cache-Control', cacheControl);
      if (args[0] === 200 && scope.isMissing) {
        response.statusCode = 404;
        args[0] = 404;
      }
    }
    if (isStopping) response.setHeader('Connection', 'close');
    if (args[0] === 500 && scope.isDatabaseAway) {
      response.setHeader('Retry-After', 2);
      args[0] = 503;
    }
    return writeHead(...args);
  }) as typeof response.writeHead;
}

function refuse(response: ServerResponse, status: 400 | 405, requestId: string): void {
  const [title, code] =
    status === 400 ? ['The request is not valid', 'invalid_request'] : ['Method not allowed', 'method_not_allowed'];
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', 'private, no-store');
  response.end(JSON.stringify({ type: 'about:blank', title, status, code, requestId }));
}

/** One log line and one measurement a request, at its end. Never the path: it may hold tokens. */
function observe(request: IncomingMessage, response: ServerResponse, path: string, scope: RequestScope): void {
  const started = process.hrtime.bigint();
  const method = methods.includes(request.method ?? '') ? (request.method ?? '') : 'OTHER';
  response.once('close', () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const route = routes.nameOf(path);
    const status = response.writableFinished ? response.statusCode : 499;
    metrics.httpRequestDuration.observe({ method, route, status: String(status) }, seconds);
    if (route === '/_next/static') return;
    const line = { ...scope, method, route, status, durationMs: Math.round(seconds * 10_000) / 10 };
    if (status >= 500) log.warn(line, 'request');
    else log.info(line, 'request');
  });
}

async function answer(handle: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const scope: RequestScope = { requestId: requestIdOf(request.headers) };
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  observe(request, response, path, scope);
  response.on('error', () => undefined);
  const nonce = newNonce();
  const csp = contentSecurityPolicy(nonce, !isProduction);
  for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value);
  response.setHeader('X-Request-ID', scope.requestId);
  response.setHeader('Content-Security-Policy', csp);
  correctHeaders(request, response, scope);
  const allowed = routes.methodsOf(routes.nameOf(path)) ?? methods;
  const refusal = allowed.includes(request.method ?? '') ? refusalOf(request) : 405;
  if (refusal !== null) {
    if (refusal === 405) response.setHeader('Allow', allowed.join(', '));
    return refuse(response, refusal, scope.requestId);
  }
  request.url = withoutNul(request.url ?? '/');
  rewriteHeaders(request, { proxies: settings.TRUST_PROXY, nonce, csp, requestId: scope.requestId, isProduction });
  try {
    if (isProduction) {
      if (await sendChunk(request, response, staticDir)) return;
      compress(request, response, () => undefined);
    }
    await runInRequestScope(scope, () => handle(request, response));
  } catch (error) {
    log.error({ err: error, requestId: scope.requestId }, 'request failed');
    if (response.headersSent) response.destroy();
    else {
      response.statusCode = 500;
      response.end();
    }
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.PORT, settings.HOST, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

/** Stops accepting, lets requests in flight finish, then the worker, then Next (which waits for `after()`). */
async function shutDown(
  server: Server,
  close: () => Promise<void>,
  upgraded: Set<Duplex>,
  waitMs: number,
): Promise<void> {
  isStopping = true;
  const drained = new Promise<boolean>((resolve) => {
    server.close(() => resolve(true));
  });
  for (const socket of upgraded) socket.destroy();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await Promise.race([drained, sleep(waitMs)]);
  clearInterval(idle);
  server.closeAllConnections();
  const hooks = globalThis as typeof globalThis & { __pomonaStopWorker?: () => Promise<void> | void };
  await Promise.race([Promise.allSettled([hooks.__pomonaStopWorker?.()]).then(close), sleep(Math.min(waitMs, 5_000))]);
}

async function main(): Promise<void> {
  const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 30_000, requestTimeout: 300_000 });
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (_request, socket: Duplex) => {
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    // A client that resets the connection must not end the process.
    socket.on('error', () => socket.destroy());
    if (isProduction) socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  const app = next({
    dev: !isProduction,
    dir: repositoryDir,
    hostname: settings.HOST,
    port: settings.PORT,
    httpServer: server,
    turbopack: true,
    // Errors of pages reach the log through instrumentation.ts, once.
    quiet: isProduction,
  });
  const stop = (waitMs: number) => {
    if (isStopping) return;
    shutDown(server, () => app.close(), upgraded, waitMs).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(drainMs));
  // The launcher is gone without a word (SIGKILL): free the port for the next one.
  if (process.channel) process.on('disconnect', () => stop(500));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  await app.prepare();
  await keepClock(requireDb());
  const handle = app.getRequestHandler();
  server.on('request', (request, response) => void answer(handle, request, response));
  await listen(server);
  process.send?.({ type: 'listening' });
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isTaken) process.stderr.write(`Port ${settings.PORT} is taken by another program.\n`);
  else log.fatal({ err: error }, 'the web server cannot start');
  process.exit(1);
});
