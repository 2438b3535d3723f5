import type { Role } from '@/lib/context';

export type LiveSession = {
  id: string;
  userId: string;
  roles: readonly Role[];
  country: string;
  expiresAt: Date;
};

/** `userId` is undefined while the database is being asked. */
type Entry = { readAt: number; userId?: string; session: Promise<LiveSession | null> };

const maxAgeMs = 5_000;
const maxEntries = 10_000;

const store = globalThis as typeof globalThis & { pomonaSessions?: Map<string, Entry> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaSessions ??= new Map();
const entries = store.pomonaSessions;

/** The session as this process read it at most 5 s ago, else as `load` finds it; requests at once share one load. */
export function cachedSession(id: string, load: () => Promise<LiveSession | null>): Promise<LiveSession | null> {
  const known = entries.get(id);
  if (known && performance.now() - known.readAt < maxAgeMs) return known.session;
  const entry: Entry = { readAt: performance.now(), session: load() };
  entries.delete(id);
  entries.set(id, entry);
  entry.session.then(
    (session) => {
      entry.userId = session?.userId ?? '';
    },
    () => {
      if (entries.get(id) === entry) entries.delete(id);
    },
  );
  if (entries.size > maxEntries) dropOldest();
  return entry.session;
}

function dropOldest() {
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}

/** Call it once the change is committed: the next request of these sessions reads the database. */
export function forgetSessions(ids: readonly string[]): void {
  for (const id of ids) entries.delete(id);
}

/** The same for all sessions of a person. */
export function forgetSessionsOf(userId: string): void {
  for (const [id, entry] of entries) if (entry.userId === undefined || entry.userId === userId) entries.delete(id);
}
