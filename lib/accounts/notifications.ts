import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { Notification } from './schema';

type Row = {
  id: string;
  kind: string;
  data: Notification['data'];
  href: string;
  created_at: string;
  read_at: string | null;
  app_name: string | null;
  icon_id: string | null;
  color: string | null;
};

const kind = 'notifications';
const plainColor = '#8a8580';

/** What has happened for me, newest first, and how much of all of it I have not read. */
export async function listNotifications(
  ctx: Ctx,
  query: { limit: number; cursor?: string },
): Promise<Page<Notification> & { unreadCount: number }> {
  const { userId } = requireUser(ctx);
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime({ offset: true }), z.uuid()]) : null;
  const [rows, unreadCount] = await Promise.all([
    ctx.db.execute<Row>(sql`
      select n.id, n.kind, n.data, n.href, to_json(n.created_at) #>> '{}' as created_at,
        to_json(n.read_at) #>> '{}' as read_at, a.name as app_name, m.id as icon_id, m.color
      from notifications n
      left join apps a on a.id = (n.data ->> 'appId')::uuid
      left join app_media m on m.app_id = a.id and m.kind = 'icon'
      where n.user_id = ${userId}
        ${after ? sql`and n.created_at <= ${after[0]}::timestamptz and (n.created_at < ${after[0]}::timestamptz or n.id > ${after[1]})` : sql``}
      order by n.created_at desc, n.id limit ${query.limit + 1}`),
    countUnread(ctx, userId),
  ]);
  const page = toPage(rows, query.limit, (row) => encodeCursor(kind, [row.created_at, row.id]), toNotification);
  return { ...page, unreadCount };
}

/** How many of a person's notifications are not read. */
export async function countUnread(ctx: Ctx, userId: string): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from notifications where user_id = ${userId} and read_at is null`,
  );
  return row?.count ?? 0;
}

const iso = (value: string) => new Date(value).toISOString();

function toNotification(row: Row): Notification {
  return {
    id: row.id,
    kind: row.kind,
    data: row.data,
    href: row.href,
    app:
      row.app_name === null
        ? null
        : {
            name: row.app_name,
            iconUrl: row.icon_id && `/media/${row.icon_id}/128.webp`,
            color: row.color ?? plainColor,
          },
    createdAt: iso(row.created_at),
    readAt: row.read_at && iso(row.read_at),
  };
}
