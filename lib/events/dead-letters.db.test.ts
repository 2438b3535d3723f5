import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { GET as listLetters } from '@/app/api/v1/ops/dead-letters/route';
import { POST as discard } from '@/app/api/v1/ops/dead-letters/discard/route';
import { POST as retry } from '@/app/api/v1/ops/dead-letters/retry/route';
import { PATCH as patchQueue } from '@/app/api/v1/ops/queues/[queue]/route';
import { GET as listQueues } from '@/app/api/v1/ops/queues/route';
import { auditLog, deadLetters, pausedQueues } from '@/db/schema';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { testDatabase } from '@/tests/database';
import { messageOf, until } from '@/tests/events/messages';
import { createUser, PASSWORD } from '@/tests/factories';
import { type Visitor, visitor } from '@/tests/visitor';
import { runWorker } from '@/worker';
import { keepDeadLetters } from './dead-letters';
import { publish } from './publish';
import { measureQueues } from './queue-status';

const database = testDatabase();

afterEach(async () => {
  await database.db.delete(deadLetters);
  await database.db.delete(pausedQueues);
  await database.sql`delete from pgboss.job`;
});

async function signedIn(...roles: string[]): Promise<Visitor> {
  const { email } = await createUser(database.db, { roles });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  return client;
}

const letterOf = (letter: Partial<Parameters<typeof keepDeadLetters>[1][number]> = {}) => {
  const message = messageOf({ userId: newId() });
  return {
    id: message.id,
    queue: 'account.created',
    message: message as unknown,
    reason: 'failed' as const,
    error: 'Postgres 23505',
    attempts: 4,
    diedAt: new Date(),
    ...letter,
  };
};

const at = '/api/v1/ops/dead-letters';
const jobsOf = (queue: string) => database.sql`select id, state from pgboss.job where name = ${queue}`;

describe('dead letters', () => {
  test('are listed page by page, the latest first, and by queue', async () => {
    const client = await signedIn('admin');
    const old = new Date(Date.now() - 60_000);
    const letters = [letterOf({ diedAt: old }), letterOf(), letterOf({ queue: 'app.downloaded', diedAt: old })];
    await keepDeadLetters(database.db, letters);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await (await client.call(listLetters, 'GET', `${at}?limit=1${more}`)).json();
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([letters[1]?.id, ...[letters[0]?.id, letters[2]?.id].sort()]);
    const some = await (await client.call(listLetters, 'GET', `${at}?queue=app.downloaded`)).json();
    expect(some.items).toEqual([{ ...letters[2], diedAt: old.toISOString() }]);
  });

  test('go back to their queue, once, also when their first journey is still in it', async () => {
    const client = await signedIn('admin');
    const letter = letterOf();
    await keepDeadLetters(database.db, [letter, letterOf({ queue: 'app.downloaded' })]);
    await database.sql`
      insert into pgboss.job (id, name, data, state) values (${letter.id}, 'account.created', '{}', 'failed')`;
    const answers = await Promise.all(
      [1, 2].map(() => client.call(retry, 'POST', `${at}/retry`, { json: { ids: [letter.id] } })),
    );
    const counts = await Promise.all(answers.map((answer) => answer.json()));
    expect(counts.map(({ count }) => count).sort()).toEqual([0, 1]);
    expect(await jobsOf('account.created')).toEqual([{ id: letter.id, state: 'created' }]);
    expect(await database.db.select().from(deadLetters)).toHaveLength(1);
  });

  test('go back by the thousand; what is no message of a queue stays', async () => {
    const client = await signedIn('admin');
    const letters = Array.from({ length: 1_234 }, () => letterOf());
    const lost = [letterOf({ queue: 'of another time' }), letterOf({ id: newId(), message: { not: 'an event' } })];
    await keepDeadLetters(database.db, [...letters, ...lost]);
    const answer = await client.call(retry, 'POST', `${at}/retry`, { json: {} });
    expect(await answer.json()).toEqual({ count: 1_234, left: 2 });
    expect(await jobsOf('account.created')).toHaveLength(1_234);
    expect(await database.db.select().from(deadLetters)).toHaveLength(2);
  });

  test('that died after somebody looked are left alone', async () => {
    const client = await signedIn('admin');
    const until = new Date(Date.now() - 10_000);
    await keepDeadLetters(database.db, [letterOf({ diedAt: until }), letterOf()]);
    const answer = await client.call(discard, 'POST', `${at}/discard`, {
      json: { queue: 'account.created', until: until.toISOString(), reason: 'known fault' },
    });
    expect(await answer.json()).toEqual({ count: 1 });
    expect(await database.db.select().from(deadLetters)).toHaveLength(1);
  });

  test('are discarded with a reason, which the audit log keeps', async () => {
    const client = await signedIn('admin');
    const letter = letterOf();
    await keepDeadLetters(database.db, [letter]);
    const without = await client.call(discard, 'POST', `${at}/discard`, { json: { ids: [letter.id], reason: ' ' } });
    expect(without.status).toBe(400);
    expect(await database.db.select().from(deadLetters)).toHaveLength(1);
    await client.call(discard, 'POST', `${at}/discard`, { json: { ids: [letter.id], reason: 'a test of ours' } });
    expect(await database.db.select().from(deadLetters)).toEqual([]);
    const log = await database.db.select().from(auditLog);
    expect(log.at(-1)).toMatchObject({
      action: 'dead_letters.discarded',
      reason: 'a test of ours',
      changes: { count: 1, ids: [letter.id] },
    });
  });

  test('are nobody’s business but an admin’s', async () => {
    await keepDeadLetters(database.db, [letterOf()]);
    for (const client of [visitor(), await signedIn(), await signedIn('moderator')]) {
      const answers = [
        await client.call(listLetters, 'GET', at),
        await client.call(listQueues, 'GET', '/api/v1/ops/queues'),
        await client.call(retry, 'POST', `${at}/retry`, { json: {} }),
        await client.call(discard, 'POST', `${at}/discard`, { json: { reason: 'mine' } }),
        await client.call(patchQueue, 'PATCH', '/api/v1/ops/queues/account.created', {
          json: { isPaused: true },
          params: { queue: 'account.created' },
        }),
      ];
      for (const { status } of answers) expect([401, 403]).toContain(status);
    }
    expect(await database.db.select().from(deadLetters)).toHaveLength(1);
    expect(await database.db.select().from(pausedQueues)).toEqual([]);
  });
});

