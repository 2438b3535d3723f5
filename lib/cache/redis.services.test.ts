import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/tests/database';
import { makeRedis, type TestRedis } from '@/tests/redis';
import { logger } from '../logger';
import { metrics } from '../metrics';
import type { SharedStore } from './interface';
import { forgetAll, readThrough } from './read-through';
import { redisStore } from './redis';
import { takePoint } from './rate-limit';
import { setSharedStore } from './shared';
import type { Settings } from '../settings';

const t = testDatabase();
let server: TestRedis;
let cache: SharedStore;

const breakerState = async () =>
  (await metrics.circuitBreakerState.get()).values.find(({ labels }) => labels.name === 'redis')?.value;

beforeAll(async () => {
  server = await makeRedis();
  await server.start();
  cache = redisStore(server.url, logger());
});

afterAll(async () => {
  setSharedStore(null);
  await cache.close();
  await server.stop();
});

/** Until what was set is there: the connection comes and goes by itself. */
const untilItWorks = () =>
  vi.waitFor(
    async () => {
      const key = `probe:${Math.random()}`;
      await cache.set(key, 'x', 1_000);
      expect(await cache.get(key)).toBe('x');
    },
    { timeout: 10_000, interval: 50 },
  );

describe('a shared store in Redis', () => {
  test('gives back what was kept, and forgets it in time', async () => {
    await untilItWorks();
    await cache.set('a', 'ä 😀 \u0000', 200);
    expect(await cache.get('a')).toBe('ä 😀 \u0000');
    expect(await cache.get('b')).toBeNull();
    await sleep(250);
    expect(await cache.get('a')).toBeNull();
  });

  test('what one process made, another answers without asking the database', async () => {
    await untilItWorks();
    const name = `shared-${Math.random()}`;
    setSharedStore(cache);
    expect(await readThrough(t.ctx(), 'app', name, async () => ({ from: 'the first' }))).toEqual({ from: 'the first' });
    // Its memory is empty, as another process's is.
    forgetAll();
    const load = vi.fn(async () => ({ from: 'the second' }));
    expect(await readThrough(t.ctx(), 'app', name, load)).toEqual({ from: 'the first' });
    expect(load).not.toHaveBeenCalled();
  });

  test('a value that another version wrote is a miss', async () => {
    await untilItWorks();
    setSharedStore(cache);
    await cache.set('app:odd', 'not JSON', 10_000);
    expect(await readThrough(t.ctx(), 'app', 'odd', async () => 1)).toBe(1);
  });

  test('Redis that hangs keeps one request waiting, and the next ones do not ask it', async () => {
    await untilItWorks();
    expect(await breakerState()).toBe(0);
    server.hang();
    expect(await cache.get('a')).toBeNull();
    expect(await breakerState()).toBe(1);
    expect(await Promise.all(Array.from({ length: 100 }, () => cache.get('a')))).toEqual(Array(100).fill(null));
    server.resume();
    await untilItWorks();
    expect(await breakerState()).toBe(0);
  });

  test('answers come while Redis is stopped, and it is used again when it is back', async () => {
    await untilItWorks();
    setSharedStore(cache);
    await server.stop();
    for (let i = 0; i < 20; i += 1) {
      expect(await readThrough(t.ctx(), 'app', `without-${i}`, async () => i)).toBe(i);
    }
    await server.start();
    await untilItWorks();
  });

  test('a lock is had by one at a time, until it is given back', async () => {
    await untilItWorks();
    const [first, second] = await Promise.all([cache.lock('l', 10_000), cache.lock('l', 10_000)]);
    const held = first === 'taken' ? second : first;
    expect([first, second].filter((lock) => lock === 'taken')).toHaveLength(1);
    if (held === null || held === 'taken') throw new Error('nobody has the lock');
    await held.release();
    expect(await cache.lock('l', 10_000)).not.toBe('taken');
  });

  test('whoever comes back late does not free the lock of the next', async () => {
    await untilItWorks();
    const late = await cache.lock('m', 20);
    await sleep(40);
    expect(await cache.lock('m', 10_000)).not.toBe('taken');
    if (late === null || late === 'taken') throw new Error('the first had no lock');
    await late.release();
    expect(await cache.lock('m', 10_000)).toBe('taken');
  });

  test('processes share one budget of requests; without Redis each has its own', async () => {
    await untilItWorks();
    const other = redisStore(server.url, logger());
    await vi.waitFor(async () => expect(await other.get('x')).toBeNull());
    await sleep(600);
    const limit = { name: 'shared', points: 3, seconds: 60 };
    const taken: unknown[] = [];
    for (const store of [cache, other, cache, other]) taken.push((await store.take(limit, 'me'))?.consumedPoints);
    expect(taken).toEqual([1, 2, 3, 4]);
    setSharedStore(cache);
    await server.stop();
    const settings = { limits: { search: { points: 2, seconds: 60 } } } as unknown as Settings;
    const key = `alone-${Math.random()}`;
    await takePoint(settings, 'search', key);
    await takePoint(settings, 'search', key);
    await expect(takePoint(settings, 'search', key)).rejects.toMatchObject({ code: 'rate_limited' });
    await server.start();
    await untilItWorks();
    await other.close();
  });
});
