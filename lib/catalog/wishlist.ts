import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { listCards } from './cards';
import type { WishlistItem } from './schema';

const kind = 'wishlist';

/** What I want to remember, newest first; apps that are not listed any more stay, marked by their card. */
export async function listWishlist(ctx: Ctx, query: { limit: number; cursor?: string }): Promise<Page<WishlistItem>> {
  const { userId, country } = requireUser(ctx);
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const rows = await ctx.db.execute<{ app_id: string; created_at: string }>(sql`
    select app_id, to_json(created_at) #>> '{}' as created_at from wishlist_items
    where user_id = ${userId}
      ${after ? sql`and wishlist_items.created_at <= ${after[0]}::timestamptz and (wishlist_items.created_at < ${after[0]}::timestamptz or app_id > ${after[1]})` : sql``}
    order by wishlist_items.created_at desc, app_id limit ${query.limit + 1}`);
  const ids = rows.slice(0, query.limit).map((row) => row.app_id);
  const cards = await listCards(ctx, ids, country);
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor(kind, [row.created_at, row.app_id]),
    (row) => {
      const app = cards.get(row.app_id);
      if (!app) throw new Error(`app ${row.app_id} is gone`);
      return { app, addedAt: new Date(row.created_at).toISOString() };
    },
  );
}

/** Whether an app is on my wishlist; never on a visitor's. */
export async function isOnWishlist(ctx: Ctx, appId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'user') return false;
  const rows = await ctx.db.execute(
    sql`select from wishlist_items where user_id = ${ctx.actor.userId} and app_id = ${appId}`,
  );
  return rows.length > 0;
}
