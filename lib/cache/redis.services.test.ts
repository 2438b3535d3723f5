import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/tests/database';
import { makeRedis, type TestRedis } from '@/tests/redis';
import { logger } from '../logger';
import { metrics } from '../metrics';
import type { SharedCache } from './interface';
import { readThrough, setSharedCache } from './read-through';
import { redisCache } from './redis';

const t = testDatabase();
let server: TestRedis;
let cache: SharedCache;

const breakerState = async () =>
  (await metrics.circuitBreakerState.get()).values.find(({ labels }) => labels.name === 'redis')?.value;

beforeAll(async () => {
  server = await makeRedis();
  await server.start();
  cache = redisCache(server.url, logger());
});

afterAll(async () => {
  setSharedCache(null);
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

describe('a shared cache in Redis', () => {
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
    setSharedCache(cache);
    expect(await readThrough(t.ctx(), 'app', name, async () => ({ from: 'the first' }))).toEqual({ from: 'the first' });
    // Its memory is empty, as another process's is.
    setSharedCache(cache);
    const load = vi.fn(async () => ({ from: 'the second' }));
    expect(await readThrough(t.ctx(), 'app', name, load)).toEqual({ from: 'the first' });
    expect(load).not.toHaveBeenCalled();
  });

  test('a value that another version wrote is a miss', async () => {
    await untilItWorks();
    setSharedCache(cache);
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
    setSharedCache(cache);
    await server.stop();
    for (let i = 0; i < 20; i += 1) {
      expect(await readThrough(t.ctx(), 'app', `without-${i}`, async () => i)).toBe(i);
    }
    await server.start();
    await untilItWorks();
  });
});
