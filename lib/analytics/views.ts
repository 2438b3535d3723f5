import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';

// Views wait in the process for some seconds and are written together; those that wait are lost when it ends.

const flushMs = 5_000;

type Waiting = { views: Map<string, number>; isScheduled: boolean };

const store = globalThis as typeof globalThis & { pomonaViews?: WeakMap<object, Waiting> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaViews ??= new WeakMap();
const waitingOf = store.pomonaViews;

/** Counts that an app's page was opened; nobody waits for it, and it never fails. */
export function countView(ctx: Ctx, appId: string): void {
  const waiting = waitingOf.get(ctx.db) ?? { views: new Map(), isScheduled: false };
  waitingOf.set(ctx.db, waiting);
  waiting.views.set(appId, (waiting.views.get(appId) ?? 0) + 1);
  if (waiting.isScheduled) return;
  waiting.isScheduled = true;
  setTimeout(() => {
    waiting.isScheduled = false;
    writeViews(ctx, new Date()).catch((error: unknown) => ctx.log.warn({ err: error }, 'views could not be counted'));
  }, flushMs).unref();
}

/** Writes what was counted, as views of that moment's UTC day. */
export async function writeViews({ db }: Pick<Ctx, 'db'>, now: Date): Promise<void> {
  const waiting = waitingOf.get(db);
  if (!waiting || waiting.views.size === 0) return;
  const rows = [...waiting.views].map(([id, views]) => ({ id, views }));
  waiting.views.clear();
  // In one order, so that two processes cannot wait for each other.
  await db.execute(sql`
    insert into app_views_daily (app_id, day, views)
    select v.id, (${now.toISOString()}::timestamptz at time zone 'UTC')::date, v.views
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id uuid, views int) join apps a on a.id = v.id
    order by v.id
    on conflict (app_id, day) do update set views = app_views_daily.views + excluded.views`);
}
