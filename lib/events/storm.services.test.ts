import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { storm, type Toll } from '@/tests/events/storm';
import { makeRabbit } from '@/scripts/rabbitmq';

const seconds = 16;

function expectNoDamage(toll: Toll): void {
  expect(toll.published).toBeGreaterThan(500);
  expect(toll.killed).toBeGreaterThan(5);
  expect(toll).toMatchObject({ lost: 0, doubled: 0, imagined: 0, dead: 0 });
}

describe.concurrent('under load, with a worker killed every 2 s and Postgres letting go of everybody', {
  timeout: 240_000,
}, () => {
  describe('the queue in Postgres', () => {
    const database = testDatabase();

    test('every event takes effect exactly once', async () => {
      const disturbances = [() => letGo(database)];
      expectNoDamage(await storm({ database, workerEnv: { DATABASE_URL: database.url }, seconds, disturbances }));
    });
  });

  describe('RabbitMQ, itself killed and hanging', () => {
    const database = testDatabase();

    test('every event takes effect exactly once', async () => {
      const rabbit = await makeRabbit(inject('rabbitProgram'));
      onTestFinished(() => rabbit.remove());
      await rabbit.start();
      const disturbances = [
        async () => {
          await rabbit.kill();
          await sleep(1_000);
          await rabbit.start();
        },
        () => letGo(database),
        async () => {
          rabbit.hang();
          await sleep(2_000);
          rabbit.resume();
        },
      ];
      const workerEnv = { DATABASE_URL: database.url, AMQP_URL: rabbit.url };
      expectNoDamage(await storm({ database, workerEnv, seconds, disturbances }));
    });
  });
});

const letGo = ({ sql }: ReturnType<typeof testDatabase>) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
