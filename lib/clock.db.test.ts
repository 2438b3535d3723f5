import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '@/tests/database';
import { now, setClock } from './clock';

const database = testDatabase();

afterEach(() => {
  vi.useRealTimers();
});

test('a machine whose clock is an hour wrong, or jumps, has the database’s time all the same', async () => {
  const truth = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: truth - 3_600_000 });
  await setClock(database.db);
  expect(Math.abs(now().getTime() - truth)).toBeLessThan(5_000);
  vi.setSystemTime(truth + 3_600_000);
  expect(Math.abs(now().getTime() - truth)).toBeLessThan(5_000);
});

test('time goes on between two looks at the database', async () => {
  await setClock(database.db);
  const before = now().getTime();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(now().getTime() - before).toBeGreaterThanOrEqual(25);
});
