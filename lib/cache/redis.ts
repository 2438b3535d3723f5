import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import type { Limit, SharedStore } from './interface';

const commandTimeoutMs = 50;
const probeEveryMs = 500;

/** Deletes a lock only while it is ours. */
const compareAndDelete = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/**
 * Redis as the shared store. A server that is down or hangs costs the requests of that moment 50 ms at most: after the
 * first failure nobody waits for it, until a probe in the background has had an answer.
 */
export function redisStore(url: string, log: Logger): SharedStore {
  const client = new Redis(url, {
    keyPrefix: 'pomona:',
    commandTimeout: commandTimeoutMs,
    connectTimeout: 1_000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 5_000),
  });
  const limiters = new Map<string, RateLimiterRedis>();
  const state = metrics.circuitBreakerState;
  let probe: ReturnType<typeof setInterval> | null = null;
  state.set({ name: 'redis' }, 0);
  // What goes wrong is told by `leave`; without a listener an error would end the process.
  client.on('error', () => undefined);

  function leave(error: unknown): void {
    if (probe !== null) return;
    state.set({ name: 'redis' }, 1);
    log.warn({ err: error }, 'Redis does not answer; going on without');
    probe = setInterval(() => client.ping().then(comeBack, () => undefined), probeEveryMs).unref();
  }

  function comeBack(): void {
    if (probe === null) return;
    clearInterval(probe);
    probe = null;
    state.set({ name: 'redis' }, 0);
    log.info('Redis answers again');
  }

  async function ask<T>(command: () => Promise<T>): Promise<T | null> {
    if (probe !== null) return null;
    try {
      return await command();
    } catch (error) {
      leave(error);
      return null;
    }
  }

  function limiterOf({ name, points, seconds }: Limit): RateLimiterRedis {
    const id = `limit:${name}:${points}:${seconds}`;
    let limiter = limiters.get(id);
    if (!limiter) {
      limiter = new RateLimiterRedis({ storeClient: client, keyPrefix: id, points, duration: seconds });
      limiters.set(id, limiter);
    }
    return limiter;
  }

  return {
    get: (key) => ask(() => client.get(key)),
    set: async (key, value, ttlMs) => {
      await ask(() => client.set(key, value, 'PX', ttlMs));
    },
    lock: async (key, ttlMs) => {
      const token = randomUUID();
      const answer = await ask(async () => ({ isMine: await client.set(key, token, 'PX', ttlMs, 'NX') }));
      if (answer === null) return null;
      if (answer.isMine === null) return 'taken';
      return {
        release: async () => {
          await ask(() => client.eval(compareAndDelete, 1, key, token));
        },
      };
    },
    take: (limit, key) =>
      ask(() =>
        limiterOf(limit)
          .consume(key)
          .catch((rejection: unknown) => {
            if (rejection instanceof RateLimiterRes) return rejection;
            throw rejection;
          }),
      ),
    close: async () => {
      if (probe !== null) clearInterval(probe);
      client.disconnect();
    },
  };
}
