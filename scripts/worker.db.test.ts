import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { testDatabase } from '@/tests/database';
import { until } from '@/tests/events/contract';
import { createUser } from '@/tests/factories';
import { repositoryDir } from './environment';

const database = testDatabase();

test('the worker in a process of its own takes events and stops when it is told to', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(repositoryDir, 'scripts', 'worker.ts')], {
    cwd: repositoryDir,
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit');
  try {
    await until(() => said.includes('takes events'), 30);
    const { id: userId } = await createUser(database.db);
    await inTransaction(database.ctx(), (ctx) => publish(ctx, { type: 'account.created', payload: { userId } }));
    await until(async () => {
      const [job] = await database.sql`select state from pgboss.job where name = 'account.created'`;
      return job?.state === 'completed';
    });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended, said).toEqual([0, null]);
});
