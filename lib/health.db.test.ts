import { beforeEach, expect, test } from 'vitest';
import { workers } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { readHealth } from './health';

const database = testDatabase();

beforeEach(() => database.db.delete(workers));

const read = async () => readHealth(database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) }));
const events = async () => (await read()).dependencies.find(({ name }) => name === 'Events');

async function addWorker(name: string, { problem = null as string | null, silentSeconds = 0 } = {}) {
  const seenAt = new Date(Date.now() - silentSeconds * 1000);
  await database.db
    .insert(workers)
    .values({ id: newId(), name, broker: 'postgres', problem, startedAt: new Date('2026-03-01T00:00:00Z'), seenAt });
}

test('a store without a worker says so, and how to start one', async () => {
  expect(await events()).toMatchObject({ state: 'away', detail: expect.stringContaining('npm run worker') });
});

test('a worker that has been silent for long is not there', async () => {
  await addWorker('orchard 1');
  await addWorker('orchard 2', { silentSeconds: 60 });
  const { workers: alive } = await read();
  expect(alive.map(({ name }) => name)).toEqual(['orchard 1']);
  expect(await events()).toMatchObject({ state: 'ok', detail: '1 worker takes events' });
});

test('one worker with a problem is trouble, and when none is without one, events are away', async () => {
  await addWorker('orchard 1');
  await addWorker('orchard 2', { problem: 'the broker refuses it' });
  expect(await events()).toMatchObject({ state: 'trouble', detail: 'the broker refuses it' });
  await database.db.update(workers).set({ problem: 'the broker refuses it' });
  expect(await events()).toMatchObject({ state: 'away', detail: 'the broker refuses it' });
});

test('what the database says of itself is measured', async () => {
  const { dependencies } = await read();
  expect(dependencies.find(({ name }) => name === 'Database')).toMatchObject({
    engine: expect.stringMatching(/^PostgreSQL \d+/),
    state: 'ok',
    detail: expect.stringMatching(/^\d+ .B, \d+ of \d+ connections, answers in \d+ ms$/),
  });
});

test('only admins may look', async () => {
  const actor = await createActor(database.db, { roles: ['moderator'] });
  await expect(readHealth(database.ctx({ actor }))).rejects.toMatchObject({ code: 'role_required' });
  await expect(readHealth(database.ctx())).rejects.toMatchObject({ code: 'not_signed_in' });
});
