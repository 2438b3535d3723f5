import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { testDatabase } from '@/tests/database';
import { until } from '@/tests/events/messages';
import { createUser } from '@/tests/factories';
import { repositoryDir } from './environment';
import { freePort } from './ports';

const database = testDatabase();

/** A worker in a process of its own; `ended` resolves to its exit status and signal. */
function startWorker(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(repositoryDir, 'scripts', 'worker.ts')], {
    cwd: repositoryDir,
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'silent', HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { child, said: () => said, ended: once(child, 'close') };
}

async function read(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
}

test('the worker takes events, counts them for whoever has the token, and stops when told to', {
  timeout: 60_000,
}, async () => {
  const port = await freePort();
  const token = 'a token for the metrics';
  const { child, said, ended } = startWorker({ WORKER_METRICS_PORT: String(port), METRICS_TOKEN: token });
  const at = `http://127.0.0.1:${port}`;
  try {
    await until(() => said().includes('takes events'), 30);
    const { id: userId } = await createUser(database.db);
    await inTransaction(database.ctx(), (ctx) => publish(ctx, { type: 'account.created', payload: { userId } }));
    await until(async () => {
      const [job] = await database.sql`select state from pgboss.job where name = 'account.created'`;
      return job?.state === 'completed';
    });
    const seen = await read(`${at}/metrics`, { authorization: `Bearer ${token}` });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('event_handled_total{queue="account.created",outcome="done"} 1');
    expect(seen.text).toContain('queue_depth{queue="account.created"} 0');
    expect(await read(`${at}/metrics`)).toEqual({ status: 404, text: 'Not found' });
    expect(await read(`${at}/metrics`, { authorization: 'Bearer of bad news' })).toMatchObject({ status: 404 });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended, said()).toEqual([0, null]);
});

test('without a token this machine may read; a wrong path is 404, a taken port a sentence', {
  timeout: 60_000,
}, async () => {
  const settings = { WORKER_METRICS_PORT: String(await freePort()), METRICS_TOKEN: '' };
  const first = startWorker(settings);
  const at = `http://127.0.0.1:${settings.WORKER_METRICS_PORT}`;
  try {
    await until(() => first.said().includes('takes events'), 30);
    await until(async () => (await read(`${at}/healthz`)).status === 200);
    expect(await read(`${at}/metrics?now`, { 'x-forwarded-for': '203.0.113.9' })).toMatchObject({ status: 200 });
    expect(await read(`${at}/metrics/all`)).toEqual({ status: 404, text: 'Not found' });

    const second = startWorker(settings);
    expect(await second.ended).toEqual([1, null]);
    expect(second.said()).toBe(
      `Port ${settings.WORKER_METRICS_PORT} is taken by another program: stop it, or set WORKER_METRICS_PORT to another port.\n`,
    );

    await until(async () => {
      await database.sql`update workers set seen_at = now() - interval '1 minute'`;
      return (await read(`${at}/healthz`)).status === 503;
    });
  } finally {
    first.child.kill('SIGTERM');
  }
  expect(await first.ended, first.said()).toEqual([0, null]);
});
