import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import type { NotificationData, NotificationKind } from './rules';

/** Something to tell a person; `href` is the path of this store that it leads to. */
export type News = {
  [K in NotificationKind]: { userId: string; kind: K; data: NotificationData[K]; href: string };
}[NotificationKind];

/** Puts news under people's bells, in the caller's transaction. Accounts that were erased are told nothing. */
export async function notify(ctx: Ctx & { db: Tx }, ...news: News[]): Promise<void> {
  if (news.length === 0) return;
  const rows = news.map(({ userId, ...rest }) => ({ id: newId(ctx.now), user_id: userId, ...rest }));
  await ctx.db.execute(sql`
    insert into notifications (id, user_id, kind, data, href, created_at)
    select n.id, n.user_id, n.kind, n.data, n.href, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as n (id uuid, user_id uuid, kind text, data jsonb, href text)
    join users u on u.id = n.user_id and u.erased_at is null`);
}

type OwnerNews = {
  [K in 'app_updated' | 'owned_app_taken_down']: { kind: K; data: NotificationData[K]; href: string };
}['app_updated' | 'owned_app_taken_down'];

/** Tells everybody who owns an app, however many they are, in one statement in the caller's transaction. */
export async function notifyOwners(ctx: Ctx & { db: Tx }, { kind, data, href }: OwnerNews): Promise<void> {
  await ctx.db.execute(sql`
    insert into notifications (id, user_id, kind, data, href, created_at)
    select gen_random_uuid(), e.user_id, ${kind}, ${JSON.stringify(data)}::jsonb, ${href}, ${ctx.now.toISOString()}::timestamptz
    from (select distinct user_id from entitlements where app_id = ${data.appId} and is_active) e
    join users u on u.id = e.user_id and u.erased_at is null`);
}
