import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { listCards } from '@/lib/catalog/cards';
import { toVersion } from '@/lib/catalog/queries';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { LibraryItem, libraryQuery } from '@/lib/purchases/schema';
import { isNewer, newestFirst } from './versions';

type Row = Parameters<typeof toVersion>[0] & {
  entitlement_id: string;
  app_id: string;
  purchase_id: string;
  granted_at: string;
  has_version: boolean;
  last_version: string | null;
  last_at: string | null;
  is_update: boolean;
};

const filters: Record<'all' | 'updates' | 'never_downloaded', SQL> = {
  all: sql`true`,
  updates: sql`is_update`,
  never_downloaded: sql`last_version is null`,
};

/** Of an entitlement `e`: what was downloaded last, and the newest version there is. */
const lastAndLatest = sql`
  left join lateral (
    select v.version, v.platform, to_json(d.created_at) #>> '{}' as at
    from deliveries d join app_versions v on v.id = d.version_id
    where d.user_id = e.user_id and d.app_id = e.app_id
    order by d.created_at desc, d.id desc limit 1
  ) last on true
  left join lateral (
    select v.id, v.version, v.platform, v.languages, v.release_notes, v.minimum_os, v.size_bytes, v.sha256, v.web_url is not null as is_web,
      to_json(v.released_at) #>> '{}' as released_at
    from app_versions v where v.app_id = e.app_id and v.state = 'released'
    order by coalesce(v.platform = last.platform, false) desc, v.sha256 is null and v.web_url is null, ${newestFirst(sql`v.version`)}, v.released_at desc, v.id limit 1
  ) latest on true`;

const isUpdate = sql`coalesce(latest.sha256 is not null and latest.platform = last.platform and ${isNewer(sql`latest.version`, sql`last.version`)}, false)`;

/** Whether I own an app and the store has a newer version of what I downloaded last; nobody's without a question to the database. */
export async function hasUpdate(ctx: Ctx, appId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'user') return false;
  const [row] = await ctx.db.execute<{ is_update: boolean }>(sql`
    select ${isUpdate} as is_update from entitlements e ${lastAndLatest}
    where e.user_id = ${ctx.actor.userId} and e.app_id = ${appId} and e.is_active`);
  return row?.is_update ?? false;
}

/**
 * What I own, newest first, each with its newest version, those with a file before those without. An update is a
 * released version with a file, on the platform I last downloaded for, newer than the one I downloaded.
 */
export async function listLibrary(ctx: Ctx, query: z.output<typeof libraryQuery>): Promise<Page<LibraryItem>> {
  const { userId, country } = requireUser(ctx);
  const kind = `library:${query.filter}:${query.q ?? ''}`;
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const rows = await ctx.db.execute<Row>(sql`
    select * from (
      select e.id as entitlement_id, e.app_id, e.purchase_id, to_json(e.granted_at) #>> '{}' as granted_at,
        latest.id is not null as has_version, latest.*, last.version as last_version, last.at as last_at,
        ${isUpdate} as is_update
      from entitlements e
      ${lastAndLatest}
      where e.user_id = ${userId} and e.is_active
        ${query.q?.trim() ? sql`and exists (select from apps a where a.id = e.app_id and strpos(lower(a.name), lower(${query.q.trim()})) > 0)` : sql``}
        ${after ? sql`and (e.granted_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by e.granted_at desc, e.id desc
    ) owned
    where ${filters[query.filter]}
    limit ${query.limit + 1}`);
  const cards = await listCards(
    ctx,
    rows.map((row) => row.app_id),
    country,
  );
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor(kind, [row.granted_at, row.entitlement_id]),
    (row) => {
      const app = cards.get(row.app_id);
      if (!app) throw new Error(`app ${row.app_id} is gone`);
      return {
        app,
        grantedAt: new Date(row.granted_at).toISOString(),
        purchaseId: row.purchase_id,
        latestVersion: row.has_version ? toVersion(row) : null,
        lastDownloaded:
          row.last_version !== null && row.last_at !== null
            ? { version: row.last_version, at: new Date(row.last_at).toISOString() }
            : null,
        isUpdateAvailable: row.is_update,
      };
    },
  );
}
