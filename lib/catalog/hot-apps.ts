import { readThrough } from '@/lib/cache/read-through';
import type { Ctx } from '@/lib/context';
import type { Page } from '@/lib/cursor';
import { listCollections } from './collections';
import { listApps } from './list-apps';
import { getApp, getTranslation, listCategories, listVersions } from './queries';
import { inLanguage, matchLanguage } from './rules';
import type { AppCard, AppDetail, AppsQuery, AppVersion, Category, Collection } from './schema';
import { getToday, type Today } from './today';

// What pages and programs ask for most, through the cache: counters and texts may be some seconds old
// (lib/cache/entries.ts). Who decides about money or ownership reads queries.ts.

/** As getApp; in the language asked for where the app has texts in it. */
export async function getHotApp(ctx: Ctx, ref: string, country: string, language?: string): Promise<AppDetail | null> {
  const app = await readThrough(ctx, 'app', `${country}:${ref}`, () => getApp(ctx, ref, country));
  const tag = app && language !== undefined ? matchLanguage(language, app.languages) : null;
  if (!app || tag === null) return app;
  const texts = await readThrough(ctx, 'app', `texts:${app.id}:${tag}`, () => getTranslation(ctx, app.id, tag));
  return texts ? inLanguage(app, tag, texts) : app;
}

/** As listVersions, its first page. */
export const listHotVersions = (ctx: Ctx, appId: string, limit: number): Promise<Page<AppVersion>> =>
  readThrough(ctx, 'versions', `${appId}:${limit}`, () => listVersions(ctx, appId, { limit }));

/** As listCategories. */
export const listHotCategories = (ctx: Ctx): Promise<Category[]> =>
  readThrough(ctx, 'categories', 'all', () => listCategories(ctx));

/** As listApps; first pages come through the cache. */
export function listHotApps(ctx: Ctx, query: AppsQuery & { country: string }): Promise<Page<AppCard>> {
  const read = () => listApps(ctx, query);
  if (query.cursor !== undefined) return read();
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return readThrough(ctx, 'lists', JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1))), read);
}

/** As getToday. */
export const getHotToday = (ctx: Ctx, country: string): Promise<Today> =>
  readThrough(ctx, 'today', country, () => getToday(ctx, country));

/** As listCollections. */
export const listHotCollections = (ctx: Ctx, country: string): Promise<Collection[]> =>
  readThrough(ctx, 'today', `collections:${country}`, () => listCollections(ctx, country));