describe('queues', () => {
  test('say what waits, since when, what waits for later and what died', async () => {
    const client = await signedIn('admin');
    await database.sql`delete from pgboss.job`;
    const publishOne = () =>
      inTransaction(database.ctx(), (ctx) => publish(ctx, { type: 'account.created', payload: { userId: newId() } }));
    await Promise.all([publishOne(), publishOne(), publishOne()]);
    await database.sql`update pgboss.job set created_on = now() - interval '90 s'`;
    await database.sql`
      update pgboss.job set start_after = now() + interval '1 h' where id = (select max(id::text)::uuid from pgboss.job)`;
    await keepDeadLetters(database.db, [letterOf()]);
    const { items } = await (await client.call(listQueues, 'GET', '/api/v1/ops/queues')).json();
    const [queue] = items.filter(({ name }: { name: string }) => name === 'account.created');
    expect(queue).toMatchObject({ isPaused: false, waiting: 2, later: 1, running: 0, deadLetters: 1 });
    expect(queue.oldestSeconds).toBeGreaterThanOrEqual(90);
    expect(items.filter(({ waiting }: { waiting: number }) => waiting > 0)).toHaveLength(1);

    await measureQueues(database.ctx());
    const text = await metrics.registry.metrics();
    expect(text).toContain('queue_depth{queue="account.created"} 3\n');
    expect(text).toContain('queue_depth{queue="app.downloaded"} 0\n');
    expect(text).toContain('dead_letters{queue="account.created"} 1\n');
    expect(Number(/^outbox_lag_seconds (.*)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(90);
  });

  test('rest while they are paused, in every worker, and go on', { timeout: 40_000 }, async () => {
    const client = await signedIn('admin');
    const patch = (isPaused: boolean, queue = 'account.password_changed') =>
      client.call(patchQueue, 'PATCH', `/api/v1/ops/queues/${queue}`, { json: { isPaused }, params: { queue } });
    expect((await patch(true, 'nobody.knows')).status).toBe(404);
    expect((await patch(true)).status).toBe(204);
    expect((await patch(true)).status).toBe(204);
    const worker = runWorker({ db: database.db, databaseUrl: database.url, log: logger() });
    try {
      await worker.ready;
      await sleep(1_000);
      const { id: userId } = await createUser(database.db);
      await inTransaction(database.ctx(), (ctx) =>
        publish(ctx, { type: 'account.password_changed', payload: { userId } }),
      );
      await sleep(2_500);
      expect((await jobsOf('account.password_changed')).filter(({ state }) => state === 'created')).not.toEqual([]);
      expect((await patch(false)).status).toBe(204);
      await until(async () => (await jobsOf('account.password_changed')).every(({ state }) => state === 'completed'));
    } finally {
      await worker.stop();
    }
  });
});
