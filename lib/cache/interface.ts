/**
 * Where several processes keep what is costly to make. It may forget anything at any time, and never throws: a cache
 * that is away is an empty one. Postgres stays the only truth.
 */
export type SharedCache = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  close(): Promise<void>;
};
