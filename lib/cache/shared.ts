import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import type { SharedStore } from './interface';
import { redisStore } from './redis';

const globals = globalThis as typeof globalThis & { pomonaShared?: SharedStore | null };

/** Redis where `REDIS_URL` is set; null: this process is on its own. */
export function sharedStore(): SharedStore | null {
  if (globals.pomonaShared === undefined) {
    const url = env().REDIS_URL;
    globals.pomonaShared = url ? redisStore(url, logger()) : null;
  }
  return globals.pomonaShared;
}

/** Another one from now on. */
export function setSharedStore(shared: SharedStore | null): void {
  globals.pomonaShared = shared;
}
