import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { Maxima } from './rules';

const cacheMs = 60_000;

type Cache = WeakMap<object, { at: number; value: Maxima }>;

const store = globalThis as typeof globalThis & { pomonaSearchMaxima?: Cache };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaSearchMaxima ??= new WeakMap();

type Row = { rating_count: string; downloads: string };

/** The greatest figures of the catalogue as last refreshed; cached in the process for a minute. */
export async function readMaxima(ctx: Ctx): Promise<Maxima> {
  const cache = store.pomonaSearchMaxima ?? forgetMaxima();
  const cached = cache.get(ctx.db);
  if (cached && Date.now() - cached.at < cacheMs) return cached.value;
  const at = Date.now();
  const value = (await readRow(ctx)) ?? (await measure(ctx));
  cache.set(ctx.db, { at, value });
  return value;
}

/** Measures them anew and keeps them; gives those before, too, null at first. Search's hourly job calls it. */
export async function refreshMaxima(ctx: Ctx): Promise<{ before: Maxima | null; now: Maxima }> {
  const before = await readRow(ctx);
  const now = await measure(ctx);
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    insert into search_maxima (id, rating_count, downloads, refreshed_at)
    values (1, ${now.ratingCount}, ${now.downloads}, ${at})
    on conflict (id) do update set rating_count = excluded.rating_count, downloads = excluded.downloads,
      refreshed_at = excluded.refreshed_at`);
  forgetMaxima();
  return { before, now };
}

function forgetMaxima(): Cache {
  store.pomonaSearchMaxima = new WeakMap();
  return store.pomonaSearchMaxima;
}

const toMaxima = (row: Row): Maxima => ({ ratingCount: Number(row.rating_count), downloads: Number(row.downloads) });

async function readRow(ctx: Ctx): Promise<Maxima | null> {
  const [row] = await ctx.db.execute<Row>(sql`select rating_count, downloads from search_maxima where id = 1`);
  return row ? toMaxima(row) : null;
}

async function measure(ctx: Ctx): Promise<Maxima> {
  const [row] = await ctx.db.execute<Row>(sql`
    select coalesce(max(s.rating_count + s.imported_rating_count), 0) as rating_count,
      coalesce(max(s.shown_downloads), 0) as downloads
    from app_stats s join apps a on a.id = s.app_id where a.status = 'listed'`);
  return row ? toMaxima(row) : { ratingCount: 0, downloads: 0 };
}
