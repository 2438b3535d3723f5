import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { getSettings, type LimitName, type Settings } from '@/lib/settings';
import type { Limit } from './interface';
import { sharedStore } from './shared';

const store = globalThis as typeof globalThis & { pomonaLimiters?: Map<string, RateLimiterMemory> };
store.pomonaLimiters ??= new Map();
const limiters = store.pomonaLimiters;

/**
 * Takes one from the budget of `key` under the store's limit of that name.
 * Throws 429 `rate_limited` with Retry-After and RateLimit headers. Counted in Redis for all processes, else in this one.
 */
export async function takeFromLimit(ctx: Pick<Ctx, 'db'>, name: LimitName, key: string): Promise<void> {
  await takePoint(await getSettings(ctx), name, key);
}

/** As takeFromLimit, for who has the settings already. */
export async function takePoint(settings: Settings, name: LimitName, key: string): Promise<void> {
  const { points, seconds } = settings.limits[name];
  const limit = { name, points, seconds };
  const taken = (await sharedStore()?.take(limit, key)) ?? (await takeHere(limit, key));
  if (taken.consumedPoints <= points) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(taken.msBeforeNext / 1000));
  throw new AppError('rate_limited', 'rate_limited', {
    detail: `Too many requests; try again in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
    headers: {
      RateLimit: `"${name}";r=0;t=${retryAfterSeconds}`,
      'RateLimit-Policy': `"${name}";q=${points};w=${seconds}`,
    },
  });
}

async function takeHere({ name, points, seconds }: Limit, key: string): Promise<RateLimiterRes> {
  const id = `${name}:${points}:${seconds}`;
  let limiter = limiters.get(id);
  if (!limiter) {
    limiter = new RateLimiterMemory({ keyPrefix: id, points, duration: seconds });
    limiters.set(id, limiter);
  }
  try {
    return await limiter.consume(key);
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return rejection;
    throw rejection;
  }
}
