import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/tests/database';
import { cacheEntries } from './entries';
import { forget, readThrough } from './read-through';

const t = testDatabase();
const { freshMs, staleMs } = cacheEntries.app;
let names = 0;
const newName = () => {
  names += 1;
  return `name-${names}`;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('reading through the cache', () => {
  test('of many who ask at once one loads', async () => {
    const load = vi.fn(async () => ({ n: 1 }));
    const name = newName();
    const all = await Promise.all(Array.from({ length: 50 }, () => readThrough(t.ctx(), 'app', name, load)));
    expect(load).toHaveBeenCalledTimes(1);
    expect(new Set(all).size).toBe(1);
  });

  test('a fresh value is answered without loading, a stale one is answered and made anew behind the answer', async () => {
    const name = newName();
    let version = 1;
    const load = vi.fn(async () => ({ version }));
    const read = () => readThrough(t.ctx(), 'app', name, load);
    await read();
    version = 2;
    expect(await read()).toEqual({ version: 1 });
    expect(load).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + freshMs);
    expect(await read()).toEqual({ version: 1 });
    await vi.waitFor(async () => expect(await read()).toEqual({ version: 2 }));
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('what is too old is never answered', async () => {
    const name = newName();
    let version = 1;
    const read = () => readThrough(t.ctx(), 'app', name, async () => version);
    await read();
    version = 2;
    vi.setSystemTime(Date.now() + staleMs);
    expect(await read()).toBe(2);
  });

  test('an error and a null are never kept', async () => {
    const name = newName();
    await expect(readThrough(t.ctx(), 'app', name, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await readThrough(t.ctx(), 'app', name, async () => null)).toBeNull();
    expect(await readThrough(t.ctx(), 'app', name, async () => 'here')).toBe('here');
  });

  test('a value that cannot be made anew stays until it is too old, and then the error comes out', async () => {
    const name = newName();
    await readThrough(t.ctx(), 'app', name, async () => 'old');
    const fail = () => readThrough(t.ctx(), 'app', name, () => Promise.reject(new Error('away')));
    vi.setSystemTime(Date.now() + freshMs);
    expect(await fail()).toBe('old');
    vi.setSystemTime(Date.now() + staleMs);
    await expect(fail()).rejects.toThrow('away');
  });

  test('what was forgotten is not answered, not even by a load that began before', async () => {
    const name = newName();
    let finish = (_value: string) => {};
    const slow = readThrough(t.ctx(), 'app', name, () => new Promise<string>((resolve) => (finish = resolve)));
    await vi.waitFor(() => expect(finish.name).not.toBe('finish'));
    forget('app');
    vi.setSystemTime(Date.now() + 2);
    finish('before');
    await slow;
    expect(await readThrough(t.ctx(), 'app', name, async () => 'after')).toBe('after');
  });

  test('two databases share nothing', async () => {
    const name = newName();
    await readThrough(t.ctx(), 'app', name, async () => 1);
    expect(await readThrough({ ...t.ctx(), db: Object.create(t.db) }, 'app', name, async () => 2)).toBe(2);
  });
});
