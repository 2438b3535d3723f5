import type { RateLimiterRes } from 'rate-limiter-flexible';

export type Lock = { release(): Promise<void> };

export type Limit = { name: string; points: number; seconds: number };

/**
 * What several processes share for speed. It may forget anything at any time, and never throws: one that is away is
 * empty and says null. Postgres stays the only truth.
 */
export type SharedStore = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Null: nobody knows, go on without. It frees itself after `ttlMs`. */
  lock(key: string, ttlMs: number): Promise<Lock | 'taken' | null>;
  /** Takes one point of the budget; more were taken than there are where `consumedPoints` says so. */
  take(limit: Limit, key: string): Promise<RateLimiterRes | null>;
  close(): Promise<void>;
};
