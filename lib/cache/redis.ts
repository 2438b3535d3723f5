import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import { Redis } from 'ioredis';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import type { SharedCache } from './interface';

const commandTimeoutMs = 50;
const retryAfterMs = 2_000;

const gaugeValue: Record<CircuitState, number> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 0.5,
  [CircuitState.Open]: 1,
  [CircuitState.Isolated]: 1,
};

/**
 * Redis as the shared cache. A server that is down or hangs costs a request 50 ms at most: the first failure stops
 * asking for 2 s, then one request tries.
 */
export function redisCache(url: string, log: Logger): SharedCache {
  const client = new Redis(url, {
    keyPrefix: 'pomona:',
    commandTimeout: commandTimeoutMs,
    connectTimeout: 1_000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 5_000),
  });
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: retryAfterMs, breaker: new ConsecutiveBreaker(1) });
  const gauge = metrics.circuitBreakerState;
  gauge.set({ name: 'redis' }, 0);
  breaker.onStateChange((state) => gauge.set({ name: 'redis' }, gaugeValue[state]));
  breaker.onBreak(() => log.warn('Redis does not answer; going on without'));
  breaker.onReset(() => log.info('Redis answers again'));
  // Told by the breaker; without a listener an error would end the process.
  client.on('error', () => undefined);

  async function ask<T>(command: () => Promise<T>): Promise<T | null> {
    try {
      return await breaker.execute(command);
    } catch (error) {
      if (!isBrokenCircuitError(error)) log.debug({ err: error }, 'redis');
      return null;
    }
  }

  return {
    get: (key) => ask(() => client.get(key)),
    set: async (key, value, ttlMs) => {
      await ask(() => client.set(key, value, 'PX', ttlMs));
    },
    close: async () => client.disconnect(),
  };
}
