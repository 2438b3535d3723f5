import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { afterCommit, type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { DeskEvent } from './schema';

// Hints between processes, which may be lost: whoever missed one finds out at the next look or when they decide. They are
// sent after the commit, because Postgres lets only one transaction with a NOTIFY commit at a time.

const channel = 'pomona_desk';
const heartbeatMs = 20_000;
const maxStreams = 200;
/** Postgres takes 8,000 bytes. */
const maxIds = 150;

type Listener = (event: string) => void;
type Hub = { listeners: Set<Listener>; stop: Promise<() => Promise<void>> | null };

const store = globalThis as typeof globalThis & { pomonaDesks?: WeakMap<object, Hub> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaDesks ??= new WeakMap();
const hubs = store.pomonaDesks;

/** Tells every open desk what happened, once the transaction is there to be read. */
export function tellDesks(ctx: Ctx & { db: Tx }, event: DeskEvent): void {
  afterCommit(ctx.db, (db) => {
    for (let i = 0; i < event.ids.length; i += maxIds) {
      const text = JSON.stringify({ ...event, ids: event.ids.slice(i, i + maxIds) });
      db.execute(sql`select pg_notify(${channel}, ${text})`).catch((error: unknown) => {
        ctx.log.warn({ err: error }, 'open desks were not told');
      });
    }
  });
}

/** What happens on the desk from now on, as server-sent events until the signal. For moderators; 429 `too_many_streams`. */
export async function openDeskStream(ctx: Ctx, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  requireRole(ctx, 'moderator');
  const hub = hubs.get(ctx.db) ?? { listeners: new Set(), stop: null };
  hubs.set(ctx.db, hub);
  if (hub.listeners.size >= maxStreams) {
    throw new AppError('rate_limited', 'too_many_streams', { detail: 'Too many desks are open. Try again later.' });
  }
  const encoder = new TextEncoder();
  let leave = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const listener = (event: string) => send(`data: ${event}\n\n`);
      hub.listeners.add(listener);
      // Proxies close connections that say nothing.
      const beating = setInterval(() => send(': here\n\n'), heartbeatMs);
      send('retry: 3000\n\n');
      leave = () => {
        clearInterval(beating);
        hub.listeners.delete(listener);
        leave = () => {};
      };
      signal.addEventListener('abort', () => {
        leave();
        try {
          controller.close();
        } catch {
          // Closed from the other side.
        }
      });
    },
    cancel: () => leave(),
  });
  try {
    hub.stop ??= listen(ctx.db as Db, hub);
    await hub.stop;
  } catch (error) {
    hub.stop = null;
    leave();
    throw error;
  }
  return stream;
}

async function listen(db: Db, hub: Hub): Promise<() => Promise<void>> {
  const { unlisten } = await db.$client.listen(channel, (event) => {
    for (const listener of hub.listeners) listener(event);
  });
  return unlisten;
}
