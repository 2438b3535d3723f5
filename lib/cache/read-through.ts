import { LRUCache } from 'lru-cache';
import type { Ctx } from '@/lib/context';
import { metrics } from '@/lib/metrics';
import { type CacheEntry, cacheEntries } from './entries';
import { sharedStore } from './shared';

type Kept = { value: unknown; madeAt: number; bytes: number };

const maxBytes = 64 * 1024 * 1024;
const newProcessCache = () =>
  new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: ({ bytes }, key) => bytes + key.length + 100 });

type Store = {
  kept: WeakMap<object, LRUCache<string, Kept>>;
  loading: WeakMap<object, Map<string, Promise<unknown>>>;
  /** What was made before is not answered any more; milliseconds since the epoch. */
  notBefore: Partial<Record<CacheEntry, number>>;
};

const globals = globalThis as typeof globalThis & { pomonaCache?: Store };

// On globalThis: the server and Next's bundle hold two copies of this module.
globals.pomonaCache ??= { kept: new WeakMap(), loading: new WeakMap(), notBefore: {} };
const store = globals.pomonaCache;

/** Forgets what this process kept. */
export function forgetAll(): void {
  store.kept = new WeakMap();
}

function of<T extends object>(map: WeakMap<object, T>, db: object, make: () => T): T {
  const known = map.get(db) ?? make();
  map.set(db, known);
  return known;
}

/**
 * What `load` gives, kept as `cacheEntries` says: in the process, and in Redis where there is one. Of many who ask at
 * once one loads. A null and an error are never kept. The value is shared: never change it.
 */
export async function readThrough<T>(
  ctx: Pick<Ctx, 'db' | 'log'>,
  entry: CacheEntry,
  name: string,
  load: () => Promise<T>,
): Promise<T> {
  const { freshMs, staleMs } = cacheEntries[entry];
  const key = `${entry}:${name}`;
  const kept = of(store.kept, ctx.db, newProcessCache);
  const known = kept.get(key);
  const notBefore = store.notBefore[entry] ?? 0;
  const age = known && known.madeAt >= notBefore ? Date.now() - known.madeAt : Number.POSITIVE_INFINITY;
  const outcome = age < freshMs ? 'hit' : age < staleMs ? 'stale' : 'miss';
  metrics.cacheReads.inc({ entry, outcome });
  if (known && outcome === 'hit') return known.value as T;
  const loading = of(store.loading, ctx.db, () => new Map<string, Promise<unknown>>());
  const attempt = `${key}@${notBefore}`;
  let running = loading.get(attempt) as Promise<T> | undefined;
  if (!running) {
    running = loadOnce(kept, entry, key, load).finally(() => loading.delete(attempt));
    loading.set(attempt, running);
  }
  if (!known || outcome === 'miss') return running;
  running.catch((error: unknown) => ctx.log.warn({ err: error, entry }, 'a cached value could not be made anew'));
  return known.value as T;
}

/** Whoever asks this process after this gets nothing of this entry that was made before; others follow within `staleMs`. */
export function forget(entry: CacheEntry): void {
  store.notBefore[entry] = Date.now() + 1;
}

async function loadOnce<T>(
  kept: LRUCache<string, Kept>,
  entry: CacheEntry,
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  const { freshMs, staleMs } = cacheEntries[entry];
  const shared = sharedStore();
  const found = parse(await shared?.get(key));
  const oldest = Math.max(Date.now() - freshMs, store.notBefore[entry] ?? 0);
  if (found && found.madeAt >= oldest) {
    kept.set(key, found);
    return found.value as T;
  }
  const madeAt = Date.now();
  const value = await load();
  if (value === null || value === undefined) {
    kept.delete(key);
    return value;
  }
  const text = JSON.stringify({ madeAt, value });
  kept.set(key, { value, madeAt, bytes: text.length });
  await shared?.set(key, text, staleMs);
  return value;
}

/** Null for what another version of this program may have written. */
function parse(text: string | null | undefined): Kept | null {
  if (!text) return null;
  try {
    const { madeAt, value } = JSON.parse(text);
    return typeof madeAt === 'number' ? { value, madeAt, bytes: text.length } : null;
  } catch {
    return null;
  }
}
